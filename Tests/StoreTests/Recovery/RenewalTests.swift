import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Who left reads nothing that is sealed afterwards")
struct RenewalTests {
  private static let id: CaseID = "HZ26-0001"
  private static let item: ItemID = "4.1.2"

  /// In consensus, opened by the leader.
  private func consensus() throws -> StoreWorld {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.toHandedIn(
      Self.id, sheets: ["p11", "p12", "p13", "p15"].map { ($0, StoreWorld.sheet()) })
    try world.open(Self.id)
    return world
  }

  /// What somebody's program reads who has a copy of the file as it is now, and their keys of then.
  private func reads(_ text: String, _ world: StoreWorld, by session: Session) throws -> Bool {
    let store = try Store(opening: world.directory, clock: world.time.clock)
    return "\(try store.replayed(Self.id, by: session).state as Any)".contains(text)
  }

  private func made(_ world: StoreWorld, _ kind: KeyEventKind) throws -> Int {
    try world.store.read { db in
      try LogTable.entries(db, after: 0).count { $0.entry.kind == kind.rawValue }
    }
  }

  @Test("R5: what is discussed after a member recused is sealed with a key that they have not got")
  func recused() throws {
    let world = try consensus()
    try world.store.perform(.discuss(Self.item, text: "先前的讨论"), in: Self.id, by: world["p11"])
    #expect(try reads("先前的讨论", world, by: world["p13"]))
    let rooms = try made(world, .roomMade)
    try world.store.perform(
      .recuse(Interest(ground: .other, note: "亲属任职")), in: Self.id, by: world["p13"])
    #expect(try made(world, .roomMade) == rooms)
    for text in ["此后的讨论", "再后的讨论"] {
      try world.store.perform(.discuss(Self.item, text: text), in: Self.id, by: world["p11"])
    }
    // One key, made when the first thing was to be sealed.
    #expect(try made(world, .roomMade) == rooms + 1)
    #expect(try reads("先前的讨论", world, by: world["p13"]))
    #expect(try !reads("此后的讨论", world, by: world["p13"]))
    for person in ["p11", "p12", "p15", StoreWorld.office, StoreWorld.supervisor] as [PersonID] {
      #expect(try reads("再后的讨论", world, by: world[person]), "\(person)")
      #expect(try world.store.check(by: world[person]).findings == [], "\(person)")
    }
  }

  @Test("a member of the secretariat who was deactivated reads nothing written later; others all")
  func deactivated() throws {
    let world = try StoreWorld()
    try world.join(Person(id: "p30", name: "前员", roles: [.secretariat]))
    try world.register(Self.id)
    try world.settleAll()
    let gone = world["p30"]
    #expect(try world.store.dossier(Self.id, by: gone).documents.isEmpty == false)
    try world.change("p30") { $0.active = false }
    try world.register("HZ26-0002")
    let store = try Store(opening: world.directory, clock: world.time.clock)
    #expect(try store.replayed("HZ26-0002", by: gone).state?.documents.isEmpty != false)
    #expect(try store.replayed(Self.id, by: gone).state?.documents.isEmpty == false)
    try world.settleAll()
    for person in [StoreWorld.office, StoreWorld.officer] {
      #expect(try world.state("HZ26-0002", person).documents.isEmpty == false, "\(person)")
    }
    try world.join(Person(id: "p31", name: "新员", roles: [.secretariat]))
    try world.settleAll()
    for id in [Self.id, "HZ26-0002"] as [CaseID] {
      #expect(try world.state(id, "p31").documents.isEmpty == false)
    }
    #expect(try world.store.check(by: world["p31"]).findings == [])
  }

  @Test("with the keys of a lost laptop nothing opens that is sealed after they were replaced")
  func lostLaptop() throws {
    let world = try consensus()
    let finders = [world.office, world["p12"]].map { session in
      Session(person: session.person, ring: session.ring)
    }
    for session in [world.office, world["p12"]] {
      try world.store.changePassphrase(
        from: "demo", to: "新的口令", replacesKeys: true, by: session)
    }
    try world.settleAll()
    try world.store.perform(.discuss(Self.item, text: "此后的讨论"), in: Self.id, by: world["p11"])
    for finder in finders {
      #expect(try !reads("此后的讨论", world, by: finder), "\(finder.person)")
    }
    try world.settleAll()
    for person in [StoreWorld.office, "p12", "p13", StoreWorld.supervisor] as [PersonID] {
      #expect(try reads("此后的讨论", world, by: world[person]), "\(person)")
      #expect(try world.store.check(by: world[person]).findings == [], "\(person)")
    }
  }

  @Test(
    "a text that is attached after an officer was deactivated is sealed with a key they have not got"
  )
  func attached() throws {
    let world = try StoreWorld()
    try world.join(
      Person(id: "p30", name: "前员", roles: [.districtOfficer], district: StoreWorld.district))
    try world.register(Self.id)
    try world.settleAll()
    let gone = world["p30"]
    try world.change("p30") { $0.active = false }
    try world.store.attach(
      "此后附上的简介", as: .profile, titled: "简介", to: Self.id, by: world.office)
    let document = try #require(
      try world.state(Self.id).documents.first { $0.kind == .profile })
    #expect(
      try world.store.text(of: document, in: Self.id, by: world.office).contains("此后附上"))
    let store = try Store(opening: world.directory, clock: world.time.clock)
    #expect(throws: (any Error).self) { try store.text(of: document, in: Self.id, by: gone) }
  }

  @Test("A1: a secretary with a changed program takes no group's key from everybody for good")
  func takenGroup() throws {
    let world = try StoreWorld()
    try world.join(Person(id: "p30", name: "员", roles: [.secretariat]))
    try world.settleAll()
    let thief = world["p30"]
    let (keys, mine) = (PersonKeys.generate(), GroupKeys.generate())
    let locked = try keys.lock(with: Passphrase(creating: "偷换", minimum: 1), cost: .demo)
    func found(_ publicKey: Data) throws {
      try world.store.write(by: thief) { transaction in
        _ = try transaction.appendKey(
          .groupFounded(group: .secretariat, publicKey: publicKey), to: .cycle)
      }
    }
    try world.store.write(by: thief) { transaction in
      _ = try transaction.appendKey(
        .keysReplaced(
          person: "p30", keys: keys.publicKeys, locked: locked,
          former: thief.ring.keys.handOver(to: keys.publicKeys, person: "p30")), to: .cycle)
      thief.ring.replace(with: keys)
    }
    #expect(throws: StoreFault.notBelieved(.keysNotAllowed)) { try found(Data(count: 32)) }
    #expect(throws: StoreFault.notBelieved(.keysNotAllowed)) { try found(Data()) }
    try found(mine.publicKey)
    // Nobody else has it; the next of the secretariat makes one that all have.
    try world.store.settleKeys(by: world.office)
    try world.register(Self.id)
    #expect(try world.state(Self.id).documents.isEmpty == false)
    #expect(try world.store.check(by: world.office).findings == [])
  }

  @Test("A1: another key of a room is for all who may hold it, or it is none")
  func forAll() throws {
    let world = try consensus()
    try world.store.perform(
      .recuse(Interest(ground: .other, note: "亲属任职")), in: Self.id, by: world["p13"])
    for readers in [[], [.recovery], [.person("p12"), .recovery], [.person("p13")]]
      as [Set<Reader>]
    {
      #expect(throws: StoreFault.notBelieved(.keysNotAllowed)) {
        try world.store.write(by: world["p12"]) { transaction in
          _ = try transaction.makeKey(of: .consensus(Self.id), in: Self.id, for: readers)
        }
      }
    }
    try world.store.perform(.discuss(Self.item, text: "此后的讨论"), in: Self.id, by: world["p11"])
    #expect(try !reads("此后的讨论", world, by: world["p13"]))
  }

  @Test("no key is made where nobody left; who makes one all the same has no effect")
  func nobodyLeft() throws {
    let world = try consensus()
    let (rooms, groups) = (try made(world, .roomMade), try made(world, .groupFounded))
    try world.store.perform(.discuss(Self.item, text: "讨论"), in: Self.id, by: world["p11"])
    try world.settleAll()
    #expect(try made(world, .roomMade) == rooms)
    #expect(try made(world, .groupFounded) == groups)
    #expect(throws: StoreFault.notBelieved(.keysNotAllowed)) {
      try world.store.write(by: world["p11"]) { transaction in
        _ = try transaction.makeKey(
          of: .consensus(Self.id), in: Self.id, for: [.person("p11"), .recovery])
      }
    }
    #expect(throws: StoreFault.notBelieved(.keysNotAllowed)) {
      try world.store.write(by: world.office) { try $0.found(.secretariat) }
    }
  }
}
