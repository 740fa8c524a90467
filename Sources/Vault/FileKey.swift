import Crypto
import Foundation

/// The key of one sealed file: 32 bytes by chance, of that file alone.
public struct FileKey: Equatable, Secret, Sendable {
  let key: SymmetricKey

  private static let bytes = 32

  /// Draws a new key.
  public static func generate() -> FileKey { FileKey(key: SymmetricKey(size: .bits256)) }

  /// Takes a key from its 32 bytes.
  /// - Throws: ``VaultFault/damaged`` for any other length.
  public init(data: Data) throws(VaultFault) {
    guard data.count == Self.bytes else { throw .damaged }
    key = SymmetricKey(data: data)
  }

  private init(key: SymmetricKey) { self.key = key }

  /// The 32 bytes, to be sealed to the room whose readers may open the file.
  public var data: Data { key.withUnsafeBytes { Data($0) } }
}
