import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Founding and opening a store")
struct OpeningTests {
  private let founder = Person(id: "p1", name: "陈秘", roles: [.secretariat])

  @Test("P6: a newer store is refused and stays untouched, byte by byte")
  func newer() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    try RawStore(directory).queue.write {
      try $0.execute(sql: "PRAGMA user_version = \(Schema.version + 1)")
    }
    let path = directory.appendingPathComponent("log.sqlite")
    let before = try Data(contentsOf: path)
    #expect(throws: StoreFault.newerProgram) { try Store(opening: directory) }
    #expect(try Data(contentsOf: path) == before)
  }

  @Test(
    "P6: a store from before the log's form was frozen is refused and stays untouched",
    arguments: Array(1..<Schema.version))
  func trial(_ version: Int) throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    try RawStore(directory).queue.write { try $0.execute(sql: "PRAGMA user_version = \(version)") }
    let path = directory.appendingPathComponent("log.sqlite")
    let before = try Data(contentsOf: path)
    #expect(throws: StoreFault.trialVersion) { try Store(opening: directory) }
    #expect(try Data(contentsOf: path) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    #expect(!names.contains { $0.hasSuffix("-journal") })
  }

  @Test("What is no store is refused and stays untouched")
  func notAStore() throws {
    let directory = StoreWorld.emptyDirectory()
    defer { try? FileManager.default.removeItem(at: directory) }
    #expect(throws: StoreFault.notAStore(directory.path)) { try Store(opening: directory) }
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let path = directory.appendingPathComponent("log.sqlite")
    try Data(String(repeating: "这不是数据库。", count: 200).utf8).write(to: path)
    #expect(throws: StoreFault.notAStore("log.sqlite")) { try Store(opening: directory) }
    try FileManager.default.removeItem(at: path)
    try DatabaseQueue(path: path.path).write { try $0.execute(sql: "CREATE TABLE other (x)") }
    let before = try Data(contentsOf: path)
    #expect(throws: StoreFault.notAStore(directory.path)) { try Store(opening: directory) }
    #expect(try Data(contentsOf: path) == before)
  }

  @Test("A directory that is not empty is refused; nothing in it changes")
  func notEmpty() throws {
    let directory = StoreWorld.emptyDirectory()
    defer { try? FileManager.default.removeItem(at: directory) }
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try Data().write(to: directory.appendingPathComponent("笔记"))
    #expect(throws: StoreFault.notEmpty(directory.path)) {
      try Store.found(
        Founding(name: "库", founder: founder, isDemo: true), passphrase: "demo", at: directory)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["笔记"])
  }

  @Test("A store whose passphrases cost little to guess says that it is none, or it is none")
  func cheap() throws {
    for cost in [ScryptCost.demo, .rehearsal] {
      #expect(throws: StoreFault.notBelieved(.keysWeak)) {
        try Store.found(
          Founding(name: "库", founder: founder, cost: cost), passphrase: "一句足够长的试验口令",
          at: StoreWorld.emptyDirectory())
      }
    }
  }

  @Test("A founding that is refused leaves nothing behind")
  func refusedFounding() throws {
    let directory = StoreWorld.emptyDirectory()
    defer { try? FileManager.default.removeItem(at: directory) }
    let nameless = Person(id: "p1", name: " ", roles: [.secretariat])
    #expect(throws: Refusal.self) {
      try Store.found(
        Founding(name: "库", founder: nameless, isDemo: true), passphrase: "demo", at: directory)
    }
    #expect(!FileManager.default.fileExists(atPath: directory.path))
    #expect(throws: VaultFault.weakPassphrase(minimum: 10)) {
      try Store.found(
        Founding(name: "库", founder: founder), passphrase: "demo", at: directory)
    }
    #expect(!FileManager.default.fileExists(atPath: directory.path))
  }

  @Test("An invitation works once, for its person alone, and not after a second one was made")
  func invitations() throws {
    let world = try StoreWorld(people: [])
    let (store, office) = (world.store, world.office)
    let first = try store.invite(Person(id: "p11", name: "赵一", roles: [.expert]), by: office)
    let other = try store.invite(Person(id: "p12", name: "钱二", roles: [.expert]), by: office)
    #expect(throws: VaultFault.badInvitation) {
      try store.join("p11", invitation: other.code, passphrase: "demo")
    }
    let second = try store.inviteAgain("p11", by: office)
    #expect(throws: VaultFault.badInvitation) {
      try store.join("p11", invitation: first.code, passphrase: "demo")
    }
    _ = try store.join("p11", invitation: second.code, passphrase: "demo")
    #expect(throws: StoreFault.alreadyJoined) {
      try store.join("p11", invitation: second.code, passphrase: "demo")
    }
    #expect(throws: StoreFault.notJoined) { try store.signIn("p12", passphrase: "demo") }
    #expect(throws: VaultFault.wrongPassphrase) { try store.signIn("p11", passphrase: "别的") }
    #expect(throws: StoreFault.unknownPerson("p99")) { try store.signIn("p99", passphrase: "") }
    #expect(try store.check().isSound)
  }
}
