import Foundation
import GRDB
import Procedure

/// What waits for a person and can be done today, in SQL.
extension Store {
  /// Which duties can be done on a day, as `Duty.isPossible` has it.
  static func possible(on day: Day) -> (String, StatementArguments) {
    (
      """
      (due IS NULL OR CASE kind WHEN 'closeNotice' THEN due < ? WHEN 'report' THEN due < ?
      WHEN 'submit' THEN due >= ? ELSE 1 END)
      """,
      [day.description, "\(day.year + 1)", day.description]
    )
  }

  /// Under whose names duties wait for a person: their own, and those of their offices.
  ///
  /// The secretariat holds the districts' keys, but their duties are the districts'.
  static func holders(_ person: PersonID, cycle: CycleState) -> [String] {
    var holders: [Reader] = [.person(person)]
    if cycle.acts(person, as: .secretariat) { holders.append(.group(.secretariat)) }
    if cycle.acts(person, as: .supervisor) { holders.append(.group(.supervision)) }
    if cycle.acts(person, as: .districtOfficer), let own = cycle.people[person]?.district {
      holders.append(.group(.district(own)))
    }
    return holders.map(\.rawValue)
  }
}
