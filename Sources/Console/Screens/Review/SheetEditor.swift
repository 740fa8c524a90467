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
  }

  /// The sheet as it stands.
  private(set) var sheet: Sheet
  /// The sheet as it was read or stored last: what a save writes over.
  private(set) var stored: Sheet
  /// The slots that differ from what is stored.
  private(set) var unsaved: Set<DraftSlot> = []
  /// The slots on their way to the store, and the sheet as it was sent.
  private var sending: Set<DraftSlot> = []
  private var sent = Sheet()
  private var history: [Step] = []
  private var burst: String?
  /// How many steps can be undone.
  static let depth = 200

  /// An editor of a sheet as it was stored.
  init(_ sheet: Sheet = Sheet()) { (self.sheet, stored) = (sheet, sheet) }

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
    if burst == nil || burst != self.burst {
      history.append(Step(slot: slot, before: sheet))
      if history.count > Self.depth { history.removeFirst() }
    }
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
    burst = nil
    unsaved.insert(step.slot)
    return step.slot
  }

  /// The slots to be saved now; they are on their way until `saved` or `failed`.
  mutating func takeUnsaved() -> Set<DraftSlot> {
    sending.formUnion(unsaved)
    unsaved = []
    sent = sheet
    return sending
  }

  /// What was on its way is durable.
  mutating func saved() {
    for slot in sending { stored.take(slot, of: sent) }
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
  mutating func follow(_ theirs: Sheet) -> Set<DraftSlot> {
    let slots = Set(theirs.items.keys).union(stored.items.keys).map(DraftSlot.item) + [.head]
    var changed: Set<DraftSlot> = []
    for slot in slots where !unsaved.contains(slot) && !sending.contains(slot) {
      stored.take(slot, of: theirs)
      let before = sheet
      sheet.take(slot, of: theirs)
      if sheet != before { changed.insert(slot) }
    }
    forget(changed)
    return changed
  }

  /// Takes what another window stored instead of what stands here.
  mutating func yield(to conflict: DraftConflict) {
    for slot in conflict.slots {
      stored.take(slot, of: conflict.stored)
      sheet.take(slot, of: conflict.stored)
      unsaved.remove(slot)
    }
    forget(Set(conflict.slots))
  }

  /// Keeps what stands here: the next save writes over what another window stored.
  mutating func insist(over conflict: DraftConflict) {
    for slot in conflict.slots {
      stored.take(slot, of: conflict.stored)
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
