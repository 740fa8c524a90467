import Foundation
import Procedure

/// What is wrong with a file, noted while it is decoded, so that all of it is named at once.
///
/// Unchecked: a decoder's notes travel as `Sendable`, but one decoder works in one thread.
final class FaultLog: @unchecked Sendable {
  /// What was noted, in the order of the reading.
  private(set) var all: [DecodingError] = []

  func note(_ error: DecodingError) { all.append(error) }
}

extension CodingUserInfoKey {
  /// Where a decoder finds the log of faults.
  static let faultLog = CodingUserInfoKey(rawValue: "faults")
}

extension Decoder {
  /// Notes a fault and goes on; without a log it is thrown.
  fileprivate func note(_ error: DecodingError) throws {
    guard let log = CodingUserInfoKey.faultLog.flatMap({ userInfo[$0] }) as? FaultLog else {
      throw error
    }
    log.note(error)
  }
}

/// The fields of an object, read one by one: what is wrong with one does not hide the others.
///
/// Where something is wrong a stand-in is given; nobody looks at it, since the fault is noted.
struct Fields<Key: CodingKey & CaseIterable> {
  private let decoder: any Decoder
  /// None where the value is no object.
  private let container: KeyedDecodingContainer<Key>?

  /// The fields of an object; keys that the format does not have are noted.
  init(_ decoder: any Decoder, _ keys: Key.Type) throws {
    self.decoder = decoder
    do {
      let names = try decoder.container(keyedBy: AnyKey.self).allKeys
      let known = Set(Key.allCases.map(\.stringValue))
      for key in names.sorted(by: { $0.stringValue < $1.stringValue })
      where !known.contains(key.stringValue) {
        try decoder.note(.unknownKey(decoder.codingPath + [key]))
      }
      container = try decoder.container(keyedBy: keys)
    } catch let error as DecodingError {
      try decoder.note(error)
      container = nil
    }
  }

  /// A field that must be there.
  func value<Value: Decodable>(_ key: Key, or standIn: Value) throws -> Value {
    guard let container else { return standIn }
    guard container.contains(key), try !container.decodeNil(forKey: key) else {
      try decoder.note(
        .keyNotFound(key, .init(codingPath: decoder.codingPath, debugDescription: "missing")))
      return standIn
    }
    return try optional(key) ?? standIn
  }

  /// A field that may be left out.
  func optional<Value: Decodable>(_ key: Key) throws -> Value? {
    try container?.decodeIfPresent(Lenient<Value>.self, forKey: key)?.value
  }

  /// A list that must be there, without the elements at fault.
  func required<Value: Decodable>(_ key: Key) throws -> [Value] {
    try value(key, or: [Lenient<Value>]()).compactMap(\.value)
  }

  /// A list that may be left out, without the elements at fault.
  func list<Value: Decodable>(_ key: Key) throws -> [Value] {
    let found: [Lenient<Value>]? = try optional(key)
    return found?.compactMap(\.value) ?? []
  }
}

/// A value, or nothing where it is at fault.
private struct Lenient<Value: Decodable>: Decodable {
  let value: Value?

  init(from decoder: any Decoder) throws {
    do {
      value = try Value(from: decoder)
    } catch let error as DecodingError {
      try decoder.note(error)
      value = nil
    }
  }
}

/// A key of any name.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
