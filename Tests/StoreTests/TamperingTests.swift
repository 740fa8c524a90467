import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Nothing is altered unnoticed")
struct TamperingTests {
  /// Alters a copy of the shared store past the program and checks it.
  private func findings(
    rechained: Bool = false, _ alter: (Database) throws -> Void
  ) throws -> [CheckReport.Finding] {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    try RawStore(directory).alter { db in
      try alter(db)
      if rechained { try RawStore.rechain(db) }
    }
    return try Store(opening: directory).check().findings
  }

  @Test("A store that nobody touched is sound, for the administrator and for everybody's keys")
  func sound() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try Store(opening: directory)
    #expect(try store.check().findings == [])
    for person in ["p1", "p2", "p3", "p11", "p13", "p22"] as [PersonID] {
      let session = try store.signIn(person, passphrase: "demo")
      let report = try store.check(by: session)
      #expect(report.findings == [], "\(person)")
      #expect(report.entries > 100)
    }
  }

  @Test(
    "A1: a change of any column of an entry is named by its position",
    arguments: [
      "body = CAST(body || x'20' AS BLOB)", "author = 'p2'", "device = 'ffffffffffffffff'",
      "number = number + 1000", "time = time + 1", "kind = 'listPublished'", "room = 'consensus/X'",
      "stream = 'case/HZ26-0099'", "parents = zeroblob(32)",
    ])
  func changedColumn(_ change: String) throws {
    let found = try findings { db in
      try db.execute(sql: "UPDATE entry SET \(change) WHERE position = 40")
    }
    #expect(found.faults[40] == .changed)
  }

  @Test("A1: an entry put under the name of somebody without keys is named")
  func unknownAuthor() throws {
    let found = try findings { db in
      try db.execute(sql: "UPDATE entry SET author = 'p99' WHERE position = 40")
    }
    #expect(found.faults[40] == .changed)
  }

  @Test(
    "A1: a changed id, signature, chain or time of arrival is named",
    arguments: [
      ("id = randomblob(32)", EntryFault.changed), ("signature = randomblob(64)", .signatureWrong),
    ])
  func changedFrame(_ change: String, _ expected: EntryFault) throws {
    let found = try findings { db in
      try db.execute(sql: "UPDATE entry SET \(change) WHERE position = 40")
    }
    #expect(found.faults[40] == expected)
  }

  @Test("A1: ahead of the replay a signature is found good where it is, and nowhere else")
  func verifiedAhead() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let wrong: Set = [45, 61]
    try RawStore(directory).alter { db in
      for place in wrong {
        try db.execute(sql: "UPDATE entry SET signature = randomblob(64) WHERE position = \(place)")
      }
    }
    let store = try Store(opening: directory)
    _ = try store.cycle()
    let keys = store.cycleCache.keys
    var reading = LogReading(window: 20)
    var seen: [StoredEntry] = []
    while true {
      let rows = try store.read { db in
        try reading.next(db, after: seen.last?.position ?? 0, keys: keys)
      }
      if rows.isEmpty { break }
      seen += try rows.map { try $0.get() }
    }
    #expect(seen.map(\.position) == Array(1...seen.count) && seen.count > 100)
    for stored in seen.dropFirst(20) {
      let known = keys.signing(stored)
      #expect(stored.verified == (wrong.contains(stored.position) ? nil : known))
    }
    let faults = try store.check().findings.faults
    #expect(wrong.allSatisfy { faults[$0] != nil }, "\(faults)")
  }

  @Test(
    "A1: a changed chain or time of arrival is named",
    arguments: [
      ("chain = randomblob(32)", CheckReport.Finding.chainBroken(at: 40)),
      ("arrived = arrived + 1", .chainBroken(at: 40)),
      ("arrived = arrived + 1", .arrivalWrong(at: 40)),
    ])
  func changedArrival(_ change: String, _ expected: CheckReport.Finding) throws {
    let found = try findings { db in
      try db.execute(sql: "UPDATE entry SET \(change) WHERE position = 40")
    }
    #expect(found.contains(expected))
  }

  @Test("A1: one byte of a sealed body, with id and chain made to fit, breaks the signature")
  func changedBody() throws {
    let found = try findings(rechained: true) { db in
      let stored = try LogTable.entries(db, after: 0).last { $0.entry.room != nil }!
      var entry = stored.entry
      entry.body[20] ^= 1
      try db.execute(
        sql: "UPDATE entry SET body = ?, id = ? WHERE position = ?",
        arguments: [entry.body, entry.id, stored.position])
    }
    #expect(found.faults.values.contains(.signatureWrong))
    #expect(!found.faults.values.contains(.changed))
  }

  @Test("A1: a deleted entry is named, also where everything behind it moved up")
  func deleted() throws {
    let plain = try findings { db in
      try db.execute(sql: "DELETE FROM entry WHERE position = 50")
    }
    #expect(plain.contains(.entriesMissing(from: 50, through: 50)))
    #expect(plain.contains(.chainBroken(at: 51)))
    let moved = try findings(rechained: true) { db in
      try db.execute(sql: "DELETE FROM entry WHERE position = 50")
      try db.execute(
        sql: """
          UPDATE entry SET position = -position WHERE position > 50;
          UPDATE entry SET position = -position - 1 WHERE position < 0;
          """)
    }
    #expect(moved.faults.values.contains(.parentsWrong))
  }

  @Test("A1: two entries that changed places are named")
  func swapped() throws {
    func swap(_ db: Database) throws {
      try db.execute(
        sql: """
          UPDATE entry SET position = -60 WHERE position = 60;
          UPDATE entry SET position = 60 WHERE position = 61;
          UPDATE entry SET position = 61 WHERE position = -60;
          """)
    }
    let plain = try findings(swap)
    #expect(plain.contains(.chainBroken(at: 60)) && plain.contains(.chainBroken(at: 61)))
    let rechained = try findings(rechained: true, swap)
    #expect(rechained.faults.values.contains(.parentsWrong))
  }

  @Test("A1: an inserted entry with a chain that fits is named: nobody signed it")
  func inserted() throws {
    let found = try findings { db in
      let last = try LogTable.entries(db, in: .dossier(SharedStore.dossier), after: 0).last!
      var entry = last.entry
      entry.parents = [last.id] + last.entry.parents.suffix(1)
      entry.number = try Int.fetchOne(db, sql: "SELECT max(number) + 1 FROM entry")!
      _ = try LogTable.append(db, entry, id: entry.id, arrived: last.arrived)
    }
    #expect(found.count == 1, "\(found)")
    #expect(Array(found.faults.values) == [.signatureWrong])
  }

  @Test("A1: a cut tail is named; with a tail made to fit it shows against a remembered head")
  func cutTail() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let head = try Store(opening: directory).head()
    #expect(head.count == 64)
    var last = 0
    try RawStore(directory).alter { db in
      last = try LogTable.last(db)
      try db.execute(sql: "DELETE FROM entry WHERE position = ?", arguments: [last])
    }
    let store = try Store(opening: directory)
    #expect(try store.check().findings.contains(.tailCut(noted: last, found: last - 1)))
    try RawStore(directory).alter { db in try RawStore.rechain(db) }
    try store.rebuild()
    let cut = try Store(opening: directory)
    #expect(!(try cut.check().findings.contains { if case .tailCut = $0 { true } else { false } }))
    #expect(try cut.head() != head)
  }

  @Test("A1: a log whose triggers are gone is named")
  func droppedTrigger() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    try RawStore(directory).queue.write { try $0.execute(sql: "DROP TRIGGER entry_keeps_delete") }
    #expect(
      try Store(opening: directory).check().findings == [.schemaDiffers("entry_keeps_delete")])
  }

  @Test("A1: a note of the store whose value is of another type is named, though it reads the same")
  func noteOfAnotherType() throws {
    for key in ["store", "device"] {
      let directory = try SharedStore.copy()
      defer { try? FileManager.default.removeItem(at: directory) }
      try RawStore(directory).queue.write {
        try $0.execute(
          sql: "UPDATE meta SET value = CAST(value AS BLOB) WHERE key = ?", arguments: [key])
      }
      #expect(try Store(opening: directory).check().findings == [.noteDamaged(key)])
    }
  }
}
