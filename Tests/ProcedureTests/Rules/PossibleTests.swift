import Criteria
import Procedure
import Testing

/// Days and people that cannot be are refused where they are put in.
@Suite("S1, S2, S5, R6, R7: what cannot be")
struct PossibleTests {
  private static func yesterday(_ world: World) -> Day { world.now.day.adding(days: -1) }

  @Test("S1: a visit lies ahead; one that has begun may last longer, and begins no earlier")
  func visitAhead() throws {
    var world = try World.at(.entered)
    let today = world.now.day
    let past = today.adding(days: -1)
    let refusal = Refusal(.S1, .badDates(.before(today, .today)))
    #expect(
      world.refusal(.arrangeVisit("s1", from: past, until: today), as: Cast.office) == refusal)
    try world.on(.arrangeVisit("s1", from: today, until: today), as: Cast.office)
    world.wait(until: today.adding(days: 1))
    let longer = CaseCommand.arrangeVisit("s1", from: today, until: today.adding(days: 2))
    #expect(world.refusal(longer, as: Cast.office) == nil)
    #expect(
      world.refusal(.arrangeVisit("s1", from: past, until: today.adding(days: 2)), as: Cast.office)
        == Refusal(.S1, .badDates(.before(world.now.day, .today))))
    #expect(
      world.refusal(.arrangeVisit("s1", from: today, until: today), as: Cast.office)
        == Refusal(.S1, .badDates(.before(world.now.day, .today))))
  }

  @Test("S1: no panel is at two places on one day")
  func onePlace() throws {
    var world = World.founded
    try world.bringTogether([World.first, World.second], to: .entered)
    let day = world.now.day.adding(days: 5)
    try world.perform(
      .dossier(World.second, .arrangeVisit("s1", from: day, until: day.adding(days: 1))),
      as: Cast.office)
    let other = PanelVisit(
      dossier: World.second, panel: "s1", from: day, until: day.adding(days: 1))
    for (from, until) in [(-1, 0), (1, 3), (0, 1), (-1, 4)] {
      #expect(
        world.refusal(
          .arrangeVisit("s1", from: day.adding(days: from), until: day.adding(days: until)),
          as: Cast.office) == Refusal(.S1, .panelElsewhere(other), ours: true))
    }
    for (from, until) in [(-2, -1), (2, 2)] {
      #expect(
        world.refusal(
          .arrangeVisit("s1", from: day.adding(days: from), until: day.adding(days: until)),
          as: Cast.office) == nil)
    }
  }

  @Test("S2: what stands in the agenda for a later day is not held yet")
  func notHeldYet() throws {
    var world = try World.at(.visiting)
    let visit = try #require(world.dossier.visit)
    world.wait(until: visit.from)
    func held(until day: Day) -> CaseCommand {
      .changeAgenda(
        visit.agenda.map { line in
          var line = line
          line.done = line.day <= day
          return line
        })
    }
    #expect(
      world.refusal(held(until: visit.until), as: Cast.siteLeader)
        == Refusal(.S2, .badDates(.inFuture)))
    #expect(world.refusal(held(until: visit.from), as: Cast.siteLeader) == nil)
    world.wait(until: visit.until)
    #expect(world.refusal(held(until: visit.until), as: Cast.siteLeader) == nil)
  }

  @Test("S5: a visit is handed in on its last day at the earliest")
  func notBeforeTheLastDay() throws {
    var world = try World.at(.visiting)
    let early = try #require(world.dossier.visit)
    for (place, check) in early.checks.enumerated() {
      try world.on(.tick(check.id, World.finding), as: Cast.examiners[place % 3])
    }
    for item in Edition.shipped.items {
      try world.on(
        .settleSiteMark(item.id, PanelFive.medians[item.id]!, reason: ""), as: Cast.siteLeader)
    }
    world.wait(until: early.from)
    var agenda = early.agenda.filter { $0.kind != .closingMeeting && $0.day == early.from }
    agenda.append(
      AgendaLine(kind: .closingMeeting, day: early.from, time: "17:00", title: ""))
    for place in agenda.indices { agenda[place].done = true }
    try world.on(.changeAgenda(agenda), as: Cast.siteLeader)
    #expect(
      world.refusal(.submitVisit(opinion: "建议"), as: Cast.siteLeader)
        == Refusal(.S5, .visitNotOver(early.until)))
    world.wait(until: early.until)
    #expect(world.refusal(.submitVisit(opinion: "建议"), as: Cast.siteLeader) == nil)
  }

  @Test("S5, R5: nobody hands a visit in before every examiner declared and worked")
  func everybodyWorked() throws {
    var world = try World.at(.entered)
    let day = world.now.day
    try world.on(.arrangeVisit("s1", from: day, until: day), as: Cast.office)
    try world.on(.declare(nil), as: Cast.siteLeader)
    for check in try #require(world.dossier.visit?.checks) {
      try world.on(.tick(check.id, World.finding), as: Cast.siteLeader)
    }
    for item in Edition.shipped.items {
      try world.on(
        .settleSiteMark(item.id, PanelFive.medians[item.id]!, reason: ""), as: Cast.siteLeader)
    }
    var agenda = try #require(world.dossier.visit?.agenda)
    for place in agenda.indices { agenda[place].done = true }
    try world.on(.changeAgenda(agenda), as: Cast.siteLeader)
    func refusal() -> Refusal? {
      world.refusal(.submitVisit(opinion: "建议"), as: Cast.siteLeader)
    }
    #expect(refusal() == Refusal(.R5, .undeclared([Cast.siteDeputy, Cast.examiner])))
    try world.on(.declare(nil), as: Cast.siteDeputy)
    #expect(refusal() == Refusal(.R5, .undeclared([Cast.examiner])))
    // Who steps back is not waited for.
    try world.on(.declare(Interest(ground: .kinship)), as: Cast.examiner)
    #expect(refusal() == Refusal(.S5, .withoutWork([Cast.siteDeputy]), ours: true))
    try world.on(.proposeSiteMark("4.1.2", Percentage(60)!, reason: ""), as: Cast.siteDeputy)
    #expect(refusal() == nil)
  }

  @Test(
    "R7, S6, P4: a meeting at which nobody was present is none",
    arguments: Meeting.Kind.allCases)
  func somebodyPresent(_ kind: Meeting.Kind) throws {
    let world = try World.at(.reported)
    let meeting = Meeting(id: "leer", kind: kind, day: world.now.day, present: [])
    #expect(
      world.refusal(.cycle(.hold(meeting)), as: Cast.office) == Refusal(kind.rule, .nobodyPresent))
  }

  @Test("R6: a consensus at which nobody was present is none")
  func somebodyInConsensus() throws {
    let world = try World.at(.opened)
    let absences = Dictionary(uniqueKeysWithValues: Cast.reviewers.map { ($0, "出差") })
    #expect(
      world.refusal(.recordAttendance(present: [], absences: absences), as: Cast.leader)
        == Refusal(.R6, .nobodyPresent))
  }

  @Test("S1, S5: a log from before these were asked stays what it was")
  func readAsBefore() throws {
    var world = try World.at(.entered)
    let past = Self.yesterday(world)
    world.take(
      .visitArranged(panel: "s1", from: past, until: past), in: World.first, by: Cast.office)
    world.take(
      .meetingHeld(meeting: Meeting(id: "leer", kind: .leaders, day: past, present: [])), in: nil,
      by: Cast.office)
    #expect(world.wallFaults.isEmpty)
    #expect(world.replay()?.visit?.from == past)
  }
}
