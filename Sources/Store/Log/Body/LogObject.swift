/// An object of a body; it notes which keys were asked for.
///
/// `allKeys` alone asks for none: an enum that looks for its case there, and a dictionary, ask for
/// each key that they take.
struct LogObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let tree: LogTree
  private let node: Int

  /// An object; throws where the value is none.
  init(_ tree: LogTree, _ node: Int) throws {
    guard tree.kind(of: node) == .object else {
      throw tree.mismatch([String: Any].self, at: node)
    }
    (self.tree, self.node) = (tree, node)
  }

  var codingPath: [any CodingKey] { tree.path(to: node) }
  var allKeys: [Key] { tree.keys(in: node, as: Key.self) }

  func contains(_ key: Key) -> Bool { tree.value(key, in: node) != nil }

  private func value(_ key: Key) throws -> Int {
    guard let value = tree.value(key, in: node) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "no such key"))
    }
    return value
  }

  func decodeNil(forKey key: Key) throws -> Bool { tree.kind(of: try value(key)) == .null }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    try tree.truth(value(key))
  }
  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try tree.text(value(key))
  }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try tree.fraction(value(key), as: type)
  }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
    try tree.fraction(value(key), as: type)
  }
  func decode<Number: FixedWidthInteger & Decodable>(
    _ type: Number.Type, forKey key: Key
  ) throws -> Number {
    try tree.whole(value(key), as: type)
  }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try LogValue(tree: tree, node: value(key)).read(type)
  }

  func nestedContainer<Inner>(
    keyedBy type: Inner.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Inner> {
    KeyedDecodingContainer(try LogObject<Inner>(tree, value(key)))
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try LogList(tree, value(key))
  }
  func superDecoder(forKey key: Key) throws -> any Decoder {
    LogValue(tree: tree, node: try value(key))
  }
  func superDecoder() throws -> any Decoder {
    guard let value = tree.value(LogKey("super"), in: node) else {
      throw DecodingError.keyNotFound(
        LogKey("super"), .init(codingPath: codingPath, debugDescription: "no such key"))
    }
    return LogValue(tree: tree, node: value)
  }
}
