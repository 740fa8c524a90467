import Criteria
import Foundation

/// The languages of the screen.
public enum Language: String, Sendable, CaseIterable {
  case chinese
  case english

  /// Chinese unless the locale says otherwise; a locale without a language says nothing.
  public init(environment: [String: String]) {
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let name = locale.lowercased()
    let isSilent = name.isEmpty || name == "posix" || name == "c" || name.hasPrefix("c.")
    self = isSilent || name.hasPrefix("zh") ? .chinese : .english
  }
}

/// Words on the screen in both languages; the catalogue consists of extensions of this type.
public struct Phrase: Sendable, Hashable {
  /// In Chinese.
  public let zh: String
  /// In English.
  public let en: String

  /// The same thing said in both languages.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// Words that a data file has in both languages.
  public init(_ words: Bilingual) { self.init(words.zh, words.en) }

  /// Words that are the same in both languages: names, numbers, what people typed.
  public static func plain(_ text: String) -> Phrase { Phrase(text, text) }

  /// The words in a language.
  public func said(in language: Language) -> String { language == .chinese ? zh : en }

  /// Two phrases one after the other.
  public static func + (first: Phrase, second: Phrase) -> Phrase {
    Phrase(first.zh + second.zh, first.en + second.en)
  }
}
