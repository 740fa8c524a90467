import Foundation

/// Text as it is compared (S1): widths, blanks and dashes alike. What is kept is never folded.
enum Folding {
  /// Whether a scalar is white space, or nothing that can be seen.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || isInvisible(scalar)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD: true
    default: false
    }
  }

  /// A line in half width with single kinds of blank, dash and dot; tabs stay tabs.
  static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) {
      switch scalar.value {
      case 0x20...0x7E, 0x09: folded.append(scalar)
      case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x301C, 0x223C: folded.append("~")
      case 0x2010...0x2015, 0x2212, 0x2500, 0xFE58, 0xFE63: folded.append("-")
      case 0xFE52, 0x2024: folded.append(".")
      case 0x30FB, 0x2022, 0x2219, 0x22C5: folded.append("·")
      // Numbers in one sign, and the radicals that PDFs have in the place of Han characters.
      case 0x2474...0x249B, 0x3220...0x3229, 0x2F00...0x2FDF, 0x2160...0x216B:
        folded.append(
          contentsOf: String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
      default: folded.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    return String(folded)
  }

  /// A title as titles are compared (S6): without blanks, marks, 与 和 及 、 的.
  static func key(_ text: String) -> String {
    var plain = fold(text).lowercased()
    for (from, to) in synonyms { plain = plain.replacingOccurrences(of: from, with: to) }
    var key = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      if !dropped.contains(scalar) { key.append(scalar) }
    }
    return String(key)
  }

  private static let dropped: Set<Unicode.Scalar> = ["与", "和", "及", "的"]
  private static let synonyms = [
    ("以及", ""), ("客户", "顾客"), ("企业", "组织"), ("公司", "组织"), (" and ", " "), (" the ", " "),
    (" of ", " "),
  ]
}
