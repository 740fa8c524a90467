import Foundation
import GRDB
import Procedure

@testable import Store

/// A store's database opened past the program: without its triggers, to be altered.
struct RawStore {
  let queue: DatabaseQueue

  init(_ directory: URL) throws {
    queue = try DatabaseQueue(path: directory.appendingPathComponent("log.sqlite").path)
  }

  private static let triggers = [
    "entry_keeps_update", "entry_keeps_body", "entry_keeps_delete",
  ]

  /// Alters the log and puts the triggers back, as somebody would who wants to go unnoticed.
  func alter(_ body: (Database) throws -> Void) throws {
    try queue.write { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      let sql = try Self.triggers.map {
        try String.fetchOne(
          db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [$0])!
      }
      for name in Self.triggers { try db.execute(sql: "DROP TRIGGER \(name)") }
      try body(db)
      for statement in sql { try db.execute(sql: statement) }
    }
  }

  /// The chain of arrival written anew over what stands there, the noted tail with it.
  static func rechain(_ db: Database) throws {
    var chain = Data(count: 32)
    var position = 0
    for stored in try LogTable.entries(db, after: 0) {
      position = stored.position
      chain = LogTable.link(chain, position: position, id: stored.id, arrived: stored.arrived)
      try db.execute(
        sql: "UPDATE entry SET chain = ? WHERE position = ?", arguments: [chain, position])
    }
    try Tail(position: position, chain: chain).write(db)
  }

  /// Every row of the tables named, blobs by their length alone where so asked.
  func dump(_ tables: [String], lengthsOnly: Bool = false) throws -> [String: [String]] {
    var dump: [String: [String]] = [:]
    try queue.read { db in
      for table in tables {
        dump[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
          row.databaseValues.map { value in
            if lengthsOnly, case .blob(let data) = value.storage { return "\(data.count) bytes" }
            return "\(value)"
          }.joined(separator: "|")
        }.sorted()
      }
    }
    return dump
  }

  static let all = Schema.projections + ["entry", "draft", "progress", "unfinished", "meta"]
}
