import Foundation
import Procedure
import Vault

/// What was taken back with both recovery halves.
struct Taken {
  var given = 0
  var unopened: [String] = []
}

/// Keys given with both recovery halves, to whoever may hold them by the rules of now.
extension Transaction {
  /// Opens the keys of the person's groups and wraps them for the person.
  mutating func takeBack(with recovery: RecoveryKeys) throws -> Taken {
    var taken = Taken()
    session.learnGroups(cycle.keys)
    for (id, keys) in cycle.keys.groups.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where id.contains(session.person, in: cycle.value) {
      let isMember = id.members(in: cycle.value).contains(.person(session.person))
      for key in keys where !session.ring.holds(group: id.rawValue, publicKey: key.publicKey) {
        guard let opened = recovery.open(key, of: id) else {
          taken.unopened.append("group/\(id.rawValue)")
          continue
        }
        session.ring.learn(group: id.rawValue, keys: opened)
        session.forgetDossiers()
        guard isMember else { continue }
        let wraps = try wraps(of: opened, for: [.person(session.person)], in: id)
        try appendKey(.keysGranted(key: key.name, wraps: wraps), to: .cycle)
        taken.given += 1
      }
    }
    try Projector(db: db).noteGroups(cycle: cycle)
    if cycle.value.acts(session.person, as: .supervisor) {
      try takeRooms(in: .supervision, with: recovery, &taken)
    }
    return taken
  }

  /// Opens the keys of a case's rooms that the person may hold, and makes halves for its leader.
  mutating func takeBack(_ id: CaseID, with recovery: RecoveryKeys) throws -> Taken {
    var taken = Taken()
    guard try dossier(id).state != nil else { return taken }
    try takeRooms(in: .dossier(id), with: recovery, &taken)
    try takeHalves(in: id, with: recovery, &taken)
    try Projector(db: db).noteKeys(of: id, try dossier(id), cycle: cycle)
    return taken
  }

  /// Opens the keys of a stream's rooms that the person may hold, and wraps them for the person, or
  /// for a group that letters were written to before it had a key.
  private mutating func takeRooms(
    in stream: Stream, with recovery: RecoveryKeys, _ taken: inout Taken
  ) throws {
    for room in try rules(in: stream).rooms.rooms {
      let rules = try rules(in: stream)
      guard rules.holds(session.person, room) else { continue }
      let readers = readers(of: room, cycle: cycle.value, dossier: rules.dossier)
      for key in rules.rooms.keys(of: room) where session.open(key) == nil {
        guard let opened = recovery.open(key), session.learn(opened, as: key) else {
          taken.unopened.append(room.rawValue)
          continue
        }
        session.forgetDossiers()
        let owed = readers.filter { reader in
          reader == .person(session.person)
            || room.letterBox != nil && !key.wraps.reach(reader, by: rules.register)
        }
        let wraps = try wraps(of: opened, in: room, for: owed)
        if wraps.isEmpty { continue }
        try appendKey(.keysGranted(key: key.name, wraps: wraps), to: stream)
        taken.given += 1
      }
    }
  }

  /// Makes the halves of sheets whose authors are not at work, for the leader who acts (R4).
  private mutating func takeHalves(
    in id: CaseID, with recovery: RecoveryKeys, _ taken: inout Taken
  ) throws {
    let rules = try rules(in: .dossier(id))
    guard
      rules.acting == session.person || cycle.value.acts(session.person, as: .secretariat)
    else { return }
    for key in rules.rooms.sheetKeys where rules.strandedFrom(key) != nil {
      guard let opened = recovery.open(key) else {
        taken.unopened.append(key.room.rawValue)
        continue
      }
      try makeHalves(of: opened, named: key.name, in: id, by: recovery)
      taken.given += 1
    }
  }
}

extension RecoveryKeys {
  /// The key of a room that was wrapped for both halves, if it is the one that was made for it.
  fileprivate func open(_ key: RoomRegister.Key) -> RoomKey? {
    for wrap in key.wraps[Reader.recovery.rawValue] {
      if let data = try? wrap.open(with: self, context: key.room.rawValue),
        let opened = try? RoomKey(data: data), opened.digest == key.digest
      {
        return opened
      }
    }
    return nil
  }

  /// The key pair of a group that was wrapped for both halves.
  fileprivate func open(_ key: KeyRegister.Group, of id: GroupID) -> GroupKeys? {
    for wrap in key.wraps[Reader.recovery.rawValue] {
      if let opened = try? GroupKeys(unwrapping: wrap, with: self, context: id.rawValue),
        opened.publicKey == key.publicKey
      {
        return opened
      }
    }
    return nil
  }
}
