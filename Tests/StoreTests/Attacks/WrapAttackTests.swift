import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

/// Somebody who rightly holds a key and gives another one out for it.
@Suite("A key that is not the room's own opens nothing, and is named")
struct WrapAttackTests {
  private static let id: CaseID = "HZ26-0001"

  /// The case at review, its reviewers declared, the material not yet given to them.
  private func declared() throws -> StoreWorld {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.toReview(Self.id)
    for person in ["p11", "p12", "p13"] as [PersonID] {
      try world.store.perform(.declare(nil), in: Self.id, by: world[person])
    }
    return world
  }

  @Test("a holder who gives one reader another key denies them the room, and gives nothing away")
  func wrongKey() throws {
    let world = try declared()
    let room = RoomID.material(Self.id)
    let key = try #require(
      try world.store.replayed(Self.id, by: world.office).rooms.keys(of: room).first)
    let victim = world["p11"].ring.keys.publicKeys.agreement
    let wrap = try Wrap.make(
      RoomKey.generate().data, to: "person/p11", publicKey: victim, context: room.rawValue)
    try world.store.write(by: world.office) { transaction in
      _ = try transaction.dossier(Self.id)
      try transaction.append(
        .key(.keysGranted(key: key.name, wraps: [wrap])), to: .dossier(Self.id))
    }
    try world.settleAll()
    #expect(try world.store.check().findings == [])
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    let denied = try anew.signIn("p11", passphrase: "demo")
    #expect(try anew.check(by: denied).findings == [.wrapUnreadable(scope: room.rawValue)])
    #expect(try anew.dossier(Self.id, by: denied).documents.isEmpty)
    let other = try anew.signIn("p12", passphrase: "demo")
    #expect(try anew.check(by: other).findings == [])
    #expect(try anew.dossier(Self.id, by: other).documents.isEmpty == false)
  }

  @Test(
    "R4: halves that do not join to the sheet's key open no consensus, and leave none half open")
  func wrongHalves() throws {
    let world = try declared()
    try world.settleAll()
    let leader = world["p11"]
    try world.store.perform(
      .designate(reviewers: ["p11", "p12", "p13"], due: nil), in: Self.id, by: leader)
    for person in ["p11", "p12"] as [PersonID] {
      try world.handIn(StoreWorld.sheet(), in: Self.id, by: person)
    }
    try handInWrongHalves(world)
    let office = world.office
    try world.store.perform(.askOpening, in: Self.id, by: leader)
    try world.store.perform(.releaseOpening, in: Self.id, by: office)
    let before = try RawStore(world.directory).dump(RawStore.all)
    #expect(throws: StoreFault.keyMissing(Self.sheet.rawValue)) {
      try world.store.perform(.openConsensus, in: Self.id, by: leader)
    }
    #expect(try RawStore(world.directory).dump(RawStore.all) == before)
    #expect(try world.state(Self.id).opening == .released)
    for session in [leader, office, world["p12"]] {
      #expect(try world.store.check(by: session).findings == [])
    }
  }

  private static let sheet = RoomID.sheet(id, "p13", revision: 1)

  /// A member with a program of their own seals as this one does, and splits another key.
  private func handInWrongHalves(_ world: StoreWorld) throws {
    let (member, leader) = (world["p13"], world["p11"])
    try world.write(StoreWorld.sheet(), in: Self.id, by: "p13")
    let (key, other) = (RoomKey.generate(), RoomKey.generate().split())
    let office = try #require(try keys(world).group(.secretariat))
    try world.store.write(by: member) { transaction in
      _ = try transaction.dossier(Self.id)
      let own = try Wrap.make(
        key.data, to: "person/p13", publicKey: member.ring.keys.publicKeys.agreement,
        context: Self.sheet.rawValue)
      let name = try transaction.append(
        .key(.roomMade(room: Self.sheet, digest: key.digest, wraps: [own])),
        to: .dossier(Self.id)
      ).name
      member.ring.learn(name.rawValue, key: key)
      let halves = KeyEvent.halvesMade(
        key: name,
        leader: try Wrap.make(
          other.0.data, to: "person/p11", publicKey: leader.ring.keys.publicKeys.agreement,
          context: "\(name.rawValue)#leader"),
        secretariat: try Wrap.make(
          other.1.data, to: "group/secretariat", publicKey: office.publicKey,
          context: "\(name.rawValue)#secretariat"),
        recovery: nil)
      try transaction.append(.key(halves), to: .dossier(Self.id))
      try transaction.append(
        .event(.sheetHandedIn(reviewer: "p13", revision: 1)), to: .dossier(Self.id))
      try transaction.append(
        .event(.sheetRecorded(reviewer: "p13", revision: 1, sheet: StoreWorld.sheet())),
        to: .dossier(Self.id), room: Self.sheet)
      for table in ["draft", "progress"] {
        try transaction.db.execute(sql: "DELETE FROM \(table) WHERE person = 'p13'")
      }
    }
    #expect(try world.store.check().findings.void == [])
  }

  private func keys(_ world: StoreWorld) throws -> KeyRegister {
    _ = try world.store.cycle()
    return world.store.cycleCache.keys
  }
}
