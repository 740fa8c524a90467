import Criteria
import Procedure
import Testing

/// Complaints, findings, sanctions, fraud, mutual assessment (V1–V5).
@Suite("V1–V5: supervision")
struct SupervisionRuleTests {
  private static func lodge(_ change: (inout Complaint) -> Void) -> Command {
    var complaint = Papers.complaint()
    change(&complaint)
    return .supervision(.lodge(complaint))
  }
  private static func close(
    _ outcome: Outcome, _ measure: Measure = .none, _ finding: String = "查实"
  ) -> Command { .supervision(.close("k1", outcome, measure, finding: finding)) }
  private static let note = Command.supervision(.note("k1", text: "调取记录"))
  private static func sanction(_ person: PersonID, _ sanction: Sanction = .criticism) -> Command {
    .cycle(.sanction(person, sanction, "k1"))
  }
  private static let fraud = CaseCommand.end(.fraud, complaint: "k1", reason: "材料造假")

  private static func lodged(
    dossier: CaseID? = nil, person: PersonID? = nil, outcome: Outcome? = nil,
    measure: Measure? = nil
  ) -> @Sendable (inout World) throws -> Void {
    { world in
      if let outcome {
        try world.establish(dossier: dossier, person: person, outcome: outcome, measure: measure)
      } else {
        try world.supervise(.lodge(Papers.complaint(dossier: dossier, person: person)))
      }
    }
  }

  static let complaints: [Attempt] = [
    Attempt(
      "lodged by somebody who takes no part", at: .founded, lodge { _ in }, by: Cast.stranger,
      Refusal(.K, .notReady(Cast.stranger))),
    Attempt(
      "lodged without words", at: .founded, lodge { $0.text = " " }, by: Cast.third,
      Refusal(.V3, .blank(.text))),
    Attempt(
      "about nobody", at: .founded, lodge { $0.person = Cast.stranger }, by: Cast.third,
      Refusal(.V3, .unknownPerson(Cast.stranger))),
    Attempt(
      "the same number, as supervision sees", at: .founded, lodge { _ in }, by: Cast.supervisor,
      Refusal(.K, .numberTaken), prepare: lodged()),
    Attempt(
      "a number that names nothing", at: .founded, lodge { $0.id = "k 1" }, by: Cast.third,
      Refusal(.K, .blank(.number))),
    Attempt(
      "looked into by the secretariat", at: .founded, note, by: Cast.office,
      Refusal(.V3, .needsRole(.supervisor)), prepare: lodged()),
    Attempt(
      "closed by the secretariat", at: .founded, close(.unfounded), by: Cast.office,
      Refusal(.V3, .needsRole(.supervisor)), prepare: lodged()),
    Attempt(
      "looked into by whom it is about", at: .founded, note, by: Cast.supervisor,
      Refusal(.V3, .ownCase, ours: true), prepare: lodged(person: Cast.supervisor)),
    Attempt(
      "an unknown one looked into", at: .founded, note, by: Cast.supervisor,
      Refusal(.V3, .unknownComplaint)),
    Attempt(
      "a note without words", at: .founded, .supervision(.note("k1", text: "")),
      by: Cast.supervisor, Refusal(.V3, .blank(.text)), prepare: lodged()),
    Attempt(
      "closed without a finding", at: .founded, close(.substantiated, .corrected, ""),
      by: Cast.supervisor, Refusal(.V3, .blank(.conclusion)), prepare: lodged()),
    Attempt(
      "a measure for what is unfounded", at: .founded, close(.unfounded, .corrected),
      by: Cast.supervisor, Refusal(.V3, .noFinding, ours: true), prepare: lodged()),
    Attempt(
      "fraud found in part", at: .founded, close(.partly, .fraud), by: Cast.supervisor,
      Refusal(.V4, .fraudNeedsCase), prepare: lodged(dossier: World.first)),
    Attempt(
      "fraud found of no application", at: .founded, close(.substantiated, .fraud),
      by: Cast.supervisor, Refusal(.V4, .fraudNeedsCase), prepare: lodged()),
    Attempt(
      "closed twice", at: .founded, close(.partly), by: Cast.supervisor,
      Refusal(.V3, .alreadyDecided), prepare: lodged(outcome: .unfounded)),
    Attempt(
      "looked into after it was closed", at: .founded, note, by: Cast.supervisor,
      Refusal(.V3, .alreadyDecided), prepare: lodged(outcome: .unfounded)),
  ]

  static let sanctions: [Attempt] = [
    Attempt(
      "by the secretariat", at: .founded, sanction(Cast.third), by: Cast.office,
      Refusal(.V4, .needsRole(.supervisor)),
      prepare: lodged(person: Cast.third, outcome: .substantiated)),
    Attempt(
      "without a complaint", at: .founded, sanction(Cast.third), by: Cast.supervisor,
      Refusal(.V4, .noFinding)),
    Attempt(
      "before the finding", at: .founded, sanction(Cast.third), by: Cast.supervisor,
      Refusal(.V4, .noFinding), prepare: lodged(person: Cast.third)),
    Attempt(
      "of what is unfounded", at: .founded, sanction(Cast.third), by: Cast.supervisor,
      Refusal(.V4, .noFinding), prepare: lodged(person: Cast.third, outcome: .unfounded)),
    Attempt(
      "of somebody else", at: .founded, sanction(Cast.fourth), by: Cast.supervisor,
      Refusal(.V4, .noFinding), prepare: lodged(person: Cast.third, outcome: .substantiated)),
    Attempt(
      "of oneself", at: .founded, sanction(Cast.supervisor), by: Cast.supervisor,
      Refusal(.V4, .ownCase, ours: true),
      prepare: lodged(person: Cast.supervisor)),
    Attempt(
      "of nobody", at: .founded, sanction(Cast.stranger), by: Cast.supervisor,
      Refusal(.V4, .unknownPerson(Cast.stranger))),
    Attempt(
      "fraud by the secretariat", at: .visiting, fraud, by: Cast.office,
      Refusal(.V4, .needsRole(.supervisor)),
      prepare: lodged(dossier: World.first, outcome: .substantiated)),
    Attempt(
      "fraud without a finding", at: .visiting, fraud, by: Cast.supervisor,
      Refusal(.V4, .noFraudFound), prepare: lodged(dossier: World.first)),
    Attempt(
      "ended for fraud found in part", at: .visiting, fraud, by: Cast.supervisor,
      Refusal(.V4, .noFraudFound), prepare: lodged(dossier: World.first, outcome: .partly)),
    Attempt(
      "fraud of another application", at: .visiting, fraud, by: Cast.supervisor,
      Refusal(.V4, .noFraudFound), prepare: lodged(dossier: World.second, outcome: .substantiated)),
    Attempt(
      "fraud where something else was found", at: .visiting, fraud, by: Cast.supervisor,
      Refusal(.V4, .noFraudFound),
      prepare: lodged(dossier: World.first, outcome: .substantiated, measure: .corrected)),
    Attempt(
      "fraud without a reason", at: .visiting,
      .end(.fraud, complaint: "k1", reason: " "), by: Cast.supervisor,
      Refusal(.V4, .blank(.reason)),
      prepare: lodged(dossier: World.first, outcome: .substantiated)),
    Attempt(
      "ended by supervision for anything else", at: .visiting,
      .end(.withdrawn, complaint: nil, reason: "退出"), by: Cast.supervisor,
      Refusal(.M8, .needsRole(.secretariat))),
    Attempt(
      "ended for what is cultivation's", at: .visiting,
      .end(.breach, complaint: nil, reason: "事故"), by: Cast.office,
      Refusal(.M8, .wrongStage(.onSiteReview))),
    Attempt(
      "withdrawn once listed", at: .listed, .end(.withdrawn, complaint: nil, reason: "退出"),
      by: Cast.office, Refusal(.M8, .wrongStage(.cultivation))),
  ]

  private static func assess(
    _ direction: Assessment.Direction, _ change: (inout Assessment) -> Void = { _ in }
  ) -> CaseCommand {
    var assessment = Papers.assessment
    change(&assessment)
    return .assess(direction, assessment)
  }

  static let assessments: [Attempt] = [
    Attempt(
      "before the visit is handed over", at: .ticked, assess(.ofApplicant), by: Cast.examiner,
      Refusal(.V3, .visitNotSubmitted, ours: true)),
    Attempt(
      "of the applicant from outside the panel", at: .submitted, assess(.ofApplicant),
      by: Cast.leader, Refusal(.V3, .needsMembership)),
    Attempt(
      "of the panel by the secretariat", at: .submitted, assess(.ofPanel), by: Cast.office,
      Refusal(.V3, .needsRole(.supervisor))),
    Attempt(
      "twice", at: .submitted, assess(.ofApplicant), by: Cast.siteLeader,
      Refusal(.V3, .alreadyAnswered, ours: true)
    ) { try $0.on(assess(.ofApplicant), as: Cast.examiner) },
    Attempt(
      "a topic without grade", at: .submitted, assess(.ofPanel) { $0.grades[.influence] = nil },
      by: Cast.supervisor, Refusal(.V3, .gradesMissing, ours: true)),
    Attempt(
      "a grade beyond the scale", at: .submitted, assess(.ofPanel) { $0.grades[.fairness] = 6 },
      by: Cast.supervisor, Refusal(.V3, .gradesMissing, ours: true)),
  ]

  @Test("V3: complaints and investigations that do not hold are refused", arguments: complaints)
  func refusesComplaint(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("V4: nobody is sanctioned and nothing ended without a finding", arguments: sanctions)
  func refusesSanction(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("V3: assessments that do not hold are refused", arguments: assessments)
  func refusesAssessment(_ attempt: Attempt) throws { try attempt.verify() }
}
