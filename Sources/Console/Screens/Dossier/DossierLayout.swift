import Foundation
import Terminal

/// How the dossier of a case divides its room: a head, then panes side by side or one at a time.
struct DossierLayout {
  let head: Rect
  /// The row of the panes' names where one is shown at a time; empty where all are.
  let tabs: Rect
  let panes: [DossierScreen.Pane: Rect]
  /// All of it.
  let room: Rect
  private let isWide: Bool

  /// The rows in which the selected act's help or reason stands.
  static let reasonRows = 3

  /// The layout in the window of a context.
  init(_ context: Context) {
    let height = max(0, context.size.height - context.topRows - 1)
    self.init(
      in: Rect(x: 0, y: context.topRows, width: context.size.width, height: height),
      wide: context.isWide)
  }

  init(in rect: Rect, wide: Bool) {
    room = rect
    isWide = wide
    let (head, rest) = rect.splitTop(min(rect.height, 4))
    self.head = head
    if wide {
      let (left, right) = rest.splitLeft(rest.width / 2, gap: 1)
      let (acts, people) = left.splitTop(left.height / 2, gap: 1)
      let (material, facts) = right.splitTop(min(9, right.height / 2), gap: 1)
      tabs = rest.row(rest.height)
      panes = [.acts: acts, .people: people, .material: material, .facts: facts]
    } else {
      let (tabs, pane) = rest.splitTop(1)
      self.tabs = tabs
      panes = Dictionary(uniqueKeysWithValues: DossierScreen.Pane.allCases.map { ($0, pane) })
    }
  }

  /// Where what a folder or an archive holds is read, under its band.
  var taking: Rect { room.splitTop(1).rest.inset(columns: 2) }

  /// Where a document is read: its parts at the left where there is room, and the text.
  func reading(_ context: Context) -> (parts: Rect, text: Rect, size: Size) {
    let (parts, rest) = isWide ? room.splitLeft(34, gap: 1) : room.splitLeft(0)
    let text = rest.splitTop(1).rest.inset(columns: 1)
    return (parts, rest, text.size)
  }

  /// Rows of the list of acts under its band, above the reason.
  var actRows: Int { max(1, rows(of: .acts) - Self.reasonRows) }

  /// Rows of a pane under its band.
  func rows(of pane: DossierScreen.Pane) -> Int { max(1, (panes[pane]?.height ?? 1) - 1) }

  /// Columns of a pane's lines.
  func width(of pane: DossierScreen.Pane) -> Int { max(1, (panes[pane]?.width ?? 1) - 2) }
}
