import Criteria
import Foundation

/// Something that happened: the body of an entry of the log.
///
/// Its JSON is what stands in the log, so cases and labels never change once released.
public enum Event: Codable, Sendable, Hashable {
  // The cycle's stream.
  case cycleOpened(year: Int, title: String, parameters: Parameters, edition: String?)
  case personInvited(person: Person)
  case personChanged(person: Person)
  case personJoined(person: PersonID, fingerprint: String)
  case personConfirmed(person: PersonID, fingerprint: String)
  case panelFormed(panel: Panel)
  case panelChanged(panel: Panel)
  case parametersAdopted(parameters: Parameters)
  case callAnnounced(from: Day, until: Day)
  case calendarLoaded(text: String)
  case meetingHeld(meeting: Meeting)
  /// What stands on all papers from now on: their head, their signature, whom to ask.
  case letterheadSet(letterhead: Letterhead)
  case personSanctioned(person: PersonID, sanction: Sanction)
  case cycleClosed(year: Int)
  /// Something in the log that has no effect was looked into and counts for nothing.
  case entryNoted(entry: EntryName, by: PersonID, role: Role, reason: String)
  /// What was held because it met an act that took its author's right counts all the same.
  case entriesAccepted(entries: [EntryName], reason: String)
  /// The time of a copy's last entry was wrong, not that of this one.
  case clockCorrected(last: Moment, reason: String)
  /// A copy of the store is lost or used no more: nobody waits to hear from it.
  case copyRetired(copy: String, reason: String)

  /// What a meeting's minutes say, as they were written last.
  case minutesRecorded(meeting: MeetingID, minutes: Minutes)
  /// A paper that went out is kept whole: in a case's stream, the bureau's or supervision's own.
  case paperKept(paper: KeptPaper)

  // Supervision's own stream (V3).
  case complaintLodged(complaint: Complaint)
  case investigationNoted(complaint: ComplaintID, text: String)
  case investigationClosed(
    complaint: ComplaintID, outcome: Outcome, measure: Measure, finding: String)

  // A case's stream: how it comes in and is qualified (E, M, Q).
  case caseRegistered(application: Application, year: Int)
  case applicationAmended(application: Application)
  case formFilled(form: ApplicationForm)
  case documentAttached(document: Document)
  /// Before the closing day (M7).
  case documentRemoved(document: DocumentID)
  /// What the district received in time, entered after the closing day (M7).
  case documentReceived(document: Document, receipt: LateReceipt)
  /// How the parts of a document belong to the items, over its unchanged text.
  case splittingCorrected(
    document: DocumentID, corrections: [Correction], sections: [String])
  case copiesCounted(copies: [DocumentKind: CopyCount])
  case applicationSubmitted(on: Day)
  case applicationRecommended(sealedOn: Day)
  case applicationReturned
  case applicationResumed
  case changeReported(report: ChangeReport)
  case conditionDecided(rule: Rule, isMet: Bool, reason: String)
  case inquirySent(purpose: InquiryPurpose, on: Day, number: String? = nil)
  /// What an inquiry says: of the one sent directly before (none), or of one just answered.
  case inquiryRecorded(inquiry: InquiryID?, content: Inquiry)
  case inquiryAnswered(inquiry: InquiryID, on: Day)
  case qualificationDecided(isQualified: Bool)
  /// A text that district and bureau may read.
  case materialNoted(about: NoteKind, text: String)
  /// A text of the bureau's own room.
  case officeNoted(about: NoteKind, text: String)

  // Notices, objections, letters, decisions (R7–R9, S6, P).
  case noticePublished(notice: PublicNotice)
  case noticeClosed(notice: NoticeKind, on: Day)
  case letterSent(letter: LetterRecord)
  /// A slip of the pen in a paper that went out, and what is right.
  case paperCorrected(correction: PaperCorrection)
  case meetingReportGiven
  case meetingReported(text: String)
  case entryDecided(meeting: MeetingID, enters: Bool)
  case proposalDecided(meeting: MeetingID, isProposed: Bool)
  case objectionReceived(on: Day, due: Term)
  /// What an objection says: of the one received directly before (none), or of one just answered.
  case objectionRecorded(objection: ObjectionID?, content: Objection)
  case objectionAnswered(objection: ObjectionID, on: Day, isUpheld: Bool)
  /// How the answer reached who objects.
  case objectionDelivered(objection: ObjectionID, delivery: Delivery)
  case approvalDecided(meeting: MeetingID, isApproved: Bool)
  case listPublished(number: String, on: Day, until: Day, tier: Int, total: Points)
  case caseEnded(by: Ending, on: Day)

  // Cultivation and supervision of a case (C, V3).
  case grantPaid(payment: Payment)
  case activityRecorded(activity: Activity)
  case reportReceived(year: Int, on: Day)
  case placeLost(by: Ending, on: Day, refundDue: Day?)
  case lossAnnounced(number: String, on: Day)
  case grantRefunded(payment: Payment)
  case assessmentGiven(direction: Assessment.Direction)
  case assessmentRecorded(direction: Assessment.Direction, assessment: Assessment)

  // A case's stream: who reviews.
  case panelAssigned(panel: PanelID)
  case declarationSigned(person: PersonID, interest: Interest?)
  case personRecused(person: PersonID, interest: Interest)

  // Independent review.
  case reviewersDesignated(reviewers: [PersonID], due: Day)
  case reviewStarted(reviewer: PersonID)
  case sheetHandedIn(reviewer: PersonID, revision: Int)
  case sheetRecorded(reviewer: PersonID, revision: Int, sheet: Sheet)
  case sheetWithdrawn(reviewer: PersonID, revision: Int, reason: String)
  case openingAsked
  case openingReleased

  // Consensus.
  case consensusOpened(revision: Int, threshold: Int)
  /// The place was added in version 2.
  case attendanceRecorded(
    present: [PersonID], absences: [PersonID: String], place: String? = nil)
  case itemDiscussed(item: ItemID, text: String)
  case itemMerged(item: ItemID, merge: Merge)
  case itemSettled(item: ItemID, percentage: Percentage, reason: String)
  case dissentRecorded(item: ItemID, person: PersonID, text: String)
  case consensusConcluded(total: Points, conclusion: String)
  case consensusFinished(revision: Int)
  case materialResult(revision: Int, total: Points, percentages: [ItemID: Percentage])
  case consensusReopened(revision: Int, reason: String)

  // On site.
  case visitArranged(panel: PanelID, from: Day, until: Day)
  case visitPrepared(
    material: [ItemID: Percentage], checks: [CheckPoint], agenda: [AgendaLine])
  case agendaChanged(agenda: [AgendaLine])
  case checkAdded(check: CheckPoint)
  case checkTicked(check: CheckID, finding: CheckFinding)
  case siteMarkProposed(item: ItemID, percentage: Percentage, reason: String)
  case siteMarkSettled(item: ItemID, percentage: Percentage, reason: String)
  case visitConcluded(total: Points, opinion: String)
  case visitSubmitted
  case siteResult(total: Points, tier: Int?, percentages: [ItemID: Percentage])
  /// The years for which contents are kept are over: drafts are destroyed, and of what is not on the list
  /// everything that is sealed. Entries, signatures and clear facts stay.
  case contentsDestroyed(on: Day)
}

extension Event {
  /// The names of the sealed files that it speaks of, as its entry names them.
  public var files: [String] {
    if case .documentAttached(let document) = self { return document.files }
    if case .documentReceived(let document, _) = self { return document.files }
    if case .paperKept(let paper) = self { return paper.files.map(\.file) }
    return []
  }

  /// The room that the event's body is sealed to by its author, none where it is clear.
  public func room(in dossier: CaseID?, year: Int, by author: PersonID) -> RoomID? {
    if kind.placement == .supervision { return .supervision }
    if kind.placement == .bureau { return .bureau }
    if case .paperKept(let paper) = self { return paper.room }
    guard let dossier else { return nil }
    switch (kind.placement, self) {
    case (.clear, _), (.supervision, _), (.bureau, _), (.own, _): return nil
    case (.office, _): return .office(dossier)
    case (.material, _): return .material(dossier)
    case (.sheet, .sheetRecorded(let reviewer, let revision, _)):
      return .sheet(dossier, reviewer, revision: revision)
    case (.sheet, _): return nil
    case (.consensus, _): return .consensus(dossier)
    case (.onSite, _): return .onSite(dossier)
    case (.proposal, _): return .proposal(dossier, author)
    case (.result, _): return .result(year: year)
    }
  }
}
