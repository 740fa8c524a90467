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
  /// - Throws: ``VaultFault/misreadRecoveryCode(group:)`` where one character is wrong,
  ///   ``VaultFault/badRecoveryCode`` for anything else that is no half.
  public init(parsing text: String) throws(VaultFault) {
    let stripped = Base32.spell(text)
    guard stripped.count == Self.payloadCharacters + Self.checkCharacters else {
      throw .badRecoveryCode
    }
    guard let payload = Self.payload(of: stripped), let side = Side(rawValue: payload[0]) else {
      throw Self.misreadGroup(of: Array(stripped)).map { .misreadRecoveryCode(group: $0) }
        ?? .badRecoveryCode
    }
    self.init(side: side, share: Data(payload[1..<33]), pair: Data(payload[33..<35]))
  }

  /// What the code holds, where its last group is the check of the others.
  private static func payload(of stripped: some StringProtocol) -> Data? {
    guard let payload = Base32.decode(stripped.prefix(payloadCharacters)),
      payload.count == payloadBytes, stripped.suffix(checkCharacters) == check(payload)
    else { return nil }
    return payload
  }

  /// The group whose one character, were it another, would make a code of this; nil where there is
  /// none, or more than one.
  private static func misreadGroup(of code: [Character]) -> Int? {
    var groups: Set<Int> = []
    for index in code.indices {
      var attempt = code
      for character in Base32.alphabet where character != code[index] {
        attempt[index] = character
        if payload(of: String(attempt)) != nil { groups.insert(index / 4 + 1) }
      }
    }
    return groups.count == 1 ? groups.first : nil
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
