import Procedure
import Testing

/// People, panels and the opening of a cycle (R1, S1).
@Suite("R1, S1: people and panels")
struct CycleRuleTests {
  static let panel = Panel(
    id: "m9", name: "第三评审组", stage: .material, leader: Cast.third, deputy: Cast.spare,
    members: [Cast.third, Cast.spare, Cast.fifth])

  private static func panel(_ change: (inout Panel) -> Void) -> Command {
    var panel = panel
    change(&panel)
    return .cycle(.formPanel(panel))
  }

  private static func invite(_ person: Person) -> Command { .cycle(.invite(person)) }

  private static func open(_ year: Int, _ title: String, edition: String? = nil) -> Command {
    .cycle(.openCycle(year: year, title: title, parameters: .hangzhou, edition: edition))
  }

  static let panels: [Attempt] = [
    Attempt(
      "by an expert", at: .founded, panel { _ in }, by: Cast.leader,
      Refusal(.R1, .needsRole(.secretariat))),
    Attempt(
      "name taken", at: .founded, panel { $0.id = "m1" }, by: Cast.office,
      Refusal(.K, .numberTaken)),
    Attempt(
      "no name", at: .founded, panel { $0.name = "　" }, by: Cast.office,
      Refusal(.R1, .blank(.name))),
    Attempt(
      "leader outside", at: .founded, panel { $0.leader = Cast.fourth }, by: Cast.office,
      Refusal(.R1, .leaderNotMember)),
    Attempt(
      "deputy outside", at: .founded, panel { $0.deputy = Cast.fourth }, by: Cast.office,
      Refusal(.R1, .deputyNotMember)),
    Attempt(
      "deputy leads", at: .founded, panel { $0.deputy = $0.leader }, by: Cast.office,
      Refusal(.R1, .deputyIsLeader)),
    Attempt(
      "twice", at: .founded, panel { $0.members.append(Cast.fifth) }, by: Cast.office,
      Refusal(.R1, .repeatedMember(Cast.fifth))),
    Attempt(
      "not an expert", at: .founded, panel { $0.members.append(Cast.officer) }, by: Cast.office,
      Refusal(.R1, .notExpert(Cast.officer))),
    Attempt(
      "nobody", at: .founded, panel { $0.members.append(Cast.stranger) }, by: Cast.office,
      Refusal(.R1, .unknownPerson(Cast.stranger))),
    Attempt(
      "retired", at: .founded, panel { $0.members.append(Cast.retired) }, by: Cast.office,
      Refusal(.R5, .inactive(Cast.retired))),
    Attempt(
      "too small", at: .founded, panel { $0.members.removeLast() }, by: Cast.office,
      Refusal(.R1, .panelSize(2, 3...7), ours: true)),
    Attempt(
      "too large on site", at: .founded,
      panel {
        $0.stage = .onSite
        $0.members += [Cast.leader, Cast.deputy, Cast.fourth, Cast.examiner]
      }, by: Cast.office, Refusal(.S1, .panelSize(7, 3...6), ours: true)),
    Attempt(
      "changed to another stage", at: .founded,
      .cycle(
        .changePanel(
          Panel(
            id: "m1", name: "一组", stage: .onSite, leader: Cast.third, deputy: nil,
            members: [Cast.third, Cast.fourth, Cast.fifth]))), by: Cast.office,
      Refusal(.K, .wrongPanelStage)),
    Attempt(
      "changed, unknown", at: .founded, .cycle(.changePanel(panel)), by: Cast.office,
      Refusal(.K, .unknownPanel)),
  ]

  /// The two of the cast who act for the secretariat, and the one of supervision.
  private static func leaves(_ person: PersonID) -> Command {
    var changed = Cast.people.first { $0.id == person } ?? Person(id: person, name: "", roles: [])
    changed.active = false
    return .cycle(.change(changed))
  }

  static let people: [Attempt] = [
    Attempt(
      "the last of the secretariat leaves", at: .founded, leaves(Cast.both), by: Cast.both,
      Refusal(.K, .lastOfRole(.secretariat))
    ) { world in
      if case .cycle(let command) = leaves(Cast.office) { try world.run(command, as: Cast.both) }
    },
    Attempt(
      "the only one of supervision leaves", at: .founded, leaves(Cast.supervisor),
      by: Cast.office, Refusal(.K, .lastOfRole(.supervisor))),
    Attempt(
      "opened twice", at: .founded, open(2027, "再开"), by: Cast.office, Refusal(.K, .cycleOpen)),
    Attempt(
      "invited by a reviewer", at: .founded, invite(Person(id: "p50", name: "何六", roles: [])),
      by: Cast.third, Refusal(.R1, .needsRole(.secretariat))),
    Attempt(
      "number taken", at: .founded, invite(Person(id: "p2", name: "何六", roles: [])),
      by: Cast.office, Refusal(.K, .numberTaken)),
    Attempt(
      "no name", at: .founded, invite(Person(id: "p50", name: " ", roles: [])), by: Cast.office,
      Refusal(.K, .blank(.name))),
    Attempt(
      "a number that would split a room's name", at: .founded,
      invite(Person(id: "p5/0", name: "何六", roles: [])), by: Cast.office,
      Refusal(.K, .blank(.number))),
    Attempt(
      "officer of nowhere", at: .founded,
      invite(Person(id: "p50", name: "何六", roles: [.districtOfficer], district: "330199")),
      by: Cast.office, Refusal(.M7, .unknownDistrict)),
    Attempt(
      "changed, unknown", at: .founded,
      .cycle(.change(Person(id: Cast.stranger, name: "何六", roles: []))), by: Cast.office,
      Refusal(.K, .unknownPerson(Cast.stranger))),
    Attempt(
      "joined twice", at: .founded, .cycle(.join(fingerprint: "x")), by: Cast.leader,
      Refusal(.K, .wrongStanding(.confirmed))),
    Attempt(
      "joined uninvited", at: .founded, .cycle(.join(fingerprint: "x")), by: Cast.stranger,
      Refusal(.K, .unknownPerson(Cast.stranger))),
    Attempt(
      "confirmed before joining", at: .founded, .cycle(.confirm(Cast.invited, fingerprint: "x")),
      by: Cast.office, Refusal(.K, .wrongStanding(.invited))),
    Attempt(
      "another fingerprint", at: .founded, .cycle(.confirm(Cast.invited, fingerprint: "x")),
      by: Cast.office, Refusal(.K, .wrongFingerprint)
    ) { try $0.run(.join(fingerprint: "f-p14"), as: Cast.invited) },
    Attempt(
      "at work before confirmed", at: .founded, panel { _ in }, by: Cast.invited,
      Refusal(.K, .notReady(Cast.invited))),
  ]

  @Test("R1, S1: a panel that does not hold together is refused", arguments: panels)
  func refusesPanel(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("K: people and cycles that do not hold together are refused", arguments: people)
  func refusesPeople(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("R1: the secretariat forms a panel with a leader and changes it")
  func formsPanel() throws {
    var world = World.founded
    #expect(try world.run(.formPanel(Self.panel)) == [.panelFormed(panel: Self.panel)])
    var changed = Self.panel
    (changed.leader, changed.deputy) = (Cast.spare, nil)
    try world.run(.changePanel(changed))
    #expect(world.cycle.panels["m9"] == changed)
  }

  @Test("K: only the secretariat opens a cycle, with a year, a title and a sound edition")
  func opensCycle() throws {
    var world = World()
    try world.run(.invite(Cast.people[0]))
    #expect(world.refusal(Self.open(2026, "周期"), as: Cast.office)?.reason == .notReady("p1"))
    try world.run(.join(fingerprint: "f"))
    try world.run(.confirm(Cast.office, fingerprint: "f"))
    #expect(world.refusal(Self.open(1999, "周期"), as: Cast.office) == Refusal(.K, .badYear))
    #expect(world.refusal(Self.open(2026, ""), as: Cast.office) == Refusal(.K, .blank(.title)))
    let edition = world.refusal(Self.open(2026, "周期", edition: "{"), as: Cast.office)
    guard case .badEdition = edition?.reason else {
      Issue.record("an edition that is no JSON was let through")
      return
    }
    let early = world.refusal(.register(Cast.application()), as: Cast.office)
    #expect(early == Refusal(.K, .noCycle))
    try world.perform(Self.open(2026, "周期"), as: Cast.office)
    #expect(world.cycle.year == 2026)
    #expect(world.wallFaults.isEmpty)
  }

  @Test("K: the founder enters themself, as secretariat, and countersigns themself while alone")
  func founds() throws {
    let world = World()
    #expect(
      world.refusal(Self.invite(Cast.people[0]), as: Cast.leader)
        == Refusal(.K, .unknownPerson(Cast.leader)))
    #expect(
      world.refusal(Self.invite(Cast.people[1]), as: Cast.leader)
        == Refusal(.K, .needsRole(.secretariat)))
    var later = World.founded
    try later.run(.join(fingerprint: "f-p14"), as: Cast.invited)
    #expect(
      later.refusal(.cycle(.confirm(Cast.invited, fingerprint: "f-p14")), as: Cast.invited)
        == Refusal(.K, .notReady(Cast.invited)))
  }
}
