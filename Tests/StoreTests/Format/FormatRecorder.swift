import Foundation

/// What a type asked a decoder for.
final class FormatRecord {
  /// The keys with their types, in the order in which they were asked for.
  private(set) var fields: [(key: String, type: String)] = []
  /// What it asked for where it did not ask for keys: the kind of its value, or the elements.
  var values: [String] = []
  var isList = false
  /// The cases, where it asked which keys there are, and there is an end to them.
  var cases: [String]?
  /// Keys that it first asked whether they are there.
  var doubted: Set<String> = []

  /// Notes a key; the first asking counts.
  func note(_ key: String, _ type: String) {
    if !fields.contains(where: { $0.key == key }) { fields.append((key, type)) }
  }

  /// The lines of the keys, sorted by key; `?` stands behind what may be missing.
  func lines(_ indent: String) -> [String] {
    fields.sorted { $0.key < $1.key }.map { field in
      "\(indent)\(field.key): \(field.type)\(doubted.contains(field.key) ? "?" : "")"
    }
  }
}

/// What could not be made without a body.
struct FormatFailure: Error, CustomStringConvertible {
  let description: String
}

/// A decoder without a body: it notes what is asked for and makes up the answer.
///
/// An attempt has a text and a number for whoever asks for one, and one case for enums.
struct FormatRecorder: Decoder {
  let record: FormatRecord
  let format: RecordedFormat
  /// The attempt's text and number.
  let text: String
  let number: Int
  /// The attempt's case, of an enum with payloads.
  let choice: Int
  /// What stands before a nested container's keys.
  var prefix = ""

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(FormatObject<Key>(recorder: self))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    record.isList = true
    return FormatList(recorder: self)
  }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  /// The answer to whoever asks for a value of a type.
  func made<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value: Any? =
      switch type {
      case is String.Type: text
      case is Bool.Type: true
      case is Data.Type: Data()
      case is Double.Type: Double(number)
      case is Float.Type: Float(number)
      case let type as any FixedWidthInteger.Type: type.init(truncatingIfNeeded: number)
      default: nil
      }
    if let value = value as? Value { return value }
    return try format.made(type)
  }
}

extension FormatRecorder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { false }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    record.values.append(FormatName.of(type))
    return try made(type)
  }
}

/// An object that has every key it is asked for.
struct FormatObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let recorder: FormatRecorder
  var codingPath: [any CodingKey] { [] }

  private func name(_ key: any CodingKey) -> String { recorder.prefix + key.stringValue }

  var allKeys: [Key] {
    guard let keys = EnumValues.all(of: Key.self) else { return [] }
    recorder.record.cases = keys.map(\.stringValue)
    return keys.indices.contains(recorder.choice) ? [keys[recorder.choice]] : []
  }

  func contains(_ key: Key) -> Bool {
    recorder.record.doubted.insert(name(key))
    return true
  }
  func decodeNil(forKey key: Key) throws -> Bool { false }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    if let added = type as? any FormatAdded.Type {
      recorder.record.note(name(key), try recorder.format.name(of: added))
      // That it may be missing is said by its default.
      recorder.record.doubted.remove(name(key))
      if let value = added.standard as? Value { return value }
    }
    // An optional that is asked for outright stands there always, if only as null.
    let isNull = type is any ExpressibleByNilLiteral.Type
    recorder.record.note(name(key), FormatName.of(type) + (isNull ? " (null)" : ""))
    return try recorder.made(type)
  }

  /// A payload's keys stand without the case before them: the case has its own heading.
  func nestedContainer<Inner>(
    keyedBy type: Inner.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Inner> {
    var inner = recorder
    inner.prefix = recorder.record.cases == nil ? name(key) + "." : ""
    return KeyedDecodingContainer(FormatObject<Inner>(recorder: inner))
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw FormatFailure(description: "a nested list under \(name(key)) is not described")
  }
  func superDecoder() throws -> any Decoder {
    throw FormatFailure(description: "classes with a base are not described")
  }
  func superDecoder(forKey key: Key) throws -> any Decoder { try superDecoder() }
}

/// A list that has every element it is asked for, and ends where one asks after the first.
struct FormatList: UnkeyedDecodingContainer {
  let recorder: FormatRecorder
  var codingPath: [any CodingKey] { [] }
  var count: Int? { nil }
  private(set) var currentIndex = 0
  var isAtEnd: Bool { currentIndex > 0 }

  /// A list at its first element.
  init(recorder: FormatRecorder) { self.recorder = recorder }

  mutating func decodeNil() throws -> Bool { false }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    recorder.record.values.append(FormatName.of(type))
    currentIndex += 1
    return try recorder.made(type)
  }
  mutating func nestedContainer<Inner>(
    keyedBy type: Inner.Type
  ) throws -> KeyedDecodingContainer<Inner> {
    throw FormatFailure(description: "an object of no type in a list is not described")
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw FormatFailure(description: "a list of no type in a list is not described")
  }
  mutating func superDecoder() throws -> any Decoder {
    throw FormatFailure(description: "classes with a base are not described")
  }
}
