import Foundation

/// The number of an item or a category, such as "4.4.2".
///
/// Numbers are ordered by their parts as people count, "4.4.2" before "4.4.10", and stand as plain
/// strings in files, as keys too.
public struct ItemID: RawRepresentable, Hashable, Sendable {
  /// The number as the edition writes it.
  public let rawValue: String

  /// Takes a number as it stands; whether an edition has it is the edition's to say.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes a number as it stands; whether an edition has it is the edition's to say.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

extension ItemID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension ItemID: CustomStringConvertible {
  /// The number as the edition writes it.
  public var description: String { rawValue }
}

extension ItemID: Comparable {
  public static func < (a: ItemID, b: ItemID) -> Bool {
    let left = a.rawValue.split(separator: ".", omittingEmptySubsequences: false)
    let right = b.rawValue.split(separator: ".", omittingEmptySubsequences: false)
    for (x, y) in zip(left, right) {
      switch (Int(x), Int(y)) {
      case (let m?, let n?) where m != n: return m < n
      case (.some, .some): continue
      case (.some, nil): return true
      case (nil, .some): return false
      case (nil, nil) where x != y: return x < y
      default: continue
      }
    }
    return left.count == right.count ? a.rawValue < b.rawValue : left.count < right.count
  }
}

extension ItemID: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension ItemID: CodingKeyRepresentable {
  public init?<T: CodingKey>(codingKey: T) { self.init(codingKey.stringValue) }

  /// The number as the key of a JSON object.
  public var codingKey: any CodingKey { NumberKey(stringValue: rawValue) }

  /// The coding key of an item's number.
  private struct NumberKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
