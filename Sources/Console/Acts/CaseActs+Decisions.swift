import Foundation
import Procedure

/// Decisions at meetings, and the end of a case (R7, S6, P4, M8).
extension CaseAct {
  static let reportToMeeting = CaseAct(
    Phrase("向组长会议汇报…", "Report to the meeting…"),
    Phrase("汇报评审情况和评分说明（R7）", "the review and its score (R7)"),
    by: .leader, in: .leadersMeeting ... .leadersMeeting, does: .reportToMeeting, canBeRedone: true
  ) { scene in
    Asks(
      .text(
        "text", .Act.report, scene.dossier.meetingReport?.text ?? "", rows: 3, refused: .otherwise)
    ) { .reportToMeeting($0) }
  }

  static let entry = CaseAct(
    Phrase("决定进入现场…", "Decide on entry…"),
    Phrase("组长会议确定进入现场评审的组织（R7）", "what enters on-site review (R7)"),
    by: .office, in: .leadersMeeting ... .onSiteNotice, does: .decideEntry
  ) { scene in
    decision(
      .leaders, .Act.enters, .Act.heldBack, scene, lines: [.Act.weigh],
      { .decideEntry($0, enters: $1, reason: $2) })
  }

  static let proposal = CaseAct(
    Phrase("决定列入名单…", "Decide on the proposal…"),
    Phrase("市局合议提出建议名单（S6）", "the bureau's settlement (S6)"),
    by: .office, in: .settlement ... .proposalNotice, does: .decideProposal
  ) { scene in
    decision(
      .settlement, .Act.proposed, .Act.leftOut, scene, lines: [.Act.weigh],
      { .decideProposal($0, isProposed: $1, reason: $2) })
  }

  static let approve = CaseAct(
    Phrase("审定…", "Approve…"),
    Phrase("局长办公会审定（P4）", "by the director meeting (P4)"),
    by: .office, in: .approval ... .approval, does: .approve
  ) { scene in
    decision(
      .directors, .Act.approved, .Act.notApproved, scene,
      { .decideApproval($0, isApproved: $1, reason: $2) })
  }

  /// A decision at a meeting: which one, yes or no, and why.
  private static func decision(
    _ kind: Meeting.Kind, _ yes: Phrase, _ no: Phrase, _ scene: CaseScene, lines: [Phrase] = [],
    _ command: @escaping @Sendable (MeetingID, Bool, String) -> CaseCommand
  ) -> Asks<CaseCommand> {
    let meetings = scene.meetings(kind)
    // Without a meeting the rule itself says so.
    let probes = meetings.isEmpty ? [MeetingID("-")] : meetings
    return Asks(
      ActField<MeetingID>.one(
        of: meetings, "meeting", .Act.meeting,
        refused: Refused {
          switch $0 {
          case .noMeeting, .leaderAbsent, .badDates: true
          default: false
          }
        }, empty: .reason(.noMeeting, scene.context), title: { scene.name(of: $0) }
      ).probing(probes),
      .choice("decision", .Act.decision, yes, or: no, refused: .otherwise),
      .text(
        "reason", .reason, rows: 3, isRequired: false, help: .Act.reasonIfNot,
        refused: Refused { if case .blank = $0 { true } else { false } }),
      lines: lines, leadsTo: command)
  }

  static let end = CaseAct(
    Phrase("终止申报…", "End the application…"),
    Phrase("申报组织退出或不再符合条件（M8）", "withdrawn or no longer eligible (M8)"),
    // One that was registered and never handed in is ended too, or the year could not be closed.
    by: .office, in: .registered ... .approval
  ) { _ in
    Asks(
      .choice(
        "ending", .Act.ending,
        [(.ending(.withdrawn), Ending.withdrawn), (.ending(.ineligible), .ineligible)]),
      .text("reason", .reason, rows: 3, refused: .otherwise)
    ) { .end($0, complaint: nil, reason: $1) }
  }
}
