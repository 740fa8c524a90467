import Procedure
import Vault

/// Another key for what is sealed from now on, where somebody left or replaced their keys.
extension Transaction {
  /// The key with which something is sealed into a room now, with its name: another one is made
  /// first where the one in force is held by somebody who may hold it no more.
  ///
  /// - Throws: `StoreFault.keyMissing` where the one in force does not open; an earlier one would
  ///   open for who left, too.
  mutating func sealingKey(of room: RoomID, in id: CaseID) throws -> (name: EntryName, key: RoomKey)
  {
    let rules = try rules(in: .dossier(id))
    if rules.mayRenew(room, session.person) {
      let made = try makeKey(of: room, in: id, for: rules.presentReaders(of: room))
      try Projector(db: db).noteKeys(of: id, try dossier(id), cycle: cycle)
      return made
    }
    guard let last = rules.rooms.keys(of: room).last, let opened = session.open(last) else {
      throw StoreFault.keyMissing(room.rawValue)
    }
    return (last.name, opened)
  }

  /// Gives groups another key that this person may give one, each once.
  mutating func renewGroups() throws {
    var renewed: Set<GroupID> = []
    while let group = try rules(in: .cycle).exposedGroups(for: session.person).first(where: {
      !renewed.contains($0)
    }) {
      renewed.insert(group)
      try found(group)
    }
  }
}

extension Store {
  /// Gives groups another key where somebody left or replaced their keys since.
  func renewGroups(by session: Session) throws {
    let rules = KeyRules(
      register: cycleCache.keys, cycle: cycleCache.value, dossier: nil, rooms: RoomRegister())
    guard !rules.exposedGroups(for: session.person).isEmpty else { return }
    try write(by: session) { try $0.renewGroups() }
  }
}
