import Criteria
import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Recovery with both halves")
struct RecoveryTests {
  private static let id: CaseID = "HZ26-0001"

  private func reviewed() throws -> StoreWorld {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.toReview(Self.id)
    try world.designate(Self.id, ["p11", "p12", "p13"])
    try world.handIn(StoreWorld.sheet(comment: "甲"), in: Self.id, by: "p11")
    try world.write(StoreWorld.sheet(comment: "乙"), in: Self.id, by: "p12")
    try world.settleAll()
    return world
  }

  @Test("a lost passphrase: new keys read and write all that the old ones did, draft and sheet too")
  func lostPassphrase() throws {
    let world = try reviewed()
    for person in ["p11", "p12"] as [PersonID] {
      let recovered = try world.store.recover(
        person, passphrase: "新的口令", with: try world.recovery())
      #expect(recovered.given > 0)
      #expect(recovered.unopened == [])
    }
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    let until = world.time.clock.now()
    for person in ["p11", "p12"] as [PersonID] {
      #expect(throws: StoreFault.formerPassphrase(until: until, .recovered)) {
        try anew.signIn(person, passphrase: "demo")
      }
    }
    let (first, second) = (
      try anew.signIn("p11", passphrase: "新的口令"), try anew.signIn("p12", passphrase: "新的口令")
    )
    #expect(try anew.dossier(Self.id, by: first).contents["p11"]?[1]?.items.isEmpty == false)
    #expect(try anew.dossier(Self.id, by: first).contents["p12"] == nil)
    #expect(try anew.draft(of: Self.id, by: second).sheet.items.isEmpty == false)
    #expect(try anew.dossier(Self.id, by: second).documents.isEmpty == false)
    try anew.handIn(Self.id, by: second)
    for session in [first, second, world.office] {
      #expect(try anew.check(by: session).findings == [])
    }
  }

  @Test("the secretariat's and supervision's members get their groups back, and what these read")
  func groups() throws {
    let world = try reviewed()
    try lodge(world)
    for person in [StoreWorld.office, StoreWorld.supervisor] {
      let recovered = try world.store.recover(
        person, passphrase: "新的口令", with: try world.recovery())
      world.replace(recovered.session)
    }
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    let office = try anew.signIn(StoreWorld.office, passphrase: "新的口令")
    #expect(try anew.dossier(Self.id, by: office).documents.isEmpty == false)
    let supervisor = try anew.signIn(StoreWorld.supervisor, passphrase: "新的口令")
    #expect(try anew.supervision(by: supervisor).listed.count == 1)
    try world.join(Person(id: "p30", name: "新员", roles: [.secretariat]))
    try world.settleAll()
    #expect(try world.state(Self.id, "p30").documents.isEmpty == false)
    #expect(try anew.check(by: office).findings == [])
  }

  @Test("everybody's history says whose keys were recovered, and when")
  func everybodySees() throws {
    let world = try reviewed()
    _ = try world.store.recover("p11", passphrase: "新的口令", with: try world.recovery())
    for person in ["p3", "p12", "p2"] as [PersonID] {
      let rows = try world.store.history(
        HistoryQuery(), before: nil, limit: 50, by: world[person])
      #expect(
        rows.contains { $0.kind == KeyEventKind.keysRecovered.rawValue && $0.author == "p11" })
    }
  }

  @Test(
    "the head is another after a recovery; check with recovered keys names nothing of the old ones")
  func checked() throws {
    let world = try reviewed()
    try world.store.perform(
      .recuse(Interest(ground: .other, note: "亲属任职")), in: Self.id, by: world["p13"])
    let head = try world.store.head()
    let recovered = try world.store.recover(
      "p13", passphrase: "新的口令", with: try world.recovery())
    #expect(try world.store.head() != head)
    #expect(try world.store.check(by: recovered.session).findings == [])
  }

  @Test("A1: what both halves signed once gives nothing a second time")
  func again() throws {
    let world = try reviewed()
    _ = try world.store.recoverKeys(of: world["p11"], with: try world.recovery())
    let used = try #require(
      try world.store.read { db in
        try LogTable.entries(db, after: 0).compactMap { stored -> KeyEvent? in
          guard case .key(let event)? = try? stored.entry.clearAct(), event.kind == .recoveryUsed
          else { return nil }
          return event
        }.last
      })
    #expect(throws: StoreFault.notBelieved(.keysNotVouched)) {
      try world.store.write(by: world["p11"]) { transaction in
        _ = try transaction.appendKey(used, to: .cycle)
      }
    }
  }

  @Test("one half alone, twice the same, and halves of another store do nothing")
  func oneHalf() throws {
    let world = try reviewed()
    let other = try StoreWorld(people: [])
    let before = try world.bytes()
    let (one, two) = (
      try RecoveryHalf(parsing: world.halves.0), try RecoveryHalf(parsing: world.halves.1)
    )
    #expect(throws: VaultFault.halvesDoNotJoin) { try world.store.recovery(one, one) }
    #expect(throws: VaultFault.halvesDoNotJoin) {
      try world.store.recovery(one, RecoveryHalf(parsing: other.halves.1))
    }
    #expect(throws: StoreFault.recoveryOfOther) { try other.store.recovery(one, two) }
    #expect(try world.bytes() == before)
  }

  @Test("a founder who is gone: a successor takes their place, and theirs ends")
  func founderGone() throws {
    let world = try reviewed()
    let successor = Person(id: "p40", name: "继任", roles: [.secretariat])
    let recovered = try world.store.recover(
      successor: successor, of: StoreWorld.office, passphrase: "接任口令",
      with: try world.recovery())
    #expect(recovered.unopened == [])
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    let session = try anew.signIn("p40", passphrase: "接任口令")
    #expect(try anew.cycle().acts("p40", as: .secretariat))
    #expect(try anew.cycle().isReady(StoreWorld.office) == false)
    #expect(try anew.dossier(Self.id, by: session).documents.isEmpty == false)
    _ = try anew.invite(Person(id: "p41", name: "新人", roles: [.expert]), by: session)
    #expect(throws: Refusal(.K, .notReady(StoreWorld.office), ours: true)) {
      try world.store.perform(.cycle(.change(StoreWorld.people[4])), by: world.office)
    }
    #expect(try anew.check(by: session).findings == [])
    // The opening needs the secretariat's half: it followed.
    try anew.handIn(Self.id, by: world["p12"])
    try world.handIn(StoreWorld.sheet(), in: Self.id, by: "p13")
    try anew.perform(.askOpening, in: Self.id, by: anew.signIn("p11", passphrase: "demo"))
    try anew.perform(.releaseOpening, in: Self.id, by: session)
    try anew.perform(.openConsensus, in: Self.id, by: anew.signIn("p11", passphrase: "demo"))
    #expect(throws: StoreFault.notOfOffice("p12")) {
      try anew.recover(
        successor: Person(id: "p50", name: "他", roles: [.secretariat]), of: "p12",
        passphrase: "接任口令", with: try world.recovery())
    }
  }

  @Test("a supervisor who is gone: another is entered as ever, and takes the keys with both halves")
  func supervisorGone() throws {
    let world = try reviewed()
    try lodge(world)
    try world.join(Person(id: "p30", name: "新督", roles: [.supervisor]))
    try world.change(StoreWorld.supervisor) { $0.active = false }
    let session = world["p30"]
    try world.store.settleKeys(by: session)
    #expect(try world.store.supervision(by: session).listed.isEmpty)
    // What is sealed with an earlier key than theirs is not readable, and no doubt.
    #expect(try world.store.check(by: session).findings == [])
    let recovered = try world.store.recoverKeys(of: session, with: try world.recovery())
    #expect(recovered.given > 0)
    #expect(recovered.unopened == [])
    #expect(try world.store.supervision(by: session).listed.count == 1)
    #expect(try world.store.recoverKeys(of: session, with: try world.recovery()).given == 0)
    let used = KeyEventKind.recoveryUsed.rawValue
    let rows = try world.store.history(
      HistoryQuery(), before: nil, limit: 50, by: world["p12"])
    #expect(rows.count { $0.kind == used && $0.author == "p30" } == 2)
    #expect(try world.store.check(by: session).findings == [])
  }

  @Test("nobody who was deactivated gets keys again by both halves")
  func deactivated() throws {
    let world = try reviewed()
    try world.change("p13") { $0.active = false }
    let before = try world.bytes()
    #expect(throws: Refusal(.K, .inactive("p13"))) {
      try world.store.recover("p13", passphrase: "新的口令", with: try world.recovery())
    }
    #expect(try world.bytes() == before)
  }

  @Test("recovery opens to nobody what is not theirs: a reviewer reads no other sheet by it")
  func notTheirs() throws {
    let world = try reviewed()
    let recovered = try world.store.recover(
      "p13", passphrase: "新的口令", with: try world.recovery())
    #expect(try world.store.dossier(Self.id, by: recovered.session).contents.isEmpty)
    let rooms = try rooms(world)
    #expect(recovered.session.key(of: .sheet(Self.id, "p11", revision: 1), in: rooms) == nil)
    #expect(recovered.session.key(of: .office(Self.id), in: rooms) == nil)
  }

  private func lodge(_ world: StoreWorld) throws {
    let complaint = Complaint(
      id: "c1", topic: .influence, source: .expert, dossier: Self.id, text: "举报")
    try world.store.perform(.supervision(.lodge(complaint)), by: world["p11"])
  }

  private func rooms(_ world: StoreWorld) throws -> RoomRegister {
    try world.store.replayed(Self.id, by: world.office).rooms
  }

  @Test(
    "A1: recovered keys that both halves did not sign have no effect, nor do those signed before")
  func forged() throws {
    let world = try reviewed()
    let keys = PersonKeys.generate()
    let locked = try keys.lock(with: Passphrase(creating: "偷换", minimum: 1), cost: .demo)
    let other = RecoveryKeys.generate().halves
    let stranger = try RecoveryKeys.join(other.0, other.1)
    let former = try world.store.holder(of: "p12").keys.fingerprint
    func event(_ former: String, _ recovery: RecoveryKeys) -> KeyRecovery {
      KeyRecovery(
        of: "p12", keys: keys.publicKeys, locked: locked, former: former, successor: nil,
        by: recovery)
    }
    var stolen = event(former, try world.recovery())
    stolen.person = "p13"
    let thief = Session(person: "p12", keys: keys)
    for forged in [
      event(former, stranger), event("0000", try world.recovery()), stolen,
    ] {
      #expect(throws: StoreFault.self) {
        try world.store.write(by: thief) { transaction in
          _ = try transaction.appendKey(.keysRecovered(recovery: forged), to: .cycle)
        }
      }
    }
    #expect(try world.store.holder(of: "p12").keys.fingerprint == former)
  }
}
