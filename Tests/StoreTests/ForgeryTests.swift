import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("Acts of those who are not entitled to them have no effect")
struct ForgeryTests {
  private func position(_ world: StoreWorld) throws -> Int { try world.store.read(LogTable.last) }

  @Test("A1: a reviewer's signed publication is kept, named, and changes nothing")
  func stage() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toReview(id)
    try world.store.write(by: world["p13"]) { transaction in
      _ = try transaction.dossier(id)
      try transaction.append(
        .event(
          .listPublished(
            number: "伪〔2026〕1 号", on: world.time.clock.now().day, until: StoreWorld.callEnd,
            tier: 1, total: Points(hundredths: 70_000))), to: .dossier(id))
    }
    let place = try position(world)
    #expect(
      try Store(opening: world.directory).dossier(id, by: world.office).stage == .independentReview)
    #expect(try world.store.check().findings.void == [place])
    let row = try world.store.history(
      HistoryQuery(dossier: id), before: nil, limit: 1, by: world.office)
    #expect(row.map(\.isRejected) == [true])
    #expect(try world.store.rebuild().void == [place])
    #expect(try world.store.queueRow(id, by: world.office).stage == .independentReview)
  }

  /// Appends an entry as a changed program would, without asking the rules.
  private func forge(_ event: Event, in id: CaseID, by person: PersonID, _ world: StoreWorld)
    throws
  {
    try world.store.write(by: world[person]) { transaction in
      _ = try transaction.dossier(id)
      try transaction.append(.event(event), to: .dossier(id))
    }
  }

  @Test("V5: who gets an office later, or had it before, forged nothing that counts")
  func officeAtItsPlace() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toReview(id)
    var person = try #require(world.store.cycle().people["p15"])
    let end = Event.caseEnded(by: .withdrawn, on: world.time.clock.now().day)
    try forge(end, in: id, by: "p15", world)
    let first = try position(world)
    person.roles.append(.secretariat)
    try world.store.perform(.cycle(.change(person)), by: world.office)
    person.roles.removeAll { $0 == .secretariat }
    try world.store.perform(.cycle(.change(person)), by: world.office)
    try forge(end, in: id, by: "p15", world)
    let second = try position(world)
    let anew = try Store(opening: world.directory)
    let office = try anew.signIn("p1", passphrase: "demo")
    #expect(try anew.dossier(id, by: office).stage == .independentReview)
    #expect(try anew.check(by: office).findings.void == [first, second])
  }

  @Test("A reviewer cannot put keys of their own under a group, a room, recovery or a person")
  func keys() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toReview(id)
    try world.designate(id, ["p11", "p12", "p13"])
    let before = try RawStore(world.directory).dump(["wrapped", "owed", "person"])
    let mine = PersonKeys.generate()
    _ = try world.store.cycle()
    let victim = try #require(world.store.cycleCache.keys.publicKey(of: .person("p12")))
    let room = RoomID.draft(id, "p12")
    let wrap = try Wrap.make(
      RoomKey.generate().data, to: "person/p12", publicKey: victim, context: room.rawValue)
    let stranger = try Wrap.make(
      RoomKey.generate().data, to: "person/p21", publicKey: victim, context: "")
    let locked = try mine.lock(with: Passphrase(creating: "偷换", minimum: 1), cost: .demo)
    let own = try #require(try world.store.replayed(id, by: world["p13"]).rooms.keys.first?.key)
    let ofCycle: [(KeyEvent, EntryFault)] = [
      (
        .groupFounded(group: .secretariat, publicKey: mine.publicKeys.agreement),
        .keysNotAllowed
      ),
      (
        .storeFounded(
          name: "", demo: true, recovery: mine.publicKeys, cost: .demo,
          format: .current), .keysNotAllowed
      ),
      (
        .personKeyed(person: "p12", keys: mine.publicKeys, locked: locked, invitation: nil),
        .keysNotVouched
      ),
      (
        .invitationMade(person: "p12", publicKey: Invitation.generate().publicKey),
        .keysNotAllowed
      ),
    ]
    let ofCase: [(KeyEvent, EntryFault)] = [
      (.roomMade(room: room, digest: Data(count: 32), wraps: [wrap]), .keysNotAllowed),
      (.roomMade(room: .material(id), digest: Data(), wraps: []), .keysNotAllowed),
      (.keysGranted(key: own, wraps: [stranger]), .keysNotAllowed),
    ]
    let start = try position(world)
    try world.store.write(by: world["p13"]) { transaction in
      _ = try transaction.dossier(id)
      for (event, _) in ofCycle { try transaction.append(.key(event), to: .cycle) }
      for (event, _) in ofCase { try transaction.append(.key(event), to: .dossier(id)) }
    }
    #expect(try RawStore(world.directory).dump(["wrapped", "owed", "person"]) == before)
    let findings = try world.store.check().findings
    #expect(findings.others == [])
    for (index, forgery) in (ofCycle + ofCase).enumerated() {
      #expect(findings.faults[start + index + 1] == forgery.1, "\(forgery.0.kind)")
    }
  }

  @Test("Who led until replaced stays entitled to what they did as leader")
  func replacedLeader() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    try world.toReview(id)
    try world.designate(id, ["p11", "p12", "p13"])
    for reviewer in ["p11", "p12", "p13"] as [PersonID] {
      try world.handIn(StoreWorld.sheet(), in: id, by: reviewer)
    }
    try world.open(id)
    var panel = try world.store.cycle().panels["m1"]!
    (panel.leader, panel.deputy) = ("p15", nil)
    try world.store.perform(.cycle(.changePanel(panel)), by: world.office)
    let anew = try Store(opening: world.directory)
    let state = try anew.dossier(id, by: anew.signIn("p1", passphrase: "demo"))
    #expect(state.designated == ["p11", "p12", "p13"])
    let member = try anew.dossier(id, by: anew.signIn("p12", passphrase: "demo"))
    #expect(member.consensus?.sheets.count == 3)
    #expect(try anew.check().findings == [])
  }
}
