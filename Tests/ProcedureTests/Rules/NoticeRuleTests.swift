import Criteria
import Procedure
import Testing

/// Public notices, objections and their terms (Q3, R8, P2, P3, W).
@Suite("Q3, R8, P2, P3, W: notices and objections")
struct NoticeRuleTests {
  private static func objecting(_ change: (inout Objection) -> Void) -> CaseCommand {
    var objection = Papers.objection
    change(&objection)
    return .receiveObjection(objection)
  }
  private static func answer(_ text: String = "查无此事", upheld: Bool = false) -> CaseCommand {
    .answerObjection("o1", isUpheld: upheld, answer: text)
  }
  private static let object: @Sendable (inout World) throws -> Void = {
    try $0.on(.receiveObjection(Papers.objection), as: Cast.office)
  }

  static let refused: [Attempt] = [
    Attempt(
      "published by the district", at: .qualified, .publishNotice(.qualification, number: "1"),
      by: Cast.officer, Refusal(.Q3, .needsRole(.secretariat))),
    Attempt(
      "published without number", at: .qualified, .publishNotice(.qualification, number: " "),
      by: Cast.office, Refusal(.Q3, .blank(.number))),
    Attempt(
      "published twice", at: .noticed, .publishNotice(.qualification, number: "1"),
      by: Cast.office, Refusal(.Q3, .wrongStage(.qualificationNotice))),
    Attempt(
      "closed where there is none", at: .qualified, .closeNotice(.qualification),
      by: Cast.office, Refusal(.Q3, .noNotice)),
    Attempt(
      "closed twice", at: .inReview, .closeNotice(.qualification), by: Cast.office,
      Refusal(.Q3, .noNotice)),
    Attempt(
      "another one closed", at: .proposalNoticed, .closeNotice(.onSite), by: Cast.office,
      Refusal(.R8, .noNotice)),
    Attempt(
      "closed by supervision", at: .proposalNoticed, .closeNotice(.proposal),
      by: Cast.supervisor, Refusal(.P2, .needsRole(.secretariat))
    ) { $0.outlastNotice() },
    Attempt(
      "objected while nothing is on notice", at: .cleared, objecting { _ in }, by: Cast.office,
      Refusal(.P3, .noNotice)),
    Attempt(
      "entered by a reviewer", at: .proposalNoticed, objecting { _ in }, by: Cast.third,
      Refusal(.P3, .needsRole(.secretariat))),
    Attempt(
      "objected without name", at: .proposalNoticed, objecting { $0.objector = "" },
      by: Cast.office, Refusal(.P3, .blank(.name))),
    Attempt(
      "objected without facts", at: .proposalNoticed, objecting { $0.facts = " " },
      by: Cast.office, Refusal(.P3, .blank(.facts))),
    Attempt(
      "objected without reasons", at: .proposalNoticed, objecting { $0.reasons = "" },
      by: Cast.office, Refusal(.P3, .blank(.reason))),
    Attempt(
      "objected without evidence", at: .proposalNoticed, objecting { $0.evidence = "　" },
      by: Cast.office, Refusal(.P3, .blank(.evidence))),
    Attempt(
      "an answer to nothing", at: .proposalNoticed, answer(), by: Cast.office,
      Refusal(.P3, .unknownObjection)),
    Attempt(
      "an empty answer", at: .proposalNoticed, answer(""), by: Cast.office,
      Refusal(.P3, .blank(.answer)), prepare: object),
    Attempt(
      "answered by supervision", at: .proposalNoticed, answer(), by: Cast.supervisor,
      Refusal(.P3, .needsRole(.secretariat)), prepare: object),
    Attempt(
      "answered twice", at: .proposalNoticed, answer(), by: Cast.office,
      Refusal(.P3, .alreadyAnswered)
    ) {
      try object(&$0)
      try $0.on(answer(), as: Cast.office)
    },
    Attempt(
      "told in writing before it was answered", at: .proposalNoticed,
      .sendLetter(.objection, number: "函 3"), by: Cast.office, Refusal(.P3, .letterNotDue),
      prepare: object),
    Attempt(
      "closed with an objection open", at: .proposalNoticed, .closeNotice(.proposal),
      by: Cast.office, Refusal(.P3, .objectionOpen(1, by: Papers.objection.objector), ours: true)
    ) {
      try object(&$0)
      $0.outlastNotice()
    },
    Attempt(
      "approved in doubt without reason", at: .proposalNoticed,
      .decideApproval("b9", isApproved: true, reason: ""), by: Cast.office,
      Refusal(.P4, .blank(.reason), ours: true)
    ) {
      try object(&$0)
      try $0.on(answer("属实，已整改", upheld: true), as: Cast.office)
      $0.outlastNotice()
      try $0.on(.closeNotice(.proposal), as: Cast.office)
      try $0.run(.hold(Papers.meeting("b9", .directors, on: $0.now.day)))
    },
  ]

  @Test("Q3, R8, P2, P3: notices and objections that do not hold are refused", arguments: refused)
  func refuses(_ attempt: Attempt) throws { try attempt.verify() }

  @Test(
    "W: no notice is closed a second early, by anybody",
    arguments: [
      (World.Step.noticed, NoticeKind.qualification), (.announced, .onSite),
      (.proposalNoticed, .proposal),
    ])
  func notEarly(_ step: World.Step, _ kind: NoticeKind) throws {
    var world = try World.at(step)
    let term = try #require(world.noticeTerm())
    world.wait(until: term.last.end)
    for person in Cast.people.map(\.id) {
      #expect(world.refusal(.closeNotice(kind), as: person) != nil, "\(person)")
    }
    for person in [Cast.office, Cast.both] {
      #expect(
        world.refusal(.closeNotice(kind), as: person) == Refusal(kind.rule, .termRunning(term)))
    }
    world.wait(until: term.last.end.adding(seconds: 1))
    #expect(world.refusal(.closeNotice(kind), as: Cast.office) == nil)
  }

  @Test(
    "P3: an objection in the notice's last second is accepted, a second later it is not",
    arguments: [World.Step.noticed, .announced, .proposalNoticed])
  func lastSecond(_ step: World.Step) throws {
    var world = try World.at(step)
    let term = try #require(world.noticeTerm())
    world.wait(until: term.last.end)
    #expect(world.refusal(.receiveObjection(Papers.objection), as: Cast.office) == nil)
    world.wait(until: term.last.end.adding(seconds: 1))
    #expect(
      world.refusal(.receiveObjection(Papers.objection), as: Cast.office)
        == Refusal(.P3, .noticeOver(term.last)))
  }

  @Test("P3: the answer is due five working days after receipt; a late one is shown, not refused")
  func answerTerm() throws {
    var world = try World.at(.proposalNoticed)
    try world.on(.receiveObjection(Papers.objection), as: Cast.office)
    let record = try #require(world.dossier.publicity.objections["o1"])
    #expect(record.received == world.now.day)
    #expect(
      record.due == world.cycle.calendar.term(days: 5, after: world.now.day, countFirst: false))
    world.wait(until: record.due.last.end)
    #expect(
      world.dossier.oddities(cycle: world.cycle, now: world.now).allSatisfy { $0.rule != .P3 })
    world.wait(until: record.due.last.end.adding(seconds: 1))
    let late = Oddity.lateAnswer(objection: 1, due: record.due.last)
    #expect(world.dossier.oddities(cycle: world.cycle, now: world.now).contains(late))
    try world.on(Self.answer(), as: Cast.office)
    #expect(world.dossier.oddities(cycle: world.cycle, now: world.now).contains(late))
    #expect(world.dossier.publicity.objections["o1"]?.content?.answer == "查无此事")
    try world.on(.sendLetter(.objection, number: "函 3"), as: Cast.office)
  }

  @Test("P3: an open objection holds back its organisation alone")
  func alone() throws {
    var world = World.founded
    try world.bringTogether([World.first, World.second], to: .proposalNoticed)
    try world.on(.receiveObjection(Papers.objection), as: Cast.office)
    world.outlastNotice()
    #expect(
      world.refusal(.closeNotice(.proposal), as: Cast.office)
        == Refusal(.P3, .objectionOpen(1, by: Papers.objection.objector), ours: true))
    try world.bring(World.second, from: .proposalNoticed, to: .listed)
    #expect(world.dossiers[World.second]?.cultivation != nil && world.dossier.cultivation == nil)
    try world.on(Self.answer(), as: Cast.office)
    try world.bring(World.first, from: .proposalNoticed, to: .listed)
    #expect(world.dossier.cultivation != nil)
  }

  @Test("P3: facts and answer lie in the bureau's room; that there is one, everybody may know")
  func sealed() throws {
    var world = try World.at(.proposalNoticed)
    try world.on(.receiveObjection(Papers.objection), as: Cast.office)
    let clear = try #require(world.replay(reads: { $0.kind.placement == .clear }))
    #expect(clear.publicity.objections["o1"]?.content == nil)
    #expect(clear.publicity.openObjections == ["o1"])
  }

  @Test("P3: an objection found right takes the proposal back at another settlement")
  func proposalTakenBack() throws {
    var world = try World.at(.proposalNoticed)
    let meeting = try world.meet(.settlement)
    let command = CaseCommand.decideProposal(meeting, isProposed: false, reason: "异议属实")
    #expect(
      world.refusal(command, as: Cast.office) == Refusal(.S6, .wrongStage(.proposalNotice)))
    try world.on(.receiveObjection(Papers.objection), as: Cast.office)
    try world.on(Self.answer("属实", upheld: true), as: Cast.office)
    try world.on(command, as: Cast.office)
    #expect(world.dossier.stage == .notProposed)
  }
}
