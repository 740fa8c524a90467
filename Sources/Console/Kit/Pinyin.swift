import Foundation

/// The initials by which people type the names of actions: 提交 is found by «tj».
enum Pinyin {
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
}
