import Terminal

extension Canvas {
  /// Puts lines one under the other, from where they were scrolled to.
  mutating func put(_ lines: [Line], in rect: Rect, scrolled: ScrollState) {
    put(lines, from: scrolled.first(total: lines.count, rows: rect.height), in: rect)
  }

  /// Paints what is known of a selected row under its title.
  mutating func putDetail(_ title: Line, in rect: Rect, lines: (_ width: Int) -> [Line]) {
    let room = TitleBand(title).paint(on: &self, in: rect).inset(columns: 1)
    put(lines(max(1, rect.width - 2)), in: room)
  }
}

extension FactLines {
  /// Several labels with their values.
  static func lines(_ facts: [(Phrase, Line)], width: Int, _ context: Context) -> [Line] {
    facts.flatMap { lines($0.0, $0.1, width: width, context) }
  }
}
