import Foundation
import Procedure

/// Why an entry has no effect: it is kept where it lies and named, and stops nobody's work.
public enum EntryFault: Error, Sendable, Hashable {
  /// The id written beside it does not belong to its contents: a field was changed.
  case changed
  /// The author has no keys in the log up to here.
  case authorUnknown
  /// The author did not sign this.
  case signatureWrong
  /// What it says came before it is not here.
  case parentsWrong
  /// It denies what its own copy had already built on.
  case denies
  /// It was done apart from an act that took the right to it, or that disclosed or closed what it
  /// changes: held until somebody who had both accepts it.
  case held(by: EntryName)
  /// It took a right from somebody who had taken its author's apart from it, and was confirmed earlier:
  /// somebody is always left.
  case overruled(by: EntryName)
  /// A kind, or a version of one, that this program does not know.
  case newerKind
  /// It cannot be decoded, though the key is held or none is needed.
  case unreadable
  /// Its sealed body was taken away, and nothing says that it was to go.
  case bodyMissing
  /// It is sealed with a key that is none of its room's, or clear where it belongs into a room.
  case keyWrong
  /// The sealed files that it names are not those that it speaks of.
  case filesWrong
  /// The keys are not signed with the person's invitation.
  case keysNotVouched
  /// A guess at the passphrase of the keys costs less than the store's founding asks for.
  case keysWeak
  /// The rules of keys do not let its author give, make or release this.
  case keysNotAllowed
  /// The rules of the procedure do not allow it at its place.
  case refused(Refusal)
}

/// An entry without effect: why, and its name, by which secretariat and supervision can note it.
struct VoidEntry: Sendable {
  var fault: EntryFault
  var name: EntryName?
}

extension [Int: VoidEntry] {
  /// How many of them secretariat and supervision have not noted.
  func unnoted(in cycle: CycleState) -> Int {
    values.count { void in void.name.map { !cycle.isNoted($0) } ?? true }
  }
}
