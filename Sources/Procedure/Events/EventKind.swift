import Foundation

/// The kinds of event, as entries name them in the clear.
public enum EventKind: String, Codable, Sendable, CaseIterable {
  case cycleOpened, personInvited, personChanged, personJoined, personConfirmed, panelFormed
  case panelChanged, parametersAdopted, callAnnounced, calendarLoaded, meetingHeld
  case letterheadSet, minutesRecorded, paperKept, paperCorrected, objectionDelivered,
    personSanctioned, cycleClosed, entryNoted, entriesAccepted, clockCorrected, copyRetired,
    complaintLodged,
    investigationNoted, investigationClosed
  case caseRegistered, applicationAmended, formFilled, documentAttached, documentRemoved
  case documentReceived, splittingCorrected, copiesCounted
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
  case contentsDestroyed
}

extension Event {
  /// The kind, as the entry names it.
  public var kind: EventKind {
    switch self {
    case .cycleOpened: .cycleOpened
    case .personInvited: .personInvited
    case .personChanged: .personChanged
    case .personJoined: .personJoined
    case .personConfirmed: .personConfirmed
    case .panelFormed: .panelFormed
    case .panelChanged: .panelChanged
    case .parametersAdopted: .parametersAdopted
    case .callAnnounced: .callAnnounced
    case .calendarLoaded: .calendarLoaded
    case .meetingHeld: .meetingHeld
    case .letterheadSet: .letterheadSet
    case .minutesRecorded: .minutesRecorded
    case .paperKept: .paperKept
    case .paperCorrected: .paperCorrected
    case .objectionDelivered: .objectionDelivered
    case .personSanctioned: .personSanctioned
    case .cycleClosed: .cycleClosed
    case .entryNoted: .entryNoted
    case .entriesAccepted: .entriesAccepted
    case .clockCorrected: .clockCorrected
    case .copyRetired: .copyRetired
    case .complaintLodged: .complaintLodged
    case .investigationNoted: .investigationNoted
    case .investigationClosed: .investigationClosed
    case .caseRegistered: .caseRegistered
    case .applicationAmended: .applicationAmended
    case .formFilled: .formFilled
    case .documentAttached: .documentAttached
    case .documentRemoved: .documentRemoved
    case .documentReceived: .documentReceived
    case .splittingCorrected: .splittingCorrected
    case .copiesCounted: .copiesCounted
    case .applicationSubmitted: .applicationSubmitted
    case .applicationRecommended: .applicationRecommended
    case .applicationReturned: .applicationReturned
    case .applicationResumed: .applicationResumed
    case .changeReported: .changeReported
    case .conditionDecided: .conditionDecided
    case .inquirySent: .inquirySent
    case .inquiryRecorded: .inquiryRecorded
    case .inquiryAnswered: .inquiryAnswered
    case .qualificationDecided: .qualificationDecided
    case .materialNoted: .materialNoted
    case .officeNoted: .officeNoted
    case .noticePublished: .noticePublished
    case .noticeClosed: .noticeClosed
    case .letterSent: .letterSent
    case .meetingReportGiven: .meetingReportGiven
    case .meetingReported: .meetingReported
    case .entryDecided: .entryDecided
    case .proposalDecided: .proposalDecided
    case .objectionReceived: .objectionReceived
    case .objectionRecorded: .objectionRecorded
    case .objectionAnswered: .objectionAnswered
    case .approvalDecided: .approvalDecided
    case .listPublished: .listPublished
    case .caseEnded: .caseEnded
    case .grantPaid: .grantPaid
    case .activityRecorded: .activityRecorded
    case .reportReceived: .reportReceived
    case .placeLost: .placeLost
    case .lossAnnounced: .lossAnnounced
    case .grantRefunded: .grantRefunded
    case .assessmentGiven: .assessmentGiven
    case .assessmentRecorded: .assessmentRecorded
    case .panelAssigned: .panelAssigned
    case .declarationSigned: .declarationSigned
    case .personRecused: .personRecused
    case .reviewersDesignated: .reviewersDesignated
    case .reviewStarted: .reviewStarted
    case .sheetHandedIn: .sheetHandedIn
    case .sheetRecorded: .sheetRecorded
    case .sheetWithdrawn: .sheetWithdrawn
    case .openingAsked: .openingAsked
    case .openingReleased: .openingReleased
    case .consensusOpened: .consensusOpened
    case .attendanceRecorded: .attendanceRecorded
    case .itemDiscussed: .itemDiscussed
    case .itemMerged: .itemMerged
    case .itemSettled: .itemSettled
    case .dissentRecorded: .dissentRecorded
    case .consensusConcluded: .consensusConcluded
    case .consensusFinished: .consensusFinished
    case .materialResult: .materialResult
    case .consensusReopened: .consensusReopened
    case .visitArranged: .visitArranged
    case .visitPrepared: .visitPrepared
    case .agendaChanged: .agendaChanged
    case .checkAdded: .checkAdded
    case .checkTicked: .checkTicked
    case .siteMarkProposed: .siteMarkProposed
    case .siteMarkSettled: .siteMarkSettled
    case .visitConcluded: .visitConcluded
    case .visitSubmitted: .visitSubmitted
    case .siteResult: .siteResult
    case .contentsDestroyed: .contentsDestroyed
    }
  }
}

extension EventKind {
  /// What is fixed for the kind, which the compiler asks of a new one.
  var row: Row {
    switch self {
    case .cycleOpened: .cycle(.people, by: .secretariat(.K), concerns: [], version: 4)
    case .personInvited: .cycle(.people, by: .judged, concerns: [])
    case .personChanged: .cycle(.people, by: .secretariat(.R1), concerns: [.groups, .dossiers])
    case .personJoined: .cycle(.people, by: .judged, concerns: .groups)
    case .personConfirmed: .cycle(.people, by: .judged, concerns: [.groups, .dossiers])
    case .panelFormed: .cycle(.people, by: .judged, concerns: .groups)
    case .panelChanged: .cycle(.people, by: .judged, concerns: [.groups, .dossiers])
    case .parametersAdopted: .cycle(.people, by: .secretariat(.K), concerns: [], version: 4)
    case .callAnnounced: .cycle(.people, by: .secretariat(.M7), concerns: .dossiers)
    case .calendarLoaded: .cycle(.people, by: .secretariat(.W), concerns: .dossiers)
    case .meetingHeld: .cycle(.publicity, by: .judged, concerns: .groups, version: 2)
    case .letterheadSet: .cycle(.publicity, by: .secretariat(.K), concerns: [], version: 2)
    case .personSanctioned:
      .cycle(.supervision, by: .supervisor(.V4), concerns: [.groups, .dossiers])
    case .cycleClosed: .cycle(.people, by: .secretariat(.K), concerns: [])
    case .entryNoted: .cycle(.supervision, by: .judged, concerns: [])
    case .entriesAccepted:
      Row(stream: .every, chapter: .supervision, by: .judged, concerns: [.groups, .dossiers])
    case .clockCorrected: .cycle(.people, by: .secretariat(.V5), concerns: [])
    case .copyRetired: .cycle(.people, by: .secretariat(.V5), concerns: [])

    case .minutesRecorded:
      Row(stream: .cycle, placement: .bureau, chapter: .publicity, by: .secretariat(.K))
    case .paperCorrected: .clear(.publicity, by: .secretariat(.V5))
    case .objectionDelivered: .sealed(.office, .publicity, by: .secretariat(.P3))
    case .paperKept: Row(stream: .every, placement: .own, chapter: .publicity, by: .judged)

    case .complaintLodged: .letter(by: .judged)
    case .investigationNoted, .investigationClosed: .letter(by: .supervisor(.V3))

    case .caseRegistered, .applicationAmended, .applicationSubmitted, .applicationResumed:
      .clear(.admission, by: .judged)
    case .formFilled: .sealed(.material, .admission, by: .judged, version: 2)
    case .documentAttached: .sealed(.material, .admission, by: .judged, version: 2)
    case .documentRemoved, .documentReceived, .splittingCorrected, .copiesCounted,
      .changeReported:
      .sealed(.material, .admission, by: .judged)
    case .applicationRecommended, .applicationReturned:
      .clear(.admission, by: .districtOfficer(.Q1), after: [.materialNoted])
    case .materialNoted: .sealed(.material, .admission, by: .districtOfficer(.Q1))
    case .conditionDecided: .sealed(.office, .admission, by: .secretariat(.Q3))
    case .inquirySent: .clear(.admission, by: .judged, version: 2)
    case .inquiryAnswered: .clear(.admission, by: .judged)
    case .inquiryRecorded:
      .sealed(
        .office, .admission, by: .secretariat(.Q2), after: [.inquirySent, .inquiryAnswered])
    case .qualificationDecided: .clear(.admission, by: .secretariat(.Q3))

    case .officeNoted: .sealed(.office, .publicity, by: .judged)
    case .noticePublished, .noticeClosed, .letterSent, .meetingReportGiven:
      .clear(.publicity, by: .judged)
    case .meetingReported:
      .sealed(.consensus, .publicity, by: .judged, after: [.meetingReportGiven])
    case .entryDecided: .clear(.publicity, by: .secretariat(.R7))
    case .proposalDecided: .clear(.publicity, by: .secretariat(.S6))
    case .objectionReceived, .objectionAnswered: .clear(.publicity, by: .secretariat(.P3))
    case .objectionRecorded:
      .sealed(
        .office, .publicity, by: .secretariat(.P3),
        after: [.objectionReceived, .objectionAnswered], version: 2)
    case .approvalDecided, .listPublished: .clear(.publicity, by: .secretariat(.P4))
    case .caseEnded: .clear(.supervision, by: .judged, after: [.officeNoted])

    case .grantPaid: .clear(.cultivation, by: .secretariat(.C1), version: 2)
    case .activityRecorded: .sealed(.office, .cultivation, by: .secretariat(.C2))
    case .reportReceived: .clear(.cultivation, by: .secretariat(.C3))
    case .placeLost: .clear(.cultivation, by: .judged, after: [.officeNoted])
    case .lossAnnounced: .clear(.cultivation, by: .secretariat(.C4))
    case .grantRefunded: .clear(.cultivation, by: .secretariat(.C4), version: 2)
    case .assessmentGiven: .clear(.supervision, by: .judged)
    case .assessmentRecorded:
      .sealed(.supervision, .supervision, by: .judged, after: [.assessmentGiven])

    case .panelAssigned: .clear(.people, by: .secretariat(.R1))
    case .declarationSigned, .personRecused: .clear(.people, by: .judged)
    case .reviewersDesignated, .reviewStarted, .sheetHandedIn, .sheetWithdrawn, .openingAsked:
      .clear(.review, by: .judged)
    case .sheetRecorded: .sealed(.sheet, .review, by: .judged, after: [.sheetHandedIn])
    case .openingReleased: .clear(.review, by: .secretariat(.R4))

    case .consensusOpened:
      .clear(.consensus, by: .judged, restarts: [.attendanceRecorded, .itemSettled])
    case .attendanceRecorded: .sealed(.consensus, .consensus, by: .judged, version: 2)
    case .itemDiscussed, .itemMerged, .itemSettled, .dissentRecorded, .consensusConcluded:
      .sealed(.consensus, .consensus, by: .judged)
    case .consensusFinished: .clear(.consensus, by: .judged, after: [.consensusConcluded])
    case .materialResult:
      .sealed(.result, .consensus, by: .judged, after: [.consensusFinished])
    case .consensusReopened: .clear(.consensus, by: .judged, restarts: [.meetingReported])

    case .visitArranged:
      .clear(
        .onSite, by: .secretariat(.S1),
        restarts: [
          .visitPrepared, .agendaChanged, .checkTicked, .siteMarkProposed, .siteMarkSettled,
        ])
    case .visitPrepared:
      .sealed(.onSite, .onSite, by: .secretariat(.S1), after: [.visitArranged], version: 2)
    case .agendaChanged: .sealed(.onSite, .onSite, by: .judged, version: 2)
    case .checkAdded, .checkTicked, .siteMarkSettled, .visitConcluded:
      .sealed(.onSite, .onSite, by: .judged)
    case .siteMarkProposed: .sealed(.proposal, .onSite, by: .judged, version: 2)
    case .visitSubmitted: .clear(.onSite, by: .judged, after: [.visitConcluded])
    case .siteResult: .sealed(.result, .onSite, by: .judged, after: [.visitSubmitted])
    case .contentsDestroyed: .clear(.supervision, by: .secretariat(.V5))
    }
  }
}
