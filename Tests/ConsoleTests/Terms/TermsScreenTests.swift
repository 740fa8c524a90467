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

  @Test("the selected term stays selected when others come or go before it")
  func selectionStays() {
    var world = TermsWorld()
    let terms = [11, 12, 13].map { TermsWorld.term($0, .objection, until: "2026-09-1\($0 % 10)") }
    world.show(terms)
    world.press(.down, .down)
    #expect(world.screen.terms.terms.selected?.dossier == "HZ26-0013")
    world.show(Array(terms.dropFirst()))
    #expect(world.screen.terms.terms.selected?.dossier == "HZ26-0013")
  }

  @Test("a list longer than a window is walked row by row, the selection never jumps back")
  func walksWindows() {
    var world = TermsWorld()
    let all = (0..<180).map { TermsWorld.term(100 + $0, .objection, until: "2026-09-14") }
    func answer(_ effects: [Effect]) {
      for case .load(.terms(let kinds, let offset, let limit)) in effects {
        world.send(
          .loaded(
            .terms(
              kinds, offset: offset, rows: Array(all.dropFirst(offset).prefix(limit)),
              total: all.count)))
      }
    }
    answer([.load(.terms(nil, offset: 0, limit: 40))])
    for place in 1..<180 {
      answer(world.press(.down))
      #expect(world.screen.terms.terms.selected?.dossier == all[place].dossier)
    }
    for place in (0..<179).reversed() {
      answer(world.press(.up))
      #expect(world.screen.terms.terms.selected?.dossier == all[place].dossier)
    }
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
    let opened = world.begin("filter")
    let narrowed = world.fill(opened) { $0.take([0], of: "kinds") }
    #expect(narrowed == [.endForm, .load(.terms([.application], offset: 0, limit: 40))])
    let again = world.begin("filter")
    let all = Set(TermKind.allCases.indices)
    #expect(
      world.fill(again) { $0.take(all, of: "kinds") }
        == [.endForm, .load(.terms(nil, offset: 0, limit: 40))])
  }

  @Test("Enter opens the case's dossier")
  func opensFile() {
    var world = TermsWorld()
    world.show([TermsWorld.term(11, .objection, until: "2026-09-09")])
    #expect(world.begin("enter") == [.go(.dossier, "HZ26-0011")])
  }

  // MARK: Notices

  @Test("Q3: one number for all that are ready, but those left out, once F8 was pressed")
  func publishesTogether() {
    var world = TermsWorld(on: .notices)
    world.show(
      [11, 12, 13].map { TermsWorld.row($0, .qualification, [.publishNotice]) }
        + [TermsWorld.row(14, .qualification, [.qualify])], in: .qualification)
    world.begin("enter")
    world.press(.down)
    world.begin("toggle")
    #expect(world.text.contains("[ ] HZ26-0012"))
    let asked = world.fill(world.begin("publish")) { $0.type(" 〔2026〕3号 ", into: "number") }
    let question = TermsWorld.question(asked)
    #expect(question?.choices.contains { $0.id == "yes" && $0.key == .function(8) } == true)
    #expect(
      world.answer(asked) == [
        .perform(
          ["HZ26-0011", "HZ26-0013"].map {
            .dossier($0, .publishNotice(.qualification, number: "〔2026〕3号"))
          }, ticket: "publish"),
        .sayWhenDone(.Several.done(Phrase.Terms.publish.bare, 2), ticket: "publish"),
      ])
  }

  @Test("P2: a notice is closed after its last day only, and the first end is named")
  func closes() {
    var world = TermsWorld(on: .notices)
    world.show([TermsWorld.term(11, .proposalNotice, until: "2026-09-10")])
    #expect(world.offer("close")?.availability == .disabled(.Terms.firstOver(TermsWorld.today)))
    world.show([
      TermsWorld.term(11, .proposalNotice, until: "2026-09-10"),
      TermsWorld.term(12, .onSiteNotice, until: "2026-09-09"),
    ])
    #expect(world.offer("close")?.availability == .available)
    #expect(
      world.answer(world.begin("close")) == [
        .perform([.dossier("HZ26-0012", .closeNotice(.onSite))], ticket: "close"),
        .sayWhenDone(.Several.done(Phrase.Terms.close.bare, 1), ticket: "close"),
      ])
  }

  @Test("supervision reads notices and meetings, and is offered nothing to do")
  func readers() {
    for part in [TermsScreen.Part.notices, .meetings, .letters] {
      let world = TermsWorld(as: "p9", on: part)
      let ids = Set(world.screen.offers(world.context).map(\.id))
      #expect(ids.isDisjoint(with: ["publish", "close", "hold", "print", "toggle"]))
    }
  }

  @Test("notices stand apart by their numbers, and no case is read for them")
  func numbersApart() {
    var world = TermsWorld(on: .notices)
    let effects = world.show(
      [(11, "3号"), (12, "4号"), (13, "3号")].map {
        TermsWorld.term($0, .qualificationNotice, until: "2026-09-14", notice: $1)
      })
    #expect(!effects.contains { if case .load(.dossier) = $0 { true } else { false } })
    let running = world.screen.notices.batches.list.rows.filter { !$0.isReady }
    #expect(running.map(\.members.count) == [2, 1])
    #expect(running.first?.kind == .running(.qualification, number: "3号"))
    #expect(world.text.contains("4号"))
  }

  // MARK: Meetings and letters

  @Test("R7: a meeting is recorded with its day and who was there, after F8")
  func holds() {
    var world = TermsWorld(on: .meetings)
    let asked = world.fill(world.begin("hold")) {
      $0.type("ｚｚ-1", into: "id")
      $0.type("2026年9月9日", into: "day")
      $0.take([0, 1], of: "leaders")
      $0.take([0], of: "office")
    }
    var meeting = Meeting(
      id: "zz-1", kind: .leaders, day: Day("2026-09-09")!, present: ["p2", "p3", "p1"])
    meeting.recorder = "陈秘"
    #expect(
      world.answer(asked)
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
      let effects = world.fill(world.begin("hold")) {
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

  @Test("R7: the cases that wait for a meeting stand under it and lead to their dossiers")
  func waitingCases() {
    var world = TermsWorld(on: .meetings)
    world.show(
      [
        TermsWorld.row(11, .leadersMeeting, [.publishNotice]),
        TermsWorld.row(12, .leadersMeeting, [.decideEntry]),
      ], in: .leadersMeeting)
    #expect(world.text.contains("HZ26-0012"))
    #expect(!world.text.contains("HZ26-0011"))
    world.begin("enter")
    #expect(world.begin("enter") == [.go(.dossier, "HZ26-0012")])
  }

  @Test("Q3, R9, P3: letters that are due and that went out are listed, with their numbers")
  func letters() {
    var world = TermsWorld(on: .letters)
    let sent = LetterRecord(kind: .notQualified, number: "函1号", sent: Day("2026-09-08")!)
    world.show([(12, .objection, nil), (11, .notQualified, sent)])
    #expect(world.text.contains("1 件待发"))
    let rows = world.text.split(separator: "\n").map(String.init)
    let due = rows.first { $0.contains("第12组织") }
    #expect(due?.contains("待发") == true && due?.contains("异议核查告知函") == true)
    let out = rows.first { $0.contains("第11组织") }
    #expect(out?.contains("2026-09-08") == true && out?.contains("函1号") == true)
  }

  @Test("every page fits into 80 columns and shows its list")
  func narrow() {
    for part in TermsScreen.Part.allCases {
      var world = TermsWorld(on: part, width: 80)
      world.show([(12, .notEntered, nil)])
      world.show([TermsWorld.term(11, .onSiteNotice, until: "2026-09-14")])
      #expect(world.text.contains(Phrase.Terms.part(part).zh))
      world.begin("enter")
      #expect(!world.text.isEmpty)
    }
  }

  @Test("W: notices and the call are over in time, what was to be done by then is late")
  func lateAndOver() {
    for kind in TermKind.allCases {
      var world = TermsWorld(on: .terms)
      world.show([TermsWorld.term(11, kind, until: "2026-09-08")])
      #expect(world.text.contains("1 项已过期") == kind.canBeMissed, "\(kind)")
      #expect(world.text.contains("已期满 2026-09-08") != kind.canBeMissed, "\(kind)")
    }
  }
}
