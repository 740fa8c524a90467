import Criteria
import Foundation

/// Notices, objections, letters and the end of an application (Q3, R8, R9, P2, P3, V4, M8).
extension Desk {
  func decidePublicity(_ command: CaseCommand, in file: CaseState) throws(Refusal) -> [Event]? {
    switch command {
    case .publishNotice(let kind, let number): try publish(kind, number: number, in: file)
    case .closeNotice(let kind): try close(kind, in: file)
    case .sendLetter(let kind, let number): try send(kind, number: number, in: file)
    case .receiveObjection(let objection): try receive(objection, in: file)
    case .answerObjection(let id, let isUpheld, let answer):
      try self.answer(id, isUpheld: isUpheld, with: answer, in: file)
    case .end(let ending, let complaint, let reason):
      try end(file, by: ending, complaint: complaint, reason: reason)
    default: try decideAtMeeting(command, in: file)
    }
  }

  // MARK: Notices (Q3, R8, P2)

  /// A notice is published on the day it is entered: nobody chooses when its term began (W).
  private func publish(
    _ kind: NoticeKind, number: String, in file: CaseState
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, kind.rule)
    switch kind {
    case .qualification:
      try requireStage(.qualification, in: file, .Q3)
      guard file.admission.isQualified == true else { throw Refusal(.Q3, .notDecided) }
    case .onSite:
      try requireStage(.leadersMeeting, in: file, .R8)
      guard file.enters == true else { throw Refusal(.R7, .notDecided) }
    case .proposal:
      try requireStage(.opinions, in: file, .P2)
      try requireAnswers(for: .opinion, in: file)
    }
    try requireText(number, .number, kind.rule)
    let days = kind.days(parameters)
    let term = term(days)
    return [
      .noticePublished(
        notice: PublicNotice(
          kind: kind, number: number, published: now.day, last: term.last,
          provisional: term.provisional, days: days,
          holds: kind != .qualification || parameters.reviewWaitsForNotice))
    ]
  }

  /// The term of a notice as it stands.
  func term(of notice: PublicNotice) -> Term {
    notice.term(calendar, firstDayCounts: parameters.firstDayCounts)
  }

  /// A notice is closed after its last day, by nobody earlier; an open objection holds it (P3).
  private func close(_ kind: NoticeKind, in file: CaseState) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, kind.rule)
    guard let notice = file.publicity.notice(kind), notice.closed == nil, !file.stage.isEnd else {
      throw Refusal(kind.rule, .noNotice)
    }
    let term = term(of: notice)
    if now <= term.last.end { throw Refusal(kind.rule, .termRunning(term)) }
    try requireObjectionsAnswered(file)
    return [.noticeClosed(notice: kind, on: now.day)]
  }

  func requireObjectionsAnswered(_ file: CaseState) throws(Refusal) {
    let publicity = file.publicity
    if parameters.keeps(.objectionHolds), let open = publicity.openObjections.first {
      let record = publicity.objections[open]
      throw Refusal(
        .P3, .objectionOpen(record?.ordinal ?? 0, by: record?.content?.objector), ours: true)
    }
  }

  /// Whether an objection that was found right lets a decision be taken back while on notice.
  func mayReconsider(_ kind: NoticeKind, _ file: CaseState) -> Bool {
    guard file.stage == kind.stage, let notice = file.publicity.notice(kind) else { return false }
    return file.publicity.objections.values.contains {
      $0.isUpheld && $0.received >= notice.published
    }
  }

  // MARK: Objections (P3)

  private func receive(_ objection: Objection, in file: CaseState) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .P3)
    guard let notice = file.publicity.open, !file.stage.isEnd else { throw Refusal(.P3, .noNotice) }
    let term = term(of: notice)
    if now > term.last.end { throw Refusal(.P3, .noticeOver(term.last)) }
    try requireText(objection.objector, .name, .P3)
    try requireText(objection.facts, .facts, .P3)
    try requireText(objection.reasons, .reason, .P3)
    try requireText(objection.evidence, .evidence, .P3)
    return [
      .objectionReceived(on: now.day, due: self.term(parameters.objectionDays)),
      .objectionRecorded(objection: nil, content: objection),
    ]
  }

  private func answer(
    _ id: ObjectionID, isUpheld: Bool, with answer: String, in file: CaseState
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .P3)
    guard let record = file.publicity.objections[id], var content = record.content else {
      throw Refusal(.P3, .unknownObjection)
    }
    if record.answered != nil { throw Refusal(.P3, .alreadyAnswered) }
    try requireText(answer, .answer, .P3)
    content.answer = answer
    return [
      .objectionAnswered(objection: id, on: now.day, isUpheld: isUpheld),
      .objectionRecorded(objection: id, content: content),
    ]
  }

  // MARK: Letters (Q3, R9, P3, C4)

  private func send(
    _ kind: LetterKind, number: String, in file: CaseState
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, kind.rule)
    let isDue =
      switch kind {
      case .notQualified: file.stage == .notQualified
      case .notEntered: file.stage == .notEntered
      case .objection: file.publicity.objections.values.contains { $0.answered != nil }
      case .revoked: file.stage == .revoked
      }
    guard isDue else { throw Refusal(kind.rule, .letterNotDue) }
    try requireText(number, .number, kind.rule)
    return [.letterSent(letter: LetterRecord(kind: kind, number: number, sent: now.day))]
  }

  // MARK: Ending an application (V4, M8)

  private func end(
    _ file: CaseState, by ending: Ending, complaint: ComplaintID?, reason: String
  ) throws(Refusal) -> [Event] {
    let rule: Rule = ending == .fraud ? .V4 : .M8
    try requireRole(ending == .fraud ? .supervisor : .secretariat, rule)
    // A grant that was kept with a place lost otherwise is taken back for fraud (V4).
    let keepsGrant =
      file.stage == .revoked && file.cultivation?.grant != nil && file.cultivation?.refundDue == nil
    if file.stage.isEnd, ending != .fraud || !keepsGrant {
      throw Refusal(rule, .wrongStage(file.stage))
    }
    try requireText(reason, .reason, rule)
    switch ending {
    case .fraud:
      // V4: at once, but only where an investigation established the fraud itself (V3).
      let finding = complaint.flatMap { supervision?.investigations[$0] }
      guard let finding, finding.establishesFraud(of: file.id) else {
        throw Refusal(.V4, .noFraudFound)
      }
    case .ineligible, .withdrawn:
      guard file.stage < .cultivation else { throw Refusal(.M8, .wrongStage(file.stage)) }
    case .reportMissing, .breach: throw Refusal(.M8, .wrongStage(file.stage))
    }
    let note = Event.officeNoted(about: .ending, text: reason)
    if let cultivation = file.cultivation {
      return [note, .placeLost(by: .fraud, on: now.day, refundDue: refundDue(cultivation))]
    }
    return [note, .caseEnded(by: ending, on: now.day)]
  }

  /// The day until which a grant that was paid is refunded (C4).
  func refundDue(_ cultivation: Cultivation) -> Day? {
    cultivation.grant == nil ? nil : now.day.adding(months: parameters.refundMonths)
  }
}
