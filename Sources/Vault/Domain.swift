import Foundation

/// The domain tags: no bytes that are hashed, signed or derived for one purpose serve another.
///
/// All of them stand here so that a glance shows that no two are alike. A change of a form gets a
/// new version at the end of its tag.
public enum Domain: String, CaseIterable, Sendable {
  /// The id of an entry.
  case entry = "pingshen/entry/v1"
  /// The author's signature over an entry's id.
  case entrySignature = "pingshen/entry-signature/v1"
  /// The head that reports and receipts print.
  case head = "pingshen/head/v1"
  /// The chain of one store's order of arrival.
  case arrival = "pingshen/arrival/v1"
  /// A receipt for a bundle.
  case receipt = "pingshen/receipt/v1"
  /// A bundle of entries on its way to another store.
  case bundle = "pingshen/bundle/v1"
  /// The secretariat's or supervision's countersignature under a person's keys.
  case countersignature = "pingshen/countersignature/v1"
  /// A secret wrapped for one recipient.
  case wrap = "pingshen/wrap/v1"
  /// The private key of a group wrapped for a member.
  case groupWrap = "pingshen/group-wrap/v1"
  /// A text sealed to a room.
  case seal = "pingshen/seal/v1"
  /// A piece of a file that is sealed in pieces.
  case pieces = "pingshen/pieces/v1"
  /// The digest by which a room's key is told.
  case roomKey = "pingshen/room-key/v1"
  /// A person's keys locked under a passphrase.
  case lock = "pingshen/lock/v1"
  /// The check that tells damaged locked keys from a wrong passphrase.
  case lockCheck = "pingshen/lock-check/v1"
  /// The fingerprint of a person's public keys.
  case fingerprint = "pingshen/fingerprint/v1"
  /// The digest over the slots of a draft.
  case draft = "pingshen/draft/v1"
  /// Drafts on their way to their author's other copies, and the key that seals them.
  case drafts = "pingshen/drafts/v1"
  /// The key of what a person's program remembers outside the store.
  case state = "pingshen/state/v1"
  /// The key of the forms that a person left unfinished.
  case unfinished = "pingshen/unfinished/v1"
  /// The signing key that is derived from an invitation code.
  case invitationKey = "pingshen/invitation-key/v1"
  /// The signature under a person's keys by the invitation's key.
  case invitation = "pingshen/invitation/v1"
  /// The mark by which two recovery halves know that they belong together.
  case recoveryPair = "pingshen/recovery-pair/v1"
  /// The check group of a recovery half.
  case recoveryCheck = "pingshen/recovery-check/v1"
  /// The signing key that is derived from both recovery halves.
  case recoveryKey = "pingshen/recovery-key/v1"
  /// The signature of both recovery halves together.
  case recovery = "pingshen/recovery/v1"
  /// A person's former keys wrapped for those that replaced them.
  case formerWrap = "pingshen/former-wrap/v1"

  /// Puts the tag and parts into one message that cannot be cut up in another way.
  ///
  /// The tag and each part are preceded by their length in bytes (8 bytes, big-endian): ("ab", "c")
  /// and ("a", "bc") give different messages.
  public func message(_ parts: Data...) -> Data {
    message(parts)
  }

  /// Puts the tag and a list of parts into one message; the variadic form says how.
  public func message(_ parts: [Data]) -> Data {
    var message = Data()
    for part in [Data(rawValue.utf8)] + parts {
      withUnsafeBytes(of: UInt64(part.count).bigEndian) { message.append(contentsOf: $0) }
      message.append(part)
    }
    return message
  }
}
