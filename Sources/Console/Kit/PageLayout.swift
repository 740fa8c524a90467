import Terminal

/// How a page with a list divides its room: under the pages' names a list, and what is selected in it.
struct PageLayout {
  let list: Rect
  let detail: Rect
  /// The whole room under the names, for what is read.
  let text: Rect

  /// The layout in the window of a context.
  init(_ context: Context) { self.init(in: context.room, wide: context.isWide) }

  /// The layout in the room of a screen.
  init(in rect: Rect, wide: Bool) {
    text = rect.splitTop(1).rest
    (list, detail) =
      wide
      ? text.splitRight(text.width * 2 / 5, gap: 1)
      : text.splitBottom(min(9, text.height / 2), gap: 1)
  }

  /// Rows of the list under its band and header.
  var listRows: Int { max(1, list.height - 2) }
}
