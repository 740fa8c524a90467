import Foundation

/// What is wrong with a day that was put in.
public enum DayFault: Hashable, Sendable {
  /// It has not come yet.
  case inFuture
  /// It is earlier than the day named, for what happened on that day.
  case before(Day, Bound)
  /// The last day is earlier than the first.
  case reversed
  /// From the first to the last are more days than these.
  case longer(than: Int)

  /// What happened on the day before which another cannot lie.
  public enum Bound: Hashable, Sendable, CaseIterable {
    /// It is the day of the act itself.
    case today
    /// The application was handed in.
    case submission
    /// What is reported happened.
    case occurrence
    /// The consensus was finished.
    case consensus
    /// The on-site review was handed in.
    case visit
    /// The notice was over the day before.
    case notice
    /// The list was published.
    case listing
    /// The district recommended it.
    case recommendation
    /// The department was asked.
    case inquiry
    /// The notice was published.
    case publication
    /// The objection was answered.
    case answer
    /// The year that is reported on was over the day before.
    case reportYear
    /// The grant was paid.
    case grant
  }
}
