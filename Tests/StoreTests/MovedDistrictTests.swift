import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("M7: a registration that stood in the wrong district")
struct MovedDistrictTests {
  private static let id: CaseID = "HZ26-0001"
  private static let (old, new): (DistrictCode, DistrictCode) = ("330108", "330106")
  private static let (former, officer): (PersonID, PersonID) = ("p3", "p4")

  private func move(_ world: StoreWorld, by person: PersonID) throws {
    var application = try world.state(Self.id, person).application
    application.district = Self.new
    try world.store.perform(.amend(application), in: Self.id, by: world[person])
  }

  /// The titles of the documents that somebody can read.
  private func titles(_ world: StoreWorld, _ session: Session) throws -> [String] {
    let store = try Store(opening: world.directory, clock: world.time.clock)
    return try store.replayed(Self.id, by: session).state?.documents.map(\.title) ?? []
  }

  private func listed(_ world: StoreWorld, by person: PersonID) throws -> [CaseID] {
    try world.store.queue(QueueQuery(scope: .all), limit: 9, by: world[person]).map(
      \.application.id)
  }

  @Test(
    "the new district reads the material, the former one nothing that is written later",
    arguments: [StoreWorld.office, former])
  func moved(by person: PersonID) throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.settleAll()
    // Somebody's copy of the keys, as they were.
    let keys = world[Self.former]
    let gone = Session(person: keys.person, ring: keys.ring)
    try move(world, by: person)
    try world.settleAll()
    for officer in [Self.officer, StoreWorld.office] {
      #expect(try titles(world, world[officer]) == ["自我评价报告"], "\(officer)")
    }
    try world.store.attach(
      "后来附上的简介", as: .profile, titled: "简介", to: Self.id, by: world[Self.officer])
    try world.settleAll()
    for reader in [Self.officer, StoreWorld.office] {
      #expect(try titles(world, world[reader]).sorted() == ["简介", "自我评价报告"].sorted())
      #expect(try world.store.check(by: world[reader]).findings == [], "\(reader)")
    }
    for session in [gone, world[Self.former]] {
      #expect(try !titles(world, session).contains("简介"))
    }
    #expect(try world.store.check(by: world[Self.former]).findings == [])
    #expect(throws: Refusal(.M7, .unknownDistrict)) {
      try world.store.perform(.submit, in: Self.id, by: world[Self.former])
    }
  }

  @Test("a key that the former district made and kept from its wraps seals nothing afterwards")
  func keptBack() throws {
    let world = try StoreWorld()
    let session = world[Self.former]
    _ = try world.store.cycle()
    let office = try #require(world.store.cycleCache.keys.group(.secretariat))
    let room = RoomID.material(Self.id)
    var application = Application(
      id: Self.id, name: "杭州江海仪表有限公司", district: Self.old, industry: "仪器仪表")
    let key = RoomKey.generate()
    // A program of their own: the key goes to the secretariat, not to their own district's group.
    try world.store.write(by: session) { transaction in
      let name = try transaction.append(
        .key(.roomMade(room: room, digest: key.digest, wraps: [])), to: .dossier(Self.id)
      ).name
      session.ring.learn(name.rawValue, key: key)
      try transaction.append(
        .event(.caseRegistered(application: application, year: 2026)), to: .dossier(Self.id))
      let wrap = try Wrap.make(
        key.data, to: "group/secretariat", publicKey: office.publicKey, context: room.rawValue)
      try transaction.append(
        .key(.keysGranted(key: name, wraps: [wrap])), to: .dossier(Self.id))
      application.district = Self.new
      try transaction.append(
        .event(.applicationAmended(application: application)), to: .dossier(Self.id))
    }
    #expect(try world.store.check().findings.void == [])
    try world.settleAll()
    try world.store.attach(
      "后来附上的简介", as: .profile, titled: "简介", to: Self.id, by: world[Self.officer])
    try world.settleAll()
    #expect(try titles(world, world.office) == ["简介"])
    #expect(try titles(world, session) == [])
  }

  @Test("both districts' lists and duties are right after it, as those made anew are")
  func lists() throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    #expect(try listed(world, by: Self.former) == [Self.id])
    #expect(try listed(world, by: Self.officer) == [])
    try world.complete(Self.id)
    try world.store.perform(.submit, in: Self.id, by: world.office)
    try move(world, by: StoreWorld.office)
    try world.settleAll()
    func waiting(_ person: PersonID) throws -> Int {
      try world.store.queue(QueueQuery(scope: .mine), limit: 9, by: world[person]).count
    }
    for round in ["written", "made anew"] {
      #expect(try listed(world, by: Self.former) == [], "\(round)")
      #expect(try listed(world, by: Self.officer) == [Self.id], "\(round)")
      #expect(try waiting(Self.former) == 0 && waiting(Self.officer) == 1, "\(round)")
      let board = try world.store.board(by: world.office)
      #expect(board.cells.map(\.district) == [Self.new], "\(round)")
      try world.store.rebuild()
    }
    let day = world.time.clock.now().day
    try world.store.perform(
      .recommend(opinion: "同意推荐", sealedOn: day), in: Self.id, by: world[Self.officer])
    #expect(try world.state(Self.id).stage == .qualification)
  }
}
