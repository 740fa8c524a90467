import Terminal

extension Canvas {
  /// Puts lines one under the other, as far as there is room, from where they were scrolled to.
  mutating func put(_ lines: [Line], in rect: Rect, scrolled: ScrollState = ScrollState()) {
    let first = scrolled.first(total: lines.count, rows: rect.height)
    for (row, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
      put(line, in: rect.row(row))
    }
  }
}
