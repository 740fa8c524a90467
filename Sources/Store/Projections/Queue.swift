import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// Which cases a list shows, in what order.
public struct QueueQuery: Sendable, Hashable {
  /// What the list is of.
  public enum Scope: Sendable, Hashable {
    /// What waits for this person and can be done today.
    case mine
    case all
    case stage(Stage)
    /// Listed organisations, and those that lost their place.
    case listed
    /// Listed organisations whose next yearly report is due by a day, late ones included (C3).
    case reportDue(by: Day)
  }

  /// The order of the rows; ties by number.
  public enum Order: String, Sendable, CaseIterable {
    case due
    case number
    case stage
    case name
  }

  public var scope: Scope
  public var order: Order
  /// Found by number, name or trade; empty for all.
  public var text: String
  public var district: DistrictCode?
  /// Only those with marks of encouragement (E4).
  public var encouragedOnly: Bool
  /// Only those without a panel for the material review (R1).
  public var withoutPanel = false

  /// All that waits for this person, what is due first, unless told otherwise.
  public init(
    scope: Scope = .mine, order: Order = .due, text: String = "", district: DistrictCode? = nil,
    encouragedOnly: Bool = false
  ) {
    self.scope = scope
    self.order = order
    self.text = text
    self.district = district
    self.encouragedOnly = encouragedOnly
  }

  /// Whether it is of places on the list, whose day is that of the next report.
  var isOfPlaces: Bool {
    switch scope {
    case .listed, .reportDue: true
    case .mine, .all, .stage: false
    }
  }
}

/// A row of a list: what is clear for all, and what waits for this person.
public struct QueueRow: Sendable, Hashable {
  public var application: Application
  public var stage: Stage
  public var due: Day?
  public var panel: PanelID?
  public var onSitePanel: PanelID?
  /// The year of the cycle it belongs to.
  public var year: Int
  /// Tier and total, once published (P4).
  public var tier: Int?
  public var total: Points?
  /// The number under which the list with it was published (P4).
  public var listNumber: String?
  /// Sheets that count, and those of them that are in.
  public var assigned: Int
  public var handedIn: Int
  /// What waits for this person here and can be done today, the most pressing first.
  public var duties: [DutyKind]
  /// Items marked in this person's own unfinished sheet.
  public var marked: Int?
  /// Objections that are not answered (P3).
  public var objections = 0
  /// The day of the next yearly report, and the last day of the place (C3).
  public var reportDue: Day?
  public var placeUntil: Day?
  /// How far the row was compared with verified entries.
  public var comparison = RowComparison.pending
}

/// How far a row of a list was compared with what verified entries say.
public enum RowComparison: Sendable, Hashable {
  /// Not yet: the row is what a table says.
  case pending
  /// It is what verified entries say.
  case same
  /// The table said something else: the row shows what verified entries say.
  case mended
}

/// How many cases a person sees, by stage.
public struct QueueCounts: Sendable, Hashable {
  public var mine: Int
  public var all: Int
  public var stages: [Stage: Int]
  /// The last number of the year in force, of all districts; nil where there is none yet.
  public var lastNumber: CaseID?
}

extension Store {
  /// A window of a list of cases.
  ///
  /// - Parameters:
  ///   - offset: Rows passed over.
  ///   - limit: Rows at most.
  public func queue(
    _ query: QueueQuery, offset: Int = 0, limit: Int, by session: Session
  ) throws -> [QueueRow] {
    let cycle = try cycle()
    return try read { db in
      let list = QueueList(query, on: clock.now().day, cycle: cycle, session: session)
      let window = try list.window(db, offset: offset, limit: limit)
      let order = (list.order + ["id"]).map { "dossier." + $0 }.joined(separator: ", ")
      return try QueueReading(on: clock.now().day, cycle: cycle, session: session).rows(
        db,
        """
        FROM (\(window.sql)) AS list
        CROSS JOIN dossier ON dossier.id = list.number ORDER BY \(order)
        """, window.arguments)
    }
  }

  /// One case as lists show it.
  ///
  /// - Throws: `StoreFault.unknownCase` where this person's lists do not show it.
  public func queueRow(_ id: CaseID, by session: Session) throws -> QueueRow {
    let cycle = try cycle()
    return try read { db in
      let (condition, arguments) = Self.seen(by: session.person, cycle: cycle)
      let found = try QueueReading(on: clock.now().day, cycle: cycle, session: session).rows(
        db, "FROM dossier WHERE id = ? AND \(condition)", [id.rawValue] + arguments)
      guard let row = found.first else { throw StoreFault.unknownCase(id.rawValue) }
      return row
    }
  }

  /// How many cases a query finds.
  public func count(_ query: QueueQuery, by session: Session) throws -> Int {
    let cycle = try cycle()
    let today = clock.now().day
    return try read { try QueueList(query, on: today, cycle: cycle, session: session).count($0) }
  }

  /// How many cases there are for this person, by stage.
  public func counts(by session: Session) throws -> QueueCounts {
    let cycle = try cycle()
    return try read { db in
      let stages = Dictionary(
        try Self.cells(db, cycle, session, year: nil).map { ($0.stage, $0.count) },
        uniquingKeysWith: +)
      let waiting = try QueueList(
        QueueQuery(), on: clock.now().day, cycle: cycle, session: session
      ).count(db)
      let last = try String.fetchOne(
        db, sql: "SELECT id FROM dossier WHERE year = ? ORDER BY id DESC LIMIT 1",
        arguments: [cycle.year])
      return QueueCounts(
        mine: waiting, all: stages.values.reduce(0, +), stages: stages,
        lastNumber: last.map { CaseID($0) })
    }
  }

  /// The condition of what a person's lists show at all.
  static func seen(by person: PersonID, cycle: CycleState) -> (String, StatementArguments) {
    if seesAll(person, cycle: cycle) { return ("1", []) }
    let seat = "id IN (SELECT dossier FROM seat WHERE person = ?)"
    guard cycle.acts(person, as: .districtOfficer), let own = cycle.people[person]?.district else {
      return (seat, [person.rawValue])
    }
    return ("(\(seat) OR district = ?)", [person.rawValue, own.rawValue])
  }

  /// The condition of a query as it is asked on a day, with what a person's lists show at all.
  static func condition(
    _ query: QueueQuery, on day: Day, by person: PersonID, cycle: CycleState
  ) -> (String, StatementArguments) {
    var (seen, arguments) = seen(by: person, cycle: cycle)
    var parts = [seen]
    switch query.scope {
    case .all: break
    case .mine:
      let holders = holders(person, cycle: cycle)
      let (possible, days) = possible(on: day)
      parts.append(
        """
        id IN (SELECT dossier FROM waiting WHERE holder IN (\(marks(holders.count)))
          AND \(possible))
        """)
      arguments += StatementArguments(holders) + days
    case .listed: parts.append("stage IN ('cultivation', 'revoked')")
    case .reportDue(let day):
      parts.append(
        "stage IN ('cultivation', 'revoked') AND stage = 'cultivation' AND by_report <= ?")
      arguments += [day.description]
    case .stage(let stage):
      parts.append("stage_order = ?")
      arguments += [Stage.allCases.firstIndex(of: stage)]
    }
    if let district = query.district {
      parts.append("district = ?")
      arguments += [district.rawValue]
    }
    if query.withoutPanel { parts.append("panel IS NULL") }
    if query.encouragedOnly { parts.append("encouraged = 1") }
    for grams in Bigrams.wanted(query.text) {
      parts.append("id IN (SELECT dossier FROM gram WHERE gram BETWEEN ? AND ?)")
      arguments += [grams.lowerBound, grams.upperBound]
    }
    if !query.text.isBlank {
      // What has all the pairs may have them elsewhere: the few that are left are looked at whole.
      let fields = ["id", "name", "industry"]
      parts.append(
        "(" + fields.map { "instr(folded(\($0)), ?) > 0" }.joined(separator: " OR ") + ")")
      arguments += StatementArguments(fields.map { _ in Bigrams.folded(query.text) })
    }
    return (parts.joined(separator: " AND "), arguments)
  }

  /// Whether a person's lists show all cases.
  static func seesAll(_ person: PersonID, cycle: CycleState) -> Bool {
    cycle.acts(person, as: .secretariat) || cycle.acts(person, as: .supervisor)
  }
}
