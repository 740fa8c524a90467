import Foundation
import GRDB
import Procedure

/// A running term of one case, as the list of terms shows it.
public struct TermRow: Sendable, Hashable {
  public var dossier: CaseID
  public var name: String
  public var district: DistrictCode
  public var stage: Stage
  public var term: RunningTerm
}

extension Store {
  /// A window of all running terms, the earliest end first.
  ///
  /// - Parameters:
  ///   - kinds: Only of these kinds; of all where nil.
  ///   - offset: Rows passed over.
  ///   - limit: Rows at most.
  /// - Returns: The rows, and how many there are in all.
  public func terms(
    _ kinds: Set<TermKind>? = nil, offset: Int = 0, limit: Int, by session: Session
  ) throws -> (rows: [TermRow], total: Int) {
    let cycle = try cycle()
    return try read { db in
      let kinds = (kinds ?? Set(TermKind.allCases)).map(\.rawValue).sorted()
      let (seen, arguments) = Self.ofSeenCases(cycle, session)
      let condition = "kind IN (\(Self.marks(kinds.count)))\(seen)"
      let bound = StatementArguments(kinds) + arguments
      let total =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM term WHERE \(condition)", arguments: bound)
        ?? 0
      let window = ListWindow(offset: offset, limit: limit, of: total)
      // Of several kinds the ends are met in order: none has to be sorted.
      let inOrder = seen.isEmpty && kinds.count > 1 ? "+" : ""
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT term.*, name, district, stage FROM (
            SELECT dossier, number FROM term
            WHERE \(inOrder)\(condition) \(window.order(["until", "dossier", "number"]))) AS list
          CROSS JOIN term ON term.dossier = list.dossier AND term.number = list.number
          CROSS JOIN dossier ON dossier.id = term.dossier
          ORDER BY term.until, term.dossier, term.number
          """, arguments: bound + window.arguments)
      return (try rows.compactMap(Self.termRow), total)
    }
  }

  /// What narrows a list of things of cases to those cases that a person's lists show, in SQL.
  static func ofSeenCases(
    _ cycle: CycleState, _ session: Session
  ) -> (condition: String, arguments: StatementArguments) {
    if seesAll(session.person, cycle: cycle) { return ("", []) }
    let (seen, arguments) = seen(by: session.person, cycle: cycle)
    return (" AND dossier IN (SELECT id FROM dossier WHERE \(seen))", arguments)
  }

  static func termRow(_ row: Row) throws -> TermRow? {
    guard let kind = TermKind(rawValue: try row.value("kind")),
      let since = Day(try row.value("since", as: String.self)),
      let until = Day(try row.value("until", as: String.self)),
      let stage = Stage(rawValue: try row.value("stage"))
    else { return nil }
    return TermRow(
      dossier: CaseID(try row.value("dossier")), name: try row.value("name"),
      district: DistrictCode(try row.value("district")), stage: stage,
      term: RunningTerm(
        kind: kind, since: since, until: until,
        provisional: try row.value("provisional", as: Int.self) == 1,
        number: try row.value("notice")))
  }
}
