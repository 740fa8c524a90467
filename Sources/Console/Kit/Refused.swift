import Procedure

/// The refusals that stand under a field.
struct Refused: Sendable {
  let takes: @Sendable (Refusal.Reason) -> Bool
  /// Whether it takes what no other field takes; without one, the first field of a form does.
  var isLast = false
  /// What the form says in words of its own.
  private(set) var words: [Refusal.Reason: Phrase] = [:]

  /// None: what cannot be chosen wrongly.
  static let never = Refused { _ in false }
  /// What no other field of the form takes.
  static let otherwise = Refused(takes: { _ in false }, isLast: true)
  /// What is wrong with a paper's number, and what no other field of the form takes.
  static let paperNumber = Refused(takes: \.isOfPaperNumber, isLast: true)
  /// Dates that cannot be.
  static let dates = Refused { if case .badDates = $0 { true } else { false } }

  /// What is wrong with these fields of the rules: left empty, unseen signs, too long, out of range.
  static func about(_ fields: Refusal.Field..., year: Int? = nil) -> Refused {
    Refused { reason in
      reason.field.map { fields.contains($0.name) && $0.year == year } ?? false
    }
  }

  /// These reasons.
  static func of(_ reasons: Refusal.Reason...) -> Refused { Refused { reasons.contains($0) } }

  /// The same, a reason in words of its own.
  func saying(_ phrase: Phrase, of reason: Refusal.Reason) -> Refused {
    var refused = self
    refused.words[reason] = phrase
    return refused
  }
}
