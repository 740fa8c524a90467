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
  private var touched: Set<CaseID> = []
  /// The cycle's last entry when it was noted whom the groups owe their keys.
  private var noted: Data?

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

  /// Takes up a row, in the order of arrival, into the projections of `db`.
  ///
  /// - Returns: Why it has no effect; nil where it has.
  mutating func take(_ row: Result<StoredEntry, RowFault>, into db: Database) throws -> EntryFault?
  {
    guard case .success(let stored) = row else { return .unreadable }
    switch stored.entry.stream {
    case .cycle:
      cycle.take(row)
      if let void = cycle.faults[stored.position] { return void.fault }
      try project(stored, into: db)
      return nil
    case .supervision:
      _ = supervision.take(row, cycle: cycle, session: nil)
      return supervision.faults[stored.position]?.fault
    case .dossier(let id):
      touched.insert(id)
      let replayer = DossierReplayer(id: id, cycle: cycle, session: nil)
      _ = replayer.take(row, into: &dossiers[id, default: DossierReplay()])
      return dossiers[id]?.faults[stored.position]?.fault
    }
  }

  private mutating func project(_ stored: StoredEntry, into db: Database) throws {
    let event: Event
    switch try? stored.entry.clearAct() {
    case .event(let act)?: event = act
    case .key(let act)?:
      try Projector(db: db).project(act, cycle: cycle)
      if case .keysRecovered = act { touched.formUnion(dossiers.keys) }
      return
    case nil: return
    }
    // Of the groups once at the end: they are of all people each time.
    try Projector(db: db).project(event, cycle: cycle, withGroups: false)
    // Whom a case's keys are owed to and whom it waits for may be others now.
    if event.kind.concernsDossiers { touched.formUnion(dossiers.keys) }
  }

  /// Writes the projections of what was touched since the last time.
  ///
  /// - Parameter goesOn: Asked before each case; nothing is to be kept of `db` where it says no.
  /// - Throws: `StoreFault.stopped`.
  mutating func settle(into db: Database, goesOn: () -> Bool = { true }) throws {
    if noted != cycle.tip { try Projector(db: db).noteGroups(cycle: cycle) }
    noted = cycle.tip
    for id in touched.sorted() {
      guard goesOn() else { throw StoreFault.stopped }
      guard let replay = dossiers[id] else { continue }
      if let application = replay.clear?.application { try Projector(db: db).index(application) }
      try Projector(db: db).project(replay, cycle: cycle)
    }
    touched = []
  }
}
