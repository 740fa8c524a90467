import Foundation

/// The format of the log's bodies as text, made by asking the types themselves.
///
/// Every type that can stand in a body is read by a decoder without a body, which notes every key
/// asked for. The text has a paragraph for each kind of entry and a line or paragraph for each
/// type in it; it changes when a field at any depth is added, removed, renamed, gets another type
/// or becomes optional, and when a word of an enum comes or goes.
final class RecordedFormat {
  /// Texts that are tried in turn where a type does not take every text.
  private let texts: [String]
  private var kinds: [String] = []
  private var types: [ObjectIdentifier: (name: String, lines: [String])] = [:]
  private var values: [ObjectIdentifier: Any] = [:]
  private var underWay: Set<ObjectIdentifier> = []
  private var waiting: [any Decodable.Type] = []

  /// An empty format.
  ///
  /// - Parameter texts: what types take that take neither a number, a day nor a month as text.
  init(texts: [String] = []) {
    self.texts = ["", "0", "2026-01-01", "2026-01"] + texts
  }

  /// Describes an enum whose cases are kinds of entry, and all types in it.
  ///
  /// - Parameters:
  ///   - type: the enum.
  ///   - heading: what stands behind a kind's name: its version, stream and placement.
  /// - Throws: ``FormatFailure`` for a type of which no value could be made up.
  func add<Kinds: Decodable>(_ type: Kinds.Type, heading: (String) -> String) throws {
    let shape = try shape(of: type)
    guard let cases = shape.first?.record.cases else {
      throw FormatFailure(description: "\(type) is no enum with payloads")
    }
    kinds += zip(cases, shape).map { name, attempt in
      ([heading(name).isEmpty ? name : "\(name) \(heading(name))"] + attempt.record.lines("  "))
        .joined(separator: "\n")
    }
    while let next = waiting.popLast() { try describe(next) }
    let names = Dictionary(grouping: types.values.map(\.name)) { $0 }
    if let double = names.first(where: { $0.value.count > 1 })?.key {
      throw FormatFailure(description: "two types are called \(double)")
    }
  }

  /// The whole format.
  var text: String {
    let paragraphs =
      kinds.sorted()
      + types.values.sorted { $0.name < $1.name }.map { $0.lines.joined(separator: "\n") }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  // MARK: Types

  /// A type that was asked for and is described later.
  private func wait(for type: any Decodable.Type) {
    if let collection = type as? any FormatCollection.Type {
      for part in collection.parts { wait(for: part) }
    } else if types[ObjectIdentifier(type)] == nil, !Self.isPlain(type) {
      waiting.append(type)
    }
  }

  /// Whether a type is one of JSON's own, or bytes as base64.
  private static func isPlain(_ type: any Decodable.Type) -> Bool {
    switch type {
    case is String.Type, is Bool.Type, is Data.Type, is Double.Type, is Float.Type,
      is any FixedWidthInteger.Type:
      true
    default: false
    }
  }

  /// How an added field's type is called, with its default.
  func name(of added: any FormatAdded.Type) throws -> String {
    wait(for: added.part)
    return "\(FormatName.of(added.part)) = \(try added.standing)"
  }

  private func describe<Value: Decodable>(_ type: Value.Type) throws {
    let id = ObjectIdentifier(type)
    guard types[id] == nil else { return }
    let name = FormatName.of(type)
    let shape = try shape(of: type)
    guard let record = shape.first?.record else { return }
    var lines: [String]
    if let cases = record.cases {
      lines = [name]
      for (label, attempt) in zip(cases, shape).sorted(by: { $0.0 < $1.0 }) {
        lines += ["  \(label)"] + attempt.record.lines("    ")
      }
    } else if record.fields.isEmpty {
      let values = record.values.joined(separator: ", ")
      lines = ["\(name) = \(record.isList ? "[\(values)]" : values)\(Self.words(of: type))"]
    } else {
      lines = [name] + record.lines("  ")
    }
    types[id] = (name, lines)
  }

  /// The words or numbers that stand for the cases of an enum.
  private static func words<Value>(of type: Value.Type) -> String {
    let words = raw(of: type).map { "\($0)" }
    return words.isEmpty ? "" : ": " + words.sorted().joined(separator: " ")
  }

  private static func raw<Value>(of type: Value.Type) -> [Any] {
    guard let values = EnumValues.all(of: type) else { return [] }
    return values.compactMap { ($0 as? any RawRepresentable)?.rawValue }
  }

  // MARK: Values

  private typealias Attempt<Value> = (record: FormatRecord, value: Value)

  /// What a type asks for: once, or once for each of its cases.
  private func shape<Value: Decodable>(of type: Value.Type) throws -> [Attempt<Value>] {
    let first = try attempt(type, choice: 0)
    values[ObjectIdentifier(type)] = first.value
    guard let cases = first.record.cases, cases.count > 1 else { return [first] }
    return [first] + (try (1..<cases.count).map { try attempt(type, choice: $0) })
  }

  /// Makes a value, with one text and number after the other until the type takes them.
  private func attempt<Value: Decodable>(
    _ type: Value.Type, choice: Int
  ) throws -> Attempt<Value> {
    let words = Self.raw(of: type)
    let texts = words.compactMap { $0 as? String } + texts
    let numbers = words.compactMap { $0 as? Int } + [0, 1]
    var fault: any Error = FormatFailure(description: "nothing was tried")
    for number in numbers {
      for text in texts {
        let recorder = FormatRecorder(
          record: FormatRecord(), format: self, text: text, number: number, choice: choice)
        do {
          return (recorder.record, try Value(from: recorder))
        } catch let error where error is FormatFailure || error is LiesInItself {
          throw error
        } catch {
          fault = error
        }
      }
    }
    throw FormatFailure(description: "no \(type) could be made up: \(fault)")
  }

  /// A value of a type that another one asks for.
  func made<Value: Decodable>(_ type: Value.Type) throws -> Value {
    wait(for: type)
    if let collection = type as? any FormatCollection.Type, let empty = collection.empty as? Value {
      return empty
    }
    let id = ObjectIdentifier(type)
    if let value = values[id] as? Value { return value }
    guard underWay.insert(id).inserted else { throw LiesInItself() }
    defer { underWay.remove(id) }
    for choice in 0...255 {
      do {
        let value = try attempt(type, choice: choice).value
        values[id] = value
        return value
      } catch is LiesInItself {
        // A case that holds its own enum: another one may not.
        continue
      }
    }
    throw FormatFailure(description: "\(type) lies in itself")
  }

  /// A type that needs a value of itself.
  private struct LiesInItself: Error {}
}
