import Criteria
import Foundation
import Procedure
import Terminal

/// The fields of an act of the frame (E, M, Q, R7, S6, P, C, V3), with what is known filled in.
struct ActForm {
  /// Words over the fields.
  var lines: [Phrase] = []
  private(set) var fields: [FormField] = []
  let dossier: CaseState
  let context: Context

  /// The form of an act; without fields where it needs none.
  init(_ act: CaseActName, _ dossier: CaseState, _ context: Context) {
    (self.dossier, self.context) = (dossier, context)
    admission(act)
  }

  private mutating func admission(_ act: CaseActName) {
    switch act {
    case .form, .figures, .controlled, .amend, .copies: application(act)
    case .recommend:
      area("opinion", .Act.opinion, isRequired: true)
      day("sealedOn", .Act.sealedOn)
    case .sendBack: area("reason", .reason, isRequired: true)
    case .reportChange:
      choice("kind", .Case.kind, ChangeReport.Kind.allCases.map(Phrase.change))
      day("occurred", .Act.occurred)
      day("reported", .Act.reported)
      area("text", .Act.text, isRequired: true)
    case .inquire, .askOpinion:
      if act == .askOpinion { lines.append(Phrase(context.parameters.opinionBody)) }
      choice(
        "department", .Act.department,
        of: [FormField.Option(.Act.chooseDepartment)]
          + context.parameters.departments.map { FormField.Option(Phrase($0), context.say($0)) }
          + [FormField.Option(.Act.otherDepartment, ActEntry.otherDepartment)])
      text("other", .Act.otherDepartment)
      area(
        "question", .Act.question,
        context.say(
          act == .inquire ? Phrase.Act.standardInquiry : .Act.standardOpinion), isRequired: true)
    case .answerInquiry:
      choice(
        "inquiry", .Act.inquiry,
        of: CaseActName.answerInquiry.openInquiries(in: dossier).map {
          FormField.Option(Self.name(of: $0, in: dossier), $0.rawValue)
        })
      area("answer", .Act.answer, isRequired: true)
      choice("adverse", .Act.adverse, [.Act.favourable, .Act.isAdverse])
    case .condition:
      lines += findings.filter { $0.rule != .E4 }.map(Self.line)
      choice(
        "rule", .Act.condition,
        Rule.decided.map { .plain("\($0.rawValue) ") + .condition($0) },
        selected: Rule.decided.firstIndex { dossier.admission.conditions[$0] == nil } ?? 0)
      choice("met", .Act.decision, [.judgement(.met), .judgement(.notMet)])
      area("reason", .reason, help: .Act.conditionHelp)
    case .qualify:
      lines += Rule.decided.compactMap { rule in
        dossier.admission.conditions[rule].map {
          .plain("\(rule.rawValue) ") + .judgement($0.isMet ? .met : .notMet)
            + ($0.reason.isBlank ? .plain("") : .plain("  \($0.reason)"))
        }
      }
      choice("decision", .Act.decision, [.Act.qualified, .Act.notQualified])
      area("reason", .reason, help: .Act.reasonIfNot)
    default: publicity(act)
    }
  }

  private mutating func publicity(_ act: CaseActName) {
    switch act {
    case .publishNotice:
      guard let kind = CaseActName.nextNotice(in: dossier) else { return }
      lines.append(.notice(kind) + Phrase("：", ": ") + Self.term(of: kind, context))
      text("number", .Act.noticeNumber, isRequired: true)
    case .objection:
      text("objector", .Act.objector, isRequired: true)
      area("facts", .field(.facts), isRequired: true)
      area("reasons", .reason, isRequired: true)
      area("evidence", .Act.evidence, isRequired: true)
    case .answerObjection:
      let open = dossier.publicity.openObjections
      lines += open.flatMap {
        Self.objection($0, in: dossier).map { $0.label + Phrase("：", ": ") + $0.value }
      }
      choice(
        "objection", .Act.objection,
        of: open.map { FormField.Option(Self.name(of: $0, in: dossier), $0.rawValue) })
      choice("upheld", .Act.decision, [.Act.notUpheld, .Act.upheld])
      area("answer", .Act.answer, isRequired: true)
    case .letter:
      if let kind = CaseActName.letter(in: dossier) { lines.append(.letter(kind)) }
      text("number", .Act.letterNumber, isRequired: true)
    case .reportToMeeting:
      area("text", .Act.report, dossier.meetingReport?.text ?? "", isRequired: true)
    case .entry:
      lines.append(.Act.weigh)
      decision(.leaders, .Act.enters, .Act.heldBack)
    case .proposal:
      lines.append(.Act.weigh)
      decision(.settlement, .Act.proposed, .Act.leftOut)
    case .approve: decision(.directors, .Act.approved, .Act.notApproved)
    case .publishList: text("number", .Act.listNumber, isRequired: true)
    default: cultivation(act)
    }
  }

  private mutating func cultivation(_ act: CaseActName) {
    switch act {
    case .grant:
      text("amount", .Act.amount, isRequired: true)
      day("day", .Act.paidOn)
    case .activity:
      choice("kind", .Case.kind, ActivityKind.allCases.map(Phrase.activity))
      day("day", .Act.dayOf)
      area("text", .Act.text, isRequired: true)
    case .yearlyReport:
      let next = dossier.cultivation?.nextReport(context.parameters)
      next.map { lines.append(.Act.reportDue($0.year, context.due($0.due))) }
      text("year", .Act.reportYear, next.map { "\($0.year)" } ?? "", isRequired: true)
      day("day", .Act.receivedOn)
    case .losePlace, .revoke: area("reason", .reason, isRequired: true)
    case .announce: text("number", .Act.noticeNumber, isRequired: true)
    case .refund:
      text(
        "amount", .Act.amount, dossier.cultivation?.grant.map { "\($0.amount)" } ?? "",
        isRequired: true)
      day("day", .Act.receivedOn)
    case .assess, .assessPanel:
      lines.append(.Act.assessmentMeans)
      for topic in SupervisionTopic.allCases {
        choice(
          topic.rawValue, .Act.assessed(topic), (1...5).map { .Act.grade($0) }, selected: 4)
      }
      area("text", .Act.text)
    case .end:
      choice("ending", .Act.ending, [.ending(.withdrawn), .ending(.ineligible)])
      area("reason", .reason, isRequired: true)
    default: break
    }
  }

  /// A decision at a meeting: which one, yes or no, and why.
  private mutating func decision(_ kind: Meeting.Kind, _ yes: Phrase, _ no: Phrase) {
    choice(
      "meeting", .Act.meeting,
      of: context.cycle.meetings(kind).map { FormField.Option(Self.name(of: $0), $0.id.rawValue) })
    choice("decision", .Act.decision, [yes, no])
    area("reason", .reason, help: .Act.reasonIfNot)
  }

  /// The program's findings on the conditions (E1–E6).
  private var findings: [ConditionFinding] {
    conditionFindings(
      dossier.application, form: dossier.admission.form,
      parameters: context.cycle.parameters(of: dossier.year),
      on: context.cycle.call(of: dossier.year)?.until ?? context.now.day)
  }

  private static func line(_ finding: ConditionFinding) -> Phrase {
    .plain("\(finding.rule.rawValue) ") + .condition(finding.rule) + Phrase("：", ": ")
      + .judgement(finding.judgement)
      + finding.reasons.prefix(2).reduce(.plain("")) { $0 + .plain("  ") + .conditionReason($1) }
  }

  // MARK: Names

  /// The term of a notice that is published today.
  static func term(of kind: NoticeKind, _ context: Context) -> Phrase {
    let days = kind.days(context.parameters)
    return .Act.runsUntil(
      context.calendar.term(
        days: days, after: context.now.day, countFirst: context.parameters.firstDayCounts),
      days: days)
  }

  /// A meeting by its kind, number and day.
  static func name(of meeting: Meeting) -> Phrase {
    .meeting(meeting.kind) + .plain(" \(meeting.id)  \(meeting.day)")
  }

  /// An inquiry by its number and the department that was asked.
  static func name(of id: InquiryID, in dossier: CaseState) -> Phrase {
    .Act.numbered(
      .Act.inquiry, dossier.admission.inquiries[id]?.ordinal ?? 0,
      dossier.admission.inquiries[id]?.content?.department ?? "")
  }

  /// An objection by its number and who objects.
  static func name(of id: ObjectionID, in dossier: CaseState) -> Phrase {
    .Act.numbered(
      .Act.objection, dossier.publicity.objections[id]?.ordinal ?? 0,
      dossier.publicity.objections[id]?.content?.objector ?? "")
  }

  /// What an objection says: who, facts, reasons, evidence, and until when it is answered (P3).
  static func objection(
    _ id: ObjectionID, in dossier: CaseState
  ) -> [(label: Phrase, value: Phrase)] {
    guard let record = dossier.publicity.objections[id] else { return [] }
    let head: [(label: Phrase, value: Phrase)] = [
      (name(of: id, in: dossier), .Act.receivedDue(record.received, record.due.last))
    ]
    guard let content = record.content else { return head }
    return head + [
      (.field(.facts), .plain(content.facts)), (.reason, .plain(content.reasons)),
      (.Act.evidence, .plain(content.evidence)),
    ]
  }

  // MARK: Fields

  mutating func text(
    _ id: String, _ label: Phrase, _ value: String = "", isRequired: Bool = false,
    help: Phrase = .plain("")
  ) {
    fields.append(.line(id, label, value, isRequired: isRequired, help: help, context))
  }

  mutating func area(
    _ id: String, _ label: Phrase, _ value: String = "", rows: Int = 3, isRequired: Bool = false,
    help: Phrase = .plain("")
  ) {
    fields.append(
      .area(id, label, text: value, rows: rows, isRequired: isRequired, help: help, context))
  }

  mutating func choice(
    _ id: String, _ label: Phrase, _ options: [Phrase], selected: Int = 0
  ) {
    fields.append(.choice(id, label, options, selected: selected, context))
  }

  mutating func choice(_ id: String, _ label: Phrase, of options: [FormField.Option]) {
    fields.append(.choice(id, label, of: options, context))
  }

  mutating func day(_ id: String, _ label: Phrase) {
    text(id, label, context.now.day.description, isRequired: true, help: .Case.dayHelp)
  }
}
