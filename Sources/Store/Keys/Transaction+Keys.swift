import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// The keys that acts call for: rooms made, wrapped for readers, groups founded.
extension Transaction {
  /// The rules of keys, by what is clear for everybody.
  mutating func rules(in stream: Stream) throws -> KeyRules {
    let (dossier, rooms): (CaseState?, RoomRegister)
    switch stream {
    case .cycle, .arrivals: (dossier, rooms) = (nil, RoomRegister())
    case .supervision: (dossier, rooms) = (nil, try supervision().rooms)
    case .dossier(let id):
      let replay = try self.dossier(id)
      (dossier, rooms) = (replay.clear, replay.rooms)
    }
    return KeyRules(
      register: cycle.keys, cycle: cycle.value, dossier: dossier, rooms: rooms)
  }

  /// Appends a key entry that takes effect.
  @discardableResult
  mutating func appendKey(
    _ event: KeyEvent, to stream: Stream, room: RoomID? = nil
  ) throws -> StoredEntry {
    let stored = try append(.key(event), to: stream, room: room)
    let fault: EntryFault?
    switch stream {
    case .cycle: fault = cycle.faults[stored.position]?.fault
    case .dossier(let id): fault = try dossier(id).fault(at: stored.position)
    case .supervision: fault = try supervision().faults[stored.position]?.fault
    case .arrivals: fault = try arrivals().faults[stored.position]?.fault
    }
    if let fault { throw StoreFault.notBelieved(fault) }
    if case .cycle = stream { try Projector(db: db).project(event, cycle: cycle) }
    return stored
  }

  /// Makes the rooms that an event opens, before the event is sealed into them.
  mutating func prepareKeys(for event: Event, in id: CaseID) throws {
    let year = try dossier(id).state?.year ?? 0
    if event.room(in: id, year: year, by: session.person) == .office(id),
      try !dossier(id).rooms.has(.office(id))
    {
      try makeRoom(.office(id))
    }
    if case .caseRegistered = event { try makeRoom(.material(id)) }
    if case .reviewStarted(let person) = event, try !dossier(id).rooms.has(.draft(id, person)) {
      try makeRoom(.draft(id, person))
    }
    if case .sheetHandedIn(let person, let revision) = event {
      let (name, key) = try makeRoom(.sheet(id, person, revision: revision))
      try makeHalves(of: key, named: name, in: id)
    }
    if case .consensusOpened = event { try makeRoom(.consensus(id)) }
    if case .visitArranged = event, try !dossier(id).rooms.has(.onSite(id)) {
      try makeRoom(.onSite(id))
    }
    if case .siteMarkSettled(let item, _, _) = event { try shareProposals(of: [item], in: id) }
    if case .visitConcluded = event { try shareProposals(of: nil, in: id) }
  }

  /// The leader shares the examiners' proposals with all who read the visit: of items that are
  /// settled, at the end of all (S4).
  private mutating func shareProposals(of items: Set<ItemID>?, in id: CaseID) throws {
    let replay = try dossier(id)
    var keys: [EntryName: Data] = [:]
    for (name, item) in replay.proposed where items?.contains(item) != false {
      if let made = replay.rooms.keys[name], let key = session.open(made) { keys[name] = key.data }
    }
    if keys.isEmpty { return }
    try appendKey(.keysShared(keys: keys), to: .dossier(id), room: .onSite(id))
  }

  /// Makes a room's key, wrapped for its first readers; everybody else gets it by `settle`.
  @discardableResult
  private mutating func makeRoom(_ room: RoomID) throws -> (name: EntryName, key: RoomKey) {
    guard let id = room.dossier else { throw StoreFault.keyMissing(room.rawValue) }
    return try makeKey(of: room, in: id, for: rules(in: .dossier(id)).firstReaders(of: room))
  }

  /// Makes a room's key, wrapped for these readers.
  mutating func makeKey(
    of room: RoomID, in id: CaseID, for readers: Set<Reader>
  ) throws -> (name: EntryName, key: RoomKey) {
    let key = RoomKey.generate()
    let wraps = try wraps(of: key, in: room, for: readers)
    let stored = try appendKey(
      .roomMade(room: room, digest: key.digest, wraps: wraps), to: .dossier(id))
    session.ring.learn(stored.name.rawValue, key: key)
    return (stored.name, key)
  }

  /// Wraps something for the readers that have a public key by now.
  private func wraps(
    for readers: some Sequence<Reader>, _ make: (Reader, Data) throws -> Wrap
  ) throws -> [Wrap] {
    try readers.sorted { $0.rawValue < $1.rawValue }.compactMap { reader in
      try cycle.keys.publicKey(of: reader).map { try make(reader, $0) }
    }
  }

  /// Wraps a room's key for these readers.
  func wraps(of key: RoomKey, in room: RoomID, for readers: some Sequence<Reader>) throws -> [Wrap]
  {
    try wraps(for: readers) { reader, publicKey in
      try Wrap.make(key.data, to: reader.rawValue, publicKey: publicKey, context: room.rawValue)
    }
  }

  /// Wraps a group's key for these members.
  func wraps(
    of keys: GroupKeys, for members: some Sequence<Reader>, in id: GroupID
  ) throws -> [Wrap] {
    try wraps(for: members) { reader, publicKey in
      try keys.wrapPrivate(for: reader.rawValue, publicKey: publicKey, context: id.rawValue)
    }
  }

  /// Wraps the keys of a case's rooms for those who may read them by now and have not got them.
  ///
  /// For whom a room is opened follows from verified entries; `owed` only tells where to look.
  mutating func grantOwed(in id: CaseID) throws {
    try grantRooms(in: .dossier(id))
    try followLeader(in: id)
    try Projector(db: db).noteKeys(of: id, try dossier(id), cycle: cycle)
  }

  /// Wraps the keys of a stream's rooms for those who may read them by now and have not got them;
  /// letters from before their group had a key are moved into its room by it.
  mutating func grantRooms(in stream: Stream) throws {
    for room in try rules(in: stream).rooms.rooms {
      let rules = try rules(in: stream)
      guard rules.holds(session.person, room) else { continue }
      let readers = readers(of: room, cycle: cycle.value, dossier: rules.dossier)
      for key in rules.rooms.keys(of: room) {
        let missing = readers.filter { !key.wraps.reach($0, by: rules.register) }
        guard !missing.isEmpty, let opened = session.open(key) else { continue }
        let wraps = try wraps(of: opened, in: room, for: missing)
        if !wraps.isEmpty {
          try appendKey(.keysGranted(key: key.name, wraps: wraps), to: stream)
        }
      }
    }
  }

  /// Wraps the groups' keys for those who belong into them by now and have not got them.
  mutating func grantOwedGroups() throws {
    for (id, keys) in cycle.keys.groups.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard id.contains(session.person, in: cycle.value) else { continue }
      for key in keys { try grant(key, of: id) }
    }
    try Projector(db: db).noteGroups(cycle: cycle)
  }

  private mutating func grant(_ key: KeyRegister.Group, of id: GroupID) throws {
    let missing = id.members(in: cycle.value).filter { !key.wraps.reach($0, by: cycle.keys) }
    let held = session.ring.group(id.rawValue).first { $0.publicKey == key.publicKey }
    guard !missing.isEmpty, let held else { return }
    let wraps = try wraps(of: held, for: missing, in: id)
    if !wraps.isEmpty { try appendKey(.keysGranted(key: key.name, wraps: wraps), to: .cycle) }
  }

  /// Founds a group and wraps its key for its members.
  mutating func found(_ group: GroupID) throws {
    let keys = GroupKeys.generate()
    session.ring.learn(group: group.rawValue, keys: keys)
    try appendKey(.groupFounded(group: group, publicKey: keys.publicKey), to: .cycle)
    if let key = cycle.keys.group(group), group.contains(session.person, in: cycle.value) {
      try grant(key, of: group)
    }
    try Projector(db: db).noteGroups(cycle: cycle)
  }

  /// What an event of the cycle means for the groups' keys and the cases of a panel.
  mutating func keep(_ event: Event) throws {
    if case .cycleOpened(let year, _, _, _) = event,
      cycle.keys.group(.results(year: year)) == nil
    {
      try found(.results(year: year))
    }
    if case .personConfirmed(let id, _) = event {
      try foundDistrict(of: id)
      try settleDossiers(withSeatOf: id)
    }
    if case .personChanged(let person) = event {
      try foundDistrict(of: person.id)
      try settleDossiers(withSeatOf: person.id)
      try renewGroups()
    }
    if case .personSanctioned(let id, _) = event {
      try settleDossiers(withSeatOf: id)
      try renewGroups()
    }
    if case .meetingHeld = event { try grantOwedGroups() }
    if case .callAnnounced = event {
      try settleDossiers(
        "SELECT id FROM dossier WHERE stage_order = ?",
        [Stage.allCases.firstIndex(of: .registered)])
    }
    // A term that was provisional may have another end now.
    if case .calendarLoaded = event {
      try settleDossiers(
        "SELECT DISTINCT dossier FROM term WHERE provisional = 1", [])
    }
    if case .panelChanged(let panel) = event {
      try settleDossiers(
        "SELECT id FROM dossier WHERE panel = ?1 UNION SELECT id FROM dossier WHERE on_site_panel = ?1",
        [panel.id.rawValue])
      try grantOwedGroups()
      try renewGroups()
    }
  }

  private mutating func settleDossiers(withSeatOf person: PersonID) throws {
    try settleDossiers(
      "SELECT dossier FROM seat WHERE person = ?", [person.rawValue])
  }

  /// Cases whose people or panels changed without an entry of their own.
  private mutating func settleDossiers(_ sql: String, _ arguments: StatementArguments) throws {
    for name in try String.fetchAll(db, sql: sql, arguments: arguments).sorted() {
      _ = try dossier(CaseID(name))
      try settle(CaseID(name))
    }
  }

  /// A district's group is founded with its first officer.
  private mutating func foundDistrict(of id: PersonID) throws {
    if let code = cycle.value.people[id]?.district, cycle.value.acts(id, as: .districtOfficer),
      cycle.keys.group(.district(code)) == nil
    {
      try found(.district(code))
    }
    try grantOwedGroups()
  }
}
