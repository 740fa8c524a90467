import Foundation
import Procedure

/// Why an import is refused, and where in its file; nothing was imported.
public struct ImportFault: Error, Sendable, Hashable {
  /// The place as a path in the JSON, such as `cases[3].district`, or in a list, such as
  /// `line 7, district`; empty for the whole file.
  public var place: String
  public var reason: Reason

  /// A fault at a place.
  public init(_ place: String, _ reason: Reason) {
    (self.place, self.reason) = (place, reason)
  }

  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// The file, or a text file that it names, cannot be read.
    case unreadable(String)
    /// More than so many bytes, people, panels, cases or documents.
    case tooLarge(limit: Int)
    case notJSON
    /// The file, or a text file that it names, is not UTF-8.
    case notText
    case missing
    case unknownKey
    /// Another kind of value is wanted here, or none of this name; the decoder's word for it.
    case malformed(String)
    /// The number stands in the file twice.
    case repeated
    /// A text file outside the JSON's directory.
    case outside(String)
    /// A document has both a text and a file, or neither.
    case textOrFile
    case refused(Refusal)
    /// A cell of a list holds what its column does not know.
    case unknownValue(String)
    /// A row of a list has more or fewer cells than the first.
    case cellCount(found: Int, wanted: Int)
    /// Quotes are left open in a row of a list, or closed before the cell ends.
    case quotes
    /// All that is wrong with a list, line by line.
    case several([ImportFault])
  }
}

extension ImportFault {
  /// A fault in a line of a list, and in a cell of it where a column is named.
  public init(line: Int, _ column: String?, _ reason: Reason) {
    self.init("line \(line)" + (column.map { ", \($0)" } ?? ""), reason)
  }

  /// Several faults as one; a single one stays as it is.
  init?(together faults: [ImportFault]) {
    guard let first = faults.first else { return nil }
    self = faults.count == 1 ? first : ImportFault("", .several(faults))
  }

  /// The faults one by one, in the order of the file.
  public var parts: [ImportFault] {
    if case .several(let faults) = reason { faults } else { [self] }
  }

  /// The line of a list, and the column where the fault is about one cell; nil for JSON.
  public var line: (number: Int, column: String?)? {
    guard place.hasPrefix("line ") else { return nil }
    let parts = place.dropFirst(5).split(separator: ",", maxSplits: 1)
    guard let number = parts.first.flatMap({ Int($0) }) else { return nil }
    return (number, parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : nil)
  }

  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(Self.place(context.codingPath + [key]), .missing)
    case .valueNotFound(_, let context): self.init(Self.place(context.codingPath), .missing)
    case .typeMismatch(_, let context):
      self.init(Self.place(context.codingPath), .malformed(context.debugDescription))
    case .dataCorrupted(let context) where context.underlyingError is UnknownKey:
      self.init(Self.place(context.codingPath), .unknownKey)
    case .dataCorrupted(let context) where context.codingPath.isEmpty: self.init("", .notJSON)
    case .dataCorrupted(let context):
      self.init(Self.place(context.codingPath), .malformed(context.debugDescription))
    @unknown default: self.init("", .notJSON)
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}

/// Marks a key that the format does not have.
private struct UnknownKey: Error {}

extension Decoder {
  /// Refuses an object with keys that the format does not have.
  func refuseUnknownKeys<Key: CodingKey & CaseIterable>(_ keys: Key.Type) throws {
    let known = Set(Key.allCases.map(\.stringValue))
    let container = try container(keyedBy: AnyKey.self)
    let names = container.allKeys.sorted { $0.stringValue < $1.stringValue }
    for key in names where !known.contains(key.stringValue) {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: codingPath + [key], debugDescription: "unknown key",
          underlyingError: UnknownKey()))
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
