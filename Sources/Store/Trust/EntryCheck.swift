import Foundation
import Procedure
import Vault

/// What is asked of every entry before it is looked into, whatever it says.
enum EntryCheck {
  /// The latest time and the highest running number that an entry may claim: what is beyond
  /// would break counting.
  static let times = 0...253_402_300_799
  static let highest = 1 << 62

  /// What is wrong with an entry whose place is known; nil where nothing is.
  ///
  /// - Parameters:
  ///   - keys: The keys as its author had them.
  ///   - isTrusted: Whether the signature is known to be good: the entry lies before one that was
  ///     verified.
  static func signatureFault(
    of stored: StoredEntry, _ keys: KeyRegister, isTrusted: Bool
  ) -> EntryFault? {
    guard let signing = keys.signing(stored) else { return .authorUnknown }
    if isTrusted || stored.verified == signing { return nil }
    return signing.verify(stored.entry.signature, Entry.signed(stored.id)) ? nil : .signatureWrong
  }
}

extension KeyRegister {
  /// The keys with which an entry is to be signed: its author's in force, or those that it brings
  /// itself.
  func signing(_ stored: StoredEntry) -> PublicKeys? {
    let holder = holders[stored.entry.author]
    return stored.entry.ownKeys(holder) ?? holder?.keys
  }

  /// Whether an entry is signed with any keys that its author ever had, or that it brings itself.
  func isSigned(_ stored: StoredEntry) -> Bool {
    let holder = holders[stored.entry.author]
    let keys = [stored.entry.ownKeys(holder)].compactMap { $0 } + (holder?.eras.map(\.keys) ?? [])
    return keys.contains { $0.verify(stored.entry.signature, stored.entry.signed) }
  }
}

extension Entry {
  /// The keys that an entry brings and is signed with itself: a person's first ones, and those made
  /// where the earlier ones are lost. Whether they are theirs, the rules of keys say.
  fileprivate func ownKeys(_ holder: KeyHolder?) -> PublicKeys? {
    guard let kind = KeyEventKind(rawValue: kind), [.personKeyed, .keysRecovered].contains(kind),
      case .key(let event)? = try? Act.decode(body, as: .key(kind))
    else { return nil }
    switch event {
    case .personKeyed(author, let keys, _, _) where holder == nil: return keys
    case .keysRecovered(let recovered) where recovered.person == author: return recovered.keys
    default: return nil
    }
  }

  /// What a body in the clear says.
  ///
  /// - Throws: `EntryFault` where it belongs into a room, is of a kind that is not known, or cannot
  ///   be decoded.
  func clearAct() throws(EntryFault) -> Act {
    let kind = try knownKind()
    guard room == nil, kind.isClear else { throw .keyWrong }
    do {
      return try Act.decode(body, as: kind)
    } catch {
      throw .unreadable
    }
  }

  /// The kind, where this program knows it.
  func knownKind() throws(EntryFault) -> ActKind {
    guard let kind = ActKind(self) else { throw .newerKind }
    return kind
  }
}

extension ActKind {
  /// How many sealed files an entry of the kind names.
  var files: ClosedRange<Int> {
    switch self {
    case .event(let kind): kind.files
    case .key: 0...0
    }
  }

  /// Whether bodies of the kind are in the clear.
  var isClear: Bool {
    switch self {
    case .event(let kind): kind.placement == .clear
    case .key(let kind): kind.isClear
    }
  }
}
