import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("The screen of terms")
struct TermsScreenTests {
  // MARK: Terms

  @Test("W: late and provisional terms say so in words")
  func lateAndProvisional() {
    var world = TermsWorld()
    world.show([
      TermsWorld.term(11, .objection, until: "2026-09-09"),
      TermsWorld.term(12, .proposalNotice, until: "2026-09-14"),
      TermsWorld.term(13, .yearlyReport, until: "2029-05-31", provisional: true),
    ])
    #expect(world.text.contains("1 项已过期"))
    #expect(world.text.contains("✗ 过期 2026-09-09"))
    #expect(world.text.contains("09-14（剩 2 个工作日）"))
    #expect(world.text.contains("2029-05-31"))
    #expect(world.text.contains("暂定"))
  }

  @Test("M7: the call for applications stands on top")
  func callOnTop() {
    var world = TermsWorld()
    world.context.cycle.apply(
      .cycleOpened(year: 2027, title: "2027 年度培育", parameters: .hangzhou, edition: nil))
    #expect(world.text.contains("尚未发布申报通知"))
    world.context.cycle.apply(
      .callAnnounced(from: Day("2026-08-01")!, until: Day("2026-09-18")!))
    #expect(world.text.contains("申报受理 2026-08-01 – 09-18（剩 6 个工作日）"))
  }

  @Test("F4 asks for some kinds only, and for all again")
  func filters() {
    var world = TermsWorld()
    let opened = world.act("filter")
    let narrowed = world.fill(opened) { $0.take([0], of: "kinds") }
    #expect(narrowed == [.closeForm, .load(.terms([.application], offset: 0, limit: 100))])
    let again = world.act("filter")
    let all = Set(TermKind.allCases.indices)
    #expect(
      world.fill(again) { $0.take(all, of: "kinds") }
        == [.closeForm, .load(.terms(nil, offset: 0, limit: 100))])
  }

  @Test("Enter opens the case's file")
  func opensFile() {
    var world = TermsWorld()
    world.show([TermsWorld.term(11, .objection, until: "2026-09-09")])
    #expect(world.act("enter") == [.go(.file, "HZ26-0011")])
  }

  // MARK: Notices

  @Test("Q3: one number for all that are ready, but those left out, once F8 was pressed")
  func publishesTogether() {
    var world = TermsWorld(on: .notices)
    world.show(
      [11, 12, 13].map { TermsWorld.row($0, .qualification, [.publishNotice]) }
        + [TermsWorld.row(14, .qualification, [.qualify])], in: .qualification)
    _ = world.act("enter")
    world.press(.down)
    _ = world.act("toggle")
    #expect(world.text.contains("[ ] HZ26-0012"))
    let asked = world.fill(world.act("publish")) { $0.type(" 〔2026〕3号 ", into: "number") }
    guard case .ask(let question)? = asked.first else {
      Issue.record("nothing was asked")
      return
    }
    #expect(question.choices.contains { $0.id == "yes" && $0.key == .function(8) })
    #expect(
      world.screen.update(.answered(question.id, choice: "yes"), world.context) == [
        .perform(
          ["HZ26-0011", "HZ26-0013"].map {
            .file($0, .publishNotice(.qualification, number: "〔2026〕3号"))
          }, ticket: "publish")
      ])
  }

  @Test("P2: a notice is closed after its last day only, and the first end is named")
  func closes() {
    var world = TermsWorld(on: .notices)
    world.show([TermsWorld.term(11, .proposalNotice, until: "2026-09-10")])
    #expect(world.availability("close") == .disabled(.Terms.firstOver(TermsWorld.today)))
    world.show([
      TermsWorld.term(11, .proposalNotice, until: "2026-09-10"),
      TermsWorld.term(12, .onSiteNotice, until: "2026-09-09"),
    ])
    #expect(world.availability("close") == .available)
    _ = world.act("close")
    #expect(
      world.screen.update(.answered("pending", choice: "yes"), world.context) == [
        .perform([.file("HZ26-0012", .closeNotice(.onSite))], ticket: "close")
      ])
  }

  @Test("supervision reads notices and meetings, and is offered nothing to do")
  func readers() {
    for part in [TermsScreen.Part.notices, .meetings, .letters] {
      let world = TermsWorld(as: "p9", on: part)
      let ids = Set(world.screen.actions(world.context).map(\.id))
      #expect(ids.isDisjoint(with: ["publish", "close", "hold", "print", "toggle"]))
    }
  }

  @Test("notices stand apart by the numbers that were read; the rest joins its day")
  func numbersApart() {
    let terms = [11, 12, 13].map {
      TermsWorld.term($0, .qualificationNotice, until: "2026-09-14")
    }
    let together = NoticeBatch.running(terms, numbers: ["HZ26-0011": "3号"])
    #expect(together.map(\.members.count) == [3])
    #expect(together.first?.kind == .running(.qualification, number: "3号"))
    let apart = NoticeBatch.running(terms, numbers: ["HZ26-0011": "3号", "HZ26-0012": "4号"])
    #expect(apart.map(\.members.count) == [2, 1])
  }

  @Test("of each notice one case is read at once for its number")
  func readsFirst() {
    var world = TermsWorld(on: .notices)
    let effects = world.show(
      [11, 12].map { TermsWorld.term($0, .qualificationNotice, until: "2026-09-14") })
    #expect(effects.contains(.load(.file("HZ26-0011"))))
    #expect(!effects.contains(.load(.file("HZ26-0012"))))
  }

  // MARK: Meetings and letters

  @Test("R7: a meeting is recorded with its day and who was there, after F8")
  func holds() {
    var world = TermsWorld(on: .meetings)
    let asked = world.fill(world.act("hold")) {
      $0.type("ｚｚ-1", into: "id")
      $0.type("2026年9月9日", into: "day")
      $0.take([0, 1], of: "leaders")
      $0.take([0], of: "office")
    }
    guard case .ask? = asked.first else {
      Issue.record("nothing was asked")
      return
    }
    let meeting = Meeting(
      id: "zz-1", kind: .leaders, day: Day("2026-09-09")!, present: ["p2", "p3", "p1"])
    #expect(
      world.screen.update(.answered("pending", choice: "yes"), world.context)
        == [.perform([.cycle(.hold(meeting))], ticket: "meeting")])
  }

  @Test("a meeting of tomorrow, a taken number and a number in Han are refused at their fields")
  func refusesMeetings() {
    var world = TermsWorld(on: .meetings)
    world.context.cycle.apply(
      .meetingHeld(
        meeting: Meeting(id: "zz-1", kind: .leaders, day: TermsWorld.today, present: [])))
    for (id, day, field) in [
      ("zz-2", "2026-09-11", "day"), ("zz-1", "2026-09-10", "id"), ("组长会", "2026-09-10", "id"),
    ] {
      let effects = world.fill(world.act("hold")) {
        $0.type(id, into: "id")
        $0.type(day, into: "day")
      }
      guard case .revise(let sheet)? = effects.first else {
        Issue.record("\(id) was taken")
        return
      }
      #expect(Array(sheet.form.errors.keys) == [field])
    }
  }

  @Test("R7: the cases that wait for a meeting stand under it and lead to their files")
  func waitingCases() {
    var world = TermsWorld(on: .meetings)
    world.show(
      [
        TermsWorld.row(11, .leadersMeeting, [.publishNotice]),
        TermsWorld.row(12, .leadersMeeting, [.decideEntry]),
      ], in: .leadersMeeting)
    #expect(world.text.contains("HZ26-0012"))
    #expect(!world.text.contains("HZ26-0011"))
    _ = world.act("enter")
    #expect(world.act("enter") == [.go(.file, "HZ26-0012")])
  }

  @Test("R9: letters that are due come first")
  func lettersDueFirst() {
    var world = TermsWorld(on: .letters)
    world.show([TermsWorld.row(11, .notQualified)], in: .notQualified)
    world.show([TermsWorld.row(12, .notEntered, [.sendLetter])], in: .notEntered)
    #expect(world.screen.letters.map(\.application.id) == ["HZ26-0012", "HZ26-0011"])
    #expect(world.text.contains("1 件待发"))
  }

  // MARK: Papers

  @Test("a file that is there is replaced only after F8")
  func asksBeforeReplacing() {
    var world = TermsWorld(on: .letters)
    world.show([TermsWorld.row(12, .notEntered, [.sendLetter])], in: .notEntered)
    let effects = world.fill(world.act("print")) { $0.type("/tmp/r9", into: "path") }
    guard case .writePaper(let order, "/tmp/r9", false, _)? = effects.first else {
      Issue.record("no paper was asked for")
      return
    }
    #expect(order.paper == .letterNotEntered)
    let asked = world.screen.update(.loaded(.paperExists(order, path: "/tmp/r9")), world.context)
    guard case .ask? = asked.first else {
      Issue.record("nothing was asked")
      return
    }
    #expect(
      world.screen.update(.answered("pending", choice: "yes"), world.context)
        == [.writePaper(order, path: "/tmp/r9", replaces: true, ticket: "paper")])
  }

  @Test("every page fits into 80 columns and shows its list")
  func narrow() {
    for part in TermsScreen.Part.allCases {
      var world = TermsWorld(on: part, width: 80)
      world.show([TermsWorld.row(12, .notEntered, [.sendLetter])], in: .notEntered)
      world.show([TermsWorld.term(11, .onSiteNotice, until: "2026-09-14")])
      #expect(world.text.contains(Phrase.Terms.part(part).zh))
      _ = world.act("enter")
      #expect(!world.text.isEmpty)
    }
  }
}
