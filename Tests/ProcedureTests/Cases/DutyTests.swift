import Procedure
import Testing

/// What waits for whom, stage by stage.
@Suite("Duties")
struct DutyTests {
  private static let due = Day("2026-03-31")
  private static let district = Reader.group(.district("330106"))
  private static let office = Reader.group(.secretariat)

  private func duties(_ world: World) -> [Duty] {
    Procedure.duties(in: world.dossier, cycle: world.cycle)
  }

  private func each(_ people: [PersonID], _ kind: DutyKind, due: Day? = nil) -> [Duty] {
    people.map { Duty(holder: .person($0), kind: kind, due: due) }
  }

  private func one(_ holder: Reader, _ kind: DutyKind, due: Day? = nil) -> [Duty] {
    [Duty(holder: holder, kind: kind, due: due)]
  }

  @Test("R1–R4: independent review, from the panel to the opening")
  func review() throws {
    #expect(try duties(World.at(.inReview)) == one(Self.office, .assignPanel))
    #expect(try duties(World.at(.assigned)) == each([Cast.leader], .declare))
    #expect(try duties(World.at(.declared)) == each([Cast.leader], .designate))
    #expect(
      try duties(World.at(.designated)) == each(Cast.reviewers, .review, due: Self.due))
    #expect(try duties(World.at(.started)) == each(Cast.reviewers, .review, due: Self.due))
    #expect(
      try duties(World.at(.handedIn)) == each([Cast.leader], .askOpening, due: Self.due))
    #expect(try duties(World.at(.asked)) == one(Self.office, .release, due: Self.due))
    #expect(
      try duties(World.at(.released)) == each([Cast.leader], .openConsensus, due: Self.due))
  }

  @Test("M7–Q3: from registration to the end of the notice")
  func admission() throws {
    let call = World.call.until
    #expect(try duties(World.at(.registered)) == one(Self.district, .submit, due: call))
    #expect(try duties(World.at(.checking)) == one(Self.district, .recommend))
    #expect(try duties(World.at(.recommended)) == one(Self.office, .qualify))
    #expect(try duties(World.at(.examined)) == one(Self.office, .qualify))
    #expect(try duties(World.at(.qualified)) == one(Self.office, .publishNotice))
    #expect(
      try duties(World.at(.noticed)) == one(Self.office, .closeNotice, due: Day("2026-03-09")))
  }

  @Test("R6–S5: consensus, meeting, notice and visit")
  func later() throws {
    #expect(try duties(World.at(.opened)) == each([Cast.leader], .consensus))
    #expect(
      try duties(World.at(.finished))
        == each([Cast.leader], .reportToMeeting))
    #expect(try duties(World.at(.reported)) == one(Self.office, .decideEntry))
    #expect(try duties(World.at(.admitted)) == one(Self.office, .publishNotice))
    let announced = try World.at(.announced)
    #expect(
      duties(announced) == one(Self.office, .closeNotice, due: announced.noticeTerm()?.last))
    #expect(try duties(World.at(.entered)) == one(Self.office, .arrangeVisit))
    let visiting = try World.at(.visiting)
    #expect(
      duties(visiting) == each(Cast.examiners, .visit, due: visiting.dossier.due))
  }

  @Test("S6–P4: settlement, opinions, notice, objection and approval; the panel assesses beside")
  func list() throws {
    let assess = each([Cast.siteLeader], .assess)
    #expect(
      try duties(World.at(.submitted)) == one(Self.office, .decideProposal) + assess)
    var assessed = try World.at(.submitted)
    try assessed.on(.assess(.ofApplicant, Papers.assessment), as: Cast.siteDeputy)
    #expect(duties(assessed) == one(Self.office, .decideProposal))
    #expect(try duties(World.at(.proposed)) == one(Self.office, .askOpinions) + assess)
    var onNotice = try World.at(.proposalNoticed)
    let close = one(Self.office, .closeNotice, due: onNotice.noticeTerm()?.last)
    #expect(duties(onNotice) == close + assess)
    try onNotice.on(.receiveObjection(Papers.objection), as: Cast.office)
    let due = onNotice.dossier.publicity.objections["o1"]?.due.last
    let term = onNotice.cycle.calendar.term(days: 5, after: onNotice.now.day, countFirst: false)
    #expect(due == term.last)
    // P3: while it is open the notice is not closed.
    #expect(duties(onNotice) == one(Self.office, .answerObjection, due: due) + assess)
    #expect(try duties(World.at(.cleared)) == one(Self.office, .approve) + assess)
    #expect(try duties(World.at(.approved)) == one(Self.office, .publishList) + assess)
  }

  @Test("C1–C4: grant and reports of the listed; letter, announcement and refund of the revoked")
  func cultivation() throws {
    var world = try World.at(.listed)
    let report = one(Self.office, .report, due: Day("2027-05-31"))
    #expect(duties(world) == one(Self.office, .payGrant) + report)
    try world.on(.payGrant(Payment(amount: 500_000, day: world.now.day)), as: Cast.office)
    #expect(duties(world) == report)
    try world.on(.revoke(reason: "重大安全事故"), as: Cast.office)
    let due = world.now.day.adding(months: 3)
    #expect(
      duties(world) == one(Self.office, .sendLetter) + one(Self.office, .announceLoss)
        + one(Self.office, .refund, due: due))
    try world.on(.sendLetter(.revoked, number: "函 1"), as: Cast.office)
    try world.on(.announceLoss(number: "公告 1"), as: Cast.office)
    try world.on(.recordRefund(Payment(amount: 500_000, day: world.now.day)), as: Cast.office)
    #expect(duties(world).isEmpty)
  }

  @Test("What cannot be done yet, or no more, waits for nobody")
  func possible() throws {
    let day = Day("2026-03-09")!
    let closing = Duty(holder: Self.office, kind: .closeNotice, due: day)
    #expect(!closing.isPossible(on: day) && closing.isPossible(on: day.adding(days: 1)))
    let submission = Duty(holder: Self.district, kind: .submit, due: day)
    #expect(submission.isPossible(on: day) && !submission.isPossible(on: day.adding(days: 1)))
    let report = Duty(holder: Self.office, kind: .report, due: Day("2027-05-31"))
    #expect(!report.isPossible(on: Day("2026-12-31")!) && report.isPossible(on: Day("2027-01-01")!))
    let review = Duty(holder: Self.office, kind: .review, due: day)
    #expect(review.isPossible(on: day.adding(days: 40)))
  }

  @Test("M7: without its year's call nothing is to be handed in")
  func noCall() throws {
    var world = try World.at(.registered)
    world.forgetCall()
    #expect(duties(world).isEmpty)
  }

  @Test("R5: who is designated but has not declared is asked to")
  func declarations() throws {
    var world = try World.at(.assigned)
    try world.on(.declare(nil), as: Cast.leader)
    let three = [Cast.leader, Cast.third, Cast.fourth]
    try world.on(.designate(reviewers: three, due: nil), as: Cast.leader)
    #expect(
      duties(world)
        == each([Cast.third, Cast.fourth], .declare, due: Self.due)
        + each([Cast.leader], .review, due: Self.due))
  }

  @Test("R5: when the leader recuses the deputy's duties begin with a declaration")
  func deputy() throws {
    var world = try World.at(.assigned)
    try world.on(.declare(Interest(ground: .competitor)), as: Cast.leader)
    #expect(duties(world) == each([Cast.deputy], .declare))
  }

  @Test("R5: in consensus and on site, when nobody is left to lead, the secretariat is told")
  func nobodyLeads() throws {
    var world = try World.at(.opened)
    for person in [Cast.leader, Cast.deputy] {
      try world.on(.recuse(Interest(ground: .trading)), as: person)
    }
    #expect(duties(world) == one(Self.office, .assignPanel))
    var visit = try World.at(.visiting)
    for person in [Cast.siteLeader, Cast.siteDeputy] {
      try visit.on(.recuse(Interest(ground: .trading)), as: person)
    }
    #expect(duties(visit).first == one(Self.office, .assignPanel).first)
  }

  @Test("Q1, Q3, R9: where a case ended nothing waits but the letter that is due")
  func ends() throws {
    for end in Ends.all {
      var world = try end.world()
      let letter = end.letter.map { _ in Duty(holder: Self.office, kind: .sendLetter) }
      #expect(
        duties(world).filter { ![.announceLoss, .refund].contains($0.kind) }
          == [letter].compactMap { $0 }, "\(end.stage)")
      guard let kind = end.letter else { continue }
      try world.on(.sendLetter(kind, number: "函 1"), as: Cast.office)
      #expect(!duties(world).contains { $0.kind == .sendLetter }, "\(end.stage)")
    }
  }
}
