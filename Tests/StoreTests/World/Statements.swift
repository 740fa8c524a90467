import Foundation
import GRDB

@testable import Store

/// Every statement that is run on any connection to a store, as it is written.
final class Statements: @unchecked Sendable {
  private let lock = NSLock()
  private var found: Set<String> = []

  /// What was run so far, in order of the alphabet.
  var all: [String] { lock.withLock { found.sorted() } }

  /// Listens to every store that is opened meanwhile.
  func listen<T>(_ body: () throws -> T) rethrows -> T {
    let note: @Sendable (Database) -> Void = { [self] db in
      db.trace { event in
        guard case .statement(let statement) = event else { return }
        let sql = statement.sql
        self.lock.withLock { _ = self.found.insert(sql) }
      }
    }
    return try Store.$onConnection.withValue(note, operation: body)
  }
}

/// How SQLite would carry a statement out.
struct QueryPlan {
  private struct Step {
    var parent: Int
    var detail: String
  }

  private let sql: String
  private let steps: [Step]
  /// Indexes of some rows of a table alone: to go through one is to read what was asked for.
  private let partial: Set<String>

  init(_ sql: String, in db: Database) throws {
    self.sql = sql
    let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
    statement.setUncheckedArguments(StatementArguments())
    steps = try Row.fetchAll(statement).map { Step(parent: $0["parent"], detail: $0["detail"]) }
    partial = try Set(
      String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '%WHERE %'"))
  }

  /// Tables and parts of statements that are small, however much a store holds.
  private static let small: Set<String> = [
    "person", "tally", "meta", "list", "name", "json_each", "CONSTANT",
    // As many as an entry names parents.
    "place",
  ]

  /// Where a table that grows is gone through from its beginning to its end.
  ///
  /// In the order of an index, up to a limit, it is not: nothing is read but what is asked for.
  var scans: [String] {
    steps.compactMap { step in
      let words = step.detail.split(separator: " ").map(String.init)
      guard words.first == "SCAN", words.count > 1, !Self.small.contains(words[1]),
        !["(", "sqlite_", "pragma_"].contains(where: words[1].hasPrefix)
      else { return nil }
      if let index = words.last, partial.contains(index) { return nil }
      let isSorted = steps.contains {
        $0.parent == step.parent && $0.detail.hasPrefix("USE TEMP B-TREE")
      }
      if sql.contains("LIMIT"), !isSorted { return nil }
      return step.detail
    }
  }
}
