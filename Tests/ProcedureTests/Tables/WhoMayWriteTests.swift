import Foundation
import Procedure
import Testing

/// The table of stage, author and kind of entry, tried cell by cell, and what must hold in it.
@Suite("Who may write")
struct WhoMayWriteTests {
  typealias Actor = WhoMayWhat.Actor

  let table: WhoMayWhat
  init() throws { table = try WhoMayWrite.tried() }

  @Test("the kept table is what the rules give; RECORD_SNAPSHOTS=1 writes it and then fails")
  func kept() throws { try table.compare(with: WhoMayWrite.file) }

  @Test("the table has every stage and every kind, and reads back as it was tried")
  func whole() throws {
    #expect(try WhoMayWhat.kept(in: WhoMayWrite.file) == table)
    #expect(
      table.blocks.map(\.title)
        == [WhoMayWhat.beside, WhoMayWhat.before] + Stage.allCases.map(\.rawValue))
    let kinds = Set(table.blocks.flatMap(\.rows).map(kind))
    #expect(kinds == Set(EventKind.allCases))
  }

  /// Where a kind stands, and by whom.
  private func places(_ kinds: EventKind...) -> [String: Set<Actor>] {
    var places: [String: Set<Actor>] = [:]
    for block in table.blocks {
      for row in block.rows where kind(row).map(kinds.contains) == true {
        let who = Set(Actor.allCases.filter(row.may))
        if !who.isEmpty { places[block.title, default: []].formUnion(who) }
      }
    }
    return places
  }

  private func kind(_ row: WhoMayWhat.Row) -> EventKind? {
    EventKind(rawValue: String(row.name.prefix { $0 != " " }))
  }

  private func who(_ name: String) -> Set<Actor> {
    Set(
      table.blocks.flatMap(\.rows).filter { $0.name == name }.flatMap { row in
        Actor.allCases.filter(row.may)
      })
  }

  // MARK: What must hold, written by hand

  @Test("R6, S4: nobody but the acting leader settles, each in their own review")
  func settling() {
    for kind in [EventKind.itemSettled, .consensusConcluded, .consensusFinished, .materialResult] {
      #expect(places(kind) == ["consensus": [.leader]], "\(kind)")
    }
    for kind in [EventKind.siteMarkSettled, .visitConcluded, .visitSubmitted, .siteResult] {
      #expect(places(kind) == ["onSiteReview": [.siteLead]], "\(kind)")
    }
    #expect(places(.siteMarkProposed) == ["onSiteReview": [.siteLead, .examiner]])
  }

  @Test("R3, R4: nobody but a reviewer hands in their sheet, in independent review alone")
  func sheets() {
    #expect(
      places(.reviewStarted, .sheetHandedIn, .sheetRecorded, .sheetWithdrawn)
        == ["independentReview": [.leader, .member]])
    #expect(places(.openingReleased) == ["independentReview": [.office]])
    #expect(places(.openingAsked, .consensusOpened) == ["independentReview": [.leader]])
  }

  @Test("V3, V4: supervision alone ends for fraud, investigates and sanctions")
  func supervision() {
    #expect(who("caseEnded fraud") == [.superv] && who("placeLost fraud") == [.superv])
    #expect(
      places(.personSanctioned, .investigationNoted, .investigationClosed)
        == [WhoMayWhat.beside: [.superv]])
    let own: Set<EventKind> = [
      .caseEnded, .placeLost, .officeNoted, .assessmentGiven, .assessmentRecorded,
      .complaintLodged, .personSanctioned, .investigationNoted, .investigationClosed, .entryNoted,
      .entriesAccepted, .paperKept,
    ]
    for row in table.blocks.flatMap(\.rows) where row.may(.superv) {
      #expect(kind(row).map(own.contains) == true, "\(row.name)")
      // Papers, too, into its own room alone.
      #expect(kind(row) != .paperKept || row.name == "paperKept supervision", "\(row.name)")
    }
  }

  @Test("M7: somebody outside a case turns to supervision, and writes nothing else")
  func outsiders() {
    for row in table.blocks.flatMap(\.rows) where row.may(.far) || row.may(.expert) {
      #expect(row.name == "complaintLodged")
    }
  }

  @Test("nothing of a review is written before it, and nothing but a recusal after an end")
  func stages() {
    let review: Set<EventKind> = [
      .reviewersDesignated, .reviewStarted, .sheetHandedIn, .sheetRecorded, .sheetWithdrawn,
      .openingAsked, .openingReleased, .consensusOpened, .attendanceRecorded, .itemDiscussed,
      .itemMerged, .itemSettled, .dissentRecorded, .consensusConcluded, .consensusFinished,
      .materialResult, .consensusReopened, .visitArranged, .visitPrepared, .agendaChanged,
      .checkAdded, .checkTicked, .siteMarkProposed, .siteMarkSettled, .visitConcluded,
      .visitSubmitted, .siteResult, .declarationSigned, .panelAssigned,
    ]
    for block in table.blocks {
      guard let stage = block.stage else { continue }
      let reviewed: ClosedRange<Stage> = .independentReview ... .onSiteReview
      if reviewed.contains(stage), !stage.isEnd { continue }
      for row in block.rows where kind(row).map(review.contains) == true {
        #expect(row.cells.values.allSatisfy { $0 != "yes" }, "\(stage) \(row.name)")
      }
    }
  }

  @Test("Q3, R7, S6, P4, C: the bureau alone decides, publishes, lists and pays")
  func bureau() {
    let kinds: [EventKind] = [
      .conditionDecided, .qualificationDecided, .noticePublished, .noticeClosed, .letterSent,
      .entryDecided, .proposalDecided, .objectionReceived, .objectionAnswered, .approvalDecided,
      .listPublished, .grantPaid, .activityRecorded, .reportReceived, .lossAnnounced,
      .grantRefunded, .inquirySent, .inquiryAnswered, .panelAssigned, .visitArranged,
    ]
    for kind in kinds {
      #expect(places(kind).values.allSatisfy { $0 == [.office] } && !places(kind).isEmpty)
    }
    #expect(places(.listPublished, .approvalDecided) == ["approval": [.office]])
    #expect(
      places(.applicationRecommended, .applicationReturned) == ["districtCheck": [.officer]])
  }
}
