import Criteria
import Foundation
import Procedure

/// What `pingshen import` reads: people, panels and cases as JSON, UTF-8.
///
/// All three lists may be left out; unknown keys are refused, so that a slip of the pen does not
/// go by unnoticed. Dates and marks have no place here.
public struct ImportFile: Codable, Sendable, Hashable {
  /// Invited in this order.
  public var people: [ImportedPerson]
  /// Formed after the people.
  public var panels: [ImportedPanel]
  /// Registered last.
  public var cases: [ImportedCase]

  /// A file with the lists given.
  public init(
    people: [ImportedPerson] = [], panels: [ImportedPanel] = [], cases: [ImportedCase] = []
  ) {
    (self.people, self.panels, self.cases) = (people, panels, cases)
  }

  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    people = try container.decodeIfPresent([ImportedPerson].self, forKey: .people) ?? []
    panels = try container.decodeIfPresent([ImportedPanel].self, forKey: .panels) ?? []
    cases = try container.decodeIfPresent([ImportedCase].self, forKey: .cases) ?? []
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case people, panels, cases }
}

/// A person to be invited.
public struct ImportedPerson: Codable, Sendable, Hashable {
  public var person: Person

  /// A person to be invited.
  public init(_ person: Person) { self.person = person }

  /// Reads id, name, roles, and where given district, employer, consultancies, expertise.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    person = Person(
      id: try container.decode(PersonID.self, forKey: .id),
      name: try container.decode(String.self, forKey: .name),
      roles: try container.decode([Role].self, forKey: .roles),
      district: try container.decodeIfPresent(DistrictCode.self, forKey: .district),
      employer: try container.decodeIfPresent(String.self, forKey: .employer) ?? "",
      consultancies: try container.decodeIfPresent([String].self, forKey: .consultancies) ?? [],
      expertise: try container.decodeIfPresent([String].self, forKey: .expertise) ?? [])
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(person.id, forKey: .id)
    try container.encode(person.name, forKey: .name)
    try container.encode(person.roles, forKey: .roles)
    try container.encodeIfPresent(person.district, forKey: .district)
    try container.encode(person.employer, forKey: .employer)
    try container.encode(person.consultancies, forKey: .consultancies)
    try container.encode(person.expertise, forKey: .expertise)
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, name, roles, district, employer, consultancies, expertise
  }
}

/// A panel to be formed.
public struct ImportedPanel: Codable, Sendable, Hashable {
  public var panel: Panel

  /// A panel to be formed.
  public init(_ panel: Panel) { self.panel = panel }

  /// Reads id, name, stage, leader, members, and where given deputy.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(CodingKeys.self)
    panel = try Panel(from: decoder)
  }

  public func encode(to encoder: any Encoder) throws { try panel.encode(to: encoder) }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, name, stage, leader, deputy, members
  }
}
