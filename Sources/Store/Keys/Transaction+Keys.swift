import Foundation
import GRDB
import Procedure
import Vault

/// The keys that acts call for: rooms made, wrapped for readers, groups founded.
extension Transaction {
  func rules(in stream: Stream) -> KeyRules {
    var state: CaseState?
    if case .file(let id) = stream { state = files[id]?.value.state }
    return KeyRules(db: db, cycle: cycle.value, file: state)
  }

  /// Makes the rooms that an event opens, before the event is sealed into them.
  mutating func prepareKeys(
    for event: Event, in id: CaseID, _ state: CaseState?
  ) throws {
    if event.kind.placement == .office, try !Owings(db: db).exists(.room(.office(id))) {
      try makeRoom(.office(id), file: id, readers: nil)
    }
    switch event {
    case .caseRegistered: try makeRoom(.material(id), file: id, readers: nil)
    case .reviewStarted(let person):
      let room = RoomID.draft(id, person)
      if try !Owings(db: db).exists(.room(room)) {
        try makeRoom(room, file: id, readers: [.person(person), .recovery])
      }
    case .sheetHandedIn(let person, let revision):
      let room = RoomID.sheet(id, person, revision: revision)
      let key = try makeRoom(room, file: id, readers: [.person(person), .recovery])
      try makeHalves(of: key, in: id, person, revision, state)
    case .consensusOpened: try makeRoom(.consensus(id), file: id, readers: nil)
    case .visitArranged:
      if try !Owings(db: db).exists(.room(.onSite(id))) {
        try makeRoom(.onSite(id), file: id, readers: nil)
      }
    default: break
    }
  }

  /// Makes a room's key; wraps it for the readers named, or for its author until `settle`.
  @discardableResult
  private mutating func makeRoom(
    _ room: RoomID, file: CaseID, readers: Set<Reader>?
  ) throws -> RoomKey {
    let key = RoomKey.generate()
    session.ring.learn(room: room.rawValue, key: key)
    let initial: Set<Reader> = readers ?? [.recovery]
    try grant(.room(room), to: initial, in: .file(file))
    return key
  }

  /// Wraps a scope's key for the readers that have a public key.
  mutating func grant(_ scope: Scope, to readers: Set<Reader>, in stream: Stream) throws {
    guard try rules(in: stream).mayGrant(scope, session.person) else { return }
    var wraps: [Wrap] = []
    let seals = Seals(db: db)
    for reader in readers.sorted(by: { $0.rawValue < $1.rawValue }) {
      guard let publicKey = try seals.publicKey(of: reader) else { continue }
      switch scope {
      case .room(let room):
        guard let key = try seals.key(of: room.rawValue, for: session) else { continue }
        wraps.append(
          try Wrap.make(
            key.data, to: reader.rawValue, publicKey: publicKey, context: room.rawValue))
      case .group(let group):
        guard let keys = session.ring.group(group.rawValue) else { continue }
        wraps.append(
          try keys.wrapPrivate(
            for: reader.rawValue, publicKey: publicKey, context: group.rawValue))
      }
    }
    guard !wraps.isEmpty else { return }
    try append(.key(.keysGranted(scope: scope.name, wraps: wraps)), to: stream)
  }

  /// Wraps what is owed in a case and what this person can open.
  mutating func grantOwed(in id: CaseID) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT scope, reader FROM owed WHERE file = ? ORDER BY scope"),
      arguments: [id.rawValue])
    try grantOwed(rows, in: .file(id))
  }

  /// Wraps what is owed by groups and what this person can open.
  mutating func grantOwedGroups() throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT scope, reader FROM owed WHERE file IS NULL ORDER BY scope"))
    try grantOwed(rows, in: .cycle)
  }

  private mutating func grantOwed(_ rows: [Row], in stream: Stream) throws {
    var wanted: [String: Set<Reader>] = [:]
    for row in rows {
      guard let reader = Reader(rawValue: try row.value("reader")) else { continue }
      wanted[try row.value("scope"), default: []].insert(reader)
    }
    for (name, readers) in wanted.sorted(by: { $0.key < $1.key }) {
      guard let scope = Scope(name: name) else { continue }
      try grant(scope, to: readers, in: stream)
    }
  }

  /// Founds a group and wraps its key for its members.
  mutating func found(_ group: GroupID) throws {
    let keys = GroupKeys.generate()
    session.ring.learn(group: group.rawValue, keys: keys)
    try append(.key(.groupFounded(group: group, publicKey: keys.publicKey)), to: .cycle)
    try grant(
      .group(group), to: Owings.members(of: group, cycle: cycle.value), in: .cycle)
    try Projector(db: db).noteGroups(cycle: cycle.value)
  }

  /// What an event of the cycle means for the groups' keys and the cases of a panel.
  mutating func keep(_ event: Event) throws {
    switch event {
    case .cycleOpened(let year, _, _, _):
      if try !Owings(db: db).exists(.group(.results(year: year))) {
        try found(.results(year: year))
      }
    case .personConfirmed(let id, _): try foundDistrict(of: id)
    case .personChanged(let person):
      try foundDistrict(of: person.id)
      try settleFiles(
        "SELECT file FROM seat WHERE person = ? ORDER BY file", [person.id.rawValue])
    case .personSanctioned(let person, _):
      try settleFiles(
        "SELECT file FROM seat WHERE person = ? ORDER BY file", [person.rawValue])
    case .meetingHeld: try grantOwedGroups()
    case .callAnnounced:
      try settleFiles("SELECT id FROM file WHERE stage = 'registered' ORDER BY id", [])
    // A term that was provisional may have another end now.
    case .calendarLoaded:
      try settleFiles("SELECT DISTINCT file FROM term WHERE provisional = 1 ORDER BY file", [])
    case .panelChanged(let panel):
      try settleFiles(
        "SELECT id FROM file WHERE panel = ?1 OR on_site_panel = ?1 ORDER BY id",
        [panel.id.rawValue])
      try grantOwedGroups()
    default: break
    }
  }

  /// Cases whose people or panels changed without an entry of their own.
  private mutating func settleFiles(_ sql: String, _ arguments: StatementArguments) throws {
    for name in try String.fetchAll(db, sql: sql, arguments: arguments) {
      _ = try file(CaseID(name))
      try settle(CaseID(name))
    }
  }

  /// A district's group is founded with its first officer.
  private mutating func foundDistrict(of id: PersonID) throws {
    if let code = cycle.value.people[id]?.district, cycle.value.acts(id, as: .districtOfficer),
      try Seals(db: db).groupKey(.district(code)) == nil
    {
      try found(.district(code))
    }
    try grantOwedGroups()
  }
}
