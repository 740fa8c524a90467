import Foundation
import Procedure
import Vault

/// The cycle as it stood somewhere: what an act is judged by whose author had just that.
struct CycleView: Sendable {
  var value = CycleState()
  /// The public keys, from the same entries.
  var keys = KeyRegister()
  /// The corrections of clocks, as supervision's list shows them (V5).
  var corrections: [Oddity] = []
  /// What was taken or closed: what others did apart from it is held.
  var takings: [CycleTaking] = []

  /// Takes up an entry that takes effect.
  mutating func apply(_ content: CycleContent) {
    switch content {
    case .key(let event, let stored): keys.take(event, stored)
    case .event(let event, let stored, let found):
      value.apply(event)
      takings += found
      if case .clockCorrected(_, let reason) = event {
        corrections.append(
          .clockCorrected(stored.entry.author, at: stored.entry.time, reason: reason))
      }
    case .sealed: break
    }
  }

  /// Notes what meets and what is held, and gives nobody more than the acts that meet have in common.
  mutating func settle(_ open: [Weave<CycleView, CycleContent>.Meeting], held: [EntryName]) {
    for meeting in open {
      switch meeting.record {
      case .person(let id):
        let people = meeting.values.compactMap { event -> Person? in
          if case .personInvited(let person)? = event { return person }
          if case .personChanged(let person)? = event { return person }
          return nil
        }
        let isBarred = meeting.values.contains { event in
          if case .personSanctioned? = event { true } else { false }
        }
        value.narrow(id, to: people, isBarred: isBarred)
      case .panel(let id):
        value.narrow(
          id,
          to: meeting.values.compactMap { event in
            if case .panelFormed(let panel)? = event { return panel }
            if case .panelChanged(let panel)? = event { return panel }
            return nil
          })
      default: break
      }
    }
    value.note(clashes: open.map(\.clash), held: held)
  }
}

/// What an entry of the cycle's stream says, once it was judged.
enum CycleContent: Sendable {
  case key(KeyEvent, StoredEntry)
  case event(Event, StoredEntry, [CycleTaking])
  /// It counts by its frame, and is read where it is asked for.
  case sealed
}

/// A right that an entry of the cycle took, or the year that it closed, with what it had seen.
struct CycleTaking: Sendable {
  /// What was taken.
  enum What: Sendable, Hashable {
    case right(Taking)
    /// Nothing is registered any more.
    case registration
  }

  let what: What
  /// The place of the entry in the cycle's stream.
  let place: Int
  /// Its name.
  let name: EntryName
  let seen: [Sighting]
  let device: String
  let number: Int

  /// The takings of an act.
  static func of(_ event: Event, _ stored: StoredEntry, at place: Int, in cycle: CycleState) -> [Self]
  {
    var what = event.takings(in: cycle).map { What.right($0) }
    if case .cycleClosed = event { what.append(.registration) }
    return what.map {
      CycleTaking(
        what: $0, place: place, name: stored.name, seen: stored.entry.seen,
        device: stored.entry.device, number: stored.entry.number)
    }
  }
}
