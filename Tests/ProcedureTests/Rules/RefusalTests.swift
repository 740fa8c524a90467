import Criteria
import Procedure
import Testing

/// The refusals as a whole.
@Suite("Refusals")
struct RefusalTests {
  /// Every reason, by the name of its case: a new one does not compile until it stands here.
  private static func name(_ reason: Refusal.Reason) -> String {
    switch reason {
    case .needsRole, .needsLeader, .needsMembership, .notReady, .unknownPerson, .inactive,
      .notExpert, .lastOfRole, .notYourself, .inAnothersName, .outOfOrder, .tooFew,
      .wrongStream, .wrongRoom, .wrongFigure, .wrongDay, .noCycle, .cycleOpen, .unknownCase,
      .unknownPanel,
      .unknownItem,
      .unknownCheck, .unknownDistrict, .numberTaken, .nothingHeld, .actsMeet,
      .copiesUnheard, .blank, .numberUsed,
      .badNumber, .notReadable,
      .nothingToCorrect,
      .unseen, .tooLong, .tooMany,
      .badPrefix,
      .badClause, .outside, .badYear,
      .badEdition,
      .wrongStanding, .wrongFingerprint, .noCall, .callNotOpen, .callOver, .callShortened,
      .calendarYearKnown, .calendarEmpty, .badCalendar, .calendarIncomplete, .casesOpen,
      .unknownDocument, .noText, .documentStands, .callRunning, .notInTime, .mayNotApply,
      .material,
      .neverCondition, .reasonAgainstFinding, .conditionOpen, .conditionNotMet, .unknownInquiry,
      .noInquiry, .inquiriesOpen, .adverseAnswer, .alreadyAnswered, .alreadyDecided, .notDecided,
      .noNotice, .termRunning, .noticeOver, .objectionOpen, .unknownObjection, .letterNotDue,
      .noMeeting, .leaderAbsent, .notReported, .opinionMissing, .badAmount, .grantPaid,
      .noReportDue, .periodOver, .reportLate, .nothingOverdue, .noRefundDue, .wrongRefund,
      .visitNotSubmitted, .noFraudFound, .fraudNeedsCase,
      .gradesMissing, .unknownComplaint, .noSupervision, .noFinding, .ownCase, .wrongStage, .frozen,
      .belowLine,
      .totalUnknown, .panelSize, .leaderNotMember, .deputyNotMember, .deputyIsLeader,
      .repeatedMember, .wrongPanelStage, .noPanel, .panelInUse, .conflict, .notDeclared,
      .alreadyDeclared, .alreadyRecused, .tooFewReviewers, .workBegun, .notDesignated,
      .alreadyStarted, .notStarted, .alreadyHandedIn, .notHandedIn, .alreadyOpened, .incomplete,
      .outstanding, .leaderFirst, .alreadyAsked, .notAsked, .notReleased, .sheetsUnread,
      .discussionNeeded, .reasonOutsideRange, .reasonForCorrection, .reasonWithoutMarks,
      .authorsChanged, .commentLost, .absenceWithoutReason, .attendanceMissing, .noQuorum,
      .nobodyLeads, .unsettled, .consensusFinished, .consensusNotFinished, .badDates,
      .reasonForChange, .untickedChecks, .agendaOpen, .alreadySubmitted, .dayOutsideVisit,
      .nobodyPresent, .panelElsewhere, .visitNotOver, .undeclared, .withoutWork,
      .contentsKept, .contentsDestroyed:
      String("\(reason)".prefix { $0 != "(" })
    }
  }

  /// The reasons that a test of its own reaches rather than a table: each is named there.
  private static let elsewhere: Set<String> = [
    "contentsKept", "contentsDestroyed",  // StoreTests: RetentionTests
    "badEdition",  // CycleRuleTests.opensCycle
    "unknownDocument", "noText", "documentStands",  // DocumentRuleTests
    "belowLine", "totalUnknown", "opinionMissing",  // FrameRuleTests
    "termRunning", "noticeOver",  // NoticeRuleTests.notEarly, lastSecond
    "notYourself",  // ReviewRuleTests.ownRelease
    "sheetsUnread",  // BlindnessTests.sheetsLater
    "authorsChanged", "commentLost", "attendanceMissing",  // ConsensusRuleTests
    "noQuorum", "nobodyLeads",  // ConsensusRuleTests.quorum
    "agendaOpen",  // VisitRuleTests.agenda
    "nobodyPresent", "panelElsewhere", "visitNotOver",  // PossibleTests
    "undeclared", "withoutWork",  // PossibleTests
    "numberUsed", "badNumber",  // PaperRuleTests
    "periodOver",  // CultivationRuleTests.afterThePeriod
    "inAnothersName", "outOfOrder", "tooFew", "wrongStream",  // WrongEntryTests
    "wrongRoom", "wrongFigure", "wrongDay",  // WrongEntryTests
    "unseen", "tooLong", "outside",  // FitTests
  ]

  /// The rules that refuse something by themselves; the others only find, show or produce.
  private static let refusing = Set(Rule.allCases).subtracting([
    .E1, .E2, .E4, .E6, .M3, .M4, .M5, .V1, .V2, .V5,
  ])

  /// How many reasons there are; the list above is exhaustive by the compiler.
  private static let reasons = 148

  @Test("every reason that can refuse is reached by a test")
  func reached() {
    let attempts =
      CycleRuleTests.panels + CycleRuleTests.people + FrameRuleTests.registrations
      + ConflictRuleTests.refused + ReviewRuleTests.designations + ReviewRuleTests.sheets
      + ReviewRuleTests.opening + ConsensusRuleTests.refused + VisitRuleTests.arranging
      + VisitRuleTests.visiting + AdmissionRuleTests.material + AdmissionRuleTests.district
      + QualificationRuleTests.refused + MeetingRuleTests.meetings + MeetingRuleTests.entries
      + MeetingRuleTests.lists + NoticeRuleTests.refused + SupervisionRuleTests.complaints
      + SupervisionRuleTests.sanctions + SupervisionRuleTests.assessments
      + CultivationRuleTests.refused + CallAndCalendarTests.refused + YearRuleTests.refused
      + DocumentRuleTests.lateAttempts + LetterheadRuleTests.attempts
      + PaperRuleTests.attempts
    let tabled = Set(attempts.map { Self.name($0.refusal.reason) })
    #expect(Set(attempts.map(\.refusal.rule)).isSuperset(of: Self.refusing))
    #expect(tabled.isDisjoint(with: Self.elsewhere))
    #expect(tabled.count + Self.elsewhere.count == Self.reasons)
  }

  @Test("rules marked [ours] are named as the system's own, the others by the method's clause")
  func ours() {
    for rule in [Rule.R4, .R5, .V5, .W, .K] {
      #expect(rule.clause.zh == "本系统规则", "\(rule)")
    }
    for rule in [Rule.R4, .R5, .K] { #expect(Refusal(rule, .notAsked).isOurs) }
    #expect(!Refusal(.R7, .totalUnknown).isOurs && Refusal(.R7, .totalUnknown, ours: true).isOurs)
    #expect(Rule.R7.clause == Bilingual(zh: "办法四（二）2", en: "Method 四（二）2"))
    #expect(Rule.S6.clause.zh == "办法四（三）4" && Rule.M7.clause.zh == "办法三（六）（七）")
  }
}
