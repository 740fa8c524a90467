import Foundation

extension EventKind {
  /// What is fixed for a kind: one row each, which the compiler asks of a new one.
  private struct Row {
    var stream: EventStream
    var placement: Placement
    var follows: [EventKind] = []
    var version = 1
  }

  /// The line of entries that events of this kind belong to.
  public var stream: EventStream { row.stream }

  /// Who can read the body (`security.md`); a test holds the list of what stands in the clear.
  public var placement: Placement { row.placement }

  /// The kinds of which one must come directly before, by the same author in the same case.
  ///
  /// Empty where an act begins with this kind. A first half whose second never came means this:
  /// - A conclusion, a visit's conclusion or a note without its decision: nothing.
  /// - A sheet handed in and not recorded: still outstanding; it is withdrawn and handed in again.
  /// - An inquiry sent or an objection received, and not recorded: none.
  /// - A visit arranged and not prepared: it cannot begin and is arranged again.
  /// - A report to the leaders' meeting without its text: none.
  /// - An answer without its text: it counts as given; who may read misses the words, and an
  ///   inquiry so answered does not qualify.
  /// - A finish or a submission without its result: those who read the session or the visit know
  ///   the total, others do not.
  /// - An assessment without its text: given, and empty.
  public var follows: [EventKind] { row.follows }

  /// The version of the body that this program writes.
  public var version: Int { row.version }

  private var row: Row {
    switch self {
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed, .panelChanged, .parametersAdopted, .callAnnounced, .calendarLoaded,
      .meetingHeld, .personSanctioned, .cycleClosed, .entryNoted, .clockCorrected:
      Row(stream: .cycle, placement: .clear)
    case .complaintLodged, .investigationNoted, .investigationClosed:
      Row(stream: .supervision, placement: .supervision)
    case .caseRegistered, .applicationAmended, .applicationSubmitted, .applicationResumed,
      .inquirySent, .inquiryAnswered, .qualificationDecided, .noticePublished, .noticeClosed,
      .letterSent, .meetingReportGiven, .entryDecided, .proposalDecided, .objectionReceived,
      .objectionAnswered, .approvalDecided, .listPublished, .grantPaid, .reportReceived,
      .lossAnnounced, .grantRefunded, .assessmentGiven, .panelAssigned, .declarationSigned,
      .personRecused, .reviewersDesignated, .reviewStarted, .sheetHandedIn, .sheetWithdrawn,
      .openingAsked, .openingReleased, .consensusOpened, .consensusReopened, .visitArranged:
      Row(stream: .dossier, placement: .clear)
    case .applicationRecommended, .applicationReturned:
      Row(stream: .dossier, placement: .clear, follows: [.materialNoted])
    case .caseEnded, .placeLost: Row(stream: .dossier, placement: .clear, follows: [.officeNoted])
    case .consensusFinished:
      Row(stream: .dossier, placement: .clear, follows: [.consensusConcluded])
    case .visitSubmitted: Row(stream: .dossier, placement: .clear, follows: [.visitConcluded])
    case .formFilled, .documentAttached, .copiesCounted, .changeReported, .materialNoted:
      Row(stream: .dossier, placement: .material)
    case .conditionDecided, .officeNoted, .activityRecorded:
      Row(stream: .dossier, placement: .office)
    case .inquiryRecorded:
      Row(stream: .dossier, placement: .office, follows: [.inquirySent, .inquiryAnswered])
    case .objectionRecorded:
      Row(stream: .dossier, placement: .office, follows: [.objectionReceived, .objectionAnswered])
    case .assessmentRecorded:
      Row(stream: .dossier, placement: .supervision, follows: [.assessmentGiven])
    case .sheetRecorded: Row(stream: .dossier, placement: .sheet, follows: [.sheetHandedIn])
    case .attendanceRecorded, .itemDiscussed, .itemMerged, .itemSettled, .dissentRecorded,
      .consensusConcluded:
      Row(stream: .dossier, placement: .consensus)
    case .meetingReported:
      Row(stream: .dossier, placement: .consensus, follows: [.meetingReportGiven])
    case .agendaChanged, .checkAdded, .checkTicked, .siteMarkProposed, .siteMarkSettled,
      .visitConcluded:
      Row(stream: .dossier, placement: .onSite)
    case .visitPrepared: Row(stream: .dossier, placement: .onSite, follows: [.visitArranged])
    case .materialResult:
      Row(stream: .dossier, placement: .result, follows: [.consensusFinished])
    case .siteResult: Row(stream: .dossier, placement: .result, follows: [.visitSubmitted])
    }
  }
}
