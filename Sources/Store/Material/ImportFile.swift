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
  /// What is wrong with it as it was read; what is not named here can be tried against the rules.
  public var faults: [ImportFault] = []
  /// What a list calls its columns, by the names that JSON has for them.
  var columns: [String: String] = [:]
  /// The headings of a list under which nothing was read.
  var spareColumns: [String] = []

  /// A file with the lists given.
  public init(
    people: [ImportedPerson] = [], panels: [ImportedPanel] = [], cases: [ImportedCase] = []
  ) {
    (self.people, self.panels, self.cases) = (people, panels, cases)
  }

  public init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    people = try fields.list(.people)
    panels = try fields.list(.panels)
    cases = try fields.list(.cases)
  }

  /// Whether something is wrong at a place, within it or with what it is a part of.
  func isAtFault(_ place: Place) -> Bool {
    faults.contains {
      $0.place != .file && ($0.place.lies(within: place) || place.lies(within: $0.place))
    }
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
    let fields = try Fields(decoder, CodingKeys.self)
    person = Person(
      id: try fields.value(.id, or: ""), name: try fields.value(.name, or: ""),
      roles: try fields.required(.roles), district: try fields.optional(.district),
      employer: try fields.optional(.employer) ?? "",
      consultancies: try fields.list(.consultancies), expertise: try fields.list(.expertise))
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
    let fields = try Fields(decoder, CodingKeys.self)
    panel = Panel(
      id: try fields.value(.id, or: ""), name: try fields.value(.name, or: ""),
      stage: try fields.value(.stage, or: .material), leader: try fields.value(.leader, or: ""),
      deputy: try fields.optional(.deputy), members: try fields.required(.members))
  }

  public func encode(to encoder: any Encoder) throws { try panel.encode(to: encoder) }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, name, stage, leader, deputy, members
  }
}
