import Foundation

/// Text that people typed, made fit for paper, XML and HTML.
public enum Markup {
  /// The text with every character that markup gives a meaning written as a reference.
  ///
  /// It goes by scalars, so that a combining mark after a `<` does not hide it.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text without control and format characters, which turn text around or end a file.
  ///
  /// Line ends become `\n`, a tab a space.
  public static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": if !followsReturn { result.append("\n") }
      case "\r", "\u{2028}", "\u{2029}", "\u{85}": result.append("\n")
      case "\t": result.append(" ")
      default:
        switch scalar.properties.generalCategory {
        case .control, .format: break
        // FFFE and FFFF of every plane are no characters, and no XML may hold them.
        default: if scalar.value & 0xFFFE != 0xFFFE { result.append(scalar) }
        }
      }
      followsReturn = scalar == "\r"
    }
    return String(result)
  }

  /// The cleaned text, line by line.
  public static func lines(_ text: String) -> [String] {
    cleaned(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }

  /// The cleaned text on one line, as titles, names and numbers stand.
  public static func line(_ text: String) -> String {
    lines(text).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
