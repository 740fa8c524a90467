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
    guard canWrite, pendingSheet == nil, conflict == nil, choosing == nil, let dossier else {
      return []
    }
    return [.load(.draft(dossier.id))]
  }

  /// Follows what another window stored; what is open here on a changed place is closed.
  mutating func follow(_ stored: DraftCopy, _ context: Context) {
    let changed = editor.follow(stored)
    if let entry, changed.contains(.item(entry.item)) { closeEntry() }
    if let item = selected(context), changed.contains(.item(item.id)) { typing = nil }
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
            .init(
              "later", .back, key: .escape, keyName: "Esc", then: [.begin("settleLater")]),
            .init(
              "theirs", .Review.conflictTheirs, key: .function(6), keyName: "F6",
              needsOwnKey: true, then: [.begin("takeTheirs")]),
            .init(
              "mine", .Review.conflictMine, key: .function(8), keyName: "F8",
              needsOwnKey: true, then: [.begin("keepMine")]),
          ])),
    ]
  }

  /// What the question leads to.
  var settlingConflict: [Action] {
    guard let conflict else { return [] }
    return [
      Action("settleLater", .back, help: .Review.conflictTitle) { screen, _ in
        screen.settleLater()
      },
      Action("takeTheirs", .Review.conflictTheirs, help: .Review.conflictTitle) {
        screen, context in
        screen.conflict = nil
        screen.editor.yield(to: conflict)
        screen.closeEntry()
        screen.typing = nil
        screen.showHeadAnew(context)
        return screen.save() + screen.reloadDraft()
      },
      Action("keepMine", .Review.conflictMine, help: .Review.conflictTitle) { screen, _ in
        screen.conflict = nil
        screen.editor.insist(over: conflict)
        return screen.save() + screen.reloadDraft()
      },
    ]
  }

  /// Leaves it unsaved; the next save asks again.
  mutating func settleLater() -> [Effect] {
    guard let conflict else { return [] }
    self.conflict = nil
    editor.hold(against: conflict)
    return postpone()
  }

  func name(of slot: DraftSlot, _ context: Context) -> Phrase {
    switch slot {
    case .head: .Review.head
    case .item(let id):
      .plain("\(id) ") + (context.edition.item(id).map { Phrase($0.name) } ?? .plain(""))
    }
  }
}
