import Criteria
import Procedure
import Testing

/// One year after another: what stays and what begins anew.
@Suite("K: years")
struct YearRuleTests {
  private static let next = Command.cycle(
    .openCycle(year: 2027, title: "2027", parameters: .hangzhou, edition: nil))

  static let refused: [Attempt] = [
    Attempt(
      "closed by supervision", at: .founded, .cycle(.closeCycle), by: Cast.supervisor,
      Refusal(.K, .needsRole(.secretariat))),
    Attempt(
      "closed with a case under way", at: .registered, .cycle(.closeCycle), by: Cast.office,
      Refusal(.K, .casesOpen([World.first], total: 1))),
    Attempt(
      "closed with a case on the list's notice", at: .proposalNoticed, .cycle(.closeCycle),
      by: Cast.office, Refusal(.K, .casesOpen([World.first], total: 1))),
    Attempt(
      "closed twice", at: .founded, .cycle(.closeCycle), by: Cast.office, Refusal(.K, .noCycle)
    ) { try $0.run(.closeCycle) },
    Attempt(
      "parameters changed under way", at: .founded, .cycle(.adopt(.hangzhou)), by: Cast.office,
      Refusal(.K, .cycleOpen)),
    Attempt(
      "parameters by an expert", at: .founded, .cycle(.adopt(.hangzhou)), by: Cast.third,
      Refusal(.K, .needsRole(.secretariat))),
    Attempt(
      "opened while one is open", at: .founded, next, by: Cast.office, Refusal(.K, .cycleOpen)),
    Attempt(
      "the same year again", at: .founded,
      .cycle(.openCycle(year: 2026, title: "再来", parameters: .hangzhou, edition: nil)),
      by: Cast.office, Refusal(.K, .badYear)
    ) { try $0.run(.closeCycle) },
    Attempt(
      "registered after closing", at: .founded, .register(Cast.application()), by: Cast.office,
      Refusal(.K, .noCycle)
    ) { try $0.run(.closeCycle) },
    Attempt(
      "called after closing", at: .founded,
      .cycle(.call(from: World.call.from, until: World.call.until)), by: Cast.office,
      Refusal(.K, .noCycle)
    ) { try $0.run(.closeCycle) },
  ]

  @Test("K, M7: years that do not hold are refused", arguments: refused)
  func refuses(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("K: with every case ended or listed the year closes, and the next one opens")
  func nextYear() throws {
    var world = try World.at(.listed)
    #expect(try world.run(.closeCycle) == [.cycleClosed(year: 2026)])
    #expect(world.cycle.isClosed)
    var stricter = Parameters.hangzhou
    stricter.materialLine = Points(whole: 600)
    try world.run(.adopt(stricter))
    try world.perform(Self.next, as: Cast.office)
    #expect(world.cycle.year == 2027 && !world.cycle.isClosed)
    #expect(world.cycle.call == nil && world.cycle.meetings.isEmpty)
    #expect(
      world.refusal(
        .dossier(World.second, .register(Cast.application(World.second))), as: Cast.office)
        == Refusal(.M7, .noCall))
    #expect(world.replayCycle() == world.cycle && world.replay() == world.dossier)
    #expect(world.wallFaults.isEmpty)
  }

  @Test("K: people stay from year to year, panels stay named but are not current")
  func peopleAndPanels() throws {
    var world = World.founded
    let (people, panels) = (world.cycle.people, world.cycle.panels)
    #expect(world.cycle.currentPanels.map(\.id) == ["m1", "m2", "s1"])
    try world.run(.closeCycle)
    try world.perform(Self.next, as: Cast.office)
    #expect(world.cycle.people == people && world.cycle.panels == panels)
    #expect(world.cycle.isReady(Cast.third) && world.cycle.currentPanels.isEmpty)
    try world.run(.changePanel(Cast.second))
    #expect(world.cycle.currentPanels.map(\.id) == ["m2"])
  }

  @Test("K: an earlier year's parameters go on for its cases")
  func earlierParameters() throws {
    var world = try World.at(.listed)
    try world.run(.closeCycle)
    var other = Parameters.hangzhou
    (other.refundMonths, other.annualReportDue, other.cultivationYears) = (1, "01-31", 1)
    try world.run(
      .openCycle(year: 2027, title: "2027", parameters: other, edition: nil))
    #expect(world.cycle.parameters(of: 2026).refundMonths == 3)
    #expect(world.cycle.parameters(of: 2027).refundMonths == 1)
    #expect(world.cycle.parameters(of: nil).refundMonths == 1)
    let report = runningTerms(in: world.dossier, cycle: world.cycle).first
    #expect(report?.until == Day("2027-05-31"))
    try world.on(.payGrant(Payment(amount: 1, day: world.now.day)), as: Cast.office)
    try world.on(.revoke(reason: "事故"), as: Cast.office)
    #expect(world.dossier.cultivation?.refundDue == world.now.day.adding(months: 3))
  }

  @Test("K: what an earlier year's case waits for follows that year's parameters")
  func earlierYear() throws {
    var world = try World.at(.handedIn)
    let asks = Duty(holder: .person(Cast.leader), kind: .askOpening, due: Day("2026-03-31"))
    for person in [Cast.fourth, Cast.fifth] {
      try world.on(.recuse(Interest(ground: .other)), as: person)
    }
    #expect(Procedure.duties(in: world.dossier, cycle: world.cycle) == [asks])
    var stricter = Parameters.hangzhou
    stricter.minimumReviews = 5
    world.nextYear(stricter)
    #expect(world.refusal(.askOpening, as: Cast.leader) == nil)
    #expect(Procedure.duties(in: world.dossier, cycle: world.cycle) == [asks])
  }

  @Test("M7: what a district returned is not taken up again in another year's call")
  func returnedLastYear() throws {
    var world = try World.at(.checking)
    try world.on(.returnApplication(reason: "材料不全"), as: Cast.officer)
    try world.run(.closeCycle)
    #expect(world.refusal(.resume, as: Cast.officer) == Refusal(.K, .noCycle))
    try world.perform(Self.next, as: Cast.office)
    world.wait(until: Day("2027-03-01")!)
    try world.run(.call(from: Day("2027-03-01")!, until: Day("2027-03-31")!))
    #expect(world.refusal(.resume, as: Cast.officer) == Refusal(.M7, .noCall))
  }
}
