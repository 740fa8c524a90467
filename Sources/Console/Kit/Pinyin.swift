import Foundation
import Procedure

/// Han characters as people type them by their sound: 提交 is found by «tj», 赵一 by «zhaoyi».
enum Pinyin {
  /// A text by its sound.
  struct Reading: Sendable, Hashable {
    /// Every syllable: «zhaoyi».
    var full: String
    /// The first letter of each: «zy».
    var initials: String
  }

  /// The initials of a text's Han characters; other letters stay.
  static func initials(of text: String) -> String {
    var initials = ""
    for character in text {
      if character.isASCII {
        if character.isLetter || character.isNumber { initials.append(character) }
        continue
      }
      let latin = String(character).applyingTransform(.mandarinToLatin, reverse: false) ?? ""
      if let first = latin.first, first != character {
        initials.append(
          contentsOf: String(first).folding(options: .diacriticInsensitive, locale: nil))
      }
    }
    return initials.lowercased()
  }

  /// How the names of people are read, the likeliest first; where a surname is read in a way of its
  /// own, both ways.
  ///
  /// All of them at once: each call of the transform costs more than the names in it.
  static func readings(of names: [String]) -> [[Reading]] {
    let spaced = names.map { name in
      name.onOneLine.map { $0.isASCII ? String($0) : " \($0) " }.joined()
    }
    let text = spaced.joined(separator: "\n")
    let latin = text.applyingTransform(.mandarinToLatin, reverse: false) ?? text
    let lines = latin.lines.map(syllables)
    guard lines.count == names.count else { return names.map { _ in [] } }
    return zip(names, lines).map { name, syllables in
      guard let first = name.first, let own = surnames[first], !syllables.isEmpty else {
        return [reading(syllables)]
      }
      return [reading([own] + syllables.dropFirst()), reading(syllables)]
    }
  }

  private static func syllables(_ line: Substring) -> [String] {
    line.split(whereSeparator: \.isWhitespace).map { word in
      // ü is typed as v; folded it would become u.
      let typed = String(word.map { "üǖǘǚǜ".contains($0) ? "v" : $0 })
      return typed.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        .filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }.filter { !$0.isEmpty }
  }

  private static func reading(_ syllables: [String]) -> Reading {
    Reading(full: syllables.joined(), initials: String(syllables.compactMap(\.first)))
  }

  /// Characters that as surnames sound otherwise than as words.
  private static let surnames: [Character: String] = [
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "朴": "piao",
    "乐": "yue", "翟": "zhai", "盖": "ge", "缪": "miao", "冼": "xian", "任": "ren", "华": "hua",
    "员": "yun", "召": "shao", "繁": "po", "折": "she", "逄": "pang", "种": "chong", "秘": "bi",
    "尉": "yu", "万": "mo", "宓": "mi", "晁": "chao", "覃": "qin", "郇": "xun", "洗": "xian",
  ]
}
