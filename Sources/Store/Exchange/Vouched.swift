import Foundation
import Procedure
import Vault

/// The signatures that a taking found good, and by which keys: what follows from what was taken is
/// replayed without verifying them once more.
///
/// A note is of an id with its signature: a row that bears another signature is looked at anew.
final class Vouched: @unchecked Sendable {
  private let lock = NSLock()
  private var notes: [SIMD4<UInt64>: PublicKeys] = [:]

  /// So many notes are held at most, some 64 MB; what comes beyond them is verified again.
  static let most = 1 << 19

  /// Notes that an entry's signature is good by these keys.
  func note(_ id: Data, _ signature: Data, by signer: PublicKeys) {
    lock.withLock {
      if notes.count < Self.most { notes[Self.name(id, signature)] = signer }
    }
  }

  /// The rows, each with the keys by which its signature is known to be good.
  func marked(
    _ rows: [Result<StoredEntry, RowFault>]
  ) -> [Result<StoredEntry, RowFault>] {
    lock.withLock {
      if notes.isEmpty { return rows }
      return rows.map { row in
        guard case .success(var stored) = row,
          let signer = notes[Self.name(stored.id, stored.entry.signature)]
        else { return row }
        stored.verified = signer
        return .success(stored)
      }
    }
  }

  /// Forgets all of them: everything was replayed.
  func forget() { lock.withLock { notes = [:] } }

  private static func name(_ id: Data, _ signature: Data) -> SIMD4<UInt64> {
    var name = SIMD4<UInt64>()
    withUnsafeMutableBytes(of: &name) { $0.copyBytes(from: Digest.sha256(id, signature)) }
    return name
  }
}
