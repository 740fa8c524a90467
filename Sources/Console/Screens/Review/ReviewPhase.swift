import Criteria
import Foundation
import Procedure

/// Where a person stands with the independent review of a case (R2–R5).
enum ReviewPhase: Sendable, Hashable {
  /// The case has not been read yet.
  case loading
  /// The rules keep this person from reviewing; the sentence says why.
  case barred(Phrase)
  /// An interest was declared, or the person recused (R5).
  case steppedBack(Interest)
  /// The declaration comes first (R5).
  case undeclared
  /// Everything is there to begin, or to begin again after a withdrawal.
  case ready(isAgain: Bool)
  case underWay
  /// Handed in and sealed; can be withdrawn (R4).
  case handedIn
  /// Opened: it stays as it was (R4).
  case opened

  /// The phase of a case for the person at work.
  init(_ dossier: CaseState?, _ context: Context) {
    guard let dossier, let person = context.person else {
      self = .loading
      return
    }
    let record = dossier.sheets[person]
    if let interest = dossier.recusals[person] ?? dossier.declarations[person] ?? nil {
      self = .steppedBack(interest)
    } else if record?.state == .handedIn {
      self = dossier.opening == .opened ? .opened : .handedIn
    } else if dossier.declarations[person] == nil,
      context.refusal(of: .recuse(Interest(ground: .other)), in: dossier) == nil
    {
      self = .undeclared
    } else if record?.state == .started, dossier.stage == .independentReview {
      self = .underWay
    } else if let refusal = context.refusal(of: .startReview, in: dossier) {
      self = .barred(Notices.sentence(refusal, context))
    } else {
      self = .ready(isAgain: record?.state == .withdrawn)
    }
  }

  /// Whether the material may be read in this phase.
  var opensMaterial: Bool {
    switch self {
    case .ready, .underWay, .handedIn, .opened: true
    case .loading, .barred, .steppedBack, .undeclared: false
    }
  }

  /// Whether there is a sheet of one's own to be seen.
  var hasSheet: Bool {
    switch self {
    case .underWay, .handedIn, .opened: true
    case .loading, .barred, .steppedBack, .undeclared, .ready: false
    }
  }
}
