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
      var (condition, arguments) = Self.condition(
        QueueQuery(scope: .all), cycle: cycle, session: session)
      if let kinds {
        condition += " AND term.kind IN (\(Self.marks(kinds.count)))"
        arguments += StatementArguments(kinds.map(\.rawValue).sorted())
      }
      let total = try Int.fetchOne(
        db,
        sql:
          "SELECT count(*) FROM term JOIN dossier ON dossier.id = term.dossier WHERE \(condition)",
        arguments: arguments)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT term.*, name, district, stage FROM term JOIN dossier ON dossier.id = term.dossier
          WHERE \(condition) ORDER BY term.until, term.dossier, term.number LIMIT ? OFFSET ?
          """, arguments: arguments + [limit, offset])
      return (try rows.compactMap(Self.termRow), total ?? 0)
    }
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
