import Criteria
import Foundation
import Procedure
import Vault

/// What the log says of keys: the vault's half of an act, beside the procedure's events.
public enum KeyEvent: Codable, Sendable, Hashable {
  /// The store's birth; the key pair whose halves were shown once.
  case storeFounded(name: String, demo: Bool, recovery: Data, cost: ScryptCost)
  /// The public key of a one-time invitation, never a hash of its code.
  case invitationMade(person: PersonID, publicKey: Data)
  /// A person's public keys, their private ones locked by passphrase, the invitation's signature.
  case personKeyed(person: PersonID, keys: PublicKeys, locked: LockedKeys, invitation: Data?)
  /// A group's public key; its private key is wrapped by `keysGranted`.
  case groupFounded(group: GroupID, publicKey: Data)
  /// A room's or group's key, wrapped for readers.
  case keysGranted(scope: String, wraps: [Wrap])
  /// A sheet's key in two halves: the leader's and the secretariat's (R4).
  case halvesMade(reviewer: PersonID, revision: Int, leader: Wrap, secretariat: Wrap)
  /// The secretariat's halves, wrapped anew for the leader (R4).
  case halvesReleased(halves: [ReleasedHalf])
  /// The keys of the sheets that were opened, sealed to the consensus room.
  case sheetsShared(keys: [String: Data])
}

/// The secretariat's half of one sheet's key, for the leader.
public struct ReleasedHalf: Codable, Sendable, Hashable {
  public var reviewer: PersonID
  public var revision: Int
  public var wrap: Wrap
}

/// The kinds of key entry, as the log names them in the clear.
public enum KeyEventKind: String, CaseIterable, Sendable {
  case storeFounded, invitationMade, personKeyed, groupFounded, keysGranted
  case halvesMade, halvesReleased, sheetsShared

  /// Whether the body is clear; of the key entries `sheetsShared` alone is sealed.
  public var isClear: Bool { self != .sheetsShared }
}

extension KeyEvent {
  /// The kind, as the entry names it.
  public var kind: KeyEventKind {
    switch self {
    case .storeFounded: .storeFounded
    case .invitationMade: .invitationMade
    case .personKeyed: .personKeyed
    case .groupFounded: .groupFounded
    case .keysGranted: .keysGranted
    case .halvesMade: .halvesMade
    case .halvesReleased: .halvesReleased
    case .sheetsShared: .sheetsShared
    }
  }
}

/// What an entry says, once it could be read.
public enum Act: Sendable, Hashable {
  case event(Event)
  case key(KeyEvent)

  /// The kind, as the entry names it.
  public var kind: String {
    switch self {
    case .event(let event): event.kind.rawValue
    case .key(let event): event.kind.rawValue
    }
  }

  /// The body in the clear: JSON with sorted keys.
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    switch self {
    case .event(let event): return try encoder.encode(event)
    case .key(let event): return try encoder.encode(event)
    }
  }

  /// Reads a body by the kind that the entry names.
  static func decode(_ body: Data, kind: String) throws -> Act {
    if EventKind(rawValue: kind) != nil {
      let event = try JSONDecoder().decode(Event.self, from: body)
      guard event.kind.rawValue == kind else { throw StoreFault.damaged(.body) }
      return .event(event)
    }
    guard KeyEventKind(rawValue: kind) != nil else { throw StoreFault.newerProgram }
    let event = try JSONDecoder().decode(KeyEvent.self, from: body)
    guard event.kind.rawValue == kind else { throw StoreFault.damaged(.body) }
    return .key(event)
  }
}
