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

/// The kinds of event, as entries name them in the clear.
public enum EventKind: String, Codable, Sendable, CaseIterable {
  case cycleOpened, personInvited, personChanged, personJoined, personConfirmed, panelFormed
  case panelChanged, parametersAdopted, callAnnounced, calendarLoaded, meetingHeld
  case personSanctioned, cycleClosed, complaintLodged, investigationNoted, investigationClosed
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

  /// The one table of what stands in the clear (`security.md`); a test holds it.
  public var placement: Placement {
    switch self {
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed,
      .panelChanged, .parametersAdopted, .callAnnounced, .calendarLoaded, .meetingHeld,
      .personSanctioned, .cycleClosed, .caseRegistered, .applicationAmended, .applicationSubmitted,
      .applicationRecommended, .applicationReturned, .applicationResumed, .inquirySent,
      .inquiryAnswered, .qualificationDecided, .noticePublished, .noticeClosed, .letterSent,
      .meetingReportGiven,
      .entryDecided, .proposalDecided, .objectionReceived, .objectionAnswered, .approvalDecided,
      .listPublished, .caseEnded, .grantPaid, .reportReceived, .placeLost, .lossAnnounced,
      .grantRefunded, .assessmentGiven, .panelAssigned, .declarationSigned, .personRecused,
      .reviewersDesignated, .reviewStarted, .sheetHandedIn, .sheetWithdrawn, .openingAsked,
      .openingReleased, .consensusOpened, .consensusFinished, .consensusReopened, .visitArranged,
      .visitSubmitted:
      .clear
    case .documentAttached, .formFilled, .copiesCounted, .changeReported, .materialNoted: .material
    case .inquiryRecorded, .officeNoted, .objectionRecorded, .activityRecorded, .conditionDecided:
      .office
    case .complaintLodged, .investigationNoted, .investigationClosed, .assessmentRecorded:
      .supervision
    case .sheetRecorded: .sheet
    case .attendanceRecorded, .itemDiscussed, .itemMerged, .itemSettled, .dissentRecorded,
      .consensusConcluded, .meetingReported:
      .consensus
    case .visitPrepared, .agendaChanged, .checkAdded, .checkTicked, .siteMarkProposed,
      .siteMarkSettled, .visitConcluded:
      .onSite
    case .materialResult, .siteResult: .result
    }
  }

  /// Whether events of this kind belong to the cycle's stream rather than to a case's.
  public var isOfCycle: Bool {
    switch self {
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed,
      .panelChanged, .parametersAdopted, .callAnnounced, .calendarLoaded, .meetingHeld,
      .personSanctioned, .cycleClosed:
      true
    default: false
    }
  }

  /// Whether events of this kind belong to supervision's own stream.
  public var isOfSupervision: Bool {
    switch self {
    case .complaintLodged, .investigationNoted, .investigationClosed: true
    default: false
    }
  }
}
