import Foundation
import GRDB
import Procedure

/// The days on which something can be done, as lists compare them: texts, both ends included.
struct DutySpan: Hashable {
  var opens: String
  var closes: String
  /// Behind every day.
  private static let never = "~"

  init(_ duty: Duty) {
    (opens, closes) = (duty.opens?.description ?? "", duty.closes?.description ?? Self.never)
  }

  /// The days of several, as spans that have no day in common: a case stands in a list once.
  static func merged(_ duties: [Duty]) -> [DutySpan] {
    duties.map(DutySpan.init).sorted { $0.opens < $1.opens }.reduce(into: []) { spans, next in
      if let last = spans.last, next.opens <= last.closes {
        spans[spans.count - 1].closes = max(last.closes, next.closes)
      } else {
        spans.append(next)
      }
    }
  }
}

/// What waits for a person and can be done today, in SQL.
extension Store {
  /// Which duties, and cases waiting, can be done on a day, as `Duty.isPossible` has it.
  static func possible(on day: Day) -> (sql: String, days: StatementArguments) {
    ("(opens <= ? AND closes >= ?)", [day.description, day.description])
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
