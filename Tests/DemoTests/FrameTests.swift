import Criteria
import Foundation
import Procedure
import Testing

@testable import Demo
@testable import Store

@Suite("Demo: the frame around the review, by the right people and in time")
struct FrameTests {
  private static let lock = NSLock()
  nonisolated(unsafe) private static var known: [DemoStage: [CaseState]] = [:]

  /// All cases as the secretariat reads them, replayed once for each stage.
  private func dossiers(_ stage: DemoStage) throws -> [CaseState] {
    try Self.lock.withLock {
      if let known = Self.known[stage] { return known }
      let store = try DemoBuilds.open(stage)
      let session = try store.signIn("chenmi")
      let states = try store.allRows(session).map {
        try store.dossier($0.application.id, by: session)
      }
      Self.known[stage] = states
      return states
    }
  }

  private func dossier(_ id: CaseID, _ stage: DemoStage) throws -> CaseState {
    try #require(try dossiers(stage).first { $0.id == id })
  }

  @Test("application: some registered, some in their district, one returned")
  func application() throws {
    let stages = Dictionary(grouping: try dossiers(.application), by: \.stage).mapValues(\.count)
    #expect(stages == [.registered: 13, .districtCheck: 11, .returned: 1])
  }

  @Test("qualification: inquiries under way, five qualified, none on notice")
  func qualification() throws {
    let dossiers = try dossiers(.qualification)
    #expect(dossiers.count { $0.admission.isQualified == true } == 5)
    #expect(dossiers.contains { $0.admission.inquiries.values.contains { $0.answered == nil } })
    #expect(dossiers.allSatisfy { $0.publicity.notices.isEmpty })
  }

  @Test("listed: every stage has a case")
  func everyStage() throws {
    #expect(Set(try dossiers(.listed).map(\.stage)) == Set(Stage.allCases))
  }

  @Test("W: a notice runs its working days; what follows waits for its end")
  func notices() throws {
    for dossier in try dossiers(.listed) {
      for notice in dossier.publicity.notices {
        let term = WorkingCalendar.shipped.term(
          days: notice.kind.days(.hangzhou), after: notice.published, countFirst: false)
        #expect(notice.last == term.last)
        if let closed = notice.closed { #expect(closed > notice.last) }
      }
      if let visit = dossier.visit, let notice = dossier.publicity.notice(.onSite) {
        #expect(visit.from > notice.last)
      }
      if dossier.designatedOn != nil {
        #expect(dossier.publicity.notice(.qualification)?.closed != nil)
      }
    }
  }

  @Test("Q1: each application is recommended by its own district, its seal not before submission")
  func districts() throws {
    let store = try DemoBuilds.open(.listed)
    let people = try store.cycle().people
    for dossier in try dossiers(.listed) {
      guard let seal = dossier.admission.sealedOn else { continue }
      let submitted = try #require(dossier.admission.submitted)
      #expect(submitted <= seal)
      let note = try #require(dossier.notes[.recommendation]?.last)
      #expect(people[note.by]?.district == dossier.application.district)
    }
  }

  @Test("E: one group, one hospital, one whose practice is too short, one exempt")
  func conditions() throws {
    func finding(_ id: CaseID, _ rule: Rule) throws -> ConditionFinding? {
      let dossier = try dossier(id, .listed)
      return conditionFindings(
        dossier.application, form: dossier.admission.form, parameters: .hangzhou,
        on: try #require(Day("2026-06-30"))
      ).first { $0.rule == rule }
    }
    #expect(try finding("HZ26-0044", .E6)?.reasons == [.controlledMeet(5)])
    #expect(try finding("HZ26-0023", .E2)?.judgement == .open)
    #expect(try dossier("HZ26-0023", .listed).admission.conditions[.E2]?.isMet == true)
    #expect(try finding("HZ26-0022", .E2)?.judgement == .notMet)
    #expect(try dossier("HZ26-0022", .listed).stage == .notQualified)
    #expect(try finding("HZ26-0004", .E2)?.reasons.first == .exempt(.digitalEconomy))
  }

  @Test("P3: an objection holds the proposal notice in stage proposed; an earlier one is answered")
  func objections() throws {
    let held = try dossier("HZ26-0004", .proposed)
    #expect(held.stage == .proposalNotice && held.publicity.openObjections.count == 1)
    let answered = try dossier("HZ26-0001", .proposed)
    #expect(answered.publicity.openObjections.isEmpty && answered.publicity.sent(.objection))
    let opinions = try dossier("HZ26-0005", .proposed)
    #expect(
      opinions.admission.inquiries(for: .opinion).map { $0.record.answered == nil } == [
        false, true,
      ])
  }

  @Test("listed: a list, grants, a revoked place with its refund running, a letter still due")
  func ends() throws {
    let listed = try dossier("HZ26-0001", .listed)
    #expect(listed.cultivation?.grant?.amount == 500_000)
    #expect(listed.cultivation?.nextReport(.hangzhou)?.due == Day("2027-05-31"))
    let revoked = try dossier("HZ26-0002", .listed)
    #expect(revoked.stage == .revoked && revoked.ending == .breach)
    #expect(revoked.cultivation?.announced != nil && revoked.cultivation?.refund == nil)
    #expect(revoked.cultivation?.refundDue == Day("2027-03-10"))
    let ended = try dossier("HZ26-0015", .listed)
    #expect(ended.stage == .terminated && ended.ending == .fraud)
    let store = try DemoBuilds.open(.listed)
    let session = try store.signIn("chenmi")
    #expect(try store.queueRow("HZ26-0023", by: session).duties == [.sendLetter])
    // P1: all opinions are in, so that the notice is what waits.
    #expect(try store.queueRow("HZ26-0006", by: session).duties == [.publishNotice])
  }

  @Test("V3: supervision has open and closed investigations, and a watch list")
  func supervision() throws {
    let store = try DemoBuilds.open(.listed)
    let session = try store.signIn("hejian")
    let listed = try store.supervision(by: session).listed
    #expect(listed.map(\.complaint.id) == ["c3", "c4", "c1", "c2"])
    #expect(listed.map { $0.steps.isEmpty } == [false, true, false, false])
    #expect(try store.cycle().sanctions == ["fengjiu": [.criticism]])
    // The demo's days pass between its acts: what is left is what people did.
    let oddities = try store.watch(after: nil, limit: 100, by: session).rows.filter {
      $0.oddities.contains { if case .clockAhead = $0 { false } else { true } }
    }
    #expect(oddities.map(\.dossier) == ["HZ26-0009", "HZ26-0010", "HZ26-0015", "HZ26-0018"])
    #expect(try store.supervision(by: store.signIn("chenmi")).listed.isEmpty)
  }

  @Test("the terms that run are listed; late ones stand on the board")
  func terms() throws {
    let store = try DemoBuilds.open(.listed)
    let session = try store.signIn("chenmi")
    let kinds = Set(try store.terms(limit: 100, by: session).rows.map(\.term.kind))
    #expect(
      kinds.isSuperset(of: [
        .qualificationNotice, .independentReview, .onSiteNotice, .proposalNotice, .objection,
        .yearlyReport, .refund, .cultivation,
      ]))
    let late = try store.board(by: session).late
    #expect(Set(late.map(\.dossier)) == ["HZ26-0018"])
  }
}
