import Foundation

/// The recovery key, joined from both halves: opens every wrap made for ``Recipient/recovery``.
public struct RecoveryKeys: AgreementHolder, Secret, Sendable {
  /// The key that opens.
  public let agreement: AgreementKey

  private init(agreement: AgreementKey) {
    self.agreement = agreement
  }

  /// Draws a new pair and splits its private key in two (XOR), each half alone mere chance.
  ///
  /// - Returns: the public key (32 bytes), which stands in the log, and the halves, which are shown
  ///   one after the other and never stored.
  public static func generate() -> (publicKey: Data, halves: (RecoveryHalf, RecoveryHalf)) {
    let key = AgreementKey()
    let first = Bytes.random(key.data.count)
    let pair = mark(of: key.publicKey)
    let halves = (
      RecoveryHalf(side: .first, share: first, pair: pair),
      RecoveryHalf(side: .second, share: Bytes.xor(key.data, first), pair: pair)
    )
    return (key.publicKey, halves)
  }

  /// Joins the two halves, in either order.
  ///
  /// - Throws: ``VaultFault/badRecoveryCode`` if one half is given twice or they are of two pairs.
  public static func join(
    _ one: RecoveryHalf, _ other: RecoveryHalf
  ) throws(VaultFault) -> RecoveryKeys {
    guard one.side != other.side, one.pair == other.pair else { throw .badRecoveryCode }
    let key = try AgreementKey(data: Bytes.xor(one.share, other.share))
    guard mark(of: key.publicKey) == one.pair else { throw .badRecoveryCode }
    return RecoveryKeys(agreement: key)
  }

  /// The public key, to be compared with the one in the log.
  public var publicKey: Data { agreement.publicKey }

  private static func mark(of publicKey: Data) -> Data {
    Data(Digest.sha256(.recoveryPair, publicKey).prefix(2))
  }
}
