import Criteria
import Procedure
import Testing

/// The bureau's meetings and what they decide (R7–R9, S6, P1, P4).
@Suite("R7–R9, S6, P1, P4: meetings and lists")
struct MeetingRuleTests {
  private static func hold(_ change: (inout Meeting) -> Void) -> Command {
    var meeting = Papers.meeting("b1", .leaders, on: Day("2026-03-02")!)
    change(&meeting)
    return .cycle(.hold(meeting))
  }

  private static func hold(
    _ id: MeetingID, _ kind: Meeting.Kind,
    _ change: @escaping @Sendable (inout Meeting) -> Void = { _ in }
  ) -> @Sendable (inout World) throws -> Void {
    {
      var meeting = Papers.meeting(id, kind, on: $0.now.day)
      change(&meeting)
      try $0.run(.hold(meeting))
    }
  }

  static let meetings: [Attempt] = [
    Attempt(
      "held by an expert", at: .founded, hold { _ in }, by: Cast.leader,
      Refusal(.R7, .needsRole(.secretariat))),
    Attempt(
      "a settlement by supervision", at: .founded, hold { $0.kind = .settlement },
      by: Cast.supervisor, Refusal(.S6, .needsRole(.secretariat))),
    Attempt(
      "held tomorrow", at: .founded, hold { $0.day = Day("2026-03-03")! }, by: Cast.office,
      Refusal(.R7, .badDates(.inFuture))),
    Attempt(
      "somebody unknown present", at: .founded,
      hold { ($0.kind, $0.present) = (.directors, [Cast.office, Cast.stranger]) },
      by: Cast.office, Refusal(.P4, .unknownPerson(Cast.stranger))),
    Attempt(
      "a name that names nothing", at: .founded, hold { $0.id = "b/1" }, by: Cast.office,
      Refusal(.K, .blank(.number))),
    Attempt(
      "the same name twice", at: .founded, hold { _ in }, by: Cast.office,
      Refusal(.K, .numberTaken), prepare: hold("b1", .settlement)),
  ]

  private static func entry(_ enters: Bool = true, _ reason: String = "") -> CaseCommand {
    .decideEntry("b1", enters: enters, reason: reason)
  }
  private static func proposal(_ isProposed: Bool = true, _ reason: String = "") -> CaseCommand {
    .decideProposal("b1", isProposed: isProposed, reason: reason)
  }
  private static func approval(_ isApproved: Bool = true, _ reason: String = "") -> CaseCommand {
    .decideApproval("b1", isApproved: isApproved, reason: reason)
  }

  static let entries: [Attempt] = [
    Attempt(
      "reported by a member", at: .finished, .reportToMeeting("说明"), by: Cast.third,
      Refusal(.R7, .needsLeader(Cast.leader))),
    Attempt(
      "reported by the secretariat", at: .finished, .reportToMeeting("说明"), by: Cast.office,
      Refusal(.R7, .needsLeader(Cast.leader))),
    Attempt(
      "reported before consensus is over", at: .settled, .reportToMeeting("说明"),
      by: Cast.leader, Refusal(.R7, .wrongStage(.consensus))),
    Attempt(
      "reported without words", at: .finished, .reportToMeeting(" "), by: Cast.leader,
      Refusal(.R7, .blank(.text))),
    Attempt(
      "entered by the leader", at: .reported, entry(), by: Cast.leader,
      Refusal(.R7, .needsRole(.secretariat)), prepare: hold("b1", .leaders)),
    Attempt(
      "entered without a meeting", at: .reported, entry(), by: Cast.office,
      Refusal(.R7, .noMeeting)),
    Attempt(
      "entered at the directors' meeting", at: .reported, entry(), by: Cast.office,
      Refusal(.R7, .noMeeting), prepare: hold("b1", .directors)),
    Attempt(
      "entered in the leader's absence", at: .reported, entry(), by: Cast.office,
      Refusal(.R7, .leaderAbsent(Cast.leader)),
      prepare: hold("b1", .leaders) { $0.present = [Cast.office, Cast.deputy] }),
    Attempt(
      "entered unreported", at: .finished, entry(), by: Cast.office,
      Refusal(.R7, .notReported), prepare: hold("b1", .leaders)),
    Attempt(
      "held back unreported", at: .finished, entry(false, "名额"), by: Cast.office,
      Refusal(.R7, .notReported), prepare: hold("b1", .leaders)),
    Attempt(
      "entered a second time while on notice", at: .announced, entry(), by: Cast.office,
      Refusal(.R7, .wrongStage(.onSiteNotice)), prepare: hold("b1", .leaders)),
    Attempt(
      "held back while on notice, nobody having objected", at: .announced,
      entry(false, "反悔"), by: Cast.office, Refusal(.R7, .wrongStage(.onSiteNotice)),
      prepare: hold("b1", .leaders)),
    Attempt(
      "the on-site notice before the decision", at: .reported,
      .publishNotice(.onSite, number: "公示 2"), by: Cast.office, Refusal(.R7, .notDecided)),
    Attempt(
      "the letter before the decision", at: .reported, .sendLetter(.notEntered, number: "函 2"),
      by: Cast.office, Refusal(.R9, .letterNotDue)),
  ]

  static let lists: [Attempt] = [
    Attempt(
      "proposed by the panel", at: .submitted, proposal(), by: Cast.siteLeader,
      Refusal(.S6, .needsRole(.secretariat)), prepare: hold("b1", .settlement)),
    Attempt(
      "proposed before the visit was handed over", at: .ticked, proposal(), by: Cast.office,
      Refusal(.S6, .wrongStage(.onSiteReview)), prepare: hold("b1", .settlement)),
    Attempt(
      "proposed without a meeting", at: .submitted, proposal(), by: Cast.office,
      Refusal(.S6, .noMeeting), prepare: hold("b1", .leaders)),
    Attempt(
      "an opinion asked before the settlement", at: .submitted,
      .inquire(.opinion, department: "市经信局", question: "意见"), by: Cast.office,
      Refusal(.P1, .wrongStage(.settlement))),
    Attempt(
      "an opinion answered twice", at: .consulted,
      .answerInquiry("i2", answer: "同意", isAdverse: false), by: Cast.office,
      Refusal(.P1, .alreadyAnswered)),
    Attempt(
      "on notice before anybody was asked", at: .proposed,
      .publishNotice(.proposal, number: "公示 3"), by: Cast.office, Refusal(.P1, .noInquiry)),
    Attempt(
      "on notice before all answered", at: .consulted,
      .publishNotice(.proposal, number: "公示 3"), by: Cast.office,
      Refusal(.P1, .inquiriesOpen(1))
    ) {
      try $0.on(.inquire(.opinion, department: "市经信局", question: "意见"), as: Cast.office)
    },
    Attempt(
      "approved while on notice", at: .proposalNoticed, approval(), by: Cast.office,
      Refusal(.P4, .wrongStage(.proposalNotice)), prepare: hold("b1", .directors)),
    Attempt(
      "approved without a meeting", at: .cleared, approval(), by: Cast.office,
      Refusal(.P4, .noMeeting), prepare: hold("b1", .settlement)),
    Attempt(
      "approved by supervision", at: .cleared, approval(), by: Cast.supervisor,
      Refusal(.P4, .needsRole(.secretariat)), prepare: hold("b1", .directors)),
    Attempt(
      "turned down without reason", at: .cleared, approval(false), by: Cast.office,
      Refusal(.P4, .blank(.reason), ours: true), prepare: hold("b1", .directors)),
    Attempt(
      "approved twice", at: .approved, approval(), by: Cast.office,
      Refusal(.P4, .alreadyDecided), prepare: hold("b1", .directors)),
    Attempt(
      "published unapproved", at: .cleared, .publishList(number: "公布 1"), by: Cast.office,
      Refusal(.P4, .notDecided)),
    Attempt(
      "published without number", at: .approved, .publishList(number: " "), by: Cast.office,
      Refusal(.P4, .blank(.number))),
    Attempt(
      "published by a reviewer", at: .approved, .publishList(number: "公布 1"), by: Cast.third,
      Refusal(.P4, .needsRole(.secretariat))),
  ]

  @Test("R7, S6, P4: a meeting that does not hold together is refused", arguments: meetings)
  func refusesMeeting(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("R7–R9: an entry that does not hold is refused", arguments: entries)
  func refusesEntry(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("S6, P1, P4: a list that does not hold is refused", arguments: lists)
  func refusesList(_ attempt: Attempt) throws { try attempt.verify() }
}
