import Foundation

/// Looks a body through and makes the row of its nodes.
///
/// Nothing is built but the nodes: texts and numbers are read when a type asks for them. The row
/// of bytes ends with a zero of our own, which no JSON goes beyond, so that no step asks whether
/// there is a next byte.
struct LogParser {
  /// How deep objects and lists may lie in each other.
  static let deepest = 64

  private let bytes: ContiguousArray<UInt8>
  private var place = 0
  private var nodes: ContiguousArray<LogNode> = []

  /// Looks a body through.
  ///
  /// - Throws: ``LogFormatFault`` for whatever is no JSON, a key that stands twice, too much depth.
  static func tree(of data: Data) throws(LogFormatFault) -> LogTree {
    guard data.count < Int(Int32.max) else { throw .tooLong }
    var bytes = ContiguousArray<UInt8>()
    bytes.reserveCapacity(data.count + 1)
    data.withUnsafeBytes { bytes.append(contentsOf: $0) }
    bytes.append(0)
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw .notText(at: error.byteOffsets.lowerBound)
    }
    var parser = LogParser(bytes)
    try parser.value(depth: 0)
    guard parser.place == data.count else { throw .trailing(at: parser.place) }
    return LogTree(bytes: bytes, nodes: parser.nodes)
  }

  private init(_ bytes: ContiguousArray<UInt8>) {
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 8 + 8)
  }

  /// The fault that no JSON goes on here.
  private var broken: LogFormatFault { place >= bytes.count - 1 ? .cutOff : .broken(at: place) }

  /// The place of an open node or one in an open node.
  private func path(to node: Int) -> String {
    LogFormatFault.place(LogTree(bytes: bytes, nodes: nodes).path(to: node))
  }

  private mutating func skipSpace() {
    while bytes[place] <= 0x20, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
  }

  /// Goes past a byte, if it stands here.
  private mutating func take(_ byte: UInt8) -> Bool {
    guard bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(LogFormatFault) {
    skipSpace()
    switch bytes[place] {
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "["): try list(depth: depth)
    case UInt8(ascii: "\""): try text(.text)
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    default: try number()
    }
  }

  // MARK: Objects and lists

  private mutating func open(_ kind: LogNode.Kind, depth: Int) throws(LogFormatFault) -> Int {
    let node = nodes.count
    nodes.append(LogNode(kind, start: place))
    nodes[node].cursor = Int32(node + 1)
    guard depth < Self.deepest else { throw .tooDeep(path(to: node)) }
    place += 1
    skipSpace()
    return node
  }

  private mutating func close(_ node: Int, count: Int) {
    nodes[node].count = Int32(truncatingIfNeeded: count)
    nodes[node].next = Int32(truncatingIfNeeded: nodes.count)
  }

  private mutating func object(depth: Int) throws(LogFormatFault) {
    let node = try open(.object, depth: depth)
    var (count, last, isRising) = (0, 0, true)
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipSpace()
        guard bytes[place] == UInt8(ascii: "\"") else { throw broken }
        let key = nodes.count
        try text(.key)
        isRising =
          isRising && nodes[key].isPlain && (count == 0 || isRisen(from: last, to: key))
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw broken }
        try value(depth: depth + 1)
        skipSpace()
        (count, last) = (count + 1, key)
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw broken }
    }
    // Keys that rise, as we write them, cannot repeat; all others are looked through.
    if !isRising { try checkKeys(of: node) }
    close(node, count: count)
  }

  /// Whether a plain key comes after another in the order of their bytes.
  private func isRisen(from first: Int, to second: Int) -> Bool {
    let (a, b) = (Int(nodes[first].start), Int(nodes[second].start))
    let (m, n) = (Int(nodes[first].count), Int(nodes[second].count))
    var offset = 0
    while offset < m, offset < n {
      let (x, y) = (bytes[a + offset], bytes[b + offset])
      if x != y { return x < y }
      offset += 1
    }
    return m < n
  }

  /// Refuses a key that stands twice, in whatever spelling.
  private func checkKeys(of object: Int) throws(LogFormatFault) {
    var seen: Set<String> = []
    var key = object + 1
    while key < nodes.count {
      if !seen.insert(bytes.text(of: nodes[key])).inserted {
        throw .repeatedKey(path(to: key + 1))
      }
      key = Int(nodes[key + 1].next)
    }
  }

  private mutating func list(depth: Int) throws(LogFormatFault) {
    let node = try open(.list, depth: depth)
    var count = 0
    if !take(UInt8(ascii: "]")) {
      repeat {
        try value(depth: depth + 1)
        skipSpace()
        count += 1
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw broken }
    }
    close(node, count: count)
  }

  // MARK: Texts, numbers, words

  private mutating func add(_ node: LogNode) {
    var node = node
    node.next = Int32(truncatingIfNeeded: nodes.count + 1)
    nodes.append(node)
  }

  private mutating func text(_ kind: LogNode.Kind) throws(LogFormatFault) {
    place += 1
    var node = LogNode(kind, start: place)
    var all: UInt8 = 0
    while true {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        node.isEscaped = true
        try escape()
        continue
      }
      guard byte >= 0x20 else { throw broken }
      all |= byte
      place += 1
    }
    node.isPlain = all < 0x80 && !node.isEscaped
    node.count = Int32(truncatingIfNeeded: place) - node.start
    place += 1
    add(node)
  }

  /// Goes past an escape; half of a surrogate pair is none.
  private mutating func escape() throws(LogFormatFault) {
    place += 1
    switch bytes[place] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      place += 1
    case UInt8(ascii: "u"):
      let unit = try unit()
      if UTF16.isTrailSurrogate(unit) { throw broken }
      guard UTF16.isLeadSurrogate(unit) else { return }
      guard take(UInt8(ascii: "\\")), bytes[place] == UInt8(ascii: "u") else { throw broken }
      guard UTF16.isTrailSurrogate(try self.unit()) else { throw broken }
    default: throw broken
    }
  }

  /// Goes past `u` and four digits.
  private mutating func unit() throws(LogFormatFault) -> UInt16 {
    place += 1
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = bytes[place].hexDigit else { throw broken }
      unit = unit << 4 | UInt16(digit)
      place += 1
    }
    return unit
  }

  private mutating func word(
    _ word: StaticString, _ kind: LogNode.Kind
  ) throws(LogFormatFault) {
    let start = place
    for offset in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[offset]) else { throw broken }
    }
    add(LogNode(kind, start: start))
  }

  private mutating func number() throws(LogFormatFault) {
    let start = place
    var kind = LogNode.Kind.whole
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) {
      kind = .fraction
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      kind = .fraction
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    var node = LogNode(kind, start: start)
    node.count = Int32(truncatingIfNeeded: place) - node.start
    add(node)
  }

  private mutating func digits() throws(LogFormatFault) {
    guard bytes[place].isDigit else { throw broken }
    while bytes[place].isDigit { place += 1 }
  }
}
