import Foundation
import GRDB
import Procedure
import Vault

/// Makes the projections anew by replaying the log in the clear.
struct Reprojection {
  private(set) var cycle = CycleReplay()
  private var files: [CaseID: FileReplay] = [:]
  private var touched: Set<CaseID> = []

  /// The sheets that were started and are not handed in.
  var sheetsUnderWay: [(file: CaseID, person: PersonID)] {
    files.flatMap { id, replay in
      (replay.state?.sheets ?? [:]).filter { $0.value.state == .started }.map { (id, $0.key) }
    }
  }

  /// Takes up an entry, in the order of arrival, into the projections of `db`.
  ///
  /// - Returns: Whether its author was entitled to it; true where its body is sealed.
  /// - Throws: What stands in the body of a clear entry that cannot be read.
  mutating func take(_ stored: StoredEntry, into db: Database) throws -> Bool {
    guard let act = try Replayer.clearAct(stored.entry) else { return true }
    switch (act, stored.entry.stream) {
    case (.key(let event), _):
      return try Projector(db: db).project(event, stored, under: rules(for: stored.entry, db))
    case (.event(let event), .cycle):
      return try take(event, stored, into: db)
    case (.event(let event), .file(let id)):
      touched.insert(id)
      var replay = files[id] ?? FileReplay()
      Replayer.apply(event, stored, to: &replay, cycle: cycle)
      files[id] = replay
      guard !replay.rejected.contains(stored.position) else { return false }
      switch event {
      case .caseRegistered(let application, _), .applicationAmended(let application):
        try Projector(db: db).index(application)
      default: break
      }
      return true
    // Everything of supervision's is sealed.
    case (.event, .supervision): return false
    }
  }

  private mutating func take(_ event: Event, _ stored: StoredEntry, into db: Database) throws
    -> Bool
  {
    guard cycle.take(event, by: stored.entry.author, at: stored.position) else { return false }
    try Projector(db: db).project(event, cycle: cycle.value)
    switch event {
    case .personChanged, .panelChanged, .personSanctioned, .callAnnounced, .calendarLoaded:
      // Whom a case's keys are owed to and whom it waits for may be others now.
      touched.formUnion(files.keys)
    default: break
    }
    return true
  }

  private func rules(for entry: Entry, _ db: Database) -> KeyRules {
    var state: CaseState?
    if case .file(let id) = entry.stream { state = files[id]?.state }
    return KeyRules(db: db, cycle: cycle.value, file: state)
  }

  /// Writes the projections of what was touched since the last time.
  mutating func settle(into db: Database) throws {
    try Projector(db: db).noteGroups(cycle: cycle.value)
    for id in touched.sorted() {
      guard let state = files[id]?.state else { continue }
      try Projector(db: db).project(state, cycle: cycle.value)
    }
    touched = []
  }
}
