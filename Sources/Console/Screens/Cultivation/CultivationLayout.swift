import Foundation
import Terminal

/// How the screen of the places divides its room: list and place beside one another, or as tabs.
struct CultivationLayout {
  /// The row of the panes' names where one is shown at a time; empty where both are.
  let tabs: Rect
  let list: Rect
  let detail: Rect

  init(in rect: Rect, wide: Bool) {
    if wide {
      tabs = rect.splitTop(0).top
      (list, detail) = rect.splitRight(rect.width / 3, gap: 1)
    } else {
      let (tabs, rest) = rect.splitTop(1)
      (self.tabs, list, detail) = (tabs, rest, rest)
    }
  }

  /// Rows of the list under its band and header.
  var listRows: Int { max(1, list.height - 2) }

  /// The room of the place's lines under its band.
  var lines: Size { Size(width: max(1, detail.width - 2), height: max(1, detail.height - 1)) }
}
