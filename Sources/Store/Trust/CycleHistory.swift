import Foundation
import Procedure

/// The effective entries of the cycle's stream, and the cycle as it stood before any of them.
///
/// An act is judged by the cycle of its own past: what was changed later takes nothing from it and
/// gives nothing to it (V5).
struct CycleHistory: Sendable {
  private struct Place: Sendable {
    var position: Int
    var id: Data
    /// The act; none for entries of keys.
    var event: Event?
  }

  private struct Checkpoint: Sendable {
    /// The entries before it.
    var count: Int
    var state: CycleState
  }

  private static let spacing = 128

  private var places: [Place] = []
  private var checkpoints = [Checkpoint(count: 0, state: CycleState())]
  private let cursor = Cursor()

  /// Takes up an effective entry; `state` is the cycle after it.
  mutating func append(_ stored: StoredEntry, _ event: Event?, state: CycleState) {
    places.append(Place(position: stored.position, id: stored.id, event: event))
    if places.count - (checkpoints.last?.count ?? 0) >= Self.spacing {
      checkpoints.append(Checkpoint(count: places.count, state: state))
    }
  }

  /// Whether all effective entries arrived before a position.
  func ends(before position: Int) -> Bool { places.last.map { $0.position < position } ?? true }

  /// The id of the last effective entry that arrived before a position.
  func tip(before position: Int) -> Data? {
    let count = count(before: position)
    return count == 0 ? nil : places[count - 1].id
  }

  /// The cycle as it stood when the entry at a position arrived.
  func state(before position: Int) -> CycleState {
    let count = count(before: position)
    let key = count == 0 ? Data() : places[count - 1].id
    if let known = cursor.state(key) { return known }
    // From the nearest state before it: a checkpoint, or what was asked for last.
    var start = checkpoints[0]
    for checkpoint in checkpoints where checkpoint.count <= count { start = checkpoint }
    for place in places[start.count..<count] {
      if let event = place.event { start.state.apply(event) }
    }
    cursor.keep(start.state, key)
    return start.state
  }

  private func count(before position: Int) -> Int {
    if let last = places.last, last.position < position { return places.count }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The states that were asked for last, by the id of the entry before.
  private final class Cursor: @unchecked Sendable {
    private let lock = NSLock()
    private var states: [(key: Data, state: CycleState)] = []
    private static let kept = 4

    func state(_ key: Data) -> CycleState? {
      lock.withLock { states.first { $0.key == key }?.state }
    }

    func keep(_ state: CycleState, _ key: Data) {
      lock.withLock {
        if states.count == Self.kept { states.removeFirst() }
        states.append((key, state))
      }
    }
  }
}
