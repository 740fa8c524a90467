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

  /// Options side by side; the one under the cursor stays in sight.
  private func paint(
    _ options: [String], _ selected: Set<Int>, cursor: Int?, on canvas: inout Canvas,
    in rect: Rect, _ ground: Ground
  ) {
    let words = options.enumerated().map { (selected.contains($0) ? "[x] " : "[ ] ") + $1 }
    let widths = words.map { CellWidth.of($0, policy: canvas.policy) + 2 }
    var first = 0
    if let cursor, cursor < options.count {
      while first < cursor, widths[first...cursor].reduce(0, +) > rect.width { first += 1 }
    }
    var column = rect.x
    for index in first..<max(first, words.count) where column < rect.right {
      let style: Style =
        index == cursor ? Style(.title, on: .focus, bold: true) : Style(.text, on: ground)
      column += canvas.put(
        words[index], at: Point(x: column, y: rect.y), style: style, width: rect.right - column)
      column += 2
    }
  }
}
