import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("V3: supervision can be turned to from the first day")
struct EarlyLetterTests {
  private static let first: PersonID = "s1"
  private static let second: PersonID = "s2"
  private static let author: PersonID = "p13"
  private static let text = "评审中收取费用"

  /// Supervisors confirmed, none of whom has logged in to more than make their keys.
  private func world(supervisors: [PersonID] = [first, second]) throws -> StoreWorld {
    let world = try StoreWorld(people: [Person(id: Self.author, name: "孙三", roles: [.expert])])
    for id in supervisors { try world.join(Person(id: id, name: "监督", roles: [.supervisor])) }
    return world
  }

  private func complaint(_ id: ComplaintID = "T1", _ text: String = text) -> Complaint {
    Complaint(id: id, topic: .fairness, source: .expert, text: text)
  }

  private func lodge(_ world: StoreWorld, _ id: ComplaintID = "T1") throws {
    try world.store.perform(.supervision(.lodge(complaint(id))), by: world[Self.author])
  }

  /// What somebody reads of complaints, in this program and after a new login.
  private func read(_ world: StoreWorld, _ person: PersonID) throws -> [[String]] {
    let anew = try Store(opening: world.directory, clock: world.time.clock)
    return try [
      world.store.supervision(by: world[person]),
      anew.supervision(by: anew.signIn(person, passphrase: "demo")),
    ].map { $0.listed.map(\.complaint.text) }
  }

  private func kinds(_ world: StoreWorld) throws -> [String] {
    try world.store.read { try LogTable.entries($0, in: .supervision, after: 0).map(\.entry.kind) }
  }

  @Test("without a confirmed supervisor it is refused, and nothing is written")
  func nobody() throws {
    let world = try world(supervisors: [])
    let invitation = try world.store.invite(
      Person(id: Self.first, name: "何监", roles: [.supervisor]), by: world.office)
    _ = try world.store.join(Self.first, invitation: invitation.code, passphrase: "demo")
    let before = try world.bytes()
    #expect(throws: Refusal(.V3, .noSupervision)) { try lodge(world) }
    #expect(try world.bytes() == before)
  }

  @Test("the confirmed supervisors read it, and nobody else; the first login moves it to the group")
  func moved() throws {
    let world = try world()
    try lodge(world)
    for person in [StoreWorld.office, Self.author] {
      try world.store.settleKeys(by: world[person])
      #expect(try read(world, person) == [[], []], "\(person)")
      #expect(try world.store.check(by: world[person]).findings == [])
    }
    #expect(world.store.cycleCache.keys.group(.supervision) == nil)
    #expect(try read(world, Self.first) == [[Self.text], [Self.text]])
    try world.store.settleKeys(by: world[Self.first])
    #expect(try kinds(world) == ["complaintLodged", "keysGranted"])
    try lodge(world, "T2")
    try world.store.perform(.supervision(.note("T1", text: "已受理")), by: world[Self.first])
    // Who comes later reads it by the group's key alone.
    try world.join(Person(id: "s3", name: "新监", roles: [.supervisor]))
    try world.settleAll()
    #expect(try kinds(world).count { $0 == "keysGranted" } == 1)
    for person in [Self.first, Self.second, "s3"] {
      #expect(try read(world, person) == [[Self.text, Self.text], [Self.text, Self.text]])
      let state = try world.store.supervision(by: world[person])
      #expect(state.investigations["T1"]?.steps.map(\.text) == ["已受理"], "\(person)")
      #expect(try world.store.check(by: world[person]).findings == [], "\(person)")
      let rows = try world.store.history(
        HistoryQuery(kinds: ["complaintLodged"]), before: nil, limit: 9, by: world[person])
      #expect(rows.compactMap(\.act).count == 2)
    }
    for person in [StoreWorld.office, Self.author] {
      #expect(try read(world, person) == [[], []], "\(person)")
    }
    #expect(try world.store.rebuild().void == [])
  }

  @Test("who was confirmed after it was written reads it once one to whom it was written came by")
  func later() throws {
    let world = try world(supervisors: [Self.first])
    try lodge(world)
    try world.join(Person(id: Self.second, name: "后监", roles: [.supervisor]))
    try world.store.settleKeys(by: world[Self.second])
    #expect(try read(world, Self.second) == [[], []])
    try world.store.settleKeys(by: world[Self.first])
    try world.store.settleKeys(by: world[Self.second])
    try world.store.settleKeys(by: world[Self.first])
    #expect(try read(world, Self.second) == [[Self.text], [Self.text]])
    #expect(try world.store.check(by: world[Self.second]).findings == [])
  }

  @Test("where all left to whom it was written both recovery halves give it to the next")
  func recovered() throws {
    let world = try world(supervisors: [Self.first])
    try lodge(world)
    try world.join(Person(id: Self.second, name: "后监", roles: [.supervisor]))
    try world.change(Self.first) { $0.active = false }
    try world.settleAll()
    #expect(try read(world, Self.second) == [[], []])
    _ = try world.store.recoverKeys(of: world[Self.second], with: world.recovery())
    #expect(try read(world, Self.second) == [[Self.text], [Self.text]])
    #expect(try world.store.check(by: world[Self.second]).findings == [])
  }

  @Test("an assessment in a case is sealed and moved likewise")
  func assessment() throws {
    let id: CaseID = "HZ26-0001"
    let world = try StoreWorld(
      people: StoreWorld.people.filter { $0.id != StoreWorld.supervisor })
    try world.form("m1", .material, StoreWorld.panel, deputy: "p12")
    try world.form("s1", .onSite, StoreWorld.visitors, deputy: nil)
    try world.toFinished(id)
    try world.toVisit(id)
    try world.submit(id, at: 65)
    let grades = Dictionary(uniqueKeysWithValues: SupervisionTopic.allCases.map { ($0, 3) })
    let assess = CaseCommand.assess(.ofApplicant, Assessment(grades: grades, text: Self.text))
    #expect(throws: Refusal(.V3, .noSupervision)) {
      try world.store.perform(assess, in: id, by: world["p21"])
    }
    for person in [Self.first, Self.second] {
      try world.join(Person(id: person, name: "监督", roles: [.supervisor]))
    }
    try world.store.perform(assess, in: id, by: world["p21"])
    func read(_ person: PersonID) throws -> String? {
      try world.state(id, person).assessments[.ofApplicant]?.text
    }
    try world.store.settleKeys(by: world[Self.first])
    try world.join(Person(id: "s3", name: "新监", roles: [.supervisor]))
    try world.settleAll()
    for person in [Self.first, Self.second, "s3"] {
      #expect(try read(person) == Self.text, "\(person)")
      #expect(try world.store.check(by: world[person]).findings == [], "\(person)")
    }
    #expect(try read(StoreWorld.office) == nil && read("p21") == nil)
  }

  // MARK: Attacks

  @Test("A1: nobody but a confirmed supervisor makes the group's key")
  func founders() throws {
    let world = try world(supervisors: [])
    let invitation = try world.store.invite(
      Person(id: Self.first, name: "何监", roles: [.supervisor]), by: world.office)
    let joined = try world.store.join(Self.first, invitation: invitation.code, passphrase: "demo")
    for session in [world.office, world[Self.author], joined] {
      #expect(throws: StoreFault.notBelieved(.keysNotAllowed), "\(session.person)") {
        try world.store.write(by: session) { try $0.found(.supervision) }
      }
    }
    #expect(try world.store.cycle().standing[Self.first] == .joined)
  }

  @Test("A1: a letter is for all confirmed supervisors and recovery, or it has no effect")
  func strangers() throws {
    let world = try world()
    try world.join(Person(id: "p14", name: "李四", roles: [.expert]))
    let invitation = try world.store.invite(
      Person(id: "s3", name: "候任", roles: [.supervisor]), by: world.office)
    _ = try world.store.join("s3", invitation: invitation.code, passphrase: "demo")
    _ = try world.store.cycle()
    let register = world.store.cycleCache.keys
    let founding = try #require(register.founding?.entry)
    let key = RoomKey.generate()
    func wraps(_ readers: [Reader]) throws -> [Wrap] {
      try readers.map { reader in
        try Wrap.make(
          key.data, to: reader.rawValue, publicKey: register.publicKey(of: reader)!,
          context: RoomID.supervision.rawValue)
      }
    }
    let all: [Reader] = [.person(Self.first), .person(Self.second), .recovery]
    let session = world[Self.author]
    let attacker = try Attacker(world.directory)
    func append(_ readers: [Reader], naming name: EntryName) throws -> EntryFault? {
      let place = try attacker.append(
        .complaintLodged(complaint: complaint()), to: .supervision, as: Self.author,
        at: world.time.clock.now(), naming: name, key: key, wraps: wraps(readers),
        signed: Attacker.signer(session))
      let store = try Store(opening: world.directory, clock: world.time.clock)
      return try store.check().findings.faults[place]
    }
    let wrong: [[Reader]] = [
      [], [.recovery], [.person(Self.first), .recovery],
      [.person(Self.first), .person(Self.second)],
      all + [.person("p14")], all + [.person("s3")], all + [.person(Self.first)],
      [.person(Self.author), .recovery],
    ]
    for readers in wrong {
      #expect(try append(readers, naming: founding) == .keyWrong, "\(readers)")
    }
    let other = try #require(register.group(.secretariat)?.name)
    #expect(try append(all, naming: other) == .keyWrong)
    for person in [Self.first, Self.second] { #expect(try read(world, person) == [[], []]) }
    // Once the group has a key there is no such letter any more.
    try world.settleAll()
    #expect(try append(all, naming: founding) == .keyWrong)
    try lodge(world)
    #expect(try read(world, Self.first) == [[Self.text], [Self.text]])
  }

  @Test(
    "A1: who sends another's letter again, or seals it otherwise than they wrapped, is not read")
  func replayed() throws {
    let world = try world()
    try lodge(world)
    let letter = try #require(
      try world.store.read { try LogTable.entries($0, in: .supervision, after: 0).first }?.entry)
    let attacker = try Attacker(world.directory)
    let place = try attacker.append(
      copy: letter, as: StoreWorld.office, at: world.time.clock.now(),
      signed: Attacker.signer(world.office))
    let supervisor = world[Self.first]
    #expect(try read(world, Self.first) == [[Self.text], [Self.text]])
    #expect(try world.store.check(by: supervisor).findings.faults[place] == .unreadable)
    try world.store.settleKeys(by: supervisor)
    try world.settleAll()
    #expect(try read(world, Self.second) == [[Self.text], [Self.text]])
  }

  @Test("A1: a letter's key is given by a supervisor, to the group, and not otherwise")
  func grants() throws {
    let world = try world()
    try lodge(world)
    let name = try #require(
      try world.store.read { try LogTable.entries($0, in: .supervision, after: 0).first }?.name)
    try world.store.settleKeys(by: world[Self.first])
    _ = try world.store.cycle()
    let register = world.store.cycleCache.keys
    func give(_ key: EntryName, to reader: Reader, by session: Session) throws {
      let wrap = try Wrap.make(
        RoomKey.generate().data, to: reader.rawValue, publicKey: register.publicKey(of: reader)!,
        context: RoomID.supervision.rawValue)
      try world.store.write(by: session) { transaction in
        _ = try transaction.appendKey(.keysGranted(key: key, wraps: [wrap]), to: .supervision)
      }
    }
    let group = Reader.group(.supervision)
    let other = try #require(register.group(.supervision)?.name)
    let attempts: [(EntryName, Reader, PersonID)] = [
      (name, group, StoreWorld.office), (name, group, Self.author),
      (name, .person(Self.author), Self.first), (name, .group(.secretariat), Self.first),
      (other, group, Self.first),
    ]
    for (key, reader, person) in attempts {
      #expect(throws: StoreFault.notBelieved(.keysNotAllowed), "\(reader) \(person)") {
        try give(key, to: reader, by: world[person])
      }
    }
    // Another key under the letter's name opens and changes nothing for who has the right one.
    try give(name, to: group, by: world[Self.second])
    #expect(try read(world, Self.second) == [[Self.text], [Self.text]])
    try world.join(Person(id: "s3", name: "新监", roles: [.supervisor]))
    try world.settleAll()
    #expect(try read(world, "s3") == [[Self.text], [Self.text]])
  }
}
