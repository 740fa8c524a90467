import Crypto
import Foundation

/// A private X25519 key: opens what was wrapped for its public key.
public struct AgreementKey: AgreementHolder, Secret, Sendable {
  let key: Curve25519.KeyAgreement.PrivateKey

  /// Draws a new key.
  init() {
    key = Curve25519.KeyAgreement.PrivateKey()
  }

  /// Takes a key from its 32 bytes.
  /// - Throws: ``VaultFault/damaged`` for any other length.
  init(data: Data) throws(VaultFault) {
    do {
      key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: data)
    } catch {
      throw .damaged
    }
  }

  /// The key itself.
  public var agreement: AgreementKey { self }

  /// The public key, 32 bytes.
  public var publicKey: Data { key.publicKey.rawRepresentation }

  /// The private key, 32 bytes.
  var data: Data { key.rawRepresentation }

  /// Reads a public key and refuses those of small order.
  ///
  /// With a key of small order the shared secret is zero for everybody, so a wrap for it would be
  /// readable without any key. RFC 9180, 7.1.4 asks for this check; swift-crypto leaves it out.
  /// - Throws: ``VaultFault/badPublicKey``.
  static func sound(_ data: Data) throws(VaultFault) -> Curve25519.KeyAgreement.PublicKey {
    guard PublicKeys.isSound(agreement: data),
      let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: data)
    else { throw .badPublicKey }
    return key
  }
}

/// Whoever can open wraps: a person, a group, or the two recovery halves together.
public protocol AgreementHolder: Sendable {
  /// The private key that opens.
  var agreement: AgreementKey { get }
}
