extension FormField {
  /// Paints what the field holds.
  func paint(on canvas: inout Canvas, in rect: Rect, isFocused: Bool, ground: Ground) {
    switch kind {
    case .text(let field):
      field.paint(on: &canvas, in: rect, isFocused: isFocused, ground: ground)
    case .area(let area, _):
      area.paint(on: &canvas, in: rect, isFocused: isFocused, ground: ground)
    case .choice(let options, let selected):
      let text = options.indices.contains(selected) ? options[selected] : ""
      let arrows: Style = isFocused ? .accent : .dim
      let line = Line([
        Line.Span("‹ ", arrows), Line.Span(text, isFocused ? .title : .text),
        Line.Span(" ›", arrows),
      ])
      canvas.put(line, in: rect, on: ground)
    case .toggle(let isOn):
      canvas.put(
        Line(isOn ? "[x]" : "[ ]", isFocused ? .accent.strong : .text), in: rect, on: ground)
    case .multiple(let options, let selected, let cursor):
      paint(options, selected, cursor: isFocused ? cursor : nil, on: &canvas, in: rect, ground)
    }
  }

  /// Options side by side, whole ones; the one under the cursor stays in sight, and signs at the
  /// edges say that there are more.
  private func paint(
    _ options: [String], _ selected: Set<Int>, cursor: Int?, on canvas: inout Canvas,
    in rect: Rect, _ ground: Ground
  ) {
    let words = options.enumerated().map { (selected.contains($0) ? "[x] " : "[ ] ") + $1 }
    let widths = words.map { CellWidth.of($0, policy: canvas.policy) + 2 }
    guard !words.isEmpty else { return }
    let isCut = widths.reduce(0, +) - 2 > rect.width
    let room = isCut ? rect.inset(columns: 2) : rect
    var first = 0
    if let cursor, cursor < options.count {
      while first < cursor, widths[first...cursor].reduce(0, +) - 2 > room.width { first += 1 }
    }
    var (column, last) = (room.x, first)
    for index in first..<words.count {
      guard index == first || column + widths[index] - 2 <= room.right else { break }
      let style: Style =
        index == cursor ? Style(.title, on: .focus, bold: true) : Style(.text, on: ground)
      canvas.put(
        words[index], at: Point(x: column, y: rect.y), style: style,
        width: max(0, room.right - column))
      (column, last) = (column + widths[index], index)
    }
    if first > 0 { canvas.put(Line("‹", .accent), in: rect, on: ground) }
    if last < words.count - 1 {
      canvas.put(Line("›", .accent), in: rect.splitRight(1).right, on: ground)
    }
  }
}
