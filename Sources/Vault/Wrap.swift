import Crypto
import Foundation

/// A secret wrapped for one recipient: HPKE (RFC 9180) in base mode with X25519, HKDF-SHA256 and
/// ChaCha20-Poly1305.
///
/// The recipient's id and the context (the room's id, say) go into the key schedule, so that a wrap
/// put under another name or into another room does not open. Base mode says nothing about who
/// wrapped; the signature of the entry that carries the wrap does.
public struct Wrap: Codable, Hashable, Sendable {
  /// The recipient's id, as ``Recipient`` spells it.
  public let to: String
  /// The encapsulated key, 32 bytes.
  public let enc: Data
  /// The wrapped secret, 16 bytes longer than the secret.
  public let box: Data

  /// Wraps a secret for a public agreement key.
  ///
  /// - Parameters:
  ///   - secret: what to wrap, of any length.
  ///   - to: the recipient's id, as ``Recipient`` spells it.
  ///   - publicKey: the recipient's X25519 key, 32 bytes.
  ///   - context: what the secret is for; the same is needed for opening.
  /// - Throws: ``VaultFault/badPublicKey``.
  public static func make(
    _ secret: Data, to: String, publicKey: Data, context: String
  ) throws(VaultFault) -> Wrap {
    try make(secret, to: to, publicKey: publicKey, context: context, domain: .wrap)
  }

  static func make(
    _ secret: Data, to: String, publicKey: Data, context: String, domain: Domain
  ) throws(VaultFault) -> Wrap {
    let key = try AgreementKey.sound(publicKey)
    do {
      var sender = try HPKE.Sender(
        recipientKey: key, ciphersuite: suite, info: info(domain, context: context, to: to))
      let box = try sender.seal(secret)
      return Wrap(to: to, enc: sender.encapsulatedKey, box: box)
    } catch {
      throw .badPublicKey
    }
  }

  /// Opens the wrap.
  ///
  /// - Parameters:
  ///   - holder: who holds the private key.
  ///   - context: the context that it was made with.
  /// - Throws: ``VaultFault/notForThisKey`` if the key, the recipient's id, the context or a byte
  ///   is another; ``VaultFault/damaged`` if it has not even the form of a wrap.
  public func open(
    with holder: some AgreementHolder, context: String
  ) throws(VaultFault) -> Data {
    try open(with: holder.agreement, context: context, domain: .wrap)
  }

  func open(
    with holder: AgreementKey, context: String, domain: Domain
  ) throws(VaultFault) -> Data {
    guard enc.count == Self.encBytes, box.count >= Self.tagBytes else { throw .damaged }
    do {
      _ = try AgreementKey.sound(enc)
      var recipient = try HPKE.Recipient(
        privateKey: holder.key, ciphersuite: Self.suite,
        info: Self.info(domain, context: context, to: to), encapsulatedKey: enc)
      return try recipient.open(box)
    } catch {
      throw .notForThisKey
    }
  }

  private static let encBytes = 32
  private static let tagBytes = 16

  private static var suite: HPKE.Ciphersuite { .Curve25519_SHA256_ChachaPoly }

  private static func info(_ domain: Domain, context: String, to: String) -> Data {
    domain.message(Data(context.utf8), Data(to.utf8))
  }
}
