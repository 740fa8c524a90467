import Criteria
import Procedure

/// A change of a draft: the copy that made it and the running number of its changes.
struct DraftDot: Codable, Hashable, Comparable {
  var device: String
  var number: Int

  static func < (a: DraftDot, b: DraftDot) -> Bool {
    (a.number, a.device) < (b.number, b.device)
  }
}

/// The changes that a draft knows of: all of a copy up to a number.
typealias DraftCounters = [String: Int]

extension DraftCounters {
  /// Whether a change is among them.
  func cover(_ dot: DraftDot) -> Bool { (self[dot.device] ?? 0) >= dot.number }

  /// Those of both.
  func joined(_ others: DraftCounters) -> DraftCounters {
    merging(others) { mine, theirs in Swift.max(mine, theirs) }
  }

  /// Whether each has a name that copies have and a number that can be counted on.
  var areSound: Bool {
    allSatisfy { Post.isCopy($0.key) && (0...EntryCheck.highest).contains($0.value) }
  }
}

/// What stands in a slot of a draft, and the change that put it there; none for what the review
/// started with.
struct SlotState: Codable, Hashable {
  var dot: DraftDot?
  private var head: SheetHead?
  private var item: ItemReview?

  /// What stands in a slot of a sheet.
  init(_ slot: DraftSlot, of sheet: Sheet, dot: DraftDot? = nil) {
    self.dot = dot
    switch slot {
    case .head: head = sheet.head
    case .item(let id): item = sheet.items[id] ?? ItemReview()
    }
  }

  /// Whether it is of the kind that a slot holds.
  func fits(_ slot: DraftSlot) -> Bool {
    switch slot {
    case .head: head != nil && item == nil
    case .item: item != nil && head == nil
    }
  }

  /// Whether both say the same, whoever wrote it.
  func isEqual(_ other: SlotState) -> Bool { (head, item) == (other.head, other.item) }

  /// Writes it into a slot of a sheet.
  func put(into slot: DraftSlot, of sheet: inout Sheet) {
    switch slot {
    case .head: sheet.head = head ?? SheetHead()
    case .item(let id): sheet.items[id] = item == ItemReview() ? nil : item
    }
  }

  /// A sheet with nothing but it.
  func sheet(_ slot: DraftSlot) -> Sheet {
    var sheet = Sheet()
    put(into: slot, of: &sheet)
    return sheet
  }

  /// Whether items carry a mark by it: 1 or 0.
  var marked: Int { item?.mark == nil ? 0 : 1 }
}

extension [SlotState] {
  /// What both sides' states of a slot come to: what one side knows and has written over is gone, what
  /// was written apart stands beside each other, and what is the same stands once.
  ///
  /// What stands first here stays first, so that a person finds their own before them.
  ///
  /// - Parameters:
  ///   - seen: The changes that this side knows.
  ///   - others: The other side's states, and the changes that it knows.
  func merged(_ seen: DraftCounters, with others: [SlotState], _ othersSeen: DraftCounters)
    -> [SlotState]
  {
    func isOver(_ state: SlotState, _ side: [SlotState], _ seen: DraftCounters) -> Bool {
      !side.contains(where: state.isEqual) && state.dot.map(seen.cover) != false
    }
    var kept = filter { !isOver($0, others, othersSeen) }
    kept += others.filter { !isOver($0, self, seen) }.sorted {
      ($0.dot ?? DraftDot(device: "", number: 0)) < ($1.dot ?? DraftDot(device: "", number: 0))
    }
    // Both say that the other's is over: a copy was cloned or turned back. Nothing is lost by it.
    if kept.isEmpty { kept = self + others }
    return kept.single
  }

  /// What says the same stands once, by the latest change that says it.
  private var single: [SlotState] {
    var single: [SlotState] = []
    for state in self {
      guard let place = single.firstIndex(where: { $0.isEqual(state) }) else {
        single.append(state)
        continue
      }
      guard let dot = state.dot else { continue }
      if single[place].dot.map({ $0 < dot }) != false { single[place].dot = dot }
    }
    return single
  }
}
