import Foundation
import GRDB
import Procedure

/// Whom keys are owed to, and who has one to give: where to look, never what to believe.
extension Projector {
  /// Notes whom the groups that exist owe their keys.
  func noteGroups(cycle: CycleReplay) throws {
    for (id, keys) in cycle.keys.groups {
      try note(
        "group/\(id.rawValue)", readers: id.members(in: cycle.value), of: keys.map(\.wraps),
        cycle.keys, dossier: nil)
    }
  }

  /// Notes whom a case's rooms owe their keys, and who got them.
  func noteKeys(of id: CaseID, _ replay: DossierReplay, cycle: CycleReplay) throws {
    for room in replay.rooms.rooms {
      var wanted: Set<Reader> = []
      switch room {
      // Of supervision's the letters from before its group had a key.
      case .material, .office, .consensus, .onSite, .proposal, .supervision:
        wanted = readers(of: room, cycle: cycle.value, dossier: replay.clear)
      case .draft, .sheet, .result, .bureau: break
      }
      try note(
        room == .supervision ? "\(room.rawValue)/\(id)" : room.rawValue, readers: wanted,
        of: replay.rooms.keys(of: room).map(\.wraps), cycle.keys,
        dossier: id)
    }
    try noteHalves(of: id, replay, cycle)
  }

  /// Notes who can make a sheet's halves for the leader who acts, where those that stand are for
  /// another (R4).
  private func noteHalves(of id: CaseID, _ replay: DossierReplay, _ cycle: CycleReplay) throws {
    let rules = KeyRules(
      register: cycle.keys, cycle: cycle.value, dossier: replay.clear, rooms: replay.rooms)
    for key in replay.rooms.sheetKeys {
      guard case .sheet(_, let reviewer, _) = key.room else { continue }
      let leader = rules.strandedFrom(key)
      let lacks = leader.map { Set([Reader.person($0).rawValue]) } ?? []
      try note(
        "halves/\(key.room.rawValue)", owed: lacks,
        granted: lacks.isEmpty ? [] : [Reader.person(reviewer).rawValue], dossier: id)
    }
    let leader = rules.awaitsRelease
    try note(
      "release/\(id.rawValue)", owed: leader.map { [Reader.person($0).rawValue] } ?? [],
      granted: leader == nil ? [] : [Reader.group(.secretariat).rawValue], dossier: id)
  }

  /// Notes who has a key and to whom it is owed.
  private func note(
    _ scope: String, readers: Set<Reader>, of keys: [Wraps], _ register: KeyRegister,
    dossier: CaseID?
  ) throws {
    let owed = readers.filter { reader in !keys.allSatisfy { $0.reach(reader, by: register) } }
    // Who has a key that somebody is owed can give it.
    let givers = keys.flatMap { key in
      owed.isEmpty || owed.contains { !key.reach($0, by: register) } ? key.readers : []
    }
    try note(scope, owed: Set(owed.map(\.rawValue)), granted: Set(givers), dossier: dossier)
  }

  /// Writes where to look, never what to believe.
  private func note(
    _ scope: String, owed: Set<String>, granted: Set<String>, dossier: CaseID?
  ) throws {
    for (table, names) in [("wrapped", granted), ("owed", owed)] {
      let noted = try Set(
        String.fetchAll(
          db.cachedStatement(sql: "SELECT reader FROM \(table) WHERE scope = ?"),
          arguments: [scope]))
      for reader in names.subtracting(noted).sorted() {
        try db.cachedStatement(
          sql: "INSERT INTO \(table) (scope, reader, dossier) VALUES (?, ?, ?)"
        ).execute(arguments: [scope, reader, dossier?.rawValue])
      }
      for reader in noted.subtracting(names).sorted() {
        try db.cachedStatement(
          sql: "DELETE FROM \(table) WHERE scope = ? AND reader = ?"
        ).execute(arguments: [scope, reader])
      }
    }
  }
}
