import Foundation

/// Crockford's base32: codes that people read aloud, write down and type.
///
/// The alphabet has no I, L, O and U. Reading is forgiving: full-width and small letters, white
/// space, dashes of any kind, O for 0, I and L for 1.
enum Base32 {
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let values: [Character: Int] = {
    var values = Dictionary(uniqueKeysWithValues: zip(alphabet, 0...))
    values["O"] = 0
    values["I"] = 1
    values["L"] = 1
    return values
  }()
  /// Marks that an input method may give for a dash and that Unicode does not count among dashes.
  private static let otherDashes: Set<Unicode.Scalar> = ["\u{2212}", "\u{30FC}", "\u{2500}", "_"]

  /// Writes bytes as characters, five bits each, the last one filled with zeros.
  static func encode(_ data: Data) -> String {
    var text = ""
    var buffer = 0
    var bits = 0
    for byte in data {
      buffer = buffer << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[buffer >> bits & 31])
      }
      buffer &= 1 << bits - 1
    }
    if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
    return text
  }

  /// Reads bytes from characters as ``strip(_:)`` leaves them.
  ///
  /// - Returns: nil for a character that codes do not have, or if bits are left over.
  static func decode(_ text: some StringProtocol) -> Data? {
    var data = Data()
    var buffer = 0
    var bits = 0
    for character in text {
      guard let value = values[character] else { return nil }
      buffer = buffer << 5 | value
      bits += 5
      if bits >= 8 {
        bits -= 8
        data.append(UInt8(buffer >> bits & 255))
      }
      buffer &= 1 << bits - 1
    }
    return buffer == 0 && bits < 5 ? data : nil
  }

  /// Brings what was typed to the characters of the alphabet: one spelling for each code.
  ///
  /// - Returns: nil if a character is left that codes do not have.
  static func strip(_ text: String) -> String? {
    let spelt = spell(text)
    return spelt.contains(stranger) ? nil : spelt
  }

  /// What stands for a character that codes do not have.
  static let stranger: Character = "?"

  /// Brings what was typed to the characters of the alphabet, with ``stranger`` for all others.
  static func spell(_ text: String) -> String {
    var stripped = ""
    for scalar in text.precomposedStringWithCompatibilityMapping.uppercased().unicodeScalars {
      let properties = scalar.properties
      if properties.isWhitespace || otherDashes.contains(scalar)
        || [.dashPunctuation, .format].contains(properties.generalCategory)
      {
        continue
      }
      stripped.append(values[Character(scalar)].map { alphabet[$0] } ?? stranger)
    }
    return stripped
  }

  /// Sets a code in groups of four with dashes between them.
  static func grouped(_ text: String) -> String {
    var groups: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      groups.append(rest.prefix(4))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: "-")
  }
}
