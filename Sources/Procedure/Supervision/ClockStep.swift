import Foundation

/// What the clock of a copy did between two of its entries, beyond what is let pass (V5).
///
/// A clock that was set back would take applications after the closing day again (M7).
public enum ClockStep: Sendable, Hashable {
  /// The later entry has the earlier time, by so many seconds: more than `tolerance`.
  case back(seconds: Int)
  /// So many seconds lie between them: more than `longest`.
  case ahead(seconds: Int)

  /// Seconds by which an entry may be earlier than the one before it on its copy: 10 minutes.
  public static let tolerance = 600
  /// Seconds after the entry before it beyond which a person is asked first: a day.
  public static let longest = 86_400

  /// What the clock did from one entry to the next; nil where that is let pass.
  public init?(from last: Moment, to now: Moment) {
    let seconds = now.seconds - last.seconds
    if seconds < -Self.tolerance {
      self = .back(seconds: -seconds)
    } else if seconds > Self.longest {
      self = .ahead(seconds: seconds)
    } else {
      return nil
    }
  }
}
