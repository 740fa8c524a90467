import Foundation
import Terminal

/// How the review divides its room: three panes, or one at a time with tabs over it.
struct ReviewLayout {
  /// The line of tabs; empty where the panes stand side by side.
  let tabs: Rect
  let items: Rect
  let text: Rect
  let review: Rect

  /// The rows in which an entry is written.
  static let entryRows = 4
  /// Rows under the list of items: total, bar, line.
  static let sumRows = 3

  /// The layout in the window of a context.
  init(_ context: Context, isHeadOpen: Bool) {
    self.init(in: context.room, context, isHeadOpen: isHeadOpen)
  }

  /// The layout in a room; items stand whole where three tenths of it suffice.
  init(in rect: Rect, _ context: Context, isHeadOpen: Bool) {
    guard context.isWide else {
      let (line, body) = rect.splitTop(1)
      (tabs, items, text, review) = (line, body, body, body)
      return
    }
    tabs = Rect(x: rect.x, y: rect.y, width: 0, height: 0)
    if isHeadOpen {
      items = Rect(x: rect.x, y: rect.y, width: 0, height: 0)
      (text, review) = rect.splitLeft(rect.width * 45 / 100, gap: 1)
      return
    }
    let first = min(ReviewItems.width(context), max(28, rect.width * 3 / 10))
    let last = min(46, max(30, rect.width * 30 / 100))
    let (left, rest) = rect.splitLeft(first, gap: 1)
    items = left
    (text, review) = rest.splitRight(last, gap: 1)
  }

  /// The rows of the list of items under its band.
  var itemRows: Int { items.height - 1 - Self.sumRows }

  /// Where the text stands: under band and tabs, beside the cursor's sign.
  var textBody: Rect { text.splitTop(3).rest.inset(columns: 1) }

  /// Columns of the text, without the column of the cursor's sign at its left.
  var textWidth: Int { max(1, textBody.width - 1) }

  /// Rows of the text.
  var textRows: Int { max(1, textBody.height) }

  /// Columns in which an entry is written.
  var entryWidth: Int { max(1, review.width - 2 - ReviewEntries.indent) }
}
