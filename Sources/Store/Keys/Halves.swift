import Foundation
import GRDB
import Procedure
import Vault

/// The two halves of handed-in sheets: made, released, joined (R4).
extension Transaction {
  /// Splits a sheet's key for the leader and the secretariat.
  ///
  /// - Parameter recovery: Both recovery halves, where the sheet's author is not at work.
  mutating func makeHalves(
    of key: RoomKey, named name: EntryName, in id: CaseID, by recovery: RecoveryKeys? = nil
  ) throws {
    let (leader, publicKey) = try leaderKey(of: id)
    guard let office = cycle.keys.group(.secretariat) else {
      throw StoreFault.keyMissing(GroupID.secretariat.rawValue)
    }
    let (one, other) = key.split()
    let first = try Wrap.make(
      one.data, to: Reader.person(leader).rawValue, publicKey: publicKey,
      context: Self.half(name, "leader"))
    let second = try Wrap.make(
      other.data, to: Reader.group(.secretariat).rawValue, publicKey: office.publicKey,
      context: Self.half(name, "secretariat"))
    let proof = recovery?.sign(
      HalvesProof.parts(
        name, leader: first, secretariat: second, for: cycle.keys.holders[leader]?.keys))
    try appendKey(
      .halvesMade(key: name, leader: first, secretariat: second, recovery: proof), to: .dossier(id))
  }

  /// Lets the halves follow a leader who took over or has new keys: each reviewer makes those of
  /// their own sheet anew, and the secretariat releases again what it released to this leader.
  mutating func followLeader(in id: CaseID) throws {
    let rules = try rules(in: .dossier(id))
    for key in rules.rooms.sheetKeys where rules.strandedFrom(key) != nil {
      guard case .sheet(_, session.person, _) = key.room, let opened = session.open(key) else {
        continue
      }
      try makeHalves(of: opened, named: key.name, in: id)
    }
    guard cycle.value.acts(session.person, as: .secretariat),
      let leader = try self.rules(in: .dossier(id)).awaitsRelease, leader != session.person
    else { return }
    do {
      try releaseHalves(of: id)
    } catch StoreFault.keyMissing {
      // A half that does not open; release and opening say so when they are asked for.
    }
  }

  /// The secretariat wraps its halves of the sheets that count anew, for the acting leader.
  mutating func releaseHalves(of id: CaseID) throws {
    let (leader, publicKey) = try leaderKey(of: id)
    let awaited = try rules(in: .dossier(id)).awaited
    if !awaited.isEmpty { throw StoreFault.halvesAwaited(awaited) }
    var released: [EntryName: Wrap] = [:]
    for key in try sheetKeys(of: id) {
      guard let half = key.halves?.secretariat,
        let secret = try? session.ring.open(half, context: Self.half(key.name, "secretariat"))
      else { throw StoreFault.keyMissing(key.room.rawValue) }
      released[key.name] = try Wrap.make(
        secret, to: Reader.person(leader).rawValue, publicKey: publicKey,
        context: Self.half(key.name, "released"))
    }
    try appendKey(.halvesReleased(halves: released), to: .dossier(id))
  }

  /// The leader joins the halves and shares the sheets' keys with the consensus room.
  mutating func shareSheets(of id: CaseID) throws {
    var keys: [EntryName: Data] = [:]
    for key in try sheetKeys(of: id) {
      // Halves made for a leader who stepped back since are not this one's to open.
      guard let halves = key.halves, let released = halves.released,
        let one = try? session.ring.open(halves.leader, context: Self.half(key.name, "leader")),
        let other = try? session.ring.open(released, context: Self.half(key.name, "released"))
      else { throw StoreFault.keyMissing(key.room.rawValue) }
      let joined = RoomKey(joining: try KeyHalf(data: one), try KeyHalf(data: other))
      guard joined.digest == key.digest else { throw StoreFault.keyMissing(key.room.rawValue) }
      keys[key.name] = joined.data
    }
    try appendKey(.keysShared(keys: keys), to: .dossier(id), room: .consensus(id))
  }

  /// The leader who acts in a case, and the public key that their verified entry names.
  private mutating func leaderKey(of id: CaseID) throws -> (PersonID, Data) {
    guard let state = try dossier(id).clear,
      let panel = state.panel.flatMap({ cycle.value.panels[$0] }),
      let leader = state.actingLeader(of: panel, in: cycle.value),
      let publicKey = cycle.keys.publicKey(of: .person(leader))
    else { throw StoreFault.keyMissing(RoomID.consensus(id).rawValue) }
    return (leader, publicKey)
  }

  /// The keys of the sheets that count.
  private mutating func sheetKeys(of id: CaseID) throws -> [RoomRegister.Key] {
    let replay = try dossier(id)
    guard let state = replay.clear else { return [] }
    return try state.assigned.sorted().compactMap { person in
      guard let record = state.sheets[person], record.state == .handedIn else { return nil }
      let room = RoomID.sheet(id, person, revision: record.revision)
      guard let key = replay.rooms.keys(of: room).last else {
        throw StoreFault.keyMissing(room.rawValue)
      }
      return key
    }
  }

  /// What a half's wrap is bound to: the sheet's key and whose half it is.
  private static func half(_ key: EntryName, _ whose: String) -> String {
    "\(key.rawValue)#\(whose)"
  }
}
