import Foundation
import GRDB

/// What it costs to take what another copy wrote, beside verifying and writing the same alone.
struct TakingMeasure {
  let bench: Bench
  /// How many entries the other copy wrote, some ten for each of its cases.
  let entries: Int

  func run(_ report: inout Report) throws {
    let store = try ProvinceStore(in: bench.stores)
    let folder = bench.stores.directory
    let other = folder.appendingPathComponent("taking")
    try store.copy(to: other)
    let before = try store.count()
    say("import, entries")
    _ = try store.importLists()
    try store.grow(to: before + entries)
    let post = folder.appendingPathComponent("post")
    try FileManager.default.createDirectory(at: post, withIntermediateDirectories: true)
    say("exchange")
    let given = try store.exchange(with: post)
    let (taken, time) = try ProvinceStore.take(post, into: other)
    say("signatures, rows")
    let signatures = CheckMeasure.signatures(taken)
    let rows = try Self.inserts(from: URL(fileURLWithPath: store.path), after: before, in: folder)
    let limit = 2 * (signatures.milliseconds + rows.milliseconds)
    report.add(
      Report.Row(
        what: "giving \(taken) entries", median: given.milliseconds.short("ms"), p95: "",
        limit: "", beside: "", kept: nil))
    report.add(
      Report.Row(
        what: "taking \(taken) entries, with all that follows from them",
        median: time.milliseconds.short("ms"), p95: "",
        limit: "≤ 2 × (signatures + rows) = \(limit.short("ms"))",
        beside: "signatures alone, one core \(signatures.milliseconds.short("ms")), "
          + "rows alone \(rows.milliseconds.short("ms"))",
        kept: time.milliseconds <= limit))
  }

  /// Rows in one transaction.
  private static let batch = 1_000

  /// How long raw SQLite takes to insert the rows of a log into an empty one of the same form.
  private static func inserts(from store: URL, after position: Int, in folder: URL) throws
    -> Duration
  {
    var reading = Configuration()
    reading.readonly = true
    let source = try DatabaseQueue(
      path: store.appendingPathComponent("log.sqlite").path, configuration: reading)
    var writing = Configuration()
    writing.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let target = try DatabaseQueue(
      path: folder.appendingPathComponent("rows.sqlite").path, configuration: writing)
    let form = try source.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT sql FROM sqlite_schema WHERE tbl_name = 'entry' AND type IN ('table', 'index')
            AND sql IS NOT NULL ORDER BY type DESC
          """)
    }
    try target.inDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = TRUNCATE")
      for statement in form { try db.execute(sql: statement) }
    }
    var (took, last) = (Duration.zero, position)
    while true {
      let rows = try source.read { db in
        try Row.fetchAll(
          db, sql: "SELECT * FROM entry WHERE position > ? ORDER BY position LIMIT ?",
          arguments: [last, batch])
      }
      guard let end = rows.last?["position"] as Int? else { return took }
      last = end
      let marks = Array(repeating: "?", count: rows[0].count).joined(separator: ", ")
      took += try ContinuousClock().measure {
        try target.inTransaction(.immediate) { db in
          let statement = try db.cachedStatement(sql: "INSERT INTO entry VALUES (\(marks))")
          for row in rows {
            try statement.execute(arguments: StatementArguments(row.databaseValues))
          }
          return .commit
        }
      }
    }
  }

  private func say(_ words: String) {
    FileHandle.standardError.write(Data("  \(words)\n".utf8))
  }
}
