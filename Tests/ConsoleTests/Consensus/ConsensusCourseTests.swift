import Criteria
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("Course of a consensus")
struct ConsensusCourseTests {
  @Test("R4: before the opening nothing of the marks is on the screen")
  func blindBeforeOpening() {
    let session = ScreenWorld.session(as: "b", opened: false)
    #expect(session.screen.figures == nil)
    #expect(session.screen.items.rows.isEmpty)
    let text = session.text
    #expect(text.contains("已提交 5/5"))
    #expect(!text.contains("做法成体系"))
    #expect(!text.contains("中位"))
    #expect(!text.contains("4.7.4"))
  }

  @Test("R4: leader asks, secretariat releases, leader opens, each after a question")
  func wayToOpening() throws {
    var session = ScreenWorld.session(opened: false)
    for (person, id) in [
      (PanelP5.leader, "askOpening"), (PanelP5.office, "releaseOpening"),
      (PanelP5.leader, "openConsensus"),
    ] {
      session.context.person = person
      let asked = session.play(.function(5))
      let question = try #require(ScreenWorld<ConsensusScreen>.question(asked))
      #expect(question.id == id)
      #expect(question.choices.first { $0.id == "yes" }?.key == .function(8))
      session.carryOut(session.answer(asked))
    }
    #expect(session.dossier.opening == .opened)
    #expect(session.screen.figures?.running == Fraction(2211, 4))
  }

  @Test("R4: a member sees the leader's step with its reason")
  func otherStep() {
    let session = ScreenWorld.session(as: "b", opened: false)
    let ask = session.offer("act/askOpening")
    guard case .disabled(let why) = ask?.availability else {
      Issue.record("open to a member")
      return
    }
    #expect(why.zh.contains("赵一"))
    #expect(session.text.contains("组长（赵一）申请启封"))
  }

  @Test("Finishing names what is missing: open items and attendance")
  func checkList() {
    var session = ScreenWorld.session()
    guard case .ask(let question) = session.play(.function(5)).first else {
      Issue.record("no list")
      return
    }
    let words = question.lines.map(\.zh)
    #expect(words.first == "未定分 23 条：")
    #expect(words.contains { $0.contains("4.7.4") && $0.contains("须先讨论") })
    #expect(words.contains { $0.contains("到会") })
    #expect(question.choices.last?.then == [.begin("next")])
  }

  @Test("A session is finished with its exact total, then read only, and reopened with a reason")
  func finishedAndReopened() throws {
    var session = ScreenWorld.session()
    settleAll(&session)
    session.finish(try #require(ScreenWorld<ConsensusScreen>.form(session.play(.function(4)))), [:])
    let form = try #require(ScreenWorld<ConsensusScreen>.form(session.play(.function(5))))
    let asked = session.finish(form, ["text": "基本满足"])
    let question = try #require(ScreenWorld<ConsensusScreen>.question(asked))
    #expect(question.lines.first?.zh == "合议总分 552.75，达到评审线 550 分，高出 2.75 分")
    session.carryOut(session.answer(asked))
    #expect(session.dossier.consensusFinished)
    #expect(session.text.contains("合议总分  552.75"))
    #expect(session.text.contains("基本满足"))
    session.play(.enter)
    #expect(session.screen.entry == nil)
    let reopen = try #require(
      session.offer("reopen"))
    #expect(reopen.isAvailable)
    let sheet = try #require(
      ScreenWorld<ConsensusScreen>.form(session.begin("reopen")))
    session.finish(sheet, ["text": "新收证实性材料"])
    #expect(!session.dossier.consensusFinished)
    #expect(session.screen.figures?.settledCount == 23)
  }

  /// Every item at its median, disputed ones after their discussion, by keys alone.
  private func settleAll(_ session: inout ScreenWorld<ConsensusScreen>) {
    for _ in PanelP5.marks {
      if let sheet = ScreenWorld<ConsensusScreen>.form(session.play(.enter)) {
        session.finish(sheet, ["text": "核对材料后取得一致"])
      }
      session.play(.enter)
      session.play(.enter)
    }
    #expect(session.screen.figures?.open.isEmpty == true)
  }

  @Test("Below 100 columns the parts are tabs, and every size paints")
  func sizes() {
    var session = ScreenWorld.session(width: 80)
    #expect(session.text.contains("条款详情"))
    session.play(.tab, .tab)
    #expect(session.screen.part == .totals)
    #expect(session.text.contains("552.75"))
    for size in [(1, 1), (20, 5), (60, 16), (80, 24), (100, 24), (120, 36), (250, 70)] {
      session.context.size = Size(width: size.0, height: size.1)
      for part in ConsensusScreen.Part.allCases {
        session.screen.part = part
        var canvas = Canvas(size: session.context.size)
        session.screen.paint(on: &canvas, in: canvas.bounds, session.context)
        #expect(canvas.rows.allSatisfy { CellWidth.of($0) <= size.0 })
      }
    }
  }
}
