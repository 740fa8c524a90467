import Criteria
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("On site: phases, agenda and submission (S1, S2, S5, R5)")
struct OnSiteSubmitTests {
  /// Everything done but what a test takes away.
  private func finished() -> ScreenWorld<OnSiteScreen> {
    var world = ScreenWorld.visit()
    world.context.now = TheVisit.end
    let finding = CheckFinding(
      outcome: .met, method: .documents, evidence: "齐全", place: "档案室", asked: "")
    for (check, person) in [
      ("v.1", TheVisit.examiner), ("v.2", TheVisit.examiner), ("v.3", "qianer"),
    ] as [(CheckID, PersonID)] {
      world.apply(.checkTicked(check: check, finding: finding), by: person)
    }
    for item in Edition.shipped.items {
      world.apply(
        .siteMarkSettled(item: item.id, percentage: Percentage(60)!, reason: ""),
        by: TheVisit.leader)
    }
    var agenda = world.dossier.visit!.agenda
    for index in agenda.indices { agenda[index].done = true }
    world.apply(.agendaChanged(agenda: agenda), by: TheVisit.leader)
    return world
  }

  @Test("S5: the check list names what is missing and leads there")
  func missing() throws {
    var world = ScreenWorld.visit()
    world.show()
    let asked = world.press(.function(5))
    let question = try #require(ScreenWorld<OnSiteScreen>.question(asked))
    #expect(
      question.lines == [
        .OnSite.missingChecks(3), .OnSite.missingMarks(Edition.shipped.items.map(\.id)),
        .OnSite.missingAgenda([.presentation, .investigation, .closingMeeting]),
      ])
    world.follow(asked, "marks")
    #expect(world.screen.part == .marks)
    world.follow(asked, "agenda")
    #expect(world.screen.part == .agenda)
    world.follow(asked, "checks")
    #expect(world.screen.part == .checks)
    #expect(world.screen.checks.onlyOpen)
  }

  @Test("S5: the opinion, then a question with the exact total and tier, then the submission")
  func submission() throws {
    var world = finished()
    world.showTheLine()
    world.show()
    var sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.function(5))))
    #expect(sheet.id == "opinion")
    sheet.form.fill("opinion", "基本做法得到证实。")
    let asked = world.fill(sheet)
    let question = try #require(ScreenWorld<OnSiteScreen>.question(asked))
    let tier = Parameters.hangzhou.tiers[2]
    #expect(question.lines.first == .OnSite.exact(Points(whole: 600)) + .OnSite.inTier(tier))
    #expect(question.choices.last?.key != .function(5))
    #expect(question.choices.last?.needsOwnKey == true)
    #expect(
      world.follow(asked) == [
        .perform(
          [.dossier(TheVisit.id, .submitVisit(opinion: "基本做法得到证实。"))], ticket: "submit")
      ])
  }

  @Test("S5: the closing meeting keeps the visit open while the safeguard is in force")
  func closingMeeting() throws {
    var world = finished()
    var agenda = world.dossier.visit!.agenda
    agenda[3].done = false
    world.apply(.agendaChanged(agenda: agenda), by: TheVisit.leader)
    world.show()
    let question = try #require(ScreenWorld<OnSiteScreen>.question(world.press(.function(5))))
    #expect(question.lines == [.OnSite.missingAgenda([.closingMeeting])])
  }

  @Test("S5: before the last day F5 says so and asks for nothing")
  func notYet() throws {
    var early = finished()
    early.context.now = TheVisit.now
    early.show()
    let effects = early.press(.function(5))
    guard case .say(let notice)? = effects.first else {
      Issue.record("no word: \(effects)")
      return
    }
    #expect(effects.count == 1 && notice.text.zh.contains("2026-10-20"))
  }

  @Test("S5: only the leader submits")
  func leaderSubmits() {
    var world = finished()
    world.context.person = TheVisit.examiner
    world.show()
    #expect(world.refuses(.function(5)) == true)
  }

  @Test("S5: after the submission everything is read and nothing changed")
  func readOnly() {
    var world = finished()
    world.apply(.visitConcluded(total: Points(whole: 600), opinion: "…"), by: TheVisit.leader)
    world.apply(.visitSubmitted, by: TheVisit.leader)
    world.show()
    #expect(world.screen.phase(world.context) == .submitted)
    for key: Key in [.character(" "), .enter, .function(5), .function(6)] {
      #expect(world.refuses(key) == true)
    }
    world.press(.function(8))
    #expect(world.text.contains("600.00"))
    #expect(world.text.contains("第 3 层级"))
    #expect(world.refuses(.character(" ")) == true)
    #expect(world.refuses(.function(7)) == true)
  }

  @Test("S2: space marks a line of the agenda as held")
  func held() {
    var world = ScreenWorld.visit()
    world.show()
    world.press(.backTab)
    #expect(world.screen.part == .agenda)
    #expect(world.screen.agenda.selectedPlace == 1)
    var agenda = world.dossier.visit!.agenda
    agenda[1].done = true
    #expect(
      world.press(.character(" ")) == [
        .perform([.dossier(TheVisit.id, .changeAgenda(agenda))], ticket: "agenda")
      ])
  }

  @Test("S2: a line is removed only after a question")
  func remove() throws {
    var world = ScreenWorld.visit()
    world.show()
    world.press(.backTab)
    let asked = world.press(.delete)
    #expect(ScreenWorld<OnSiteScreen>.question(asked)?.id == "removeLine")
    var agenda = world.dossier.visit!.agenda
    agenda.remove(at: 1)
    #expect(
      world.follow(asked) == [
        .perform([.dossier(TheVisit.id, .changeAgenda(agenda))], ticket: "agenda")
      ])
  }

  @Test(
    "S2: times are understood as people type them",
    arguments: [
      ("10:30", "10:30"), ("1030", "10:30"), ("９：３０", "09:30"), ("9", "09:00"), ("25:00", nil),
      ("10:60", nil), ("上午", nil), ("", nil),
    ] as [(String, String?)])
  func times(typed: String, time: String?) {
    #expect(AgendaLine.time(typed) == time)
  }

  @Test("S2: a time that is none is named in its field, and nothing is written")
  func wrongTime() throws {
    var world = ScreenWorld.visit()
    world.show()
    world.press(.backTab)
    var sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.function(6))))
    sheet.form.fill("time", "上午")
    let revised = try #require(ScreenWorld<OnSiteScreen>.form(world.fill(sheet)))
    #expect(revised.form.errors.keys.sorted() == ["time"])
  }

  // MARK: Before the visit is open

  @Test("R5: who has not declared sees neither checks nor marks, and Enter asks to sign")
  func undeclared() throws {
    var world = ScreenWorld.visit(declared: [])
    world.show()
    #expect(world.screen.phase(world.context) == .undeclared)
    #expect(!world.text.contains("高层参加改进活动的纪要"))
    let asked = world.press(.enter)
    #expect(ScreenWorld<OnSiteScreen>.question(asked)?.id == "declare")
    #expect(
      world.answer(asked, "clear") == [
        .perform([.dossier(TheVisit.id, .declare(nil))], ticket: "act")
      ])
  }

  @Test("R5: declared, but the key has not come yet: a sentence says so")
  func waiting() {
    var world = ScreenWorld.visit(prepared: false)
    world.show()
    #expect(world.screen.phase(world.context) == .waiting)
    #expect(world.text.contains("钥匙"))
    world.apply(TheVisit.preparation, by: TheVisit.secretary)
    world.show()
    #expect(world.screen.phase(world.context) == .underWay)
  }

  @Test("R5: an interest keeps a member out")
  func steppedBack() {
    var world = ScreenWorld.visit(declared: [])
    let interest = Interest(ground: .consultancy)
    world.apply(
      .declarationSigned(person: TheVisit.examiner, interest: interest),
      by: TheVisit.examiner)
    world.context.person = TheVisit.examiner
    world.show()
    #expect(world.screen.phase(world.context) == .steppedBack(interest))
    #expect(world.screen.offers(world.context).map(\.id) == ["goBack"])
  }

  @Test("A supervisor waits for the submission")
  func supervision() {
    var world = ScreenWorld.visit(prepared: false)
    world.context.person = "hejian"
    world.show()
    #expect(world.screen.phase(world.context) == .closed)
  }

  @Test("S1: the secretariat arranges the visit, others read that it is to come")
  func arranging() throws {
    var world = ScreenWorld.visit(arranged: false)
    world.show()
    #expect(world.press(.enter).isEmpty)
    #expect(world.text.contains("等待秘书处"))
    world.context.person = TheVisit.secretary
    // A session that the secretariat can read has been finished.
    world.apply(.consensusOpened(revision: 1, threshold: 20), by: TheVisit.leader)
    world.apply(.consensusFinished(revision: 1), by: TheVisit.leader)
    for event in Stage.onSiteReview.events(on: TheVisit.now.day) {
      world.apply(event, by: TheVisit.secretary)
    }
    world.show()
    var sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.enter)))
    sheet.form.type("２０２６-１０-１９", into: "from")
    sheet.form.type("十月", into: "until")
    let revised = try #require(ScreenWorld<OnSiteScreen>.form(world.fill(sheet)))
    #expect(revised.form.errors.keys.sorted() == ["until"])
    sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.enter)))
    sheet.form.type("２０２６-１０-１９", into: "from")
    sheet.form.type("2026-10-20", into: "until")
    #expect(
      world.fill(sheet) == [
        .perform(
          [
            .dossier(
              TheVisit.id,
              .arrangeVisit("o1", from: Day("2026-10-19")!, until: Day("2026-10-20")!))
          ], ticket: "act")
      ])
  }

  @Test("What cannot be read is said in the pane, and another case drops the old one")
  func unavailable() {
    var world = ScreenWorld.visit()
    world.send(.loaded(.unavailable(.dossier(TheVisit.id), .plain("尚未开放"))))
    #expect(world.text.contains("尚未开放"))
    world.show()
    var other = world.context
    other.dossier = "HZ26-0001"
    #expect(world.screen.update(.opened, other) == [.load(.dossier("HZ26-0001"))])
    #expect(world.screen.visit == nil)
  }

  @Test(
    "Every part paints at every size",
    arguments: [
      Size(width: 120, height: 36), Size(width: 100, height: 24), Size(width: 80, height: 24),
      Size(width: 60, height: 16), Size(width: 1, height: 1), Size(width: 300, height: 90),
    ])
  func sizes(size: Size) {
    var world = ScreenWorld.visit()
    world.context.size = size
    world.show()
    for part in OnSiteScreen.Part.allCases {
      world.screen.part = part
      for key: Key in [.down, .pageDown, .end, .up, .home] { world.press(key) }
      let word = part == .marks ? "现场评分" : part == .checks ? "4." : Phrase.OnSite.part(part).zh
      #expect(size.width < 60 || world.text.contains(word))
    }
  }

  @Test("Below 100 columns Tab goes through all parts")
  func tabs() {
    var world = ScreenWorld.visit()
    world.context.size = Size(width: 80, height: 24)
    world.show()
    var seen: [OnSiteScreen.Part] = []
    for _ in OnSiteScreen.Part.allCases {
      world.press(.tab)
      seen.append(world.screen.part)
    }
    #expect(seen == [.evidence, .marks, .agenda, .checks])
  }
}
