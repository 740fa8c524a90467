import Foundation
import Procedure

/// What an examiner's last findings leave in the form of the next one (S3).
///
/// Taken from the log, so that it is there after a break and on another machine: standing at one
/// place with one person, an examiner types nothing but the evidence.
struct LastFinding: Sendable, Hashable {
  let method: CheckMethod
  let place: String
  let asked: String

  /// What offers itself for a check: its own last finding, else the examiner's last ones.
  ///
  /// The method is the one with which the examiner last looked into a check of the same kind.
  init(for check: Check, in visit: Visit, by person: PersonID?) {
    if let tick = visit.tick(check.id) {
      (method, place, asked) = (tick.finding.method, tick.finding.place, tick.finding.asked)
      return
    }
    var own: [(check: Check, tick: Tick)] = []
    for other in visit.checks {
      for tick in visit.ticks[other.id] ?? [] where tick.by == person { own.append((other, tick)) }
    }
    let recent = own.enumerated().sorted {
      ($1.element.tick.at, $1.offset) < ($0.element.tick.at, $0.offset)
    }
    .map(\.element)
    method = recent.first { $0.check.method == check.method }?.tick.finding.method ?? check.method
    let last = recent.first { !$0.tick.finding.place.isBlank }?.tick.finding
    place = last?.place ?? ""
    let someone = recent.first { !$0.tick.finding.asked.isBlank }?.tick.finding.asked
    let named = last?.asked ?? ""
    asked = named.isBlank && method == .inquiry ? someone ?? "" : named
  }
}
