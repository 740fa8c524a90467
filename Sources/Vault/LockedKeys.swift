import Crypto
import Foundation

/// A person's private keys as they are stored: ChaCha20-Poly1305 under a key that scrypt makes from
/// the passphrase.
public struct LockedKeys: Codable, Hashable, Sendable {
  /// What each guess at the passphrase costs.
  public let cost: ScryptCost
  /// The salt, 32 random bytes.
  public let salt: Data
  /// Nonce (12 bytes), keys (64), tag (16), and a check over all that is stored (8).
  ///
  /// The check is over ciphertext and tells a damaged file from a wrong passphrase; it says nothing
  /// about the keys.
  public let sealed: Data

  private static let saltBytes = 32
  private static let checkBytes = 8

  init(locking keys: Data, with passphrase: Passphrase, cost: ScryptCost) throws(VaultFault) {
    guard !passphrase.bytes.isEmpty else { throw .weakPassphrase(minimum: 1) }
    let salt = Bytes.random(Self.saltBytes)
    let key = try cost.derive(passphrase: passphrase.bytes, salt: salt, count: 32)
    let box: Data
    do {
      box = try ChaChaPoly.seal(keys, using: key, authenticating: Domain.lock.message()).combined
    } catch {
      throw .unavailable
    }
    self.cost = cost
    self.salt = salt
    self.sealed = box + Self.check(cost, salt, box)
  }

  /// Unlocks the keys; takes as long as ``cost`` says.
  ///
  /// - Throws: ``VaultFault/wrongPassphrase``; ``VaultFault/damaged`` if what was stored has been
  ///   changed, whatever the passphrase; ``VaultFault/unavailable`` if the memory is not to be had.
  public func unlock(_ passphrase: Passphrase) throws(VaultFault) -> PersonKeys {
    guard cost.isAllowed, salt.count == Self.saltBytes, sealed.count > Self.checkBytes else {
      throw .damaged
    }
    let box = Data(sealed.dropLast(Self.checkBytes))
    guard Data(sealed.suffix(Self.checkBytes)) == Self.check(cost, salt, box) else {
      throw .damaged
    }
    guard !passphrase.bytes.isEmpty else { throw .wrongPassphrase }
    let key = try cost.derive(passphrase: passphrase.bytes, salt: salt, count: 32)
    let keys: Data
    do {
      keys = try ChaChaPoly.open(
        ChaChaPoly.SealedBox(combined: box), using: key, authenticating: Domain.lock.message())
    } catch {
      throw .wrongPassphrase
    }
    return try PersonKeys(data: keys)
  }

  private static func check(_ cost: ScryptCost, _ salt: Data, _ box: Data) -> Data {
    let numbers = Data("\(cost.n) \(cost.r) \(cost.p)".utf8)
    return Data(Digest.sha256(.lockCheck, numbers, salt, box).prefix(checkBytes))
  }
}
