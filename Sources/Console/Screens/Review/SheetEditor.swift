import Criteria
import Foundation
import Procedure
import Store

/// One's own draft while it is being written, with what was changed since the last save and a way
/// back.
struct SheetEditor: Sendable, Hashable {
  /// A state to which undo returns, and the slot that left it.
  private struct Step: Sendable, Hashable {
    let slot: DraftSlot
    let before: Sheet
    /// What stood beside the slot.
    let beside: [Sheet]?
  }

  /// The sheet as it stands.
  private(set) var sheet: Sheet
  /// The sheet as it was read or stored last: what a save writes over.
  private(set) var stored: Sheet
  /// What stands beside it: written by the same person on another copy.
  private(set) var others: OtherSides
  private var storedOthers: OtherSides
  /// The slots that differ from what is stored.
  private(set) var unsaved: Set<DraftSlot> = []
  /// The slots on their way to the store, and the sheet as it was sent.
  private var sending: Set<DraftSlot> = []
  private var sent = Sheet()
  private var sentOthers: OtherSides = [:]
  private var history: [Step] = []
  private var burst: String?
  /// How many steps can be undone.
  static let depth = 200

  /// An editor of a sheet as it was stored.
  init(_ sheet: Sheet = Sheet(), beside others: OtherSides = [:]) {
    (self.sheet, stored) = (sheet, sheet)
    (self.others, storedOthers) = (others, others)
  }

  /// What stood beside the sheet as it was read or stored last.
  var besides: OtherSides { storedOthers }

  /// Whether there is something to undo.
  var canUndo: Bool { !history.isEmpty }

  /// What is recorded on an item.
  func review(_ id: ItemID) -> ItemReview { sheet.items[id] ?? ItemReview() }

  /// Changes a slot; consecutive changes of one burst are one step of undo.
  ///
  /// - Returns: Whether anything changed.
  mutating func change(
    _ slot: DraftSlot, burst: String? = nil, _ body: (inout Sheet) -> Void
  ) -> Bool {
    var next = sheet
    body(&next)
    guard next != sheet else { return false }
    if burst == nil || burst != self.burst { note(slot) }
    self.burst = burst
    sheet = next
    unsaved.insert(slot)
    return true
  }

  /// Changes what is recorded on an item; an item left empty leaves the sheet.
  mutating func change(
    _ id: ItemID, burst: String? = nil, _ body: (inout ItemReview) -> Void
  ) -> Bool {
    change(.item(id), burst: burst) { sheet in
      var review = sheet.items[id] ?? ItemReview()
      body(&review)
      sheet.items[id] = review == ItemReview() ? nil : review
    }
  }

  private mutating func note(_ slot: DraftSlot) {
    history.append(Step(slot: slot, before: sheet, beside: others[slot]))
    if history.count > Self.depth { history.removeFirst() }
  }

  /// Settles what stands twice: a sheet's state of the slot takes its place, and the next of those
  /// beside it is no more.
  mutating func choose(_ chosen: Sheet, in slot: DraftSlot) {
    note(slot)
    sheet.take(slot, of: chosen)
    let rest = Array((others[slot] ?? []).dropFirst())
    others[slot] = rest.isEmpty ? nil : rest
    burst = nil
    unsaved.insert(slot)
  }

  /// Takes over every place of another sheet, each as a step of its own.
  mutating func take(_ other: Sheet, of edition: Edition) {
    for slot in DraftSlot.all(of: edition) {
      _ = change(slot) { $0.take(slot, of: other) }
    }
  }

  /// Makes what is changed from now on a step of its own.
  mutating func endBurst() { burst = nil }

  /// Takes the last step back; answers with the slot that changed, nil where none is left.
  mutating func undo() -> DraftSlot? {
    guard let step = history.popLast() else { return nil }
    sheet.take(step.slot, of: step.before)
    others[step.slot] = step.beside
    burst = nil
    unsaved.insert(step.slot)
    return step.slot
  }

  /// The slots to be saved now; they are on their way until `saved` or `failed`.
  mutating func takeUnsaved() -> Set<DraftSlot> {
    sending.formUnion(unsaved)
    unsaved = []
    (sent, sentOthers) = (sheet, others)
    return sending
  }

  /// What was on its way is durable.
  mutating func saved() {
    for slot in sending {
      stored.take(slot, of: sent)
      storedOthers[slot] = sentOthers[slot]
    }
    sending = []
  }

  /// What was on its way is not stored and has to be sent again.
  mutating func failed() {
    unsaved.formUnion(sending)
    sending = []
  }

  // MARK: Other windows

  /// Follows what another window of the same person stored; what is unsaved here stays.
  ///
  /// - Returns: The slots that are others now. What was done here before in one of them cannot be
  ///   undone any more: that would take back what the other window wrote.
  mutating func follow(_ theirs: DraftCopy) -> Set<DraftSlot> {
    let items = Set(theirs.sheet.items.keys).union(stored.items.keys)
    let slots = Set(items.map(DraftSlot.item) + [.head]).union(theirs.others.keys)
      .union(others.keys)
    var changed: Set<DraftSlot> = []
    for slot in slots where !unsaved.contains(slot) && !sending.contains(slot) {
      let before = (sheet, others)
      stored.take(slot, of: theirs.sheet)
      sheet.take(slot, of: theirs.sheet)
      (storedOthers[slot], others[slot]) = (theirs.others[slot], theirs.others[slot])
      if (sheet, others) != before { changed.insert(slot) }
    }
    forget(changed)
    return changed
  }

  /// Takes what another window stored instead of what stands here.
  mutating func yield(to conflict: DraftConflict) {
    for slot in conflict.slots {
      stored.take(slot, of: conflict.stored)
      sheet.take(slot, of: conflict.stored)
      (storedOthers[slot], others[slot]) = (conflict.others[slot], conflict.others[slot])
      unsaved.remove(slot)
    }
    forget(Set(conflict.slots))
  }

  /// Keeps what stands here: the next save writes over what another window stored. What came to stand
  /// beside it meanwhile stands there: nobody here has seen it.
  mutating func insist(over conflict: DraftConflict) {
    for slot in conflict.slots {
      stored.take(slot, of: conflict.stored)
      (storedOthers[slot], others[slot]) = (conflict.others[slot], conflict.others[slot])
      unsaved.insert(slot)
    }
  }

  /// Keeps what stands here without writing over anything: the next save meets the conflict again.
  mutating func hold(against conflict: DraftConflict) { unsaved.formUnion(conflict.slots) }

  /// Drops the way back in slots that another window wrote.
  private mutating func forget(_ slots: Set<DraftSlot>) {
    guard !slots.isEmpty else { return }
    history.removeAll { slots.contains($0.slot) }
    burst = nil
  }
}

extension Sheet {
  /// Takes over what stands in a slot of another sheet.
  fileprivate mutating func take(_ slot: DraftSlot, of other: Sheet) {
    switch slot {
    case .head: head = other.head
    case .item(let id): items[id] = other.items[id]
    }
  }
}
