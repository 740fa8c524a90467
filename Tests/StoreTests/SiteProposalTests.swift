import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("S4: examiners propose independently of each other")
struct SiteProposalTests {
  private static let id: CaseID = "HZ26-0001"
  private static let item: ItemID = "4.1.2"
  private static let other: ItemID = "4.1.3"
  private static let (leader, deputy, examiner): (PersonID, PersonID, PersonID) = (
    "p21", "p22", "p13"
  )

  /// A visit under way, its panel with a deputy.
  private func world() throws -> StoreWorld { try Self.kept.get().copy() }

  private static let kept = Result {
    try KeptWorld { world in
      var panel = try #require(try world.store.cycle().panels["s1"])
      panel.deputy = deputy
      try world.store.perform(.cycle(.changePanel(panel)), by: world.office)
      try world.toFinished(id)
      try world.toVisit(id)
    }
  }

  private func propose(
    _ world: StoreWorld, _ item: ItemID = item, _ percentage: Int = 70, by person: PersonID
  ) throws {
    try world.store.perform(
      .proposeSiteMark(item, Percentage(percentage)!, reason: "现场证实"), in: Self.id,
      by: world[person])
  }

  /// Whose proposals of an item somebody reads, in this program and after a new login.
  private func seen(_ world: StoreWorld, _ item: ItemID = item, by person: PersonID) throws
    -> [Set<PersonID>]
  {
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    return try [
      world.state(Self.id, person),
      anew.dossier(Self.id, by: anew.signIn(person, passphrase: "demo")),
    ].map { Set(($0.visit?.proposals[item] ?? [:]).keys) }
  }

  private func both(_ people: PersonID...) -> [Set<PersonID>] { [Set(people), Set(people)] }

  @Test("S4: nobody but author and leader reads a proposal before it is settled")
  func sealed() throws {
    let world = try world()
    for item in [Self.item, Self.other] {
      try propose(world, item, by: Self.examiner)
      try propose(world, item, 75, by: Self.deputy)
    }
    try world.settleAll()
    let outside: [PersonID] = [StoreWorld.office, StoreWorld.supervisor, "p11", "p3"]
    #expect(try seen(world, by: Self.leader) == both(Self.examiner, Self.deputy))
    for person in [Self.examiner, Self.deputy] {
      #expect(try seen(world, by: person) == both(person))
    }
    for person in outside { #expect(try seen(world, by: person) == both(), "\(person)") }
    let rows = try world.store.history(
      HistoryQuery(dossier: Self.id, kinds: ["siteMarkProposed"]), before: nil, limit: 9,
      by: world[Self.examiner])
    #expect(rows.count == 4 && rows.allSatisfy { ($0.act == nil) == ($0.author != Self.examiner) })
    let clear = try world.store.history(
      HistoryQuery(kinds: ["siteMarkProposed"]), before: nil, limit: 9, by: nil)
    #expect(clear.count == 4 && clear.allSatisfy { $0.act == nil })

    try world.store.perform(
      .settleSiteMark(Self.item, Percentage(70)!, reason: "现场证实"), in: Self.id,
      by: world[Self.leader])
    try world.settleAll()
    for person in [Self.examiner, Self.deputy, StoreWorld.office] {
      #expect(try seen(world, by: person) == both(Self.examiner, Self.deputy), "\(person)")
      let own: Set<PersonID> = person == StoreWorld.office ? [] : [person]
      #expect(try seen(world, Self.other, by: person) == [own, own], "\(person)")
    }
    for person in [StoreWorld.supervisor, "p11"] as [PersonID] {
      #expect(try seen(world, by: person) == both())
    }
    for session in world.sessions.values {
      #expect(try world.store.check(by: session).findings == [], "\(session.person)")
    }
    #expect(try world.store.rebuild().void == [])
  }

  @Test(
    "S4: what is proposed after the settlement is sealed again, and open once the visit is over")
  func submitted() throws {
    let world = try world()
    try world.store.perform(
      .settleSiteMark(Self.item, Percentage(60)!, reason: ""), in: Self.id,
      by: world[Self.leader])
    try propose(world, by: Self.examiner)
    #expect(try seen(world, by: Self.deputy) == both())
    try world.submit(Self.id, at: 65)
    try world.settleAll()
    for person in [Self.deputy, StoreWorld.office, StoreWorld.supervisor] {
      #expect(try seen(world, by: person) == both(Self.examiner), "\(person)")
    }
  }

  /// The leader steps back after a proposal, whose author does not come by: who leads by now cannot open
  /// it.
  private func loseLeader(_ world: StoreWorld) throws {
    try propose(world, by: Self.examiner)
    try world.store.perform(
      .recuse(Interest(ground: .other, note: "亲属任职")), in: Self.id, by: world[Self.leader])
    for person in [StoreWorld.office, Self.leader, Self.deputy] {
      try world.store.settleKeys(by: world[person])
    }
  }

  @Test("R5, S4: who leads by now reads what was proposed once its author came by")
  func deputyLeads() throws {
    let world = try world()
    try loseLeader(world)
    #expect(try seen(world, by: Self.deputy) == both())
    #expect(try world.state(Self.id, Self.deputy).unread.contains(.proposal))
    try world.store.settleKeys(by: world[Self.examiner])
    #expect(try seen(world, by: Self.deputy) == both(Self.examiner))
    #expect(try !world.state(Self.id, Self.deputy).unread.contains(.proposal))
    try propose(world, Self.other, by: Self.examiner)
    #expect(try seen(world, Self.other, by: Self.deputy) == both(Self.examiner))
    // Who led keeps what was theirs to read, and reads nothing that is proposed from now on.
    #expect(try seen(world, by: Self.leader) == both(Self.examiner))
    #expect(try seen(world, Self.other, by: Self.leader) == both())
    try world.store.perform(
      .settleSiteMark(Self.item, Percentage(70)!, reason: "现场证实"), in: Self.id,
      by: world[Self.deputy])
    try world.settleAll()
    #expect(try seen(world, by: StoreWorld.office) == both(Self.examiner))
    #expect(try world.store.check(by: world[Self.deputy]).findings == [])
  }

  @Test("S4: what was not shared when the visit was concluded is named by check to who reads it")
  func unshared() throws {
    let world = try world()
    try loseLeader(world)
    try world.submit(Self.id, at: 65, by: Self.deputy, with: [])
    try world.settleAll()
    for person in [StoreWorld.office, Self.deputy] {
      let report = try world.store.check(by: world[person])
      #expect(report.remarks.contains(.proposalsUnshared(Self.id, count: 1)), "\(person)")
      #expect(report.findings == [], "\(person)")
    }
    #expect(
      try !world.store.check(by: world["p11"]).remarks.contains {
        if case .proposalsUnshared = $0 { true } else { false }
      })
  }

  @Test(
    "A1: another examiner neither opens nor shares what is sealed, nor writes in another's room")
  func attacks() throws {
    let world = try world()
    try propose(world, by: Self.deputy)
    _ = try world.store.cycle()
    let register = world.store.cycleCache.keys
    let thief = world[Self.examiner]
    let made = try #require(
      try world.store.replayed(Self.id, by: thief).rooms.keys.values.first {
        $0.room == .proposal(Self.id, Self.deputy)
      })
    #expect(thief.open(made) == nil)
    for reader in [Reader.person(Self.examiner), .group(.secretariat)] {
      let wrap = try Wrap.make(
        RoomKey.generate().data, to: reader.rawValue, publicKey: register.publicKey(of: reader)!,
        context: made.room.rawValue)
      for person in [Self.examiner, Self.deputy, StoreWorld.office] {
        #expect(throws: StoreFault.notBelieved(.keysNotAllowed), "\(reader) \(person)") {
          try world.store.write(by: world[person]) { transaction in
            _ = try transaction.appendKey(
              .keysGranted(key: made.name, wraps: [wrap]), to: .dossier(Self.id))
          }
        }
      }
    }
    #expect(throws: StoreFault.notBelieved(.keysNotAllowed)) {
      try world.store.write(by: thief) { transaction in
        _ = try transaction.appendKey(
          .keysShared(keys: [made.name: Data(count: 32)]), to: .dossier(Self.id),
          room: .onSite(Self.id))
      }
    }
    // To the whole panel, to the leader alone, and under another's name: without effect.
    let founding = try #require(register.founding?.entry)
    let proposal = Event.siteMarkProposed(
      item: Self.item, percentage: Percentage(70)!, reason: "现场证实")
    let attacker = try Attacker(world.directory)
    func fault(_ readers: [Reader], of person: PersonID) throws -> EntryFault? {
      let (key, room) = (RoomKey.generate(), RoomID.proposal(Self.id, person))
      let wraps = try readers.map { reader in
        try Wrap.make(
          key.data, to: reader.rawValue, publicKey: register.publicKey(of: reader)!,
          context: room.rawValue)
      }
      let place = try attacker.append(
        proposal, to: .dossier(Self.id), as: Self.examiner, at: world.time.clock.now(), in: room,
        naming: founding, key: key, wraps: wraps, signed: Attacker.signer(thief))
      return try Store(opening: world.directory, clock: world.time.clock).check().findings.faults[
        place]
    }
    let own: [Reader] = [.person(Self.examiner), .person(Self.leader), .recovery]
    for readers in [own + [.person(Self.deputy)], [.person(Self.leader), .recovery], [.recovery]] {
      #expect(try fault(readers, of: Self.examiner) == .keyWrong)
    }
    let theirs: [Reader] = [.person(Self.deputy), .person(Self.leader), .recovery]
    #expect(
      try fault(theirs, of: Self.deputy)
        == .refused(
          Refusal(
            .K,
            .wrongRoom(
              expected: .proposal(Self.id, Self.examiner),
              found: .proposal(Self.id, Self.deputy)))))
    #expect(try seen(world, by: Self.leader) == both(Self.deputy))
  }
}
