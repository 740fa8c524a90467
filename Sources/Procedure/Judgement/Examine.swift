import Criteria
import Foundation

/// What rests on sealed facts, or on the sealed content of an entry that was admitted.
///
/// Asked by those who can open it; a question whose sources they could not all read is not asked.
/// Every figure that follows from what lies before is computed again and compared.
/// - Parameter desk: As for `admit`, with the case as this reader knows it.
/// - Throws: `Refusal` with the rule that the entry breaks.
public func examine(_ event: Event, on desk: Desk) throws(Refusal) {
  // Who knows more than is clear judges the whole by what they know.
  if desk.dossier != nil, desk.clear != nil {
    try desk.desk(with: desk.dossier, clear: nil).requireFrame(event)
  }
  try desk.examine(event)
}

extension Desk {
  /// Whether everything these circles hold was readable; who acts is asked as they see it.
  func knows(_ placements: Placement..., in dossier: CaseState) -> Bool {
    isLive || dossier.unread.isDisjoint(with: placements)
  }

  // MARK: The note directly before

  /// The note about something that its author wrote directly before.
  func note(_ about: NoteKind, in dossier: CaseState) -> Note? {
    guard case .reason(about, let note) = dossier.begun, note.by == actor else { return nil }
    return note
  }

  /// Such a note, unless the entry before is one that this reader could not open.
  func requireNote(
    _ about: NoteKind, _ field: Refusal.Field = .reason, in dossier: CaseState, _ rule: Rule,
    ours: Bool = false
  ) throws(Refusal) {
    if note(about, in: dossier) != nil { return }
    let before = dossier.trace.last?.kind
    if dossier.begun == nil, before == .officeNoted || before == .materialNoted, let before,
      !knows(before.placement, in: dossier)
    {
      return
    }
    throw Refusal(rule, .blank(field), ours: ours)
  }

  /// Such a note with words in it.
  func requireReason(
    _ about: NoteKind, _ field: Refusal.Field, in dossier: CaseState, _ rule: Rule,
    ours: Bool = false
  ) throws(Refusal) {
    try requireNote(about, field, in: dossier, rule, ours: ours)
    if let note = note(about, in: dossier), note.text.isBlank {
      throw Refusal(rule, .blank(field), ours: ours)
    }
  }
}
