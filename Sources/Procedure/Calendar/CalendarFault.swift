import Foundation

/// Why a file is not a calendar of working days, and in which lines.
public struct CalendarFault: Error, Hashable, Sendable {
  /// Every line at fault, in their order; at least one.
  public let slips: [Slip]

  /// The faults of a file.
  public init(_ slips: [Slip]) { self.slips = slips }

  /// What is wrong with one line.
  public struct Slip: Hashable, Sendable {
    /// The line at fault, counted from 1.
    public let line: Int
    /// The heading of the column at fault, where it is about one.
    public let column: String?
    /// What is wrong there.
    public let problem: Problem

    /// A fault in its line.
    public init(line: Int, column: String? = nil, problem: Problem) {
      (self.line, self.column, self.problem) = (line, column, problem)
    }
  }

  /// What can be wrong with a line.
  public enum Problem: Error, Hashable, Sendable {
    /// The first line lacks one of `date`, `kind` and `name`, or has one twice.
    case header
    /// The line has not as many cells as the first.
    case fieldCount(Int, wanted: Int)
    /// Quotes are left open, or closed before the cell ends.
    case quotes
    /// The cell is no date.
    case notADate(String)
    /// The cell is neither holiday nor workday.
    case unknownKind(String)
    /// The date stands twice.
    case repeatedDate(Day)
    /// A make-up day that is a weekday anyway, which shows a slip in the date.
    case needlessWorkday(Day)
  }
}

/// What shows that a year of a calendar is not whole.
public struct CalendarGap: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// How many holidays it has.
  public let holidays: Int
  /// The days off on the same date in every year that it lacks.
  public let missing: [Day]

  /// How many days off the rule on public holidays grants at least: 11 until 2024, more since.
  public static let fewest = 11

  /// A gap.
  public init(year: Int, holidays: Int, missing: [Day]) {
    (self.year, self.holidays, self.missing) = (year, holidays, missing)
  }
}
