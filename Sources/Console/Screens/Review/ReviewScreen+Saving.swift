import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// Storing the draft, and what became of it.
extension ReviewScreen {
  /// Something was changed: it is stored after a pause.
  func changed() -> [Effect] {
    [.markUnsaved, .startTimer(Self.saveTimer, milliseconds: Self.pause)]
  }

  /// Stores the slots that were changed.
  mutating func save() -> [Effect] {
    guard canWrite, let dossier, !editor.unsaved.isEmpty else { return [] }
    return [
      .stopTimer(Self.saveTimer),
      .saveDraft(
        dossier.id, editor.takeUnsaved(), editor.sheet, others: editor.others, over: editor.stored,
        besides: editor.besides, ticket: Self.saveTimer),
    ]
  }

  mutating func finished(_ ticket: String, _ context: Context) -> [Effect] {
    guard ticket != Self.saveTimer else {
      editor.saved()
      return []
    }
    if ticket == "handIn" {
      pendingSheet = nil
      return reload(context) + [.say(Notice(.good, .Review.handedInNotice))]
    }
    return reload(context)
  }

  mutating func failed(_ ticket: String) -> [Effect] {
    if ticket == "handIn" {
      pendingSheet = nil
      return reloadDraft()
    }
    return ticket == Self.saveTimer ? postpone() : []
  }
}
