import Foundation
import Procedure

/// Which backups stay: the newest of each of 7 days, 5 weeks and 12 months that have any.
enum BackupRotation {
  static let days = 7
  static let weeks = 5
  static let months = 12

  /// The backups that may go, of all that lie in a place.
  static func spare(of backups: [Backup]) -> [Backup] {
    let sorted = backups.sorted(by: >)
    var kept: Set<Backup> = []
    func keep(_ count: Int, by period: (Day) -> Int) {
      var seen: Set<Int> = []
      for backup in sorted where seen.count < count {
        if seen.insert(period(backup.made.day)).inserted { kept.insert(backup) }
      }
    }
    keep(days) { $0.daysSinceEpoch }
    // The epoch's first day was a Thursday; weeks begin on Mondays.
    keep(weeks) { ($0.daysSinceEpoch + 3) / 7 }
    keep(months) { $0.year * 12 + $0.month }
    return sorted.filter { !kept.contains($0) }
  }
}
