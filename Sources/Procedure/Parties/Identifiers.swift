import Foundation

/// A name of something that the log refers to: short, stable, in the clear.
public protocol Identifier: RawRepresentable<String>, Hashable, Comparable, Codable, Sendable,
  CodingKeyRepresentable, CustomStringConvertible, ExpressibleByStringLiteral
{
  /// Wraps a name as it stands.
  init(_ rawValue: String)
}

extension Identifier {
  public init(rawValue: String) { self.init(rawValue) }
  public init(stringLiteral value: String) { self.init(value) }
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }
  public init?<T: CodingKey>(codingKey: T) { self.init(codingKey.stringValue) }

  /// The name as the key of a JSON object.
  public var codingKey: any CodingKey { NameKey(stringValue: rawValue) }
  /// The name itself.
  public var description: String { rawValue }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The coding key of any name.
private struct NameKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// A person's name in the log, such as "p3".
public struct PersonID: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A panel's name in the log, such as "m1".
public struct PanelID: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// An application's number, such as "HZ26-0031".
public struct CaseID: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The name of an entry of the log: the 64 hexadecimal digits of its id; never shown to people.
public struct EntryName: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The name of one point of an on-site checklist: that of the entry that made it, with the place in
/// it where it made several.
public struct CheckID: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The name of a document of the material, unique in its case.
public struct DocumentID: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The administrative code of a district or county, such as "330108".
public struct DistrictCode: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The name of an inquiry to a department: that of the entry that sent it.
public struct InquiryID: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The name of an objection: that of the entry that received it.
public struct ObjectionID: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The name of a meeting of the bureau.
public struct MeetingID: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The name of a report or complaint.
public struct ComplaintID: Identifier {
  public let rawValue: String
  public init(_ rawValue: String) { self.rawValue = rawValue }
}
