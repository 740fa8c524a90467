import Foundation
import Procedure

/// What a copy's clock may do between two of its entries.
///
/// A clock that was set back would take applications after the closing day again (M7). Only this
/// copy's own entries count: what others brought never moves this machine's time.
struct ClockRule {
  /// Seconds by which an act may be earlier than the last entry of its copy: 10 minutes.
  static let back = 600
  /// Seconds after the last entry of its copy beyond which a person is asked first: a day.
  static let ahead = 86_400

  /// Whether a person said that the clock is right, up to when.
  var accepted: Moment?

  /// Judges the time of an act beside that of the last entry of its copy.
  ///
  /// - Throws: `StoreFault.clockBehind`, `.clockAhead`.
  func check(_ now: Moment, after last: Moment?) throws(StoreFault) {
    guard let last else { return }
    if now.seconds < last.seconds - Self.back { throw .clockBehind(now: now, last: last) }
    guard now.seconds > last.seconds + Self.ahead else { return }
    // Who said so once is not asked again on the same day.
    if let accepted, now.seconds <= accepted.seconds + Self.ahead { return }
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
