import Foundation

/// What stands inside a seal: 32 random bytes, the body's length (4 bytes, big-endian), the body,
/// zeros up to the size that the padding names.
///
/// The random bytes keep two equal bodies, or a guessed one, from being recognised by any digest of
/// what is sealed.
enum Frame {
  private static let saltBytes = 32
  private static let lengthBytes = 4

  /// Frames a body of fewer than 2^32 bytes.
  static func make(_ body: Data, padding: Padding) -> Data {
    let size = padding.size(for: saltBytes + lengthBytes + body.count)
    var frame = Data(capacity: size)
    frame.append(Bytes.random(saltBytes))
    withUnsafeBytes(of: UInt32(body.count).bigEndian) { frame.append(contentsOf: $0) }
    frame.append(body)
    frame.append(Data(count: size - frame.count))
    return frame
  }

  /// Takes the body out of a frame.
  /// - Throws: ``VaultFault/damaged`` if it is shorter than it says.
  static func body(of frame: Data) throws(VaultFault) -> Data {
    let rest = frame.dropFirst(saltBytes)
    guard rest.count >= lengthBytes else { throw .damaged }
    let length = rest.prefix(lengthBytes).reduce(0) { $0 << 8 | Int($1) }
    let body = rest.dropFirst(lengthBytes)
    guard length <= body.count else { throw .damaged }
    return Data(body.prefix(length))
  }
}
