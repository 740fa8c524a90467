import Foundation
import GRDB
import Procedure
import Vault

/// Makes the projections anew by verifying and replaying the log, as far as it is clear for
/// everybody.
struct Reprojection {
  private(set) var cycle = CycleReplay()
  private(set) var dossiers: [CaseID: DossierReplay] = [:]
  private(set) var supervision = SupervisionReplay()
  private(set) var arrivals = ArrivalReplay()
  /// Entries of which it shows only at the end that they have no effect: those that are held, and those
  /// of cases in which people wrote apart from each other.
  private var late: [Int: VoidEntry] = [:]
  private var touched: Set<CaseID> = []
  /// The cases that are replayed as a whole at the end.
  private var woven: Set<CaseID> = []
  /// The cycle's last entries when it was noted whom the groups owe their keys.
  private var noted: [Data] = []

  /// The sheets that were started and are not handed in.
  var sheetsUnderWay: [(dossier: CaseID, person: PersonID)] {
    dossiers.flatMap { id, replay in
      (replay.clear?.sheets ?? [:]).filter { $0.value.state == .started }.map { (id, $0.key) }
    }
  }

  /// Whether a person, named behind a case, has or had a sheet in it.
  func hasSheet(_ key: [String]) -> Bool {
    dossiers[CaseID(key[0])]?.clear?.sheets[PersonID(key[1])] != nil
  }

  /// Whether a row is an entry that its author signed, whether or not it takes effect.
  func isEntry(_ stored: StoredEntry) -> Bool {
    switch stored.entry.stream {
    case .cycle: cycle.lineage.has(stored.id, at: stored.position)
    case .supervision: supervision.lineage.has(stored.id, at: stored.position)
    case .arrivals: arrivals.lineage.has(stored.id, at: stored.position)
    case .dossier(let id):
      woven.contains(id) || dossiers[id]?.lineage.has(stored.id, at: stored.position) == true
    }
  }

  /// Takes up a row, in the order of arrival, into the projections of `db`.
  ///
  /// - Parameter archive: Where single entries of the log are looked for.
  /// - Returns: Why it has no effect; nil where it has, or where that shows at the end.
  mutating func take(
    _ row: Result<StoredEntry, RowFault>, into db: Database, _ archive: Archive
  ) throws -> EntryFault? {
    guard case .success(let stored) = row else { return .unreadable }
    switch stored.entry.stream {
    case .cycle:
      cycle.take(row, archive)
      if let void = cycle.faults[stored.position] { return void.fault }
      if !cycle.isWoven { try project(stored, into: db) }
      return nil
    case .supervision:
      if supervision.needsWeave { return nil }
      supervision.take(row, cycle: cycle, session: nil, archive)
      return supervision.faults[stored.position]?.fault
    case .arrivals:
      arrivals.take(row, cycle: cycle, archive)
      return arrivals.faults[stored.position]?.fault
    case .dossier(let id):
      touched.insert(id)
      if woven.contains(id) { return nil }
      let replayer = DossierReplayer(id: id, cycle: cycle, session: nil, archive: archive)
      replayer.take(row, into: &dossiers[id, default: DossierReplay()])
      if dossiers[id]?.needsWeave == true { woven.insert(id) }
      return dossiers[id]?.faults[stored.position]?.fault
    }
  }

  private mutating func project(_ stored: StoredEntry, into db: Database) throws {
    let event: Event
    switch try? stored.entry.clearAct() {
    case .event(let act)?: event = act
    case .key(let act)?:
      try Projector(db: db).project(act, cycle: cycle)
      if act.replaces { touched.formUnion(dossiers.keys) }
      return
    case nil: return
    }
    // Of the groups once at the end: they are of all people each time.
    try Projector(db: db).project(event, cycle: cycle, withGroups: false)
    // Whom a case's keys are owed to and whom it waits for may be others now.
    if event.kind.concernsDossiers || event.kind.takes { touched.formUnion(dossiers.keys) }
  }

  /// Writes the projections of what was touched since the last time.
  ///
  /// - Parameters:
  ///   - read: Reads the log.
  ///   - goesOn: Asked before each case; nothing is to be kept of `db` where it says no.
  /// - Throws: `StoreFault.stopped`.
  mutating func settle(
    into db: Database, from read: @escaping Archive.Reading, goesOn: () -> Bool = { true }
  ) throws {
    let archive = Archive(read)
    try settleCycle(into: db, archive)
    try settleStreams(read, archive, goesOn)
    for id in touched.sorted() {
      guard goesOn() else { throw StoreFault.stopped }
      guard let replay = dossiers[id] else { continue }
      if let application = replay.clear?.application { try Projector(db: db).index(application) }
      try Projector(db: db).project(id, replay, cycle: cycle)
    }
    touched = []
  }

  private mutating func settleCycle(into db: Database, _ archive: Archive) throws {
    if noted == cycle.tips { return }
    noted = cycle.tips
    if cycle.isWoven {
      cycle.settle(archive)
      tell(cycle.faults)
      // Whoever it is that is another by what met or was held.
      try Projector(db: db).putEverybody(cycle)
      touched.formUnion(dossiers.keys)
    }
    try Projector(db: db).noteGroups(cycle: cycle)
  }

  /// Replays as a whole those in which people wrote apart from each other, or used a right that was
  /// taken from them.
  private mutating func settleStreams(
    _ read: Archive.Reading, _ archive: Archive, _ goesOn: () -> Bool
  ) throws {
    for id in touched where !woven.contains(id) {
      let replayer = DossierReplayer(id: id, cycle: cycle, session: nil, archive: archive)
      replayer.settle(&dossiers[id, default: DossierReplay()])
      if dossiers[id]?.needsWeave == true { woven.insert(id) }
    }
    for id in touched.intersection(woven).sorted() {
      guard goesOn() else { throw StoreFault.stopped }
      try read { db in
        let replayer = Replayer(db, trust: Trust(), session: nil)
        let replay = try replayer.dossier(
          id, cycle: cycle, from: DossierReplay(isWoven: true))
        tell(replay.faults)
        dossiers[id] = replay
      }
    }
    guard supervision.needsWeave else { return }
    try read { db in
      let replayer = Replayer(db, trust: Trust(), session: nil)
      let replay = try replayer.supervision(cycle: cycle, from: SupervisionReplay(isWoven: true))
      tell(replay.faults)
    }
  }

  private mutating func tell(_ faults: [Int: VoidEntry]) {
    late.merge(faults) { _, now in now }
  }

  /// Gives away what showed only now to have no effect.
  mutating func takeLate() -> [Int: VoidEntry] {
    defer { late = [:] }
    return late
  }
}
