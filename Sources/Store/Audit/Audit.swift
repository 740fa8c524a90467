import Foundation
import GRDB
import Procedure
import Vault

/// One run of `check`: walks the log and keeps what it has seen so far.
final class Audit {
  let store: Store
  let session: Session?
  /// Where the projections are made anew.
  let memory: DatabaseQueue
  var reprojection = Reprojection()
  var report = CheckReport()
  /// The sealed files that entries speak of, with the entry.
  private(set) var references: [String: SpokenFile] = [:]
  /// The documents that are open to the person, with what opens them.
  var documents: [(dossier: CaseID, material: Material, documents: [Document])] = []
  /// The sealed bodies of each case: how many are here, and which entries lack theirs.
  var bodies: [CaseID: CaseBodies] = [:]
  private var reading = LogReading(window: Audit.window)
  /// The last entry looked at and the chain up to it.
  private(set) var position = 0
  private var chain = Data(count: 32)
  private var copies: [String: OwnEntries] = [:]
  private var voids: [(Int, PersonID?, VoidEntry)] = []
  private var seen: Set<CheckReport.Finding> = []
  private var device = ""
  /// Few enough that a read lasts well under the 50 ms after which writers notice it.
  static let window = 200
  /// Rows of tables that are compared at once.
  static let rows = 1_000

  init(_ store: Store, _ session: Session?) throws {
    self.store = store
    self.session = session
    memory = try DatabaseQueue()
    try memory.write { try Schema.createTables($0) }
  }

  func run(
    progress: (Int, Int) -> Bool, reading: (Int, Int) -> Bool
  ) throws -> CheckReport {
    try part { try self.checkDatabase() }
    let end = (try? store.read(LogTable.last)) ?? 0
    try part {
      self.device = try self.store.read { try Meta.text($0, .device) }
      while self.position < end {
        guard progress(self.position, end) else { throw StoreFault.stopped }
        guard try self.store.read({ try self.advance($0) }) else { break }
      }
    }
    try part { try self.checkTail() }
    func goesOn() -> Bool { progress(end, end) }
    try part { try self.settle(goesOn) }
    checkBodies()
    try part { try self.compareProjections(goesOn) }
    try part { try self.checkDrafts() }
    try part { try self.checkFiles(reading) }
    noteVerified()
    tellVoids()
    report.drafts = reprojection.sheetsUnderWay.count { $0.person != session?.person }
    if let session {
      report.unread = 0
      try part { self.checkGroups(of: session) }
      try part { try self.checkCases(of: session) }
      try part { try self.checkSupervision(of: session) }
      try part { try self.checkDocuments(reading) }
      try part { try self.checkPapers(of: session) }
      tellVoids()
    }
    guard progress(end, max(end, position)) else { throw StoreFault.stopped }
    return report
  }

  /// Names an entry without effect, once the whole cycle is known: what was noted is a remark.
  func noteVoid(at position: Int, _ author: PersonID?, _ void: VoidEntry) {
    voids.append((position, author, void))
  }

  /// Sorts the entries without effect into findings and remarks.
  private func tellVoids() {
    let cycle = reprojection.cycle.value
    for (position, author, void) in voids {
      if let name = void.name, cycle.isNoted(name) {
        report.remarks.append(.noted(at: position, author, void.fault))
      } else {
        note(.entry(at: position, author, void.fault))
      }
    }
    voids = []
  }

  func note(_ finding: CheckReport.Finding) {
    if seen.insert(finding).inserted { report.findings.append(finding) }
  }

  /// A part of the check that the damage of another must not keep from running.
  private func part(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch StoreFault.stopped {
      throw StoreFault.stopped
    } catch {
      note(.database("\(StoreFault.naming(error))"))
    }
  }

  /// What was verified here need not be verified again by this program.
  private func noteVerified() {
    store.trust.note(reprojection.cycle.tips, of: .cycle)
    store.trust.note(reprojection.supervision.tips, of: .supervision)
    store.trust.note(reprojection.arrivals.tips, of: .arrivals)
    for (id, replay) in reprojection.dossiers { store.trust.note(replay.tips, of: .dossier(id)) }
  }

  // MARK: The log

  /// Looks at the next window of entries.
  ///
  /// - Returns: Whether it came further.
  func advance(_ db: Database) throws -> Bool {
    let rows = try reading.next(db, after: position, keys: reprojection.cycle.keys)
    let before = position
    try memory.write { target in
      for row in rows where row.position > position {
        if row.position > position + 1 {
          note(.entriesMissing(from: position + 1, through: row.position - 1))
        }
        position = row.position
        report.entries += 1
        try take(row, target, Archive { try $0(db) })
      }
    }
    // A damaged file gives the same rows again and again.
    return position > before
  }

  private func take(
    _ row: Result<StoredEntry, RowFault>, _ target: Database, _ archive: Archive
  ) throws {
    if case .success(let stored) = row {
      let expected = LogTable.link(
        chain, position: stored.position, id: stored.id, arrived: stored.arrived)
      if stored.chain != expected { note(.chainBroken(at: stored.position)) }
      chain = stored.chain
      countBody(of: stored)
    }
    if let fault = try reprojection.take(row, into: target, archive) {
      let name = try? row.get().name
      noteVoid(at: row.position, row.author, VoidEntry(fault: fault, name: name))
      if case .success(let stored) = row, reprojection.isEntry(stored) { checkCopy(stored) }
      return
    }
    guard case .success(let stored) = row else { return }
    guard stored.entry.givenUp == nil else { return checkCopy(stored) }
    if stored.entry.room != nil { report.unread += 1 }
    let place = SpokenFile.Place(
      stream: stored.entry.stream.rawValue, room: stored.entry.room ?? "")
    for file in stored.entry.files {
      references[file.name] = SpokenFile(file: file, place: place, position: stored.position)
    }
    checkCopy(stored)
  }

  /// Numbers, times and the chain of an entry's own copy: of entries that their authors signed.
  private func checkCopy(_ stored: StoredEntry) {
    let (entry, place) = (stored.entry, stored.position)
    var copy = copies[entry.device] ?? OwnEntries()
    if entry.number <= copy.number {
      note(.numberRepeated(device: entry.device, number: entry.number, at: place))
    } else if entry.number > copy.number + 1 {
      note(.numberMissing(device: entry.device, number: copy.number + 1, at: place))
    }
    if entry.previous != copy.id { note(.previousWrong(at: place)) }
    if entry.device == device, stored.arrived != entry.time { note(.arrivalWrong(at: place)) }
    if entry.kind == EventKind.clockCorrected.rawValue {
      report.remarks.append(.clockCorrected(at: place, entry.author))
    } else if let last = copy.time {
      switch ClockStep(from: last, to: entry.time) {
      case .back(let seconds): report.remarks.append(.clockBack(at: place, seconds: seconds))
      case .ahead(let seconds): noteAhead(place, seconds)
      case nil: break
      }
    }
    let number = max(copy.number, entry.number)
    copy.take(stored)
    copy.number = number
    copies[entry.device] = copy
  }
}

extension Audit {
  /// Weekends are jumps too: they are counted, and the longest is named.
  private func noteAhead(_ place: Int, _ seconds: Int) {
    let known = report.remarks.firstIndex { if case .clockAhead = $0 { true } else { false } }
    guard let known, case .clockAhead(let count, let at, let longest) = report.remarks[known] else {
      return report.remarks.append(.clockAhead(count: 1, at: place, seconds: seconds))
    }
    report.remarks[known] = .clockAhead(
      count: count + 1, at: seconds > longest ? place : at, seconds: max(seconds, longest))
  }
}

extension Result<StoredEntry, RowFault> {
  /// The place in the order of arrival.
  var position: Int {
    switch self {
    case .success(let stored): stored.position
    case .failure(let fault): fault.position
    }
  }

  /// Who it says wrote it.
  var author: PersonID? { try? get().entry.author }
}
