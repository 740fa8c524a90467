import Criteria
import Foundation
import Procedure
import Vault

/// What the log says of keys, and of copies: the vault's half of an act, beside the procedure's events.
///
/// A room or a group may have several keys, each named by the entry that made it.
public enum KeyEvent: Codable, Sendable, Hashable {
  /// The store's birth; the key pair whose halves were shown once, and the form of the log.
  case storeFounded(
    name: String, demo: Bool, recovery: PublicKeys, cost: ScryptCost, format: LogFormat)
  /// The public key of a one-time invitation, never a hash of its code.
  case invitationMade(person: PersonID, publicKey: Data)
  /// A person's public keys, their private ones locked by passphrase, the invitation's signature.
  case personKeyed(person: PersonID, keys: PublicKeys, locked: LockedKeys, invitation: Data?)
  /// A person's keys, locked by another passphrase.
  case passphraseChanged(person: PersonID, locked: LockedKeys)
  /// New keys of a person, signed with the old ones, which are wrapped for the new ones.
  case keysReplaced(person: PersonID, keys: PublicKeys, locked: LockedKeys, former: Wrap)
  /// New keys of a person, signed with both recovery halves.
  case keysRecovered(recovery: KeyRecovery)
  /// Both recovery halves gave a person keys that nobody else was there to give, right after this
  /// entry of the cycle; signed with both.
  case recoveryUsed(person: PersonID, after: EntryName, proof: Data)
  /// A group's public key; its private key is wrapped by `keysGranted`.
  case groupFounded(group: GroupID, publicKey: Data)
  /// A room's new key, wrapped for its first readers; the digest tells whether a wrap holds it.
  case roomMade(room: RoomID, digest: Data, wraps: [Wrap])
  /// A room's or group's key, wrapped for further readers.
  case keysGranted(key: EntryName, wraps: [Wrap])
  /// A sheet's key in two halves: the leader's and the secretariat's (R4); by the sheet's author,
  /// or signed with both recovery halves.
  case halvesMade(key: EntryName, leader: Wrap, secretariat: Wrap, recovery: Data?)
  /// The secretariat's halves, wrapped anew for the leader (R4), by the sheets' keys.
  case halvesReleased(halves: [EntryName: Wrap])
  /// Keys for all who read the room to which they are sealed: of the sheets that were opened, in the
  /// consensus; of proposals that were settled, in the visit.
  case keysShared(keys: [EntryName: Data])
  /// What has come from other copies up to the entry's time, of each up to one of its entries.
  case entriesTaken(lines: [TakenLine])

  /// Whether it puts other keys in the place of a person's: what the former ones sign counts no more.
  var replaces: Bool {
    switch self {
    case .keysReplaced, .keysRecovered: true
    case .storeFounded, .invitationMade, .personKeyed, .passphraseChanged, .recoveryUsed,
      .groupFounded, .roomMade, .keysGranted, .halvesMade, .halvesReleased, .keysShared,
      .entriesTaken:
      false
    }
  }
}

/// What was taken of another copy: its entries from one to another.
public struct TakenLine: Codable, Sendable, Hashable {
  /// The copy's id, sixteen hexadecimal digits.
  public var device: String
  /// The numbers there that had not been taken before, and the entry of the last one.
  public var first: Int
  public var last: Int
  public var entry: EntryName

  /// The most copies that one taking names.
  static let most = 256
}

/// The form of a log and of its cryptography, signed at the store's founding.
public struct LogFormat: Codable, Sendable, Hashable {
  /// The version of the entries' fields. 1 is frozen: kinds and fields come to it, none goes.
  public var version: Int
  /// The cipher suite: 1 is Ed25519, X25519, HPKE, ChaCha20-Poly1305, scrypt, SHA-256.
  public var suite: Int

  /// What this program writes, and all that it reads.
  public static let current = LogFormat(version: 1, suite: 1)
}

/// The kinds of key entry, as the log names them in the clear.
public enum KeyEventKind: String, CaseIterable, Sendable {
  case storeFounded, invitationMade, personKeyed, passphraseChanged, keysReplaced, keysRecovered
  case recoveryUsed, groupFounded, roomMade, keysGranted, halvesMade, halvesReleased, keysShared
  case entriesTaken

  /// Whether the body is clear; of the key entries `keysShared` alone is sealed.
  public var isClear: Bool { self != .keysShared }

  /// The version of the kind's fields.
  public var version: Int { 1 }
}

extension KeyEvent {
  /// The kind, as the entry names it.
  public var kind: KeyEventKind {
    switch self {
    case .storeFounded: .storeFounded
    case .invitationMade: .invitationMade
    case .personKeyed: .personKeyed
    case .passphraseChanged: .passphraseChanged
    case .keysReplaced: .keysReplaced
    case .keysRecovered: .keysRecovered
    case .recoveryUsed: .recoveryUsed
    case .groupFounded: .groupFounded
    case .roomMade: .roomMade
    case .keysGranted: .keysGranted
    case .halvesMade: .halvesMade
    case .halvesReleased: .halvesReleased
    case .keysShared: .keysShared
    case .entriesTaken: .entriesTaken
    }
  }
}
