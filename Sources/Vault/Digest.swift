import Crypto
import Foundation

/// SHA-256, plain for files and tagged for everything that belongs to the log.
///
/// Never take the digest of a secret text that anybody may guess: marks are few, and a hash of them
/// in the clear tells them.
public enum Digest {
  /// Hashes the parts one after the other, as `sha256sum` hashes a file that holds them.
  ///
  /// Lengths are not part of it; where there is more than one part, take the tagged form.
  /// - Returns: 32 bytes.
  public static func sha256(_ parts: Data...) -> Data {
    var hash = SHA256()
    for part in parts { hash.update(data: part) }
    return Data(hash.finalize())
  }

  /// Hashes the parts under a domain tag, each with its length (``Domain/message(_:)-(Data...)``).
  /// - Returns: 32 bytes.
  public static func sha256(_ domain: Domain, _ parts: Data...) -> Data {
    Data(SHA256.hash(data: domain.message(parts)))
  }

  /// Hashes a list of parts under a domain tag; the variadic form says how.
  /// - Returns: 32 bytes.
  public static func sha256(_ domain: Domain, _ parts: [Data]) -> Data {
    Data(SHA256.hash(data: domain.message(parts)))
  }

  /// A plain SHA-256 of what comes in pieces, for files that are larger than memory.
  public struct Running {
    private var hash = SHA256()

    /// A digest of nothing so far.
    public init() {}

    /// Takes the next piece.
    public mutating func add(_ piece: Data) { hash.update(data: piece) }

    /// - Returns: 32 bytes.
    public func finish() -> Data { Data(hash.finalize()) }
  }
}
