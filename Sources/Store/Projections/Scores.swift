import Criteria
import Foundation
import GRDB
import Procedure

/// A case's scores, as far as the reader may know them.
public struct ScoreRow: Sendable, Hashable {
  public var dossier: CaseID
  public var name: String
  public var district: DistrictCode
  public var industry: String
  public var stage: Stage
  public var material: Points?
  public var onSite: Points?
}

extension Store {
  /// The scores of the year in force, from the result room; what the reader cannot open is absent.
  ///
  /// Who may open the result room sees every case of the year, others the cases of their lists
  /// without scores. A total comes from the replay of its case: one that its sources do not give,
  /// or that nobody was entitled to write, is none.
  ///
  /// - Parameter stage: Cases that have come so far, or further.
  public func scores(
    from stage: Stage = .registered, by session: Session
  ) throws -> [ScoreRow] {
    let cycle = try cycle()
    guard let year = cycle.year else { return [] }
    session.learnGroups(cycleCache.keys)
    let opens = !session.ring.group(GroupID.results(year: year).rawValue).isEmpty
    let (rows, scored) = try read { db in
      let (seen, arguments) =
        opens
        ? ("1", StatementArguments())
        : Self.seen(by: session.person, cycle: cycle)
      let found = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, name, district, industry, stage FROM dossier
          WHERE \(seen) AND year = ? AND stage_order >= ? ORDER BY id
          """, arguments: arguments + [year, Stage.allCases.firstIndex(of: stage) ?? 0])
      var rows: [ScoreRow] = []
      while let row = try found.next() {
        rows.append(
          ScoreRow(
            dossier: CaseID(try row.value(at: 0, as: String.self)), name: try row.value(at: 1),
            district: DistrictCode(try row.value(at: 2, as: String.self)),
            industry: try row.value(at: 3),
            stage: Stage(rawValue: try row.value(at: 4)) ?? .registered))
      }
      return (rows, opens ? try Self.scored(db, year: year) : [])
    }
    return try rows.map { row in
      guard scored.contains(row.dossier), let verdict = try verdict(of: row.dossier, by: session)
      else {
        return row
      }
      var row = row
      (row.stage, row.name) = (verdict.stage, verdict.application.name)
      (row.material, row.onSite) = (verdict.material, verdict.onSite)
      return row
    }
  }

  /// The cases of which something lies in a year's result room.
  private static func scored(_ db: Database, year: Int) throws -> Set<CaseID> {
    let names = try String.fetchAll(
      db, sql: "SELECT DISTINCT stream FROM entry WHERE room = ?",
      arguments: [RoomID.result(year: year).rawValue])
    return Set(
      names.compactMap { name in
        if case .dossier(let id)? = Stream(rawValue: name) { id } else { nil }
      })
  }
}
