import Criteria
import Procedure
import Testing

/// What supervision does and what follows from it (V1–V5).
@Suite("V1–V5: the course of supervision")
struct SupervisionCourseTests {
  @Test("V3: anybody who takes part may turn to supervision, which alone reads it")
  func lodged() throws {
    var world = try World.at(.opened)
    let people = [Cast.office, Cast.officer, Cast.third, Cast.supervisor, Cast.examiner]
    for (index, person) in people.enumerated() {
      try world.supervise(
        .lodge(Papers.complaint(ComplaintID("k\(index)"), dossier: World.first)), as: person)
    }
    #expect(world.supervision.listed.map(\.lodgedBy) == people)
    #expect(world.desk(.cycle(.closeCycle), of: Cast.office).supervision == nil)
    #expect(world.wallFaults.isEmpty)
    for record in world.log where record.event.kind == .complaintLodged {
      #expect(record.event.room(in: nil, year: 2026, by: record.author) == .supervision)
    }
  }

  @Test("V3: an investigation keeps its steps, its finding and its measure, with who and when")
  func investigated() throws {
    var world = World.founded
    try world.supervise(.lodge(Papers.complaint(person: Cast.third)), as: Cast.office)
    let start = world.now
    try world.supervise(.note("k1", text: "约谈"))
    try world.supervise(.note("k1", text: "调取记录"))
    try world.supervise(.close("k1", .partly, .corrected, finding: "收受礼品，已退"))
    let found = try #require(world.supervision.investigations["k1"])
    #expect(found.steps.map(\.text) == ["约谈", "调取记录"])
    #expect(found.steps[0].by == Cast.supervisor && found.steps[0].at == start)
    #expect(found.outcome == .partly && found.measure == .corrected)
    #expect(found.finding == "收受礼品，已退" && found.closedAt == start.adding(seconds: 120))
    #expect(found.lodgedBy == Cast.office)
  }

  @Test("V3: open investigations stand before closed ones, earlier before later")
  func listed() throws {
    var world = World.founded
    for id in ["k3", "k1", "k2"] as [ComplaintID] {
      try world.supervise(.lodge(Papers.complaint(id)))
    }
    try world.supervise(.close("k3", .unfounded, .none, finding: "查无实据"))
    #expect(world.supervision.listed.map(\.complaint.id) == ["k1", "k2", "k3"])
    var copy = world.supervision
    copy.apply(.openingAsked, by: "p9", at: world.now)
    #expect(copy == world.supervision)
  }

  @Test("V3: a complaint under a number that is taken is kept too, beside the earlier one")
  func sameNumber() throws {
    var world = World.founded
    let people = [Cast.third, Cast.office, Cast.officer]
    for person in people { try world.supervise(.lodge(Papers.complaint()), as: person) }
    #expect(world.supervision.listed.map(\.complaint.id) == ["k1", "k1-2", "k1-3"])
    #expect(world.supervision.listed.map(\.lodgedBy) == people)
    try world.supervise(.close("k1-2", .unfounded, .none, finding: "查无实据"))
    #expect(world.supervision.investigations["k1"]?.closedAt == nil)
    #expect(world.replaySupervision() == world.supervision)
  }

  @Test("V4: criticism is recorded and takes nothing; disqualification takes all new work")
  func sanctioned() throws {
    var world = try World.at(.inReview)
    try world.establish(person: Cast.third, outcome: .partly)
    try world.run(.sanction(Cast.third, .criticism, "k1"), as: Cast.supervisor)
    #expect(world.cycle.sanctions[Cast.third] == [.criticism])
    #expect(world.cycle.isReady(Cast.third))
    try world.run(.sanction(Cast.third, .disqualification, "k1"), as: Cast.supervisor)
    #expect(world.cycle.sanctions[Cast.third] == [.criticism, .disqualification])
    #expect(!world.cycle.isReady(Cast.third))
    let panel = Panel(
      id: "m9", name: "组", stage: .material, leader: Cast.fourth, deputy: nil,
      members: [Cast.third, Cast.fourth, Cast.fifth])
    #expect(
      world.refusal(.cycle(.formPanel(panel)), as: Cast.office)
        == Refusal(.R5, .inactive(Cast.third)))
    try world.on(.assignPanel("m1"), as: Cast.office)
    #expect(
      world.refusal(.declare(nil), as: Cast.third) == Refusal(.K, .notReady(Cast.third)))
    try world.on(.declare(nil), as: Cast.leader)
    #expect(
      world.refusal(.designate(reviewers: Cast.reviewers, due: nil), as: Cast.leader)
        == Refusal(.R5, .inactive(Cast.third)))
    #expect(
      PanelProposal(
        for: [Cast.application()], panels: [Cast.second], people: world.cycle.people,
        parameters: .hangzhou
      ).lines.map(\.panel) == [nil])
  }

  @Test("V4: who lost the qualification is not entered as active again")
  func stays() throws {
    var world = World.founded
    try world.establish(person: Cast.third)
    try world.run(.sanction(Cast.third, .disqualification, "k1"), as: Cast.supervisor)
    var person = try #require(world.cycle.people[Cast.third])
    person.active = true
    #expect(
      world.refusal(.cycle(.change(person)), as: Cast.office)
        == Refusal(.V4, .inactive(Cast.third)))
    person.active = false
    person.employer = "新单位"
    try world.run(.change(person))
    try world.establish("k2", person: Cast.fourth)
    try world.run(.sanction(Cast.fourth, .criticism, "k2"), as: Cast.supervisor)
    try world.run(.change(try #require(world.cycle.people[Cast.fourth])))
  }

  @Test("V4, R2: work that a disqualified reviewer had begun goes to another")
  func begunWork() throws {
    for step in [World.Step.started, .handedIn] {
      var world = try World.at(step)
      try world.establish(person: Cast.fifth)
      try world.run(.sanction(Cast.fifth, .disqualification, "k1"), as: Cast.supervisor)
      let left = Array(Cast.reviewers.dropLast())
      try world.on(.designate(reviewers: left, due: nil), as: Cast.leader)
      #expect(world.dossier.assigned == left)
      #expect(
        world.refusal(.designate(reviewers: Array(left.dropLast()), due: nil), as: Cast.leader)
          == Refusal(.R2, .workBegun(Cast.fourth), ours: true))
    }
  }

  @Test("V4: fraud ends an application at once, wherever it stands")
  func fraud() throws {
    for step in World.Step.allCases where step > .founded && step < .listed {
      var world = try World.at(step)
      try world.establish(dossier: World.first)
      try world.on(.end(.fraud, complaint: "k1", reason: "材料造假"), as: Cast.supervisor)
      #expect(world.dossier.stage == .terminated && world.dossier.ending == .fraud, "\(step)")
      #expect(world.dossier.notes[.ending]?.last?.text == "材料造假")
      #expect(duties(in: world.dossier, cycle: world.cycle).isEmpty, "\(step)")
      #expect(runningTerms(in: world.dossier, cycle: world.cycle).isEmpty, "\(step)")
      #expect(world.wallFaults.isEmpty)
    }
  }

  @Test("V4: once listed, fraud takes the place, and the grant back within three months")
  func fraudOfTheListed() throws {
    var world = try World.at(.listed)
    try world.on(.payGrant(Payment(amount: 500_000, day: world.now.day)), as: Cast.office)
    try world.establish(dossier: World.first)
    let day = world.now.day
    let events = try world.on(
      .end(.fraud, complaint: "k1", reason: "材料造假"), as: Cast.supervisor)
    #expect(events.last == .placeLost(by: .fraud, on: day, refundDue: day.adding(months: 3)))
    #expect(world.dossier.stage == .revoked && world.dossier.ending == .fraud)
    try world.on(.recordRefund(Payment(amount: 500_000, day: day)), as: Cast.office)
    try world.on(.announceLoss(number: "公告 1"), as: Cast.office)
    try world.on(.sendLetter(.revoked, number: "函 1"), as: Cast.office)
  }

  @Test("V4: without a grant there is nothing to take back")
  func fraudWithoutGrant() throws {
    var world = try World.at(.listed)
    try world.establish(dossier: World.first)
    try world.on(.end(.fraud, complaint: "k1", reason: "材料造假"), as: Cast.supervisor)
    #expect(world.dossier.cultivation?.refundDue == nil)
  }

  @Test("V3: panel and applicant assess each other after the visit, for supervision alone to read")
  func assessed() throws {
    var world = try World.at(.submitted)
    var harsh = Papers.assessment
    harsh.grades[.influence] = 1
    try world.on(.assess(.ofApplicant, harsh), as: Cast.examiner)
    try world.on(.assess(.ofPanel, Papers.assessment), as: Cast.supervisor)
    #expect(world.dossier.assessments == [.ofApplicant: harsh, .ofPanel: Papers.assessment])
    let without = try #require(world.replay(reads: { $0.kind.placement != .supervision }))
    #expect(without.assessed == [.ofApplicant, .ofPanel] && without.assessments.isEmpty)
    #expect(world.wallFaults.isEmpty)
  }

  @Test("M8: an applicant may step back until the list is published, with the reason kept")
  func withdrawn() throws {
    var world = try World.at(.approved)
    #expect(
      world.refusal(.end(.withdrawn, complaint: nil, reason: ""), as: Cast.office)
        == Refusal(.M8, .blank(.reason)))
    try world.on(.end(.withdrawn, complaint: nil, reason: "自愿退出"), as: Cast.office)
    #expect(world.dossier.stage == .terminated && world.dossier.ending == .withdrawn)
    #expect(
      world.refusal(.end(.withdrawn, complaint: nil, reason: "再退"), as: Cast.office)
        == Refusal(.M8, .wrongStage(.terminated)))
  }
}
