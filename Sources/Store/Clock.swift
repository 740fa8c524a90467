import Foundation
import Procedure

/// Where time comes from: the system's clock, or a fixed one in tests and the demo.
public struct Clock: Sendable {
  private let reading: @Sendable () -> Moment

  /// A clock that reads as told.
  public init(_ reading: @escaping @Sendable () -> Moment) { self.reading = reading }

  /// The present time.
  public func now() -> Moment { reading() }

  /// The machine's clock.
  public static let system = Clock { Moment(seconds: Int(Date().timeIntervalSince1970)) }

  /// A clock that goes on from an instant: a demo's deadlines lie ahead whenever it is opened.
  static func resumed(from moment: Moment) -> Clock {
    let opened = system.now()
    return Clock { moment.adding(seconds: max(0, system.now().seconds - opened.seconds) + 60) }
  }
}
