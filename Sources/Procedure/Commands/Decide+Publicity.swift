import Criteria
import Foundation

/// Notices, objections, letters and what is decided between them (R7–R9, S6, P1–P4, V4, M8).
extension Desk {
  func decidePublicity(_ command: CaseCommand, in file: CaseState) throws(Refusal) -> [Event]? {
    switch command {
    case .publishNotice(let kind, let number): try publish(kind, number: number, in: file)
    case .closeNotice(let kind): try close(kind, in: file)
    case .sendLetter(let kind, let number): try send(kind, number: number, in: file)
    case .reportToMeeting(let text): try report(text, in: file)
    case .decideEntry(let meeting, let enters, let reason):
      try decideEntry(file, at: meeting, enters: enters, reason: reason)
    case .decideProposal(let meeting, let isProposed, let reason):
      try decideProposal(file, at: meeting, isProposed: isProposed, reason: reason)
    case .receiveObjection(let objection): try receive(objection, in: file)
    case .answerObjection(let id, let isUpheld, let answer):
      try self.answer(id, isUpheld: isUpheld, with: answer, in: file)
    case .decideApproval(let meeting, let isApproved, let reason):
      try decideApproval(file, at: meeting, isApproved: isApproved, reason: reason)
    case .publishList(let number): try publishList(file, number: number)
    case .end(let ending, let complaint, let reason):
      try end(file, by: ending, complaint: complaint, reason: reason)
    default: nil
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

  private func requireObjectionsAnswered(_ file: CaseState) throws(Refusal) {
    let publicity = file.publicity
    if parameters.keeps(.objectionHolds), let open = publicity.openObjections.first {
      let objector = publicity.objections[open]?.content?.objector
      throw Refusal(.P3, .objectionOpen(open, by: objector), ours: true)
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
    let id = ObjectionID("o\(file.publicity.objections.count + 1)")
    return [
      .objectionReceived(objection: id, on: now.day, due: self.term(parameters.objectionDays)),
      .objectionRecorded(objection: id, content: objection),
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
      .objectionRecorded(objection: id, content: content),
      .objectionAnswered(objection: id, on: now.day, isUpheld: isUpheld),
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

  // MARK: Meetings (R7, S6, P4)

  /// A meeting decides on what lies before it.
  private func requireMeeting(
    _ id: MeetingID, _ kind: Meeting.Kind, since first: Day?, _ bound: DayFault.Bound
  ) throws(Refusal) -> Meeting {
    guard let meeting = cycle.meetings[id], meeting.kind == kind else {
      throw Refusal(kind.rule, .noMeeting)
    }
    if let first, meeting.day < first { throw Refusal(kind.rule, .badDates(.before(first, bound))) }
    return meeting
  }

  /// R7: every leader reports the review and explains the score.
  private func report(_ text: String, in file: CaseState) throws(Refusal) -> [Event] {
    _ = try requireLeader(.material, of: file, .R7)
    try requireStage(.leadersMeeting, in: file, .R7)
    try requireText(text, .text, .R7)
    return [.meetingReportGiven, .meetingReported(text: text)]
  }

  /// R7: what enters on-site review; nothing below the line does.
  private func decideEntry(
    _ file: CaseState, at id: MeetingID, enters: Bool, reason: String
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .R7)
    if enters || !mayReconsider(.onSite, file) {
      try requireStage(.leadersMeeting, in: file, .R7)
    }
    let meeting = try requireMeeting(id, .leaders, since: file.finishedAt?.day, .consensus)
    let panel = try requirePanel(.material, of: file, .R7)
    if let leader = file.actingLeader(of: panel), !meeting.present.contains(leader) {
      throw Refusal(.R7, .leaderAbsent(leader))
    }
    guard file.hasReported else { throw Refusal(.R7, .notReported) }
    if enters {
      // Material review may have begun before the end of the notice; the visit does not.
      if let notice = file.publicity.notice(.qualification), notice.closed == nil {
        throw Refusal(.Q3, .termRunning(term(of: notice)))
      }
      try requireTotal(file.materialTotal, line: parameters.materialLine, .R7)
    } else if parameters.keeps(.reasonForHoldingBack), reason.isBlank,
      file.materialTotal.map({ $0 >= parameters.materialLine }) ?? true
    {
      // Held back although the line is reached, or may be: a reason is due.
      throw Refusal(.R7, .blank(.reason), ours: true)
    }
    return noted(.entry, reason) + [.entryDecided(meeting: id, enters: enters)]
  }

  /// S6: the proposed list; below the lowest tier nothing is proposed.
  private func decideProposal(
    _ file: CaseState, at id: MeetingID, isProposed: Bool, reason: String
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .S6)
    // Opinions of departments (P1) or an objection (P3) may take a proposal back.
    let mayTakeBack = !isProposed && (file.stage == .opinions || mayReconsider(.proposal, file))
    if !mayTakeBack { try requireStage(.settlement, in: file, .S6) }
    _ = try requireMeeting(id, .settlement, since: file.submittedAt?.day, .visit)
    guard let opinion = file.visit?.opinion, !opinion.isBlank else {
      throw Refusal(.S6, .opinionMissing)
    }
    if isProposed {
      if let lowest = parameters.tiers.last?.from {
        try requireTotal(file.siteTotal, line: lowest, .S6)
      }
    } else if parameters.keeps(.reasonForLeavingOut), reason.isBlank,
      file.siteTotal.map({ parameters.tier(of: $0) != nil }) ?? true
    {
      throw Refusal(.S6, .blank(.reason), ours: true)
    }
    return noted(.proposal, reason) + [.proposalDecided(meeting: id, isProposed: isProposed)]
  }

  /// Nothing below the line goes on; nothing goes on whose total is not known to who asks.
  private func requireTotal(_ total: Points?, line: Points, _ rule: Rule) throws(Refusal) {
    guard let total else { throw Refusal(rule, .totalUnknown) }
    if total < line { throw Refusal(rule, .belowLine(total, line: line)) }
  }

  private func noted(_ kind: NoteKind, _ text: String) -> [Event] {
    text.isBlank ? [] : [.officeNoted(about: kind, text: text)]
  }

  // MARK: Approval and publication (P4)

  private func decideApproval(
    _ file: CaseState, at id: MeetingID, isApproved: Bool, reason: String
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .P4)
    try requireStage(.approval, in: file, .P4)
    if file.isApproved != nil { throw Refusal(.P4, .alreadyDecided) }
    let over = file.publicity.notice(.proposal).map { term(of: $0).last.adding(days: 1) }
    _ = try requireMeeting(id, .directors, since: over, .notice)
    try requireObjectionsAnswered(file)
    let isDoubted = file.publicity.objections.values.contains(where: \.isUpheld)
    if !isApproved || isDoubted, reason.isBlank {
      throw Refusal(.P4, .blank(.reason), ours: true)
    }
    return noted(.approval, reason) + [.approvalDecided(meeting: id, isApproved: isApproved)]
  }

  /// P4: publication alone writes a tier and a total in the clear.
  private func publishList(_ file: CaseState, number: String) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .P4)
    try requireStage(.approval, in: file, .P4)
    guard file.isApproved == true else { throw Refusal(.P4, .notDecided) }
    try requireText(number, .number, .P4)
    guard let total = file.siteTotal, let tier = parameters.tier(of: total) else {
      throw Refusal(.P4, .totalUnknown)
    }
    return [
      .listPublished(
        number: number, on: now.day,
        until: now.day.adding(months: parameters.cultivationYears * 12).adding(days: -1),
        tier: tier.rank, total: total)
    ]
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
