import Criteria
import Procedure
import Testing

/// On-site review (S1–S5).
@Suite("S1–S5: on site")
struct VisitRuleTests {
  private static let from = Day("2026-04-01")!
  private static let until = Day("2026-04-02")!
  private static let check = CheckPoint(
    item: "4.5.3", text: "抽查三批次检验记录", method: .documents, origin: .examiner)

  private static func finding(_ change: (inout CheckFinding) -> Void) -> CaseCommand {
    var finding = World.finding
    change(&finding)
    return .tick("c.1", finding)
  }

  static let arranging: [Attempt] = [
    Attempt(
      "by the leader", at: .entered, .arrangeVisit("s1", from: from, until: until),
      by: Cast.siteLeader, Refusal(.S1, .needsRole(.secretariat))),
    Attempt(
      "before the case entered", at: .finished, .arrangeVisit("s1", from: from, until: until),
      by: Cast.office, Refusal(.S1, .wrongStage(.leadersMeeting))),
    Attempt(
      "an unknown panel", at: .entered, .arrangeVisit("s9", from: from, until: until),
      by: Cast.office, Refusal(.S1, .unknownPanel)),
    Attempt(
      "a material panel", at: .entered, .arrangeVisit("m1", from: from, until: until),
      by: Cast.office, Refusal(.S1, .wrongPanelStage)),
    Attempt(
      "ending before it begins", at: .entered, .arrangeVisit("s1", from: until, until: from),
      by: Cast.office, Refusal(.S1, .badDates(.reversed))),
    Attempt(
      "of more than 30 days", at: .entered,
      .arrangeVisit("s1", from: from, until: from.adding(days: 30)), by: Cast.office,
      Refusal(.S1, .badDates(.longer(than: 30)))),
    Attempt(
      "anew after work was done", at: .ticked, .arrangeVisit("s1", from: from, until: until),
      by: Cast.office, Refusal(.S1, .panelInUse)),
    Attempt(
      "anew after a proposal", at: .visiting, .arrangeVisit("s1", from: from, until: until),
      by: Cast.office, Refusal(.S1, .panelInUse)
    ) {
      try $0.on(.proposeSiteMark("4.1.2", Percentage(65)!, reason: "证实"), as: Cast.examiner)
    },
    Attempt(
      "a visit without a panel", at: .entered, .addCheck(check), by: Cast.examiner,
      Refusal(.S1, .noPanel)),
  ]

  static let visiting: [Attempt] = [
    Attempt(
      "a line outside the visit", at: .visiting,
      .changeAgenda([
        AgendaLine(kind: .openingMeeting, day: Day("2026-07-01")!, time: "09:00", title: "首次会议")
      ]), by: Cast.siteLeader, Refusal(.S2, .dayOutsideVisit)),
    Attempt(
      "the agenda by somebody outside", at: .visiting, .changeAgenda([]), by: Cast.leader,
      Refusal(.S2, .needsMembership)),
    Attempt(
      "an undeclared examiner", at: .entered, .addCheck(check), by: Cast.examiner,
      Refusal(.R5, .notDeclared)
    ) { try $0.on(.arrangeVisit("s1", from: from, until: until), as: Cast.office) },
    Attempt(
      "a check without words", at: .visiting,
      .addCheck(CheckPoint(item: "4.5.3", text: "", method: .viewing, origin: .examiner)),
      by: Cast.examiner, Refusal(.S3, .blank(.text))),
    Attempt(
      "a check on no item", at: .visiting,
      .addCheck(CheckPoint(item: "9.9", text: "看", method: .viewing, origin: .examiner)),
      by: Cast.examiner, Refusal(.S3, .unknownItem)),
    Attempt(
      "an unknown check", at: .visiting, .tick("c999", World.finding), by: Cast.examiner,
      Refusal(.S3, .unknownCheck)),
    Attempt(
      "no evidence", at: .visiting, finding { $0.evidence = " " }, by: Cast.examiner,
      Refusal(.S3, .blank(.evidence))),
    Attempt(
      "no place", at: .visiting, finding { $0.place = "" }, by: Cast.examiner,
      Refusal(.S3, .blank(.place))),
    Attempt(
      "nobody asked in an inquiry", at: .visiting, finding { $0.asked = "" }, by: Cast.examiner,
      Refusal(.S3, .blank(.asked))),
    Attempt(
      "a change without reason", at: .visiting,
      .proposeSiteMark("4.1.2", Percentage(65)!, reason: ""), by: Cast.examiner,
      Refusal(.S4, .reasonForChange(from: Percentage(60)!), ours: true)),
    Attempt(
      "settled without reason", at: .visiting,
      .settleSiteMark("4.1.2", Percentage(65)!, reason: " "), by: Cast.siteLeader,
      Refusal(.S4, .reasonForChange(from: Percentage(60)!), ours: true)),
    Attempt(
      "settled by an examiner", at: .visiting,
      .settleSiteMark("4.1.2", Percentage(60)!, reason: ""), by: Cast.examiner,
      Refusal(.S4, .needsLeader(Cast.siteLeader))),
    Attempt(
      "an unknown item", at: .visiting, .settleSiteMark("4.4", Percentage(60)!, reason: ""),
      by: Cast.siteLeader, Refusal(.S4, .unknownItem)),
    Attempt(
      "set back without reason", at: .visiting,
      .settleSiteMark("4.1.2", Percentage(60)!, reason: ""), by: Cast.siteLeader,
      Refusal(.S4, .reasonForCorrection, ours: true)
    ) {
      try $0.on(.settleSiteMark("4.1.2", Percentage(65)!, reason: "证实"), as: Cast.siteLeader)
    },
    Attempt(
      "handed over with points open", at: .visiting, .submitVisit(opinion: "建议列入"),
      by: Cast.siteLeader, Refusal(.S3, .untickedChecks(46))),
    Attempt(
      "handed over by an examiner", at: .ticked, .submitVisit(opinion: "建议列入"),
      by: Cast.examiner, Refusal(.S5, .needsLeader(Cast.siteLeader))),
    Attempt(
      "handed over without opinion", at: .ticked, .submitVisit(opinion: ""),
      by: Cast.siteLeader, Refusal(.S5, .blank(.opinion))),
    Attempt(
      "handed over twice", at: .submitted, .submitVisit(opinion: "建议列入"), by: Cast.siteLeader,
      Refusal(.S5, .alreadySubmitted)),
    Attempt(
      "ticked after handing over", at: .submitted, .tick("c.1", World.finding), by: Cast.examiner,
      Refusal(.S5, .alreadySubmitted)),
  ]

  @Test("S1: a visit that does not hold is refused", arguments: arranging)
  func refusesArrangement(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("S2–S5: what a visit must not do is refused", arguments: visiting)
  func refusesVisit(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("S1, S3: the visit carries marks over, points to verify before the template, item by item")
  func arranges() throws {
    var world = try World.at(.opened)
    var merge = try #require(world.dossier.consensus?.merge(of: "4.1.2"))
    merge.points[0].used = false
    try world.on(.merge("4.1.2", merge), as: Cast.leader)
    try world.on(
      .recordAttendance(present: Cast.reviewers, absences: [:]), as: Cast.leader)
    for item in Edition.shipped.items {
      try world.on(.discuss(item.id, text: "议"), as: Cast.leader)
      try world.on(.settle(item.id, PanelFive.medians[item.id]!, reason: ""), as: Cast.leader)
    }
    try world.on(.finishConsensus(conclusion: "结论"), as: Cast.leader)
    try world.bring(World.first, from: .finished, to: .entered)
    try world.on(.arrangeVisit("s1", from: Self.from, until: Self.until), as: Cast.office)
    let visit = try #require(world.dossier.visit)
    #expect(visit.material == PanelFive.medians)
    #expect(visit.checks.count == 45 && Set(visit.checks.map(\.id)).count == 45)
    #expect(visit.checks.prefix(3).map(\.origin) == [.template, .consensus, .template])
    #expect(visit.checks[1].text == "核实 4.1.3 的原始记录")
    #expect(
      visit.agenda.map(\.kind) == [
        .openingMeeting, .presentation, .investigation, .investigation, .panelMeeting,
        .closingMeeting,
      ])
    #expect(world.dossier.due == Self.until)
  }

  @Test(
    "S2: the agenda is kept in order; a meeting not held keeps the visit from being handed over")
  func agenda() throws {
    var world = try World.at(.ticked)
    let agenda = try #require(world.dossier.visit?.agenda)
    try world.on(.changeAgenda(agenda.reversed()), as: Cast.examiner)
    #expect(world.dossier.visit?.agenda.map(\.time) == agenda.map(\.time))
    for kind in [AgendaKind.openingMeeting, .presentation, .investigation, .closingMeeting] {
      var copy = world
      try copy.on(.changeAgenda(agenda.filter { $0.kind != kind }), as: Cast.siteLeader)
      #expect(
        copy.refusal(.submitVisit(opinion: "建议"), as: Cast.siteLeader)
          == Refusal(.S2, .agendaOpen([kind]), ours: kind == .closingMeeting))
    }
  }

  @Test("S3: a tick says how, what, where, whom, who and when; an earlier one stays")
  func ticks() throws {
    var world = try World.at(.visiting)
    let first = world.now
    try world.on(.tick("c.1", World.finding), as: Cast.examiner)
    var again = World.finding
    again.outcome = .partly
    try world.on(.tick("c.1", again), as: Cast.siteDeputy)
    let ticks = try #require(world.dossier.visit?.ticks["c.1"])
    #expect(ticks.map(\.by) == [Cast.examiner, Cast.siteDeputy])
    #expect(ticks.map(\.finding) == [World.finding, again] && ticks[0].at == first)
    #expect(world.dossier.visit?.tick("c.1") == ticks[1])
    let skipped = CheckFinding(
      outcome: .notApplicable, method: .inquiry, evidence: "无此过程", place: "", asked: "")
    try world.on(.tick("c.2", skipped), as: Cast.examiner)
  }

  @Test("S3: a point added on site is the examiner's, whatever it claims")
  func addsCheck() throws {
    var world = try World.at(.visiting)
    var claimed = Self.check
    claimed.origin = .consensus
    try world.on(.addCheck(claimed), as: Cast.examiner)
    let checks = try #require(world.dossier.visit?.checks)
    #expect(checks.last == Check(id: "x47", ordinal: 47, point: Self.check))
    #expect(checks.map(\.ordinal) == Array(1...47) && checks[0].id == "c.1")
  }

  @Test("S4, S5: proposals and settlements stand side by side; an item left open is named")
  func settles() throws {
    var world = try World.at(.visiting)
    try world.on(.proposeSiteMark("4.1.2", Percentage(65)!, reason: "见证"), as: Cast.examiner)
    try world.on(.proposeSiteMark("4.1.2", Percentage(60)!, reason: ""), as: Cast.siteDeputy)
    try world.on(.settleSiteMark("4.1.2", Percentage(65)!, reason: "见证"), as: Cast.siteLeader)
    let visit = try #require(world.dossier.visit)
    #expect(visit.proposals["4.1.2"]?.count == 2)
    #expect(visit.settled("4.1.2")?.percentage.value == 65)
    for check in visit.checks {
      try world.on(.tick(check.id, World.finding), as: Cast.examiner)
    }
    let open = Edition.shipped.items.map(\.id).filter { $0 != "4.1.2" }
    #expect(
      world.refusal(.submitVisit(opinion: "建议"), as: Cast.siteLeader)
        == Refusal(.S4, .unsettled(open)))
  }

  @Test("S5: opinion and scores go to the secretariat, and the case to its settlement")
  func submits() throws {
    let world = try World.at(.submitted)
    #expect(world.dossier.stage == .settlement && world.dossier.visit?.submitted == true)
    #expect(world.dossier.siteTotal?.description == "552.75")
    #expect(world.dossier.visit?.opinion == "建议列入培育名单")
    #expect(world.dossier.materialTotal?.description == "552.75")
  }
}
