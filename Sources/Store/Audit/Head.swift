import Foundation
import GRDB
import Vault

extension Store {
  /// The head that reports and receipts print: SHA-256 over the sorted list of (device, number, id)
  /// of all entries that are nobody's `previous`, lower-case hexadecimal.
  ///
  /// Stores with the same entries have the same head, whatever the order of arrival. What its author
  /// did not sign is none of the store's and left out.
  /// - Throws: `StoreFault` where the log cannot be read.
  public func head() throws -> String {
    _ = try cycle()
    let keys = cycleCache.keys
    return try read { db in
      let store = try Meta.text(db, .store)
      var open = try Row.fetchAll(
        db,
        sql: """
          SELECT \(LogTable.columns) FROM entry WHERE NOT EXISTS (
            SELECT 1 FROM entry AS later WHERE later.previous = entry.id)
          """
      ).compactMap { try? LogTable.read($0, store: store).get() }
      var ends: [StoredEntry] = []
      while let stored = open.popLast() {
        if keys.isSigned(stored) {
          ends.append(stored)
        } else if let before = stored.entry.previous {
          // Nobody's program made it: what it claims to follow may be an end itself.
          open += try Self.unfollowed(before, by: stored.id, db, store)
        }
      }
      let parts = Set(ends).sorted {
        ($0.entry.device, $0.entry.number, $0.id.hex) < (
          $1.entry.device, $1.entry.number, $1.id.hex
        )
      }.flatMap { stored in
        [Data(stored.entry.device.utf8), Data("\(stored.entry.number)".utf8), stored.entry.id]
      }
      return Hex.encode(Digest.sha256(.head, parts))
    }
  }

  /// The entry of that id, unless another one than the one named follows it.
  private static func unfollowed(
    _ id: Data, by other: Data, _ db: Database, _ store: String
  ) throws -> [StoredEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(LogTable.columns) FROM entry WHERE id = ? AND NOT EXISTS (
          SELECT 1 FROM entry AS later WHERE later.previous = entry.id AND later.id <> ?)
        """, arguments: [id, other]
    ).compactMap { try? LogTable.read($0, store: store).get() }
  }
}

extension Data {
  fileprivate var hex: String { Hex.encode(self) }
}
