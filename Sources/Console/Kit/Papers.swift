import Criteria
import Foundation
import Procedure
import Reports
import Store

/// A paper that is to be written to a file.
public struct PaperOrder: Sendable, Hashable {
  public var paper: Paper
  /// The cases it is about, in their order.
  public var dossiers: [CaseID]
  /// Its number; where empty the one that is recorded.
  public var number: String
  /// The objection that a letter answers (P3).
  public var objection: ObjectionID?
  /// The objection's running number in its case.
  public var ordinal: Int
  /// Who signs.
  public var signs: String

  /// An order; signed and numbered when it is filled in.
  public init(
    _ paper: Paper, of dossiers: [CaseID], number: String = "", objection: ObjectionID? = nil,
    ordinal: Int = 0, signs: String = ""
  ) {
    (self.paper, self.dossiers, self.number) = (paper, dossiers, number)
    (self.objection, self.ordinal, self.signs) = (objection, ordinal, signs)
  }

  /// What it is called where one is chosen.
  var title: Phrase {
    let title = Phrase(paper.title)
    return objection == nil
      ? title : title + .plain(" · ") + .Act.numbered(.Act.objection, ordinal, "")
  }

  /// Whether its number is that of what was published, and not to be typed.
  var isOfNotice: Bool {
    paper == .noticeFinal || NoticeKind.allCases.contains { Paper($0) == paper }
  }
}

extension PaperOrder {
  /// The papers of a letter that is due or went out: the letter, and beside that of a lost place its
  /// announcement, where one is due (C4).
  static func orders(of letter: LetterRow, _ dossier: CaseState?) -> [PaperOrder] {
    if letter.kind == .objection { return dossier.map(answers) ?? [] }
    var orders = [
      PaperOrder(Paper(letter.kind), of: [letter.dossier], number: letter.record?.number ?? "")
    ]
    if letter.kind == .revoked, let dossier, dossier.ending != .reportMissing {
      orders.append(PaperOrder(.announcement, of: [letter.dossier]))
    }
    return orders
  }

  /// The answers to a case's objections (P3).
  static func answers(in dossier: CaseState) -> [PaperOrder] {
    dossier.publicity.objections.filter { $0.value.content?.answer != nil }
      .sorted { $0.value.ordinal < $1.value.ordinal }.map { id, record in
        PaperOrder(.letterObjection, of: [dossier.id], objection: id, ordinal: record.ordinal)
      }
  }
}

extension Paper {
  /// The paper of a notice.
  init(_ notice: NoticeKind) {
    switch notice {
    case .qualification: self = .noticeQualification
    case .onSite: self = .noticeOnSite
    case .proposal: self = .noticeProposal
    }
  }

  /// The paper of a letter.
  init(_ letter: LetterKind) {
    switch letter {
    case .notQualified: self = .letterNotQualified
    case .notEntered: self = .letterNotEntered
    case .objection: self = .letterObjection
    case .revoked: self = .letterRevoked
    }
  }
}

/// What a paper says, gathered from its cases; papers are in Chinese.
struct PaperFacts {
  /// What the log was when the paper was made.
  struct LogMark {
    let head: String
    let position: Int
  }

  let order: PaperOrder
  let dossiers: [CaseState]
  let cycle: CycleState
  let mark: LogMark
  let now: Moment

  /// The content.
  ///
  /// - Throws: `PaperFault.nobody` where no case is left to stand on it.
  func content() throws(PaperFault) -> PaperContent {
    guard let first = dossiers.first else { throw .nobody }
    let parameters = cycle.parameters(of: first.year)
    var content = PaperContent(
      city: parameters.city.zh, year: first.year, cycle: cycle.title, number: order.number,
      date: now.day, body: order.signs, head: mark.head, position: mark.position,
      printed: "\(now)")
    switch order.paper {
    case .noticeQualification: try fill(&content, notice: .qualification, parameters)
    case .noticeOnSite: try fill(&content, notice: .onSite, parameters)
    case .noticeProposal: try fill(&content, notice: .proposal, parameters)
    case .noticeFinal:
      let listed = dossiers.filter { $0.cultivation?.number == order.number }
      guard let since = listed.compactMap(\.cultivation?.since).max() else { throw .nobody }
      content.date = since
      content.rows = listed.map { row($0, parameters, tier: $0.cultivation?.tier) }
    case .letterNotQualified: fill(&content, letter: .notQualified, first, parameters)
    case .letterNotEntered: fill(&content, letter: .notEntered, first, parameters)
    case .letterRevoked: fill(&content, letter: .revoked, first, parameters)
    case .letterObjection: try fillAnswer(&content, first, parameters)
    case .announcement:
      fillLoss(&content, first, parameters)
      content.date = first.cultivation?.announced ?? now.day
      content.rows = [row(first, parameters)]
    }
    return content
  }

  private func row(_ dossier: CaseState, _ parameters: Parameters, tier: Int? = nil) -> PaperRow {
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
      guard let notice = dossier.publicity.notice(kind), notice.number == order.number else {
        return nil
      }
      return (dossier, notice)
    }
    guard let notice = listed.first?.1 else { throw .nobody }
    let term = notice.term(cycle.calendar, firstDayCounts: parameters.firstDayCounts)
    (content.date, content.last, content.days) = (notice.published, term.last, notice.days)
    content.isProvisional = term.provisional
    content.rows = listed.map { row($0.0, parameters) }
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
    }
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
    if content.number.isEmpty {
      content.number = dossier.publicity.letters.last { $0.kind == .objection }?.number ?? ""
    }
  }

  private func reason(_ kind: NoteKind, _ dossier: CaseState) -> String {
    dossier.notes[kind]?.last?.text ?? ""
  }
}
