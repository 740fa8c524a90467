import Criteria
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("On site: phases, agenda and submission (S1, S2, S5, R5)")
struct OnSiteSubmitTests {
  /// Everything done but what a test takes away.
  private func finished() -> OnSiteWorld {
    var world = OnSiteWorld()
    let finding = CheckFinding(
      outcome: .met, method: .documents, evidence: "齐全", place: "档案室", asked: "")
    for check: CheckID in ["v.1", "v.2", "v.3"] {
      world.apply(.checkTicked(check: check, finding: finding), by: OnSiteWorld.examiner)
    }
    for item in Edition.shipped.items {
      world.apply(
        .siteMarkSettled(item: item.id, percentage: Percentage(60)!, reason: ""),
        by: OnSiteWorld.leader)
    }
    var agenda = world.dossier.visit!.agenda
    for index in agenda.indices { agenda[index].done = true }
    world.apply(.agendaChanged(agenda: agenda), by: OnSiteWorld.leader)
    return world
  }

  @Test("S5: the check list names what is missing and leads there")
  func missing() throws {
    var world = OnSiteWorld()
    world.show()
    let question = try #require(OnSiteWorld.question(world.press(.function(5))))
    #expect(
      question.lines == [
        .OnSite.missingChecks(3), .OnSite.missingMarks(Edition.shipped.items.map(\.id)),
        .OnSite.missingAgenda([.presentation, .investigation, .closingMeeting]),
      ])
    world.send(.answered("missing", choice: "marks"))
    #expect(world.screen.part == .marks)
    world.send(.answered("missing", choice: "agenda"))
    #expect(world.screen.part == .agenda)
    world.send(.answered("missing", choice: "checks"))
    #expect(world.screen.part == .checks)
    #expect(world.screen.onlyOpen)
  }

  @Test("S5: the opinion, then a question with the exact total and tier, then the submission")
  func submission() throws {
    var world = finished()
    world.show()
    var sheet = try #require(OnSiteWorld.form(world.press(.function(5))))
    #expect(sheet.id == "opinion")
    sheet.form.fill("opinion", "基本做法得到证实。")
    let question = try #require(
      OnSiteWorld.question(world.send(.filled(sheet.id, sheet.form))))
    let tier = Parameters.hangzhou.tiers[2]
    #expect(question.lines.first == .OnSite.exact(Points(whole: 600), tier))
    #expect(question.choices.last?.key != .function(5))
    #expect(question.choices.last?.needsOwnKey == true)
    #expect(
      world.send(.answered("submit", choice: "yes")) == [
        .perform(
          [.dossier(OnSiteWorld.id, .submitVisit(opinion: "基本做法得到证实。"))], ticket: "submit")
      ])
  }

  @Test("S5: the closing meeting keeps the visit open while the safeguard is in force")
  func closingMeeting() throws {
    var world = finished()
    var agenda = world.dossier.visit!.agenda
    agenda[3].done = false
    world.apply(.agendaChanged(agenda: agenda), by: OnSiteWorld.leader)
    world.show()
    let question = try #require(OnSiteWorld.question(world.press(.function(5))))
    #expect(question.lines == [.OnSite.missingAgenda([.closingMeeting])])
  }

  @Test("S5: only the leader submits")
  func leaderSubmits() {
    var world = finished()
    world.person = OnSiteWorld.examiner
    world.show()
    #expect(world.press(.function(5)).isEmpty)
  }

  @Test("S5: after the submission everything is read and nothing changed")
  func readOnly() {
    var world = finished()
    world.apply(.visitConcluded(total: Points(whole: 600), opinion: "…"), by: OnSiteWorld.leader)
    world.apply(.visitSubmitted, by: OnSiteWorld.leader)
    world.show()
    #expect(world.screen.phase(world.context) == .submitted)
    for key: Key in [.character(" "), .enter, .function(5), .function(6)] {
      #expect(world.press(key).isEmpty)
    }
    world.press(.function(8))
    #expect(world.text.contains("600.00"))
    #expect(world.text.contains("第 3 层级"))
    #expect(world.press(.character(" ")).isEmpty)
    #expect(world.press(.function(7)).isEmpty)
  }

  @Test("S2: space marks a line of the agenda as held")
  func held() {
    var world = OnSiteWorld()
    world.show()
    world.press(.backTab)
    #expect(world.screen.part == .agenda)
    #expect(world.screen.selectedLine == 1)
    var agenda = world.dossier.visit!.agenda
    agenda[1].done = true
    #expect(
      world.press(.character(" ")) == [
        .perform([.dossier(OnSiteWorld.id, .changeAgenda(agenda))], ticket: "agenda")
      ])
  }

  @Test("S2: a line is removed only after a question")
  func remove() throws {
    var world = OnSiteWorld()
    world.show()
    world.press(.backTab)
    #expect(OnSiteWorld.question(world.press(.delete))?.id == "removeLine")
    var agenda = world.dossier.visit!.agenda
    agenda.remove(at: 1)
    #expect(
      world.send(.answered("removeLine", choice: "yes")) == [
        .perform([.dossier(OnSiteWorld.id, .changeAgenda(agenda))], ticket: "agenda")
      ])
  }

  @Test(
    "S2: times are understood as people type them",
    arguments: [
      ("10:30", "10:30"), ("1030", "10:30"), ("９：３０", "09:30"), ("9", "09:00"), ("25:00", nil),
      ("10:60", nil), ("上午", nil), ("", nil),
    ] as [(String, String?)])
  func times(typed: String, time: String?) {
    #expect(OnSiteScreen.time(typed) == time)
  }

  @Test("S2: a time that is none is named in its field, and nothing is written")
  func wrongTime() throws {
    var world = OnSiteWorld()
    world.show()
    world.press(.backTab)
    var sheet = try #require(OnSiteWorld.form(world.press(.function(6))))
    sheet.form.fill("time", "上午")
    let revised = try #require(OnSiteWorld.form(world.send(.filled(sheet.id, sheet.form))))
    #expect(revised.form.errors.keys.sorted() == ["time"])
  }

  // MARK: Before the visit is open

  @Test("R5: who has not declared sees neither checks nor marks, and Enter asks to sign")
  func undeclared() throws {
    var world = OnSiteWorld(declared: [])
    world.show()
    #expect(world.screen.phase(world.context) == .undeclared)
    #expect(!world.text.contains("高层参加改进活动的纪要"))
    #expect(OnSiteWorld.question(world.press(.enter))?.id == "declare")
    #expect(
      world.send(.answered("declare", choice: "clear")) == [
        .perform([.dossier(OnSiteWorld.id, .declare(nil))], ticket: "declare")
      ])
  }

  @Test("R5: declared, but the key has not come yet: a sentence says so")
  func waiting() {
    var world = OnSiteWorld(prepared: false)
    world.show()
    #expect(world.screen.phase(world.context) == .waiting)
    #expect(world.text.contains("钥匙"))
    world.apply(OnSiteWorld.preparation, by: OnSiteWorld.secretary)
    world.show()
    #expect(world.screen.phase(world.context) == .underWay)
  }

  @Test("R5: an interest keeps a member out")
  func steppedBack() {
    var world = OnSiteWorld(declared: [])
    let interest = Interest(ground: .consultancy)
    world.apply(
      .declarationSigned(person: OnSiteWorld.examiner, interest: interest),
      by: OnSiteWorld.examiner)
    world.person = OnSiteWorld.examiner
    world.show()
    #expect(world.screen.phase(world.context) == .steppedBack(interest))
    #expect(world.screen.offers(world.context).map(\.id) == ["goBack"])
  }

  @Test("A supervisor waits for the submission")
  func supervision() {
    var world = OnSiteWorld(prepared: false)
    world.person = "hejian"
    world.show()
    #expect(world.screen.phase(world.context) == .closed)
  }

  @Test("S1: the secretariat arranges the visit, others read that it is to come")
  func arranging() throws {
    var world = OnSiteWorld(arranged: false)
    world.show()
    #expect(world.press(.enter).isEmpty)
    #expect(world.text.contains("等待秘书处"))
    world.person = OnSiteWorld.secretary
    // A session that the secretariat can read has been finished.
    world.apply(.consensusOpened(revision: 1, threshold: 20), by: OnSiteWorld.leader)
    world.apply(.consensusFinished(revision: 1), by: OnSiteWorld.leader)
    for event in Stage.onSiteReview.events(on: OnSiteWorld.now.day) {
      world.apply(event, by: OnSiteWorld.secretary)
    }
    world.show()
    var sheet = try #require(OnSiteWorld.form(world.press(.enter)))
    sheet.form.fill("from", "２０２６-１０-１９")
    sheet.form.fill("until", "十月")
    let revised = try #require(OnSiteWorld.form(world.send(.filled(sheet.id, sheet.form))))
    #expect(revised.form.errors.keys.sorted() == ["until"])
    sheet = try #require(OnSiteWorld.form(world.press(.enter)))
    sheet.form.fill("from", "２０２６-１０-１９")
    sheet.form.fill("until", "2026-10-20")
    #expect(
      world.send(.filled(sheet.id, sheet.form)) == [
        .perform(
          [
            .dossier(
              OnSiteWorld.id,
              .arrangeVisit("o1", from: Day("2026-10-19")!, until: Day("2026-10-20")!))
          ], ticket: "arrange")
      ])
  }

  @Test("What cannot be read is said in the pane, and another case drops the old one")
  func unavailable() {
    var world = OnSiteWorld()
    world.send(.loaded(.unavailable(.dossier(OnSiteWorld.id), .plain("尚未开放"))))
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
    var world = OnSiteWorld()
    world.size = size
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
    var world = OnSiteWorld()
    world.size = Size(width: 80, height: 24)
    world.show()
    var seen: [OnSiteScreen.Part] = []
    for _ in OnSiteScreen.Part.allCases {
      world.press(.tab)
      seen.append(world.screen.part)
    }
    #expect(seen == [.evidence, .marks, .agenda, .checks])
  }
}
