import Criteria
import Foundation

/// Why a command is refused: the rule, whether it is the program's own, and what stands in the way.
public struct Refusal: Error, Sendable, Hashable {
  /// The rule that refuses.
  public let rule: Rule
  /// What stands in the way, with what a sentence needs.
  public let reason: Reason
  /// Whether the refusing part is marked [ours]: the method is silent, the program asks for it.
  public let isOurs: Bool

  /// A refusal by a rule of the method, or by the program's own where so marked.
  public init(_ rule: Rule, _ reason: Reason, ours: Bool = false) {
    self.rule = rule
    self.reason = reason
    self.isOurs = ours || rule == .R4 || rule == .R5 || rule == .K
  }

  /// The refusal to close a year in which applications are under way, naming up to ten of them.
  public init?(casesOpen: [CaseID]) {
    if casesOpen.isEmpty { return nil }
    self.init(.K, .casesOpen(Array(casesOpen.prefix(10)), total: casesOpen.count))
  }

  /// What is asked for, and may stay blank or be filled in wrongly.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case name, number, industry, title, reason, text, note, opinion, conclusion
    case evidence, place, asked, facts, answer, department, receiver
    // Of a person.
    case roles, district, employer, consultancies, expertise
    // Of an application and its form.
    case creditCode, staff, founded, modelSince, controlled, address, legalRepresentative
    case qualityOfficer, appointment, contact, industryCode, group, systems, awards
    case year, revenue, profit, tax, assets, productivity, researchShare, rank
    // Of the papers' head.
    case issuer, signer, prefix, telephone, postcode, mailbox, copies, printer, method, clauses,
      refundAccount
    // Of a meeting and of who objects.
    case chair, recorder, guests, unit
  }

  /// What stands in the way.
  public enum Reason: Sendable, Hashable {
    // Who.
    case needsRole(Role)
    case needsLeader(PersonID?)
    case needsMembership
    case notReady(PersonID)
    case unknownPerson(PersonID)
    case inactive(PersonID)
    case notExpert(PersonID)
    /// Nobody else acts in the role.
    case lastOfRole(Role)
    case notYourself
    /// Written in the name of somebody else.
    case inAnothersName(PersonID)
    // What is named.
    case noCycle
    case cycleOpen
    case unknownCase
    case unknownPanel
    case unknownItem
    case unknownCheck
    case unknownDistrict
    case numberTaken
    /// Nothing that is held was named.
    case nothingHeld
    /// Two acts on one record, neither of which knew of the other: one that had both settles it.
    case actsMeet([Matter])
    /// Copies that were not heard from may hold what the act must not miss.
    case copiesUnheard([UnheardCopy])
    /// Something else went out under the number.
    case numberUsed(UsedNumber)
    /// It does not look as numbers of papers do, such as this one.
    case badNumber(DocumentNumber)
    /// The paper did not go out, or nothing in it would be another.
    case nothingToCorrect
    /// Who asks cannot open the room that something is to be kept in.
    case notReadable(RoomID)
    case blank(Field)
    /// A sign that is not seen, or turns the text around it, by its code.
    case unseen(Field, sign: UInt32)
    case tooLong(Field, limit: Int)
    case tooMany(Field, limit: Int)
    /// A number that cannot be, of a year where it is one of several.
    case outside(Field, of: Int?, ClosedRange<Int>)
    case badYear
    case badEdition(EditionFault)
    /// What numbers of papers begin with has no place in one.
    case badPrefix
    /// The clause of what is no rule of the method, blank or too long, by the rule's id.
    case badClause(String)
    case wrongStanding(Standing)
    case wrongFingerprint
    // The call and the calendar.
    case noCall
    case callNotOpen(Day)
    case callOver(Day)
    case callShortened(Day)
    case calendarYearKnown(Int)
    case calendarEmpty
    case badCalendar(CalendarFault)
    case calendarIncomplete(CalendarGap)
    /// The first of the applications that are still under way, and how many there are.
    case casesOpen([CaseID], total: Int)
    // Admission.
    case unknownDocument
    /// Nothing of it can be read, or it is no file that was split.
    case noText
    /// A document of the same kind and number is there: its title.
    case documentStands(String)
    /// Until the closing day material is attached in the ordinary way.
    case callRunning(Day)
    /// It was not received on a day within the call.
    case notInTime(Day, Call)
    case mayNotApply
    case material(MaterialFinding)
    case neverCondition
    case reasonAgainstFinding
    case conditionOpen(Rule)
    case conditionNotMet(String)
    case unknownInquiry
    case noInquiry
    case inquiriesOpen(Int)
    case adverseAnswer
    case alreadyAnswered
    case alreadyDecided
    case notDecided
    // Notices, objections, meetings.
    case noNotice
    case termRunning(Term)
    case noticeOver(Day)
    /// An objection by its running number, and who objects where that may be known.
    case objectionOpen(Int, by: String?)
    case unknownObjection
    case letterNotDue
    case noMeeting
    case nobodyPresent
    case leaderAbsent(PersonID)
    case notReported
    case opinionMissing
    // Retention.
    /// Contents are kept until then.
    case contentsKept(Day)
    /// They were destroyed on that day.
    case contentsDestroyed(Day)
    // Cultivation and supervision.
    case badAmount
    case grantPaid
    case noReportDue(Int)
    case periodOver(Day)
    case reportLate(Day)
    case nothingOverdue(Day?)
    case noRefundDue
    case wrongRefund(Amount)
    case visitNotSubmitted
    case gradesMissing
    case unknownComplaint
    /// Nobody was confirmed as a supervisor yet, so that nobody could read it.
    case noSupervision
    case noFinding
    /// An end for fraud without an investigation that established it.
    case noFraudFound
    /// Fraud found without an application it is of, or in part only.
    case fraudNeedsCase
    case ownCase
    // When.
    case wrongStage(Stage)
    case frozen
    case belowLine(Points, line: Points)
    case totalUnknown
    // An entry at its place.
    /// It does not come directly after one of these kinds by the same author.
    case outOfOrder(EventKind, after: [EventKind])
    /// It comes after fewer entries of a kind than it rests on.
    case tooFew(EventKind, found: Int, needed: Int)
    /// In the stream of a case, or of none, to which its kind does not belong.
    case wrongStream(EventKind)
    /// Sealed to another room than the one it belongs to, or in the clear; nil stands for the clear.
    case wrongRoom(expected: RoomID?, found: RoomID?)
    case wrongFigure(expected: String, found: String)
    case wrongDay(expected: Day, found: Day)
    // Panels.
    case panelSize(Int, ClosedRange<Int>)
    case leaderNotMember
    case deputyNotMember
    case deputyIsLeader
    case repeatedMember(PersonID)
    case wrongPanelStage
    case noPanel
    case panelInUse
    // Conflicts.
    case conflict(PersonID, ConflictBlock)
    case notDeclared
    case alreadyDeclared
    case alreadyRecused
    // Independent review.
    case tooFewReviewers(Int, minimum: Int)
    case workBegun(PersonID)
    case notDesignated
    case alreadyStarted
    case notStarted
    case alreadyHandedIn
    case notHandedIn
    case alreadyOpened
    case incomplete([SheetGap])
    case outstanding([PersonID])
    case leaderFirst(PersonID)
    case alreadyAsked
    case notAsked
    case notReleased
    case sheetsUnread([PersonID])
    // Consensus.
    case discussionNeeded(ItemID, range: Int, limit: Int, bands: Int)
    case reasonOutsideRange(low: Percentage, high: Percentage)
    case reasonForCorrection
    case reasonWithoutMarks
    case authorsChanged
    case commentLost
    case absenceWithoutReason([PersonID])
    case attendanceMissing
    /// Fewer are there than a consensus needs.
    case noQuorum(Int, needed: Int)
    /// Neither the leader nor the deputy is there.
    case nobodyLeads
    case unsettled([ItemID])
    case consensusFinished
    case consensusNotFinished
    // On site.
    case badDates(DayFault)
    case reasonForChange(from: Percentage)
    case untickedChecks(Int)
    case agendaOpen([AgendaKind])
    case alreadySubmitted
    case dayOutsideVisit
    /// The panel is at another applicant's on one of the days.
    case panelElsewhere(PanelVisit)
    /// The visit lasts until this day.
    case visitNotOver(Day)
    /// Examiners who signed no declaration, or who neither checked nor scored anything.
    case undeclared([PersonID])
    case withoutWork([PersonID])
  }
}

extension Refusal.Reason {
  /// Whether the number of a paper is wrong, whatever else could be done.
  public var isOfPaperNumber: Bool {
    switch self {
    case .numberUsed, .badNumber: true
    default: false
    }
  }

  /// The field that is filled in wrongly, with the year where it is one of several.
  public var field: (name: Refusal.Field, year: Int?)? {
    switch self {
    case .blank(let field), .unseen(let field, _), .tooLong(let field, _),
      .tooMany(let field, _):
      (field, nil)
    case .outside(let field, let year, _): (field, year)
    default: nil
    }
  }
}
