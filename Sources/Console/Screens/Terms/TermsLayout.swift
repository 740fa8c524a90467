import Foundation
import Terminal

/// How the screen of terms divides its room: the pages' names, lists, and what is selected.
struct TermsLayout {
  let tabs: Rect
  /// The list of the page; on notices and meetings the upper one.
  let list: Rect
  /// The cases of what is selected in the list, on notices and meetings.
  let cases: Rect
  let detail: Rect
  /// The line over the terms that shows the call for applications.
  let call: Rect

  /// The layout of a page in the window of a context.
  init(_ part: TermsScreen.Part, isOnCases: Bool, _ context: Context) {
    self.init(part, isOnCases: isOnCases, in: context.room, wide: context.isWide)
  }

  init(_ part: TermsScreen.Part, isOnCases: Bool, in rect: Rect, wide: Bool) {
    let (tabs, rest) = rect.splitTop(1)
    self.tabs = tabs
    let none = rest.splitTop(0).top
    switch part {
    case .terms:
      let (call, body) = rest.splitTop(1)
      self.call = call
      (list, detail) = body.splitBottom(min(7, body.height / 3), gap: 1)
      cases = none
    case .letters:
      call = none
      (list, detail) = Self.split(rest, wide: wide)
      cases = none
    case .notices, .meetings:
      call = none
      let (left, right) = Self.split(rest, wide: wide)
      detail = right
      if wide {
        (list, cases) = left.splitTop(max(6, left.height * 2 / 5), gap: 1)
      } else {
        (list, cases) = isOnCases ? (none, left) : (left, none)
      }
    }
  }

  private static func split(_ rect: Rect, wide: Bool) -> (Rect, Rect) {
    wide
      ? rect.splitRight(rect.width * 2 / 5, gap: 1)
      : rect.splitBottom(min(9, rect.height / 2), gap: 1)
  }

  /// Rows of the list under its band and header.
  var listRows: Int { max(1, list.height - 2) }
  /// Rows of the cases under their band and header.
  var caseRows: Int { max(1, cases.height - 2) }
}
