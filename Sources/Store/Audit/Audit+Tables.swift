import Foundation
import GRDB
import Procedure
import Vault

/// The database itself, the end of the log, and the projections beside ones made anew.
extension Audit {
  func checkDatabase() throws {
    // Also the indexes: one that leaves an entry out would hide it from the replay of its case.
    let words = try store.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(50)") }
    for word in words where word != "ok" { note(.database(word)) }
    // Also of what type the texts are: SQLite takes a blob for a text, and nothing else does.
    let sql = """
      SELECT name, type || ' ' || tbl_name || ' ' || coalesce(sql, '') || ' ' || typeof(type)
        || typeof(name) || typeof(tbl_name) || typeof(sql)
        || iif(type = 'trigger', rootpage, '') AS made
      FROM sqlite_schema
      """
    func schema(_ db: Database) throws -> [String: String] {
      var found: [String: String] = [:]
      for row in try Row.fetchAll(db, sql: sql) {
        found[try row.value("name")] = try row.value("made", as: String.self)
      }
      return found
    }
    let new = try DatabaseQueue()
    try new.write { try Schema.migrate($0) }
    let (found, expected) = (try store.read(schema), try new.read(schema))
    for name in Set(found.keys).union(expected.keys).sorted() where found[name] != expected[name] {
      note(.schemaDiffers(name))
    }
  }

  func checkTail() throws {
    try store.read { db in
      while try advance(db) {}
      let tail = try Tail.read(db)
      let last = try LogTable.entries(db, after: position - 1, limit: 1).last
      if tail.position != position || last?.chain != tail.chain {
        note(.tailCut(noted: tail.position, found: position))
      }
      let device = try Meta.text(db, .device)
      let isKnown = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM entry WHERE device = ?)
            OR EXISTS (SELECT 1 FROM meta WHERE key = ? AND value = ?)
          """, arguments: [device, Meta.Key.copied.rawValue, device])
      if isKnown != true { note(.noteDamaged(Meta.Key.device.rawValue)) }
      // Also of what type: SQLite takes a blob for a text, and nothing else does.
      for row in try Row.fetchAll(db, sql: "SELECT key, typeof(value) FROM meta ORDER BY key") {
        let name: String = try row.decode(atIndex: 0)
        guard Meta.Key(rawValue: name)?.type != (try row.decode(String.self, atIndex: 1)) else {
          continue
        }
        note(.noteDamaged(name))
      }
      let outside = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM entry WHERE position <= 0 OR position >= ?",
        arguments: [LogTable.end])
      if let outside, outside > 0 { note(.outsideOrder(outside)) }
    }
  }

  /// Writes the projections made anew, while nobody waits for a read to end.
  func settle(_ goesOn: () -> Bool) throws {
    try memory.write { target in
      try reprojection.settle(into: target, from: { try self.store.read($0) }, goesOn: goesOn)
    }
    try noteLate()
  }

  /// Names what shows only when everything is known to have no effect.
  private func noteLate() throws {
    for (position, void) in reprojection.takeLate() {
      let row = try store.read { try LogTable.rows($0, after: position - 1, limit: 1).first }
      noteVoid(at: position, row?.author, void)
    }
  }

  func compareProjections(_ goesOn: () -> Bool) throws {
    for table in Schema.projections {
      var after: [DatabaseValue]?
      repeat {
        guard goesOn() else { throw StoreFault.stopped }
        after = try store.read { db in
          // What others have written meanwhile is taken up first: both sides stand at one place.
          while try advance(db) {}
          return try memory.write { target in
            try reprojection.settle(into: target, from: { try $0(db) })
            return try compare(table, after: after, db, target)
          }
        }
      } while after != nil
    }
  }

  /// Columns that say where to look and nothing that is shown: of a case into which somebody wrote past
  /// the program they are right once it is written anew.
  private static let hints: Set<String> = ["woven"]

  /// Compares a window of a table's rows in the order of its key.
  ///
  /// - Returns: The key of the last row, where there may be more.
  private func compare(
    _ table: String, after: [DatabaseValue]?, _ db: Database, _ target: Database
  ) throws -> [DatabaseValue]? {
    let columns = try target.primaryKey(table).columns
    let end = try rows(of: table, columns, db, after: after, limit: 1, offset: Self.rows - 1)
      .first?.key
    // Mostly they are the same, as SQLite itself can say of all of them at once.
    if try text(of: table, columns, db, after: after, through: end)
      == text(of: table, columns, target, after: after, through: end)
    {
      return end
    }
    let live = try rows(of: table, columns, db, after: after, through: end)
    let anew = try rows(of: table, columns, target, after: after, through: end)
    let expected = Dictionary(anew.map { ($0.key, $0.values) }, uniquingKeysWith: { a, _ in a })
    let found = Dictionary(live.map { ($0.key, $0.values) }, uniquingKeysWith: { a, _ in a })
    for key in Set(expected.keys).union(found.keys) where expected[key] != found[key] {
      let name = key.map { String.fromDatabaseValue($0) ?? "?" }.joined(separator: " ")
      note(.projectionDiffers(table: table, key: name))
    }
    return end
  }

  private func rows(
    of table: String, _ columns: [String], _ db: Database, after: [DatabaseValue]?,
    through: [DatabaseValue]? = nil, limit: Int = -1, offset: Int = 0
  ) throws -> [(key: [DatabaseValue], values: [DatabaseValue])] {
    let (condition, arguments) = between(after, through, columns)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM \(table) \(condition)
        ORDER BY \(columns.joined(separator: ", ")) LIMIT \(limit) OFFSET \(offset)
        """, arguments: arguments
    ).map { row in
      let shown = zip(row.columnNames, row.databaseValues).filter { !Self.hints.contains($0.0) }
      return (columns.map { (row[$0] as DatabaseValue?) ?? .null }, shown.map(\.1))
    }
  }

  /// What stands in rows, with the type of each value, as one text.
  private func text(
    of table: String, _ key: [String], _ db: Database, after: [DatabaseValue]?,
    through: [DatabaseValue]?
  ) throws -> String? {
    let (condition, arguments) = between(after, through, key)
    let shown = try db.columns(in: table).filter { !Self.hints.contains($0.name) }
    let values = shown.map { "typeof(\($0.name)) || hex(\($0.name))" }
    return try String.fetchOne(
      db,
      sql: """
        SELECT group_concat(line) FROM (
          SELECT \(values.joined(separator: " || ' ' || ")) AS line FROM \(table) \(condition)
          ORDER BY \(key.joined(separator: ", ")))
        """, arguments: arguments)
  }

  private func between(
    _ after: [DatabaseValue]?, _ through: [DatabaseValue]?, _ key: [String]
  ) -> (String, StatementArguments) {
    var conditions: [String] = []
    var arguments: [DatabaseValue] = []
    for (sign, bound) in [(">", after), ("<=", through)] {
      guard let bound else { continue }
      conditions.append(
        "(\(key.joined(separator: ", "))) \(sign) (\(Store.marks(bound.count)))")
      arguments += bound
    }
    let condition = conditions.joined(separator: " AND ")
    return (condition.isEmpty ? "" : "WHERE \(condition)", StatementArguments(arguments))
  }
}
