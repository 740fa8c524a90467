import Foundation
import GRDB

/// Pairs of neighbouring characters: what finds two-character Chinese words.
///
/// A single character is found by the pairs that begin with it, and the last one by itself.
enum Bigrams {
  /// A text as it is compared: neither case, width nor blanks count.
  static func folded(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace }
  }

  /// The same in SQL: `folded(text)`.
  static let function = DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map(folded)
  }

  /// The grams of a text.
  static func of(_ text: String) -> [String] {
    let folded = Array(folded(text))
    return pairs(folded) + folded.suffix(1).map { String($0) }
  }

  /// The grams that a text to be found must have: its pairs, or one that begins with the character
  /// that it is; none of an empty text.
  static func wanted(_ text: String) -> [ClosedRange<String>] {
    let folded = Array(folded(text))
    if folded.count == 1 { return folded.map { String($0)...(String($0) + "\u{10FFFF}") } }
    return Set(pairs(folded)).sorted().map { $0...$0 }
  }

  private static func pairs(_ folded: [Character]) -> [String] {
    zip(folded, folded.dropFirst()).map { String([$0, $1]) }
  }
}
