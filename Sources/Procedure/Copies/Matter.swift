import Criteria
import Foundation

/// What an act settles anew: two acts on one record, neither of which knew of the other, meet.
public enum Matter: Hashable, Sendable {
  // Of the cycle.
  case year, parameters, call, letterhead
  case person(PersonID)
  case panel(PanelID)
  case meeting(MeetingID)
  // Of supervision.
  case complaint(ComplaintID)
  // Of a case.
  case registration, application, form, copies, submission, qualification, assignment
  case designation, opening, attendance, finish, visit, agenda, closing
  case document(DocumentID)
  case condition(Rule)
  case inquiry(InquiryID)
  case objection(ObjectionID)
  case notice(NoticeKind)
  /// A decision of a meeting: entry (R7), proposal (S6), approval (P4) and the list.
  case entry, proposal, approval, listing
  case declaration(PersonID)
  case sheet(PersonID)
  case merge(ItemID)
  case item(ItemID)
  case check(CheckID)
  case siteItem(ItemID)
  case siteProposal(ItemID, PersonID)

  /// What holds where acts on it meet, until one that knew of them settles it.
  public var narrower: Narrower {
    switch self {
    case .person, .panel: .common
    case .opening: .shut
    case .item, .siteItem, .siteProposal, .check, .condition: .undecided
    case .year, .parameters, .call, .letterhead, .meeting, .complaint, .registration,
      .application, .form, .copies, .submission, .qualification, .assignment, .designation,
      .attendance, .finish, .visit, .agenda, .closing, .document, .inquiry,
      .objection, .notice, .entry, .proposal, .approval, .listing, .declaration, .sheet, .merge:
      .unsettled
    }
  }

  /// The narrower of several effects.
  public enum Narrower: Sendable {
    /// The rights and members that they have in common.
    case common
    /// What shuts a gate holds, what opens it does not.
    case shut
    /// None of them; what was there before stays.
    case unsettled
    /// None of them, nor what they were to replace.
    case undecided
  }
}

/// Acts on one record that met and that nobody has settled.
public struct Clash: Hashable, Sendable {
  public let record: Matter
  /// The entries, in the order of showing.
  public let entries: [EntryName]

  /// A meeting of acts.
  public init(_ record: Matter, _ entries: [EntryName]) {
    (self.record, self.entries) = (record, entries)
  }
}

extension Shown {
  /// What an act settles anew, as far as everybody sees it.
  ///
  /// - Parameter author: Who wrote it.
  public func records(by author: PersonID) -> [Matter] {
    switch self {
    case .clear(let event): event.records(by: author)
    case .sealed(let kind, _): kind.records(by: author)
    }
  }

  /// Whether it shuts the way to the opening of the sheets, where others open it (R4, R5).
  public var shutsOpening: Bool {
    [.reviewersDesignated, .personRecused, .sheetWithdrawn].contains(kind)
  }
}

extension EventKind {
  /// What a sealed act of the kind settles anew, whatever it says.
  func records(by author: PersonID) -> [Matter] {
    if self == .sheetRecorded { return [.sheet(author)] }
    return Self.whole[self].map { [$0] } ?? []
  }

  /// The sealed kinds of which one stands for all that came before.
  private static let whole: [EventKind: Matter] = [
    .formFilled: .form, .copiesCounted: .copies, .attendanceRecorded: .attendance,
    .agendaChanged: .agenda, .visitPrepared: .visit,
  ]
}

extension Event {
  /// What an act settles anew; nothing where it only adds.
  ///
  /// - Parameter author: Who wrote it.
  public func records(by author: PersonID) -> [Matter] {
    switch self {
    case .cycleOpened, .cycleClosed: [.year]
    case .parametersAdopted: [.parameters]
    case .callAnnounced: [.call]
    case .letterheadSet: [.letterhead]
    case .personInvited(let person), .personChanged(let person): [.person(person.id)]
    case .personSanctioned(let person, .disqualification): [.person(person)]
    case .panelFormed(let panel), .panelChanged(let panel): [.panel(panel.id)]
    case .meetingHeld(let meeting): [.meeting(meeting.id)]
    case .investigationClosed(let id, _, _, _): [.complaint(id)]
    case .caseRegistered: [.registration]
    case .applicationAmended: [.application]
    case .documentRemoved(let id): [.document(id)]
    case .documentAttached(let document), .documentReceived(let document, _):
      [.document(document.id)]
    case .splittingCorrected(let id, _, _): [.document(id)]
    case .applicationSubmitted, .applicationRecommended, .applicationReturned,
      .applicationResumed:
      [.submission]
    case .conditionDecided(let rule, _, _): [.condition(rule)]
    case .inquiryAnswered(let id, _): [.inquiry(id)]
    case .qualificationDecided: [.qualification]
    case .noticePublished(let notice): [.notice(notice.kind)]
    case .noticeClosed(let kind, _): [.notice(kind)]
    case .entryDecided: [.entry]
    case .proposalDecided: [.proposal]
    case .approvalDecided: [.approval]
    case .listPublished: [.listing]
    case .objectionAnswered(let id, _, _): [.objection(id)]
    case .caseEnded, .placeLost: [.closing]
    case .panelAssigned: [.assignment]
    case .declarationSigned(let person, _): [.declaration(person)]
    case .personRecused: [.opening]
    case .reviewersDesignated: [.designation, .opening]
    case .reviewStarted(let person), .sheetHandedIn(let person, _): [.sheet(person)]
    case .sheetWithdrawn(let person, _, _): [.sheet(person), .opening]
    case .openingAsked, .openingReleased, .consensusOpened: [.opening]
    case .itemMerged(let item, _): [.merge(item)]
    case .itemSettled(let item, _, _): [.item(item)]
    case .consensusFinished, .consensusReopened, .visitSubmitted: [.finish]
    case .visitArranged: [.visit]
    case .checkTicked(let check, _): [.check(check)]
    case .siteMarkProposed(let item, _, _): [.siteProposal(item, author)]
    case .siteMarkSettled(let item, _, _): [.siteItem(item)]
    // Known by their kind alone.
    case .formFilled, .copiesCounted, .attendanceRecorded, .agendaChanged, .visitPrepared,
      .sheetRecorded:
      kind.records(by: author)
    // What is only added never meets.
    case .personJoined, .personConfirmed, .calendarLoaded, .personSanctioned, .entryNoted,
      .entriesAccepted, .clockCorrected, .copyRetired, .minutesRecorded, .paperKept,
      .complaintLodged,
      .investigationNoted, .changeReported, .inquirySent, .inquiryRecorded, .materialNoted,
      .officeNoted, .letterSent, .paperCorrected, .meetingReportGiven, .meetingReported,
      .objectionReceived, .objectionRecorded, .objectionDelivered, .grantPaid,
      .activityRecorded, .reportReceived, .lossAnnounced, .grantRefunded, .assessmentGiven,
      .assessmentRecorded, .itemDiscussed, .dissentRecorded, .consensusConcluded,
      .materialResult, .checkAdded, .visitConcluded, .siteResult, .contentsDestroyed:
      []
    }
  }
}
