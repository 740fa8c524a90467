import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Another passphrase, other keys")
struct KeyChangeTests {
  private static let id: CaseID = "HZ26-0001"

  @Test("after a change the new passphrase opens and the old one says when it ended")
  func passphrase() throws {
    let world = try StoreWorld()
    let session = world["p11"]
    #expect(throws: VaultFault.wrongPassphrase) {
      try world.store.changePassphrase(
        from: "demon", to: "新的口令", replacesKeys: false, by: session)
    }
    #expect(throws: VaultFault.weakPassphrase(minimum: 4)) {
      try world.store.changePassphrase(from: "demo", to: "新", replacesKeys: false, by: session)
    }
    try world.store.changePassphrase(
      from: "demo", to: "新的口令", replacesKeys: false, by: session)
    let until = world.time.clock.now()
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    #expect(throws: StoreFault.formerPassphrase(until: until, .passphrase)) {
      try anew.signIn("p11", passphrase: "demo")
    }
    #expect(throws: VaultFault.wrongPassphrase) { try anew.signIn("p11", passphrase: "其他") }
    let later = try anew.signIn("p11", passphrase: "新的口令")
    #expect(later.ring.keys.publicKeys == session.ring.keys.publicKeys)
    // The list of people, turned back by whoever may write the file, brings no passphrase back.
    try RawStore(world.directory).alter { db in
      try db.execute(
        sql: """
          UPDATE person SET keyed = (SELECT position FROM entry WHERE kind = 'personKeyed'
            AND author = 'p11') WHERE id = 'p11'
          """)
    }
    let turned = try Store(opening: world.directory, clock: world.time.clock)
    #expect(throws: StoreFault.formerPassphrase(until: until, .passphrase)) {
      try turned.signIn("p11", passphrase: "demo")
    }
    _ = try turned.signIn("p11", passphrase: "新的口令")
  }

  @Test("a lost laptop: new keys read what the old ones read; what the old ones sign has no effect")
  func lostLaptop() throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.toReview(Self.id)
    try world.designate(Self.id, ["p11", "p12", "p13"])
    try world.write(StoreWorld.sheet(comment: "甲"), in: Self.id, by: "p12")
    let laptop = Session(person: "p12", keys: world["p12"].ring.keys)
    let group = Session(person: StoreWorld.office, keys: world.office.ring.keys)
    for session in [world["p12"], world.office] {
      try world.store.changePassphrase(
        from: "demo", to: "新的口令", replacesKeys: true, by: session)
      // Once more, so that what was wrapped for the first keys is reached through two changes.
      try world.store.changePassphrase(
        from: "新的口令", to: "更新的口令", replacesKeys: true, by: session)
    }
    let home = StoreWorld.emptyDirectory()
    let anew = try Store(opening: world.directory, clock: world.time.clock, state: home)
    let session = try anew.signIn("p12", passphrase: "更新的口令")
    anew.keepState(of: session)
    // A console that goes on with the old keys spoils nothing of what the new ones remember.
    anew.keepState(of: laptop)
    let state = try #require(
      try FileManager.default.subpathsOfDirectory(atPath: home.path).first { $0.hasSuffix("p12") })
    #expect(
      StateFile.read(home.appendingPathComponent(state), with: session.ring.keys).tips.isEmpty
        == false)
    #expect(session.ring.keys.publicKeys != laptop.ring.keys.publicKeys)
    #expect(try anew.draft(of: Self.id, by: session).sheet.items.isEmpty == false)
    try anew.handIn(Self.id, by: session)
    let office = try anew.signIn(StoreWorld.office, passphrase: "更新的口令")
    #expect(try anew.dossier(Self.id, by: office).documents.isEmpty == false)
    #expect(try anew.check(by: office).findings == [])
    #expect(throws: StoreFault.keysReplaced) {
      try world.store.perform(
        .recuse(Interest(ground: .other, note: "捡到")), in: Self.id, by: laptop)
    }
    #expect(throws: StoreFault.keysReplaced) {
      try world.store.perform(.cycle(.change(StoreWorld.people[4])), by: group)
    }
    // A program of the finder's own signs all the same.
    let attacker = try Attacker(world.directory)
    try attacker.append(
      .event(.personRecused(person: "p12", interest: Interest(ground: .other, note: "捡到"))),
      to: .dossier(Self.id), as: "p12", at: world.time.clock.now(), signed: Attacker.signer(laptop))
    let later = try Store(opening: world.directory, clock: world.time.clock)
    let seen = try later.dossier(Self.id, by: later.signIn("p11", passphrase: "demo"))
    #expect(seen.recusals.isEmpty)
    #expect(Array(try later.check().findings.faults.values) == [.signatureWrong])
  }

  @Test(
    "a form that was left unfinished is there with new keys; with recovered ones its row is empty")
  func unfinished() throws {
    let world = try StoreWorld()
    let form = UnfinishedForm(
      place: .init(screen: "onSite", form: "evidence", dossier: Self.id, about: "4.1.2"),
      title: "现场证据", time: world.time.clock.now(),
      fields: [.init(id: "text", label: "证据", text: "车间巡检记录齐全")])
    _ = try world.store.keep(form, waiting: 0, by: world["p12"])
    let old = Session(person: "p12", keys: world["p12"].ring.keys)
    try world.store.changePassphrase(
      from: "demo", to: "新的口令", replacesKeys: true, by: world["p12"])
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    let session = try anew.signIn("p12", passphrase: "新的口令")
    // A window that is still open with the old keys writes over nothing of it.
    #expect(throws: StoreFault.keysReplaced) { try world.store.keep(form, waiting: 0, by: old) }
    #expect(try anew.unfinished(by: session).map(\.fields) == [form.fields])
    let recovered = try anew.recover("p12", passphrase: "更新的口令", with: try world.recovery())
    #expect(try anew.unfinished(by: recovered.session).isEmpty)
    #expect(try anew.check().findings == [])
  }

  @Test("keys of somebody who was not confirmed yet are not replaced; nobody replaces another's")
  func whose() throws {
    let world = try StoreWorld()
    let invitation = try world.store.invite(
      Person(id: "p30", name: "新人", roles: [.expert]), by: world.office)
    let session = try world.store.join(
      "p30", invitation: invitation.code, passphrase: "demo")
    #expect(throws: StoreFault.notConfirmed) {
      try world.store.changePassphrase(
        from: "demo", to: "新的口令", replacesKeys: true, by: session)
    }
    let keys = PersonKeys.generate()
    let locked = try keys.lock(with: Passphrase(creating: "偷换", minimum: 1), cost: .demo)
    let weak = try world.store.holder(of: "p13").locked
    let former = try keys.handOver(to: keys.publicKeys, person: "p12")
    let known = world["p11"].ring.keys.publicKeys
    // Under a key of small order nothing would be secret, and nothing can be wrapped for it.
    let hollow = PublicKeys(signing: keys.publicKeys.signing, agreement: Data(count: 32))
    let own = try world["p13"].ring.keys.handOver(to: keys.publicKeys, person: "p13")
    for (event, fault): (KeyEvent, EntryFault) in [
      (.passphraseChanged(person: "p12", locked: weak), .keysNotAllowed),
      (
        .keysReplaced(person: "p12", keys: keys.publicKeys, locked: locked, former: former),
        .keysNotAllowed
      ),
      (
        .keysReplaced(person: "p13", keys: known, locked: locked, former: own), .keysNotAllowed
      ),
      (
        .keysReplaced(person: "p13", keys: hollow, locked: locked, former: own), .keysNotAllowed
      ),
    ] {
      #expect(throws: StoreFault.notBelieved(fault)) {
        try world.store.write(by: world["p13"]) { transaction in
          _ = try transaction.appendKey(event, to: .cycle)
        }
      }
    }
  }
}
