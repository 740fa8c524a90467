import Foundation

/// Who can read the body of a kind of event.
public enum Placement: Sendable, Hashable {
  /// Everyone with the store: such bodies are the projections' source.
  case clear
  case material
  case sheet
  case consensus
  case onSite
  case result
  /// The bureau's own room of a case: inquiries, objections, reasons.
  case office
  /// Supervision's letter box: anybody drops into it, supervision alone reads.
  case supervision
}

/// Whose line of entries an event belongs to.
public enum EventStream: Sendable, Hashable {
  /// The cycle's: people, panels, parameters, meetings.
  case cycle
  /// A case's own.
  case dossier
  /// Supervision's letter box (V3).
  case supervision
}

/// The kinds of event, as entries name them in the clear.
public enum EventKind: String, Codable, Sendable, CaseIterable {
  case cycleOpened, personInvited, personChanged, personJoined, personConfirmed, panelFormed
  case panelChanged, parametersAdopted, callAnnounced, calendarLoaded, meetingHeld
  case personSanctioned, cycleClosed, entryNoted, clockCorrected, complaintLodged,
    investigationNoted, investigationClosed
  case caseRegistered, applicationAmended, formFilled, documentAttached, copiesCounted
  case applicationSubmitted, applicationRecommended, applicationReturned, applicationResumed
  case changeReported, conditionDecided, inquirySent, inquiryRecorded, inquiryAnswered
  case qualificationDecided, materialNoted, officeNoted, noticePublished, noticeClosed
  case letterSent, meetingReportGiven, meetingReported, entryDecided, proposalDecided,
    objectionReceived
  case objectionRecorded, objectionAnswered, approvalDecided, listPublished, caseEnded
  case grantPaid, activityRecorded, reportReceived, placeLost, lossAnnounced, grantRefunded
  case assessmentGiven, assessmentRecorded, panelAssigned, declarationSigned, personRecused
  case reviewersDesignated, reviewStarted, sheetHandedIn, sheetRecorded, sheetWithdrawn
  case openingAsked, openingReleased, consensusOpened, attendanceRecorded, itemDiscussed
  case itemMerged, itemSettled, dissentRecorded, consensusConcluded, consensusFinished
  case materialResult, consensusReopened, visitArranged, visitPrepared, agendaChanged
  case checkAdded, checkTicked, siteMarkProposed, siteMarkSettled, visitConcluded
  case visitSubmitted, siteResult
}
