import Criteria
import Procedure
import Testing

/// Terms that run, and what looks unusual.
@Suite("W, V1: terms and oddities")
struct TermTests {
  private func terms(_ world: World) -> [TermKind] {
    runningTerms(in: world.dossier, cycle: world.cycle).map(\.kind)
  }

  static let kinds: [(World.Step, [TermKind])] = [
    (.registered, [.application]), (.checking, []), (.examined, []),
    (.noticed, [.qualificationNotice]), (.inReview, []), (.designated, [.independentReview]),
    (.handedIn, []), (.released, []), (.opened, []), (.finished, []), (.admitted, []),
    (.announced, [.onSiteNotice]), (.entered, []), (.visiting, [.visit]), (.submitted, []),
    (.proposalNoticed, [.proposalNotice]), (.cleared, []), (.approved, []),
    (.listed, [.yearlyReport, .cultivation]),
  ]

  @Test("W: what runs at each step", arguments: kinds)
  func steps(_ step: World.Step, _ kinds: [TermKind]) throws {
    #expect(try terms(World.at(step)) == kinds)
  }

  @Test("W: every term names its rule, and the earliest end stands first")
  func order() throws {
    var world = try World.at(.proposalNoticed)
    try world.on(.receiveObjection(Papers.objection), as: Cast.office)
    let running = runningTerms(in: world.dossier, cycle: world.cycle)
    #expect(running.map(\.kind) == [.objection, .proposalNotice])
    #expect(running.map(\.rule) == [.P3, .P2])
    #expect(running.map(\.until) == running.map(\.until).sorted())
    #expect(running.allSatisfy { $0.since == world.now.day && !$0.provisional })
    try world.on(.answerObjection("o1", isUpheld: false, answer: "不属实"), as: Cast.office)
    #expect(terms(world) == [.proposalNotice])
    for kind in TermKind.allCases {
      let term = RunningTerm(kind: kind, since: World.call.from, until: World.call.until)
      #expect(Rule.allCases.contains(term.rule))
    }
  }

  @Test("C4: the refund runs from the loss of the place until it is paid")
  func refund() throws {
    var world = try World.at(.listed)
    try world.on(.payGrant(Payment(amount: 1, day: world.now.day)), as: Cast.office)
    try world.on(.revoke(reason: "事故"), as: Cast.office)
    let day = world.now.day
    #expect(
      runningTerms(in: world.dossier, cycle: world.cycle)
        == [RunningTerm(kind: .refund, since: day, until: day.adding(months: 3))])
    try world.on(.recordRefund(Payment(amount: 1, day: day)), as: Cast.office)
    #expect(terms(world) == [])
  }

  @Test("W: where a case ended nothing runs but a refund")
  func ends() throws {
    for end in Ends.all {
      #expect(try terms(end.world()).allSatisfy { $0 == .refund }, "\(end.stage)")
    }
  }

  private func oddities(_ world: World) -> [Oddity] {
    world.dossier.oddities(cycle: world.cycle, now: world.now)
  }

  @Test("V1: reviews and consensus done in minutes, withdrawals and recusals are shown, not judged")
  func hurried() throws {
    var world = try World.at(.handedIn)
    #expect(oddities(world) == Cast.reviewers.sorted().map { .hurriedReview($0, minutes: 5) })
    try world.on(.withdraw(reason: "看错"), as: Cast.third)
    #expect(oddities(world).contains(.withdrawnReview(Cast.third, count: 1)))
    try world.on(.recuse(Interest(ground: .kinship)), as: Cast.fifth)
    #expect(oddities(world).contains(.recusal(Cast.fifth, .kinship)))
    let finished = try World.at(.finished)
    #expect(oddities(finished).contains(.hurriedConsensus(minutes: 27)))
  }

  @Test("V1: a review of an hour is not hurried; one handed in after its last day is late")
  func late() throws {
    var world = try World.at(.started)
    let due = try #require(world.dossier.reviewDue)
    world.wait(until: due.end)
    try world.on(.handIn(PanelFive.sheet(0)), as: Cast.leader)
    #expect(oddities(world) == [])
    try world.on(.handIn(PanelFive.sheet(1)), as: Cast.deputy)
    #expect(oddities(world) == [.lateReview(Cast.deputy, due: due)])
  }

  @Test("V1: a mark settled outside the reviews and a reopened session are shown")
  func session() throws {
    var world = try World.at(.finished)
    try world.on(.reopenConsensus(reason: "复核"), as: Cast.leader)
    try world.on(.settle("4.1.2", Percentage(75)!, reason: "补证"), as: Cast.leader)
    let found = oddities(world)
    // The session under way has not lasted any minutes yet.
    let hurried = found.filter { if case .hurriedConsensus = $0 { true } else { false } }
    #expect(hurried == [])
    #expect(found.contains(.reopened(revision: 2)))
    #expect(
      found.contains(
        .settledOutside("4.1.2", Percentage(75)!, low: Percentage(55)!, high: Percentage(70)!)))
    #expect(found.allSatisfy { [.R3, .R6].contains($0.rule) })
    let blind = try #require(world.replay(reads: { $0.kind.placement == .clear }))
    let seen = blind.oddities(cycle: world.cycle, now: world.now).filter { $0.rule == .R6 }
    #expect(seen == [.reopened(revision: 2)])
  }

  @Test("M8: a change reported after five working days is shown, on the fifth it is not")
  func lateChange() throws {
    var world = try World.at(.visiting)
    let occurred = world.now.day
    let due = world.cycle.calendar.term(days: 5, after: occurred, countFirst: false).last
    func report(_ reported: Day) -> CaseCommand {
      .reportChange(
        ChangeReport(kind: .merger, occurred: occurred, reported: reported, text: "重组"))
    }
    world.wait(until: due.adding(days: 1))
    try world.on(report(due), as: Cast.officer)
    #expect(oddities(world).allSatisfy { $0.rule != .M8 })
    try world.on(report(due.adding(days: 1)), as: Cast.officer)
    #expect(oddities(world).contains(.lateChangeReport(occurred: occurred, due: due)))
  }

  @Test("V1: every oddity names its rule")
  func rules() {
    let all: [Oddity: Rule] = [
      .settledOutside("4.1.2", PanelFive.zero, low: PanelFive.zero, high: PanelFive.zero): .R6,
      .hurriedReview("p1", minutes: 1): .R3, .lateReview("p1", due: World.call.until): .R2,
      .withdrawnReview("p1", count: 1): .R4, .recusal("p1", .other): .R5,
      .lateAnswer(objection: 1, due: World.call.until): .P3,
      .lateChangeReport(occurred: World.call.from, due: World.call.until): .M8,
      .lateMaterial("执照", received: World.call.until, by: "王平"): .M7,
      .hurriedConsensus(minutes: 1): .R6, .reopened(revision: 2): .R6,
      .corrected(
        CorrectionRecord(
          correction: PaperCorrection(
            .list, .number, former: "1号", right: "2号", reason: "笔误"), by: "p1",
          at: World.call.until.end)): .V5,
      .clockBack("p1", at: World.call.until.end, seconds: 601): .V5,
      .clockAhead(count: 1, longest: 86_401): .V5,
      .arrivedLate(
        "p1", .caseRegistered, signed: World.call.until.end,
        arrived: World.call.until.adding(days: 2).end): .V5,
      .refuted("p1", at: World.call.until.end, seen: World.call.until.adding(days: 1).end): .V5,
      .clockCorrected("p1", at: World.call.until.end, reason: "电池没电"): .V5,
    ]
    for (oddity, rule) in all { #expect(oddity.rule == rule) }
  }
}
