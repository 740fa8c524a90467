import COffice
import Foundation

/// Text of any encoding that arrives (S1).
public enum TextDecoding {
  /// A text and the name of its encoding: by its mark, else strict UTF-8, else GB18030.
  public static func decode(_ bytes: Data) -> (text: String, encoding: String)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(bytes: bytes.dropFirst(3), encoding: .utf8).map { ($0, "UTF-8") }
    }
    for (mark, name) in [([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE")]
      as [([UInt8], String)]
    where bytes.starts(with: mark) {
      return iconv(bytes.dropFirst(2), from: name).map { ($0, name) }
    }
    if let text = String(bytes: bytes, encoding: .utf8) {
      return isText(text) ? (text, "UTF-8") : unmarked(bytes)
    }
    if let text = gb18030(bytes), isText(text) { return (text, "GB18030") }
    return unmarked(bytes)
  }

  /// UTF-16 without a mark: half of what a text in Latin letters and line ends holds is zero.
  private static func unmarked(_ bytes: Data) -> (text: String, encoding: String)? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    for name in ["UTF-16LE", "UTF-16BE"] {
      if let text = iconv(bytes, from: name), isText(text), text.contains(where: \.isNewline) {
        return (text, name)
      }
    }
    return nil
  }

  private static func isText(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.value >= 32 || (8...13).contains($0.value) || $0.value == 27
    }
  }

  /// A text in GB18030, strictly.
  static func gb18030(_ bytes: Data) -> String? { iconv(bytes, from: "GB18030") }

  private static func iconv(_ bytes: Data, from encoding: String) -> String? {
    var size = 0
    let found = bytes.withUnsafeBytes {
      coffice_decode(encoding, $0.baseAddress, bytes.count, &size)
    }
    guard let found else { return nil }
    defer { free(found) }
    return String(
      decoding: UnsafeRawBufferPointer(start: found, count: size), as: UTF8.self)
  }
}
