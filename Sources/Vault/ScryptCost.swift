import Crypto
import CryptoExtras
import Foundation

/// What a guess at a passphrase costs: the parameters of scrypt (RFC 7914).
///
/// They are stored with each person's locked keys, so that they can be raised later.
public struct ScryptCost: Codable, Hashable, Sendable {
  /// The rounds N, a power of two; memory is 128 · n · r bytes.
  public let n: Int
  /// The block size r.
  public let r: Int
  /// The parallelism p; the time grows with it, the memory does not.
  public let p: Int

  /// Names a cost; whether it is within bounds shows when it is used.
  public init(n: Int, r: Int, p: Int) {
    self.n = n
    self.r = r
    self.p = p
  }

  /// For people: 128 MiB a guess.
  public static let standard = ScryptCost(n: 1 << 17, r: 8, p: 1)
  /// For a rehearsal, which people log in to with passphrases of their own: 4 MiB.
  public static let rehearsal = ScryptCost(n: 1 << 12, r: 8, p: 1)
  /// For the demo store, whose one passphrase stands on the screen: nothing that would be felt.
  public static let demo = ScryptCost(n: 1 << 4, r: 8, p: 1)

  /// Whether a guess costs less than with another cost, in memory or in time.
  public func isWeaker(than other: ScryptCost) -> Bool {
    guard isAllowed, other.isAllowed else { return true }
    return n * r < other.n * other.r || n * r * p < other.n * other.r * other.p
  }

  /// Tells whether the parameters are within bounds.
  ///
  /// They are read from a file that somebody may have changed, and a huge n must not take the
  /// machine's memory: n is a power of two from 2 to 2^20, r and p are from 1 to 16, and
  /// 128 · n · r is at most 256 MiB. With r = 1, RFC 7914 itself asks for n below 2^16.
  var isAllowed: Bool {
    guard (2...(1 << 20)).contains(n), n.nonzeroBitCount == 1 else { return false }
    guard (1...16).contains(r), (1...16).contains(p) else { return false }
    return 128 * n * r <= 256 << 20 && (r > 1 || n < 1 << 16)
  }

  /// Derives a key; the memory goes back to the system when it is done.
  ///
  /// - Parameters:
  ///   - passphrase: at least one byte.
  ///   - salt: at least one byte.
  ///   - count: the length of the key in bytes.
  /// - Throws: ``VaultFault/damaged`` for parameters out of bounds, ``VaultFault/unavailable`` if
  ///   the memory is not to be had.
  func derive(
    passphrase: Data, salt: Data, count: Int
  ) throws(VaultFault) -> SymmetricKey {
    guard isAllowed, !passphrase.isEmpty, !salt.isEmpty else { throw .damaged }
    do {
      return try KDF.Scrypt.deriveKey(
        from: passphrase, salt: salt, outputByteCount: count, rounds: n, blockSize: r,
        parallelism: p)
    } catch {
      throw .unavailable
    }
  }
}
