import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("Independent review: from declaration to handing in")
struct ReviewCourseTests {
  @Test("R5: Enter lists the grounds, and F8 signs that none applies")
  func declaration() {
    var world = ReviewWorld([], sheet: nil)
    #expect(world.screen.phase == .undeclared)
    guard case .ask(let question)? = world.press(.enter).first else {
      Issue.record("no question")
      return
    }
    for ground in InterestGround.allCases {
      #expect(question.lines.contains { $0.zh.contains(Phrase.ground(ground).zh) })
    }
    #expect(question.choices.first { $0.id == "clear" }?.key == .function(8))
    #expect(
      world.send(.answered("declare", choice: "clear"))
        == [.perform([.dossier(ReviewWorld.dossier, .declare(nil))], ticket: "declare")])
    #expect(world.send(.done("declare", [])) == [.load(.dossier(ReviewWorld.dossier))])
  }

  @Test("R5: an interest is declared by a form")
  func interest() {
    var world = ReviewWorld([], sheet: nil)
    guard case .open(var sheet)? = world.send(.answered("declare", choice: "interest")).first else {
      Issue.record("no form")
      return
    }
    _ = sheet.form.handle(.right)
    #expect(
      world.send(.filled("interest", sheet.form)) == [
        .perform(
          [.dossier(ReviewWorld.dossier, .declare(Interest(ground: .kinship)))], ticket: "declare")
      ])
  }

  @Test("R5: material that is not open yet is said to wait, and is asked for again on a change")
  func waiting() {
    var world = ReviewWorld(ReviewWorld.declared, sheet: nil)
    world.screen = ReviewScreen()
    world.send(.opened)
    let request = Request.document(ReviewWorld.dossier, ReviewWorld.report)
    #expect(world.send(.loaded(.dossier(world.dossier))) == [.load(request)])
    let sealed = Notices.sentence(StoreFault.notReadable, world.context)
    world.send(.loaded(.unavailable(request, sealed)))
    #expect(world.painted.contains("已声明，待秘书处或组长登录后开放材料"))
    #expect(world.action("start")?.isAvailable == false)
    #expect(world.send(.storeChanged).contains(.load(request)))
  }

  @Test("R3: Enter starts the review, then the draft is read")
  func start() {
    var world = ReviewWorld(ReviewWorld.declared, sheet: nil)
    #expect(world.press(.enter) == [.startReview(ReviewWorld.dossier, ticket: "start")])
    world.dossier.apply(
      .reviewStarted(reviewer: ReviewWorld.me), by: ReviewWorld.me, at: ReviewWorld.now)
    #expect(world.send(.loaded(.dossier(world.dossier))) == [.load(.draft(ReviewWorld.dossier))])
    #expect(world.action("digits")?.isAvailable == false)
    world.send(.loaded(.draft(ReviewWorld.dossier, DraftCopy(sheet: Sheet()))))
    #expect(world.action("digits")?.isAvailable == true)
  }

  @Test("R3: the list before handing in names what is missing, and Enter goes there")
  func checklist() {
    var sheet = ReviewWorld.complete
    sheet.items["4.2.3"]?.mark = nil
    sheet.head.findings[.practice] = nil
    var world = ReviewWorld(sheet: sheet)
    world.press(.function(5))
    #expect(world.screen.focus == .checklist)
    #expect(
      world.screen.gaps(world.context)
        == [.missing(.mark("4.2.3")), .missing(.finding(.practice))])
    #expect(world.action("submit")?.isAvailable == false)
    world.press(.enter)
    #expect(world.screen.selected(world.context)?.id == "4.2.3")
    #expect(world.screen.focus == .percentage)
    world.type("50")
    world.press(.function(5), .enter)
    #expect(world.screen.focus == .head)
    #expect(world.screen.headForm?.fields[world.screen.headForm?.focus ?? 0].id == "practice")
  }

  @Test("R3: hints do not block, and a complete sheet is handed in after a question")
  func handIn() {
    var sheet = ReviewWorld.complete
    sheet.head.overall = ""
    var world = ReviewWorld(sheet: sheet)
    world.press(.function(5))
    #expect(world.screen.gaps(world.context) == [.hint(.noOverall)])
    guard case .ask(let question)? = world.press(.function(5)).first else {
      Issue.record("no question")
      return
    }
    #expect(question.lines.first?.zh == "总分 500 / 1000")
    #expect(question.choices.last?.key == .function(8))
    #expect(
      world.send(.answered("handIn", choice: "yes"))
        == [.handIn(ReviewWorld.dossier, sheet, ticket: "handIn")])
  }

  @Test("R3: with an abstention the question says that there is no total")
  func withoutTotal() {
    var sheet = ReviewWorld.complete
    sheet.items["4.4.3"]?.mark = .abstained(reason: "不熟悉财务")
    var world = ReviewWorld(sheet: sheet)
    guard case .ask(let question)? = world.press(.function(5)).last else {
      Issue.record("no question")
      return
    }
    #expect(question.lines.first?.zh == "无总分（有弃权 1 条）")
  }

  @Test("R4: what was handed in is read-only and can be withdrawn with a reason")
  func withdrawal() {
    let sealed =
      ReviewWorld.underWay + [
        .sheetHandedIn(reviewer: ReviewWorld.me, revision: 1),
        .sheetRecorded(reviewer: ReviewWorld.me, revision: 1, sheet: ReviewWorld.complete),
      ]
    var world = ReviewWorld(sealed, sheet: nil)
    #expect(world.screen.phase == .handedIn)
    #expect(world.painted.contains("已提交，封存"))
    #expect(world.type("55").isEmpty)
    #expect(world.review("4.1.2").mark == .percentage(Percentage(50)!))
    guard case .open(var form)? = world.press(.function(8)).first else {
      Issue.record("no form")
      return
    }
    _ = form.form.paste("得分率录错")
    #expect(
      world.send(.filled("withdraw", form.form)) == [
        .perform([.dossier(ReviewWorld.dossier, .withdraw(reason: "得分率录错"))], ticket: "withdraw")
      ])
  }

  @Test("R4: an opened sheet cannot be withdrawn any more")
  func opened() {
    let world = ReviewWorld(
      ReviewWorld.underWay + [
        .sheetHandedIn(reviewer: ReviewWorld.me, revision: 1),
        .consensusOpened(revision: 1, threshold: 20),
      ], sheet: nil)
    #expect(world.screen.phase == .opened)
    #expect(world.action("withdraw")?.isAvailable == false)
  }

  @Test("R5: a recusal is confirmed before it is written")
  func recusal() {
    var world = ReviewWorld()
    guard case .open(let sheet)? = world.send(.action("recuse")).first else {
      Issue.record("no form")
      return
    }
    let effects = world.send(.filled("recuse", sheet.form))
    // The form waits under the question.
    guard case .ask(let question)? = effects.first, effects.count == 1 else {
      Issue.record("no question: \(effects)")
      return
    }
    #expect(question.id == "recuse")
    #expect(
      world.send(.answered("recuse", choice: "yes")) == [
        .perform(
          [.dossier(ReviewWorld.dossier, .recuse(Interest(ground: .employment)))], ticket: "recuse")
      ])
  }

  @Test("R2, R5: who was not designated or stepped back is told so")
  func blocked() {
    let other = ReviewWorld(
      ReviewWorld.declared + [
        .reviewersDesignated(reviewers: [PersonID("qianer")], due: Day("2026-09-18")!)
      ], sheet: nil)
    #expect(other.painted.contains("组长没有指定你评审此申报"))
    let recused = ReviewWorld(
      ReviewWorld.underWay + [
        .personRecused(person: ReviewWorld.me, interest: Interest(ground: .kinship))
      ], sheet: nil)
    #expect(recused.painted.contains("你已回避"))
    #expect(recused.painted.contains("亲属"))
  }

  @Test("Another case begins with an empty screen")
  func otherCase() {
    var world = ReviewWorld()
    world.type("55")
    #expect(!world.send(.leaving).isEmpty)
    world.context.dossier = CaseID("HZ26-0044")
    #expect(world.send(.opened) == [.load(.dossier(CaseID("HZ26-0044")))])
    #expect(world.screen.editor.sheet == Sheet())
  }

  @Test("Others' changes leave place and text as they are")
  func storeChanged() {
    var world = ReviewWorld()
    world.press(.down, .function(7))
    world.type("写到一半")
    let before = world.screen.editor
    world.send(.storeChanged)
    world.send(.loaded(.dossier(world.dossier)))
    #expect(world.screen.editor == before)
    #expect(world.screen.focusName == "entry")
    #expect(world.screen.selected(world.context)?.id == "4.1.3")
  }
}
