import Criteria
import Procedure

/// Times as the lists of a year name them, without the year.
extension Moment {
  /// Month, day, hour and minute: "10-12 09:30".
  var brief: String { day.brief + " " + clock.prefix(5) }
}

extension Day {
  /// Month and day: "10-12".
  var brief: String { String(description.dropFirst(5)) }
}
