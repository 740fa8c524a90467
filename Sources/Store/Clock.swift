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

  /// The clock that `PINGSHEN_NOW` asks for, for founding a store for rehearsal; nil where it does not.
  ///
  /// - Throws: `StoreFault.noTime` where it holds no time.
  public static func asked(in environment: [String: String]) throws(StoreFault) -> Clock? {
    try moment(in: environment).map(running(from:))
  }

  /// The instant that `PINGSHEN_NOW` names; nil where it is not set.
  static func moment(in environment: [String: String]) throws(StoreFault) -> Moment? {
    guard let text = environment["PINGSHEN_NOW"], !text.isEmpty else { return nil }
    guard let moment = Moment(local: text) else { throw .noTime(text) }
    return moment
  }

  /// A clock that starts at an instant and runs on.
  static func running(from moment: Moment) -> Clock {
    let opened = system.now()
    return Clock { moment.adding(seconds: max(0, system.now().seconds - opened.seconds)) }
  }

  /// A demo's clock: it goes on from the last entry, so that deadlines lie ahead whenever the store
  /// is opened, or from the instant asked for, which is never before the last entry.
  static func rehearsal(after last: Moment, asked: Moment?) -> Clock {
    running(from: asked.map { max($0, last) } ?? last.adding(seconds: 60))
  }
}

extension Moment {
  /// Reads «2026-03-02T09:00», with seconds or without, as China's time; nil where it is none.
  init?(local text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = Day(String(halves[0])) else { return nil }
    let clock = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(clock.count),
      clock.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = clock.compactMap { Int($0) }
    guard numbers[0] < 24, numbers[1] < 60, numbers.count < 3 || numbers[2] < 60 else { return nil }
    self.init(
      day: day, hour: numbers[0], minute: numbers[1], second: numbers.count > 2 ? numbers[2] : 0)
  }
}
