import Foundation

/// A body that was looked through: its bytes and the row of its nodes.
///
/// The first node is the whole body. A type that reads it notes here what it asks for.
final class LogTree {
  private let bytes: ContiguousArray<UInt8>
  private var nodes: ContiguousArray<LogNode>

  /// A tree of bytes that end with a zero of our own, and their nodes.
  init(bytes: ContiguousArray<UInt8>, nodes: ContiguousArray<LogNode>) {
    (self.bytes, self.nodes) = (bytes, nodes)
  }

  func kind(of node: Int) -> LogNode.Kind { nodes[node].kind }
  func count(of node: Int) -> Int { Int(nodes[node].count) }
  func next(after node: Int) -> Int { Int(nodes[node].next) }

  /// Notes that the type which reads has asked for a value.
  func ask(_ node: Int) { nodes[node].isAsked = true }

  /// The first value that no type has asked for.
  var stranger: Int? { nodes.firstIndex { !$0.isAsked && $0.kind != .key } }

  // MARK: Objects

  /// The value under a key, noted as asked for; nil where there is none.
  ///
  /// The search begins at the key found last: what asks in the order of the text never searches.
  func value<Key: CodingKey>(_ key: Key, in object: Int) -> Int? {
    var name = key.stringValue
    return name.withUTF8 { name in
      let (first, end) = (object + 1, next(after: object))
      guard first < end else { return nil }
      let start = Int(nodes[object].cursor)
      var at = start
      repeat {
        if isKey(at, name) {
          nodes[object].cursor = Int32(truncatingIfNeeded: at)
          nodes[at + 1].isAsked = true
          return at + 1
        }
        at = next(after: at + 1)
        if at == end { at = first }
      } while at != start
      return nil
    }
  }

  private func isKey(_ node: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let key = nodes[node]
    if key.isEscaped { return bytes.text(of: key).utf8.elementsEqual(name) }
    guard Int(key.count) == name.count else { return false }
    let start = Int(key.start)
    for offset in name.indices where bytes[start + offset] != name[offset] { return false }
    return true
  }

  /// The keys of an object that a type knows, in the order of the text; none is asked for by this.
  func keys<Key: CodingKey>(in object: Int, as type: Key.Type) -> [Key] {
    var keys: [Key] = []
    keys.reserveCapacity(count(of: object))
    let end = next(after: object)
    var at = object + 1
    while at < end {
      if let key = Key(stringValue: bytes.text(of: nodes[at])) { keys.append(key) }
      at = next(after: at + 1)
    }
    return keys
  }

  // MARK: Values

  /// A text.
  func text(_ node: Int) throws -> String {
    guard nodes[node].kind == .text else { throw mismatch(String.self, at: node) }
    return bytes.text(of: nodes[node])
  }

  /// Bytes, which stand as base64.
  func data(_ node: Int) throws -> Data {
    let text = try text(node)
    guard let data = Data(base64Encoded: text) else {
      throw LogFormatFault.unknownValue(place(of: node)).decodingError(at: path(to: node))
    }
    return data
  }

  /// A truth.
  func truth(_ node: Int) throws -> Bool {
    switch nodes[node].kind {
    case .yes: return true
    case .no: return false
    default: throw mismatch(Bool.self, at: node)
    }
  }

  /// A whole number that its type can hold.
  func whole<Number: FixedWidthInteger>(_ node: Int, as type: Number.Type) throws -> Number {
    guard nodes[node].kind == .whole else { throw mismatch(type, at: node) }
    guard let number = bytes.whole(of: nodes[node], as: type) else { throw range(at: node) }
    return number
  }

  /// A number that its type can hold.
  func fraction<Number: BinaryFloatingPoint & LosslessStringConvertible>(
    _ node: Int, as type: Number.Type
  ) throws -> Number {
    let kind = nodes[node].kind
    guard kind == .whole || kind == .fraction else { throw mismatch(type, at: node) }
    guard let number = bytes.fraction(of: nodes[node], as: type) else { throw range(at: node) }
    return number
  }

  // MARK: Faults

  /// The fault that a value is of another kind.
  func mismatch(_ type: any Any.Type, at node: Int) -> DecodingError {
    let context = DecodingError.Context(
      codingPath: path(to: node), debugDescription: "\(nodes[node].kind) stands there")
    return nodes[node].kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }

  private func range(at node: Int) -> DecodingError {
    LogFormatFault.outOfRange(place(of: node)).decodingError(at: path(to: node))
  }

  /// A node's place as it is written.
  func place(of node: Int) -> String { LogFormatFault.place(path(to: node)) }

  /// The keys and places that lead to a value, found only when somebody asks.
  func path(to node: Int) -> [any CodingKey] {
    var path: [any CodingKey] = []
    var at = 0
    while at < node {
      let isObject = nodes[at].kind == .object
      var (child, index) = (isObject ? at + 2 : at + 1, 0)
      // What is still open ends nowhere yet, and holds all that follows.
      while nodes[child].next != 0, next(after: child) <= node {
        child = next(after: child) + (isObject ? 1 : 0)
        index += 1
      }
      path.append(isObject ? LogKey(bytes.text(of: nodes[child - 1])) : LogKey(index))
      at = child
    }
    return path
  }
}

/// A step of a path: a key, or a place in a list.
struct LogKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  /// A key.
  init(_ name: String) { (stringValue, intValue) = (name, nil) }
  /// A place in a list, from 0.
  init(_ index: Int) { (stringValue, intValue) = ("\(index)", index) }
  init(stringValue: String) { self.init(stringValue) }
  init(intValue: Int) { self.init(intValue) }
}
