import Criteria
import Foundation
import Procedure

/// Where a person stands with the visit of a case (S1–S5).
enum OnSitePhase: Sendable, Hashable {
  /// The case has not been read yet.
  case loading
  /// The case is not on site: too early, or it never got there.
  case elsewhere(Stage)
  /// The secretariat has not arranged the visit (S1).
  case unarranged
  /// An interest was declared, or the person recused (R5).
  case steppedBack(Interest)
  /// The declaration comes first (R5).
  case undeclared
  /// Declared, but nobody who holds the key has logged in since.
  case waiting
  /// Not open to this person.
  case closed
  case underWay
  case submitted

  /// The phase of a case for the person at work.
  init(_ dossier: CaseState?, _ context: Context) {
    guard let dossier, let person = context.person else {
      self = .loading
      return
    }
    guard let visit = dossier.visit else {
      self = dossier.stage == .onSiteReview ? .unarranged : .elsewhere(dossier.stage)
      return
    }
    let isMember = context.cycle.panels[visit.panel]?.members.contains(person) == true
    if isMember, let interest = dossier.recusals[person] ?? dossier.declarations[person] ?? nil {
      self = .steppedBack(interest)
    } else if isMember, dossier.declarations[person] == nil, !visit.submitted {
      self = .undeclared
    } else if visit.material.isEmpty, visit.checks.isEmpty {
      self = isMember ? .waiting : .closed
    } else {
      self = visit.submitted ? .submitted : .underWay
    }
  }

  /// Whether checklist and marks are there to be seen.
  var isOpen: Bool { self == .underWay || self == .submitted }
}
