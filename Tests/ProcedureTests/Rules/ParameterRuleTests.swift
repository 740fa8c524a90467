import Criteria
import Procedure
import Testing

/// What a bureau switches by its parameters.
@Suite("Parameters that switch")
struct ParameterRuleTests {
  private func world(_ change: (inout Parameters) -> Void) -> World {
    var parameters = Parameters.hangzhou
    change(&parameters)
    var world = World.founded
    world.pretend(parameters)
    return world
  }

  @Test("W: where the day of publication counts, notices and answers end a working day earlier")
  func firstDayCounts() throws {
    var counted = world { $0.firstDayCounts = true }
    try counted.bring(World.first, to: .noticed)
    #expect(counted.dossier.publicity.notice(.qualification)?.last == Day("2026-03-06"))
    try counted.on(.receiveObjection(Papers.objection), as: Cast.office)
    #expect(counted.dossier.publicity.objections["o1"]?.due.last == Day("2026-03-06"))
    counted.wait(until: Day("2026-03-06")!.end.adding(seconds: 1))
    try counted.on(.answerObjection("o1", isUpheld: false, answer: "不属实"), as: Cast.office)
    try counted.on(.closeNotice(.qualification), as: Cast.office)
    #expect(counted.dossier.stage == .independentReview)
  }

  @Test("Q3: where review does not wait, it begins at publication; the visit does wait")
  func reviewDoesNotWait() throws {
    var early = world { $0.reviewWaitsForNotice = false }
    try early.bring(World.first, to: .noticed)
    #expect(early.dossier.stage == .independentReview && early.dossier.due == nil)
    #expect(early.noticeTerm()?.last == Day("2026-03-09"))
    #expect(
      duties(in: early.dossier, cycle: early.cycle).map(\.kind) == [.assignPanel, .closeNotice])
    try early.bring(World.first, from: .inReview, to: .reported)
    #expect(early.dossier.stage == .leadersMeeting && early.now.day < Day("2026-03-09")!)
    let meeting = try early.meet(.leaders)
    let entry = CaseCommand.decideEntry(meeting, enters: true, reason: "")
    #expect(
      early.refusal(entry, as: Cast.office)
        == Refusal(.Q3, .termRunning(Term(last: Day("2026-03-09")!, provisional: false))))
    early.outlastNotice()
    try early.on(.closeNotice(.qualification), as: Cast.office)
    #expect(early.dossier.stage == .leadersMeeting)
    try early.on(entry, as: Cast.office)
  }

  @Test("Q3, P3: where review does not wait, an open objection still keeps the case from entering")
  func openObjection() throws {
    var early = world { $0.reviewWaitsForNotice = false }
    try early.bring(World.first, to: .noticed)
    try early.on(.receiveObjection(Papers.objection), as: Cast.office)
    try early.bring(World.first, from: .inReview, to: .reported)
    early.outlastNotice()
    #expect(
      early.refusal(.closeNotice(.qualification), as: Cast.office)
        == Refusal(.P3, .objectionOpen(1, by: Papers.objection.objector), ours: true))
  }

  @Test("Q3, R8, P2, P3: the lengths of the terms are parameters")
  func lengths() throws {
    var short = world {
      ($0.qualificationNoticeDays, $0.onSiteNoticeDays) = (1, 2)
      ($0.proposalNoticeDays, $0.objectionDays, $0.reviewDays) = (3, 1, 4)
    }
    try short.bring(World.first, to: .listed)
    #expect(short.dossier.publicity.notices.map(\.days) == [1, 2, 3])
    for notice in short.dossier.publicity.notices {
      #expect(
        short.cycle.calendar.workingDays(from: notice.published, to: notice.last) == notice.days)
    }
    let review = short.log.compactMap { record -> (Day, Day)? in
      guard case .reviewersDesignated(_, let due) = record.event else { return nil }
      return (record.moment.day, due)
    }
    #expect(short.cycle.calendar.workingDays(from: review[0].0, to: review[0].1) == 4)
  }

  @Test("M6: the number of copies is a parameter")
  func copies() throws {
    var more = world { $0.evidenceCopies = 2 }
    try more.bring(World.first, to: .checking)
    #expect(
      more.refusal(.recommend(opinion: "同意", sealedOn: more.now.day), as: Cast.officer)?.rule
        == .M6)
  }

  @Test("M7: districts are parameters")
  func districts() {
    let fewer = world { $0.districts.removeAll { $0.code == "330106" } }
    #expect(
      fewer.refusal(.register(Cast.application()), as: Cast.office)
        == Refusal(.M7, .unknownDistrict))
  }

  @Test("C4: the months for the refund are a parameter")
  func refundMonths() throws {
    var longer = world { $0.refundMonths = 6 }
    try longer.bring(World.first, to: .listed)
    try longer.on(.payGrant(Payment(amount: 1, day: longer.now.day)), as: Cast.office)
    try longer.on(.revoke(reason: "事故"), as: Cast.office)
    #expect(longer.dossier.cultivation?.refundDue == longer.now.day.adding(months: 6))
  }

  @Test("S2, S4: the safeguards on site can be switched off")
  func safeguards() throws {
    var free = world { $0.switchedOff = [.closingMeeting, .reasonForChange] }
    try free.bring(World.first, to: .visiting)
    try free.on(.settleSiteMark("4.1.2", Percentage(95)!, reason: ""), as: Cast.siteLeader)
    try free.bring(World.first, from: .visiting, to: .ticked)
    let agenda = try #require(free.dossier.visit?.agenda.filter { $0.kind != .closingMeeting })
    try free.on(.changeAgenda(agenda), as: Cast.siteLeader)
    #expect(free.refusal(.submitVisit(opinion: "建议"), as: Cast.siteLeader) == nil)
  }

  @Test("Q1, R7, S6: reasons that are ours are due unless a bureau switches them off")
  func reasons() throws {
    let returned = CaseCommand.returnApplication(reason: "")
    #expect(try World.at(.checking).refusal(returned, as: Cast.officer)?.isOurs == true)
    var free = world {
      $0.switchedOff = [.reasonForReturn, .reasonForHoldingBack, .reasonForLeavingOut]
    }
    try free.bring(World.first, to: .checking)
    #expect(free.refusal(returned, as: Cast.officer) == nil)
    try free.bring(World.first, from: .checking, to: .reported)
    let leaders = try free.meet(.leaders)
    #expect(
      free.refusal(.decideEntry(leaders, enters: false, reason: ""), as: Cast.office) == nil)
    try free.bring(
      World.first, from: .reported, to: .submitted, siteMarks: World.listable)
    let settlement = try free.meet(.settlement)
    #expect(
      free.refusal(.decideProposal(settlement, isProposed: false, reason: ""), as: Cast.office)
        == nil)
  }

  @Test("P3: where a bureau switches it off, an open objection holds nothing back")
  func objectionDoesNotHold() throws {
    var free = world { $0.switchedOff = [.objectionHolds] }
    try free.bring(World.first, to: .proposalNoticed)
    try free.on(.receiveObjection(Papers.objection), as: Cast.office)
    try free.bring(World.first, from: .proposalNoticed, to: .listed)
    #expect(free.dossier.stage == .cultivation && free.dossier.publicity.openObjections == ["o1"])
  }

  @Test("V3: where a bureau switches it off, nobody is asked for an assessment")
  func noAssessment() throws {
    var free = world { $0.switchedOff = [.mutualAssessment] }
    try free.bring(World.first, to: .submitted)
    #expect(duties(in: free.dossier, cycle: free.cycle).allSatisfy { $0.kind != .assess })
  }
}
