import Foundation
import GRDB
import Procedure

extension Store {
  /// Makes the projections anew from the log; drafts and progress stay as they are.
  ///
  /// One immediate transaction: readers see the old or the new, never half.
  /// - Parameter progress: Told the entries done and the entries in all; false stops.
  /// - Throws: `StoreFault.stopped`, and what cannot be read of the log; nothing has changed then.
  public func rebuild(progress: (Int, Int) -> Bool = { _, _ in true }) throws {
    do {
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try Reprojection.makeAnew(in: db, progress: progress)
          return .commit
        }
      }
    } catch {
      throw StoreFault.naming(error)
    }
  }
}

extension Reprojection {
  /// Drops the projections and makes them anew from the log, within a transaction.
  static func makeAnew(
    in db: Database, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws {
    for table in Schema.projections.reversed() {
      try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
    }
    try Schema.createProjections(db)
    var reprojection = Reprojection()
    let last = try LogTable.last(db)
    var position = 0
    while position < last {
      guard progress(position, last) else { throw StoreFault.stopped }
      for stored in try LogTable.entries(db, after: position, limit: 500) {
        position = stored.position
        _ = try reprojection.take(stored, into: db)
      }
    }
    try reprojection.settle(into: db)
    _ = progress(last, last)
  }
}
