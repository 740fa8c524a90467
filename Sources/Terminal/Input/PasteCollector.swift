/// Collects pasted bytes until the terminal says that they end.
struct PasteCollector: Sendable {
  private static let ending: [UInt8] = Array("\u{1B}[201~".utf8)
  private let limit: Int
  private var bytes: [UInt8] = []
  /// How many bytes of the ending have come.
  private var matched = 0
  /// The bytes that were over the limit.
  private(set) var dropped = 0

  init(limit: Int) { self.limit = limit }

  /// Takes one byte; true when the ending is complete.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.ending[matched] {
      matched += 1
      return matched == Self.ending.count
    }
    for index in 0..<matched { keep(Self.ending[index]) }
    matched = 0
    if byte == Self.ending[0] { matched = 1 } else { keep(byte) }
    return false
  }

  /// The text; bytes that are no UTF-8 are U+FFFD, and a character cut by the limit is left out.
  var text: String {
    var whole = bytes[...]
    if dropped > 0 {
      while let last = whole.last, last & 0xC0 == 0x80 { whole.removeLast() }
      if let last = whole.last, last >= 0xC0 { whole.removeLast() }
    }
    return String(decoding: whole, as: UTF8.self)
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < limit { bytes.append(byte) } else { dropped += 1 }
  }
}
