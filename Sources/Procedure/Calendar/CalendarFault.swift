import Foundation

/// Why a file is not a calendar of working days, and in which line.
public struct CalendarFault: Error, Hashable, Sendable {
  /// The line at fault, counted from 1.
  public let line: Int
  /// What is wrong there.
  public let problem: Problem

  /// A fault in its line.
  public init(line: Int, problem: Problem) {
    self.line = line
    self.problem = problem
  }

  /// What can be wrong with a line.
  public enum Problem: Hashable, Sendable {
    /// The first line is not `date,kind,name`.
    case header
    /// The line has not three fields; the number found.
    case fieldCount(Int)
    /// The first field is no date.
    case notADate(String)
    /// The second field is neither holiday nor workday.
    case unknownKind(String)
    /// The date stands twice.
    case repeatedDate(Day)
    /// A make-up day that is a weekday anyway, which shows a slip in the date.
    case needlessWorkday(Day)
  }
}
