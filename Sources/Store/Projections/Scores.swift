import Criteria
import Foundation
import GRDB
import Procedure

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
  /// The scores of the year in force, from the result room; what the reader cannot open is absent.
  ///
  /// Who may open the result room sees every case of the year, others the cases of their lists
  /// without scores. One letter is opened per result, without replaying the cases; a case is
  /// replayed where it has several, or one that the panel's leader did not write.
  public func scores(by session: Session) throws -> [ScoreRow] {
    let cycle = try cycle()
    guard let year = cycle.year else { return [] }
    return try read { db in
      try Seals(db: db).learnGroups(for: session)
      let opens = session.ring.group(GroupID.results(year: year).rawValue) != nil
      let (seen, arguments) =
        opens
        ? ("1", StatementArguments())
        : Self.condition(QueueQuery(scope: .all), cycle: cycle, session: session)
      let files = try Row.fetchAll(
        db, sql: "SELECT * FROM file WHERE \(seen) AND year = ? ORDER BY id",
        arguments: arguments + [year])
      let letters = opens ? try Self.letters(db, year: year) : [:]
      return try files.map { file in
        var row = ScoreRow(
          file: CaseID(try file.value("id")), name: try file.value("name"),
          district: DistrictCode(try file.value("district")), industry: try file.value("industry"),
          stage: Stage(rawValue: try file.value("stage")) ?? .registered)
        guard let written = letters[row.file] else { return row }
        let panels = [
          try file.value("panel", as: String?.self), try file.value("on_site_panel"),
        ].map { $0.map { PanelID($0) } }
        try Self.fill(
          &row, from: written, panels: panels, cycleCache, Replayer(db: db, session: session))
        return row
      }
    }
  }

  /// The letters of a year's result room, by case, in order of arrival.
  private static func letters(_ db: Database, year: Int) throws -> [CaseID: [StoredEntry]] {
    var letters: [CaseID: [StoredEntry]] = [:]
    for stored in try LogTable.entries(db, sealedTo: RoomID.result(year: year).rawValue) {
      if case .file(let id) = stored.entry.stream { letters[id, default: []].append(stored) }
    }
    return letters
  }

  /// Fills in the totals of a case from its letters: material first, then on site.
  private static func fill(
    _ row: inout ScoreRow, from letters: [StoredEntry], panels: [PanelID?], _ cycle: CycleReplay,
    _ replayer: Replayer
  ) throws {
    let kinds: [EventKind] = [.materialResult, .siteResult]
    let isPlain = zip(kinds, panels).allSatisfy { kind, panel in
      let own = letters.filter { $0.entry.kind == kind.rawValue }
      return own.isEmpty
        || own.count == 1 && leaders(of: panel, cycle).contains(own[0].entry.author)
    }
    // A case that ended may have done so in a consensus that was opened again.
    guard isPlain, row.stage != .terminated else {
      let state = try replayer.file(row.file, cycle: cycle, from: nil).value.state
      (row.material, row.onSite) = (state?.materialTotal, state?.siteTotal)
      return
    }
    for letter in letters {
      switch try? replayer.act(of: letter.entry) {
      case .event(.materialResult(_, let total, _))? where row.stage > .consensus:
        row.material = total
      case .event(.siteResult(let total, _, _))?: row.onSite = total
      default: break
      }
    }
  }

  /// Who leads a panel, or led it before it was changed.
  private static func leaders(of id: PanelID?, _ cycle: CycleReplay) -> Set<PersonID> {
    id.map(cycle.value.leaders(ever:)) ?? []
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
