import Criteria

/// Looks a text through for what is no JSON, and says where.
///
/// Our own few lines: Foundation's decoder says neither line nor column, takes a key that stands
/// twice, and takes a comma too many.
struct JSONSyntax {
  /// How deep objects and lists may lie in each other.
  private static let deepest = 64

  private let bytes: [UInt8]
  private var place = 0
  private var path: [Place.Step] = []
  /// A key that stands twice in its object.
  private var repeated: Place?

  private struct Broken: Error {}

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first thing that is wrong with a text; nil where it is JSON.
  static func fault(in bytes: [UInt8]) -> JSONFault? {
    var syntax = JSONSyntax(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { syntax.place = 3 }
    do throws(Broken) {
      try syntax.value()
      syntax.skipSpace()
      if syntax.place < bytes.count { throw Broken() }
    } catch {
      let (line, column) = syntax.position
      let isCut = syntax.place >= bytes.count
      return JSONFault(
        .file, isCut ? .cutOff(line: line, column: column) : .broken(line: line, column: column))
    }
    return syntax.repeated.map { JSONFault($0, .repeatedKey) }
  }

  /// Line and column of the byte at hand, counted from 1; a column is a character.
  private var position: (line: Int, column: Int) {
    let before = bytes.prefix(place)
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = before.count { $0 == 0x0A } + 1
    return (line, String(decoding: before[start...], as: UTF8.self).count + 1)
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private mutating func take(_ byte: Character) throws(Broken) {
    skipSpace()
    guard next == byte.asciiValue else { throw Broken() }
    place += 1
  }

  private mutating func value() throws(Broken) {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try list()
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
  }

  private mutating func object() throws(Broken) {
    if path.count > Self.deepest { throw Broken() }
    try take("{")
    skipSpace()
    if next == UInt8(ascii: "}") {
      place += 1
      return
    }
    var keys: Set<String> = []
    while true {
      skipSpace()
      let key = try string()
      path.append(.key(key))
      if !keys.insert(key).inserted, repeated == nil { repeated = .json(path) }
      try take(":")
      try value()
      path.removeLast()
      if try isLast(before: "}") { return }
    }
  }

  private mutating func list() throws(Broken) {
    if path.count > Self.deepest { throw Broken() }
    try take("[")
    skipSpace()
    if next == UInt8(ascii: "]") {
      place += 1
      return
    }
    var index = 0
    while true {
      path.append(.element(index))
      try value()
      path.removeLast()
      if try isLast(before: "]") { return }
      index += 1
    }
  }

  /// Whether an object or a list ends here; else a comma stands here.
  private mutating func isLast(before end: Character) throws(Broken) -> Bool {
    skipSpace()
    if next == end.asciiValue {
      place += 1
      return true
    }
    try take(",")
    return false
  }

  private mutating func string() throws(Broken) -> String {
    guard next == UInt8(ascii: "\"") else { throw Broken() }
    place += 1
    let start = place
    while let byte = next, byte != UInt8(ascii: "\"") {
      // A control character within quotes: most often the quote before the end of line is missing.
      if byte < 0x20 { throw Broken() }
      place += 1
      guard byte == UInt8(ascii: "\\") else { continue }
      guard let sign = next else { throw Broken() }
      guard #""\/bfnrtu"#.utf8.contains(sign) else { throw Broken() }
      place += 1
      guard sign == UInt8(ascii: "u") else { continue }
      for _ in 0..<4 {
        guard let digit = next, Character(UnicodeScalar(digit)).isHexDigit else { throw Broken() }
        place += 1
      }
    }
    guard next != nil else { throw Broken() }
    place += 1
    return String(decoding: bytes[start..<place - 1], as: UTF8.self)
  }

  private mutating func word(_ word: String) throws(Broken) {
    for byte in word.utf8 {
      guard next == byte else { throw Broken() }
      place += 1
    }
  }

  private mutating func number() throws(Broken) {
    if next == UInt8(ascii: "-") { place += 1 }
    let leadsWithZero = next == UInt8(ascii: "0")
    let whole = try digits()
    if leadsWithZero, whole > 1 { throw Broken() }
    if next == UInt8(ascii: ".") {
      place += 1
      _ = try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      _ = try digits()
    }
  }

  private mutating func digits() throws(Broken) -> Int {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    if place == start { throw Broken() }
    return place - start
  }
}
