import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// Two windows of one person on one draft: nothing is written over unseen.
extension ReviewScreen {
  /// The places that a question shows; more are counted.
  private static let shownSlots = 3

  /// Asks for the draft as it is stored, to follow what another window wrote; what a question is
  /// about stays as it was asked.
  func reloadDraft() -> [Effect] {
    guard canWrite, pendingSheet == nil, conflict == nil, let dossier else { return [] }
    return [.load(.draft(dossier.id))]
  }

  /// Follows what another window stored; what is open here on a changed place is closed.
  mutating func follow(_ stored: Sheet, _ context: Context) {
    let changed = editor.follow(stored)
    if let entry, changed.contains(.item(entry.item)) { closeEntry() }
    if let item = selected(context), changed.contains(.item(item.id)) { percent = nil }
    if changed.contains(.head) { showHeadAnew(context) }
  }

  /// What was to be stored waits, and is tried again after a while.
  mutating func postpone() -> [Effect] {
    editor.failed()
    return [.markUnsaved, .startTimer(Self.saveTimer, milliseconds: Self.patience)]
  }

  /// Another window changed what was to be stored or sealed here: both are shown, the person
  /// chooses.
  mutating func meet(_ conflict: DraftConflict, _ context: Context) -> [Effect] {
    editor.failed()
    let isHandingIn = pendingSheet != nil
    (self.conflict, pendingSheet) = (conflict, nil)
    let shown = conflict.slots.prefix(Self.shownSlots).flatMap { slot -> [Phrase] in
      let (there, here) = SlotWords.pair(of: slot, conflict.stored, editor.sheet, context)
      return [
        name(of: slot, context), .Review.conflictThere(there), .Review.conflictHere(here),
      ]
    }
    let more = conflict.slots.count - Self.shownSlots
    return [
      .stopTimer(Self.saveTimer), .markUnsaved,
      .ask(
        Question(
          id: "conflict", title: .Review.conflictTitle,
          lines: (isHandingIn ? [.Review.conflictKeepsSheet] : []) + shown
            + (more > 0 ? [.Review.conflictMore(more)] : []),
          choices: [
            Question.Choice("later", .back, key: .escape, keyName: "Esc"),
            Question.Choice(
              "theirs", .Review.conflictTheirs, key: .function(6), keyName: "F6",
              needsOwnKey: true),
            Question.Choice(
              "mine", .Review.conflictMine, key: .function(8), keyName: "F8", needsOwnKey: true),
          ])),
    ]
  }

  /// Goes on as the person chose; who chooses later is asked at the next save.
  mutating func settle(_ choice: String, _ context: Context) -> [Effect] {
    guard let conflict else { return [] }
    self.conflict = nil
    switch choice {
    case "theirs":
      editor.yield(to: conflict)
      closeEntry()
      percent = nil
      showHeadAnew(context)
    case "mine": editor.insist(over: conflict)
    default:
      editor.hold(against: conflict)
      return postpone()
    }
    return save() + reloadDraft()
  }

  private func name(of slot: DraftSlot, _ context: Context) -> Phrase {
    switch slot {
    case .head: .Review.head
    case .item(let id):
      .plain("\(id) ") + (context.edition.item(id).map { Phrase($0.name) } ?? .plain(""))
    }
  }
}
