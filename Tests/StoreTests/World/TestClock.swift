import Foundation
import Procedure
import Store

/// A clock that stands until a test moves it.
final class TestClock: @unchecked Sendable {
  private let lock = NSLock()
  private var moment: Moment

  init(_ moment: Moment) { self.moment = moment }

  var clock: Clock { Clock { self.lock.withLock { self.moment } } }

  func advance(seconds: Int) {
    lock.withLock { moment = moment.adding(seconds: seconds) }
  }
}
