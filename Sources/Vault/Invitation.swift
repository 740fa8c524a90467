import Crypto
import Foundation

/// A one-time invitation: who knows the code may register a person's first keys.
///
/// The code has 80 random bits. An Ed25519 key is derived from it and its public key stands in the
/// log, never a hash of the code; with the code the newcomer signs their own public keys.
public struct Invitation: Secret, Sendable {
  private static let codeBytes = 10

  private let bytes: Data
  private let key: Curve25519.Signing.PrivateKey

  private init(bytes: Data) {
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: bytes), info: Domain.invitationKey.message(),
      outputByteCount: 32)
    guard
      let key = try? Curve25519.Signing.PrivateKey(
        rawRepresentation: derived.withUnsafeBytes { Data($0) })
    else { preconditionFailure("Any 32 bytes are a key") }
    self.bytes = bytes
    self.key = key
  }

  /// Draws a new invitation.
  public static func generate() -> Invitation {
    Invitation(bytes: Bytes.random(codeBytes))
  }

  /// Reads a code as somebody types it.
  ///
  /// Small and full-width letters, white space, dashes of any kind or none, O for 0, I and L for 1.
  /// - Throws: ``VaultFault/badInvitation``.
  public init(parsing text: String) throws(VaultFault) {
    guard let stripped = Base32.strip(text), let bytes = Base32.decode(stripped),
      bytes.count == Self.codeBytes
    else { throw .badInvitation }
    self.init(bytes: bytes)
  }

  /// The code as it is handed over: sixteen characters in groups of four.
  public var code: String { Base32.grouped(Base32.encode(bytes)) }

  /// The public key that stands in the log, 32 bytes.
  public var publicKey: Data { key.publicKey.rawRepresentation }

  /// Signs a person's public keys with the invitation's key (64 bytes).
  ///
  /// - Parameters:
  ///   - keys: the newcomer's keys.
  ///   - person: the id of the person that the invitation is for.
  public func sign(_ keys: PublicKeys, person: String) -> Data {
    guard let signature = try? key.signature(for: Self.message(keys, person: person)) else {
      preconditionFailure("A derived key signs any message")
    }
    return signature
  }

  /// Verifies that these keys were signed with the invitation of this public key for this person.
  public static func verify(
    signature: Data, publicKey: Data, keys: PublicKeys, person: String
  ) -> Bool {
    PublicKeys.verify(signature, message(keys, person: person), with: publicKey)
  }

  private static func message(_ keys: PublicKeys, person: String) -> Data {
    Domain.invitation.message(keys.signing, keys.agreement, Data(person.utf8))
  }
}
