import Crypto
import Foundation

/// The recovery keys, joined from both halves: they open every wrap made for
/// ``Recipient/recovery``, and sign what is done with them.
public struct RecoveryKeys: AgreementHolder, Secret, Sendable {
  /// The key that opens.
  public let agreement: AgreementKey
  private let signing: Curve25519.Signing.PrivateKey

  private init(agreement: AgreementKey) {
    self.agreement = agreement
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: agreement.data), info: Domain.recoveryKey.message(),
      outputByteCount: 32)
    guard
      let signing = try? Curve25519.Signing.PrivateKey(
        rawRepresentation: derived.withUnsafeBytes { Data($0) })
    else { preconditionFailure("Any 32 bytes are a key") }
    self.signing = signing
  }

  /// Draws new keys and splits the private one in two (XOR), each half alone mere chance.
  ///
  /// - Returns: the public keys, which stand in the log, and the halves, which are shown one after
  ///   the other and never stored.
  public static func generate() -> (publicKeys: PublicKeys, halves: (RecoveryHalf, RecoveryHalf)) {
    let keys = RecoveryKeys(agreement: AgreementKey())
    let first = Bytes.random(keys.agreement.data.count)
    let pair = mark(of: keys.agreement.publicKey)
    let halves = (
      RecoveryHalf(side: .first, share: first, pair: pair),
      RecoveryHalf(side: .second, share: Bytes.xor(keys.agreement.data, first), pair: pair)
    )
    return (keys.publicKeys, halves)
  }

  /// Joins the two halves, in either order.
  ///
  /// - Throws: ``VaultFault/halvesDoNotJoin`` if one half is given twice or they are of two pairs.
  public static func join(
    _ one: RecoveryHalf, _ other: RecoveryHalf
  ) throws(VaultFault) -> RecoveryKeys {
    guard one.side != other.side, one.pair == other.pair else { throw .halvesDoNotJoin }
    let key = try AgreementKey(data: Bytes.xor(one.share, other.share))
    guard mark(of: key.publicKey) == one.pair else { throw .halvesDoNotJoin }
    return RecoveryKeys(agreement: key)
  }

  /// The public keys, to be compared with those in the log.
  public var publicKeys: PublicKeys {
    PublicKeys(signing: signing.publicKey.rawRepresentation, agreement: agreement.publicKey)
  }

  /// Signs what is done with both halves (Ed25519, 64 bytes), part by part.
  public func sign(_ parts: [Data]) -> Data {
    guard let signature = try? signing.signature(for: Domain.recovery.message(parts)) else {
      preconditionFailure("A derived key signs any message")
    }
    return signature
  }

  /// Verifies a signature of both halves together.
  public static func verify(_ signature: Data, _ parts: [Data], with keys: PublicKeys) -> Bool {
    keys.verify(signature, Domain.recovery.message(parts))
  }

  private static func mark(of publicKey: Data) -> Data {
    Data(Digest.sha256(.recoveryPair, publicKey).prefix(2))
  }
}
