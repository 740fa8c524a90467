import Foundation

/// One half of the recovery key, as it is written down and locked away.
///
/// The code is fifteen groups of four characters. It holds the side (1 byte), the half (32 bytes)
/// and a mark of the pair (2 bytes of a digest of its public key); the last group is a check, so
/// that a typing mistake is noticed but for one chance in a million.
public struct RecoveryHalf: Equatable, Secret, Sendable {
  /// Which of the two halves it is.
  public enum Side: UInt8, Sendable {
    /// The half that the secretariat keeps.
    case first = 1
    /// The half that supervision keeps.
    case second = 2
  }

  /// Which of the two halves it is.
  public let side: Side
  let share: Data
  let pair: Data

  private static let payloadCharacters = 56
  private static let checkCharacters = 4
  private static let payloadBytes = 35

  init(side: Side, share: Data, pair: Data) {
    self.side = side
    self.share = share
    self.pair = pair
  }

  /// Reads a code as somebody types it, as forgiving as ``Invitation/init(parsing:)``.
  /// - Throws: ``VaultFault/badRecoveryCode``.
  public init(parsing text: String) throws(VaultFault) {
    guard let stripped = Base32.strip(text),
      stripped.count == Self.payloadCharacters + Self.checkCharacters,
      let payload = Base32.decode(stripped.prefix(Self.payloadCharacters)),
      payload.count == Self.payloadBytes,
      stripped.suffix(Self.checkCharacters) == Self.check(payload),
      let side = Side(rawValue: payload[0])
    else { throw .badRecoveryCode }
    self.init(side: side, share: Data(payload[1..<33]), pair: Data(payload[33..<35]))
  }

  /// The code to write down: fifteen groups of four characters, the last one a check.
  public var code: String {
    let payload = Data([side.rawValue]) + share + pair
    return Base32.grouped(Base32.encode(payload) + Self.check(payload))
  }

  private static func check(_ payload: Data) -> String {
    String(Base32.encode(Digest.sha256(.recoveryCheck, payload)).prefix(checkCharacters))
  }
}
