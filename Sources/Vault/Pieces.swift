import Crypto
import Foundation

/// A file in sealed pieces, of which each opens alone: it is sealed and opened with the memory of one.
///
/// Each piece is ChaCha20-Poly1305 under the file's own key (STREAM, Hoang and others 2015). The
/// nonce holds the piece's number and whether it is the last; what is authenticated beside is the
/// context and the size of pieces. So no piece opens at another place, in another file or under
/// another size, and none is taken for the end that is not.
public enum Pieces {
  /// Bytes of a piece in the clear.
  public static let size = 256 << 10
  /// Sizes that a reader takes: what is larger would need more memory than a piece should.
  public static let sizes = 1...(4 << 20)
  /// Bytes by which a sealed piece is longer.
  public static let overhead = 16

  /// Bytes of a whole sealed file that holds so many.
  public static func sealedSize(of bytes: Int, size: Int = size) -> Int {
    bytes + max(1, (bytes + size - 1) / size) * overhead
  }

  /// What both directions share: the number of the next piece, and what it is bound to.
  private struct Course {
    let bound: Data
    let size: Int
    private var number: UInt64 = 0
    private var isOver = false

    init(context: [Data], size: Int) {
      precondition(Pieces.sizes.contains(size), "Pieces have a size that a reader takes")
      self.size = size
      bound = Domain.pieces.message(
        context + [withUnsafeBytes(of: UInt64(size).bigEndian) { Data($0) }])
    }

    /// The nonce of the next piece, of so many bytes in the clear.
    ///
    /// - Throws: ``VaultFault/damaged`` behind the last piece, and for a length that no piece has there:
    ///   all but the last are full, and an empty one is the whole file.
    mutating func next(_ length: Int, isLast: Bool) throws(VaultFault) -> Data {
      let isSound =
        isLast ? length <= size && (length > 0 || number == 0) : length == size
      guard !isOver, isSound else { throw .damaged }
      var nonce = Data(count: 3)
      withUnsafeBytes(of: number.bigEndian) { nonce.append(contentsOf: $0) }
      nonce.append(isLast ? 1 : 0)
      (number, isOver) = (number + 1, isLast)
      return nonce
    }
  }

  /// Seals a file piece by piece.
  public struct Sealer {
    private let key: FileKey
    private var course: Course

    /// - Parameters:
    ///   - key: The file's own; never used for another.
    ///   - context: What the file belongs to; the same is needed for opening.
    public init(_ key: FileKey, context: Data..., size: Int = Pieces.size) {
      (self.key, course) = (key, Course(context: context, size: size))
    }

    /// Seals the next piece: as many bytes as a piece has, but for the last.
    ///
    /// - Returns: Ciphertext and tag.
    /// - Throws: ``VaultFault/damaged`` for a length that no piece has there.
    public mutating func seal(_ piece: Data, isLast: Bool) throws(VaultFault) -> Data {
      let nonce = try course.next(piece.count, isLast: isLast)
      do {
        let box = try ChaChaPoly.seal(
          piece, using: key.key, nonce: ChaChaPoly.Nonce(data: nonce),
          authenticating: course.bound)
        return box.combined.dropFirst(nonce.count)
      } catch {
        throw .unavailable
      }
    }
  }

  /// Opens a file piece by piece.
  public struct Opener {
    private let key: FileKey
    private var course: Course

    /// - Parameters: As for ``Sealer``.
    public init(_ key: FileKey, context: Data..., size: Int = Pieces.size) {
      (self.key, course) = (key, Course(context: context, size: size))
    }

    /// Opens the next piece, of which nothing is given out before all of it proved right.
    ///
    /// - Parameter isLast: Whether nothing comes behind it; the seal says so, too.
    /// - Throws: ``VaultFault/damaged`` where the key, the context, the place or a byte is another.
    public mutating func open(_ sealed: Data, isLast: Bool) throws(VaultFault) -> Data {
      let nonce = try course.next(sealed.count - Pieces.overhead, isLast: isLast)
      do {
        return try ChaChaPoly.open(
          ChaChaPoly.SealedBox(
            nonce: ChaChaPoly.Nonce(data: nonce), ciphertext: sealed.dropLast(Pieces.overhead),
            tag: sealed.suffix(Pieces.overhead)),
          using: key.key, authenticating: course.bound)
      } catch {
        throw .damaged
      }
    }
  }
}
