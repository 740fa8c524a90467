import Foundation
import Procedure

/// What a draft comes to with what other copies have of it.
struct DraftMerge {
  /// The draft as this copy has it, and with what the others have.
  let mine: DraftState
  let merged: DraftState

  /// The slots that are others now.
  var changed: [String] { merged.slots.keys.filter { merged.slots[$0] != mine.slots[$0] } }

  /// Whether something that was not here came, or took the place of something.
  var bringsSomething: Bool {
    changed.contains { name in
      let (mine, merged) = (mine.slots[name] ?? [], merged.slots[name] ?? [])
      return mine.count != merged.count
        || !merged.allSatisfy { state in mine.contains(where: state.isEqual) }
    }
  }

  /// Whether a slot stands twice.
  var isTwice: Bool { merged.slots.values.contains { $0.count > 1 } }
}

extension Draft {
  /// Puts what other copies have beside what is here; nothing is written.
  func merging(_ others: [DraftState]) throws -> DraftMerge {
    let sealed = others.reduce(index.sealed) { $0.joined($1.sealed) }
    let mine = try asItLies().now(start, from: base, sealed: sealed, slots)
    var merged = mine
    // One that is ahead of the log here has to wait for it.
    for other in others where other.start <= start {
      merged.merge(other.now(start, from: base, sealed: sealed, slots))
    }
    merged.sealed = sealed
    return DraftMerge(mine: mine, merged: merged)
  }

  /// Writes what came of it; nothing where it is what is here.
  ///
  /// - Returns: How far the draft has come.
  mutating func write(_ merge: DraftMerge) throws -> DraftMark {
    let (merged, changed) = (merge.merged, merge.changed)
    if isCurrent, isWhole, changed.isEmpty, merged.seen == index.counters,
      merged.sealed == index.sealed
    {
      return mark
    }
    if !isCurrent {
      try putAll(merged)
    } else {
      for name in changed { try put(merged.slots[name] ?? [], name) }
      try mend()
      try setProgress(Self.marked(merged))
    }
    // What was not here stands under the same counters: this copy counts, so that it is told apart.
    let isNew = merged.seen != index.counters || changed.isEmpty
    (index.counters, index.sealed) = (merged.seen, merged.sealed)
    if !isNew { index.counters[device] = nextDot.number }
    return try writeIndex()
  }

  /// What was written here and is not in the sheet that was handed in on another copy, nor was known
  /// there: it lies here until it is taken up again or the sheet is handed in anew.
  func apart(_ others: [DraftState] = []) throws -> OtherSides {
    guard !isBlank, !isUnderWay else { return [:] }
    let state = try merging(others).mine
    return Dictionary(
      uniqueKeysWithValues: slots.values.compactMap { slot in
        let beside = (state.slots[slot.name] ?? []).dropFirst().map { $0.sheet(slot) }
        return beside.isEmpty ? nil : (slot, beside)
      })
  }

  /// After a sheet was handed in on another copy: takes away what is in it, and notes what others say
  /// was known there.
  ///
  /// - Returns: Whether something stays that is not in it.
  mutating func retire(_ others: [DraftState]) throws -> Bool {
    guard !isBlank else { return false }
    let apart = try apart(others)
    let sealed = others.reduce(index.sealed) { $0.joined($1.sealed) }
    let isNew = sealed != index.sealed
    index.sealed = sealed
    if apart.isEmpty, !index.digests.isEmpty {
      try removeSlots()
    } else if isNew {
      _ = try writeIndex()
    }
    return !apart.isEmpty
  }
}
