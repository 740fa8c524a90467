import Criteria
import Foundation
import Office
import Procedure
import Reports
import Store

/// What a paper says, gathered from its cases; papers are in Chinese.
struct PaperFacts {
  var order: PaperOrder
  let dossiers: [CaseState]
  let cycle: CycleState
  let now: Moment
  /// Who reads it: what they may not print is refused.
  var person = PersonID("")
  /// What supervision knows, as far as they may read it.
  var supervision = SupervisionState()
  /// What the minutes of meetings hold, as far as they may read them.
  var minutes: [MeetingID: Minutes] = [:]
  /// What the meeting of the minutes decided of the cases, as it was recorded with each.
  var decided: [DecidedCase] = []

  /// What fills the paper's template.
  ///
  /// - Throws: `PaperFault.nobody` where no case is left to stand on it; `closed` where it is not open
  ///   to this person.
  func fill() throws(PaperFault) -> PaperFill {
    switch order.paper {
    case .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterInquiry,
      .letterOpinion, .letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked,
      .announcement:
      return try content().fill
    case .complaintRecord, .complaintReport: return try complaint().fill
    case .meetingMinutes: return try minutesOfMeeting().fill
    case .recommendation: return try recommendation().fill
    case .scoreTable: return try scores().fill
    case .reviewSheet, .blankSheet, .consensusRecord, .materialReport, .visitPlan, .visitAgenda,
      .attendanceSheet, .visitRecord, .visitReport, .feedbackReport, .pledge, .mutualAssessment,
      .materialReceipt, .caseFile:
      return try ofCase().fill
    }
  }

  /// The content of a notice or a letter.
  ///
  /// - Throws: `PaperFault.nobody` where no case is left to stand on it.
  func content() throws(PaperFault) -> PaperContent {
    guard let first = dossiers.first else { throw .nobody }
    let parameters = cycle.parameters(of: first.year)
    var content = PaperContent(
      order.paper, city: parameters.city.zh, year: first.year, number: order.number, date: now.day,
      head: head(parameters))
    switch order.paper {
    case .noticeQualification: try fill(&content, notice: .qualification, parameters)
    case .noticeOnSite: try fill(&content, notice: .onSite, parameters)
    case .noticeProposal: try fill(&content, notice: .proposal, parameters)
    case .noticeFinal:
      let listed = dossiers.filter { order.isAhead || $0.cultivation?.number == order.number }
      guard !listed.isEmpty else { throw .nobody }
      content.date = listed.compactMap(\.cultivation?.since).max() ?? now.day
      content.rows = listed.map {
        row($0, parameters, tier: $0.cultivation?.tier ?? tier(of: $0, parameters))
      }
    case .letterInquiry, .letterOpinion: try fill(&content, inquiryOf: first, parameters)
    case .letterNotQualified: fill(&content, letter: .notQualified, first, parameters)
    case .letterNotEntered: fill(&content, letter: .notEntered, first, parameters)
    case .letterRevoked: fill(&content, letter: .revoked, first, parameters)
    case .letterObjection: try fillAnswer(&content, first, parameters)
    case .announcement:
      fillLoss(&content, first, parameters)
      content.date = first.cultivation?.announced ?? now.day
      content.rows = [row(first, parameters)]
    case .reviewSheet, .blankSheet, .consensusRecord, .materialReport, .visitPlan, .visitAgenda,
      .attendanceSheet, .visitRecord, .visitReport, .feedbackReport, .pledge, .mutualAssessment,
      .complaintRecord, .complaintReport, .recommendation, .materialReceipt, .scoreTable,
      .caseFile, .meetingMinutes:
      throw .closed(order.paper)
    }
    return content
  }

  /// The letterhead; where nobody entered who signs, the city's bureau does.
  func head(_ parameters: Parameters) -> Letterhead {
    var head = cycle.letterhead
    if head.signer.isEmpty { head.signer = Phrase.Terms.bureau(parameters.city).zh }
    return head
  }

  func row(_ dossier: CaseState, _ parameters: Parameters, tier: Int? = nil) -> PaperRow {
    let application = dossier.application
    return PaperRow(
      number: application.id.rawValue, name: application.name,
      district: parameters.district(application.district)?.name.zh ?? "",
      industry: application.industry,
      // What was published stays on the paper; a place that was lost since is marked.
      tier: tier.map { dossier.stage == .revoked ? Phrase.stage(.revoked).zh : Phrase.tier($0).zh })
  }

  /// A notice as it was published; only the cases that stand under its number.
  private func fill(
    _ content: inout PaperContent, notice kind: NoticeKind, _ parameters: Parameters
  ) throws(PaperFault) {
    let listed = dossiers.compactMap { dossier -> (CaseState, PublicNotice)? in
      if order.isAhead { return (dossier, ahead(kind, parameters)) }
      guard let notice = dossier.publicity.notice(kind), notice.number == order.number else {
        return nil
      }
      return (dossier, notice)
    }
    guard let notice = listed.first?.1 else { throw .nobody }
    let term = notice.term(cycle.calendar, firstDayCounts: parameters.firstDayCounts)
    (content.date, content.last, content.days) = (notice.published, term.last, notice.days)
    content.isProvisional = term.provisional
    content.first =
      cycle.calendar.term(
        days: 1, after: notice.published, countFirst: parameters.firstDayCounts
      ).last
    content.rows = listed.map { dossier, _ in
      row(dossier, parameters, tier: kind == .proposal ? tier(of: dossier, parameters) : nil)
    }
  }

  /// The notice as it would be if it were published today.
  private func ahead(_ kind: NoticeKind, _ parameters: Parameters) -> PublicNotice {
    let days = kind.days(parameters)
    let term = cycle.calendar.term(
      days: days, after: now.day, countFirst: parameters.firstDayCounts)
    return PublicNotice(
      kind: kind, number: order.number, published: now.day, last: term.last,
      provisional: term.provisional, days: days)
  }

  private func tier(of dossier: CaseState, _ parameters: Parameters) -> Int? {
    dossier.siteTotal.flatMap { parameters.tier(of: $0)?.rank }
  }

  private func fill(
    _ content: inout PaperContent, letter kind: LetterKind, _ dossier: CaseState,
    _ parameters: Parameters
  ) {
    content.recipient = dossier.application.name
    if let sent = dossier.publicity.letters.last(where: { $0.kind == kind }) {
      content.date = sent.sent
      if content.number.isEmpty { content.number = sent.number }
    }
    switch kind {
    case .notQualified, .notEntered:
      if let district = parameters.district(dossier.application.district) {
        content.recommender = Phrase.Terms.bureau(district.name).zh
      }
      content.reason = reason(kind == .notQualified ? .qualification : .entry, dossier)
    case .revoked: fillLoss(&content, dossier, parameters)
    case .objection: break
    }
    if kind == .notEntered {
      (content.total, content.line) = (dossier.materialTotal, parameters.materialLine)
      content.strengths = merged(.strength, dossier)
      content.opportunities = merged(.opportunity, dossier)
    }
  }

  /// What the panel agreed to say of the material, item by item, without who said it (R9).
  private func merged(_ kind: CommentKind, _ dossier: CaseState) -> String {
    guard let consensus = dossier.consensus, dossier.consensusFinished else { return "" }
    return consensus.merges.sorted { $0.key < $1.key }.flatMap { item, merge in
      merge.comments.filter { $0.used && $0.comment.kind == kind }.map {
        "\(item) \(Markup.line($0.comment.text))"
      }
    }.joined(separator: "\n")
  }

  private func fillLoss(
    _ content: inout PaperContent, _ dossier: CaseState, _ parameters: Parameters
  ) {
    content.isLapsed = dossier.ending == .reportMissing
    content.isFraud = dossier.ending == .fraud
    content.reason = reason(
      dossier.ending == .reportMissing ? .lost : dossier.ending == .fraud ? .ending : .revocation,
      dossier)
    if let due = dossier.cultivation?.refundDue {
      (content.refundMonths, content.refundDue) = (parameters.refundMonths, due)
      content.refund = dossier.cultivation?.grant?.amount
    }
  }

  /// The answer to an objection (P3).
  private func fillAnswer(
    _ content: inout PaperContent, _ dossier: CaseState, _ parameters: Parameters
  ) throws(PaperFault) {
    guard let record = order.objection.flatMap({ dossier.publicity.objections[$0] }),
      let objection = record.content
    else { throw .nobody }
    content.recipient = objection.objector
    content.date = record.answered ?? now.day
    (content.reason, content.answer) = (objection.facts, objection.answer ?? "")
    content.isUpheld = record.answered == nil ? nil : record.isUpheld
    content.rows = [row(dossier, parameters)]
  }

  func reason(_ kind: NoteKind, _ dossier: CaseState) -> String {
    dossier.notes[kind]?.last?.text ?? ""
  }
}
