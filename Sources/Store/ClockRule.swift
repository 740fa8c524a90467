import Foundation
import GRDB
import Procedure

/// What a copy's clock may do between two of its entries.
///
/// A clock that was set back would take applications after the closing day again (M7). Only this
/// copy's own entries count: what others brought never moves this machine's time.
struct ClockRule {
  /// Whether a person said that the clock is right, up to when.
  var accepted: Moment?

  /// Judges the time of an act beside that of the last entry of its copy.
  ///
  /// - Throws: `StoreFault.clockBehind`, `.clockAhead`.
  func check(_ now: Moment, after last: Moment?) throws(StoreFault) {
    guard let last, let step = ClockStep(from: last, to: now) else { return }
    if case .back = step { throw .clockBehind(now: now, last: last) }
    // Who said so once is not asked again on the same day.
    if let accepted, now.seconds <= accepted.seconds + ClockStep.longest { return }
    throw .clockAhead(now: now, last: last)
  }
}

extension Store {
  /// Takes the machine's time as right, as a person said.
  public func acceptClock() { clockRule?.accepted = clock.now() }

  /// Notes that the time of this copy's last entry was wrong, so that work can go on (V5).
  ///
  /// - Throws: `Refusal`; `StoreFault.clockIsRight` where that entry is not ahead of the clock.
  public func correctClock(reason: String, by session: Session) throws {
    try write(by: session) { transaction in
      guard let last = transaction.own.time, clock.now() < last else {
        throw StoreFault.clockIsRight
      }
      transaction.isCorrectingClock = true
      try transaction.perform(.cycle(.correctClock(last: last, reason: reason)))
    }
  }
}

/// The steps of clocks that the log shows.
extension ClockStep {
  /// The entries before which a clock went back or a long way ahead, in order of arrival.
  ///
  /// Each is told by the entry before it on the same copy, whose id proves its time; a correction is
  /// none. Whether an entry takes effect is not looked at.
  ///
  /// - Parameter condition: Which entries, in SQL, their table being `e`.
  static func steps(
    _ db: Database, where condition: String, arguments: StatementArguments
  ) throws -> [(stored: StoredEntry, step: ClockStep)] {
    let pairs = try Row.fetchAll(
      db,
      sql: """
        SELECT e.position, before.position FROM entry AS e
        JOIN entry AS before ON before.id = e.previous
        WHERE \(condition) AND e.kind <> ?
          AND (e.time < before.time - \(tolerance) OR e.time > before.time + \(longest))
        ORDER BY e.position
        """, arguments: arguments + [EventKind.clockCorrected.rawValue])
    return try pairs.compactMap { pair in
      guard let stored = try entry(db, at: pair[0]), let before = try entry(db, at: pair[1]),
        let step = ClockStep(from: before.entry.time, to: stored.entry.time)
      else { return nil }
      return (stored, step)
    }
  }

  /// An entry whose id is that of what it holds; nil where it is another or none.
  private static func entry(_ db: Database, at position: Int) throws -> StoredEntry? {
    guard case .success(let stored)? = try LogTable.rows(db, after: position - 1, limit: 1).first,
      stored.position == position, stored.entry.id == stored.id
    else { return nil }
    return stored
  }
}
