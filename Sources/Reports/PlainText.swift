import Procedure

/// Text that people typed, made fit for paper, and how wide it stands there.
enum PlainText {
  /// The columns that a paper in plain text is set for.
  static let columns = 72

  /// The text without control and format characters: line ends become `\n`, a tab a space.
  static func lines(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": if !followsReturn { result.append("\n") }
      case "\r", "\u{2028}", "\u{2029}", "\u{85}": result.append("\n")
      case "\t": result.append(" ")
      default: if !isControl(scalar) { result.append(scalar) }
      }
      followsReturn = scalar == "\r"
    }
    return String(result)
  }

  /// The text on one line.
  static func line(_ text: String) -> String {
    let spaced = lines(text).lines.filter { !$0.isEmpty }.joined(separator: " ")
    return String(spaced.trimmed)
  }

  /// The text as paragraphs, each indented as Chinese papers are, without empty ones.
  static func paragraphs(_ text: String) -> String {
    lines(text).lines.map(\.trimmed).filter { !$0.isEmpty }
      .map { "　　\($0)" }.joined(separator: "\n")
  }

  /// The whole paper: no space at line ends, at most one empty line in a row, `\n` at the end.
  static func settled(_ text: String) -> String {
    var kept: [Substring] = []
    for line in text.lines {
      let settled = line.trimmedAtEnd
      if !settled.isEmpty || kept.last?.isEmpty == false { kept.append(settled) }
    }
    while kept.last?.isEmpty == true { kept.removeLast() }
    return kept.joined(separator: "\n") + "\n"
  }

  /// The text in the middle of the paper.
  static func centred(_ text: String) -> String {
    String(repeating: " ", count: max(0, (columns - width(text)) / 2)) + text
  }

  /// The text filled up with spaces to a width, on the right or, for figures, on the left.
  static func padded(_ text: String, to columns: Int, isFigure: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, columns - width(text)))
    return isFigure ? space + text : text + space
  }

  /// How many columns the text takes where a Han character takes two.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// The blocks of East Asian wide characters and of emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format: true
    default: false
    }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without space at either end, the ideographic one included.
  var trimmed: Substring { trimmedAtEnd.drop(while: \.isWhitespace) }

  /// Without space at the end.
  var trimmedAtEnd: Substring {
    var kept = self[...]
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept
  }
}
