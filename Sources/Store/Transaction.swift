import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// One write: everything in it is committed together or not at all.
struct Transaction {
  let db: Database
  let session: Session
  let clock: Clock
  let attachments: Attachments
  /// The cycle's state with this transaction's own entries.
  private(set) var cycle: CycleReplay
  /// The cases touched, with this transaction's own entries.
  private(set) var files: [CaseID: Replayed<FileReplay>] = [:]
  private let store: String
  private let device: String
  private var number: Int

  init(
    _ db: Database, session: Session, clock: Clock, attachments: Attachments, cycle: CycleReplay
  ) throws {
    self.db = db
    self.session = session
    self.clock = clock
    self.attachments = attachments
    self.cycle = try Replayer.cycle(db, from: cycle)
    store = try Meta.text(db, .store)
    let device = try Meta.text(db, .device)
    self.device = device
    number =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT max(number) FROM entry WHERE device = ?"),
        arguments: [device]) ?? 0
    try Seals(db: db).learnGroups(for: session)
  }

  // MARK: Commands

  /// Decides a command, writes its events and the keys they call for.
  ///
  /// - Returns: The events.
  /// - Throws: `Refusal` by a rule; `StoreFault` where a key is missing.
  @discardableResult
  mutating func perform(_ command: Command) throws -> [Event] {
    switch command {
    case .cycle: return try performInCycle(command)
    case .supervision: return try performInSupervision(command)
    case .file(let id, let command): return try perform(command, in: id)
    }
  }

  private mutating func performInCycle(_ command: Command) throws -> [Event] {
    var openFiles: Int?
    if case .cycle(.closeCycle) = command { openFiles = try filesUnderWay() }
    let events = try decide(command, on: desk(file: nil, openFiles: openFiles))
    for event in events {
      let stored = try append(.event(event), to: .cycle)
      cycle.take(event, by: session.person, at: stored.position)
      try Projector(db: db).project(event, cycle: cycle.value)
      try keep(event)
    }
    return events
  }

  /// V3: into supervision's letter box.
  private mutating func performInSupervision(_ command: Command) throws -> [Event] {
    let events = try decide(command, on: desk(file: nil))
    for event in events { try append(.event(event), to: .supervision, room: .supervision) }
    return events
  }

  /// Applications that are neither ended nor listed.
  private func filesUnderWay() throws -> Int {
    let done = Stage.allCases.filter { $0.isEnd || $0 == .cultivation }
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM file WHERE stage NOT IN (\(Store.marks(done.count)))",
      arguments: StatementArguments(done.map(\.rawValue))) ?? 0
  }

  private mutating func perform(_ command: CaseCommand, in id: CaseID) throws -> [Event] {
    var replay = try file(id)
    let events = try decide(.file(id, command), on: desk(file: replay.value.state))
    guard !events.isEmpty else { return [] }
    if case .releaseOpening = command { try releaseHalves(of: id, replay.value.state) }
    let hadOffice = try Owings(db: db).exists(.room(.office(id)))
    for event in events {
      try prepareKeys(for: event, in: id, replay.value.state)
      let year = replay.value.state?.year ?? cycle.value.year ?? 0
      let stored = try append(.event(event), to: .file(id), room: event.room(in: id, year: year))
      Replayer.apply(event, stored, to: &replay.value, cycle: cycle.value)
      replay.position = stored.position
      files[id] = replay
      switch event {
      case .caseRegistered(let application, _), .applicationAmended(let application):
        try Projector(db: db).index(application)
      default: break
      }
      if case .consensusOpened = event {
        try shareSheets(of: id, replay.value.state)
        replay = try Replayer(db: db, session: session).file(id, cycle: cycle.value, from: nil)
        files[id] = replay
      }
    }
    // Lists and keys follow from what is clear; a sealed act changes neither.
    let madeOffice = try !hadOffice && Owings(db: db).exists(.room(.office(id)))
    if madeOffice || events.contains(where: { $0.kind.placement == .clear }) { try settle(id) }
    return events
  }

  private func desk(file: CaseState?, openFiles: Int? = nil) throws -> Desk {
    let supervises = cycle.value.acts(session.person, as: .supervisor)
    return Desk(
      cycle: cycle.value, file: file, actor: session.person, now: clock.now(),
      supervision: supervises
        ? try Replayer(db: db, session: session).supervision(cycle: cycle.value) : nil,
      openFiles: openFiles)
  }

  /// The case as this transaction sees it.
  mutating func file(_ id: CaseID) throws -> Replayed<FileReplay> {
    if let known = files[id] { return known }
    let replayed = try Replayer(db: db, session: session).file(
      id, cycle: cycle.value, from: session.files[id])
    files[id] = replayed
    return replayed
  }

  /// Brings a case's projections and keys up to date after entries of its stream.
  private mutating func settle(_ id: CaseID) throws {
    guard let replay = files[id], let state = replay.value.state else { return }
    try Projector(db: db).project(state, cycle: cycle.value)
    try grantOwed(in: id)
  }

  // MARK: Appending

  /// Signs and appends an act; seals it where it belongs into a room.
  @discardableResult
  mutating func append(
    _ act: Act, to stream: Stream, room: RoomID? = nil
  ) throws -> StoredEntry {
    let now = clock.now()
    number += 1
    var entry = Entry(
      store: store, stream: stream, parents: try LogTable.tip(db, of: stream).map { [$0] } ?? [],
      author: session.person, device: device, number: number, time: now, kind: act.kind,
      room: room?.rawValue, body: Data(), signature: Data())
    let plain = try act.encoded()
    if let room {
      entry.body = try seal(plain, in: room, header: entry.header)
    } else {
      entry.body = plain
    }
    entry.signature = try session.ring.keys.sign(entry.signed)
    let stored = try LogTable.append(db, entry, arrived: now)
    if case .key(let event) = act {
      try Projector(db: db).project(event, stored, under: rules(in: stream))
    }
    switch stream {
    case .cycle: cycle.position = stored.position
    case .file(let id): files[id]?.position = stored.position
    case .supervision: break
    }
    return stored
  }

  private func seal(_ plain: Data, in room: RoomID, header: Data) throws -> Data {
    if let group = room.letterBox {
      return try Seals(db: db).drop(plain, to: group, room: room.rawValue, header: header)
    }
    guard let key = try Seals(db: db).key(of: room.rawValue, for: session) else {
      throw StoreFault.keyMissing(room.rawValue)
    }
    return try key.seal(plain, context: header, padding: .entry)
  }

  // MARK: Keys

  private func rules(in stream: Stream) -> KeyRules {
    var state: CaseState?
    if case .file(let id) = stream { state = files[id]?.value.state }
    return KeyRules(db: db, cycle: cycle.value, file: state)
  }

  /// Makes the rooms that an event opens, before the event is sealed into them.
  private mutating func prepareKeys(
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
  private mutating func keep(_ event: Event) throws {
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
