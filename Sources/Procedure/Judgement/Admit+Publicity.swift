import Foundation

/// Notices, objections, letters and the end of an application (Q3, R8, R9, P2, P3, V4, M8).
extension Desk {
  // MARK: Notices (Q3, R8, P2)

  func admit(_ notice: PublicNotice, in dossier: CaseState) throws(Refusal) {
    let rule = notice.kind.rule
    try requireRole(.secretariat, rule)
    switch notice.kind {
    case .qualification:
      try requireStage(.qualification, in: dossier, .Q3)
      guard dossier.admission.isQualified == true else { throw Refusal(.Q3, .notDecided) }
    case .onSite:
      try requireStage(.leadersMeeting, in: dossier, .R8)
      guard dossier.enters == true else { throw Refusal(.R7, .notDecided) }
    case .proposal:
      try requireStage(.opinions, in: dossier, .P2)
      try requireAnswers(for: .opinion, in: dossier)
    }
    try requireText(notice.number, .number, rule)
    try requireToday(notice.published, rule)
    let expected = self.notice(notice.kind, number: notice.number)
    try require(notice.days, is: expected.days, rule)
    try require(notice.last, is: expected.last, rule)
    try require(notice.provisional, is: expected.provisional, rule)
    try require(notice.holds, is: expected.holds, rule)
    if let closed = notice.closed {
      throw Refusal(rule, .wrongFigure(expected: "", found: "\(closed)"))
    }
  }

  /// The notice that is published today: nobody chooses when its term began (W).
  func notice(_ kind: NoticeKind, number: String) -> PublicNotice {
    let days = kind.days(parameters)
    let term = term(days)
    return PublicNotice(
      kind: kind, number: number, published: now.day, last: term.last,
      provisional: term.provisional, days: days,
      holds: kind != .qualification || parameters.reviewWaitsForNotice)
  }

  /// The term of a notice as it stands.
  func term(of notice: PublicNotice) -> Term {
    notice.term(calendar, firstDayCounts: parameters.firstDayCounts)
  }

  /// A notice is closed after its last day, by nobody earlier; an open objection holds it (P3).
  func admitClosing(_ kind: NoticeKind, on day: Day, in dossier: CaseState) throws(Refusal) {
    try requireRole(.secretariat, kind.rule)
    guard let notice = dossier.publicity.notice(kind), notice.closed == nil, !dossier.stage.isEnd
    else {
      throw Refusal(kind.rule, .noNotice)
    }
    let term = term(of: notice)
    if now <= term.last.end { throw Refusal(kind.rule, .termRunning(term)) }
    try requireObjectionsAnswered(dossier)
    try requireToday(day, kind.rule)
  }

  /// P3 [ours]: an open objection holds back its organisation.
  func requireObjectionsAnswered(_ dossier: CaseState) throws(Refusal) {
    let publicity = dossier.publicity
    if parameters.keeps(.objectionHolds), let open = publicity.openObjections.first {
      let record = publicity.objections[open]
      // Who asks is told who objects, where they may know it; what is judged for all says nobody.
      let objector = isLive ? record?.content?.objector : nil
      throw Refusal(.P3, .objectionOpen(record?.ordinal ?? 0, by: objector), ours: true)
    }
  }

  /// Whether an objection that was found right lets a decision be taken back while on notice.
  func mayReconsider(_ kind: NoticeKind, _ dossier: CaseState) -> Bool {
    guard dossier.stage == kind.stage, let notice = dossier.publicity.notice(kind) else {
      return false
    }
    return dossier.publicity.listedObjections.contains {
      $0.record.isUpheld && $0.record.received >= notice.published
    }
  }

  // MARK: Objections (P3)

  func admitObjection(on day: Day, due: Term, in dossier: CaseState) throws(Refusal) {
    guard let notice = dossier.publicity.open, !dossier.stage.isEnd else {
      throw Refusal(.P3, .noNotice)
    }
    let term = term(of: notice)
    // What came in time is entered later, too.
    if day.start > term.last.end { throw Refusal(.P3, .noticeOver(term.last)) }
    try requirePast(day, since: notice.published, .publication, .P3)
    let expected = self.term(parameters.objectionDays, after: day)
    try require(due.last, is: expected.last, .P3)
    try require(due.provisional, is: expected.provisional, .P3)
  }

  func admitAnswer(to id: ObjectionID, on day: Day, in dossier: CaseState) throws(Refusal) {
    guard let record = dossier.publicity.objections[id], record.isRecorded else {
      throw Refusal(.P3, .unknownObjection)
    }
    if record.answered != nil { throw Refusal(.P3, .alreadyAnswered) }
    try requireToday(day, .P3)
  }

  // MARK: Letters (Q3, R9, P3, C4)

  func admit(_ letter: LetterRecord, in dossier: CaseState) throws(Refusal) {
    let rule = letter.kind.rule
    try requireRole(.secretariat, rule)
    let isDue =
      switch letter.kind {
      case .notQualified: dossier.stage == .notQualified
      case .notEntered: dossier.stage == .notEntered
      case .objection: dossier.publicity.listedObjections.contains { $0.record.answered != nil }
      case .revoked: dossier.stage == .revoked
      }
    guard isDue else { throw Refusal(rule, .letterNotDue) }
    try requireText(letter.number, .number, rule)
    try requireToday(letter.sent, rule)
  }

  // MARK: Ending an application (V4, M8)

  /// Who ends it, and that it can still end; a grant kept with a place is taken back for fraud.
  private func requireEndable(_ ending: Ending, _ dossier: CaseState) throws(Refusal) {
    let rule: Rule = ending == .fraud ? .V4 : .M8
    try requireRole(ending == .fraud ? .supervisor : .secretariat, rule)
    let keepsGrant =
      dossier.stage == .revoked && dossier.cultivation?.grant != nil
      && dossier.cultivation?.refundDue == nil
    if dossier.stage.isEnd, ending != .fraud || !keepsGrant {
      throw Refusal(rule, .wrongStage(dossier.stage))
    }
  }

  func admitEnd(_ ending: Ending, on day: Day, in dossier: CaseState) throws(Refusal) {
    try requireEndable(ending, dossier)
    switch ending {
    case .fraud, .ineligible, .withdrawn: break
    case .reportMissing, .breach: throw Refusal(.M8, .wrongStage(dossier.stage))
    }
    // What has a place loses it, and does not merely end.
    if dossier.cultivation != nil { throw Refusal(ending.rule, .wrongStage(dossier.stage)) }
    try requireToday(day, ending.rule)
  }

  func admitLoss(
    _ ending: Ending, on day: Day, refundDue: Day?, in dossier: CaseState
  ) throws(Refusal) {
    var expected: Day?
    switch ending {
    case .fraud:
      try requireEndable(.fraud, dossier)
      guard let place = dossier.cultivation else { throw Refusal(.V4, .wrongStage(dossier.stage)) }
      expected = self.refundDue(place)
    case .reportMissing:
      try requireRole(.secretariat, .C3)
      let place = try requirePlace(dossier, .C3)
      guard !place.overdue(on: now.day, parameters).isEmpty else {
        throw Refusal(.C3, .nothingOverdue(place.nextReport(parameters)?.due))
      }
    case .breach:
      try requireRole(.secretariat, .C4)
      expected = try self.refundDue(requirePlace(dossier, .C4))
    case .ineligible, .withdrawn:
      try requireRole(.secretariat, .M8)
      throw Refusal(.M8, .wrongStage(dossier.stage))
    }
    try requireToday(day, ending.rule)
    try require(
      refundDue?.description ?? "", is: expected?.description ?? "", ending.rule)
  }

  /// The day until which a grant that was paid is refunded (C4).
  func refundDue(_ cultivation: Cultivation) -> Day? {
    cultivation.grant == nil ? nil : now.day.adding(months: parameters.refundMonths)
  }
}

extension Ending {
  /// The rule by which an application or a place ends so.
  var rule: Rule {
    switch self {
    case .fraud: .V4
    case .ineligible, .withdrawn: .M8
    case .reportMissing: .C3
    case .breach: .C4
    }
  }
}
