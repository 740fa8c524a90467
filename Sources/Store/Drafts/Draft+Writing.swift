import Foundation
import GRDB
import Procedure
import Vault

/// Writing a draft, in place.
extension Draft {
  /// Makes all slots, so that their number tells nothing.
  mutating func begin() throws {
    if isBlank { index.start = -1 }
    try bringHere()
    isWhole = true
  }

  /// Writes over slots that are what the person saw.
  ///
  /// - Parameters:
  ///   - others: What stands beside each slot from now on; nil leaves it.
  ///   - besides: What the person saw stand beside them.
  /// - Throws: `DraftConflict`; `StoreFault.notReadable` where the sheet has no such slot.
  mutating func replace(
    _ slots: Set<DraftSlot>, of sheet: Sheet, _ others: OtherSides?, over base: Sheet,
    _ besides: OtherSides
  ) throws {
    guard slots.allSatisfy({ self.slots[$0.name] != nil }) else { throw StoreFault.notReadable }
    if !isCurrent { try bringHere() }
    var marked = try progress() ?? copy().sheet.marked
    var conflicts: [DraftSlot] = []
    var next: [(DraftSlot, [SlotState])] = []
    for slot in slots.sorted(by: { $0.name < $1.name }) {
      // A slot that is gone or cannot be read is written over: it counted as nothing.
      let before = try states(slot.name)
      let seen = before?.first?.sheet(slot)
      let rest = Array((before ?? []).dropFirst())
      let isKept = others.map { $0[slot] ?? [] == besides[slot] ?? [] } ?? true
      if let seen, !seen.isEqual(base, in: slot), !seen.isEqual(sheet, in: slot) {
        conflicts.append(slot)
      } else if !isKept, Set(rest.map { $0.sheet(slot) }) != Set(besides[slot] ?? []) {
        conflicts.append(slot)
      }
      var first = SlotState(slot, of: sheet, dot: nextDot)
      if let before = before?.first, before.isEqual(first) { first = before }
      marked += first.marked - (before?.first?.marked ?? 0)
      let beside = isKept ? rest : (others?[slot] ?? []).map { stand($0, in: slot, before ?? []) }
      // Where somebody chose, that is a change of its own, whatever they chose.
      if !isKept, first.dot != nextDot { first.dot = nextDot }
      next.append((slot, [first] + beside))
    }
    if !conflicts.isEmpty {
      let stored = try copy()
      throw DraftConflict(slots: conflicts, stored: stored.sheet, others: stored.others)
    }
    for (slot, states) in next { try put(states, slot.name) }
    // What stands in all slots, whichever program wrote them.
    try setProgress(marked)
  }

  /// What stood in a slot before, or stands there anew where a choice was taken back.
  private func stand(_ sheet: Sheet, in slot: DraftSlot, _ before: [SlotState]) -> SlotState {
    let anew = SlotState(slot, of: sheet, dot: nextDot)
    return before.first { $0.isEqual(anew) } ?? anew
  }

  /// The change that is being written: it counts on, past whatever this person's programs saw.
  var nextDot: DraftDot {
    let last = max(index.counters[device] ?? 0, known?.counters[device] ?? 0)
    return DraftDot(device: device, number: last < EntryCheck.highest ? last + 1 : last)
  }

  /// Writes all slots as the present start has them.
  private mutating func bringHere() throws { try putAll(now()) }

  /// Writes all slots, and makes the row of how far was read.
  mutating func putAll(_ state: DraftState) throws {
    for (name, slot) in slots {
      try put(state.slots[name] ?? [SlotState(slot, of: Sheet())], name)
    }
    (index.start, isWhole) = (start, true)
    try setProgress(Self.marked(state))
    let reading = ReadingRow(of: self)
    if try reading.state() == nil { try reading.put(ReadingState()) }
  }

  /// How many items have a mark.
  static func marked(_ state: DraftState) -> Int {
    state.slots.values.reduce(0) { $0 + ($1.first?.marked ?? 0) }
  }

  mutating func put(_ states: [SlotState], _ name: String) throws {
    index.digests[name] = Digest.sha256(try write(name, Self.json(states)))
  }

  /// Counts the change on and writes the index.
  ///
  /// - Returns: How far the draft has come.
  mutating func finish() throws -> DraftMark {
    try mend()
    index.counters[device] = nextDot.number
    return try writeIndex()
  }

  /// Without an index, slots are taken as they are, empty where they are gone.
  mutating func mend() throws {
    guard !isWhole else { return }
    for (name, slot) in slots {
      if let sealed = try sealed(name) {
        index.digests[name] = Digest.sha256(sealed)
      } else {
        try put([SlotState(slot, of: Sheet())], name)
      }
    }
  }

  /// Writes the index as it is.
  func writeIndex() throws -> DraftMark {
    _ = try write(Self.indexSlot, Self.json(index))
    return index.mark(on: device)
  }

  /// Takes the draft away: it was handed in. What its changes were stays in the index, by which what
  /// another copy still has is told from what was written there apart.
  mutating func clear() throws {
    // What was handed in as it was withdrawn elsewhere has no rows here yet.
    if !isCurrent { try bringHere() }
    index.sealed = index.sealed.joined(index.counters)
    try removeSlots()
  }

  /// Takes the slots away; the index stays.
  mutating func removeSlots() throws {
    index.digests = [:]
    try db.execute(
      sql: "DELETE FROM draft WHERE dossier = ? AND person = ? AND slot NOT IN (?, ?)",
      arguments: [dossier, person, ReadingRow.slot, Self.indexSlot])
    try db.execute(
      sql: "DELETE FROM progress WHERE dossier = ? AND person = ?", arguments: [dossier, person])
    _ = try writeIndex()
  }

  private func write(_ slot: String, _ plain: Data) throws -> Data {
    let sealed = try keys.last.seal(plain, context: context(slot), padding: .draft)
    try db.cachedStatement(
      sql: """
        INSERT INTO draft VALUES (?, ?, ?, ?)
        ON CONFLICT (dossier, person, slot) DO UPDATE SET sealed = excluded.sealed
        """
    ).execute(arguments: [dossier, person, slot, sealed])
    return sealed
  }

  private func progress() throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT marked FROM progress WHERE dossier = ? AND person = ?"),
      arguments: [dossier, person])
  }

  func setProgress(_ marked: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO progress VALUES (?, ?, ?)
        ON CONFLICT (dossier, person) DO UPDATE SET marked = excluded.marked
        """
    ).execute(arguments: [dossier, person, marked])
  }
}
