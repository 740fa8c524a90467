import Foundation
import GRDB

/// The anchor of a settled mark: the least that any program must do to keep an entry of that size
/// with SQLite in the store's settings.
struct RawCommit {
  private let database: DatabaseQueue
  /// An entry's body, about as large as a sealed and signed settlement.
  private let body = Data(repeating: 0x5a, count: 2048)

  /// Opens an empty database in a directory on the store's file system.
  init(directory: URL) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    database = try DatabaseQueue(
      path: directory.appendingPathComponent("raw.sqlite").path, configuration: configuration)
    try database.inDatabase { database in
      try database.execute(
        sql: """
          PRAGMA journal_mode = TRUNCATE;
          CREATE TABLE entry (position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, body BLOB);
          CREATE TABLE item (position INTEGER PRIMARY KEY, name TEXT NOT NULL, value INTEGER);
          """)
    }
  }

  /// Commits one entry and two small rows and says how long that took.
  func commit() throws -> Duration {
    var id = Data(count: 32)
    for index in id.indices { id[index] = UInt8.random(in: 0...255) }
    let start = ContinuousClock.now
    try database.inTransaction(.immediate) { database in
      try database.execute(
        sql: "INSERT INTO entry (id, body) VALUES (?, ?)", arguments: [id, body])
      try database.execute(sql: "INSERT INTO item (name, value) VALUES ('4.2.2', 50)")
      try database.execute(sql: "INSERT INTO item (name, value) VALUES ('total', 55275)")
      return .commit
    }
    return start.duration(to: .now)
  }
}
