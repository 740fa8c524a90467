import Criteria
import Foundation

/// What is wrong in a JSON file, and where; in terms a sentence can be made of.
public struct JSONFault: Error, Sendable, Hashable {
  public var place: Place
  public var problem: Problem

  /// A fault at a place.
  public init(_ place: Place, _ problem: Problem) { (self.place, self.problem) = (place, problem) }

  /// What is wrong.
  public enum Problem: Sendable, Hashable {
    case notText
    /// No JSON from this line and column on.
    case broken(line: Int, column: Int)
    /// The file ends here, before it is whole.
    case cutOff(line: Int, column: Int)
    case missing
    case unknownKey
    /// The key stands in its object twice.
    case repeatedKey
    /// Another kind of value is wanted than stands there.
    case wanted(Kind, found: String)
    /// The kind is right, but no such value is known here.
    case unknownValue(String)
  }

  /// Kinds of values.
  public enum Kind: Sendable, Hashable {
    case text, wholeNumber, truth, list, object
  }
}

/// A JSON file that is read value by value, so that what is wrong can be named.
public struct JSONSource {
  private let data: Data
  private let tree: Any

  /// A file's bytes.
  ///
  /// - Throws: `JSONFault` where they are no JSON, or where a key stands twice.
  public init(_ data: Data) throws(JSONFault) {
    guard String(bytes: data, encoding: .utf8) != nil else { throw JSONFault(.file, .notText) }
    if let fault = JSONSyntax.fault(in: Array(data)) { throw fault }
    self.data = data
    do {
      tree = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    } catch {
      throw JSONFault(.file, .broken(line: 1, column: 1))
    }
  }

  /// Reads a value.
  ///
  /// - Throws: `JSONFault` for the first thing that does not fit.
  public func decode<Value: Decodable>(
    _ type: Value.Type, userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) throws(JSONFault) -> Value {
    let decoder = JSONDecoder()
    for (key, value) in userInfo { decoder.userInfo[key] = value }
    do {
      return try decoder.decode(type, from: data)
    } catch let error as DecodingError {
      throw fault(for: error)
    } catch {
      throw JSONFault(.file, .broken(line: 1, column: 1))
    }
  }

  /// The places of all keys that a value, once read and written again, does not have.
  public func strangers(to value: some Encodable) -> [Place] {
    guard let data = try? JSONEncoder().encode(value),
      let known = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    else { return [] }
    return Self.strangers(in: tree, known: known, at: .file)
  }

  private static func strangers(in tree: Any, known: Any?, at place: Place) -> [Place] {
    // What is null is as good as left out.
    if tree is NSNull { return [] }
    guard let known else { return [place] }
    if let object = tree as? [String: Any], let known = known as? [String: Any] {
      return object.keys.sorted().flatMap { key in
        strangers(in: object[key] ?? NSNull(), known: known[key], at: place[key])
      }
    }
    if let list = tree as? [Any], let known = known as? [Any] {
      return list.indices.flatMap { index in
        strangers(
          in: list[index], known: known.indices.contains(index) ? known[index] : nil,
          at: place[index])
      }
    }
    return []
  }

  /// The parts of the file that stand under a key in the elements of a list; nil where there is none.
  public func parts(of list: String, under key: String) -> [JSONSource?] {
    let elements = (tree as? [String: Any])?[list] as? [Any] ?? []
    return elements.map { ($0 as? [String: Any])?[key].map { JSONSource(tree: $0) } }
  }

  /// For every key of an object a file with it alone; of a list under it with every element alone.
  public var pieces: [JSONPiece] {
    guard let object = tree as? [String: Any] else { return [] }
    return object.keys.sorted().flatMap { key -> [JSONPiece] in
      guard let list = object[key] as? [Any] else {
        return [
          JSONPiece(source: JSONSource(tree: [key: object[key] ?? NSNull()]), key: key, index: 0)
        ]
      }
      return list.enumerated().map {
        JSONPiece(source: JSONSource(tree: [key: [$0.element]]), key: key, index: $0.offset)
      }
    }
  }

  private init(tree: Any) {
    self.tree = tree
    data = (try? JSONSerialization.data(withJSONObject: tree, options: .fragmentsAllowed)) ?? Data()
  }

  /// What a decoder complains of, without its own words.
  public func fault(for error: DecodingError) -> JSONFault {
    switch error {
    case .keyNotFound(let key, let context):
      return JSONFault(Place(context.codingPath + [key]), .missing)
    case .valueNotFound(_, let context):
      return JSONFault(Place(context.codingPath), .missing)
    case .typeMismatch(let type, let context):
      return JSONFault(
        Place(context.codingPath),
        .wanted(Self.kind(of: type), found: found(at: context.codingPath)))
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      // The decoder does not say where: the formats have whole numbers alone.
      guard let (place, number) = Self.fraction(in: tree, at: .file) else {
        return JSONFault(.file, .unknownValue(found(at: [])))
      }
      return JSONFault(place, .wanted(.wholeNumber, found: number))
    case .dataCorrupted(let context):
      let (place, found) = (Place(context.codingPath), found(at: context.codingPath))
      if context.underlyingError is UnknownKey { return JSONFault(place, .unknownKey) }
      // A number that does not fit is refused in other words than a text would be.
      let isNumber = value(at: context.codingPath) is NSNumber
      return JSONFault(
        place, isNumber ? .wanted(.wholeNumber, found: found) : .unknownValue(found))
    @unknown default: return JSONFault(.file, .broken(line: 1, column: 1))
    }
  }

  /// The first number that is not whole, or too large for one.
  private static func fraction(in tree: Any, at place: Place) -> (Place, String)? {
    switch tree {
    case let object as [String: Any]:
      for key in object.keys.sorted() {
        if let found = object[key].flatMap({ fraction(in: $0, at: place[key]) }) { return found }
      }
      return nil
    case let list as [Any]:
      for (index, value) in list.enumerated() {
        if let found = fraction(in: value, at: place[index]) { return found }
      }
      return nil
    case let number as NSNumber:
      return Int(exactly: number.doubleValue) == nil ? (place, number.stringValue) : nil
    default: return nil
    }
  }

  private static func kind(of type: any Any.Type) -> JSONFault.Kind {
    switch type {
    case is Bool.Type: .truth
    case is any FixedWidthInteger.Type: .wholeNumber
    case is String.Type: .text
    default: "\(type)".hasPrefix("Array") ? .list : .object
    }
  }

  private func value(at path: [any CodingKey]) -> Any? {
    path.reduce(tree as Any?) { value, key in
      if let list = value as? [Any], let index = key.intValue {
        return list.indices.contains(index) ? list[index] : nil
      }
      return (value as? [String: Any])?[key.stringValue]
    }
  }

  /// What stands at a path, as it is written, cut where it is long.
  private func found(at path: [any CodingKey]) -> String {
    guard let value = value(at: path) else { return "" }
    if let text = value as? String { return String(text.prefix(40)) }
    guard
      let data = try? JSONSerialization.data(
        withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
    else { return "" }
    return String(String(decoding: data, as: UTF8.self).prefix(40))
  }
}

/// A part of a JSON file as a file of its own.
public struct JSONPiece {
  public let source: JSONSource
  fileprivate let key: String
  fileprivate let index: Int

  /// Where something in it stands in the whole.
  public func place(_ place: Place) -> Place {
    guard case .json(let steps) = place, steps.starts(with: [.key(key), .element(0)]) else {
      return place
    }
    return Place.file[key][index].place(of: .json(Array(steps.dropFirst(2))))
  }
}

/// Marks a key that a format does not have.
private struct UnknownKey: Error {}

extension DecodingError {
  /// A key that a format does not have.
  public static func unknownKey(_ path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(
      .init(codingPath: path, debugDescription: "unknown key", underlyingError: UnknownKey()))
  }
}
