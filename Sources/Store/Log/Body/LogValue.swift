import Foundation

/// A value of a body, as a type that reads sees it.
///
/// Two words: it lies within an existential without an allocation.
struct LogValue: Decoder {
  let tree: LogTree
  let node: Int

  var codingPath: [any CodingKey] { tree.path(to: node) }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try LogObject(tree, node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try LogList(tree, node) }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  /// Reads a value of any type; bytes stand as base64, all else as its type says.
  func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if type == Data.self, let data = try tree.data(node) as? Value { return data }
    return try Value(from: self)
  }
}

extension LogValue: SingleValueDecodingContainer {
  func decodeNil() -> Bool { tree.kind(of: node) == .null }
  func decode(_ type: Bool.Type) throws -> Bool { try tree.truth(node) }
  func decode(_ type: String.Type) throws -> String { try tree.text(node) }
  func decode(_ type: Double.Type) throws -> Double { try tree.fraction(node, as: type) }
  func decode(_ type: Float.Type) throws -> Float { try tree.fraction(node, as: type) }
  func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
    try tree.whole(node, as: type)
  }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try read(type) }
}
