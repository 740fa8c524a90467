import Foundation
import Procedure
import Testing

/// The table of stage, author and kind of entry, tried cell by cell, and what must hold in it.
@Suite("Who may write")
struct WhoMayWriteTests {
  typealias Actor = WhoMayWhat.Actor

  let table: WhoMayWhat
  init() throws { table = try WhoMayWrite.tried() }

  @Test("the kept table is what the rules give; RECORD_SNAPSHOTS=1 writes it and then fails")
  func kept() throws { try table.compare(with: WhoMayWrite.file) }
}
