import Foundation
import GRDB
import Procedure
import Vault

/// A backup's database, opened to be looked through; nothing is written to it.
struct BackupFile {
  let queue: DatabaseQueue

  /// - Throws: `StoreFault` where it is no store, or another version's.
  init(_ url: URL) throws {
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw StoreFault.notAStore(url.path)
    }
    var configuration = Store.configuration()
    configuration.readonly = true
    do {
      queue = try DatabaseQueue(path: url.path, configuration: configuration)
      switch try queue.read({ try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }) {
      case Schema.version: break
      case Schema.version...: throw StoreFault.newerProgram
      case 0: throw StoreFault.notAStore(url.path)
      default: throw StoreFault.trialVersion
      }
    } catch let error as DatabaseError {
      throw StoreFault(error)
    }
  }

  /// The id of the store that it is of.
  func store() throws -> String { try queue.read { try Meta.text($0, .store) } }

  /// What a look through a backup found.
  struct Contents {
    /// The entries, and the last one's position.
    var entries = 0
    var position = 0
    /// When the last entry was made; nil in an empty log.
    var last: Moment?
    /// The sealed files that entries name, with their sizes.
    var files: [String: Int] = [:]
    /// The first thing that is not as it was written; nil where all is.
    var fault: String?
  }

  /// Looks through the database, the chain of arrival and the ids.
  ///
  /// - Parameter verifying: Whether signatures and rules are asked for too, as `check` does.
  func look(verifying: Bool) throws -> Contents {
    var contents = Contents()
    contents.fault = try queue.read { db in
      // `quick_check` of SQLite 3.40 finds NULLs that are none in tables without row ids.
      try String.fetchAll(db, sql: "PRAGMA integrity_check(1)").first { $0 != "ok" }
    }
    var chain = Data(count: 32)
    var reprojection = Reprojection()
    let archive = Archive { [queue] body in try queue.read(body) }
    let memory = try DatabaseQueue()
    try memory.write { try Schema.migrate($0) }
    func note(_ words: String) { contents.fault = contents.fault ?? words }
    while true {
      let rows = try queue.read {
        try LogTable.rows($0, after: contents.position, limit: Audit.window)
      }
      if rows.isEmpty { break }
      try memory.write { target in
        for row in rows {
          contents.entries += 1
          contents.position = max(contents.position, row.position)
          if verifying, let fault = try reprojection.take(row, into: target, archive) {
            note("\(row.position): \(fault)")
          }
          guard case .success(let stored) = row else {
            note("\(row.position)")
            continue
          }
          let link = LogTable.link(
            chain, position: stored.position, id: stored.id, arrived: stored.arrived)
          if stored.entry.id != stored.id || stored.chain != link { note("\(row.position)") }
          chain = stored.chain
          contents.last = stored.entry.time
          for file in stored.entry.files
          where stored.entry.id == stored.id && stored.entry.givenUp == nil {
            contents.files[file.name] = file.size
          }
        }
      }
    }
    let tail = try queue.read(Tail.read)
    if tail.position != contents.position || tail.chain != chain { note("\(contents.position)") }
    return contents
  }
}
