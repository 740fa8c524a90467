import Criteria
import Procedure

/// A draft as it stands on one copy, which is what copies tell each other of it.
struct DraftState: Codable, Equatable {
  /// The revision that had been handed in when the review was started: by it a draft of now is told
  /// from what an earlier start left.
  var start: Int
  /// The changes that it knows of, whether or not anything of them still stands.
  var seen: DraftCounters = [:]
  /// The changes that were known where a sheet of this person was handed in: what they wrote is in it,
  /// or was written over.
  var sealed: DraftCounters = [:]
  /// What stands in each slot, by its name: one state, or those that were written apart. A slot that
  /// could not be read is not here.
  var slots: [String: [SlotState]] = [:]
  var reading: ReadingState?

  /// Whether nothing in it is what no program writes.
  func isSound(_ names: [String: DraftSlot]) -> Bool {
    start >= 0 && seen.areSound && sealed.areSound
      && slots.allSatisfy { name, states in
        names[name].map { slot in
          !states.isEmpty && states.allSatisfy { $0.fits(slot) && $0.dot.map(seen.cover) != false }
        } ?? false
      }
  }

  /// The draft as the present start has it: what an earlier start left counts as nothing, but for what
  /// was written apart from the sheet that was handed in meanwhile; that stands beside it.
  ///
  /// - Parameters:
  ///   - start: The present start.
  ///   - base: What it began with: the sheet that was withdrawn, or nothing.
  ///   - sealed: The changes that were known to whoever handed in.
  ///   - slots: The slots that the sheet has.
  func now(
    _ start: Int, from base: Sheet, sealed: DraftCounters, _ slots: [String: DraftSlot]
  ) -> DraftState {
    guard self.start < start else { return self }
    var now = DraftState(start: start, seen: seen, sealed: sealed, reading: reading)
    for (name, slot) in slots {
      now.slots[name] = [SlotState(slot, of: base)] + apart(from: base, sealed: sealed, name, slot)
    }
    return now
  }

  /// What stands in a slot that an earlier start left and is neither in the sheet that was handed in
  /// nor known to whoever handed it in.
  private func apart(
    from base: Sheet, sealed: DraftCounters, _ name: String, _ slot: DraftSlot
  ) -> [SlotState] {
    let begun = SlotState(slot, of: base)
    return (slots[name] ?? []).filter { state in
      state.dot.map { !sealed.cover($0) } == true && !state.isEqual(begun)
    }
  }

  /// Takes what another copy has of the same start.
  mutating func merge(_ other: DraftState) {
    for (name, states) in other.slots {
      slots[name] = slots[name].map { $0.merged(seen, with: states, other.seen) } ?? states
    }
    seen = seen.joined(other.seen)
    sealed = sealed.joined(other.sealed)
  }
}
