import Foundation

/// The end of a term of working days.
public struct Term: Codable, Hashable, Sendable {
  /// The last day of the term; the term ends with its last second.
  public let last: Day
  /// Whether the term runs into a year whose holidays are not published yet.
  public let provisional: Bool

  /// A term's end.
  public init(last: Day, provisional: Bool) {
    self.last = last
    self.provisional = provisional
  }
}

/// The working days: Monday to Friday, less public holidays, plus make-up days (rule W).
///
/// The exceptions come from the State Council's yearly notices; in a year without any, weekdays
/// alone decide and what rests on them is provisional.
public struct WorkingCalendar: Hashable, Sendable {
  /// What a listed day is.
  public enum Exception: Hashable, Sendable {
    /// A public holiday or a day off moved to a weekday, with its name.
    case holiday(String)
    /// A weekend day on which work is made up for, with its name.
    case workday(String)
  }

  private let exceptions: [Day: Exception]

  /// The years whose exceptions are known.
  public let yearsCovered: Set<Int>

  /// A calendar from its exceptions; a year with at least one counts as covered.
  public init(exceptions: [Day: Exception]) {
    self.exceptions = exceptions
    yearsCovered = Set(exceptions.keys.map(\.year))
  }

  /// This calendar with the days of another added.
  public func merging(_ other: WorkingCalendar) -> WorkingCalendar {
    WorkingCalendar(exceptions: exceptions.merging(other.exceptions) { _, new in new })
  }

  /// The name of the holiday or make-up day, or nil on an ordinary day.
  public func exception(on day: Day) -> Exception? { exceptions[day] }

  /// The holidays and make-up days of a year, in their order.
  public func exceptions(in year: Int) -> [(day: Day, exception: Exception)] {
    exceptions.filter { $0.key.year == year }.sorted { $0.key < $1.key }
      .map { (day: $0.key, exception: $0.value) }
  }

  /// What shows that a year is not whole; nil where nothing does.
  ///
  /// New Year, Labour Day and National Day are off on the same date in every year, and no notice of
  /// the State Council lists fewer days off than the rule on public holidays grants.
  public func gap(in year: Int) -> CalendarGap? {
    let off = exceptions(in: year).compactMap { day, exception -> Day? in
      if case .holiday = exception { day } else { nil }
    }
    let missing = [(1, 1), (5, 1), (10, 1)]
      .compactMap { Day(year: year, month: $0.0, day: $0.1) }.filter { !off.contains($0) }
    guard off.count < CalendarGap.fewest || !missing.isEmpty else { return nil }
    return CalendarGap(year: year, holidays: off.count, missing: missing)
  }

  /// Whether people work on a day.
  public func isWorkingDay(_ day: Day) -> Bool {
    switch exceptions[day] {
    case .holiday: false
    case .workday: true
    case nil: !day.weekday.isWeekend
    }
  }

  /// Whether a day's year has no published holidays, so that weekdays alone decided.
  public func isProvisional(_ day: Day) -> Bool { !yearsCovered.contains(day.year) }

  /// The end of a term of working days that begins with an act on a day (rule W).
  ///
  /// - Parameters:
  ///   - days: how many working days, at least 1.
  ///   - start: the day of publication or receipt.
  ///   - countFirst: whether that day counts as the first, where it is a working day; some offices
  ///     count so, the default of the procedure does not.
  /// - Returns: the last working day of the term; provisional where a day between the two lies in a
  ///   year that is not covered.
  public func term(days: Int, after start: Day, countFirst: Bool) -> Term {
    precondition(days >= 1, "a term has at least one working day")
    var day = countFirst ? start : start.adding(days: 1)
    var left = days
    var provisional = false
    while true {
      if isProvisional(day) { provisional = true }
      if isWorkingDay(day) {
        left -= 1
        if left == 0 { return Term(last: day, provisional: provisional) }
      }
      let next = day.adding(days: 1)
      if next == day { return Term(last: day, provisional: true) }
      day = next
    }
  }

  /// How many working days lie after one day up to and with another: what is left of a term.
  ///
  /// 0 where the other day is the same or earlier.
  public func workingDays(from day: Day, to last: Day) -> Int {
    guard day < last else { return 0 }
    return (day.daysSinceEpoch + 1...last.daysSinceEpoch).count {
      isWorkingDay(Day(daysSinceEpoch: $0))
    }
  }

  /// The published calendar that is built in.
  public static let shipped: WorkingCalendar = {
    do {
      return try parse(String(decoding: PackageResources.workdays_csv, as: UTF8.self))
    } catch {
      fatalError("the built-in working-day calendar is damaged: \(error)")
    }
  }()
}
