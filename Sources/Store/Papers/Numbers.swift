import Foundation
import GRDB
import Procedure

/// The numbers under which papers went out: what everybody may know of them, and what the bureau
/// keeps for itself.
extension Store {
  /// The next number of the bureau's own sign in a year, counted from those in the log; nil where no
  /// sign was given.
  ///
  /// - Parameter isProposal: Whether it is only shown for now: cases that were not looked at are not
  ///   opened for the papers that lie in them.
  public func nextNumber(
    on day: Day, isProposal: Bool = false, by session: Session
  ) throws -> String? {
    let prefix = try cycle().letterhead.prefix
    if prefix.isEmpty { return nil }
    if !isProposal { try learnNumbers(by: session) }
    let first = DocumentNumber(prefix: prefix, year: day.year, ordinal: 1)
    return try read { db in
      let clear = try Int.fetchOne(
        db, sql: "SELECT max(ordinal) FROM number WHERE series = ?", arguments: [first.series])
      let own = try Self.bureauPapers(db, cycleCache, session).compactMap(\.number)
      let others =
        cycleCache.value.meetings.values.map(\.number) + own + session.caseNumbers.keys
      let last = others.compactMap { DocumentNumber($0) }.filter { $0.series == first.series }
        .map(\.ordinal).max()
      let next = max(clear ?? 0, last ?? 0) + 1
      return DocumentNumber(prefix: prefix, year: day.year, ordinal: next).description
    }
  }

  /// The papers without a case that this person can open.
  static func bureauPapers(
    _ db: Database, _ cycle: CycleReplay, _ session: Session
  ) throws -> [KeptPaper] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT position, id FROM entry
        WHERE room = 'bureau' AND stream = 'cycle' AND kind = 'paperKept' AND position > 0
        """
    ).compactMap { row in
      guard let position = try? row.value(at: 0, as: Int.self), cycle.faults[position] == nil,
        let id = try? row.value(at: 1, as: Data.self)
      else { return nil }
      let act =
        try session.bureauActs[id]
        ?? LogTable.entries(db, after: position - 1, limit: 1).first.flatMap {
          session.bureauAct(of: $0.entry, cycle.keys)
        }
      guard case .event(.paperKept(let paper))? = act else { return nil }
      return paper
    }
  }

  /// The cases about which departments were asked under a number (Q2, P1), in their order.
  public func casesAsked(under number: String) throws -> [CaseID] {
    try read { db in
      let uses = try Self.uses(of: number, db).filter {
        if case .inquiry = $0.use { true } else { false }
      }
      return Set(uses.compactMap(\.dossier)).sorted()
    }
  }

  /// What a number was used for, as everybody may know.
  static func uses(of number: String, _ db: Database) throws -> [UsedNumber] {
    try Row.fetchAll(
      db, sql: "SELECT use, day, dossier FROM number WHERE number = ?", arguments: [number]
    ).compactMap { row in
      guard let use = UsedNumber.Use(rawValue: try row.value("use")),
        let day = Day(try row.value("day", as: String.self))
      else { return nil }
      return UsedNumber(use, number, on: day, in: CaseID(try row.value("dossier")))
    }
  }
}

extension Session {
  /// What an entry of the cycle that is sealed to the bureau says; nil for those who cannot open it.
  func bureauAct(of entry: Entry, _ register: KeyRegister) -> Act? {
    let id = entry.id
    if let known = bureauActs[id] { return known }
    guard entry.room == RoomID.bureau.rawValue, let kind = ActKind(entry),
      case .opened(let body) = unseal(entry, in: .bureau, RoomRegister(), register)
    else { return nil }
    let act = try? Act.decode(body, as: kind)
    if let act { bureauActs[id] = act }
    return act
  }
}

extension Transaction {
  /// What a number was used for, as far as this person may know.
  func uses(of number: String) throws -> [UsedNumber] {
    let meetings = cycle.value.meetings.values.filter { $0.number == number }
      .map { UsedNumber(.minutes, number, on: $0.day, in: nil) }
    return try Store.uses(of: number, db) + meetings
      + [session.caseNumbers[number]].compactMap { $0 }
      + bureauPapers(under: number).map { UsedNumber(.paper, number, on: $0.day, in: nil) }
  }

  private func bureauPapers(under number: String) throws -> [KeptPaper] {
    try Store.bureauPapers(db, cycle, session).filter { $0.number == number }
  }

  /// A kept paper bears the number of what it prints, or one that nothing else has.
  func requireFree(_ new: NewPaper) throws {
    guard let number = new.paper.number else { return }
    let others: [UsedNumber]
    if let id = new.dossier {
      let uses = try uses(of: number)
      others = uses.contains { $0.dossier == id } ? [] : uses
    } else {
      // One of no case prints what many cases share, and may be kept again as it was corrected; one
      // number is on the letters to all departments that were asked together.
      others = try bureauPapers(under: number).filter { $0.form != new.paper.form }
        .map { UsedNumber(.paper, number, on: $0.day, in: nil) }
    }
    if let other = others.first { throw Refusal(.K, .numberUsed(other)) }
  }
}
