import Foundation

/// A circle of people with one key pair, wrapped for each member.
public enum GroupID: Hashable, Sendable {
  case secretariat
  case supervision
  case district(DistrictCode)
  /// Those who read a cycle's totals; anybody can write to it, its members alone can read.
  case results(year: Int)
  /// The bureau with its supervision: what both keep beside the cases.
  case bureau
}

/// A place for entries that only some may read; its key is the visibility.
public enum RoomID: Hashable, Sendable {
  /// The applicant's material.
  case material(CaseID)
  /// A reviewer's unfinished sheet.
  case draft(CaseID, PersonID)
  /// A sheet handed in: 1 for the first, one more after each withdrawal.
  case sheet(CaseID, PersonID, revision: Int)
  /// The consensus of a case.
  case consensus(CaseID)
  /// The visit of a case.
  case onSite(CaseID)
  /// What an examiner proposed on site, until the leader settles it.
  case proposal(CaseID, PersonID)
  /// Totals and marks of a cycle.
  case result(year: Int)
  /// The bureau's own room of a case: inquiries, objections, reasons.
  case office(CaseID)
  /// Supervision's letter box.
  case supervision
  /// The bureau's own room beside the cases: minutes, papers of many cases.
  case bureau
}

extension GroupID: RawRepresentable, Codable {
  public init?(rawValue: String) {
    let parts = rawValue.split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("secretariat", 1): self = .secretariat
    case ("supervision", 1): self = .supervision
    case ("bureau", 1): self = .bureau
    case ("district", 2): self = .district(DistrictCode(String(parts[1])))
    case ("results", 2):
      guard let year = Int(parts[1]) else { return nil }
      self = .results(year: year)
    default: return nil
    }
  }

  /// The name under which wraps and grants refer to the group.
  public var rawValue: String {
    switch self {
    case .secretariat: "secretariat"
    case .supervision: "supervision"
    case .district(let code): "district/\(code)"
    case .results(let year): "results/\(year)"
    case .bureau: "bureau"
    }
  }
}

extension RoomID: RawRepresentable, Codable {
  public init?(rawValue: String) {
    let parts = rawValue.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("material", 2): self = .material(CaseID(parts[1]))
    case ("draft", 3): self = .draft(CaseID(parts[1]), PersonID(parts[2]))
    case ("sheet", 4):
      guard let revision = Int(parts[3]) else { return nil }
      self = .sheet(CaseID(parts[1]), PersonID(parts[2]), revision: revision)
    case ("consensus", 2): self = .consensus(CaseID(parts[1]))
    case ("onsite", 2): self = .onSite(CaseID(parts[1]))
    case ("proposal", 3): self = .proposal(CaseID(parts[1]), PersonID(parts[2]))
    case ("result", 2):
      guard let year = Int(parts[1]) else { return nil }
      self = .result(year: year)
    case ("office", 2): self = .office(CaseID(parts[1]))
    case ("supervision", 1): self = .supervision
    case ("bureau", 1): self = .bureau
    default: return nil
    }
  }

  /// The name under which entries and grants refer to the room.
  public var rawValue: String {
    switch self {
    case .material(let dossier): "material/\(dossier)"
    case .draft(let dossier, let person): "draft/\(dossier)/\(person)"
    case .sheet(let dossier, let person, let revision): "sheet/\(dossier)/\(person)/\(revision)"
    case .consensus(let dossier): "consensus/\(dossier)"
    case .onSite(let dossier): "onsite/\(dossier)"
    case .proposal(let dossier, let person): "proposal/\(dossier)/\(person)"
    case .result(let year): "result/\(year)"
    case .office(let dossier): "office/\(dossier)"
    case .supervision: "supervision"
    case .bureau: "bureau"
    }
  }
}

/// Somebody a room's key is wrapped for.
public enum Reader: Hashable, Sendable {
  case person(PersonID)
  case group(GroupID)
  /// The key pair split in two halves at `init`.
  case recovery
}

extension Reader: RawRepresentable, Codable {
  public init?(rawValue: String) {
    if rawValue == "recovery" {
      self = .recovery
    } else if rawValue.hasPrefix("person/") {
      self = .person(PersonID(String(rawValue.dropFirst(7))))
    } else if rawValue.hasPrefix("group/"),
      let group = GroupID(rawValue: String(rawValue.dropFirst(6)))
    {
      self = .group(group)
    } else {
      return nil
    }
  }

  /// The recipient's name in a wrap.
  public var rawValue: String {
    switch self {
    case .person(let person): "person/\(person)"
    case .group(let group): "group/\(group.rawValue)"
    case .recovery: "recovery"
    }
  }
}
