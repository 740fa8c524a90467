extension Canvas {
  /// The rows as text, without blanks at their ends.
  public var rows: [String] {
    (0..<size.height).map { row in
      var text = ""
      for column in 0..<size.width { text += cells[row * size.width + column].text }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The rows as one text: what a person would read on the screen.
  public func dump() -> String { rows.joined(separator: "\n") }

  /// One sign per cell: the role's letter on the plain ground, the ground's sign on others.
  ///
  /// Plain text is a dot, bold is upper case, a reversed cell is `%`. Grounds: `=` bar, `-` band,
  /// `#` focus, `>` selection, `+` raised, `'` quote.
  public var styleMap: [String] {
    (0..<size.height).map { row in
      String((0..<size.width).map { cells[row * size.width + $0].style.letter })
    }
  }

  /// Everything a person could see, as readable text: size, focus, caret, rows and style map.
  public func snapshotText(focus: String = "") -> String {
    var lines = ["size \(size.width)x\(size.height)", "focus \(focus.isEmpty ? "-" : focus)"]
    lines.append(caret.map { "caret \($0.x),\($0.y)" } ?? "caret -")
    lines.append("rows")
    lines += rows.map { $0.isEmpty ? "|" : "| " + $0 }
    lines.append("styles")
    lines += styleMap.map { "| " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Style {
  /// One letter for a style map.
  fileprivate var letter: Character {
    if reverse { return "%" }
    if ground != .plain { return ground.letter }
    if role == .text { return bold ? "T" : "." }
    return bold ? Character(role.letter.uppercased()) : role.letter
  }
}
