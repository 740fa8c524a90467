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
  /// The last entry before the cycle was read: what came later is judged by a later cycle.
  private let end: Int
  private let trust: Trust
  /// The day on which it began: what can be done on it comes first.
  private let today: Day
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
    end = try store.read(LogTable.last)
    _ = try store.cycle()
    cycle = store.cycleCache
    trust = store.trust
    today = store.clock.now().day
    self.session = Session(person: session.person, ring: session.ring)
    known = session.verdicts.mapValues(\.position)
  }

  /// The cases to be verified: of the person's lists, those that wait for them first, and for who
  /// watches those in none.
  private func cases(_ queue: DatabaseQueue, _ session: Session) throws -> [CaseID] {
    var ids: [CaseID] = []
    var seen: Set<CaseID> = []
    func take(_ found: [String]) {
      for id in found.map({ CaseID($0) }) where seen.insert(id).inserted { ids.append(id) }
    }
    for scope in [QueueQuery.Scope.mine, .all] {
      let list = QueueList(
        QueueQuery(scope: scope), on: today, cycle: cycle.value, session: session)
      try Self.windows { count, limit in
        let found = try queue.read { db in
          let window = try list.window(db, offset: count, limit: limit)
          return try String.fetchAll(
            db, sql: "SELECT number FROM (\(window.sql))", arguments: window.arguments)
        }
        take(found)
        return found.count
      }
    }
    if Store.seesAll(session.person, cycle: cycle.value) {
      var last = Stream.dossier("").rawValue
      try Self.windows { _, limit in
        let found = try queue.read { try LogTable.streams($0, after: last, limit: limit) }
        last = found.last ?? last
        take(found.compactMap { Stream(rawValue: $0)?.dossier?.rawValue })
        return found.count
      }
    }
    return ids
  }

  /// Reads on in windows until one is not full, so that nobody who writes waits for all of it.
  private static func windows(_ read: (_ count: Int, _ limit: Int) throws -> Int) throws {
    var count = 0
    while true {
      let found = try read(count, list)
      count += found
      if found < list { return }
    }
  }

  /// Cases whose numbers are read between two looks at the file.
  private static let list = 500

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
    let archive = Archive { body in try queue.read(body) }
    let replayer = Replayer(window: Self.window, trust: trust, session: session, archive: archive) {
      [self] stream, position, limit in
      if lock.withLock({ isStopped }) { throw StoreFault.stopped }
      return try queue.read { try LogTable.rows($0, in: stream, after: position, limit: limit) }
        .filter { row in
          switch row {
          case .success(let stored): stored.position <= end
          case .failure(let fault): fault.position <= end
          }
        }
    }
    guard let listed = try? cases(queue, session),
      let ids = try? listed.filter({ id in
        guard let position = known[id] else { return true }
        return try queue.read { try LogTable.last($0, in: .dossier(id)) } != position
      })
    else { return finish(wake) }
    if cycle.value.acts(session.person, as: .supervisor),
      let replay = try? replayer.supervision(cycle: cycle, from: SupervisionReplay())
    {
      // What is fraud in a case rests on it.
      session.supervision = replay
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
    let isSame = try? row.map { row in
      let (stage, name) = (
        try row.value(at: 0, as: String.self), try row.value(at: 1, as: String.self)
      )
      let (district, panel) = (
        try row.value(at: 2, as: String.self), try row.value(at: 3, as: String?.self)
      )
      let (total, tier) = (try row.value(at: 4, as: Int?.self), try row.value(at: 5, as: Int?.self))
      return stage == state.stage.rawValue && name == state.application.name
        && district == state.application.district.rawValue && panel == state.panel?.rawValue
        && tier == state.cultivation?.tier && total == state.cultivation?.total.hundredths
    }
    return isSame != true
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
      if verdict.position > known { session.verdicts[id] = verdict }
    }
    if let replay = results.supervision, replay.position >= session.supervision.position {
      session.supervision = replay
    }
    if results.isFinished { keepState(of: session) }
  }
}
