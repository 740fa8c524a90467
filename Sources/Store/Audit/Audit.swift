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
  private(set) var report = CheckReport()
  /// The last entry looked at and the chain up to it.
  private(set) var position = 0
  private var chain = Data(count: 32)
  private var numbers: [String: Int] = [:]
  private var keys: [PersonID: PublicKeys] = [:]
  private var begun: Set<Stream> = []
  private var seen: Set<CheckReport.Finding> = []
  /// Few enough that a read lasts well under the 50 ms after which writers notice it.
  static let window = 200

  init(_ store: Store, _ session: Session?) throws {
    self.store = store
    self.session = session
    memory = try DatabaseQueue()
    try memory.write { try Schema.migrate($0) }
  }

  func run(progress: (Int, Int) -> Bool) throws -> CheckReport {
    try part { try self.checkDatabase() }
    let end = (try? store.read(LogTable.last)) ?? 0
    try part {
      while self.position < end {
        guard progress(self.position, end) else { throw StoreFault.stopped }
        guard try self.store.read({ try self.advance($0) }) else { break }
      }
    }
    try part { try self.checkTail() }
    try part { try self.settle() }
    try part { try self.compareProjections() }
    try part { try self.checkDrafts() }
    try part { try self.checkFiles() }
    if let session { try part { try self.checkKeys(of: session) } }
    if let session { try part { try self.checkCases(of: session) } }
    if let session { try part { try self.checkSupervision(of: session) } }
    guard progress(end, max(end, position)) else { throw StoreFault.stopped }
    return report
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

  // MARK: The log

  /// Looks at the next window of entries.
  ///
  /// - Returns: Whether there were any.
  func advance(_ db: Database) throws -> Bool {
    let name = try Meta.text(db, .store)
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM entry WHERE position > ? ORDER BY position LIMIT ?",
      arguments: [position, Self.window])
    try memory.write { target in
      for row in rows {
        let place = try row.value("position", as: Int.self)
        guard place > position else { continue }
        if place > position + 1 { note(.entriesMissing(from: position + 1, through: place - 1)) }
        position = place
        report.entries += 1
        do {
          try take(LogTable.stored(row, store: name), db, target)
        } catch is RowDecodingError {
          note(.unreadable(at: place))
        }
      }
    }
    return !rows.isEmpty
  }

  private func take(_ stored: StoredEntry, _ db: Database, _ target: Database) throws {
    let place = stored.position
    let expected = LogTable.link(chain, position: place, id: stored.id, arrived: stored.arrived)
    if stored.chain != expected { note(.chainBroken(at: place)) }
    chain = stored.chain
    if stored.entry.id != stored.id { note(.changed(at: place)) }
    checkNumber(stored)
    try checkParents(stored, db)
    checkSignature(stored)
    try replay(stored, into: target)
    guard stored.entry.room != nil, !seen.contains(.changed(at: place)) else { return }
    do {
      _ = try Replayer(db: db, session: session).act(of: stored.entry)
    } catch  where !(error is DatabaseError) {
      note(.unreadable(at: place))
    }
  }

  private func checkNumber(_ stored: StoredEntry) {
    let (device, number) = (stored.entry.device, stored.entry.number)
    let last = numbers[device] ?? 0
    if number <= last {
      note(.numberRepeated(device: device, number: number, at: stored.position))
    } else {
      if number > last + 1 {
        note(.numberMissing(device: device, number: last + 1, at: stored.position))
      }
      numbers[device] = number
    }
  }

  private func checkParents(_ stored: StoredEntry, _ db: Database) throws {
    let isFirst = begun.insert(stored.entry.stream).inserted
    if stored.entry.parents.isEmpty != isFirst { note(.parentUnknown(at: stored.position)) }
    for parent in stored.entry.parents {
      let isKnown = try Bool.fetchOne(
        db.cachedStatement(
          sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ? AND stream = ? AND position < ?)"),
        arguments: [parent, stored.entry.stream.rawValue, stored.position])
      if isKnown != true { note(.parentUnknown(at: stored.position)) }
    }
  }

  private func checkSignature(_ stored: StoredEntry) {
    let author = stored.entry.author
    var signing = keys[author]
    if signing == nil,
      case .key(.personKeyed(author, let own, _, _)) = try? Replayer.clearAct(stored.entry)
    {
      signing = own
    }
    guard let signing else { return note(.authorUnknown(at: stored.position, author)) }
    if !signing.verify(stored.entry.signature, stored.entry.signed) {
      note(.signatureWrong(at: stored.position))
    }
  }

  private func replay(_ stored: StoredEntry, into target: Database) throws {
    let author = stored.entry.author
    let isKeys = stored.entry.kind == KeyEventKind.personKeyed.rawValue
    do {
      guard try reprojection.take(stored, into: target) else {
        return note(
          isKeys
            ? .keysNotVouched(at: stored.position, author)
            : .notEntitled(at: stored.position, author))
      }
      if case .key(.personKeyed(let person, let own, _, _)) = try? Replayer.clearAct(stored.entry) {
        keys[person] = own
      }
    } catch  where !(error is DatabaseError) {
      note(.unreadable(at: stored.position))
    }
  }
}
