import Procedure

/// Another key for what is sealed from now on, where somebody left or replaced their keys.
extension Transaction {
  /// Makes another key of a room before something is sealed into it, where the one in force is held
  /// by somebody who may hold it no more.
  mutating func renewKey(of room: RoomID, in id: CaseID) throws {
    let rules = try rules(in: .file(id))
    guard rules.mayRenew(room, session.person) else { return }
    _ = try makeKey(of: room, in: id, for: rules.presentReaders(of: room))
    try Projector(db: db).noteKeys(of: id, try file(id), cycle: cycle)
  }

  /// Gives groups another key that this person may give one.
  mutating func renewGroups() throws {
    while let group = try rules(in: .cycle).exposedGroups(for: session.person).first {
      try found(group)
    }
  }
}

extension Store {
  /// Gives groups another key where somebody left or replaced their keys since.
  func renewGroups(by session: Session) throws {
    let rules = KeyRules(
      register: cycleCache.keys, cycle: cycleCache.value, file: nil, rooms: RoomRegister(),
      position: .max)
    guard !rules.exposedGroups(for: session.person).isEmpty else { return }
    try write(by: session) { try $0.renewGroups() }
  }
}
