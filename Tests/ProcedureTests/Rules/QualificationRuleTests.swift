import Criteria
import Procedure
import Testing

/// Inquiries, conditions and the city's decision (Q2, Q3, E).
@Suite("Q2, Q3: qualification")
struct QualificationRuleTests {
  private static let ask = CaseCommand.inquire(.qualification, department: "市税务局", question: "信用")
  private static func decide(_ rule: Rule, _ isMet: Bool, _ reason: String = "核实") -> CaseCommand {
    .decideCondition(rule, isMet: isMet, reason: reason)
  }
  private static func answer(_ id: InquiryID, _ text: String = "无") -> CaseCommand {
    .answerInquiry(id, answer: text, isAdverse: false)
  }

  static let refused: [Attempt] = [
    Attempt(
      "asked by the district", at: .recommended, ask, by: Cast.officer,
      Refusal(.Q2, .needsRole(.secretariat))),
    Attempt(
      "asked before the district recommended", at: .checking, ask, by: Cast.office,
      Refusal(.Q2, .wrongStage(.districtCheck))),
    Attempt(
      "asked of nobody", at: .recommended,
      .inquire(.qualification, department: " ", question: "信用"), by: Cast.office,
      Refusal(.Q2, .blank(.department))),
    Attempt(
      "asked nothing", at: .recommended,
      .inquire(.qualification, department: "市税务局", question: ""), by: Cast.office,
      Refusal(.Q2, .blank(.text))),
    Attempt(
      "an answer to nothing", at: .recommended, answer("i9"), by: Cast.office,
      Refusal(.Q2, .unknownInquiry)),
    Attempt(
      "answered twice", at: .examined, answer("i1"), by: Cast.office,
      Refusal(.Q2, .alreadyAnswered)),
    Attempt(
      "an empty answer", at: .recommended, answer("i1", ""), by: Cast.office,
      Refusal(.Q2, .blank(.answer))
    ) { try $0.on(ask, as: Cast.office) },
    Attempt(
      "an answer by supervision", at: .recommended, answer("i1"), by: Cast.supervisor,
      Refusal(.Q2, .needsRole(.secretariat))
    ) { try $0.on(ask, as: Cast.office) },
    Attempt(
      "a condition by the district", at: .recommended, decide(.E1, true), by: Cast.officer,
      Refusal(.Q3, .needsRole(.secretariat))),
    Attempt(
      "a condition before its time", at: .checking, decide(.E1, true), by: Cast.office,
      Refusal(.Q3, .wrongStage(.districtCheck))),
    Attempt(
      "a mark as a condition", at: .recommended, decide(.E4, false), by: Cast.office,
      Refusal(.E4, .neverCondition)),
    Attempt(
      "what is no condition", at: .recommended, decide(.R7, true), by: Cast.office,
      Refusal(.E4, .neverCondition)),
    Attempt(
      "against the finding without reason", at: .recommended, decide(.E3, false, " "),
      by: Cast.office, Refusal(.E3, .reasonAgainstFinding, ours: true)),
    Attempt(
      "a condition after the decision", at: .qualified, decide(.E1, true), by: Cast.office,
      Refusal(.Q3, .alreadyDecided)),
    Attempt(
      "qualified by the district", at: .examined, .qualify(true, reason: ""), by: Cast.officer,
      Refusal(.Q3, .needsRole(.secretariat))),
    Attempt(
      "qualified before the district", at: .checking, .qualify(true, reason: ""),
      by: Cast.office, Refusal(.Q3, .wrongStage(.districtCheck))),
    Attempt(
      "qualified without asking", at: .recommended, .qualify(true, reason: ""),
      by: Cast.office, Refusal(.Q2, .noInquiry)),
    Attempt(
      "qualified with a question open", at: .examined, .qualify(true, reason: ""),
      by: Cast.office, Refusal(.Q2, .inquiriesOpen(1))
    ) { try $0.on(ask, as: Cast.office) },
    Attempt(
      "qualified with a condition open", at: .recommended, .qualify(true, reason: ""),
      by: Cast.office, Refusal(.Q3, .conditionOpen(.E2))
    ) {
      try $0.inquire(.qualification)
      try $0.on(decide(.E1, true), as: Cast.office)
    },
    Attempt(
      "qualified with a condition not met", at: .examined, .qualify(true, reason: ""),
      by: Cast.office, Refusal(.E3, .conditionNotMet("去年有事故"))
    ) { try $0.on(decide(.E3, false, "去年有事故"), as: Cast.office) },
    Attempt(
      "qualified against an adverse answer without reason", at: .examined,
      .qualify(true, reason: ""), by: Cast.office, Refusal(.Q2, .adverseAnswer, ours: true)
    ) { try $0.inquire(.qualification, isAdverse: true) },
    Attempt(
      "qualified twice", at: .qualified, .qualify(true, reason: ""), by: Cast.office,
      Refusal(.Q3, .alreadyDecided)),
    Attempt(
      "not qualified without reason", at: .recommended, .qualify(false, reason: "　"),
      by: Cast.office, Refusal(.Q3, .blank(.reason))),
    Attempt(
      "not qualified on notice, nobody having objected", at: .noticed,
      .qualify(false, reason: "反悔"), by: Cast.office,
      Refusal(.Q3, .wrongStage(.qualificationNotice))),
    Attempt(
      "the notice before the decision", at: .examined,
      .publishNotice(.qualification, number: "公示 1"), by: Cast.office,
      Refusal(.Q3, .notDecided)),
    Attempt(
      "the letter before the decision", at: .examined, .sendLetter(.notQualified, number: "函 1"),
      by: Cast.office, Refusal(.Q3, .letterNotDue)),
  ]

  @Test("Q2, Q3, E: what the city must not decide is refused", arguments: refused)
  func refuses(_ attempt: Attempt) throws { try attempt.verify() }

  @Test(
    "Q2: inquiry and answer are recorded with their days; everybody may know that they are there")
  func inquiries() throws {
    var world = try World.at(.recommended)
    let asked = world.now.day
    try world.on(Self.ask, as: Cast.office)
    world.pass(workingDays: 2)
    try world.on(.answerInquiry("i1", answer: "欠税", isAdverse: true), as: Cast.office)
    let record = try #require(world.dossier.admission.inquiries["i1"])
    #expect(record.asked == asked && record.answered == world.now.day)
    #expect(record.content?.answer == "欠税" && record.content?.isAdverse == true)
    let clear = try #require(world.replay(reads: { $0.kind.placement == .clear }))
    #expect(clear.admission.inquiries["i1"]?.content == nil)
    #expect(clear.admission.inquiries["i1"]?.answered == world.now.day)
  }

  @Test("Q3: the program finds, a person decides with who, when and why, and may decide anew")
  func conditions() throws {
    var world = try World.at(.recommended)
    try world.on(Self.decide(.E2, true, ""), as: Cast.office)
    try world.on(Self.decide(.E2, false, "行业排名有误"), as: Cast.both)
    let decision = try #require(world.dossier.admission.conditions[.E2])
    #expect(!decision.isMet && decision.reason == "行业排名有误" && decision.by == Cast.both)
  }

  @Test("E2, Q3: years of practice count up to the last day of the call, not to the decision")
  func upToTheCall() throws {
    var world = try World.at(.complete)
    let young = Papers.form { $0.modelSince = YearMonth("2023-06") }
    try world.on(.fillForm(young), as: Cast.officer)
    try world.on(.submit, as: Cast.officer)
    try world.on(.recommend(opinion: "同意", sealedOn: world.now.day), as: Cast.officer)
    world.wait(until: Day("2026-06-01")!)
    #expect(
      world.refusal(Self.decide(.E2, true, ""), as: Cast.office)
        == Refusal(.E2, .reasonAgainstFinding, ours: true))
    #expect(world.refusal(Self.decide(.E2, false, ""), as: Cast.office) == nil)
  }

  @Test("Q3: who is not qualified is told in writing, once the decision is made")
  func notQualified() throws {
    var world = try World.at(.recommended)
    try world.on(.qualify(false, reason: "近三年有事故"), as: Cast.office)
    #expect(world.dossier.stage == .notQualified)
    #expect(world.dossier.notes[.qualification]?.last?.text == "近三年有事故")
    #expect(
      world.refusal(.sendLetter(.notQualified, number: ""), as: Cast.office)
        == Refusal(.Q3, .blank(.number)))
    try world.on(.sendLetter(.notQualified, number: "函 1"), as: Cast.office)
    #expect(
      world.dossier.publicity.letters
        == [LetterRecord(kind: .notQualified, number: "函 1", sent: world.now.day)])
  }

  @Test("Q3: qualified goes on public notice for five working days; an adverse answer with reason")
  func qualified() throws {
    var world = try World.at(.examined)
    try world.inquire(.qualification, isAdverse: true)
    try world.on(.qualify(true, reason: "已整改"), as: Cast.office)
    #expect(world.dossier.admission.isQualified == true && world.dossier.stage == .qualification)
    try world.on(.publishNotice(.qualification, number: "公示 1"), as: Cast.office)
    let notice = try #require(world.dossier.publicity.notice(.qualification))
    #expect(notice.days == 5 && notice.published == Day("2026-03-02"))
    #expect(notice.last == Day("2026-03-09") && world.dossier.due == Day("2026-03-09"))
  }

  @Test("Q3, P3: an objection found right takes the qualification back while on notice")
  func reconsidered() throws {
    var world = try World.at(.noticed)
    try world.on(.receiveObjection(Papers.objection), as: Cast.office)
    #expect(
      world.refusal(.qualify(false, reason: "属实"), as: Cast.office)?.rule == .Q3)
    try world.on(.answerObjection("o1", isUpheld: true, answer: "属实"), as: Cast.office)
    try world.on(.qualify(false, reason: "异议属实"), as: Cast.office)
    #expect(world.dossier.stage == .notQualified)
  }
}
