import Crypto
import Foundation

/// The public keys of a person; they stand in the clear.
public struct PublicKeys: Codable, Hashable, Sendable {
  /// The Ed25519 key that verifies the person's signatures, 32 bytes.
  public let signing: Data
  /// The X25519 key that secrets are wrapped for, 32 bytes.
  public let agreement: Data

  /// Takes keys as they are; whether they are sound shows when they are used.
  public init(signing: Data, agreement: Data) {
    self.signing = signing
    self.agreement = agreement
  }

  /// Eight groups of four digits that two people can compare by reading them aloud.
  ///
  /// Each group is four bytes of a SHA-256 modulo 10,000; the bias is below one in 400,000.
  public var fingerprint: String {
    let digest = Array(Digest.sha256(.fingerprint, signing, agreement))
    let groups = stride(from: 0, to: digest.count, by: 4).map { start in
      let number = digest[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let digits = String(number % 10_000)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return groups.joined(separator: " ")
  }

  /// Whether something can be wrapped for an agreement key so that nobody else reads it, by its form
  /// alone: the same answer in every program.
  public static func isSound(agreement key: Data) -> Bool { (try? AgreementKey.sound(key)) != nil }

  /// Whether both keys have the form of keys.
  public var isSound: Bool { signing.count == 32 && Self.isSound(agreement: agreement) }

  /// Verifies a signature of this person; keys and signatures of a wrong form verify nothing.
  public func verify(_ signature: Data, _ data: Data) -> Bool {
    Self.verify(signature, data, with: signing)
  }

  static func verify(_ signature: Data, _ data: Data, with publicKey: Data) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: data)
  }
}
