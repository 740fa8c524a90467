import Criteria
import Foundation
import Intake
import Procedure
import Terminal

/// What is known of a case in the frame around its review, as lines (E, M, Q, R7, S6, P, C).
struct FrameFacts {
  let dossier: CaseState
  let width: Int
  let context: Context

  /// All that there is, under headings; parts without anything are left out.
  var lines: [Line] {
    headed([
      (.Frame.conditions, conditions), (.Frame.completeness, completeness),
      (.Frame.form, form), (.Frame.inquiries, inquiries), (.Frame.changes, changes),
      (.Frame.notices, notices), (.Frame.objections, objections), (.Frame.decisions, decisions),
      (.Frame.cultivation, cultivation),
    ])
  }

  /// What concerns notices, objections and decisions alone; opinions while they are asked for (P1).
  var publicity: [Line] {
    headed([
      (.Frame.notices, notices), (.Frame.objections, objections),
      (.Frame.inquiries, dossier.stage == .opinions ? inquiries : []),
      (.Frame.decisions, decisions),
    ])
  }

  private func headed(_ parts: [(Phrase, [Line])]) -> [Line] {
    parts.flatMap { title, lines in
      lines.isEmpty ? [] : [Line(""), context.line(title, .title)] + lines
    }
  }

  private var parameters: Parameters { context.cycle.parameters(of: dossier.year) }

  private func fact(_ label: Phrase, _ value: Line) -> [Line] {
    FactLines.lines(
      label, value, width: width, labelWidth: Self.labelWidth(in: width), context)
  }

  /// Columns of the labels in a room of so many.
  static func labelWidth(in width: Int) -> Int { width >= 50 ? 20 : 14 }

  private func style(_ judgement: Judgement) -> Style {
    switch judgement {
    case .met: .good
    case .notMet: .bad
    case .open: .warning
    }
  }

  // MARK: How it came in

  private var conditions: [Line] {
    guard dossier.admission.form != nil else { return [] }
    return conditionFindings(
      dossier.application, form: dossier.admission.form, parameters: parameters,
      on: context.cycle.call(of: dossier.year)?.until ?? context.now.day
    ).flatMap { finding -> [Line] in
      let decision = dossier.admission.conditions[finding.rule]
      let reasons = finding.reasons.map { context.say(.conditionReason($0)) }
        .joined(separator: "；")
      var value = context.line(.judgement(finding.judgement), style(finding.judgement))
      if finding.rule == .E4 { value = context.line(.Frame.mark, .info) }
      value =
        value + Line("  ") + context.line(.condition(finding.rule)) + Line("：" + reasons, .dim)
      var lines = fact(.plain(finding.rule.rawValue), value)
      if let decision {
        let judgement: Judgement = decision.isMet ? .met : .notMet
        lines += fact(
          .Frame.decided,
          context.line(.judgement(judgement), style(judgement))
            + Line("  \(context.name(decision.by))  \(decision.reason)", .dim))
      }
      return lines
    }
  }

  private var completeness: [Line] {
    guard !dossier.documents.isEmpty || dossier.admission.form != nil else { return [] }
    let findings = materialFindings(
      of: dossier, parameters: parameters,
      edition: context.cycle.edition(of: dossier.year))
    if findings.isEmpty { return [context.line(.Frame.complete, .good)] }
    return findings.flatMap { finding in
      let sign = Line(finding.isBlocking ? "✗ " : "! ", finding.isBlocking ? .bad : .warning)
      return
        (sign + Line("\(finding.rule.rawValue) ", .dim)
        + context.line(.materialFinding(finding))).wrapped(to: max(1, width))
    }
  }

  /// What the application form says.
  var form: [Line] {
    guard let form = dossier.admission.form else { return [] }
    var facts = Self.facts(of: form, context)
    facts += form.years.map { figures in
      let known = YearFigure.allCases.compactMap { $0.fact(of: figures) }
      return FormFact(
        .Act.year(figures.year), known.map(context.say).joined(separator: "  "))
    }
    facts += form.controlled.map { FormFact(.Case.controlled, ControlledLine.text($0)) }
    return facts.filter { !$0.text.isBlank }.flatMap { fact($0.label, Line($0.text)) }
  }

  /// A field of the application form, with what printed forms call it.
  struct FormFact {
    let label: Phrase
    let text: String
    let labels: [FormLabel]

    init(_ label: Phrase, _ text: String, _ labels: FormLabel...) {
      (self.label, self.text, self.labels) = (label, text, labels)
    }
  }

  /// What an application form says beside its figures.
  static func facts(of form: ApplicationForm, _ context: Context) -> [FormFact] {
    [
      FormFact(.Act.organisation, context.say(.organisation(form.kind)), .kind),
      FormFact(.formGap(.address), form.address, .address),
      FormFact(.formGap(.legalRepresentative), form.legalRepresentative, .legalRepresentative),
      FormFact(
        .formGap(.qualityOfficer), form.qualityOfficer + "  " + form.appointment, .qualityOfficer,
        .appointment),
      FormFact(.formGap(.contact), form.contact, .contact, .telephone),
      FormFact(.formGap(.industryCode), form.industryCode, .industryCode),
      FormFact(.formGap(.modelSince), form.modelSince?.description ?? "", .modelSince),
      FormFact(.Act.group, form.group, .group),
      FormFact(.Act.systems, form.systems.joined(separator: "、"), .systems),
      FormFact(.Act.awards, form.awards.joined(separator: "、"), .awards),
    ]
  }

  private var inquiries: [Line] {
    dossier.admission.inquiries.values.sorted { $0.ordinal < $1.ordinal }.flatMap {
      record -> [Line] in
      let state =
        record.answered.map { Line("✓ \($0)", .good) }
        ?? context.line(.Frame.notAnswered, .warning)
      var lines = fact(
        .Act.numbered(.Act.inquiry, record.ordinal, ""),
        Line(record.content?.department ?? "") + Line("  ")
          + Line(record.number.map { "\($0)  " } ?? "", .dim)
          + context.line(.purpose(record.purpose), .dim)
          + Line("  ") + state)
      if let answer = record.content?.answer {
        lines += fact(.Act.answer, Line(answer, record.content?.isAdverse == true ? .bad : .text))
      }
      return lines
    }
  }

  private var changes: [Line] {
    dossier.admission.changes.flatMap { report -> [Line] in
      let due = context.calendar.term(
        days: parameters.changeReportDays, after: report.occurred,
        countFirst: parameters.firstDayCounts
      ).last
      let mark =
        report.reported > due
        ? context.line(.Frame.late(due), .bad) : context.line(.Frame.inTime, .good)
      return fact(
        .change(report.kind),
        Line("\(report.occurred) → \(report.reported)  ") + mark + Line("  " + report.text))
    }
  }

  // MARK: Notices and decisions

  private var notices: [Line] {
    dossier.publicity.notices.flatMap { notice -> [Line] in
      let term = notice.term(context.calendar, firstDayCounts: parameters.firstDayCounts)
      let end =
        notice.closed.map { context.line(.Frame.closed($0), .good) }
        ?? context.line(context.due(term.last, canBeMissed: false), .warning)
      return fact(
        .notice(notice.kind),
        Line("\(notice.number)  \(notice.published) – \(term.last)  ") + end)
    } + letters + corrections
  }

  /// What was corrected in them: both versions, who and why.
  private var corrections: [Line] {
    dossier.publicity.corrections.flatMap { record -> [Line] in
      let correction = record.correction
      return fact(
        .Act.paper(correction.kind, correction.ordinal),
        context.line(.Act.part(correction.part)) + Line("  \(correction.former) → ")
          + Line(correction.right, .accent)
          + Line("  \(correction.reason)  \(context.name(record.by)) \(record.at.day)", .dim))
    }
  }

  /// The letters that went out.
  var letters: [Line] {
    dossier.publicity.letters.flatMap {
      fact(
        .plain("\($0.sent)"), context.line(.letter($0.kind)) + Line("  \($0.number)", .dim))
    }
  }

  private var objections: [Line] {
    dossier.publicity.objections.values.sorted { $0.ordinal < $1.ordinal }.flatMap {
      record -> [Line] in
      let state: Line
      if let answered = record.answered {
        let result: Phrase = record.isUpheld ? .Act.upheld : .Act.notUpheld
        state = Line("\(answered)  ") + context.line(result, record.isUpheld ? .bad : .good)
      } else {
        state =
          context.line(.Frame.answerBy, .dim) + context.line(context.due(record.due.last), .warning)
      }
      var lines = fact(
        .Act.numbered(.Act.objection, record.ordinal, ""),
        Line(record.content.map { $0.objector + "  " } ?? "") + Line("\(record.received)  ") + state
      )
      if let content = record.content {
        let who = [content.unit, content.telephone].filter { !$0.isEmpty }
        if !who.isEmpty { lines += fact(.field(.unit), Line(who.joined(separator: "  "))) }
        lines += fact(.field(.facts), Line(content.facts))
        lines += fact(.reason, Line(content.reasons))
        lines += fact(.Act.evidence, Line(content.evidence))
        if let answer = content.answer { lines += fact(.Act.answer, Line(answer)) }
      }
      if let delivery = record.delivery {
        lines += fact(
          .Act.deliveredOn, Line("\(delivery.day)  ") + context.line(.Act.means(delivery.means)))
      }
      return lines
    }
  }

  private var decisions: [Line] {
    var lines: [Line] = []
    if let day = dossier.admission.sealedOn { lines += fact(.Act.sealedOn, Line("\(day)")) }
    if let report = dossier.meetingReport {
      lines += fact(.meeting(.leaders), Line(report.text))
    }
    for kind in NoteKind.allCases {
      for note in dossier.notes[kind] ?? [] {
        lines += fact(
          .note(kind), Line(note.text) + Line("  \(context.name(note.by)) \(note.at.day)", .dim))
      }
    }
    if let day = dossier.destroyed {
      lines += fact(
        .Act.contents,
        context.line(dossier.isEmptied ? .Act.emptied(day) : .Act.draftsDestroyed(day), .dim))
    }
    if let ending = dossier.ending {
      lines += fact(.Act.ending, context.line(.ending(ending), .bad))
    }
    return lines
  }

  /// The place on the list: grant, reports, activities, refund (C).
  var cultivation: [Line] {
    guard let place = dossier.cultivation else { return [] }
    var lines = fact(
      .term(.cultivation),
      Line("\(place.since) – \(place.until)  ") + context.line(.tier(place.tier), .accent)
        + Line("  \(place.total.fixed)"))
    if let grant = place.grant {
      lines += fact(.Frame.grant, context.line(.Frame.yuan(grant.amount, grant.day)))
    }
    for report in place.dueReports(parameters) {
      let state =
        place.reports[report.year].map { Line("✓ \($0)", .good) }
        ?? context.line(context.due(report.due), report.due < context.now.day ? .bad : .dim)
      lines += fact(.Frame.report(report.year), state)
    }
    lines += place.activities.flatMap {
      fact(.plain("\($0.day)"), context.line(.activity($0.kind), .info) + Line("  \($0.text)"))
    }
    if let due = place.refundDue {
      let state =
        place.refund.map { context.line(.Frame.yuan($0.amount, $0.day), .good) }
        ?? context.line(context.due(due), .warning)
      lines += fact(.term(.refund), state)
    }
    if let day = place.announced { lines += fact(.Frame.announced, Line("\(day)")) }
    return lines
  }
}
