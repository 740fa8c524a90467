import Foundation

/// A text of a data file in Chinese and in English.
///
/// Words that belong to the criteria live in the edition's file, so that another edition brings
/// its own; both languages are always there.
public struct Bilingual: Codable, Hashable, Sendable {
  /// The Chinese text, the one that decides.
  public let zh: String
  /// The English text.
  public let en: String

  /// A text in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// Whether one of the languages has nothing but space.
  var lacksText: Bool { zh.allSatisfy(\.isWhitespace) || en.allSatisfy(\.isWhitespace) }
}
