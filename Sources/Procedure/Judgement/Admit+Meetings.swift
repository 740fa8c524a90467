import Foundation

/// What the bureau's meetings decide, and the list that follows (R7, S6, P4).
extension Desk {
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
  func requireReporting(in dossier: CaseState) throws(Refusal) {
    _ = try requireLeader(.material, of: dossier, .R7)
    try requireStage(.leadersMeeting, in: dossier, .R7)
  }

  /// R7: what enters on-site review.
  func admitEntry(
    _ dossier: CaseState, at id: MeetingID, enters: Bool
  ) throws(Refusal) {
    if enters || !mayReconsider(.onSite, dossier) {
      try requireStage(.leadersMeeting, in: dossier, .R7)
    }
    let meeting = try requireMeeting(id, .leaders, since: dossier.finishedAt?.day, .consensus)
    let panel = try requirePanel(.material, of: dossier, .R7)
    if let leader = dossier.actingLeader(of: panel, in: cycle), !meeting.present.contains(leader) {
      throw Refusal(.R7, .leaderAbsent(leader))
    }
    guard dossier.hasReported else { throw Refusal(.R7, .notReported) }
    // Material review may have begun before the end of the notice; the visit does not.
    if enters, let notice = dossier.publicity.notice(.qualification), notice.closed == nil {
      throw Refusal(.Q3, .termRunning(term(of: notice)))
    }
  }

  /// S6: the proposed list.
  func admitProposal(
    _ dossier: CaseState, at id: MeetingID, isProposed: Bool
  ) throws(Refusal) {
    // Opinions of departments (P1) or an objection (P3) may take a proposal back.
    let mayTakeBack =
      !isProposed && (dossier.stage == .opinions || mayReconsider(.proposal, dossier))
    if !mayTakeBack { try requireStage(.settlement, in: dossier, .S6) }
    _ = try requireMeeting(id, .settlement, since: dossier.submittedAt?.day, .visit)
  }

  // MARK: Approval and publication (P4)

  func admitApproval(_ dossier: CaseState, at id: MeetingID) throws(Refusal) {
    try requireStage(.approval, in: dossier, .P4)
    if dossier.isApproved != nil { throw Refusal(.P4, .alreadyDecided) }
    let over = dossier.publicity.notice(.proposal).map { term(of: $0).last.adding(days: 1) }
    _ = try requireMeeting(id, .directors, since: over, .notice)
    try requireObjectionsAnswered(dossier)
  }

  /// Whether an approval carries its reason: it is refused, or given against an objection.
  func needsReason(isApproved: Bool, _ dossier: CaseState) -> Bool {
    !isApproved || dossier.publicity.listedObjections.contains(where: \.record.isUpheld)
  }

  func admitList(
    _ dossier: CaseState, number: String, on day: Day, until: Day
  ) throws(Refusal) {
    try requireStage(.approval, in: dossier, .P4)
    guard dossier.isApproved == true else { throw Refusal(.P4, .notDecided) }
    try requireText(number, .number, .P4)
    try requireToday(day, .P4)
    try require(until, is: lastDayOfPlace, .P4)
  }

  /// The last day of a place that is published today (C3).
  var lastDayOfPlace: Day {
    now.day.adding(months: parameters.cultivationYears * 12).adding(days: -1)
  }
}
