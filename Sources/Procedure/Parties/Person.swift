import Foundation

/// What somebody is to the procedure; leader, reviewer and examiner are memberships in a panel.
public enum Role: String, Codable, Sendable, CaseIterable, Comparable {
  /// 市局（秘书处）: runs a cycle.
  case secretariat
  /// 区县局: first check of its own district's applications.
  case districtOfficer
  /// 评审专家: may sit in panels as leader, reviewer or examiner.
  case expert
  /// 监督组: reads what the rules allow, receives complaints, investigates.
  case supervisor

  public static func < (a: Role, b: Role) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

/// Somebody who takes part, as the secretariat entered them.
public struct Person: Codable, Sendable, Hashable {
  /// The name in the log.
  public var id: PersonID
  /// The name people call them by.
  public var name: String
  /// What they are to the procedure, sorted.
  public var roles: [Role]
  /// The district of a district officer.
  public var district: DistrictCode?
  /// Who employs them; the same employer as the applicant's blocks an assignment (R5).
  public var employer: String
  /// Organisations they advised, trained or certified; each blocks an assignment (R5).
  public var consultancies: [String]
  /// Trades they know.
  public var expertise: [String]
  /// Whether they may be given work; an inactive person keeps what they did.
  public var active: Bool

  /// A person with the fields that most need.
  public init(
    id: PersonID, name: String, roles: [Role], district: DistrictCode? = nil,
    employer: String = "", consultancies: [String] = [], expertise: [String] = [],
    active: Bool = true
  ) {
    self.id = id
    self.name = name
    self.roles = roles.sorted()
    self.district = district
    self.employer = employer
    self.consultancies = consultancies
    self.expertise = expertise
    self.active = active
  }

  /// Whether the person has the role and is active.
  public func acts(as role: Role) -> Bool { active && roles.contains(role) }
}

/// How far a person has come on the way from invitation to work.
public enum Standing: String, Codable, Sendable {
  /// Entered by the secretariat, has not made their keys.
  case invited
  /// Made their keys; the secretariat has not yet compared the fingerprint.
  case joined
  /// Countersigned: can be given keys and work.
  case confirmed
}
