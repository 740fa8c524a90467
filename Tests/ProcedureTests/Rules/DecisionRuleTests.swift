import Criteria
import Procedure
import Testing

/// What follows from the meetings' decisions, taken back and kept (R7–R9, S6, P1–P4).
@Suite("R7–R9, S6, P1–P4: decisions")
struct DecisionRuleTests {
  @Test("R7: a consensus reopened after the decision on entry takes the decision with it")
  func reopenedAfterEntry() throws {
    var world = try World.at(.admitted)
    try world.on(.reopenConsensus(reason: "复核 4.7.4"), as: Cast.leader)
    for item in Edition.shipped.items {
      try world.on(.settle(item.id, PanelFive.zero, reason: "复核"), as: Cast.leader)
    }
    try world.on(.finishConsensus(conclusion: "复核后"), as: Cast.leader)
    #expect(world.dossier.materialTotal == Points(whole: 0) && world.dossier.enters == nil)
    #expect(
      world.refusal(.publishNotice(.onSite, number: "公示 2"), as: Cast.office)
        == Refusal(.R7, .notDecided))
    let meeting = try world.meet(.leaders)
    #expect(
      world.refusal(.decideEntry(meeting, enters: true, reason: ""), as: Cast.office)
        == Refusal(.R7, .notReported))
  }

  @Test("R7: that the leader reported everybody may know, and the duty ends with it")
  func reported() throws {
    let world = try World.at(.reported)
    let clear = try #require(world.replay(reads: { $0.kind.placement == .clear }))
    #expect(clear.hasReported && clear.meetingReport == nil)
    #expect(duties(in: clear, cycle: world.cycle).map(\.kind) == [.decideEntry])
    var reopened = world
    try reopened.on(.reopenConsensus(reason: "复核"), as: Cast.leader)
    #expect(!reopened.dossier.hasReported)
  }

  @Test("R7: with the leader stepped back the deputy reports, and has to be there")
  func deputyReports() throws {
    var world = try World.at(.finished)
    try world.on(.recuse(Interest(ground: .kinship)), as: Cast.leader)
    #expect(
      world.refusal(.reportToMeeting("说明"), as: Cast.leader)
        == Refusal(.R7, .needsLeader(Cast.deputy)))
    try world.on(.reportToMeeting("说明"), as: Cast.deputy)
    let meeting = try world.meet(.leaders)
    #expect(
      world.refusal(.decideEntry(meeting, enters: true, reason: ""), as: Cast.office)
        == Refusal(.R7, .leaderAbsent(Cast.deputy)))
  }

  @Test("R7–R9: held back with its reason, told in writing; the decision says at which meeting")
  func heldBack() throws {
    var world = try World.at(.reported)
    let meeting = try world.meet(.leaders)
    let events = try world.on(
      .decideEntry(meeting, enters: false, reason: "行业名额"), as: Cast.office)
    #expect(
      events == [
        .officeNoted(about: .entry, text: "行业名额"),
        .entryDecided(meeting: meeting, enters: false),
      ])
    #expect(world.dossier.stage == .notEntered && world.dossier.enters == false)
    try world.on(.sendLetter(.notEntered, number: "函 2"), as: Cast.office)
    #expect(world.dossier.publicity.sent(.notEntered))
    #expect(
      world.refusal(.publishNotice(.onSite, number: "公示 2"), as: Cast.office)
        == Refusal(.R8, .wrongStage(.notEntered)))
  }

  @Test("R8: the on-site list is on notice for seven working days, and the visit waits for its end")
  func onSiteNotice() throws {
    var world = try World.at(.admitted)
    try world.on(.publishNotice(.onSite, number: "公示 2"), as: Cast.office)
    let notice = try #require(world.dossier.publicity.notice(.onSite))
    let term = world.cycle.calendar.term(days: 7, after: world.now.day, countFirst: false)
    #expect(notice.days == 7 && notice.last == term.last && world.dossier.stage == .onSiteNotice)
    #expect(
      world.refusal(
        .arrangeVisit("s1", from: term.last, until: term.last), as: Cast.office)
        == Refusal(.S1, .wrongStage(.onSiteNotice)))
    world.outlastNotice()
    try world.on(.closeNotice(.onSite), as: Cast.office)
    #expect(world.dossier.stage == .onSiteReview)
  }

  @Test("R8, P3: an objection found right takes the entry back at another leaders' meeting")
  func entryTakenBack() throws {
    var world = try World.at(.announced)
    try world.on(.receiveObjection(Papers.objection), as: Cast.office)
    try world.on(.answerObjection("o1", isUpheld: true, answer: "属实"), as: Cast.office)
    let meeting = try world.meet(.leaders)
    #expect(
      world.refusal(.decideEntry(meeting, enters: true, reason: ""), as: Cast.office)
        == Refusal(.R7, .wrongStage(.onSiteNotice)))
    try world.on(.decideEntry(meeting, enters: false, reason: "异议属实"), as: Cast.office)
    #expect(world.dossier.stage == .notEntered)
    #expect(runningTerms(in: world.dossier, cycle: world.cycle).isEmpty)
  }

  @Test("P3: an objection found right on an earlier notice takes back nothing on a later one")
  func earlierObjection() throws {
    var world = try World.at(.noticed)
    try world.on(.receiveObjection(Papers.objection), as: Cast.office)
    try world.on(.answerObjection("o1", isUpheld: true, answer: "属实，不影响"), as: Cast.office)
    try world.bring(World.first, from: .noticed, to: .announced)
    let meeting = try world.meet(.leaders)
    #expect(
      world.refusal(.decideEntry(meeting, enters: false, reason: "旧异议"), as: Cast.office)
        == Refusal(.R7, .wrongStage(.onSiteNotice)))
  }

  @Test(
    "S6, P4: the tier on the published list is that of the on-site score, exactly",
    arguments: [(60_000, 3), (60_975, 3), (61_000, 2), (61_975, 2), (62_000, 1)])
  func tiers(hundredths: Int, rank: Int) throws {
    let total = Points(hundredths: hundredths)
    var world = World.founded
    try world.bring(
      World.first, to: .listed, siteMarks: PanelFive.percentages(totalling: total))
    let place = try #require(world.dossier.cultivation)
    #expect(place.tier == rank && place.total == total)
    #expect(place.since == world.now.day)
    #expect(
      place.until
        == Day(year: place.since.year + 3, month: place.since.month, day: place.since.day)?.adding(
          days: -1))
  }

  @Test("S6: the tiers are parameters")
  func otherTiers() throws {
    var parameters = Parameters.hangzhou
    parameters.tiers.removeLast(2)
    parameters.tiers[0].from = Points(whole: 500)
    var world = World.founded
    world.pretend(parameters)
    let total = Points(hundredths: 50_000)
    try world.bring(
      World.first, to: .listed, siteMarks: PanelFive.percentages(totalling: total))
    #expect(world.dossier.cultivation?.tier == 1)
  }

  @Test("R7: the line is a parameter")
  func otherLine() throws {
    var parameters = Parameters.hangzhou
    parameters.materialLine = Points(whole: 560)
    var world = World.founded
    world.pretend(parameters)
    try world.bring(World.first, to: .reported)
    let meeting = try world.meet(.leaders)
    #expect(
      world.refusal(.decideEntry(meeting, enters: true, reason: ""), as: Cast.office)
        == Refusal(.R7, .belowLine(Points(hundredths: 55_275), line: Points(whole: 560))))
    #expect(
      world.refusal(.decideEntry(meeting, enters: false, reason: ""), as: Cast.office) == nil)
  }

  @Test("P1: opinions are asked and recorded; then the list goes on notice for seven working days")
  func opinions() throws {
    var world = try World.at(.proposed)
    func duty() -> [DutyKind] {
      duties(in: world.dossier, cycle: world.cycle).map(\.kind).filter { $0 != .assess }
    }
    #expect(duty() == [.askOpinions])
    try world.on(.inquire(.opinion, department: "市经信局", question: "意见"), as: Cast.office)
    #expect(duty() == [.askOpinions])
    try world.on(.answerInquiry("i2", answer: "不宜", isAdverse: true), as: Cast.office)
    #expect(duty() == [.publishNotice])
    let records = world.dossier.admission.inquiries(for: .opinion)
    #expect(records.map(\.id) == ["i2"] && records[0].record.content?.isAdverse == true)
    try world.on(.publishNotice(.proposal, number: "公示 3"), as: Cast.office)
    #expect(world.dossier.publicity.notice(.proposal)?.days == 7)
    #expect(world.dossier.stage == .proposalNotice)
  }

  @Test("P4: the director meeting approves after the notice, not before it is over")
  func meetingAfterNotice() throws {
    var world = try World.at(.proposalNoticed)
    let early = try world.meet(.directors)
    let over = try #require(world.noticeTerm()).last.adding(days: 1)
    world.outlastNotice()
    try world.on(.closeNotice(.proposal), as: Cast.office)
    #expect(
      world.refusal(.decideApproval(early, isApproved: true, reason: ""), as: Cast.office)
        == Refusal(.P4, .badDates(.before(over, .notice))))
    let after = try world.meet(.directors)
    try world.on(.decideApproval(after, isApproved: true, reason: ""), as: Cast.office)
    #expect(world.dossier.isApproved == true && world.dossier.stage == .approval)
  }

  @Test("P4: turned down with its reason it is not on the list")
  func turnedDown() throws {
    var world = try World.at(.cleared)
    let meeting = try world.meet(.directors)
    try world.on(.decideApproval(meeting, isApproved: false, reason: "暂缓"), as: Cast.office)
    #expect(world.dossier.stage == .notProposed && world.dossier.isApproved == false)
  }
}
