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
    if command.number != nil { try learnNumbers(by: session) }
    return try write(by: session) { try $0.perform(command) }
  }

  /// Carries out a command of a case.
  @discardableResult
  public func perform(_ command: CaseCommand, in id: CaseID, by session: Session) throws -> [Event]
  {
    try perform(.dossier(id, command), by: session)
  }

  /// Carries out several commands together: all, or none.
  ///
  /// - Throws: `Refusal` of the first command refused.
  public func perform(_ commands: [Command], by session: Session) throws {
    try perform(commands, keeping: [], by: session)
  }

  /// The one door for writes to the log.
  ///
  /// - Parameter isLarge: Whether much is to be written.
  func write<T>(
    by session: Session, isLarge: Bool = false, _ body: (inout Transaction) throws -> T
  ) throws -> T {
    let (result, transaction): (T, Transaction)
    let ring = session.ring
    let attachments = Attachments(directory: directory, waitsForDisk: waitsForDisk)
    try requireWritable()
    do {
      (result, transaction) = try queue.writeWithoutTransaction { db in
        var outcome: (T, Transaction)?
        func run() throws {
          try db.inTransaction(.immediate) {
            var transaction = try Transaction(
              db, session: session, clock: clock, attachments: attachments,
              heard: { Heard(in: self.postsFolder) }, trust: trust,
              cycle: cycleCache, own: ownCache, clockRule: clockRule)
            outcome = (try body(&transaction), transaction)
            return .commit
          }
        }
        try isLarge ? Schema.largely(db, run) : run()
        guard let outcome else { throw StoreFault.busy }
        return outcome
      }
    } catch {
      // Keys made for what was not committed are worth nothing.
      session.ring = ring
      session.forgetDossiers()
      attachments.discard()
      throw StoreFault.naming(error)
    }
    removeFiles(transaction.filesGivenUp)
    cycleCache = transaction.cycle
    ownCache = transaction.own
    trust.note(cycleCache.tips, of: .cycle)
    for (id, replay) in transaction.dossiers {
      session.keep(replay, of: id)
      trust.note(replay.tips, of: .dossier(id))
    }
    return result
  }

  // MARK: Reading

  /// The applications that neither ended nor were listed, by number.
  public func dossiersUnderWay() throws -> [CaseID] { try read { try Self.dossiersUnderWay($0) } }

  static func dossiersUnderWay(_ db: Database) throws -> [CaseID] {
    let places = Stage.allCases.indices.filter { place in
      !Stage.allCases[place].isEnd && Stage.allCases[place] != .cultivation
    }
    return try String.fetchAll(
      db, sql: "SELECT id FROM dossier WHERE stage_order IN (\(Store.marks(places.count)))",
      arguments: StatementArguments(places)
    ).sorted().map { CaseID($0) }
  }

  /// The visits that last until a day or longer, but for that of one case.
  static func visits(_ db: Database, from day: Day, beside id: CaseID) throws -> [PanelVisit] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT dossier.id, on_site_panel, since, until
        FROM term JOIN dossier ON dossier.id = term.dossier
        WHERE term.until >= ? AND term.kind = 'visit' AND dossier.id <> ?
        ORDER BY term.until, dossier.id
        """, arguments: [day.description, id.rawValue]
    ).compactMap { row in
      guard let panel = try row.value("on_site_panel", as: String?.self),
        let from = Day(try row.value("since", as: String.self)),
        let until = Day(try row.value("until", as: String.self))
      else { return nil }
      return PanelVisit(
        dossier: CaseID(try row.value("id")), panel: PanelID(panel), from: from, until: until)
    }
  }

  /// The cycle as its verified entries tell it.
  public func cycle() throws -> CycleState {
    cycleCache = try read { try replayer($0).cycle(from: cycleCache) }
    return cycleCache.value
  }

  func replayer(_ db: Database, _ session: Session? = nil) -> Replayer {
    Replayer(db, trust: trust, vouched: vouched, session: session)
  }

  /// A case as this person's keys show it.
  ///
  /// - Throws: `StoreFault.unknownCase` where there is none.
  public func dossier(_ id: CaseID, by session: Session) throws -> CaseState {
    guard let state = try replayed(id, by: session).state else {
      throw StoreFault.unknownCase(id.rawValue)
    }
    return state
  }

  /// A case as this person's keys show it, with what of it has no effect.
  func replayed(_ id: CaseID, by session: Session) throws -> DossierReplay {
    let replay = try read { db in
      cycleCache = try replayer(db).cycle(from: cycleCache)
      session.learnGroups(cycleCache.keys)
      return try replayer(db, session).dossier(id, cycle: cycleCache, from: session.dossiers[id])
    }
    session.keep(replay, of: id)
    return replay
  }

  // MARK: Keys that are owed

  /// Gives the keys that others wait for and that this person can open.
  ///
  /// Secretariat and leaders call it after login and when the log has grown; reviewers' material
  /// opens by it once their declaration is signed (R5). The tables tell where to look; who gets a
  /// key follows from verified entries.
  /// - Returns: Whether anything was given.
  @discardableResult
  public func settleKeys(by session: Session) throws -> Bool {
    let before = try read(LogTable.last)
    let cycle = try cycle()
    session.learnGroups(cycleCache.keys)
    let supervises = cycle.acts(session.person, as: .supervisor)
    if supervises, cycleCache.keys.group(.supervision) == nil {
      try write(by: session) { try $0.found(.supervision) }
    }
    // `nil` for the groups, which are of no case.
    let owed: Set<String?> = try read { db in
      // Who has no keys can be given none, however much they are owed.
      let waiting = try Self.owedReaders(db).filter { reader in
        Reader(rawValue: reader).flatMap(cycleCache.keys.publicKey(of:)) != nil
      }
      if waiting.isEmpty { return [] }
      return try Set(
        Optional<String>.fetchAll(
          db,
          sql: """
            SELECT DISTINCT owed.dossier FROM owed CROSS JOIN wrapped USING (scope)
            WHERE owed.reader IN (\(Self.marks(waiting.count)))
              AND wrapped.reader IN (\(Self.marks(session.readers.count)))
            """, arguments: StatementArguments(waiting + session.readers)))
    }
    if supervises { try moveLetters(by: session) }
    try renewGroups(by: session)
    if owed.contains(nil) {
      try write(by: session) { try $0.grantOwedGroups() }
    }
    for dossier in owed.compactMap({ $0 }).sorted() {
      try write(by: session) { transaction in
        guard try transaction.dossier(CaseID(dossier)).state != nil else { return }
        try transaction.grantOwed(in: CaseID(dossier))
      }
    }
    return try read(LogTable.last) > before
  }

  /// To whom keys are owed, from one to the next: few, whatever they are owed.
  private static func owedReaders(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE name(reader) AS (
          SELECT min(reader) FROM owed UNION ALL
          SELECT (SELECT min(owed.reader) FROM owed WHERE owed.reader > name.reader) FROM name
          WHERE name.reader IS NOT NULL)
        SELECT reader FROM name WHERE reader IS NOT NULL
        """)
  }

  /// Moves what was addressed to supervision before its group had a key into the group's room (V3).
  private func moveLetters(by session: Session) throws {
    guard let founded = cycleCache.keys.groups[.supervision]?.first,
      let first = try read({ db in
        try Int.fetchOne(
          db, sql: "SELECT min(position) FROM entry WHERE stream = 'supervision' AND position > 0")
      }), first < founded.position
    else { return }
    let rooms = try supervisionReplay(by: session).rooms
    let isOwed = rooms.keys(of: .supervision).contains { key in
      !key.wraps.reach(.group(.supervision), by: cycleCache.keys) && session.open(key) != nil
    }
    if isOwed { try write(by: session) { try $0.grantRooms(in: .supervision) } }
  }

  static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}
