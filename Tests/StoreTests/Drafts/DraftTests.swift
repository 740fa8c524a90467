import Criteria
import Foundation
import GRDB
import Procedure
import Testing

@testable import Store

/// Drafts: several windows, and rows that are turned back.
@Suite("A draft is what its writer left, or they are told")
struct DraftTests {
  private let id = SharedStore.draft

  private func sheet(_ mark: Int, _ text: String) -> Sheet {
    var sheet = Sheet()
    sheet.items["4.1.2"] = ItemReview(
      mark: .percentage(Percentage(mark)!), comments: [Comment(.strength, text)])
    return sheet
  }

  /// A copy of the shared store with somebody at work, and where their program remembers.
  private func open(_ body: (URL, URL) throws -> Void) throws {
    let (directory, home) = (try SharedStore.copy(), StoreWorld.emptyDirectory())
    defer { for url in [directory, home] { try? FileManager.default.removeItem(at: url) } }
    try body(directory, home)
  }

  private func rows(_ directory: URL, _ condition: String = "1") throws -> [Row] {
    try RawStore(directory).queue.read {
      try Row.fetchAll($0, sql: "SELECT * FROM draft WHERE \(condition)")
    }
  }

  private func put(_ rows: [Row], _ directory: URL) throws {
    try RawStore(directory).queue.write { db in
      for row in rows {
        try db.execute(
          sql: "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)",
          arguments: StatementArguments(row.databaseValues))
      }
    }
  }

  @Test("a draft turned back to an earlier state is said, in the same program and after a login")
  func turnedBack() throws {
    try open { directory, home in
      let store = try Store(opening: directory, state: home)
      let session = try store.signIn("p13", passphrase: "demo")
      let earlier = try rows(directory)
      var base = try store.draft(of: id, by: session)
      #expect(!base.isTurnedBack)
      try store.save([.item("4.1.2")], of: sheet(70, "新"), over: base.sheet, in: id, by: session)
      #expect(try !store.draft(of: id, by: session).isTurnedBack)
      try put(earlier, directory)
      base = try store.draft(of: id, by: session)
      #expect(base.isTurnedBack)
      let anew = try Store(opening: directory, state: home)
      let again = try anew.signIn("p13", passphrase: "demo")
      // Seen once it was remembered as it stands: that is what the person was told.
      #expect(try anew.check(by: again).findings.others.isEmpty)
    }
  }

  @Test("it is said after a login, too, where nobody looked meanwhile")
  func turnedBackBetweenLogins() throws {
    try open { directory, home in
      let store = try Store(opening: directory, state: home)
      let session = try store.signIn("p13", passphrase: "demo")
      let earlier = try rows(directory)
      let base = try store.draft(of: id, by: session).sheet
      try store.save([.item("4.1.2")], of: sheet(70, "新"), over: base, in: id, by: session)
      try put(earlier, directory)
      let anew = try Store(opening: directory, state: home)
      let again = try anew.signIn("p13", passphrase: "demo")
      #expect(
        try anew.check(by: again).findings == [.draftTurnedBack(id, "p13")])
      // Without what the program remembers it cannot be told.
      let without = try Store(opening: directory)
      #expect(
        try without.draft(of: id, by: without.signIn("p13", passphrase: "demo")).isTurnedBack
          == false)
    }
  }

  @Test("one slot turned back, exchanged with another's time, or taken away is said")
  func slots() throws {
    try open { directory, home in
      let store = try Store(opening: directory, state: home)
      let session = try store.signIn("p13", passphrase: "demo")
      let earlier = try rows(directory, "slot = '4.1.2'")
      let base = try store.draft(of: id, by: session).sheet
      try store.save([.item("4.1.2")], of: sheet(70, "新"), over: base, in: id, by: session)
      try put(earlier, directory)
      let copy = try store.draft(of: id, by: session)
      #expect(copy.isTurnedBack)
      // Work goes on from what is there, and what follows is whole again.
      try store.save([.item("4.1.2")], of: sheet(80, "又"), over: copy.sheet, in: id, by: session)
      let after = try store.draft(of: id, by: session)
      #expect(!after.isTurnedBack && after.sheet.items["4.1.2"] == sheet(80, "又").items["4.1.2"])
    }
  }

  @Test(
    "a slot with another slot's content, or no row at all, is said and loses nothing else",
    arguments: [
      """
      UPDATE draft SET sealed = (SELECT sealed FROM draft WHERE slot = '4.1.3') WHERE slot = '4.1.2'
      """, "DELETE FROM draft WHERE slot = '4.1.2'", "DELETE FROM draft WHERE slot = 'index'",
      "DELETE FROM draft WHERE slot IN ('index', '4.1.2')",
      "UPDATE draft SET sealed = randomblob(length(sealed)) WHERE slot = '4.1.2'",
      "UPDATE draft SET sealed = randomblob(9) WHERE slot = 'index'",
    ])
  func exchanged(_ change: String) throws {
    try open { directory, home in
      let store = try Store(opening: directory, state: home)
      let session = try store.signIn("p13", passphrase: "demo")
      let before = try store.draft(of: id, by: session)
      #expect(!before.isTurnedBack)
      try RawStore(directory).queue.write { try $0.execute(sql: change) }
      let after = try store.draft(of: id, by: session)
      #expect(after.isTurnedBack)
      for item in before.sheet.items.keys where item != "4.1.2" {
        #expect(after.sheet.items[item] == before.sheet.items[item])
      }
      #expect(after.sheet.head == before.sheet.head)
      #expect(try !store.check(by: session).isSound)
      // What is written now is whole, whatever became of the slot before.
      var mended = after.sheet
      mended.items["4.1.2"] = sheet(75, "重写").items["4.1.2"]
      try store.save([.item("4.1.2")], of: mended, over: after.sheet, in: id, by: session)
      let anew = try store.draft(of: id, by: session)
      #expect(!anew.isTurnedBack && anew.sheet == mended)
    }
  }

  @Test("a save over what another window changed writes nothing and shows both")
  func conflict() throws {
    try open { directory, home in
      let one = try Store(opening: directory, state: home)
      let other = try Store(opening: directory, state: home)
      let here = try one.signIn("p13", passphrase: "demo")
      let there = try other.signIn("p13", passphrase: "demo")
      let base = try one.draft(of: id, by: here).sheet
      try other.save([.item("4.1.2")], of: sheet(45, "那边"), over: base, in: id, by: there)
      var conflict: DraftConflict?
      do {
        try one.save([.item("4.1.2")], of: sheet(50, "这边"), over: base, in: id, by: here)
      } catch let error as DraftConflict {
        conflict = error
      }
      #expect(conflict?.slots == [.item("4.1.2")])
      #expect(conflict?.stored.items["4.1.2"] == sheet(45, "那边").items["4.1.2"])
      #expect(
        try one.draft(of: id, by: here).sheet.items["4.1.2"] == sheet(45, "那边").items["4.1.2"])
      // Another slot of the same sheet is nobody's quarrel.
      var mine = base
      mine.items["4.1.3"] = ItemReview(mark: .percentage(Percentage(60)!))
      try one.save([.item("4.1.3")], of: mine, over: base, in: id, by: here)
      let stored = try other.draft(of: id, by: there).sheet
      #expect(stored.items["4.1.2"]?.mark == .percentage(Percentage(45)!))
      #expect(stored.items["4.1.3"]?.mark == .percentage(Percentage(60)!))
    }
  }

  @Test("R3: what is sealed is what was confirmed, or nothing")
  func handIn() throws {
    try open { directory, home in
      let one = try Store(opening: directory, state: home)
      let other = try Store(opening: directory, state: home)
      let here = try one.signIn("p13", passphrase: "demo")
      let there = try other.signIn("p13", passphrase: "demo")
      let confirmed = try one.draft(of: id, by: here).sheet
      var changed = confirmed
      changed.items["4.1.2"]?.mark = .percentage(Percentage(20)!)
      try other.save([.item("4.1.2")], of: changed, over: confirmed, in: id, by: there)
      let last = try one.read(LogTable.last)
      #expect(throws: DraftConflict.self) { try one.handIn(confirmed, in: id, by: here) }
      #expect(try one.read(LogTable.last) == last)
      try one.handIn(changed, in: id, by: here)
      #expect(try one.dossier(id, by: here).contents["p13"]?[1] == changed)
    }
  }
}
