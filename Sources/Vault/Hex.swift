import Foundation

/// Ids as text: lower-case hexadecimal, two digits a byte.
public enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Writes bytes as lower-case hexadecimal digits.
  public static func encode(_ data: Data) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(data.count * 2)
    for byte in data {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads bytes from lower-case hexadecimal digits.
  ///
  /// - Returns: nil for an odd number of digits or any other character; capitals too are refused,
  ///   so that an id has one spelling.
  public static func decode(_ text: String) -> Data? {
    let characters = Array(text.utf8)
    guard characters.count.isMultiple(of: 2) else { return nil }
    var data = Data(capacity: characters.count / 2)
    for start in stride(from: 0, to: characters.count, by: 2) {
      guard let high = value(characters[start]), let low = value(characters[start + 1]) else {
        return nil
      }
      data.append(high << 4 | low)
    }
    return data
  }

  private static func value(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
