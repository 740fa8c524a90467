import Foundation
import GRDB
import Procedure
import Vault

/// Something whose key can be wrapped for readers: a room or a group.
enum Scope: Hashable {
  case room(RoomID)
  case group(GroupID)

  /// The name under which wraps are kept.
  var name: String {
    switch self {
    case .room(let room): room.rawValue
    case .group(let group): "group/\(group.rawValue)"
    }
  }

  init?(name: String) {
    if name.hasPrefix("group/") {
      guard let group = GroupID(rawValue: String(name.dropFirst(6))) else { return nil }
      self = .group(group)
    } else {
      guard let room = RoomID(rawValue: name) else { return nil }
      self = .room(room)
    }
  }
}

/// Which keys are owed to whom, kept beside the log so that nobody has to look for it.
struct Owings {
  let db: Database

  /// Notes what is missing for a scope; what has been wrapped already is not owed.
  func note(_ scope: Scope, readers: Set<Reader>, file: CaseID?) throws {
    let granted = try Set(
      String.fetchAll(
        db.cachedStatement(sql: "SELECT reader FROM wrapped WHERE scope = ?"),
        arguments: [scope.name]))
    let wanted = Set(readers.map(\.rawValue)).subtracting(granted)
    let noted = try Set(
      String.fetchAll(
        db.cachedStatement(sql: "SELECT reader FROM owed WHERE scope = ?"),
        arguments: [scope.name]))
    for reader in wanted.subtracting(noted).sorted() {
      try db.cachedStatement(sql: "INSERT INTO owed VALUES (?, ?, ?)").execute(arguments: [
        scope.name, reader, file?.rawValue,
      ])
    }
    for reader in noted.subtracting(wanted).sorted() {
      try db.cachedStatement(sql: "DELETE FROM owed WHERE scope = ? AND reader = ?").execute(
        arguments: [scope.name, reader])
    }
  }

  /// The rooms of a case that exist, from the wraps that were made for them.
  func rooms(of file: CaseID) throws -> [RoomID] {
    let candidates: [RoomID] = [
      .material(file), .office(file), .consensus(file), .onSite(file),
    ]
    return try candidates.filter { try exists(.room($0)) }
  }

  /// Whether a key has been made for a scope.
  func exists(_ scope: Scope) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM wrapped WHERE scope = ?)"),
      arguments: [scope.name]) ?? false
  }

  /// Who belongs into a group, as the cycle stands.
  static func members(of group: GroupID, cycle: CycleState) -> Set<Reader> {
    func people(_ role: Role) -> [Reader] {
      cycle.people.keys.filter { cycle.acts($0, as: role) }.map(Reader.person)
    }
    switch group {
    case .secretariat: return Set(people(.secretariat) + [.recovery])
    case .supervision: return Set(people(.supervisor) + [.recovery])
    case .district(let code):
      let officers = cycle.people.values.filter {
        cycle.acts($0.id, as: .districtOfficer) && $0.district == code
      }
      return Set(officers.map { .person($0.id) } + [.group(.secretariat), .recovery])
    case .results(let year):
      // From the leaders' meeting on the leaders too (`security.md`), those of that year.
      let leaders =
        year != cycle.year || cycle.meetings(.leaders).isEmpty
        ? [] : cycle.currentPanels.filter { $0.stage == .material }.map(\.leader)
      return Set(
        [.group(.secretariat), .group(.supervision), .recovery]
          + leaders.filter(cycle.isReady).map(Reader.person))
    }
  }
}
