import Foundation
import Procedure

/// What a copy's clock may do between two of its entries.
///
/// A clock that was set back would take applications after the closing day again (M7).
enum ClockRule {
  /// Seconds by which an act may be earlier than the last entry of its copy: 10 minutes.
  static let back = 600
  /// Seconds after the last entry of its copy beyond which a person is asked first: a day.
  static let ahead = 86_400
}
