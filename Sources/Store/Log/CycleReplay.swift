import Foundation
import Procedure

/// The cycle as the log tells it, and what of it had no effect.
struct CycleReplay {
  private(set) var value = CycleState()
  /// The last position that was looked at.
  var position = 0
  /// Positions of the entries that were taken up, ascending, with the acts there were with each.
  private var taken: [(position: Int, acts: Int)] = []
  /// Positions of entries of the cycle whose authors were not entitled to them.
  private(set) var rejected: Set<Int> = []

  /// Takes up an event of the cycle's stream, or notes it as rejected.
  ///
  /// - Returns: Whether its author was entitled to it.
  @discardableResult
  mutating func take(_ event: Event, by author: PersonID, at position: Int) -> Bool {
    self.position = position
    guard isEntitled(author, to: event, cycle: value, file: nil) else {
      rejected.insert(position)
      return false
    }
    value.apply(event)
    taken.append((position, value.acts))
    return true
  }

  /// How many acts of the cycle came before a position.
  func acts(before position: Int) -> Int {
    var (low, high) = (0, taken.count)
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : taken[low - 1].acts
  }

  /// Whether the author of an entry was entitled to what it says, at its own place.
  func entitles(_ stored: StoredEntry, to event: Event, in file: CaseState?) -> Bool {
    isEntitled(
      stored.entry.author, to: event, cycle: value, file: file,
      after: acts(before: stored.position))
  }
}
