import Foundation

/// A second in time, with its civil date and clock in China.
///
/// The zone is fixed at UTC+8 (Asia/Shanghai, without summer time since 1991): a deadline must not
/// move with the setting of the machine that looks at it.
public struct Moment: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00:00 UTC.
  public let seconds: Int

  /// China's distance from UTC in seconds.
  private static let offset = 8 * 3600

  /// The moment so many seconds after 1970-01-01 00:00:00 UTC, held to the days that can be named.
  public init(seconds: Int) {
    let first = Day.nameable.lowerBound * 86_400 - Self.offset
    let last = Day.nameable.upperBound * 86_400 + 86_399 - Self.offset
    self.seconds = min(max(seconds, first), last)
  }

  /// A second of a day in China; parts beyond the clock run on into the next minute, hour or day.
  public init(day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    self.init(
      seconds: day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - Self.offset)
  }

  /// The civil date in China.
  public var day: Day {
    Day(daysSinceEpoch: (local - secondOfDay) / 86_400)
  }
  /// The hour in China, 0 to 23.
  public var hour: Int { secondOfDay / 3600 }
  /// The minute, 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }
  /// The second, 0 to 59.
  public var second: Int { secondOfDay % 60 }

  /// The time of day, such as "22:41:07".
  public var clock: String { "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))" }

  /// The moment so many seconds later, or earlier where negative.
  public func adding(seconds more: Int) -> Moment {
    let (sum, overflow) = seconds.addingReportingOverflow(more)
    return Moment(seconds: overflow ? (more < 0 ? .min : .max) : sum)
  }

  private var local: Int { seconds + Self.offset }
  private var secondOfDay: Int { (local % 86_400 + 86_400) % 86_400 }
}

extension Day {
  /// The first second of the day in China.
  public var start: Moment { Moment(day: self) }
  /// The last second of the day in China, up to which a term that ends on it runs.
  public var end: Moment { Moment(day: self, hour: 23, minute: 59, second: 59) }
}

extension Moment: CustomStringConvertible {
  /// Date and clock in China, such as "2026-09-18 22:41:07".
  public var description: String { "\(day) \(clock)" }
}

extension Moment: Comparable {
  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
}

extension Moment: Codable {
  /// Reads the seconds since 1970 UTC.
  public init(from decoder: any Decoder) throws {
    self.init(seconds: try decoder.singleValueContainer().decode(Int.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}
