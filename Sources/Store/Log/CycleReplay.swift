import Foundation
import Procedure

/// The cycle as the log tells it, and as it stood at earlier positions.
///
/// Whether an author was entitled to an entry is asked of the people and panels of that time: a
/// leader who was replaced led until then.
struct CycleReplay {
  private(set) var value = CycleState()
  /// The last position that was looked at.
  var position = 0
  /// Positions of entries of the cycle whose authors were not entitled to them.
  private(set) var rejected: Set<Int> = []
  /// The states that ended, each with the position of the entry that ended it, in order.
  private var earlier: [(until: Int, state: CycleState)] = []

  /// The state that held for an entry at a position.
  func state(at position: Int) -> CycleState {
    guard let last = earlier.last, position < last.until else { return value }
    return earlier.first { position < $0.until }?.state ?? value
  }

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
    if movesAuthority(event) { earlier.append((position, value)) }
    value.apply(event)
    return true
  }

  /// Whether an event changes what somebody was entitled to before it.
  private func movesAuthority(_ event: Event) -> Bool {
    switch event {
    case .personChanged(let person): value.people[person.id]?.roles != person.roles
    case .panelChanged: true
    default: false
    }
  }
}
