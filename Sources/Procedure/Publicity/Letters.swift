/// A letter of a case: one that went out, or one that is to be sent.
public struct CaseLetter: Sendable, Hashable {
  public var kind: LetterKind
  /// What went out; nil where it is due.
  public var record: LetterRecord?

  /// A letter that went out, or is due.
  public init(kind: LetterKind, record: LetterRecord? = nil) {
    (self.kind, self.record) = (kind, record)
  }
}

extension CaseState {
  /// The letters of the case, those that went out first, then those that are due (Q3, R9, P3, C4).
  public var letters: [CaseLetter] {
    let sent = publicity.letters.map { CaseLetter(kind: $0.kind, record: $0) }
    let own: LetterKind? =
      switch stage {
      case .notQualified: .notQualified
      case .notEntered: .notEntered
      case .revoked: .revoked
      default: nil
      }
    let answered = publicity.listedObjections.count { $0.record.answered != nil }
    let told = publicity.letters.count { $0.kind == .objection }
    let objections = Array(
      repeating: CaseLetter(kind: .objection), count: max(0, answered - told))
    guard let own, !publicity.sent(own) else { return sent + objections }
    return sent + [CaseLetter(kind: own)] + objections
  }
}
