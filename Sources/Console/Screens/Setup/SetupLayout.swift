import Foundation
import Terminal

/// How the set-up divides its room: the parts' names, a list, and what is selected in it.
struct SetupLayout {
  let tabs: Rect
  let list: Rect
  let detail: Rect
  /// The whole room under the names, for parts that are read.
  let text: Rect

  /// The layout in the window of a context.
  init(_ context: Context) {
    let height = max(0, context.size.height - context.topRows - 1)
    self.init(
      in: Rect(x: 0, y: context.topRows, width: context.size.width, height: height),
      wide: context.isWide)
  }

  init(in rect: Rect, wide: Bool) {
    let (tabs, rest) = rect.splitTop(1)
    self.tabs = tabs
    text = rest
    (list, detail) =
      wide
      ? rest.splitRight(rest.width * 2 / 5, gap: 1)
      : rest.splitBottom(min(9, rest.height / 2), gap: 1)
  }
}
