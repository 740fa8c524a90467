import Foundation
import Procedure

/// Events without entries: each is named as if it had one of its own.
extension CaseState {
  /// A case from its first event.
  init?(_ event: Event, at moment: Moment) { self.init(event, at: moment, named: "r") }

  /// Applies an event under a name that tests can speak of: «o1» for the first objection, «i1» for
  /// the first inquiry, «v» for a visit's preparation, «x1» for the first check that was added.
  mutating func apply(_ event: Event, by author: PersonID, at moment: Moment) {
    let name: String
    switch event {
    case .objectionReceived: name = "o\(publicity.objections.count + 1)"
    case .inquirySent: name = "i\(admission.inquiries.count + 1)"
    case .visitPrepared: name = "v"
    case .checkAdded: name = "x\(trace.count(of: .checkAdded) + 1)"
    default: name = "e"
    }
    apply(event, by: author, at: moment, named: EntryName(name))
  }
}
