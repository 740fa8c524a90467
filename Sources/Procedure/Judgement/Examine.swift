import Criteria
import Foundation

/// What rests on sealed facts, or on the sealed content of an entry that was admitted.
///
/// Asked by those who can open it; a question whose sources they could not all read is not asked.
/// Every figure that follows from what lies before is computed again and compared.
/// - Parameter desk: As for `admit`, with the case as this reader knows it.
/// - Throws: `Refusal` with the rule that the entry breaks.
public func examine(_ event: Event, on desk: Desk) throws(Refusal) {
  if let dossier = desk.dossier {
    // Who knows more than is clear judges the whole by what they know.
    if desk.clear != nil { try desk.desk(with: dossier, clear: nil).requireFrame(event) }
    try desk.examine(event, in: dossier)
  } else {
    try desk.examine(event)
  }
}

extension Desk {
  /// Whether everything these circles hold was readable; who acts is asked as they see it.
  func knows(_ placements: Placement..., in dossier: CaseState) -> Bool {
    isLive || dossier.unread.isDisjoint(with: placements)
  }

  fileprivate func examine(_ event: Event, in dossier: CaseState) throws(Refusal) {
    switch event {
    case .formFilled: break
    case .documentAttached(let document): try examine(document)
    case .copiesCounted(let copies): try examine(copies)
    case .applicationSubmitted: try examineSubmission(of: dossier)
    case .applicationRecommended:
      try requireReason(.recommendation, .opinion, in: dossier, .Q1)
      if knows(.material, in: dossier) { try requireMaterial(of: dossier) { _ in true } }
    case .applicationReturned:
      try requireNote(.returned, in: dossier, .Q1)
    case .changeReported(let report): try examine(report)
    case .conditionDecided(let rule, let isMet, let reason):
      try examineCondition(rule, isMet: isMet, reason: reason, in: dossier)
    case .inquiryRecorded(let id, let content): try examine(content, of: id, in: dossier)
    case .qualificationDecided(let isQualified):
      try examineQualification(isQualified, in: dossier)
    case .materialNoted(let about, let text): try examineMaterialNote(about, text)
    case .officeNoted(let about, let text): try examineOfficeNote(about, text)
    case .meetingReported(let text): try requireText(text, .text, .R7)
    case .entryDecided(_, let enters): try examineEntry(enters, in: dossier)
    case .proposalDecided(_, let isProposed): try examineProposal(isProposed, in: dossier)
    case .objectionRecorded(let id, let content): try examine(content, of: id, in: dossier)
    case .approvalDecided(_, let isApproved):
      if needsReason(isApproved: isApproved, dossier) {
        try requireReason(.approval, .reason, in: dossier, .P4, ours: true)
      }
    case .listPublished(_, _, _, let tier, let total):
      try examineList(tier: tier, total: total, in: dossier)
    case .caseEnded(let ending, _): try examineEnd(ending, in: dossier)
    case .placeLost(let ending, _, _):
      try requireReason(ending.note, .reason, in: dossier, ending.rule)
      if ending == .fraud { try requireFraud(in: dossier) }
    case .activityRecorded(let activity):
      try requireText(activity.text, .text, .C2)
      try requirePast(activity.day, since: requirePlace(dossier, .C2).since, .listing, .C2)
    case .assessmentRecorded(let direction, let assessment):
      try examine(assessment, direction, in: dossier)
    case .sheetRecorded(let reviewer, let revision, let sheet):
      try examine(sheet, by: reviewer, revision: revision, in: dossier)
    case .attendanceRecorded(let present, let absences):
      try examineAttendance(present, absences: absences, in: dossier)
    case .itemDiscussed(let item, let text):
      try requireItem(item, .R6)
      try requireText(text, .text, .R6)
    case .itemMerged(let item, let merge): try examine(merge, of: item, in: dossier)
    case .itemSettled(let item, let percentage, let reason):
      try examineSettlement(of: item, at: percentage, reason: reason, in: dossier)
    case .dissentRecorded(let item, let person, let text):
      try examineDissent(on: item, by: person, text: text, in: dossier)
    case .consensusConcluded(let total, let conclusion):
      try examineConclusion(total, conclusion, in: dossier)
    case .materialResult(let revision, let total, let percentages):
      try examineResult(total, percentages, revision: revision, in: dossier)
    case .visitPrepared(let material, let checks, let agenda):
      try examinePreparation(material, checks, agenda, in: dossier)
    case .agendaChanged(let agenda): try examine(agenda, in: dossier)
    case .checkAdded(let check): try examine(check)
    case .checkTicked(let check, let finding): try examine(finding, on: check, in: dossier)
    case .siteMarkProposed(let item, let percentage, let reason):
      try examineProposal(of: item, at: percentage, reason: reason, in: dossier)
    case .siteMarkSettled(let item, let percentage, let reason):
      try examineSiteMark(on: item, at: percentage, reason: reason, in: dossier)
    case .visitConcluded(let total, let opinion):
      try examineVisit(total, opinion: opinion, in: dossier)
    case .siteResult(let total, let tier, let percentages):
      try examineResult(total, tier: tier, percentages, in: dossier)
    // Clear, and resting on clear facts alone: `admit` asked everything.
    case .caseRegistered, .applicationAmended, .applicationResumed, .inquirySent,
      .inquiryAnswered, .noticePublished, .noticeClosed, .letterSent, .meetingReportGiven,
      .objectionReceived, .objectionAnswered, .grantPaid, .reportReceived, .lossAnnounced,
      .grantRefunded, .assessmentGiven, .panelAssigned, .declarationSigned, .personRecused,
      .reviewersDesignated, .reviewStarted, .sheetHandedIn, .sheetWithdrawn, .openingAsked,
      .openingReleased, .consensusOpened, .consensusFinished, .consensusReopened, .visitArranged,
      .visitSubmitted:
      break
    // Of another stream.
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed, .panelChanged, .parametersAdopted, .callAnnounced, .calendarLoaded,
      .meetingHeld, .personSanctioned, .cycleClosed, .entryNoted, .clockCorrected, .complaintLodged,
      .investigationNoted,
      .investigationClosed:
      break
    }
  }

  // MARK: The note directly before

  /// The note about something that its author wrote directly before.
  func note(_ about: NoteKind, in dossier: CaseState) -> Note? {
    guard case .reason(about, let note) = dossier.begun, note.by == actor else { return nil }
    return note
  }

  /// Such a note, unless the entry before is one that this reader could not open.
  func requireNote(
    _ about: NoteKind, _ field: Refusal.Field = .reason, in dossier: CaseState, _ rule: Rule,
    ours: Bool = false
  ) throws(Refusal) {
    if note(about, in: dossier) != nil { return }
    let before = dossier.trace.last?.kind
    if dossier.begun == nil, before == .officeNoted || before == .materialNoted, let before,
      !knows(before.placement, in: dossier)
    {
      return
    }
    throw Refusal(rule, .blank(field), ours: ours)
  }

  /// Such a note with words in it.
  func requireReason(
    _ about: NoteKind, _ field: Refusal.Field, in dossier: CaseState, _ rule: Rule,
    ours: Bool = false
  ) throws(Refusal) {
    try requireNote(about, field, in: dossier, rule, ours: ours)
    if let note = note(about, in: dossier), note.text.isBlank {
      throw Refusal(rule, .blank(field), ours: ours)
    }
  }
}
