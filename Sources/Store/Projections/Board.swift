import Criteria
import Foundation
import GRDB
import Procedure

/// The secretariat's overview of a year.
public struct Board: Sendable, Hashable {
  /// Cases of one stage in one district.
  public struct Cell: Sendable, Hashable {
    public var stage: Stage
    public var district: DistrictCode
    public var count: Int
  }

  /// What a panel has to do.
  public struct Load: Sendable, Hashable {
    public var panel: PanelID
    public var cases: Int
    /// Cases whose review is behind them.
    public var finished: Int
    public var sheets: Int
    public var handedIn: Int
  }

  public var cells: [Cell]
  /// Cases with a term that is over; a period of cultivation that has ended is not late.
  public var late: [TermRow]
  public var loads: [Load]
}

extension Store {
  /// The overview of the year in force: cases by stage and district, late ones, panels.
  public func board(by session: Session) throws -> Board {
    let cycle = try cycle()
    let today = clock.now().day.description
    return try read { db in
      let (seen, arguments) = Self.seen(by: session.person, cycle: cycle)
      let cells = try Self.cells(db, cycle, session, year: cycle.year ?? 0)
      let missable = TermKind.allCases.filter(\.canBeMissed).map(\.rawValue)
      let late = try Row.fetchAll(
        db,
        sql: """
          SELECT term.*, name, district, stage FROM term JOIN dossier ON dossier.id = term.dossier
          WHERE \(seen) AND until < ? AND kind IN (\(Self.marks(missable.count)))
          ORDER BY until, dossier LIMIT 200
          """, arguments: arguments + [today] + StatementArguments(missable)
      ).compactMap(Self.termRow)
      return Board(cells: cells, late: late, loads: try Self.loads(db, cycle, session))
    }
  }

  /// The cases that a person's lists show, by stage and district; of all years where nil.
  ///
  /// For who sees all they are kept counted.
  static func cells(
    _ db: Database, _ cycle: CycleState, _ session: Session, year: Int?
  ) throws -> [Board.Cell] {
    let (seen, arguments) = seen(by: session.person, cycle: cycle)
    let source =
      seesAll(session.person, cycle: cycle)
      ? "SELECT stage, stage_order, district, sum(n) AS n FROM tally"
      : "SELECT stage, stage_order, district, count(*) AS n FROM dossier"
    return try Row.fetchAll(
      db,
      sql: """
        \(source) WHERE \(seen)\(year == nil ? "" : " AND year = ?")
        GROUP BY stage, district ORDER BY stage_order, district
        """, arguments: arguments + StatementArguments(year.map { [$0] } ?? [])
    ).compactMap { row in
      guard let stage = Stage(rawValue: try row.value("stage")) else { return nil }
      return Board.Cell(
        stage: stage, district: DistrictCode(try row.value("district")), count: try row.value("n"))
    }
  }

  private static func loads(
    _ db: Database, _ cycle: CycleState, _ session: Session
  ) throws -> [Board.Load] {
    let (seen, arguments) = seen(by: session.person, cycle: cycle)
    return try cycle.currentPanels.map { panel in
      let column = panel.stage == .material ? "panel" : "on_site_panel"
      let end = panel.stage == .material ? Stage.consensus : .onSiteReview
      let order = Stage.allCases.firstIndex(of: end) ?? 0
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT count(*) AS cases, coalesce(sum(stage_order > ?), 0) AS finished,
              coalesce(sum(assigned), 0) AS sheets, coalesce(sum(handed_in), 0) AS handed
            FROM dossier WHERE \(seen) AND \(column) = ?
            """), arguments: [order] + arguments + [panel.id.rawValue])
      return Board.Load(
        panel: panel.id, cases: try row?.value("cases") ?? 0,
        finished: try row?.value("finished") ?? 0, sheets: try row?.value("sheets") ?? 0,
        handedIn: try row?.value("handed") ?? 0)
    }
  }
}
