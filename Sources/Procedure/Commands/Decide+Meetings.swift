import Criteria
import Foundation

/// What the bureau's meetings decide, and the list that follows (R7, S6, P4).
extension Desk {
  func decideAtMeeting(_ command: CaseCommand, in file: CaseState) throws(Refusal) -> [Event]? {
    switch command {
    case .reportToMeeting(let text): try report(text, in: file)
    case .decideEntry(let meeting, let enters, let reason):
      try decideEntry(file, at: meeting, enters: enters, reason: reason)
    case .decideProposal(let meeting, let isProposed, let reason):
      try decideProposal(file, at: meeting, isProposed: isProposed, reason: reason)
    case .decideApproval(let meeting, let isApproved, let reason):
      try decideApproval(file, at: meeting, isApproved: isApproved, reason: reason)
    case .publishList(let number): try publishList(file, number: number)
    default: nil
    }
  }

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
}
