import Foundation
import GRDB
import Procedure
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// Verifies cases on a thread of its own while its person works: what lists show of them is then
/// compared with what verified entries say.
///
/// It reads on a connection of its own, in windows of a few milliseconds, yields to everything else
/// on the machine, and ends. The secretariat's and supervision's verify the whole log, others the
/// cases of their lists, those that wait for them first.
public final class Verification: @unchecked Sendable {
  /// What was found so far.
  public struct Results: Sendable {
    /// Cases verified, and cases in all.
    public var done = 0
    public var total = 0
    /// Whether all is verified.
    public var isFinished = false
    var verdicts: [CaseID: Verdict] = [:]
    var supervision: SupervisionReplay?
  }

  private let path: String
  private let cycle: CycleReplay
  private let known: [CaseID: Int]
  private let trust: Trust
  /// A copy of the person's keys, dropped at the end.
  private var session: Session?
  private let lock = NSLock()
  private var results = Results()
  private var isStopped = false
  private let ended = DispatchSemaphore(value: 0)
  private var hasThread = false

  /// Rows that are verified between two looks at the file: some 10 ms of signatures.
  private static let window = 64

  init(_ store: Store, by session: Session) throws {
    path = Store.databasePath(in: store.directory)
    _ = try store.cycle()
    cycle = store.cycleCache
    trust = store.trust
    self.session = Session(person: session.person, ring: session.ring)
    known = session.verdicts.mapValues(\.position)
  }

  /// The cases to be verified: of the person's lists, and for who watches those in none.
  private func cases(_ db: Database, _ session: Session) throws -> [CaseID] {
    let state = cycle.value
    let (seen, arguments) = Store.condition(
      QueueQuery(scope: .all), cycle: state, session: session)
    let holders = Store.holders(session.person, cycle: state)
    var ids = try String.fetchAll(
      db,
      sql: """
        SELECT id FROM dossier WHERE \(seen)
        ORDER BY id NOT IN (SELECT dossier FROM duty WHERE holder IN (\(Store.marks(holders.count)))),
          due IS NULL, due, id
        """, arguments: arguments + StatementArguments(holders)
    ).map { CaseID($0) }
    if state.acts(session.person, as: .secretariat) || state.acts(session.person, as: .supervisor) {
      let streams = try String.fetchAll(db, sql: "SELECT DISTINCT stream FROM entry")
      ids += Self.unlisted(streams, Set(ids))
    }
    return try ids.filter { try known[$0] != LogTable.last(db, in: .dossier($0)) }
  }

  /// The cases that have entries and stand in no list.
  private static func unlisted(_ streams: [String], _ listed: Set<CaseID>) -> [CaseID] {
    streams.compactMap { name in
      guard case .dossier(let id)? = Stream(rawValue: name), !listed.contains(id) else {
        return nil
      }
      return id
    }.sorted()
  }

  /// Whether a copy of the person's keys is held, or may be.
  var holdsKeys: Bool { hasThread || session != nil }

  /// What was found so far.
  public var found: Results { lock.withLock { results } }

  /// Starts the thread.
  ///
  /// - Parameter wake: Called on that thread when there is something new to be taken.
  public func start(_ wake: @escaping @Sendable () -> Void) {
    hasThread = true
    let thread = Thread { [self] in
      // Linux keeps this for the thread alone: everything else comes first.
      setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
      run(wake)
      ended.signal()
    }
    thread.stackSize = 4 << 20
    thread.name = "verification"
    thread.start()
  }

  /// Stops, and returns once no key is held any more.
  public func stop() {
    lock.withLock { isStopped = true }
    if hasThread { ended.wait() }
    hasThread = false
    session = nil
  }

  /// Verifies everything on the calling thread.
  public func run(_ wake: () -> Void = {}) {
    defer { session = nil }
    var configuration = Store.configuration(waiting: { tries in
      usleep(10_000)
      return tries < 3_000
    })
    configuration.readonly = true
    guard let session, let queue = try? DatabaseQueue(path: path, configuration: configuration)
    else { return finish(wake) }
    let replayer = Replayer(window: Self.window, trust: trust, session: session) {
      [self] stream, position, limit in
      if lock.withLock({ isStopped }) { throw StoreFault.stopped }
      return try queue.read { try LogTable.rows($0, in: stream, after: position, limit: limit) }
    }
    guard let ids = try? queue.read({ try cases($0, session) }) else { return finish(wake) }
    if cycle.value.acts(session.person, as: .supervisor),
      let replay = try? replayer.supervision(cycle: cycle, from: SupervisionReplay())
    {
      lock.withLock { results.supervision = replay }
    }
    lock.withLock { results.total = ids.count }
    var told = DispatchTime.now()
    for id in ids {
      guard let replay = try? replayer.dossier(id, cycle: cycle, from: nil) else {
        // Stopped, or the file cannot be read: the rest stays unverified, and shown so.
        if lock.withLock({ isStopped }) { return }
        continue
      }
      take(replay, of: id, isOdd: isOdd(replay, id, queue))
      guard DispatchTime.now() > told + .milliseconds(200) else { continue }
      told = .now()
      wake()
    }
    finish(wake)
  }

  private func take(_ replay: DossierReplay, of id: CaseID, isOdd: Bool) {
    var verdict = Verdict(replay)
    verdict?.isOdd = isOdd
    lock.withLock {
      results.done += 1
      results.verdicts[id] = verdict
    }
  }

  /// Whether a case's row in the lists is missing or says something else than its entries.
  private func isOdd(_ replay: DossierReplay, _ id: CaseID, _ queue: DatabaseQueue) -> Bool {
    guard let state = replay.clear else { return false }
    let row = try? queue.read { db in
      try Row.fetchOne(
        db, sql: "SELECT stage, name, district, panel, total, tier FROM dossier WHERE id = ?",
        arguments: [id.rawValue])
    }
    guard let row else { return true }
    return row["stage"] != state.stage.rawValue || row["name"] != state.application.name
      || row["district"] != state.application.district.rawValue
      || row["panel"] != state.panel?.rawValue || row["tier"] != state.cultivation?.tier
      || row["total"] != state.cultivation?.total.hundredths
  }

  private func finish(_ wake: () -> Void) {
    lock.withLock { results.isFinished = true }
    wake()
  }
}

extension Store {
  /// A verification of what this person's lists show, as far as it is not verified yet.
  public func verification(by session: Session) throws -> Verification {
    try Verification(self, by: session)
  }

  /// Takes over what was verified, so that lists show it.
  public func take(_ results: Verification.Results, by session: Session) {
    for (id, verdict) in results.verdicts {
      let known = session.verdicts[id]?.position ?? 0
      if verdict.position >= known { session.verdicts[id] = verdict }
    }
    if let replay = results.supervision, replay.position >= session.supervision.position {
      session.supervision = replay
    }
    if results.isFinished { keepState(of: session) }
  }
}
