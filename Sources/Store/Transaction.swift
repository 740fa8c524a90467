import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// One write: everything in it is committed together or not at all.
struct Transaction {
  let db: Database
  private(set) var session: Session
  let clock: Clock
  let attachments: Attachments
  /// What exchanges told of other copies.
  private let heard: () -> Heard
  private(set) var replayer: Replayer
  /// The cycle with this transaction's own entries.
  private(set) var cycle: CycleReplay
  /// The cases touched, with this transaction's own entries.
  private(set) var dossiers: [CaseID: DossierReplay] = [:]
  /// The last entry of this copy.
  private(set) var own: OwnEntries
  private let store: String
  private let device: String
  private let clockRule: ClockRule?
  private let trust: Trust
  /// Sealed files whose entries this transaction gave up.
  private(set) var filesGivenUp: [String] = []
  /// The papers that this transaction keeps.
  private(set) var kept: [EntryName] = []
  /// Whether what is written says that the last entry's time was wrong.
  var isCorrectingClock = false

  init(
    _ db: Database, session: Session, clock: Clock, attachments: Attachments,
    heard: @escaping () -> Heard, trust: Trust,
    cycle: CycleReplay, own: OwnEntries, clockRule: ClockRule?
  ) throws {
    self.db = db
    self.session = session
    self.clock = clock
    self.attachments = attachments
    self.heard = heard
    replayer = Replayer(db, trust: trust, session: session)
    self.cycle = try replayer.cycle(from: cycle)
    self.own = own
    self.clockRule = clockRule
    self.trust = trust
    store = try Meta.text(db, .store)
    device = try Meta.text(db, .device)
    session.learnGroups(self.cycle.keys)
    var later = own
    try later.update(db, device: device) { stored in try isEntry(stored) }
    self.own = later
  }

  /// Goes on in somebody else's name: where one act lets one person in and another out.
  mutating func hand(to session: Session) {
    self.session = session
    replayer = Replayer(db, trust: trust, session: session)
    dossiers = [:]
    session.learnGroups(cycle.keys)
  }

  /// Whether an entry is one of this store's, whether or not it takes effect.
  private mutating func isEntry(_ stored: StoredEntry) throws -> Bool {
    let lineage =
      switch stored.entry.stream {
      case .cycle: cycle.lineage
      case .dossier(let id): try dossier(id).lineage
      case .supervision: try supervision().lineage
      case .arrivals: try arrivals().lineage
      }
    guard lineage.has(stored.id, at: stored.position) else { return false }
    // A number that leaps would end all counting.
    let before = stored.entry.previous.map { replayer.archive.link($0)?.number } ?? 0
    return before.map { stored.entry.number == $0 + 1 } == true
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
    case .dossier(let id, let command): return try perform(command, in: id)
    }
  }

  private mutating func performInCycle(_ command: Command) throws -> [Event] {
    var openDossiers: [CaseID]?
    if case .cycle(.closeCycle) = command { openDossiers = try Store.dossiersUnderWay(db) }
    let numbers = try command.number.map(uses) ?? []
    let events = try decide(
      command,
      on: desk(
        dossier: nil, openDossiers: openDossiers, numbers: numbers,
        unheard: unheard(command, in: nil)))
    for event in events {
      let room = event.room(in: nil, year: 0, by: session.person)
      if room == .bureau, cycle.keys.group(.bureau) == nil { try found(.bureau) }
      let stored = try append(
        .event(event), to: .cycle, room: room, files: attachments.references(of: event))
      note(event, stored)
      try believe(cycle.faults[stored.position]?.fault)
      try Projector(db: db).project(event, cycle: cycle)
      try keep(event)
    }
    return events
  }

  /// V3: into supervision's letter box.
  private mutating func performInSupervision(_ command: Command) throws -> [Event] {
    let events = try decide(command, on: desk(dossier: nil))
    if case .supervision(.lodge(let complaint)) = command, let id = complaint.dossier,
      try dossier(id).state == nil
    {
      throw Refusal(.V3, .unknownCase)
    }
    for event in events {
      let stored = try append(
        .event(event), to: .supervision, room: .supervision,
        files: attachments.references(of: event))
      note(event, stored)
      try believe(session.supervision.faults[stored.position]?.fault)
    }
    return events
  }

  private mutating func perform(_ command: CaseCommand, in id: CaseID) throws -> [Event] {
    let replay = try dossier(id)
    var visits: [PanelVisit] = []
    let numbers = try command.number.map(uses) ?? []
    if case .arrangeVisit = command {
      visits = try Store.visits(db, from: clock.now().day, beside: id)
    }
    let events = try decide(
      .dossier(id, command),
      on: desk(
        dossier: replay.state, clear: replay.split, visits: visits, numbers: numbers,
        unheard: unheard(.dossier(id, command), in: replay.clear)))
    guard !events.isEmpty else { return [] }
    if case .releaseOpening = command { try releaseHalves(of: id) }
    let keysBefore = replay.rooms.keys.count
    for event in events {
      try prepareKeys(for: event, in: id)
      let year = try dossier(id).state?.year ?? cycle.value.year ?? 0
      let stored = try append(
        .event(event), to: .dossier(id), room: event.room(in: id, year: year, by: session.person),
        files: attachments.references(of: event))
      note(event, stored)
      try believe(try dossier(id).fault(at: stored.position))
      if case .caseRegistered(let application, _) = event {
        try Projector(db: db).index(application)
      }
      if case .applicationAmended(let application) = event {
        try Projector(db: db).index(application)
      }
      if case .consensusOpened = event { try shareSheets(of: id) }
    }
    // Lists and keys follow from what is clear; a sealed act changes neither, unless it made a key.
    let madeKeys = try dossier(id).rooms.keys.count != keysBefore
    if madeKeys || events.contains(where: { $0.kind.placement == .clear }) { try settle(id) }
    return events
  }

  private mutating func note(_ event: Event, _ stored: StoredEntry) {
    if case .paperKept = event { kept.append(stored.name) }
  }

  /// What would have no effect is not written: the transaction ends with the reason.
  private func believe(_ fault: EntryFault?) throws {
    switch fault {
    case nil: break
    case .refused(let refusal): throw refusal
    case let fault?: throw StoreFault.notBelieved(fault)
    }
  }

  private mutating func desk(
    dossier: CaseState?, clear: CaseState? = nil, openDossiers: [CaseID]? = nil,
    visits: [PanelVisit] = [], numbers: [UsedNumber] = [], unheard: [UnheardCopy] = []
  ) throws -> Desk {
    let supervises = cycle.value.acts(session.person, as: .supervisor)
    return Desk(
      cycle: cycle.value, dossier: dossier, clear: clear, actor: session.person, now: clock.now(),
      supervision: supervises ? try supervision().state : nil, openDossiers: openDossiers,
      visits: visits, numbers: numbers, unheard: unheard)
  }

  /// The copies that an act would have to hear first, where it is a gate.
  private func unheard(_ command: Command, in dossier: CaseState?) throws -> [UnheardCopy] {
    guard let hearing = command.hearing(in: dossier, cycle: cycle.value) else { return [] }
    return try Hearings(db, heard(), cycle: cycle, beside: device).unheard(hearing)
  }

  /// The case as this transaction sees it.
  mutating func dossier(_ id: CaseID) throws -> DossierReplay {
    if let known = dossiers[id] { return known }
    let replay = try replayer.dossier(id, cycle: cycle, from: session.dossiers[id])
    dossiers[id] = replay
    return replay
  }

  /// Supervision's stream as this transaction sees it.
  func supervision() throws -> SupervisionReplay {
    session.supervision = try replayer.supervision(cycle: cycle, from: session.supervision)
    return session.supervision
  }

  /// The takings as this transaction sees them.
  func arrivals() throws -> ArrivalReplay {
    session.arrivals = try replayer.arrivals(cycle: cycle, from: session.arrivals)
    return session.arrivals
  }

  /// Brings a case's projections and keys up to date after entries of its stream.
  mutating func settle(_ id: CaseID) throws {
    guard let replay = dossiers[id] else { return }
    try Projector(db: db).project(id, replay, cycle: cycle)
    if replay.clear?.destroyed != nil {
      filesGivenUp += try Retention(db: db, today: clock.now().day).carryOut(replay.clear)
    }
    if replay.clear?.isEmptied == true {
      // What this person read of it is read no more.
      dossiers[id] = try replayer.dossier(id, cycle: cycle, from: nil)
    }
    try grantOwed(in: id)
  }

  // MARK: Appending

  /// Signs and appends an act; seals it where it belongs into a room.
  ///
  /// What was written is taken up as any program takes it up that reads it.
  @discardableResult
  mutating func append(
    _ act: Act, to stream: Stream, room: RoomID? = nil, files references: [FileReference] = []
  ) throws -> StoredEntry {
    let now = clock.now()
    // What keys sign that were replaced has no effect for anybody.
    if !act.bringsKeys, cycle.keys.isOutdated(session) { throw StoreFault.keysReplaced }
    if !isCorrectingClock { try clockRule?.check(now, after: own.time) }
    let seal = try room.map { try sealing(for: $0, stream) }
    var entry = Entry(
      store: store, stream: stream, parents: try tips(of: stream), previous: own.id,
      author: session.person, device: device, number: own.number + 1, time: now, kind: act.kind,
      version: act.version, room: room?.rawValue, key: seal?.name, files: references,
      seen: try act.takes ? Sightings.ofOthers(db, beside: device, by: cycle.keys) : [],
      body: Data(),
      signature: Data())
    let plain = try act.encoded()
    entry.body = try seal?.seal(plain, entry.header) ?? plain
    let id = entry.id
    entry.signature = try session.ring.keys.sign(Entry.signed(id))
    let stored = try LogTable.append(db, entry, id: id, arrived: now)
    switch stream {
    case .cycle:
      cycle.take(.success(stored), replayer.archive, isTrusted: true)
      cycle.settle(replayer.archive)
    case .supervision:
      _ = try supervision()
    case .arrivals:
      _ = try arrivals()
    case .dossier(let id):
      var replay = try dossier(id)
      let replayer = DossierReplayer(
        id: id, cycle: cycle, session: session, archive: replayer.archive)
      replay.hasLearnt = false
      replayer.take(.success(stored), into: &replay, isTrusted: true)
      replayer.settle(&replay)
      if replay.hasLearnt || replay.needsWeave {
        replay = try self.replayer.dossier(id, cycle: cycle, from: nil)
      }
      dossiers[id] = replay
    }
    own.take(stored)
    return stored
  }

  private mutating func tips(of stream: Stream) throws -> [Data] {
    switch stream {
    case .cycle: return cycle.tips
    case .dossier(let id): return try dossier(id).tips + cycle.tips
    case .supervision: return try supervision().tips + cycle.tips
    case .arrivals: return try arrivals().tips + cycle.tips
    }
  }
}
