import Foundation
import GRDB
import Procedure

/// An entry whose time lies before that of one that it names as seen: one of the two claims is wrong.
struct RefutedTime {
  var position: Int
  var author: PersonID
  var time: Moment
  /// The latest time of what it names.
  var seen: Moment

  /// Those among entries, in the order of arrival.
  ///
  /// Clocks of several copies differ by minutes: as much as on one copy is let pass. A correction of
  /// a clock is none, and the entry before it on its copy is for ``ClockStep`` to tell.
  /// - Parameter condition: Which entries, in SQL, their table being `e`.
  static func all(
    _ db: Database, where condition: String, arguments: StatementArguments
  ) throws -> [RefutedTime] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH RECURSIVE place(n) AS (
          SELECT 0 UNION ALL SELECT n + 1 FROM place WHERE n < \(Entry.mostParents - 1))
        SELECT e.position, e.author, e.time, max(seen.time) AS seen
        FROM entry AS e
        JOIN place ON place.n * 32 < length(e.parents)
        JOIN entry AS seen ON seen.id = substr(e.parents, place.n * 32 + 1, 32)
        WHERE \(condition) AND e.kind <> ?
          AND e.time BETWEEN 0 AND \(EntryCheck.times.upperBound)
          AND seen.time BETWEEN 0 AND \(EntryCheck.times.upperBound)
        GROUP BY e.position HAVING max(seen.time) > e.time + \(ClockStep.tolerance)
        ORDER BY e.position
        """, arguments: arguments + [EventKind.clockCorrected.rawValue])
    return try rows.map { row in
      RefutedTime(
        position: try row.value("position"), author: PersonID(try row.value("author")),
        time: Moment(seconds: try row.value("time")), seen: Moment(seconds: try row.value("seen")))
    }
  }
}
