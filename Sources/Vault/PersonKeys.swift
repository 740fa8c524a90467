import Crypto
import Foundation

/// The private keys of a person: Ed25519 for signing, X25519 for opening wraps.
///
/// They exist in memory only; what is stored is ``LockedKeys``.
public struct PersonKeys: AgreementHolder, Secret, Sendable {
  private let signing: Curve25519.Signing.PrivateKey
  /// The key that opens what was wrapped for this person.
  public let agreement: AgreementKey

  private init(signing: Curve25519.Signing.PrivateKey, agreement: AgreementKey) {
    self.signing = signing
    self.agreement = agreement
  }

  /// Draws new keys.
  public static func generate() -> PersonKeys {
    PersonKeys(signing: Curve25519.Signing.PrivateKey(), agreement: AgreementKey())
  }

  /// Takes keys from the 64 bytes that ``data`` gives.
  /// - Throws: ``VaultFault/damaged`` for any other length.
  init(data: Data) throws(VaultFault) {
    guard data.count == 64 else { throw .damaged }
    do {
      signing = try Curve25519.Signing.PrivateKey(rawRepresentation: Data(data.prefix(32)))
    } catch {
      throw .damaged
    }
    agreement = try AgreementKey(data: Data(data.suffix(32)))
  }

  /// Both private keys, 64 bytes.
  var data: Data { signing.rawRepresentation + agreement.data }

  /// The public keys that belong to these.
  public var publicKeys: PublicKeys {
    PublicKeys(signing: signing.publicKey.rawRepresentation, agreement: agreement.publicKey)
  }

  /// The key of what this person's program remembers outside the store; nobody else has it.
  public var stateKey: RoomKey { derived(.state) }

  /// The key of the forms that this person left unfinished; nobody else has it.
  public var unfinishedKey: RoomKey { derived(.unfinished) }

  /// The key of drafts on their way to this person's other copies; nobody else has it.
  public var draftsKey: RoomKey { derived(.drafts) }

  private func derived(_ purpose: Domain) -> RoomKey {
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: agreement.data), info: purpose.message(),
      outputByteCount: 32)
    guard let key = try? RoomKey(data: derived.withUnsafeBytes { Data($0) }) else {
      preconditionFailure("Any 32 bytes are a key")
    }
    return key
  }

  /// Signs data (Ed25519, 64 bytes); give it a tagged message (``Domain/message(_:)-([Data])``).
  /// - Throws: ``VaultFault/unavailable`` if the library cannot sign.
  public func sign(_ data: Data) throws(VaultFault) -> Data {
    do {
      return try signing.signature(for: data)
    } catch {
      throw .unavailable
    }
  }

  /// Locks the keys under a passphrase, with a new salt.
  ///
  /// Changing a passphrase is locking once more. It takes as long as `cost` says.
  /// - Throws: ``VaultFault/weakPassphrase(minimum:)`` for an empty passphrase,
  ///   ``VaultFault/damaged`` for a cost out of bounds, ``VaultFault/unavailable`` if the memory is
  ///   not to be had.
  public func lock(with passphrase: Passphrase, cost: ScryptCost) throws(VaultFault) -> LockedKeys {
    try LockedKeys(locking: data, with: passphrase, cost: cost)
  }

  /// Wraps the key that opens for the keys that replace these, so that what was wrapped for these
  /// can still be opened.
  ///
  /// - Parameters:
  ///   - keys: The new keys.
  ///   - person: The person's id.
  /// - Throws: ``VaultFault/badPublicKey``.
  public func handOver(to keys: PublicKeys, person: String) throws(VaultFault) -> Wrap {
    try Wrap.make(
      agreement.data, to: Recipient.person(person), publicKey: keys.agreement,
      context: Self.former, domain: .formerWrap)
  }

  static let former = "former"
}
