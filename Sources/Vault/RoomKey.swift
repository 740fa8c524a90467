import Crypto
import Foundation

/// The key of a room: 32 bytes; whoever holds it reads what is sealed to the room.
public struct RoomKey: Equatable, Secret, Sendable {
  /// The longest body that one seal takes, in bytes (256 MiB).
  public static let longestBody = 256 << 20

  private let key: SymmetricKey

  private static let keyBytes = 32

  /// Draws a new key.
  public static func generate() -> RoomKey {
    RoomKey(key: SymmetricKey(size: .bits256))
  }

  /// Takes a key from its 32 bytes.
  /// - Throws: ``VaultFault/damaged`` for any other length.
  public init(data: Data) throws(VaultFault) {
    guard data.count == Self.keyBytes else { throw .damaged }
    key = SymmetricKey(data: data)
  }

  /// Joins the two halves of a key, in either order.
  ///
  /// Halves of different keys give a key that opens nothing.
  public init(joining one: KeyHalf, _ other: KeyHalf) {
    key = SymmetricKey(data: Bytes.xor(one.data, other.data))
  }

  private init(key: SymmetricKey) {
    self.key = key
  }

  /// The 32 bytes, to be wrapped for those who may read.
  public var data: Data { key.withUnsafeBytes { Data($0) } }

  /// A digest by which everybody can tell the key, and nobody find it: 256 bits by chance lie under
  /// it.
  public var digest: Data { Digest.sha256(.roomKey, data) }

  /// Splits the key in two halves of which each alone is mere chance.
  ///
  /// The first is random and the second is the key XOR the first; they differ each time.
  public func split() -> (KeyHalf, KeyHalf) {
    let first = Bytes.random(Self.keyBytes)
    return (KeyHalf(unchecked: first), KeyHalf(unchecked: Bytes.xor(data, first)))
  }

  /// Seals a body to the room (ChaCha20-Poly1305, random nonce).
  ///
  /// Inside stand 32 random bytes, the length, the body and zeros (``Padding``).
  /// - Parameters:
  ///   - plain: the body, at most ``longestBody`` bytes.
  ///   - context: what the seal belongs to; it stays outside and is needed for opening.
  ///   - padding: to what length it is brought.
  /// - Returns: nonce (12 bytes), ciphertext, tag (16 bytes).
  /// - Throws: ``VaultFault/tooLong(maximum:)``.
  public func seal(_ plain: Data, context: Data, padding: Padding) throws(VaultFault) -> Data {
    guard plain.count <= Self.longestBody else { throw .tooLong(maximum: Self.longestBody) }
    do {
      return try ChaChaPoly.seal(
        Frame.make(plain, padding: padding), using: key,
        authenticating: Domain.seal.message(context)
      ).combined
    } catch {
      throw .unavailable
    }
  }

  /// Opens what ``seal(_:context:padding:)`` sealed.
  ///
  /// - Throws: ``VaultFault/damaged`` if the key, the context or a byte is another.
  public func open(_ sealed: Data, context: Data) throws(VaultFault) -> Data {
    let content: Data
    do {
      content = try ChaChaPoly.open(
        ChaChaPoly.SealedBox(combined: sealed), using: key,
        authenticating: Domain.seal.message(context))
    } catch {
      throw .damaged
    }
    return try Frame.body(of: content)
  }
}
