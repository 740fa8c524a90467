import Criteria
import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

/// How far a person has read in a case, and their bookmarks.
@Suite("What was read is its reader's alone")
struct ReadingTests {
  private let id = SharedStore.draft

  private static func passage(_ number: Int) -> Passage {
    Passage(kind: .selfEvaluation, item: "4.1.2", words: "自评报告 4.1.2，第 \(number) 段")
  }

  private static func reading(_ count: Int) -> Reading {
    var reading = Reading()
    for number in 0..<count { _ = reading.toggle(passage(number)) }
    reading.read(until: passage(count))
    return reading
  }

  private func open(_ body: (URL, Store, Session) throws -> Void) throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try Store(opening: directory)
    try body(directory, store, store.signIn("p13", passphrase: "demo"))
  }

  /// The sealed rows, with what tells them apart.
  private func rows(_ directory: URL) throws -> [Row] {
    try RawStore(directory).queue.read {
      try Row.fetchAll(
        $0, sql: "SELECT * FROM draft WHERE slot = 'reading' AND dossier = ?",
        arguments: [id.rawValue])
    }
  }

  @Test("it is there with the draft, and again after a login")
  func kept() throws {
    try open { directory, store, session in
      #expect(try rows(directory).count == 1)
      #expect(try store.reading(of: id, by: session) == Reading())
      try store.keep(Self.reading(3), in: id, by: session)
      let anew = try Store(opening: directory)
      let again = try anew.signIn("p13", passphrase: "demo")
      #expect(try anew.reading(of: id, by: again) == Self.reading(3))
      #expect(try anew.check(by: again).isSound)
      // Nothing of it is in the log, and the draft is as it was.
      #expect(try !anew.draft(of: id, by: again).isTurnedBack)
    }
  }

  @Test("it stays when the sheet is handed in and withdrawn, and when the review starts again")
  func handedIn() throws {
    try open { directory, store, session in
      try store.keep(Self.reading(2), in: id, by: session)
      let sheet = try store.draft(of: id, by: session).sheet
      try store.handIn(sheet, in: id, by: session)
      #expect(try store.reading(of: id, by: session) == Self.reading(2))
      try store.keep(Self.reading(4), in: id, by: session)
      #expect(try store.check(by: session).isSound)
      try store.perform(.dossier(id, .withdraw(reason: "补充")), by: session)
      #expect(try store.check().isSound)
      try store.startReview(of: id, by: session)
      #expect(try store.reading(of: id, by: session) == Self.reading(4))
      #expect(try rows(directory).count == 1)
      #expect(try store.check(by: session).isSound)
    }
  }

  @Test("nobody else opens it, and who has started no review has none")
  func others() throws {
    try open { _, store, session in
      try store.keep(Self.reading(1), in: id, by: session)
      for person in ["p11", "p12", "p1", "p2"] as [PersonID] {
        let other = try store.signIn(person, passphrase: "demo")
        #expect(throws: StoreFault.notReadable) { try store.reading(of: id, by: other) }
        #expect(throws: StoreFault.notReadable) { try store.keep(Reading(), in: id, by: other) }
      }
    }
  }

  @Test("it is always of one size, and takes as many bookmarks as go into that")
  func size() throws {
    try open { directory, store, session in
      func size() throws -> Int? {
        let sealed: Data? = try rows(directory).first?.value("sealed")
        return sealed?.count
      }
      let empty = try size()
      var full = Reading()
      var count = 0
      while full.toggle(Self.passage(count)) { count += 1 }
      #expect(count > 40 && full.bookmarks.count == count)
      try store.keep(full, in: id, by: session)
      #expect(try size() == empty)
      #expect(try store.reading(of: id, by: session) == full)
      // One that is taken away makes room for another.
      _ = full.toggle(Self.passage(10))
      _ = full.toggle(Self.passage(count))
      #expect(full.bookmarks.last == Self.passage(count) && full.bookmarks.count == count)
    }
  }

  @Test(
    "a row that is missing, damaged or of nobody's review is named; what was read counts as nothing",
    arguments: [
      "DELETE FROM draft WHERE slot = 'reading' AND dossier = 'HZ26-0002'",
      """
      UPDATE draft SET sealed = randomblob(length(sealed))
      WHERE slot = 'reading' AND dossier = 'HZ26-0002'
      """,
      """
      UPDATE draft SET sealed = (SELECT sealed FROM draft WHERE slot = '4.1.2')
      WHERE slot = 'reading' AND dossier = 'HZ26-0002'
      """,
    ])
  func damaged(_ change: String) throws {
    try open { directory, store, session in
      try store.keep(Self.reading(2), in: id, by: session)
      try RawStore(directory).queue.write { try $0.execute(sql: change) }
      #expect(try store.reading(of: id, by: session) == Reading())
      #expect(try store.check(by: session).findings == [.draftDamaged(id, "p13")])
      // The next time it is whole again.
      try store.keep(Self.reading(1), in: id, by: session)
      #expect(try store.check(by: session).isSound)
    }
  }

  @Test("a row of somebody who never had a sheet is named")
  func nobodys() throws {
    try open { directory, store, _ in
      try RawStore(directory).queue.write {
        try $0.execute(
          sql: """
            INSERT INTO draft SELECT dossier, 'p12', slot, sealed FROM draft
            WHERE slot = 'reading' AND dossier = 'HZ26-0002'
            """)
      }
      #expect(try store.check().findings == [.draftDamaged(id, "p12")])
    }
  }

  @Test("it comes back with a backup")
  func backup() throws {
    try open { directory, store, session in
      try store.keep(Self.reading(2), in: id, by: session)
      let target = StoreWorld.emptyDirectory()
      defer { try? FileManager.default.removeItem(at: target) }
      _ = try store.backUp(to: store.ownBackups, now: BackupTests.noon)
      _ = try Store.restore(store.directory, to: target)
      let back = try Store(opening: target)
      let again = try back.signIn("p13", passphrase: "demo")
      #expect(try back.reading(of: id, by: again) == Self.reading(2))
    }
  }
}
