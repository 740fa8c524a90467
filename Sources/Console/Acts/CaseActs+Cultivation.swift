import Foundation
import Procedure

/// Cultivation and the mutual assessment (C, V3).
extension CaseAct {
  private static let place: ClosedRange<Stage> = .cultivation ... .cultivation

  static let grant = CaseAct(
    Phrase("发放资助…", "Pay the grant…"), Phrase("一次性资助经费（C1）", "the one-off grant (C1)"),
    by: .office, in: place, does: .payGrant, isForSeveral: true
  ) { scene in
    Asks(
      .yuan("amount", .Act.amount, refused: .otherwise),
      .day("day", .Act.paidOn, scene.today)
    ) { .payGrant(Payment(amount: $0, day: $1)) }
  }

  static let activity = CaseAct(
    Phrase("登记活动…", "Record an activity…"),
    Phrase("宣传、公益、孵化等义务（C2）", "duties of the listed (C2)"), by: .office, in: place,
    isForSeveral: true
  ) { scene in
    Asks(
      .choice("kind", .Case.kind, each: Phrase.activity),
      .day("day", .Act.dayOf, scene.today),
      .text("text", .Act.text, rows: 3, refused: .otherwise)
    ) { .recordActivity(Activity(kind: $0, day: $1, text: $2)) }
  }

  static let yearlyReport = CaseAct(
    Phrase("登记年度报告…", "Yearly report…"),
    Phrase("上年度自我评价报告（C3）", "last year's self-evaluation (C3)"),
    by: .office, in: place, does: .report, isForSeveral: true
  ) { scene in
    let next = scene.dossier.cultivation?.nextReport(scene.context.parameters)
    // The report that is due next first: what is said of it is what one wants to know.
    let years = [next?.year].compactMap { $0 } + (scene.today.year - 6...scene.today.year + 6)
    return Asks(
      .number("year", .Act.reportYear, next?.year, in: .year, probes: years, refused: .otherwise),
      .day(
        "day", .Act.receivedOn, scene.today,
        refused: Refused {
          switch $0 {
          case .badDates, .reportLate: true
          default: false
          }
        }),
      lines: next.map { [.Act.reportDue($0.year, scene.context.due($0.due))] } ?? []
    ) { .receiveReport(year: $0, on: $1) }
  }

  static let losePlace = CaseAct(
    Phrase("取消培育资格…", "End the place…"),
    Phrase("未按期提交年度报告的取消（C3）", "no report in time (C3)"), by: .office, in: place
  ) { _ in
    Asks(.text("reason", .reason, rows: 3, refused: .otherwise)) { .losePlace(reason: $0) }
  }

  static let revoke = CaseAct(
    Phrase("撤销培育资格…", "Revoke the place…"),
    Phrase("重大事故或严重违法，3 个月内退回资助（C4）", "major breach; refund in 3 months (C4)"),
    by: .office, in: place
  ) { _ in
    Asks(.text("reason", .reason, rows: 3, refused: .otherwise)) { .revoke(reason: $0) }
  }

  static let announce = CaseAct(
    Phrase("公告取消…", "Announce the loss…"), Phrase("予以公告（C4）", "announced (C4)"),
    by: .office, in: .revoked ... .revoked, does: .announceLoss, isForSeveral: true
  ) { _ in
    Asks(.paperNumber(.Act.noticeNumber)) { .announceLoss(number: $0) }
  }

  static let refund = CaseAct(
    Phrase("登记退款…", "Record the refund…"), Phrase("资助经费已退回（C4）", "the grant is back (C4)"),
    by: .office, in: .revoked ... .revoked, does: .refund
  ) { scene in
    let paid = scene.dossier.cultivation?.grant?.amount
    return Asks(
      .yuan("amount", .Act.amount, paid, refused: .otherwise),
      .day("day", .Act.receivedOn, scene.today)
    ) { .recordRefund(Payment(amount: $0, day: $1)) }
  }

  static let assess = CaseAct(
    Phrase("评受评组织…", "Assess the applicant…"),
    Phrase("访问后的互评，只有监督组可见（V3）", "after the visit; supervision alone reads it (V3)"),
    by: .examiner, in: .onSiteReview ... .cultivation, while: \.assesses, does: .assess
  ) { _ in assessment(.ofApplicant) }

  static let assessPanel = CaseAct(
    Phrase("登记对评审组的评价…", "Assessment of the panel…"),
    Phrase("受评组织对评审组的评价（V3）", "what the applicant says (V3)"),
    by: .supervisor, in: .onSiteReview ... .cultivation,
    while: \.isAssessed
  ) { _ in assessment(.ofPanel) }

  private static func assessment(_ direction: Assessment.Direction) -> Asks<CaseCommand> {
    Asks(
      // Nobody is graded by a form that was passed over.
      .each(SupervisionTopic.allCases) { topic in
        ActField<Int?>.choice(
          topic.rawValue, .Act.assessed(topic),
          [(.Act.ungraded, nil)] + (1...5).map { (.Act.grade($0), $0) }
        ).required(topic.rawValue, .Act.ungraded, probes: [5])
      },
      .text("text", .Act.text, rows: 3, isRequired: false, refused: .otherwise),
      lines: [.Act.assessmentMeans]
    ) { .assess(direction, Assessment(grades: $0, text: $1)) }
  }
}

extension CaseScene {
  fileprivate var isAssessed: Bool { dossier.visit != nil && assesses }
  fileprivate var assesses: Bool { context.parameters.keeps(.mutualAssessment) }
}
