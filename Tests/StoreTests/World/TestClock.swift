import Foundation
import Procedure
import Store

/// A clock that stands until a test moves it.
final class TestClock: @unchecked Sendable {
  private let lock = NSLock()
  private var moment: Moment

  init(_ moment: Moment) { self.moment = moment }

  var clock: Clock { Clock { self.lock.withLock { self.moment } } }

  /// Goes on to a moment; never back.
  func advance(to later: Moment) {
    lock.withLock { moment = max(moment, later) }
  }

  func advance(seconds: Int) {
    lock.withLock { moment = moment.adding(seconds: seconds) }
  }
}
