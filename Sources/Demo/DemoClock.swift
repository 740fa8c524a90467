import Foundation
import Procedure
import Store

/// The demo's own time: set by the script, advancing a little with every look at it.
final class DemoClock {
  /// Seconds that pass between two looks: people take a moment for every act.
  private static let pause = 19

  private let time: Time

  init(at moment: Moment) { time = Time(moment) }

  /// Goes on to a moment; time never runs back.
  func advance(to moment: Moment) { time.advance(to: moment) }

  /// The clock as the store reads it.
  var clock: Clock {
    let time = time
    return Clock { time.pass() }
  }

  /// The present, behind a lock: the store's clock may be read from anywhere.
  private final class Time: @unchecked Sendable {
    private let lock = NSLock()
    private var now: Moment

    init(_ now: Moment) { self.now = now }

    func advance(to moment: Moment) { lock.withLock { now = max(now, moment) } }

    func pass() -> Moment {
      lock.withLock {
        now = now.adding(seconds: DemoClock.pause)
        return now
      }
    }
  }
}
