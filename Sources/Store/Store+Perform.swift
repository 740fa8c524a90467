import Criteria
import Foundation
import GRDB
import Logging
import Procedure
import Vault

extension Store {
  /// Carries out a command in one transaction: decided, sealed, signed, appended, projected.
  ///
  /// - Returns: The events, once they are durable.
  /// - Throws: `Refusal` by a rule, `StoreFault`; nothing has changed then.
  @discardableResult
  public func perform(_ command: Command, by session: Session) throws -> [Event] {
    try write(by: session) { try $0.perform(command) }
  }

  /// Carries out a command of a case.
  @discardableResult
  public func perform(_ command: CaseCommand, in id: CaseID, by session: Session) throws -> [Event]
  {
    try perform(.file(id, command), by: session)
  }

  /// Carries out several commands together: all, or none.
  ///
  /// - Throws: `Refusal` of the first command refused.
  public func perform(_ commands: [Command], by session: Session) throws {
    try write(by: session) { transaction in
      for command in commands { try transaction.perform(command) }
    }
  }

  /// The one door for writes to the log.
  func write<T>(by session: Session, _ body: (inout Transaction) throws -> T) throws -> T {
    let (result, transaction): (T, Transaction)
    let ring = session.ring
    let attachments = Attachments(directory: directory)
    do {
      (result, transaction) = try queue.writeWithoutTransaction { db in
        var outcome: (T, Transaction)?
        try db.inTransaction(.immediate) {
          var transaction = try Transaction(
            db, session: session, clock: clock, attachments: attachments, cycle: cycleCache)
          outcome = (try body(&transaction), transaction)
          return .commit
        }
        guard let outcome else { throw StoreFault.busy }
        return outcome
      }
    } catch {
      // Keys made for what was not committed are worth nothing.
      session.ring = ring
      session.forgetFiles()
      attachments.discard()
      throw StoreFault.naming(error)
    }
    cycleCache = transaction.cycle
    for (id, replayed) in transaction.files { session.keep(replayed, of: id) }
    return result
  }

  // MARK: Reading

  /// The applications that neither ended nor were listed, by number.
  public func filesUnderWay() throws -> [CaseID] { try read { try Self.filesUnderWay($0) } }

  static func filesUnderWay(_ db: Database) throws -> [CaseID] {
    let done = Stage.allCases.filter { $0.isEnd || $0 == .cultivation }
    return try String.fetchAll(
      db, sql: "SELECT id FROM file WHERE stage NOT IN (\(Store.marks(done.count))) ORDER BY id",
      arguments: StatementArguments(done.map(\.rawValue))
    ).map { CaseID($0) }
  }

  /// The cycle as it stands.
  public func cycle() throws -> CycleState {
    cycleCache = try read { try Replayer.cycle($0, from: cycleCache) }
    return cycleCache.value
  }

  /// A case as this person's keys show it.
  ///
  /// - Throws: `StoreFault.unknownCase` where there is none.
  public func file(_ id: CaseID, by session: Session) throws -> CaseState {
    let replayed = try read { db in
      cycleCache = try Replayer.cycle(db, from: cycleCache)
      try Seals(db: db).learnGroups(for: session)
      return try Replayer(db: db, session: session).file(
        id, cycle: cycleCache, from: session.files[id])
    }
    session.keep(replayed, of: id)
    guard let state = replayed.value.state else { throw StoreFault.unknownCase(id.rawValue) }
    return state
  }

  // MARK: Keys that are owed

  /// Gives the keys that others wait for and that this person can open.
  ///
  /// Secretariat and leaders call it after login and when the log has grown; reviewers' material
  /// opens by it once their declaration is signed (R5).
  /// - Returns: Whether anything was given.
  @discardableResult
  public func settleKeys(by session: Session) throws -> Bool {
    let before = try read(LogTable.last)
    let (files, groups, foundsSupervision) = try read { db in
      try Seals(db: db).learnGroups(for: session)
      let files = try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT owed.file FROM owed JOIN wrapped USING (scope)
          WHERE owed.file IS NOT NULL AND wrapped.reader IN (\(Self.marks(session.readers.count)))
            AND \(Self.hasKey)
          ORDER BY owed.file
          """, arguments: StatementArguments(session.readers))
      let groups = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM owed JOIN wrapped USING (scope)
          WHERE owed.file IS NULL AND wrapped.reader IN (\(Self.marks(session.readers.count)))
            AND \(Self.hasKey)
          """, arguments: StatementArguments(session.readers))
      return (files, groups ?? 0, try Seals(db: db).groupKey(.supervision) == nil)
    }
    let supervises = try cycle().acts(session.person, as: .supervisor)
    if supervises, foundsSupervision { try write(by: session) { try $0.found(.supervision) } }
    if groups > 0 { try write(by: session) { try $0.grantOwedGroups() } }
    for file in files {
      try write(by: session) { transaction in
        _ = try transaction.file(CaseID(file))
        try transaction.grantOwed(in: CaseID(file))
      }
    }
    return try read(LogTable.last) > before
  }

  static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }

  /// SQL: the owed reader has a public key by now.
  private static let hasKey = """
    (EXISTS (SELECT 1 FROM grouped WHERE owed.reader = 'group/' || grouped.id)
      OR EXISTS (SELECT 1 FROM person WHERE owed.reader = 'person/' || person.id
        AND person.agreement IS NOT NULL))
    """
}
