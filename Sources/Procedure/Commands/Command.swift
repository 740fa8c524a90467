import Criteria
import Foundation

/// What somebody asks for in the cycle.
public enum CycleCommand: Sendable, Hashable {
  /// The edition is the text of an edition file, none for the shipped one.
  case openCycle(year: Int, title: String, parameters: Parameters, edition: String?)
  /// Another city's parameters, before a cycle is open.
  case adopt(Parameters)
  /// The days within which applications come in (M7); an open call can be made longer.
  case call(from: Day, until: Day)
  /// A file of holidays and make-up days for further years (W).
  case loadCalendar(String)
  case hold(Meeting)
  /// The minutes of a meeting, as they stand now.
  case recordMinutes(MeetingID, Minutes)
  /// What stands on papers from now on; changed at any time.
  case setLetterhead(Letterhead)
  case closeCycle
  /// Something in the log without effect was looked into; it counts for nothing once secretariat
  /// and supervision have both said so (V5).
  case noteEntry(EntryName, as: Role, reason: String)
  /// What was held of the cycle counts all the same.
  case accept([EntryName], reason: String)
  /// The time of this copy's last entry was wrong.
  case correctClock(last: Moment, reason: String)
  /// A copy is lost or used no more: nobody waits to hear from it.
  case retireCopy(String, reason: String)
  case invite(Person)
  case change(Person)
  /// The person themself, having made their keys.
  case join(fingerprint: String)
  /// The secretariat, having compared the fingerprint.
  case confirm(PersonID, fingerprint: String)
  case formPanel(Panel)
  case changePanel(Panel)
  /// A paper that went out, with its files as they were sealed, in the bureau's own room.
  case keep(KeptPaper)
  /// Supervision deals with a violation that a complaint's finding established (V4).
  case sanction(PersonID, Sanction, ComplaintID)
}

/// What somebody asks of supervision (V3).
public enum SupervisionCommand: Sendable, Hashable {
  case lodge(Complaint)
  case note(ComplaintID, text: String)
  case close(ComplaintID, Outcome, Measure, finding: String)
  /// A paper of supervision's own.
  case keep(KeptPaper)
}

/// What somebody asks for in a case.
public enum CaseCommand: Sendable, Hashable {
  // How it comes in and is qualified.
  case register(Application)
  case amend(Application)
  case fillForm(ApplicationForm)
  /// A document with the id of one that stands takes its place.
  case attach(Document)
  case removeDocument(DocumentID)
  /// What the district received in time and nobody entered before the closing day (M7).
  case enterLate(Document, LateReceipt)
  /// All corrections of a document's splitting, with the items under which it has text then.
  case correctSplitting(DocumentID, [Correction], sections: [String])
  case countCopies([DocumentKind: CopyCount])
  case submit
  case recommend(opinion: String, sealedOn: Day)
  case returnApplication(reason: String)
  case resume
  case reportChange(ChangeReport)
  case decideCondition(Rule, isMet: Bool, reason: String)
  /// Under a number where the letter has one; today unless it was sent before.
  case inquire(
    InquiryPurpose, department: String, question: String, number: String? = nil, sent: Day? = nil)
  /// Today unless the answer came before.
  case answerInquiry(InquiryID, answer: String, isAdverse: Bool, received: Day? = nil)
  case qualify(Bool, reason: String)
  // Notices, objections, letters, decisions.
  case publishNotice(NoticeKind, number: String)
  case closeNotice(NoticeKind)
  case sendLetter(LetterKind, number: String)
  case reportToMeeting(String)
  case decideEntry(MeetingID, enters: Bool, reason: String)
  case decideProposal(MeetingID, isProposed: Bool, reason: String)
  /// Today unless it came in before.
  case receiveObjection(Objection, received: Day? = nil)
  case answerObjection(ObjectionID, isUpheld: Bool, answer: String)
  case deliverAnswer(ObjectionID, Delivery)
  /// What was held of the case counts all the same.
  case accept([EntryName], reason: String)
  /// A slip in a notice or letter that went out (更正).
  case correctPaper(PaperCorrection)
  case decideApproval(MeetingID, isApproved: Bool, reason: String)
  case publishList(number: String)
  case end(Ending, complaint: ComplaintID?, reason: String)
  // Cultivation, supervision.
  case payGrant(Payment)
  case recordActivity(Activity)
  case receiveReport(year: Int, on: Day)
  case losePlace(reason: String)
  case revoke(reason: String)
  case announceLoss(number: String)
  case recordRefund(Payment)
  case assess(Assessment.Direction, Assessment)
  // Who reviews, and the review.
  case assignPanel(PanelID)
  case designate(reviewers: [PersonID], due: Day?)
  /// A declaration before the material opens: no interest, or the interest there is (R5).
  case declare(Interest?)
  case recuse(Interest)
  case startReview
  case handIn(Sheet)
  case withdraw(reason: String)
  case askOpening
  case releaseOpening
  /// The leader opens; the store adds the sheets that the two halves open.
  case openConsensus
  case recordAttendance(
    present: [PersonID], absences: [PersonID: String], place: String = "")
  case discuss(ItemID, text: String)
  case merge(ItemID, Merge)
  case settle(ItemID, Percentage, reason: String)
  case dissent(ItemID, person: PersonID, text: String)
  case finishConsensus(conclusion: String)
  case reopenConsensus(reason: String)
  case arrangeVisit(PanelID, from: Day, until: Day)
  case changeAgenda([AgendaLine])
  case addCheck(CheckPoint)
  case tick(CheckID, CheckFinding)
  case proposeSiteMark(ItemID, Percentage, reason: String)
  case settleSiteMark(ItemID, Percentage, reason: String)
  case submitVisit(opinion: String)
  /// A paper of the case that went out, with its files as they were sealed.
  case keep(KeptPaper)
  /// The years for which its contents are kept are over.
  case destroyContents
}

/// A request to the procedure: `decide` answers with events or a refusal.
public enum Command: Sendable, Hashable {
  case cycle(CycleCommand)
  case supervision(SupervisionCommand)
  case dossier(CaseID, CaseCommand)
}
