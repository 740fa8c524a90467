import Terminal

/// A text that is read in a pane, scrolled by keys.
struct TextPane: Sendable, Hashable {
  private var scroll = ScrollState()

  /// Takes a key that moves in a text of so many lines.
  mutating func handle(_ key: Key, lines: Int, rows: Int) {
    _ = scroll.handle(key, total: lines, rows: rows)
  }

  /// Paints the lines in sight.
  func paint(_ lines: [Line], on canvas: inout Canvas, in room: Rect) {
    canvas.put(lines, in: room, scrolled: scroll)
  }

  /// Paints a pane that has nothing but a text, which is made to its width.
  static func paint(
    _ title: Line, isFocused: Bool = true, on canvas: inout Canvas, in rect: Rect,
    lines: (Int) -> [Line]
  ) {
    let room = TitleBand(title, isFocused: isFocused).paint(on: &canvas, in: rect)
      .inset(columns: 2, rows: 1)
    canvas.put(lines(max(1, room.width)), in: room)
  }
}

extension Canvas {
  /// Puts lines one under the other, as many as there are rows, from where they were scrolled to.
  mutating func put(
    _ lines: [Line], in room: Rect, scrolled: ScrollState = ScrollState(),
    on ground: Ground = .plain
  ) {
    let first = scrolled.first(total: lines.count, rows: room.height)
    for (index, line) in lines.dropFirst(first).prefix(max(0, room.height)).enumerated() {
      put(line, in: room.row(index), on: ground)
    }
  }

  /// Paints what is known of a selected row under its title.
  mutating func putDetail(_ title: Line, in rect: Rect, lines: (_ width: Int) -> [Line]) {
    let room = TitleBand(title).paint(on: &self, in: rect).inset(columns: 1)
    put(lines(max(1, rect.width - 2)), in: room)
  }
}

extension String {
  /// Filled up with blanks to so many columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - CellWidth.of(self)))
  }
}
