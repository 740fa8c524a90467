import Criteria
import Foundation

/// What a listed organisation does for others (C2).
public enum ActivityKind: String, Codable, Sendable, CaseIterable {
  /// Publicity and sharing of practice.
  case sharing
  case responsibility
  /// 品字标 and 浙江精品.
  case brand
  /// Public-welfare activities on quality.
  case welfare
  /// Incubation of other organisations' quality management.
  case incubation
}

/// An activity as it was recorded (C2).
public struct Activity: Codable, Sendable, Hashable {
  public var kind: ActivityKind
  public var day: Day
  public var text: String

  /// An activity.
  public init(kind: ActivityKind, day: Day, text: String) {
    (self.kind, self.day, self.text) = (kind, day, text)
  }
}

/// An amount of money paid or refunded on a day (C1, C4).
public struct Payment: Codable, Sendable, Hashable {
  /// In yuan.
  public var amount: Amount
  public var day: Day

  /// The largest grant that is believed.
  static let most = Amount(whole: 1_000_000_000)

  /// An amount.
  public init(amount: Amount, day: Day) { (self.amount, self.day) = (amount, day) }
}

/// How a place or an application ended.
public enum Ending: String, Codable, Sendable, CaseIterable {
  /// Fraud of the applicant (V4).
  case fraud
  /// A condition of E3 no longer holds, or the form is another organisation's now (M8).
  case ineligible
  /// The applicant stepped back.
  case withdrawn
  /// No yearly report in time (C3).
  case reportMissing
  /// A major accident or another serious breach (C4).
  case breach
}

/// The place of a listed organisation (C1 to C4).
public struct Cultivation: Sendable, Hashable {
  /// The number under which the list was published (P4).
  public internal(set) var number: String
  public internal(set) var since: Day
  /// The last day of the period.
  public internal(set) var until: Day
  public internal(set) var tier: Int
  public internal(set) var total: Points
  public internal(set) var grant: Payment?
  public internal(set) var refund: Payment?
  public internal(set) var activities: [Activity] = []
  /// Reports received, by the year they are about.
  public internal(set) var reports: [Int: Day] = [:]
  /// Until when the grant is to be refunded, once the place was revoked (C4).
  public internal(set) var refundDue: Day?
  /// The day the loss was announced (C4), and under which number.
  public internal(set) var announced: Day?
  public internal(set) var announcement: String?

  /// The reports due in the period: the year each is about and its last day (C3).
  ///
  /// The first one falls due in the year after the listing.
  public func dueReports(_ parameters: Parameters) -> [(year: Int, due: Day)] {
    guard since.year < until.year else { return [] }
    return (since.year + 1...until.year).compactMap { year in
      guard let due = Day("\(padded(year, 4))-\(parameters.annualReportDue)"), due <= until else {
        return nil
      }
      return (year - 1, due)
    }
  }

  /// The reports that are not in and were due before a day.
  public func overdue(on day: Day, _ parameters: Parameters) -> [Int] {
    dueReports(parameters).filter { reports[$0.year] == nil && $0.due < day }.map(\.year)
  }

  /// The report that is due next.
  public func nextReport(_ parameters: Parameters) -> (year: Int, due: Day)? {
    dueReports(parameters).first { reports[$0.year] == nil }
  }
}

extension Day {
  /// The same day so many months later, or the last of that month where it has no such day.
  public func adding(months: Int) -> Day {
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    for newDay in stride(from: day, through: 28, by: -1) {
      if let found = Day(year: newYear, month: newMonth, day: newDay) { return found }
    }
    return Day(year: newYear, month: newMonth, day: min(day, 28)) ?? self
  }
}
