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
  /// Cases with a term that is over.
  public var late: [TermRow]
  public var loads: [Load]
}

/// A case's scores, as far as the reader may know them.
public struct ScoreRow: Sendable, Hashable {
  public var file: CaseID
  public var name: String
  public var district: DistrictCode
  public var industry: String
  public var stage: Stage
  public var material: Points?
  public var onSite: Points?
}

extension Store {
  /// The overview of the year in force: cases by stage and district, late ones, panels.
  public func board(by session: Session) throws -> Board {
    let cycle = try cycle()
    let today = clock.now().day.description
    return try read { db in
      let (seen, arguments) = Self.condition(
        QueueQuery(scope: .all), cycle: cycle, session: session)
      let year: StatementArguments = [cycle.year ?? 0]
      let cells = try Row.fetchAll(
        db,
        sql: """
          SELECT stage, district, count(*) AS n FROM file WHERE \(seen) AND year = ?
          GROUP BY stage, district ORDER BY stage_order, district
          """, arguments: arguments + year
      ).compactMap { row -> Board.Cell? in
        guard let stage = Stage(rawValue: try row.value("stage")) else { return nil }
        return Board.Cell(
          stage: stage, district: DistrictCode(try row.value("district")),
          count: try row.value("n"))
      }
      let late = try Row.fetchAll(
        db,
        sql: """
          SELECT term.*, name, district, stage FROM term JOIN file ON file.id = term.file
          WHERE \(seen) AND until < ? ORDER BY until, file LIMIT 200
          """, arguments: arguments + [today]
      ).compactMap(Self.termRow)
      return Board(cells: cells, late: late, loads: try Self.loads(db, cycle))
    }
  }

  private static func loads(_ db: Database, _ cycle: CycleState) throws -> [Board.Load] {
    try cycle.currentPanels.map { panel in
      let column = panel.stage == .material ? "panel" : "on_site_panel"
      let end = panel.stage == .material ? Stage.consensus : .onSiteReview
      let order = Stage.allCases.firstIndex(of: end) ?? 0
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) AS cases, coalesce(sum(stage_order > ?), 0) AS finished,
            coalesce(sum(assigned), 0) AS sheets, coalesce(sum(handed_in), 0) AS handed
          FROM file WHERE \(column) = ?
          """, arguments: [order, panel.id.rawValue])
      return Board.Load(
        panel: panel.id, cases: try row?.value("cases") ?? 0,
        finished: try row?.value("finished") ?? 0, sheets: try row?.value("sheets") ?? 0,
        handedIn: try row?.value("handed") ?? 0)
    }
  }

  /// The scores of the year in force, from the result room; what the reader cannot open is absent.
  ///
  /// One letter is opened per result, without replaying the cases; a result that no member of the
  /// case's panel wrote is passed over.
  public func scores(by session: Session) throws -> [ScoreRow] {
    let cycle = try cycle()
    guard let year = cycle.year else { return [] }
    return try read { db in
      try Seals(db: db).learnGroups(for: session)
      let (seen, arguments) = Self.condition(
        QueueQuery(scope: .all), cycle: cycle, session: session)
      var rows: [CaseID: ScoreRow] = [:]
      for row in try Row.fetchAll(
        db, sql: "SELECT * FROM file WHERE \(seen) AND year = ?", arguments: arguments + [year])
      {
        let id = CaseID(try row.value("id"))
        rows[id] = ScoreRow(
          file: id, name: try row.value("name"), district: DistrictCode(try row.value("district")),
          industry: try row.value("industry"),
          stage: Stage(rawValue: try row.value("stage")) ?? .registered)
      }
      let replayer = Replayer(db: db, session: session)
      for stored in try LogTable.entries(db, sealedTo: RoomID.result(year: year).rawValue) {
        guard case .file(let id) = stored.entry.stream, rows[id] != nil,
          case .event(let event)? = try? replayer.act(of: stored.entry)
        else { continue }
        let author = stored.entry.author
        func sits(_ stage: PanelStage) -> Bool {
          cycle.panels.values.contains { $0.stage == stage && $0.members.contains(author) }
        }
        switch event {
        case .materialResult(_, let total, _) where sits(.material): rows[id]?.material = total
        case .siteResult(let total, _, _) where sits(.onSite): rows[id]?.onSite = total
        default: break
        }
      }
      // A consensus that was reopened has no total until it is finished again.
      for (id, row) in rows where row.stage <= .consensus { rows[id]?.material = nil }
      return rows.values.sorted { $0.file < $1.file }
    }
  }
}

extension LogTable {
  /// All entries sealed to a room, in order of arrival.
  static func entries(_ db: Database, sealedTo room: String) throws -> [StoredEntry] {
    let store = try Meta.text(db, .store)
    return try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM entry WHERE room = ? ORDER BY position"),
      arguments: [room]
    ).map { try stored($0, store: store) }
  }
}
