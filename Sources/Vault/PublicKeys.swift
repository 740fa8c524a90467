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
  ///
  /// By the list of the points of small order (the curve has these and no others): every replay asks
  /// it of every key, where trying each would cost a login some 0.2 ms a person.
  public static func isSound(agreement key: Data) -> Bool {
    guard key.count == 32 else { return false }
    var point = [UInt8](key)
    // The highest bit counts for nothing.
    point[31] &= 0x7F
    return !smallOrder.contains(point)
  }

  /// The encodings of Curve25519's points of small order, those that are not reduced included.
  static let smallOrder: [[UInt8]] = {
    let nearPrime: [[UInt8]] = [0xEC, 0xED, 0xEE].map { low in
      [low] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
    }
    return [
      [UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31),
      [
        0xE0, 0xEB, 0x7A, 0x7C, 0x3B, 0x41, 0xB8, 0xAE, 0x16, 0x56, 0xE3, 0xFA, 0xF1, 0x9F, 0xC4,
        0x6A, 0xDA, 0x09, 0x8D, 0xEB, 0x9C, 0x32, 0xB1, 0xFD, 0x86, 0x62, 0x05, 0x16, 0x5F, 0x49,
        0xB8, 0x00,
      ],
      [
        0x5F, 0x9C, 0x95, 0xBC, 0xA3, 0x50, 0x8C, 0x24, 0xB1, 0xD0, 0xB1, 0x55, 0x9C, 0x83, 0xEF,
        0x5B, 0x04, 0x44, 0x5C, 0xC4, 0x58, 0x1C, 0x8E, 0x86, 0xD8, 0x22, 0x4E, 0xDD, 0xD0, 0x9F,
        0x11, 0x57,
      ],
    ] + nearPrime
  }()

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
