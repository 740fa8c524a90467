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
    var world = ScreenWorld.review([], sheet: nil)
    #expect(world.screen.phase == .undeclared)
    let asked = world.press(.enter)
    guard case .ask(let question)? = asked.first else {
      Issue.record("no question")
      return
    }
    for ground in InterestGround.allCases {
      #expect(question.lines.contains { $0.zh.contains(Phrase.ground(ground).zh) })
    }
    #expect(question.choices.first { $0.id == "clear" }?.key == .function(8))
    #expect(
      world.answer(asked, "clear")
        == [.perform([.dossier(TheReview.dossier, .declare(nil))], ticket: "act")])
    #expect(world.send(.done("act", [])) == [.load(.dossier(TheReview.dossier))])
  }

  @Test("R5: an interest is declared by a form")
  func interest() {
    var world = ScreenWorld.review([], sheet: nil)
    guard case .open(var sheet)? = world.answer(world.press(.enter), "interest").first else {
      Issue.record("no form")
      return
    }
    _ = sheet.form.handle(.right)
    #expect(
      world.answer(world.fill(sheet)) == [
        .perform(
          [.dossier(TheReview.dossier, .declare(Interest(ground: .kinship)))], ticket: "act")
      ])
  }

  @Test("R5: material that is not open yet is said to wait, and is asked for again on a change")
  func waiting() {
    var world = ScreenWorld.review(TheReview.declared, sheet: nil)
    world.screen = ReviewScreen()
    world.send(.opened)
    let request = Request.document(TheReview.dossier, TheReview.report)
    #expect(world.send(.loaded(.dossier(world.dossier))) == [.load(request)])
    let room = RoomID.material(TheReview.dossier)
    let sealed = Notices.sentence(StoreFault.keyMissing(room.rawValue), world.context)
    world.send(.loaded(.unavailable(request, sealed)))
    #expect(world.text.contains("你还没有拿到这里的钥匙"))
    #expect(world.offer("start")?.isAvailable == false)
    #expect(world.send(.storeChanged).contains(.load(request)))
  }

  @Test("R3: Enter starts the review, then the draft is read")
  func start() {
    var world = ScreenWorld.review(TheReview.declared, sheet: nil)
    #expect(world.press(.enter) == [.startReview(TheReview.dossier, ticket: "start")])
    world.dossier.apply(
      .reviewStarted(reviewer: TheReview.me), by: TheReview.me, at: TheReview.now)
    #expect(
      world.send(.loaded(.dossier(world.dossier))) == [
        .load(.draft(TheReview.dossier)), .load(.reading(TheReview.dossier)),
      ])
    #expect(world.offer("digits")?.isAvailable == false)
    world.send(.loaded(.draft(TheReview.dossier, DraftCopy(sheet: Sheet()))))
    #expect(world.offer("digits")?.isAvailable == true)
  }

  @Test("R3: the list before handing in names what is missing, and Enter goes there")
  func checklist() {
    var sheet = TheReview.complete
    sheet.items["4.2.3"]?.mark = nil
    sheet.head.findings[.practice] = nil
    var world = ScreenWorld.review(sheet: sheet)
    world.press(.function(5))
    #expect(world.screen.focus == .checklist)
    #expect(
      world.screen.gaps(world.context)
        == [.missing(.mark("4.2.3")), .missing(.finding(.practice))])
    #expect(world.offer("submit")?.isAvailable == false)
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
    var sheet = TheReview.complete
    sheet.head.overall = ""
    var world = ScreenWorld.review(sheet: sheet)
    world.press(.function(5))
    #expect(world.screen.gaps(world.context) == [.hint(.noOverall)])
    let asked = world.press(.function(5))
    guard case .ask(let question)? = asked.first else {
      Issue.record("no question")
      return
    }
    #expect(question.lines.first?.zh == "总分 500 / 1000")
    #expect(question.choices.last?.key == .function(8))
    #expect(
      world.follow(asked)
        == [.handIn(TheReview.dossier, sheet, ticket: "handIn")])
  }

  @Test("R3: going back from the question follows the draft again, and nothing is handed in")
  func goesBack() {
    var world = ScreenWorld.review(sheet: TheReview.complete)
    let asked = world.press(.function(5))
    #expect(world.offer("handIn") != nil)
    #expect(world.send(.storeChanged) == [.load(.dossier(TheReview.dossier))])
    #expect(world.follow(asked, "no") == [.load(.draft(TheReview.dossier))])
    #expect(world.offer("handIn") == nil)
  }

  @Test("R3: with an abstention the question says that there is no total")
  func withoutTotal() {
    var sheet = TheReview.complete
    sheet.items["4.4.3"]?.mark = .abstained(reason: "不熟悉财务")
    var world = ScreenWorld.review(sheet: sheet)
    guard case .ask(let question)? = world.press(.function(5)).last else {
      Issue.record("no question")
      return
    }
    #expect(question.lines.first?.zh == "无总分（有弃权 1 条）")
  }

  @Test("R4: what was handed in is read-only and can be withdrawn with a reason")
  func withdrawal() {
    let sealed =
      TheReview.underWay + [
        .sheetHandedIn(reviewer: TheReview.me, revision: 1),
        .sheetRecorded(reviewer: TheReview.me, revision: 1, sheet: TheReview.complete),
      ]
    var world = ScreenWorld.review(sealed, sheet: nil)
    #expect(world.screen.phase == .handedIn)
    #expect(world.text.contains("已提交，封存"))
    #expect(world.type("55").isEmpty)
    #expect(world.review("4.1.2").mark == .percentage(Percentage(50)!))
    guard case .open(var form)? = world.press(.function(8)).first else {
      Issue.record("no form")
      return
    }
    _ = form.form.paste("得分率录错")
    #expect(
      world.fill(form) == [
        .perform([.dossier(TheReview.dossier, .withdraw(reason: "得分率录错"))], ticket: "withdraw")
      ])
  }

  @Test("R4: an opened sheet cannot be withdrawn any more")
  func opened() {
    let world = ScreenWorld.review(
      TheReview.underWay + [
        .sheetHandedIn(reviewer: TheReview.me, revision: 1),
        .consensusOpened(revision: 1, threshold: 20),
      ], sheet: nil)
    #expect(world.screen.phase == .opened)
    #expect(world.offer("withdraw")?.isAvailable == false)
  }

  @Test("R5: a recusal is confirmed before it is written")
  func recusal() {
    var world = ScreenWorld.review()
    guard case .open(let sheet)? = world.begin("act/recuse").first else {
      Issue.record("no form")
      return
    }
    let effects = world.fill(sheet)
    // The form waits under the question.
    guard case .ask(let question)? = effects.first, effects.count == 1 else {
      Issue.record("no question: \(effects)")
      return
    }
    #expect(question.title == CaseAct.recuse.title.bare)
    #expect(
      world.follow(effects) == [
        .perform(
          [.dossier(TheReview.dossier, .recuse(Interest(ground: .employment)))], ticket: "act")
      ])
  }

  @Test("R2, R5: who was not designated or stepped back is told so")
  func blocked() {
    let other = ScreenWorld.review(
      TheReview.declared + [
        .reviewersDesignated(reviewers: [PersonID("qianer")], due: Day("2026-09-18")!)
      ], sheet: nil)
    #expect(other.text.contains("组长没有指定你评审此申报"))
    let recused = ScreenWorld.review(
      TheReview.underWay + [
        .personRecused(person: TheReview.me, interest: Interest(ground: .kinship))
      ], sheet: nil)
    #expect(recused.text.contains("你已回避"))
    #expect(recused.text.contains("亲属"))
  }

  @Test("Another case begins with an empty screen")
  func otherCase() {
    var world = ScreenWorld.review()
    world.type("55")
    #expect(!world.send(.leaving).isEmpty)
    world.context.dossier = CaseID("HZ26-0044")
    #expect(world.send(.opened) == [.load(.dossier(CaseID("HZ26-0044")))])
    #expect(world.screen.editor.sheet == Sheet())
  }

  @Test("Others' changes leave place and text as they are")
  func storeChanged() {
    var world = ScreenWorld.review()
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
