import Foundation

/// One half of a room's key; alone it tells nothing of the key.
public struct KeyHalf: Equatable, Secret, Sendable {
  /// The 32 bytes, to be wrapped for who keeps the half.
  public let data: Data

  /// Takes a half from its 32 bytes.
  /// - Throws: ``VaultFault/damaged`` for any other length.
  public init(data: Data) throws(VaultFault) {
    guard data.count == 32 else { throw .damaged }
    self.data = data
  }

  init(unchecked data: Data) {
    self.data = data
  }
}
