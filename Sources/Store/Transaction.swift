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
    var openFiles: [CaseID]?
    if case .cycle(.closeCycle) = command { openFiles = try Store.filesUnderWay(db) }
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
    if case .supervision(.lodge(let complaint)) = command, let id = complaint.file,
      try file(id).value.state == nil
    {
      throw Refusal(.V3, .unknownCase)
    }
    for event in events { try append(.event(event), to: .supervision, room: .supervision) }
    return events
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
      let room = event.room(in: id, year: year)
      let stored = try append(.event(event), to: .file(id), room: room)
      if let group = room?.letterBox, session.ring.group(group.rawValue) == nil {
        // What was dropped into others' letter box is theirs: a new login would not read it either.
        replay.value.sealed.insert(stored.position)
      } else {
        Replayer.apply(event, stored, to: &replay.value, cycle: cycle)
      }
      replay.position = stored.position
      files[id] = replay
      switch event {
      case .caseRegistered(let application, _), .applicationAmended(let application):
        try Projector(db: db).index(application)
      default: break
      }
      if case .consensusOpened = event {
        try shareSheets(of: id, replay.value.state)
        replay = try Replayer(db: db, session: session).file(id, cycle: cycle, from: nil)
        files[id] = replay
      }
    }
    // Lists and keys follow from what is clear; a sealed act changes neither.
    let madeOffice = try !hadOffice && Owings(db: db).exists(.room(.office(id)))
    if madeOffice || events.contains(where: { $0.kind.placement == .clear }) { try settle(id) }
    return events
  }

  private func desk(file: CaseState?, openFiles: [CaseID]? = nil) throws -> Desk {
    let supervises = cycle.value.acts(session.person, as: .supervisor)
    return Desk(
      cycle: cycle.value, file: file, actor: session.person, now: clock.now(),
      supervision: supervises
        ? try Replayer(db: db, session: session).supervision(cycle: cycle).state : nil,
      openFiles: openFiles)
  }

  /// The case as this transaction sees it.
  mutating func file(_ id: CaseID) throws -> Replayed<FileReplay> {
    if let known = files[id] { return known }
    let replayed = try Replayer(db: db, session: session).file(
      id, cycle: cycle, from: session.files[id])
    files[id] = replayed
    return replayed
  }

  /// Brings a case's projections and keys up to date after entries of its stream.
  mutating func settle(_ id: CaseID) throws {
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
}
