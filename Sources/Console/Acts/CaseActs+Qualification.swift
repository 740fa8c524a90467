import Criteria
import Foundation
import Procedure

/// The qualification, notices, objections and letters (Q2, Q3, R8, R9, P1–P4).
extension CaseAct {
  private static let check: ClosedRange<Stage> = .qualification ... .qualification

  static let inquire = CaseAct(
    Phrase("征询部门…", "Ask a department…"),
    Phrase("向有关部门核实合法经营和信用（Q2）", "lawful operation and credit (Q2)"),
    by: .office, in: check,
    preparing: { $0.asked(.qualification).isEmpty ? .qualify : nil }, isForSeveral: true,
    asksForEach: { scene in inquiry(.qualification, .Act.standardInquiry, scene) })

  static let askOpinion = CaseAct(
    Phrase("征求部门意见…", "Ask for an opinion…"),
    Phrase("对拟纳入名单和材料征求意见（P1）", "on list and material (P1)"),
    by: .office, in: .opinions ... .opinions, does: .askOpinions, isForSeveral: true,
    asksForEach: { scene in
      var asks = inquiry(.opinion, .Act.standardOpinion, scene)
      asks.lines = [Phrase(scene.context.parameters.opinionBody)]
      return asks
    })

  /// The same question to one department or to several.
  private static func inquiry(
    _ purpose: InquiryPurpose, _ question: Phrase, _ scene: CaseScene
  ) -> Asks<[CaseCommand]> {
    Asks(
      .departments(asked: scene.asked(purpose)),
      .text("question", .Act.question, scene.context.say(question), rows: 3, refused: .otherwise),
      .paperNumber(
        .Act.inquiryNumber, isRequired: false,
        refused: Refused(takes: \.isOfPaperNumber)),
      .day("sent", .Act.sentOn, scene.today)
    ) { departments, question, number, sent in
      departments.map {
        .inquire(
          purpose, department: $0, question: question, number: number.isEmpty ? nil : number,
          sent: sent)
      }
    }
  }

  static let answerInquiry = CaseAct(
    Phrase("登记答复…", "Record an answer…"),
    Phrase("登记部门的答复（Q2、P1）", "a department's answer (Q2, P1)"),
    by: .office, while: \.hasOpenInquiry, preparing: { _ in .qualify }, isForSeveral: true,
    asksForEach: { scene in
      let favourable = scene.context.say(.Act.favourable)
      return Asks(
        .inquiries(of: scene),
        .choice(
          "adverse", .Act.adverse, .Act.isAdverse, or: .Act.favourable, startsWithNo: true),
        .text(
          "answer", .Act.answer, rows: 3, isRequired: false, help: .Act.answerHelp,
          refused: .otherwise),
        .day("received", .Act.receivedOn, scene.today)
      ) { inquiries, isAdverse, answer, received in
        let answer = answer.isEmpty && !isAdverse ? favourable : answer
        return inquiries.map {
          .answerInquiry($0, answer: answer, isAdverse: isAdverse, received: received)
        }
      }
    })

  static let condition = CaseAct(
    Phrase("判定条件…", "Decide a condition…"),
    Phrase("对 E1–E6 作出判定并说明理由（Q3）", "met or not, with the reason (Q3)"),
    by: .office, in: check, preparing: \.undecidedDuty, canBeRedone: true, isForSeveral: true
  ) { scene in
    let decided = scene.dossier.admission.conditions
    return Asks(
      .choice(
        "rule", .Act.condition,
        Rule.decided.map { (.plain("\($0.rawValue) ") + .condition($0), $0) },
        selected: Rule.decided.firstIndex { decided[$0] == nil } ?? 0, refused: .otherwise),
      .choice("met", .Act.decision, .judgement(.met), or: .judgement(.notMet)),
      .text(
        "reason", .reason, rows: 3, isRequired: false, help: .Act.conditionHelp,
        refused: .of(.reasonAgainstFinding)),
      lines: scene.findingLines
    ) { .decideCondition($0, isMet: $1, reason: $2) }
  }

  static let asFound = CaseAct(
    Phrase("全部按初判…", "All as found…"),
    Phrase(
      "尚未判定的条件一律按系统初判判定，须人工判定的除外（Q3）",
      "every open condition as the program finds, but for those a person must decide (Q3)"),
    by: .office, in: check, preparing: { _ in .qualify }, isForSeveral: true,
    way: .question { scene in
      let undecided = scene.undecided
      guard !undecided.isEmpty else { return nil }
      let found = undecided.filter { $0.judgement != .open }
      return (
        // Where a person must decide on all that is left the rule itself says so.
        (found.isEmpty ? undecided : found).map {
          .decideCondition($0.rule, isMet: $0.judgement == .met, reason: "")
        },
        // Of several cases the exceptions alone are worth a line.
        (scene.isOneOfSeveral ? [] : scene.lines(of: found, reasons: 1))
          + scene.exceptions.map { .Act.notAsFound + $0 }
      )
    })

  static let qualify = CaseAct(
    Phrase("资格审查决定…", "Decide on qualification…"),
    Phrase("批准进入材料评审或认定不符（Q3）", "to material review, or not qualified (Q3)"),
    by: .office, in: check, does: .qualify, isForSeveral: true
  ) { scene in
    Asks(
      .choice("decision", .Act.decision, .Act.qualified, or: .Act.notQualified),
      .text(
        "reason", .reason, rows: 3, isRequired: false, help: .Act.reasonIfNot,
        refused: .of(.blank(.reason), .adverseAnswer)),
      lines: scene.decidedConditions
    ) { .qualify($0, reason: $1) }
  }

  // MARK: Notices, objections, letters

  static let publishNotice = CaseAct(
    Phrase("发布公示…", "Publish the notice…"),
    Phrase("列入公示；期限自今日起算（Q3、R8、P2）", "on notice; the term runs from today (Q3, R8, P2)"),
    by: .office, while: \.hasNextNotice, does: .publishNotice, isForSeveral: true
  ) { scene in
    guard let kind = scene.nextNotice else { return nil }
    return Asks(
      .paperNumber(.Act.noticeNumber), .known(kind),
      lead: [.notice(kind) + Phrase("：", ": ") + scene.context.term(of: kind)]
    ) { .publishNotice($1, number: $0) }
  }

  static let closeNotice = CaseAct(
    Phrase("结束公示…", "Close the notice…"),
    Phrase("公示期满后转入下一阶段", "after its last day, on to the next stage"),
    by: .office, while: \.hasOpenNotice, does: [.closeNotice], isForSeveral: true,
    way: .question { scene in
      scene.dossier.publicity.open.map { notice in
        ([.closeNotice(notice.kind)], [.notice(notice.kind) + .plain(" \(notice.number)")])
      }
    })

  static let objection = CaseAct(
    Phrase("登记异议…", "Record an objection…"),
    Phrase("公示期内提出的异议，须有事实、理由、材料（P3）", "facts, reasons and evidence (P3)"),
    by: .office, while: \.hasOpenNotice
  ) { scene in
    Asks(
      .text("objector", .Act.objector, refused: .otherwise),
      .text("unit", .field(.unit), isRequired: false, refused: .about(.unit)),
      .text("telephone", .field(.telephone), isRequired: false, refused: .about(.telephone)),
      .day("received", .Act.receivedOn, scene.today),
      .text("facts", .field(.facts), rows: 3, refused: .about(.facts)),
      .text("reasons", .reason, rows: 3, refused: .about(.reason)),
      .text("evidence", .Act.evidence, rows: 3, refused: .about(.evidence))
    ) {
      .receiveObjection(
        Objection(
          objector: $0, unit: $1, telephone: $2, facts: $4, reasons: $5, evidence: $6),
        received: $3)
    }
  }

  static let answerObjection = CaseAct(
    Phrase("答复异议…", "Answer an objection…"),
    Phrase("核查后告知结果（P3）", "after the check (P3)"),
    by: .office, while: \.hasOpenObjection, does: .answerObjection
  ) { scene in
    let open = scene.dossier.publicity.openObjections
    return Asks(
      ActField<ObjectionID>.one(
        of: open, "objection", .Act.objection, facts: { scene.facts(of: $0) },
        title: { scene.name(of: $0) }),
      .choice("upheld", .Act.decision, .Act.upheld, or: .Act.notUpheld, startsWithNo: true),
      .text("answer", .Act.answer, rows: 3, refused: .otherwise),
      lines: open.flatMap(scene.facts).map { $0.label + Phrase("：", ": ") + $0.value }
    ) { .answerObjection($0, isUpheld: $1, answer: $2) }
  }

  static let letter = CaseAct(
    Phrase("发函…", "Send the letter…"),
    Phrase("书面告知申报组织及推荐单位（Q3、R9、P3、C4）", "in writing (Q3, R9, P3, C4)"),
    by: .office, while: \.hasLetter, does: .sendLetter, isForSeveral: true
  ) { scene in
    guard let kind = scene.isOneOfSeveral ? scene.dueLetter : scene.letter else { return nil }
    // Each letter has a number of its own: they follow the one that is given.
    let place = scene.together.firstIndex { $0.id == scene.dossier.id } ?? 0
    return Asks(
      .paperNumber(
        .Act.letterNumber, help: scene.isOneOfSeveral ? .Act.numbersFollow : nil),
      .known(kind), lead: [.letter(kind)]
    ) { .sendLetter($1, number: NextNumber.after($0, by: place) ?? $0) }
  }

  static let publishList = CaseAct(
    Phrase("公布名单…", "Publish the list…"),
    Phrase("公布并进入培育（P4）", "published; cultivation begins (P4)"),
    by: .office, in: .approval ... .approval, does: .publishList, isForSeveral: true
  ) { _ in
    Asks(.paperNumber(.Act.listNumber)) { .publishList(number: $0) }
  }
}

extension CaseScene {
  /// What is brought nearer by deciding a condition that is open.
  fileprivate var undecidedDuty: DutyKind? {
    Rule.decided.contains { dossier.admission.conditions[$0] == nil } ? .qualify : nil
  }

  fileprivate var hasOpenInquiry: Bool { !openInquiries.isEmpty }
  fileprivate var hasNextNotice: Bool { nextNotice != nil }
  fileprivate var hasOpenObjection: Bool { !dossier.publicity.openObjections.isEmpty }
  fileprivate var hasLetter: Bool { letter != nil }
  fileprivate var hasOpenNotice: Bool { dossier.publicity.open != nil && !dossier.stage.isEnd }

  /// The departments that were asked for a purpose.
  fileprivate func asked(_ purpose: InquiryPurpose) -> Set<String> {
    Set(
      dossier.admission.inquiries.values.filter { $0.purpose == purpose }
        .compactMap { $0.content?.department })
  }

  /// The program's findings on the conditions (E1–E6), but for the one that is decided by itself.
  private var findings: [ConditionFinding] {
    conditionFindings(
      dossier.application, form: dossier.admission.form,
      parameters: context.cycle.parameters(of: dossier.year),
      on: context.cycle.call(of: dossier.year)?.until ?? today
    ).filter { Rule.decided.contains($0.rule) }
  }

  /// The findings on the conditions that nobody decided yet.
  fileprivate var undecided: [ConditionFinding] {
    findings.filter { dossier.admission.conditions[$0.rule] == nil }
  }

  /// What the program leaves to a person, with its reasons.
  fileprivate var exceptions: [Phrase] {
    lines(of: undecided.filter { $0.judgement == .open }, reasons: 2)
  }

  fileprivate func lines(of findings: [ConditionFinding], reasons: Int) -> [Phrase] {
    findings.map { finding in
      .plain("\(finding.rule.rawValue) ") + .condition(finding.rule) + Phrase("：", ": ")
        + .judgement(finding.judgement)
        + finding.reasons.prefix(reasons).reduce(.plain("")) {
          $0 + .plain("  ") + .conditionReason($1)
        }
    }
  }

  fileprivate var findingLines: [Phrase] { lines(of: findings, reasons: 2) }

  fileprivate var decidedConditions: [Phrase] {
    Rule.decided.compactMap { rule in
      dossier.admission.conditions[rule].map {
        .plain("\(rule.rawValue) ") + .judgement($0.isMet ? .met : .notMet)
          + ($0.reason.isBlank ? .plain("") : .plain("  \($0.reason)"))
      }
    }
  }
}
