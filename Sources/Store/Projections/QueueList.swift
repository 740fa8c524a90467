import Foundation
import GRDB
import Procedure

/// The cases that a query finds for a person, in order: what of it is in no filter comes from
/// indexes alone, so that a window of ten thousand cases costs what one of ten does.
struct QueueList {
  private let query: QueueQuery
  private let holders: [String]
  private let condition: String
  private let arguments: StatementArguments
  /// What can be done on the day of asking.
  private let possible: (sql: String, days: StatementArguments)
  /// Whether nothing narrows the list but its scope.
  private let isWhole: Bool

  init(_ query: QueueQuery, on day: Day, cycle: CycleState, session: Session) {
    self.query = query
    possible = Store.possible(on: day)
    holders = Store.holders(session.person, cycle: cycle)
    (condition, arguments) = Store.condition(
      query, on: day, by: session.person, cycle: cycle)
    isWhole =
      Store.seesAll(session.person, cycle: cycle) && query.text.isBlank && query.district == nil
      && !query.encouragedOnly && !query.withoutPanel
  }

  /// How many cases there are.
  func count(_ db: Database) throws -> Int {
    switch query.scope {
    case .mine where isWhole: return try waiting(db)
    case .all where isWhole:
      return try Int.fetchOne(db.cachedStatement(sql: "SELECT sum(n) FROM tally")) ?? 0
    case .stage(let stage) where isWhole:
      return try Int.fetchOne(
        db.cachedStatement(sql: "SELECT sum(n) FROM tally WHERE stage = ?"),
        arguments: [stage.rawValue]) ?? 0
    case .mine, .all, .stage, .listed, .reportDue:
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM dossier WHERE \(condition)", arguments: arguments) ?? 0
    }
  }

  /// The cases that wait for any of the holders: each holder's, without those counted before.
  private func waiting(_ db: Database) throws -> Int {
    let own = try holders.map { holder in
      (
        holder: holder,
        count: try Int.fetchOne(
          db.cachedStatement(
            sql: "SELECT count(*) FROM waiting WHERE holder = ? AND \(possible.sql)"),
          arguments: [holder] + possible.days) ?? 0
      )
    }.sorted { $0.count > $1.count }
    var total = own[0].count
    for (index, next) in own.enumerated().dropFirst() where next.count > 0 {
      let before = own[..<index].map(\.holder)
      total +=
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM waiting AS own WHERE holder = ? AND \(possible.sql)
              AND NOT EXISTS (
                SELECT 1 FROM waiting WHERE waiting.holder IN (\(Store.marks(before.count)))
                  AND waiting.dossier = own.dossier AND \(possible.sql))
            """,
          arguments: [next.holder] + possible.days + StatementArguments(before) + possible.days)
        ?? 0
    }
    return total
  }

  /// What selects the numbers of a window's cases as `number`, in SQL.
  func window(
    _ db: Database, offset: Int, limit: Int
  ) throws -> (sql: String, arguments: StatementArguments) {
    let window = ListWindow(
      offset: offset, limit: limit, of: offset == 0 ? .max : try count(db))
    guard isWhole, query.scope == .mine else {
      return (
        "SELECT id AS number FROM dossier WHERE \(condition) \(window.order(order + ["id"]))",
        arguments + window.arguments
      )
    }
    // What waits for a person and for their office is merged: each is in order by itself.
    let columns = (order + ["dossier AS number"]).joined(separator: ", ")
    let each = holders.map { _ in
      "SELECT \(columns) FROM waiting WHERE holder = ? AND \(possible.sql)"
    }
    return (
      "\(each.joined(separator: " UNION ")) \(window.order(order + ["number"]))",
      holders.reduce(StatementArguments()) { $0 + [$1] + possible.days } + window.arguments
    )
  }

  /// What the cases are ordered by, before their numbers.
  var order: [String] {
    switch query.order {
    case .due where query.isOfPlaces: ["by_report", "stage_order"]
    case .due: ["by_due", "stage_order"]
    case .number: []
    case .stage: ["stage_order"]
    case .name: ["name"]
    }
  }
}
