import Procedure
import Testing

/// What stands in the clear (`ThreatModel`).
@Suite("Placement")
struct PlacementTests {
  private static func kinds(_ placement: Placement) -> Set<EventKind> {
    Set(EventKind.allCases.filter { $0.placement == placement })
  }

  @Test("R4: these kinds, and no others, are clear for everyone with the store")
  func clear() {
    #expect(
      Self.kinds(.clear) == [
        .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
        .panelFormed, .panelChanged, .parametersAdopted, .callAnnounced, .calendarLoaded,
        .meetingHeld, .letterheadSet, .paperCorrected, .personSanctioned, .cycleClosed, .entryNoted,
        .entriesAccepted,
        .clockCorrected, .copyRetired,
        .caseRegistered, .applicationAmended,
        .applicationSubmitted, .applicationRecommended, .applicationReturned, .applicationResumed,
        .inquirySent, .inquiryAnswered, .qualificationDecided, .noticePublished, .noticeClosed,
        .letterSent, .meetingReportGiven, .entryDecided, .proposalDecided, .objectionReceived,
        .objectionAnswered,
        .approvalDecided, .listPublished, .caseEnded, .grantPaid, .reportReceived, .placeLost,
        .lossAnnounced, .grantRefunded, .assessmentGiven, .panelAssigned,
        .declarationSigned, .personRecused, .reviewersDesignated, .reviewStarted, .sheetHandedIn,
        .sheetWithdrawn, .openingAsked, .openingReleased, .consensusOpened, .consensusFinished,
        .consensusReopened, .visitArranged, .visitSubmitted, .contentsDestroyed,
      ])
  }

  @Test("R4: every mark, text and total is sealed to its room")
  func sealed() {
    #expect(
      Self.kinds(.material) == [
        .documentAttached, .documentRemoved, .documentReceived, .splittingCorrected, .formFilled,
        .copiesCounted, .changeReported, .materialNoted,
      ])
    #expect(
      Self.kinds(.office) == [
        .inquiryRecorded, .officeNoted, .objectionRecorded, .activityRecorded, .conditionDecided,
        .objectionDelivered,
      ])
    #expect(Self.kinds(.bureau) == [.minutesRecorded])
    #expect(
      Self.kinds(.supervision) == [
        .complaintLodged, .investigationNoted, .investigationClosed, .assessmentRecorded,
      ])
    #expect(Self.kinds(.sheet) == [.sheetRecorded])
    #expect(
      Self.kinds(.consensus) == [
        .attendanceRecorded, .itemDiscussed, .itemMerged, .itemSettled, .dissentRecorded,
        .consensusConcluded, .meetingReported,
      ])
    #expect(
      Self.kinds(.onSite) == [
        .visitPrepared, .agendaChanged, .checkAdded, .checkTicked, .siteMarkSettled,
        .visitConcluded,
      ])
    #expect(Self.kinds(.own) == [.paperKept])
    #expect(Self.kinds(.proposal) == [.siteMarkProposed])
    #expect(Self.kinds(.result) == [.materialResult, .siteResult])
    #expect(EventKind.allCases.count == 97)
  }

  @Test("V5: what comes directly after what, by the same author")
  func order() {
    let chains = Dictionary(
      uniqueKeysWithValues: EventKind.allCases.filter { !$0.follows.isEmpty }
        .map { ($0, $0.follows) })
    #expect(
      chains == [
        .applicationRecommended: [.materialNoted], .applicationReturned: [.materialNoted],
        .inquiryRecorded: [.inquirySent, .inquiryAnswered],
        .objectionRecorded: [.objectionReceived, .objectionAnswered],
        .meetingReported: [.meetingReportGiven], .caseEnded: [.officeNoted],
        .placeLost: [.officeNoted], .assessmentRecorded: [.assessmentGiven],
        .sheetRecorded: [.sheetHandedIn], .consensusFinished: [.consensusConcluded],
        .materialResult: [.consensusFinished], .visitPrepared: [.visitArranged],
        .visitSubmitted: [.visitConcluded], .siteResult: [.visitSubmitted],
      ])
    for kind in EventKind.allCases {
      #expect(kind.follows.allSatisfy { $0.stream == kind.stream && $0 != kind })
    }
  }

  @Test("an event's room follows its placement, and its kind is its own name")
  func rooms() throws {
    var world = try World.at(.listed)
    try world.establish()
    try world.on(.assess(.ofPanel, Papers.assessment), as: Cast.supervisor)
    for record in world.log {
      let (event, kind) = (record.event, record.event.kind)
      #expect("\(event)".hasPrefix(kind.rawValue))
      #expect((kind.stream != .dossier) == (record.dossier == nil))
      let room = event.room(in: record.dossier, year: 2026, by: record.author)
      let expected: RoomID? =
        switch (kind.placement, event) {
        case (.material, _): .material(World.first)
        case (.sheet, .sheetRecorded(let reviewer, let revision, _)):
          .sheet(World.first, reviewer, revision: revision)
        case (.consensus, _): .consensus(World.first)
        case (.onSite, _): .onSite(World.first)
        case (.proposal, _): .proposal(World.first, record.author)
        case (.result, _): .result(year: 2026)
        case (.office, _): .office(World.first)
        case (.supervision, _): .supervision
        default: nil
        }
      #expect(room == expected)
    }
  }
}
