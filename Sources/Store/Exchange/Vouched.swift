import Foundation
import Procedure
import Vault

/// The signatures that a taking found good, and by which keys: what follows from what was taken is
/// replayed without verifying them once more.
///
/// A note is of an id with its signature: a row that bears another signature is looked at anew.
final class Vouched: @unchecked Sendable {
  private let lock = NSLock()
  private var keys: [PublicKeys] = []
  private var places: [PublicKeys: Int32] = [:]
  private var notes: [SIMD4<UInt64>: Int32] = [:]

  /// So many notes are held at most, some 64 MB; what comes beyond them is verified again.
  static let most = 1 << 20

  /// Notes that an entry's signature is good by these keys.
  func note(_ id: Data, _ signature: Data, by signer: PublicKeys) {
    lock.withLock {
      guard notes.count < Self.most else { return }
      let place =
        places[signer]
        ?? {
          keys.append(signer)
          places[signer] = Int32(keys.count - 1)
          return Int32(keys.count - 1)
        }()
      notes[Self.name(id, signature)] = place
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
          let place = notes[Self.name(stored.id, stored.entry.signature)]
        else { return row }
        stored.verified = keys[Int(place)]
        return .success(stored)
      }
    }
  }

  /// Forgets all of them: everything was replayed.
  func forget() {
    lock.withLock { (keys, places, notes) = ([], [:], [:]) }
  }

  private static func name(_ id: Data, _ signature: Data) -> SIMD4<UInt64> {
    var name = SIMD4<UInt64>()
    withUnsafeMutableBytes(of: &name) { $0.copyBytes(from: Digest.sha256(id, signature)) }
    return name
  }
}
