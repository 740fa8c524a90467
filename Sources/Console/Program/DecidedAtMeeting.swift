import Procedure

/// What a meeting decided of a case, and why (R7, S6, P4).
public struct DecidedAtMeeting: Sendable, Hashable {
  let dossier: CaseID
  let name: String
  let isYes: Bool
  /// The reason that was noted; empty where none was.
  let reason: String

  init(_ dossier: CaseState, isYes: Bool, _ kind: Meeting.Kind) {
    (self.dossier, name) = (dossier.id, dossier.application.name)
    (self.isYes, reason) = (isYes, dossier.notes[kind.reasons]?.last?.text ?? "")
  }
}
