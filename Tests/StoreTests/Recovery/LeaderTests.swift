import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("R4, R5: whoever leads gets the halves")
struct LeaderTests {
  private static let id: CaseID = "HZ26-0001"
  private static let reviewers: [PersonID] = ["p12", "p13", "p15"]

  /// All sheets in, the leader's among them or not.
  private func handedIn() throws -> StoreWorld { try Self.kept.get().copy() }

  private static let kept = Result {
    try KeptWorld { world in
      try world.register(id)
      try world.toHandedIn(id, sheets: (["p11"] + reviewers).map { ($0, StoreWorld.sheet()) })
    }
  }

  private func open(_ world: StoreWorld, by leader: PersonID) throws {
    try world.store.perform(.askOpening, in: Self.id, by: world[leader])
    try world.store.perform(.releaseOpening, in: Self.id, by: world.office)
    try world.store.perform(.openConsensus, in: Self.id, by: world[leader])
    #expect(try world.state(Self.id, leader).consensus?.sheets.count ?? 0 >= 3)
    for person in [leader, "p13", StoreWorld.office] {
      #expect(try world.store.check(by: world[person]).findings == [])
    }
  }

  enum Gone: CaseIterable, Sendable {
    case recused, deactivated, replaced
  }

  private func remove(_ gone: Gone, _ world: StoreWorld) throws {
    switch gone {
    case .recused:
      try world.store.perform(
        .recuse(Interest(ground: .other, note: "亲属任职")), in: Self.id, by: world["p11"])
    case .deactivated: try world.change("p11") { $0.active = false }
    case .replaced:
      try world.store.perform(
        .cycle(
          .changePanel(
            Panel(
              id: "m1", name: "第m1组", stage: .material, leader: "p12", deputy: nil,
              members: ["p12", "p13", "p14", "p15", "p11"]))), by: world.office)
    }
  }

  @Test(
    "the deputy opens once the reviewers came by, whether asked or released before",
    arguments: Gone.allCases, [0, 1, 2])
  func takesOver(gone: Gone, steps: Int) throws {
    let world = try handedIn()
    if steps > 0 { try world.store.perform(.askOpening, in: Self.id, by: world["p11"]) }
    if steps > 1 { try world.store.perform(.releaseOpening, in: Self.id, by: world.office) }
    try remove(gone, world)
    if gone == .deactivated {
      // Their sheet counts as long as they are designated; it is there to be counted.
      #expect(try world.state(Self.id).assigned.contains("p11"))
    }
    let acting = try world.leader(of: Self.id).person
    #expect(acting == "p12")
    try world.store.perform(.askOpening, in: Self.id, by: world["p12"])
    // Released before the reviewers came by: what is there is released, the rest when it is made.
    #expect(throws: StoreFault.self) {
      try world.store.perform(.releaseOpening, in: Self.id, by: world.office)
    }
    for person in ["p11"] + Self.reviewers { try world.store.settleKeys(by: world[person]) }
    try world.store.perform(.releaseOpening, in: Self.id, by: world.office)
    try world.store.perform(.openConsensus, in: Self.id, by: world["p12"])
    #expect(try world.state(Self.id, "p12").consensus?.sheets.count ?? 0 >= 3)
    for person in ["p12", "p13", StoreWorld.office] as [PersonID] {
      #expect(try world.store.check(by: world[person]).findings == [])
    }
  }

  @Test(
    "with both recovery halves the secretariat makes the halves of reviewers who do not come by")
  func byRecovery() throws {
    let world = try handedIn()
    try remove(.recused, world)
    let recovered = try world.store.recoverKeys(of: world.office, with: try world.recovery())
    #expect(recovered.given == 3)
    try open(world, by: "p12")
  }

  @Test("neither the secretariat nor the new leader alone reads a sheet by it before the opening")
  func stillHalves() throws {
    let world = try handedIn()
    try remove(.recused, world)
    _ = try world.store.recoverKeys(of: world.office, with: try world.recovery())
    for person in ["p12", StoreWorld.office] as [PersonID] {
      let rooms = try world.store.replayed(Self.id, by: world[person]).rooms
      #expect(world[person].key(of: .sheet(Self.id, "p13", revision: 1), in: rooms) == nil)
    }
  }

  @Test("a leader with recovered keys opens what was released to them before")
  func recoveredLeader() throws {
    let world = try handedIn()
    try world.store.perform(.askOpening, in: Self.id, by: world["p11"])
    try world.store.perform(.releaseOpening, in: Self.id, by: world.office)
    let recovered = try world.store.recover(
      "p11", passphrase: "新的口令", with: try world.recovery())
    world.replace(recovered.session)
    try world.store.settleKeys(by: world.office)
    try world.store.perform(.openConsensus, in: Self.id, by: world["p11"])
    #expect(try world.state(Self.id, "p11").consensus?.sheets.count == 4)
  }

  @Test(
    "halves are made anew by the sheet's author, or with both recovery halves, and not otherwise")
  func whoMakesHalves() throws {
    let world = try handedIn()
    try remove(.recused, world)
    let replay = try world.store.replayed(Self.id, by: world["p13"])
    let key = try #require(
      replay.rooms.keys(of: .sheet(Self.id, "p13", revision: 1)).last)
    let opened = try #require(world["p13"].open(key))
    let stranger = RecoveryKeys.generate().halves
    let forged = try RecoveryKeys.join(stranger.0, stranger.1)
    for (person, recovery): (PersonID, RecoveryKeys?) in [
      ("p12", nil), ("p12", forged), ("p15", try world.recovery()), (StoreWorld.office, nil),
    ] {
      #expect(throws: StoreFault.notBelieved(.keysNotAllowed)) {
        try world.store.write(by: world[person]) { transaction in
          try transaction.makeHalves(of: opened, named: key.name, in: Self.id, by: recovery)
        }
      }
    }
    // Those that stand for the leader who acts are not made again.
    try world.store.settleKeys(by: world["p13"])
    #expect(throws: StoreFault.notBelieved(.keysNotAllowed)) {
      try world.store.write(by: world["p13"]) { transaction in
        try transaction.makeHalves(of: opened, named: key.name, in: Self.id)
      }
    }
  }
}
