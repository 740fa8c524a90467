import Foundation
import Procedure

/// A type that is described by the types in it, and that can be made empty.
protocol FormatCollection {
  /// The types in it.
  static var parts: [any Decodable.Type] { get }
  /// How it is called, with the names of its parts.
  static func name(_ parts: [String]) -> String
  static var empty: Self { get }
}

extension Optional: FormatCollection where Wrapped: Decodable {
  static var parts: [any Decodable.Type] { [Wrapped.self] }
  static func name(_ parts: [String]) -> String { "\(parts[0])?" }
  static var empty: Self { nil }
}

extension Array: FormatCollection where Element: Decodable {
  static var parts: [any Decodable.Type] { [Element.self] }
  static func name(_ parts: [String]) -> String { "[\(parts[0])]" }
  static var empty: Self { [] }
}

extension Set: FormatCollection where Element: Decodable {
  static var parts: [any Decodable.Type] { [Element.self] }
  static func name(_ parts: [String]) -> String { "Set<\(parts[0])>" }
  static var empty: Self { [] }
}

extension Dictionary: FormatCollection where Key: Decodable, Value: Decodable {
  static var parts: [any Decodable.Type] { [Key.self, Value.self] }
  /// Keys that are no keys of JSON make a list of keys and values in turn.
  static func name(_ parts: [String]) -> String {
    let isObject =
      Key.self == String.self || Key.self == Int.self || Key.self is any CodingKeyRepresentable.Type
    return isObject ? "[\(parts[0]): \(parts[1])]" : "[\(parts[0]), \(parts[1]), …]"
  }
  static var empty: Self { [:] }
}

/// A field that was added later, with its default.
protocol FormatAdded {
  static var part: any Decodable.Type { get }
  /// The default as it would stand in a body.
  static var standing: String { get throws }
  static var standard: Self { get }
}

extension Added: FormatAdded {
  static var part: any Decodable.Type { Default.Value.self }
  static var standing: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(Default.value), as: UTF8.self)
    }
  }
  static var standard: Self { Self(wrappedValue: Default.value) }
}

/// What a type is called in the format: without its module, with the types around it.
enum FormatName {
  static func of(_ type: any Decodable.Type) -> String {
    if let collection = type as? any FormatCollection.Type {
      return collection.name(collection.parts.map { of($0) })
    }
    // A private type has an address in its name, a type of a module the module.
    return String(reflecting: type)
      .replacing(/\(unknown context at \$[0-9a-f]+\)\./, with: "")
      .replacing(/(^|[<, ])\w+\./) { "\($0.output.1)" }
  }
}
