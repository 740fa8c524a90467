/// A list of a body; it notes which elements were asked for.
struct LogList: UnkeyedDecodingContainer {
  private let tree: LogTree
  private let node: Int32
  /// The node of the element at hand.
  private var at: Int32
  private var index: Int32 = 0

  /// A list; throws where the value is none.
  init(_ tree: LogTree, _ node: Int) throws {
    guard tree.kind(of: node) == .list else { throw tree.mismatch([Any].self, at: node) }
    self.tree = tree
    (self.node, at) = (Int32(truncatingIfNeeded: node), Int32(truncatingIfNeeded: node + 1))
  }

  var codingPath: [any CodingKey] { tree.path(to: Int(node)) }
  var count: Int? { tree.count(of: Int(node)) }
  var currentIndex: Int { Int(index) }
  var isAtEnd: Bool { Int(index) >= tree.count(of: Int(node)) }

  /// Reads the element at hand and goes on; a fault leaves the list where it is.
  private mutating func take<Value>(_ read: (LogTree, Int) throws -> Value) throws -> Value {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Value.self,
        .init(codingPath: codingPath + [LogKey(currentIndex)], debugDescription: "no more"))
    }
    tree.ask(Int(at))
    let value = try read(tree, Int(at))
    at = Int32(truncatingIfNeeded: tree.next(after: Int(at)))
    index += 1
    return value
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, tree.kind(of: Int(at)) == .null else { return false }
    return try take { _, _ in true }
  }
  mutating func decode(_ type: Bool.Type) throws -> Bool { try take { try $0.truth($1) } }
  mutating func decode(_ type: String.Type) throws -> String { try take { try $0.text($1) } }
  mutating func decode(_ type: Double.Type) throws -> Double {
    try take { try $0.fraction($1, as: type) }
  }
  mutating func decode(_ type: Float.Type) throws -> Float {
    try take { try $0.fraction($1, as: type) }
  }
  mutating func decode<Number: FixedWidthInteger & Decodable>(
    _ type: Number.Type
  ) throws -> Number {
    try take { try $0.whole($1, as: type) }
  }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try take { try LogValue(tree: $0, node: $1).read(type) }
  }

  mutating func nestedContainer<Inner>(
    keyedBy type: Inner.Type
  ) throws -> KeyedDecodingContainer<Inner> {
    try take { KeyedDecodingContainer(try LogObject<Inner>($0, $1)) }
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try take { try LogList($0, $1) }
  }
  mutating func superDecoder() throws -> any Decoder {
    try take { LogValue(tree: $0, node: $1) }
  }
}
