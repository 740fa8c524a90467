import Foundation
import GRDB
import Vault

/// The log's rows in the order of arrival, window by window: while one is replayed, the signatures of
/// the next are verified by the other processors.
struct LogReading {
  /// Rows that are read at a time.
  let window: Int
  private var ahead: RowsAhead?

  init(window: Int) { self.window = window }

  /// The next rows after a position; none at the end.
  ///
  /// - Parameter keys: By which signatures are verified ahead. Where an entry turns out to want others,
  ///   it is verified when it is judged.
  mutating func next(
    _ db: Database, after position: Int, keys: KeyRegister
  ) throws -> [Result<StoredEntry, RowFault>] {
    var rows = ahead?.take() ?? []
    if rows.isEmpty { rows = try LogTable.rows(db, after: position, limit: window) }
    ahead = nil
    if rows.count == window, let last = rows.map(\.position).max() {
      ahead = RowsAhead(try LogTable.rows(db, after: last, limit: window), keys: keys)
    }
    return rows
  }
}

/// Rows whose signatures are being verified.
private final class RowsAhead: @unchecked Sendable {
  private let lock = NSLock()
  private let group = DispatchGroup()
  private var rows: [Result<StoredEntry, RowFault>]

  init(_ rows: [Result<StoredEntry, RowFault>], keys: KeyRegister) {
    self.rows = rows
    let others = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
    let each = max(1, (rows.count + others - 1) / others)
    for start in stride(from: 0, to: rows.count, by: each) {
      let part = start..<min(start + each, rows.count)
      DispatchQueue.global().async(group: group) { self.verify(part, of: rows, keys) }
    }
  }

  private func verify(
    _ part: Range<Int>, of rows: [Result<StoredEntry, RowFault>], _ keys: KeyRegister
  ) {
    for place in part {
      guard case .success(var stored) = rows[place], let signing = keys.signing(stored),
        signing.verify(stored.entry.signature, Entry.signed(stored.id))
      else { continue }
      stored.verified = signing
      lock.withLock { self.rows[place] = .success(stored) }
    }
  }

  /// The rows, once all was tried.
  func take() -> [Result<StoredEntry, RowFault>] {
    group.wait()
    return lock.withLock { rows }
  }
}
