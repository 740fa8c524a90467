import Criteria
import Foundation
import GRDB
import Procedure
import Vault

@testable import Store

/// Drafts as a window works on them that has just read what is stored.
extension Store {
  func save(
    _ slots: Set<DraftSlot>, of sheet: Sheet, in id: CaseID, by session: Session
  ) throws {
    let base = try draft(of: id, by: session).sheet
    try save(slots, of: sheet, over: base, in: id, by: session)
  }

  func handIn(_ id: CaseID, by session: Session) throws {
    try handIn(try draft(of: id, by: session).sheet, in: id, by: session)
  }
}

extension [CheckReport.Finding] {
  /// Why entries have no effect, by position.
  var faults: [Int: EntryFault] {
    Dictionary(
      compactMap { finding in
        if case .entry(let at, _, let fault) = finding { (at, fault) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The positions of entries without effect, in the order in which they were found.
  var void: [Int] {
    compactMap { if case .entry(let at, _, _) = $0 { at } else { nil } }
  }

  /// What was found besides entries without effect.
  var others: [CheckReport.Finding] {
    filter { if case .entry = $0 { false } else { true } }
  }
}
