import Crypto
import Foundation

/// Bytes by chance and bytes combined.
public enum Bytes {
  /// Draws bytes from the system's cryptographic random source.
  ///
  /// - Parameter count: how many bytes, 0 or more.
  public static func random(_ count: Int) -> Data {
    precondition(count >= 0, "A count of bytes is not negative")
    guard count > 0 else { return Data() }
    return SymmetricKey(size: SymmetricKeySize(bitCount: count * 8))
      .withUnsafeBytes { Data($0) }
  }

  /// Combines two strings of equal length bit by bit (exclusive or).
  static func xor(_ left: Data, _ right: Data) -> Data {
    precondition(left.count == right.count, "Only strings of equal length are combined")
    return Data(zip(left, right).map { $0 ^ $1 })
  }
}
