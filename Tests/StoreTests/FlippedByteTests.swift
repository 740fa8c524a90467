import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

@Suite("A damaged file is named or refused, never believed")
struct FlippedByteTests {
  @Test("A2: a flipped byte anywhere is a finding or a fault, or changes nothing that is read")
  func flipped() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let path = directory.appendingPathComponent("log.sqlite")
    let whole = try Data(contentsOf: path)
    let pristine = try contents(directory)
    var chance = Chance(seed: 2026)
    let rounds = ProcessInfo.processInfo.environment["PINGSHEN_TRIALS"] == "full" ? 5000 : 48
    var named = 0
    for round in 0..<rounds {
      var damaged = whole
      // The header and the schema take part as often as everything behind them.
      let offset = Int.random(in: 0..<(round % 4 == 0 ? 4096 : whole.count), using: &chance)
      damaged[offset] ^= UInt8(1 << Int.random(in: 0..<8, using: &chance))
      try damaged.write(to: path)
      if try isNamed(directory) {
        named += 1
        continue
      }
      #expect(try contents(directory) == pristine, "byte \(offset)")
    }
    #expect(named > rounds / 3)
  }

  /// Whether opening, signing in, reading or checking says that something is wrong.
  ///
  /// An error without a name of ours goes through and fails the test.
  private func isNamed(_ directory: URL) throws -> Bool {
    do {
      let store = try Store(opening: directory)
      let session = try store.signIn("p13", passphrase: "demo")
      _ = try store.accounts()
      _ = try store.queue(QueueQuery(scope: .all), limit: 50, by: session)
      for id in [SharedStore.dossier, SharedStore.draft] { _ = try store.dossier(id, by: session) }
      return try !store.check(by: session).isSound
    } catch let error where error is StoreFault || error is VaultFault {
      return true
    }
  }

  private func contents(_ directory: URL) throws -> [String: [String]] {
    let raw = try RawStore(directory)
    return try raw.dump(RawStore.all + ["sqlite_schema"])
  }

  @Test("A damaged draft, a damaged wrap and damaged attachments are named to whom they concern")
  func sealedParts() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let files = Files(directory: directory)
    let names = try files.names()
    #expect(names.count == 8)
    let folder = directory.appendingPathComponent("files")
    try Data("坏".utf8).write(to: folder.appendingPathComponent(names[0]))
    try FileManager.default.removeItem(at: folder.appendingPathComponent(names[1]))
    let part = folder.appendingPathComponent("x.part")
    try Data().write(to: part)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: part.path)
    try RawStore(directory).queue.write { db in
      try db.execute(sql: "UPDATE draft SET sealed = zeroblob(4124) WHERE slot = '4.1.2'")
      try db.execute(
        sql: "DELETE FROM wrapped WHERE scope = 'material/HZ26-0002' AND reader = 'person/p13'")
    }
    let store = try Store(opening: directory)
    let found = try store.check(by: store.signIn("p13", passphrase: "demo")).findings
    #expect(found.contains(.attachmentDamaged(names[0])))
    #expect(found.contains(.partLeft("x.part")))
    #expect(found.contains(.draftDamaged(SharedStore.draft, "p13")))
    #expect(
      found.contains(
        .projectionDiffers(table: "wrapped", key: "material/HZ26-0002 person/p13")))
    let office = try store.check(by: store.signIn("p1", passphrase: "demo")).findings
    #expect(
      office.contains { if case .attachmentMissing(_, names[1]) = $0 { true } else { false } })
  }

  @Test("A missing draft row and a false progress figure are named")
  func draftRows() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try Store(opening: directory)
    let session = try store.signIn("p13", passphrase: "demo")
    try RawStore(directory).queue.write { try $0.execute(sql: "UPDATE progress SET marked = 7") }
    #expect(try store.check().isSound)
    #expect(try store.check(by: session).findings == [.draftDamaged(SharedStore.draft, "p13")])
    try RawStore(directory).queue.write {
      try $0.execute(sql: "DELETE FROM draft WHERE slot = '4.1.2'")
    }
    #expect(try store.check().findings == [.draftDamaged(SharedStore.draft, "p13")])
  }
}
