import Criteria
import Foundation
import GRDB
import Procedure

/// Reads the rows of a list of cases: one statement for all that is shown of them.
struct QueueReading {
  private let session: Session
  private let holders: [String]
  private let possible: (sql: String, days: StatementArguments)

  /// What waits is what can be done on the day.
  init(on day: Day, cycle: CycleState, session: Session) {
    self.session = session
    holders = Store.holders(session.person, cycle: cycle)
    possible = Store.possible(on: day)
  }

  /// The columns in the order in which they are read.
  private var selection: String {
    """
    SELECT dossier.id, application, stage, due, panel, on_site_panel, year, tier, total,
      list_number, assigned, handed_in, report_due, place_until,
      (SELECT marked FROM progress WHERE progress.dossier = dossier.id AND person = ?),
      (SELECT count(*) FROM term WHERE term.dossier = dossier.id AND kind = 'objection'),
      (SELECT group_concat(kind) FROM duty WHERE duty.dossier = dossier.id
        AND holder IN (\(Store.marks(holders.count))) AND \(possible.sql)),
      (SELECT coalesce(max(position), 0) FROM entry WHERE stream = 'case/' || dossier.id
        AND position < \(LogTable.end))
    """
  }

  /// The rows that the rest of a statement finds, as verified entries have them where they were
  /// looked at.
  func rows(_ db: Database, _ rest: String, _ arguments: StatementArguments) throws -> [QueueRow] {
    let own = [session.person.rawValue] + StatementArguments(holders) + possible.days
    let cursor = try Row.fetchCursor(
      db.cachedStatement(sql: "\(selection) \(rest)"), arguments: own + arguments)
    var rows: [QueueRow] = []
    while let row = try cursor.next() { rows.append(try read(row)) }
    return rows
  }

  private func read(_ row: Row) throws -> QueueRow {
    func day(_ index: Int) throws -> Day? {
      try row.value(at: index, as: String?.self).flatMap { Day($0) }
    }
    let id = CaseID(try row.value(at: 0, as: String.self))
    let application = try LogDecoder.decode(
      Application.self, from: Data(try row.value(at: 1, as: String.self).utf8))
    let waiting = Set((try row.value(at: 16, as: String?.self) ?? "").split(separator: ","))
    let read = QueueRow(
      application: application, stage: Stage(rawValue: try row.value(at: 2)) ?? .registered,
      due: try day(3), panel: try row.value(at: 4, as: String?.self).map { PanelID($0) },
      onSitePanel: try row.value(at: 5, as: String?.self).map { PanelID($0) },
      year: try row.value(at: 6), tier: try row.value(at: 7),
      total: try row.value(at: 8, as: Int?.self).map { Points(hundredths: $0) },
      listNumber: try row.value(at: 9), assigned: try row.value(at: 10),
      handedIn: try row.value(at: 11),
      duties: waiting.isEmpty
        ? [] : DutyKind.allCases.filter { waiting.contains(Substring($0.rawValue)) },
      marked: try row.value(at: 14), objections: try row.value(at: 15), reportDue: try day(12),
      placeUntil: try day(13))
    guard let verdict = session.verdicts[id],
      verdict.position == (try row.value(at: 17, as: Int.self))
    else { return read }
    return verdict.applied(to: read)
  }
}
