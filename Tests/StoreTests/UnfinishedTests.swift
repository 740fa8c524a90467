import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Forms left unfinished are kept for their writer alone")
struct UnfinishedTests {
  private func form(_ text: String, _ name: String = "tick/c1") -> UnfinishedForm {
    UnfinishedForm(
      place: UnfinishedForm.Place(
        screen: "onSite", form: name, dossier: "HZ26-0001", about: ""),
      title: "核查记录", time: StoreWorld.start,
      fields: [UnfinishedForm.Field(id: "evidence", label: "记录", text: text)])
  }

  private func texts(_ store: Store, _ session: Session) throws -> [String] {
    try store.unfinished(by: session).map { $0.fields[0].text }
  }

  @Test("everybody who joined has two rows of one size, whatever stands in them")
  func rowsTellNothing() throws {
    let world = try StoreWorld()
    func rows() throws -> [String] {
      try RawStore(world.directory).dump(["unfinished"], lengthsOnly: true)["unfinished"] ?? []
    }
    let empty = try rows()
    let size = (32 << 10) + 28
    #expect(
      empty
        == world.sessions.keys.map(\.rawValue).sorted()
        .flatMap { person in
          (0...1).map { "\"\(person)\"|\($0)|\(size) bytes|32 bytes" }
        }.sorted())
    var kept = form("短")
    for length in [1, 400, 10_000] {
      kept = try world.store.keep(
        kept.with(form(String(repeating: "据", count: length)).fields, at: StoreWorld.start),
        waiting: 0, by: world["p12"])
      #expect(try rows() == empty)
    }
    try world.store.forget(kept, waiting: 0, by: world["p12"])
    #expect(try rows() == empty && texts(world.store, world["p12"]) == [])
  }

  @Test("no key but the writer's opens them, and no word of them is in any file")
  func sealed() throws {
    let world = try StoreWorld()
    let canaries = [Canary.ascii(), .han()]
    let text = canaries.map(\.text).joined(separator: "，")
    _ = try world.store.keep(form(text), waiting: 0, by: world["p12"])
    for (path, data) in try world.bytes() {
      for canary in canaries { #expect(canary.forms(in: data) == [], "\(path)") }
    }
    let rows = try world.store.read {
      try Data.fetchAll($0, sql: "SELECT sealed FROM unfinished WHERE person = 'p12' ORDER BY slot")
    }
    for (person, session) in world.sessions {
      let keys = session.ring.keys
      for key in [keys.unfinishedKey, keys.stateKey] {
        let opened = rows.enumerated().compactMap { slot, sealed in
          try? key.open(sealed, context: Data("unfinished/p12/\(slot)".utf8))
        }
        let isOwn = person == "p12" && key == keys.unfinishedKey
        #expect(opened.count == (isOwn ? 2 : 0), "\(person)")
      }
      #expect(try texts(world.store, session) == (person == "p12" ? [text] : []), "\(person)")
    }
  }

  @Test("one window writes over its own form, a second beside it; a third is told")
  func twoWindows() throws {
    let world = try StoreWorld()
    let (store, session) = (world.store, world["p12"])
    let first = try store.keep(form("一"), waiting: 0, by: session)
    let again = try store.keep(
      first.with(form("一二").fields, at: StoreWorld.start), waiting: 0, by: session)
    #expect(try texts(store, session) == ["一二"])
    // Another window went on with the form: what this one has stays beside it.
    let other = try store.keep(
      first.with(form("一三").fields, at: StoreWorld.start), waiting: 0, by: session)
    #expect(try Set(texts(store, session)) == ["一二", "一三"])
    #expect(throws: UnfinishedFault.noRoom) {
      try store.keep(form("四"), waiting: 0, by: session)
    }
    // What a window has not seen it does not take away.
    try store.forget(first, waiting: 0, by: session)
    #expect(try texts(store, session).count == 2)
    try store.forget(other, waiting: 0, by: session)
    #expect(try texts(store, session) == ["一二"])
    try store.forget(again, waiting: 0, by: session)
    #expect(try texts(store, session) == [])
  }

  @Test("a form longer than its row is refused and leaves what was there")
  func tooLong() throws {
    let world = try StoreWorld()
    let first = try world.store.keep(form("一"), waiting: 0, by: world["p12"])
    let long = first.with(form(String(repeating: "字", count: 11_000)).fields, at: StoreWorld.start)
    #expect(throws: UnfinishedFault.tooLong) {
      try world.store.keep(long, waiting: 0, by: world["p12"])
    }
    #expect(try texts(world.store, world["p12"]) == ["一"])
  }

  @Test("while others write it gives up soon, without asking anybody")
  func busy() throws {
    let world = try StoreWorld()
    let other = try RawStore(world.directory)
    world.store.onBusy = { _ in
      Issue.record("somebody was asked")
      return false
    }
    try other.queue.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: StoreFault.busy) {
        try world.store.keep(form("一"), waiting: 20, by: world["p12"])
      }
      try db.execute(sql: "ROLLBACK")
    }
    _ = try world.store.keep(form("一"), waiting: 20, by: world["p12"])
    #expect(try texts(world.store, world["p12"]) == ["一"])
  }

  @Test("a row that was spoilt or taken away counts as empty and is written over")
  func spoilt() throws {
    let world = try StoreWorld()
    _ = try world.store.keep(form("一"), waiting: 0, by: world["p12"])
    try RawStore(world.directory).queue.write { db in
      try db.execute(
        sql: "UPDATE unfinished SET sealed = zeroblob(100) WHERE person = 'p12' AND slot = 0")
      try db.execute(sql: "DELETE FROM unfinished WHERE person = 'p13' AND slot = 1")
    }
    #expect(
      try world.store.check().findings == [.unfinishedDamaged("p12"), .unfinishedDamaged("p13")])
    #expect(try texts(world.store, world["p12"]) == [])
    for text in ["二", "三"] {
      _ = try world.store.keep(form(text), waiting: 0, by: world["p12"])
    }
    #expect(try Set(texts(world.store, world["p12"])) == ["二", "三"])
  }

  @Test("checking, rebuilding and a backup leave them as they are")
  func outsideTheLog() throws {
    let directories = [try SharedStore.copy(), StoreWorld.emptyDirectory()]
    defer { for url in directories { try? FileManager.default.removeItem(at: url) } }
    let store = try Store(opening: directories[0])
    let session = try store.signIn("p13", passphrase: "demo")
    _ = try store.keep(form("现场所见"), waiting: 0, by: session)
    #expect(try store.check(by: session).isSound)
    try store.rebuild()
    #expect(try texts(store, session) == ["现场所见"])
    _ = try store.backUp(to: store.ownBackups, now: BackupTests.noon)
    _ = try Store.restore(store.directory, to: directories[1])
    let back = try Store(opening: directories[1])
    #expect(try texts(back, back.signIn("p13", passphrase: "demo")) == ["现场所见"])
  }
}
