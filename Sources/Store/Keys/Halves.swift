import Foundation
import GRDB
import Procedure
import Vault

/// The two halves of handed-in sheets: made, released, joined (R4).
extension Transaction {
  /// Splits a sheet's key for the leader and the secretariat.
  mutating func makeHalves(
    of key: RoomKey, in id: CaseID, _ person: PersonID, _ revision: Int, _ state: CaseState?
  ) throws {
    let room = RoomID.sheet(id, person, revision: revision).rawValue
    let seals = Seals(db: db)
    guard let panel = state?.panel.flatMap({ cycle.value.panels[$0] }),
      let leader = state?.actingLeader(of: panel),
      let leaderKey = try seals.publicKey(of: .person(leader)),
      let groupKey = try seals.groupKey(.secretariat)
    else { throw StoreFault.keyMissing(room) }
    let (one, other) = key.split()
    try append(
      .key(
        .halvesMade(
          reviewer: person, revision: revision,
          leader: Wrap.make(
            one.data, to: Reader.person(leader).rawValue, publicKey: leaderKey,
            context: Self.half(room, "leader")),
          secretariat: Wrap.make(
            other.data, to: Reader.group(.secretariat).rawValue, publicKey: groupKey,
            context: Self.half(room, "secretariat")))),
      to: .file(id))
  }

  /// The secretariat wraps its halves of the sheets that count anew, for the acting leader.
  mutating func releaseHalves(of id: CaseID, _ state: CaseState?) throws {
    guard let state, let panel = state.panel.flatMap({ cycle.value.panels[$0] }),
      let leader = state.actingLeader(of: panel),
      let leaderKey = try Seals(db: db).publicKey(of: .person(leader))
    else { throw StoreFault.keyMissing(RoomID.consensus(id).rawValue) }
    var released: [ReleasedHalf] = []
    for (reviewer, revision, room) in sheets(of: state) {
      guard let row = try half(id, reviewer, revision),
        let wrap = Seals.decode(try row.value("secretariat"))
      else { throw StoreFault.keyMissing(room) }
      guard let secret = try? session.ring.open(wrap, context: Self.half(room, "secretariat"))
      else { throw StoreFault.keyMissing(room) }
      released.append(
        ReleasedHalf(
          reviewer: reviewer, revision: revision,
          wrap: try Wrap.make(
            secret, to: Reader.person(leader).rawValue, publicKey: leaderKey,
            context: Self.half(room, "released"))))
    }
    try append(.key(.halvesReleased(halves: released)), to: .file(id))
  }

  /// The leader joins the halves and shares the sheets' keys with the consensus room.
  mutating func shareSheets(of id: CaseID, _ state: CaseState?) throws {
    guard let state else { return }
    var keys: [String: Data] = [:]
    for (reviewer, revision, room) in sheets(of: state) {
      guard let row = try half(id, reviewer, revision),
        let mine = Seals.decode(try row.value("leader")),
        let text = try row.value("released", as: String?.self), let theirs = Seals.decode(text)
      else { throw StoreFault.keyMissing(room) }
      // Halves made for a leader who stepped back since are not this one's to open.
      guard let one = try? session.ring.open(mine, context: Self.half(room, "leader")),
        let other = try? session.ring.open(theirs, context: Self.half(room, "released"))
      else { throw StoreFault.keyMissing(room) }
      let key = RoomKey(joining: try KeyHalf(data: one), try KeyHalf(data: other))
      session.ring.learn(room: room, key: key)
      keys[room] = key.data
    }
    try append(.key(.sheetsShared(keys: keys)), to: .file(id), room: .consensus(id))
  }

  /// The sheets that count, with the rooms they lie in.
  private func sheets(of state: CaseState) -> [(PersonID, Int, String)] {
    state.assigned.sorted().compactMap { person in
      guard let record = state.sheets[person], record.state == .handedIn else { return nil }
      let room = RoomID.sheet(state.id, person, revision: record.revision)
      return (person, record.revision, room.rawValue)
    }
  }

  private func half(_ id: CaseID, _ reviewer: PersonID, _ revision: Int) throws -> Row? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM half WHERE file = ? AND reviewer = ? AND revision = ?",
      arguments: [id.rawValue, reviewer.rawValue, revision])
  }

  /// What a half's wrap is bound to: the sheet's room and whose half it is.
  private static func half(_ room: String, _ whose: String) -> String { "\(room)#\(whose)" }
}
