import Foundation
import Procedure
import Vault

/// A stream as its verified and allowed entries tell it, row by row.
protocol StreamReplay {
  /// The last position that was looked at.
  var position: Int { get set }
  /// The signed entries, and what each builds on.
  var lineage: Lineage { get set }
  /// Entries without effect for anybody, by position: kept, shown.
  var faults: [Int: VoidEntry] { get set }
  /// What going through it again begins with.
  var anew: Self { get }
}

extension StreamReplay {
  /// Takes up the next row, or notes why it has no effect.
  ///
  /// - Parameter accept: Takes up an entry; it leaves everything as it was where it throws.
  /// - Returns: What `accept` says; nil for a row without effect.
  mutating func take<Answer>(
    _ row: Result<StoredEntry, RowFault>,
    accept: (StoredEntry, inout Self) throws(EntryFault) -> Answer
  ) -> Answer? {
    switch row {
    case .failure(let fault):
      position = max(position, fault.position)
      faults[fault.position] = VoidEntry(fault: .unreadable)
      return nil
    case .success(let stored):
      position = stored.position
      do {
        return try accept(stored, &self)
      } catch {
        faults[stored.position] = VoidEntry(fault: error, name: stored.name)
        return nil
      }
    }
  }
}
