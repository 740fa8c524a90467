import Foundation
import GRDB
import Procedure

extension Store {
  /// Makes the projections anew from the log; drafts and progress stay as they are.
  ///
  /// One immediate transaction: readers see the old or the new, never half.
  /// - Parameter progress: Told the entries done and the entries in all; false stops.
  /// - Returns: The entries that were left out, since they have no effect; none in a sound store.
  /// - Throws: `StoreFault.stopped`; nothing has changed then.
  @discardableResult
  public func rebuild(
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> [CheckReport.Finding] {
    try requireWritable()
    do {
      let (left, givenUp) = try queue.writeWithoutTransaction { db in
        var left: [CheckReport.Finding] = []
        var givenUp: [String] = []
        try Schema.largely(db) {
          try db.inTransaction(.immediate) {
            left = try Reprojection.makeAnew(in: db, progress: progress)
            givenUp = try Retention(db: db, today: clock.now().day).carryOutAll()
            return .commit
          }
        }
        return (left, givenUp)
      }
      removeFiles(givenUp)
      return left
    } catch {
      throw StoreFault.naming(error)
    }
  }
}

extension Reprojection {
  /// Drops the projections and makes them anew from the log, within a transaction.
  ///
  /// - Returns: The entries that were left out.
  static func makeAnew(
    in db: Database, progress: (Int, Int) -> Bool
  ) throws -> [CheckReport.Finding] {
    for table in Schema.projections.reversed() {
      try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
    }
    try Schema.createTables(db)
    var reprojection = Reprojection()
    var left: [Int: CheckReport.Finding] = [:]
    let last = try LogTable.last(db)
    var position = 0
    var reading = LogReading(window: 500)
    let archive = Archive { try $0(db) }
    while position < last {
      guard progress(position, last) else { throw StoreFault.stopped }
      let before = position
      for row in try reading.next(db, after: position, keys: reprojection.cycle.keys) {
        position = max(position, row.position)
        if let fault = try reprojection.take(row, into: db, archive) {
          left[row.position] = .entry(at: row.position, row.author, fault)
        }
      }
      // A damaged file gives the same rows again and again.
      guard position > before else { throw StoreFault.damaged(.schema) }
    }
    func goesOn() -> Bool { progress(last, last) }
    try reprojection.settle(into: db, from: { try $0(db) }, goesOn: goesOn)
    for (position, void) in reprojection.takeLate() {
      let row = try LogTable.rows(db, after: position - 1, limit: 1).first
      left[position] = .entry(at: position, row?.author, void.fault)
    }
    // Afterwards, in one go: quicker than row by row.
    try Schema.createIndexes(db)
    guard progress(last, last) else { throw StoreFault.stopped }
    return left.sorted { $0.key < $1.key }.map(\.value)
  }
}
