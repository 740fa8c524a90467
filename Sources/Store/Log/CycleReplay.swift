import Foundation
import Procedure

/// The cycle as the log tells it, and what of it had no effect.
struct CycleReplay {
  private(set) var value = CycleState()
  /// The last position that was looked at.
  var position = 0
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
    return true
  }
}
