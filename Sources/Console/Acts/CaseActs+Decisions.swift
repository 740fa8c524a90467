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
    by: .office, in: .leadersMeeting ... .onSiteNotice, does: .decideEntry, isForSeveral: true
  ) { scene in decision(.leaders, scene, lines: [.Act.weigh]) }

  static let proposal = CaseAct(
    Phrase("决定列入名单…", "Decide on the proposal…"),
    Phrase("市局合议提出建议名单（S6）", "the bureau's settlement (S6)"),
    by: .office, in: .settlement ... .proposalNotice, does: .decideProposal, isForSeveral: true
  ) { scene in decision(.settlement, scene, lines: [.Act.weigh]) }

  static let approve = CaseAct(
    Phrase("审定…", "Approve…"),
    Phrase("局长办公会审定（P4）", "by the director meeting (P4)"),
    by: .office, in: .approval ... .approval, does: .approve, isForSeveral: true
  ) { scene in decision(.directors, scene) }

  /// A decision at a meeting: which one, yes or no, and why.
  private static func decision(
    _ kind: Meeting.Kind, _ scene: CaseScene, lines: [Phrase] = []
  ) -> Asks<CaseCommand> {
    Asks(
      .meeting(kind, scene.context),
      .choice(
        "decision", .Act.decision, kind.words(true), or: kind.words(false), refused: .otherwise),
      .text(
        "reason", .reason, rows: 3, isRequired: false, help: .Act.reasonIfNot,
        refused: Refused { if case .blank = $0 { true } else { false } }),
      lines: lines
    ) { kind.decision(at: $0, $1, reason: $2) }
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

  static let destroyContents = CaseAct(
    Phrase("到期销毁…", "Destroy what was kept…"),
    Phrase(
      "满保存年限：销毁草稿；未入选的，封存内容和附件一并销毁（V5）",
      "the years of keeping are over: drafts, and all that is sealed of what is not listed (V5)"),
    by: .office, while: \.isKeptLongEnough, isForSeveral: true,
    way: .question { scene in
      ([.destroyContents], scene.dossier.isUnlisted ? [.Act.destroysAll] : [.Act.destroysDrafts])
    })
}

extension CaseScene {
  /// Whether the years are over for which contents are kept; until then nothing is offered.
  fileprivate var isKeptLongEnough: Bool {
    dossier.destroyed == nil && today >= dossier.keptUntil(context.parameters)
  }
}

extension Meeting.Kind {
  /// The act by which it decides in a case.
  var act: CaseActName {
    switch self {
    case .leaders: .entry
    case .settlement: .proposal
    case .directors: .approve
    }
  }

  /// What is decided of a case.
  func words(_ isYes: Bool) -> Phrase {
    switch self {
    case .leaders: isYes ? .Act.enters : .Act.heldBack
    case .settlement: isYes ? .Act.proposed : .Act.leftOut
    case .directors: isYes ? .Act.approved : .Act.notApproved
    }
  }

  /// What decides a case at a meeting.
  func decision(at meeting: MeetingID, _ isYes: Bool, reason: String) -> CaseCommand {
    switch self {
    case .leaders: .decideEntry(meeting, enters: isYes, reason: reason)
    case .settlement: .decideProposal(meeting, isProposed: isYes, reason: reason)
    case .directors: .decideApproval(meeting, isApproved: isYes, reason: reason)
    }
  }
}

extension ActField where Value == MeetingID {
  /// One of the meetings of a kind, the latest first; without one the rule itself says so.
  static func meeting(
    _ kind: Meeting.Kind, selected: MeetingID? = nil, _ context: Context
  ) -> ActField {
    let meetings = context.cycle.meetings(kind).map(\.id)
    return ActField.one(
      of: meetings, "meeting", .Act.meeting, selected: selected,
      refused: Refused {
        switch $0 {
        case .noMeeting, .leaderAbsent, .badDates: true
        default: false
        }
      }, empty: .reason(.noMeeting, context), title: { context.name(of: $0) }
    ).probing(meetings.isEmpty ? [MeetingID("-")] : meetings)
  }
}
