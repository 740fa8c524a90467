import Foundation
import GRDB
import Procedure

/// The last entry of this copy: what the next one is numbered on.
struct OwnEntries {
  /// The copy's id, which may be another from one write to the next.
  private var device: String?
  /// Its place in the order of arrival; 0 before the first.
  var position = 0
  var number = 0
  var id: Data?
  var time: Moment?

  /// Looks whether this copy has later entries.
  ///
  /// - Parameters:
  ///   - device: This copy's id.
  ///   - isEntry: Whether a row is an entry that its author signed.
  mutating func update(
    _ db: Database, device: String, isEntry: (StoredEntry) throws -> Bool
  ) throws {
    if self.device != device {
      self = OwnEntries()
      self.device = device
    }
    let store = try Meta.text(db, .store)
    var before = LogTable.end
    while true {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT \(LogTable.columns) FROM entry
            WHERE device = ? AND position > ? AND position < ? ORDER BY position DESC LIMIT 1
            """), arguments: [device, position, before])
      guard let row else { return }
      switch LogTable.read(row, store: store) {
      case .failure(let fault): before = fault.position
      case .success(let stored):
        before = stored.position
        guard try isEntry(stored) else { continue }
        take(stored)
        return
      }
    }
  }

  /// Takes note of an entry of this copy.
  mutating func take(_ stored: StoredEntry) {
    (position, number) = (stored.position, stored.entry.number)
    (id, time) = (stored.id, stored.entry.time)
  }
}
