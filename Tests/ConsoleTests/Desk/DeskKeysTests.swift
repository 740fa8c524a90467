import Criteria
import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console
@testable import Procedure

/// How many keys the desk costs: counted, so that it stays so.
@Suite("Keys at the desk")
struct DeskKeysTests {
  @Test("Q2, Q3: a case is qualified with every department asked and answered in 15 keys at most")
  func qualification() throws {
    let rig = try Rig(.application)
    let store = rig.backstage.store
    let id = try recommended(rig)
    try rig.signIn("chenmi")
    rig.go(.dossier, id)
    var keys = 0
    func press(_ pressed: Key...) {
      for key in pressed { rig.press(key) }
      keys += pressed.count
    }
    func go(to act: CaseActName) throws {
      for _ in 0..<30 {
        let screen = try #require(rig.backstage.console.screen as? DossierScreen)
        if screen.selectedAct(rig.backstage.console.context)?.act == act { return }
        press(.down)
      }
      Issue.record("\(act) is not reached")
    }
    try go(to: .inquire)
    press(.enter, .function(5), .function(8))
    try go(to: .answerInquiry)
    press(.enter, .function(5), .function(8))
    try go(to: .asFound)
    press(.enter, .function(8))
    try go(to: .qualify)
    press(.enter, .function(5), .function(8))
    let dossier = try store.dossier(id, by: #require(rig.backstage.session))
    #expect(dossier.admission.inquiries.count >= 5)
    #expect(dossier.admission.isQualified == true)
    #expect(keys <= 15, "\(keys) keys")
  }

  /// A case that its district just recommended.
  private func recommended(_ rig: Rig) throws -> CaseID {
    let store = rig.backstage.store
    let officer = try store.signIn("shenbin", passphrase: Demo.passphrase)
    let waiting = try store.queue(
      QueueQuery(scope: .stage(.districtCheck)), limit: 99, by: officer)
    for row in waiting {
      let recommend = CaseCommand.recommend(opinion: "同意推荐", sealedOn: Rig.now.day)
      if (try? store.perform(recommend, in: row.application.id, by: officer)) != nil {
        return row.application.id
      }
    }
    throw StoreFault.unknownCase("in the district's check")
  }

  @Test("R7: twenty cases are decided at a meeting in two keys each at most, one of them held back")
  func meeting() throws {
    var world = TermsWorld(on: .meetings)
    world.context.cycle.apply(
      .meetingHeld(
        meeting: Meeting(
          id: "Z1", kind: .leaders, day: TermsWorld.today, present: [DossierWorld.leader])))
    let numbers = Array(11...30)
    var desktop = Desktop(world, at: .terms)
    desktop.answers = { request in
      switch request {
      case .queue(let query, _, _) where query.scope == .stage(.leadersMeeting):
        .queue(
          query, offset: 0,
          rows: numbers.map { TermsWorld.row($0, .leadersMeeting, [.decideEntry]) }, total: 20)
      case .dossiers(let ids):
        .dossiers(numbers.map(Self.dossier).filter { ids.contains($0.id) })
      default: nil
      }
    }
    desktop.send(.screen(.opened))
    let keys: [Key] =
      [.enter] + (0..<19).map { _ in .character("1") } + [.character("2"), .function(5), .tab]
      + "综合考虑".map { .character($0) } + [.function(5)]
    desktop.press(keys)
    let effects = desktop.send(.input(.key(.function(8))))
    #expect(keys.count + 1 <= 40, "\(keys.count + 1) keys")
    guard case .perform(let commands, MeetingDecisions.name)? = effects.first else {
      Issue.record("nothing is recorded: \(effects), \(desktop.console.frame().dump())")
      return
    }
    #expect(
      commands
        == numbers.map { number in
          let isLast = number == 30
          return .dossier(
            TermsWorld.application(number).id,
            .decideEntry("Z1", enters: !isLast, reason: isLast ? "综合考虑" : ""))
        })
  }

  @Test("R7: a reason that is due is asked for at its case, and nothing is recorded without it")
  func reasonIsDue() throws {
    var world = TermsWorld(on: .meetings)
    world.context.cycle.apply(
      .meetingHeld(
        meeting: Meeting(
          id: "Z1", kind: .leaders, day: TermsWorld.today, present: [DossierWorld.leader])))
    world.show(
      [11, 12].map { TermsWorld.row($0, .leadersMeeting, [.decideEntry]) }, in: .leadersMeeting)
    world.press(.enter, .character("1"), .character("２"))
    #expect(world.text.contains("不进入现场评审"))
    #expect(
      world.press(.function(5)) == [.load(.dossiers(["HZ26-0011", "HZ26-0012"]))])
    let opened = world.send(.loaded(.dossiers([11, 12].map(Self.dossier))))
    let sheet = try #require(TermsWorld.form(opened))
    #expect(sheet.form.fields.map(\.id) == ["meeting", "reason/HZ26-0012"])
    #expect(sheet.form["reason/HZ26-0012"]?.isRequired == true)
    let wrong = world.fill(sheet)
    #expect(TermsWorld.errors(wrong)?["reason/HZ26-0012"]?.contains("HZ26-0012") == true)
  }

  /// A case before the leaders' meeting, above the line.
  private static func dossier(_ number: Int) -> CaseState {
    var dossier = CaseState(
      .caseRegistered(application: TermsWorld.application(number), year: 2026),
      at: DossierWorld.now)!
    for event in [.panelAssigned(panel: "m1")]
      + Stage.leadersMeeting.events(on: DossierWorld.now.day)
      + [.meetingReportGiven, .meetingReported(text: "评审情况")]
    {
      dossier.apply(event, by: DossierWorld.office, at: DossierWorld.now)
    }
    dossier.materialTotal = Points(whole: 560)
    return dossier
  }
}
