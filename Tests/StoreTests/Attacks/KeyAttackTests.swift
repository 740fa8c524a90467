import Criteria
import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

/// Trust flows from signatures: what the tables say gives nobody a key.
@Suite("Keys are wrapped for whom verified entries name, whatever tables say")
struct KeyAttackTests {
  private static let id: CaseID = "HZ26-0001"
  private let mine = PersonKeys.generate()

  /// Everything in the log that was wrapped for the attacker's key opens for them.
  private func opened(_ directory: URL) throws -> Int {
    let store = try Store(opening: directory)
    return try store.read { db in
      var count = 0
      for stored in try LogTable.entries(db, after: 0) {
        guard case .key(let event)? = try? stored.entry.clearAct() else { continue }
        for wrap in event.wraps {
          for context in Self.contexts(event) {
            if (try? wrap.open(with: mine, context: context)) != nil { count += 1 }
          }
        }
      }
      return count
    }
  }

  private static func contexts(_ event: KeyEvent) -> [String] {
    switch event {
    case .roomMade(let room, _, _): [room.rawValue]
    case .halvesMade(let key, _, _, _): ["\(key.rawValue)#leader", "\(key.rawValue)#secretariat"]
    default:
      ["draft", "sheet"].flatMap { kind in ["p11", "p12", "p13"].map { "\(kind)/\(id)/\($0)" } }
        + ["material", "office", "consensus", "onsite"].map { "\($0)/\(id)" }
    }
  }

  /// A world at review whose tables an attacker changes before each act and mends after it.
  private func planted(
    _ before: String, mendedBy after: String? = nil, _ act: (StoreWorld) throws -> Void
  ) throws -> StoreWorld {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.toReview(Self.id)
    try world.designate(Self.id, ["p11", "p12", "p13"])
    let attacker = try Attacker(world.directory)
    try attacker.run(before)
    try act(world)
    if let after { try attacker.run(after) }
    return world
  }

  @Test(
    "a reader planted in the tables gets no draft, sheet, office, consensus or group key",
    arguments: [
      "INSERT OR REPLACE INTO owed VALUES ('draft/HZ26-0001/p12', 'person/p21', 'HZ26-0001')",
      "INSERT OR REPLACE INTO owed VALUES ('material/HZ26-0001', 'person/p21', 'HZ26-0001')",
      "INSERT OR REPLACE INTO owed VALUES ('sheet/HZ26-0001/p12/1', 'person/p21', 'HZ26-0001')",
      "INSERT OR REPLACE INTO owed VALUES ('office/HZ26-0001', 'person/p21', 'HZ26-0001')",
      "INSERT OR REPLACE INTO owed VALUES ('group/secretariat', 'person/p21', NULL)",
      "INSERT OR REPLACE INTO owed VALUES ('group/supervision', 'person/p21', NULL)",
      "INSERT OR REPLACE INTO owed VALUES ('group/district/330108', 'person/p21', NULL)",
      "INSERT OR REPLACE INTO wrapped VALUES ('draft/HZ26-0001/p12', 'person/p21', 'HZ26-0001')",
      "DELETE FROM wrapped", "DELETE FROM owed",
      "UPDATE dossier SET panel = 'm2', on_site_panel = 's1'",
      "UPDATE person SET standing = 'confirmed', profile = replace(profile, 'expert', 'secretariat')",
    ])
  func plantedReaders(_ sql: String) throws {
    let world = try planted(sql) { world in
      try world.write(StoreWorld.sheet(), in: Self.id, by: "p12")
      try world.settleAll()
      for reviewer in ["p11", "p13"] as [PersonID] {
        try world.handIn(StoreWorld.sheet(), in: Self.id, by: reviewer)
      }
      try world.store.handIn(Self.id, by: world["p12"])
      try world.settleAll()
      try world.open(Self.id)
    }
    // Whoever p21 is to the tables, nothing of the case is theirs.
    let anew = try Store(opening: world.directory)
    let stranger = try anew.signIn("p21", passphrase: "demo")
    try anew.settleKeys(by: stranger)
    let replay = try anew.replayed(Self.id, by: stranger)
    for key in replay.rooms.keys.values { #expect(key.wraps["person/p21"].isEmpty, "\(key.room)") }
    #expect(replay.state?.documents.isEmpty == true && replay.state?.contents.isEmpty == true)
    #expect(stranger.ring.groupIDs.isEmpty)
    _ = try anew.rebuild()
    #expect(try anew.check().findings == [])
  }

  @Test("tables that are swapped while somebody works and put back leave nothing under other keys")
  func swapped() throws {
    // The tables hold no key: what is left to swap is who has got one.
    let key = Hex.encode(mine.publicKeys.agreement)
    let world = try planted(
      """
      CREATE TABLE grouped (id TEXT, public_key BLOB);
      INSERT INTO grouped VALUES ('recovery', x'\(key)'), ('secretariat', x'\(key)');
      """, mendedBy: "DROP TABLE grouped"
    ) { world in
      try world.handIn(StoreWorld.sheet(), in: Self.id, by: "p12")
      try world.settleAll()
    }
    #expect(try opened(world.directory) == 0)
    #expect(try world.store.check().findings == [])
  }

  @Test("a group's or a person's keys under an entry that nobody signed are nobody's")
  func forgedKeys() throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.toReview(Self.id)
    try world.designate(Self.id, ["p11", "p12", "p13"])
    let attacker = try Attacker(world.directory)
    let locked = try mine.lock(with: Passphrase(creating: "偷换", minimum: 1), cost: .demo)
    let now = world.time.clock.now()
    for event: KeyEvent in [
      .groupFounded(group: .secretariat, publicKey: mine.publicKeys.agreement),
      .personKeyed(person: "p12", keys: mine.publicKeys, locked: locked, invitation: nil),
      .storeFounded(
        name: "伪", demo: true, recovery: mine.publicKeys, cost: .demo,
        format: .current),
    ] {
      try attacker.append(.key(event), to: .cycle, as: "p1", at: now, signed: Attacker.noise)
    }
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    #expect(throws: VaultFault.wrongPassphrase) { try anew.signIn("p12", passphrase: "偷换") }
    let session = try anew.signIn("p12", passphrase: "demo")
    try anew.startReview(of: Self.id, by: session)
    try anew.save([.head], of: Sheet(head: SheetHead(overall: "总评")), in: Self.id, by: session)
    try anew.settleKeys(by: anew.signIn("p1", passphrase: "demo"))
    #expect(try opened(world.directory) == 0)
    let findings = try anew.check().findings
    #expect(Array(findings.faults.values) == Array(repeating: .signatureWrong, count: 3))
    #expect(try anew.title().name != "伪")
  }

  @Test("what a program remembers makes no keys good for which no invitation stands")
  func rememberedPast() throws {
    let world = try StoreWorld()
    let home = StoreWorld.emptyDirectory()
    func open() throws -> Store {
      try Store(opening: world.directory, clock: world.time.clock, state: home)
    }
    let store = try open()
    let office = try store.signIn("p1", passphrase: "demo")
    let person = Person(id: "p77", name: "后来", roles: [.expert])
    _ = try store.invite(person, by: office)
    let attacker = try Attacker(world.directory)
    let last = try attacker.raw.queue.read(LogTable.last)
    for employer in ["甲", "乙"] {
      var changed = person
      changed.employer = employer
      try store.perform(.cycle(.change(changed)), by: office)
    }
    store.keepState(of: office)
    // The end that was noted is gone: what stands in its place lies before no verified end.
    try attacker.run("DELETE FROM entry WHERE position > ?", [last])
    let locked = try mine.lock(with: Passphrase(creating: "偷换", minimum: 1), cost: .demo)
    try attacker.append(
      .key(
        .personKeyed(
          person: person.id, keys: mine.publicKeys, locked: locked, invitation: Bytes.random(64))),
      to: .cycle, as: person.id, at: world.time.clock.now(),
      signed: { (try? self.mine.sign($0)) ?? Data() })
    let anew = try open()
    let again = try anew.signIn("p1", passphrase: "demo")
    #expect(try anew.cycle().fingerprints[person.id] == nil)
    #expect(try anew.check(by: again).findings.void.count == 1)
    #expect(throws: StoreFault.notJoined) { try anew.signIn(person.id, passphrase: "偷换") }
  }
}

extension KeyEvent {
  /// Every wrap in it.
  var wraps: [Wrap] {
    switch self {
    case .roomMade(_, _, let wraps), .keysGranted(_, let wraps): wraps
    case .halvesMade(_, let leader, let secretariat, _): [leader, secretariat]
    case .halvesReleased(let halves): Array(halves.values)
    case .keysReplaced(_, _, _, let former): [former]
    case .storeFounded, .invitationMade, .personKeyed, .passphraseChanged, .keysRecovered,
      .recoveryUsed,
      .groupFounded, .keysShared, .entriesTaken:
      []
    }
  }
}
