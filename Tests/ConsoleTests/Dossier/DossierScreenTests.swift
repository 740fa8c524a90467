import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("The dossier of a case")
struct DossierScreenTests {
  @Test("R2: the leader designates; nobody else is offered it")
  func designationIsTheLeaders() {
    #expect(DossierWorld(as: DossierWorld.leader).availability(.designate) == .available)
    #expect(DossierWorld(as: "p3").availability(.designate) == nil)
    #expect(DossierWorld(as: DossierWorld.office).availability(.designate) == nil)
  }

  @Test("R4: the secretariat can release only once the leader asked, and is told so before")
  func releaseAfterAsking() throws {
    var world = DossierWorld(as: DossierWorld.office)
    world.handEverythingIn()
    guard case .disabled(let why)? = world.availability(.releaseOpening) else {
      Issue.record("release is not shown as not possible")
      return
    }
    #expect(why.zh.contains("尚未申请启封"))
    world.happens(.openingAsked)
    #expect(world.availability(.releaseOpening) == .available)
    #expect(world.screen.selectedAct(world.context)?.act == .releaseOpening)
  }

  static let offered: [(PersonID, Stage, Set<CaseActName>)] = [
    ("p1", .registered, [.form, .figures, .amend, .attach, .copies, .end]),
    ("p1", .districtCheck, [.amend, .copies, .reportChange, .end]),
    ("p1", .qualification, [.reportChange, .inquire, .condition, .qualify, .end]),
    ("p1", .qualificationNotice, [.reportChange, .objection, .end, .correctPaper]),
    ("p1", .independentReview, [.assignPanel, .reportChange, .end, .correctPaper]),
    ("p1", .leadersMeeting, [.reportChange, .end, .correctPaper]),
    ("p2", .independentReview, [.designate, .review, .consensus, .recuse]),
    ("p2", .leadersMeeting, [.consensus, .recuse, .reportToMeeting]),
    ("p3", .independentReview, [.review, .consensus, .recuse]),
    ("p5", .independentReview, []),
    ("p9", .independentReview, []),
  ]

  @Test("what can be done follows role and stage", arguments: offered)
  func availableActs(_ person: PersonID, _ stage: Stage, _ expected: Set<CaseActName>) {
    let world = DossierWorld(as: person, at: stage)
    let open = world.screen.acts(world.context).filter { $0.availability == .available }
    #expect(Set(open.map(\.act)) == expected)
  }

  @Test("habit 4: what waits for this person stands first and is selected")
  func waitingFirst() {
    let world = DossierWorld(as: DossierWorld.leader)
    #expect(world.screen.acts(world.context).first?.act == .designate)
    #expect(world.screen.acts(world.context).first?.isWaiting == true)
  }

  @Test("designating takes the members that were chosen and the day, full width too")
  func designates() {
    var world = DossierWorld(as: DossierWorld.leader)
    let opened = world.act(.designate)
    let effects = world.fill(opened) { $0.type("２０２６年９月２５日", into: "due") }
    #expect(
      effects == [
        .perform(
          [
            .dossier(
              DossierWorld.id, .designate(reviewers: ["p2", "p3", "p4"], due: Day("2026-09-25")!))
          ], ticket: "act")
      ])
  }

  @Test("too few reviewers are named at their field, with the rule")
  func tooFewReviewers() {
    var world = DossierWorld(as: DossierWorld.leader)
    let opened = world.act(.designate)
    guard case .revise(let sheet)? = world.fill(opened, { $0.take([0], of: "reviewers") }).first
    else {
      Issue.record("the form was not revised")
      return
    }
    #expect(sheet.form.errors["reviewers"]?.hasPrefix("R2") == true)
  }

  @Test("R5: a member with an interest is no candidate, and the form says why")
  func conflictedMember() {
    var world = DossierWorld(as: DossierWorld.leader)
    world.happens(.personRecused(person: "p4", interest: Interest(ground: .kinship)), by: "p4")
    guard case .open(let sheet)? = world.act(.designate).first else {
      Issue.record("no form")
      return
    }
    #expect(sheet.lines.contains { $0.zh.contains("孙三") && $0.zh.contains("亲属") })
    #expect(sheet.form.selection("reviewers") == [0, 1])
  }

  @Test("a step without a way back is asked for again, by another key than the one that asked")
  func passingIsConfirmed() {
    var world = DossierWorld(as: DossierWorld.office, at: .qualification)
    let opened = world.act(.qualify)
    let effects = world.fill(opened) {
      $0.choose(1, of: "decision")
      $0.write("不满三年", into: "reason")
    }
    guard case .ask(let question)? = effects.first, effects.count == 1 else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.choices.map(\.key) == [.escape, .function(8)])
    #expect(
      world.answer(effects) == [
        .perform(
          [.dossier(DossierWorld.id, .qualify(false, reason: "不满三年"))], ticket: "act")
      ])
    #expect(world.answer(effects, "no").isEmpty)
  }

  @Test("Q3: who is not qualified is told why: the note is asked for at its field")
  func refusalNeedsReason() {
    var world = DossierWorld(as: DossierWorld.office, at: .qualification)
    let opened = world.act(.qualify)
    guard case .revise(let sheet)? = world.fill(opened, { $0.choose(1, of: "decision") }).first
    else {
      Issue.record("the form was not revised")
      return
    }
    #expect(sheet.form.errors["reason"]?.contains("理由") == true)
  }

  @Test("R4: opening is asked for, then done")
  func opensConsensus() {
    var world = DossierWorld(as: DossierWorld.leader)
    world.handEverythingIn()
    world.happens(.openingAsked)
    world.happens(.openingReleased, by: DossierWorld.office)
    #expect(
      world.answer(world.act(.openConsensus))
        == [.perform([.dossier(DossierWorld.id, .openConsensus)], ticket: "act")])
  }

  @Test("a document that somebody else attaches above leaves the selected one under the hand")
  func materialStays() {
    var world = DossierWorld(as: DossierWorld.office)
    func attached(_ kind: DocumentKind, _ id: DocumentID) -> Event {
      .documentAttached(
        document: Document(id: id, kind: kind, title: "文", file: "f", characters: 1))
    }
    world.happens(attached(.profile, "p1"))
    world.happens(attached(.evidence, "e1"))
    world.begin("nextPane")
    while world.screen.selectedDocument?.id != "e1" { world.press(.down) }
    world.happens(attached(.profile, "p2"))
    #expect(world.screen.selectedDocument?.id == "e1")
  }

  @Test("M2, M3: characters over the limit are warned of")
  func lengths() {
    let world = DossierWorld(as: DossierWorld.office)
    func line(_ kind: DocumentKind, _ characters: Int) -> Line {
      DossierScreen.size(
        of: Document(id: "d", kind: kind, title: "t", file: "f", characters: characters),
        world.context)
    }
    #expect(line(.profile, 3000).text == "✓ 3000 / 3000 字")
    #expect(line(.profile, 3001).text == "! 3001 / 3000 字，超 1")
    #expect(line(.profile, 3001).spans.allSatisfy { $0.style.role == .warning })
    #expect(line(.selfEvaluation, 60_001).text.contains("超 1"))
    #expect(line(.workSummary, 90_000).text == "90000 字")
  }

  @Test("Enter reads a document, side arrows turn its parts, Esc closes it")
  func reading() {
    var world = DossierWorld(as: DossierWorld.office)
    let document = Document(
      id: "profile", kind: .profile, title: "组织概述", file: "f", characters: 20)
    world.happens(.documentAttached(document: document))
    world.begin("nextPane")
    world.send(.key(.down))
    #expect(
      world.begin("enter")
        == [.load(.document(DossierWorld.id, document))])
    let text = MaterialText(
      "# B.1.1 环境\n主要产品\n\n| 年 | 收入 |\n|---|---|\n| 2025 | 5.8 |\n# B.1.2 关系\n治理")
    world.send(.loaded(.document(DossierWorld.id, document.id, text)))
    #expect(world.text.contains("主要产品"))
    #expect(!world.text.contains("|---|"))
    world.begin("nextPart")
    #expect(world.text.contains("治理"))
    #expect(world.screen.focusName == "reader")
    world.begin("closeReader")
    #expect(world.screen.focusName == "material")
  }

  @Test("M1: Enter on the form shows what it says, and Esc goes back")
  func readsForm() {
    var world = DossierWorld(as: DossierWorld.office)
    world.happens(.formFilled(form: ApplicationForm(address: "滨江区演示路 1 号")))
    world.begin("nextPane")
    #expect(world.begin("enter").isEmpty)
    #expect(world.screen.focusName == "reader")
    #expect(world.text.contains("滨江区演示路 1 号"))
    world.begin("closeReader")
    #expect(world.screen.focusName == "material")
  }

  @Test("a document that is not open shows why, never a blank screen")
  func sealedDocument() {
    var world = DossierWorld(as: DossierWorld.office)
    let document = Document(
      id: "profile", kind: .profile, title: "组织概述", file: "f", characters: 20)
    world.happens(.documentAttached(document: document))
    _ = world.screen.read(document)
    world.send(
      .loaded(.unavailable(.document(DossierWorld.id, document), Phrase("尚未开放", "not open"))))
    #expect(world.text.contains("尚未开放"))
  }

  @Test("a text comes in by path or by paste, never by both")
  func attaching() {
    var world = DossierWorld(as: DossierWorld.office, at: .registered)
    let opened = world.act(.attach)
    #expect(
      world.fill(opened) {
        $0.choose(1, of: "kind")
        $0.type("~/概述.md", into: "path")
      } == [
        .attachFile(
          DossierWorld.id, FileToAttach(path: "~/概述.md", kind: .profile), ticket: "act")
      ])
    #expect(
      world.fill(opened) { $0.type("正文", into: "text") } == [
        .attach(DossierWorld.id, .applicationForm, title: "申报表", text: "正文", ticket: "act")
      ])
    guard case .revise(let sheet)? = world.fill(opened, { _ in }).first else {
      Issue.record("an empty form was taken")
      return
    }
    #expect(sheet.form.errors["path"] != nil)
  }

  @Test("R4: progress is a figure, and nothing of what a reviewer wrote")
  func progress() {
    var world = DossierWorld(as: DossierWorld.leader)
    world.happens(.reviewersDesignated(reviewers: ["p2", "p3", "p4"], due: Day("2026-09-18")!))
    world.happens(.reviewStarted(reviewer: "p3"), by: "p3")
    world.send(.loaded(.progress(DossierWorld.id, ["p3": 18])))
    let row = world.text.split(separator: "\n").first { $0.contains("钱二") && $0.contains("副组长") }
    #expect(row?.contains("18/23") == true)
  }

  @Test("habit 6: below 100 columns the panes are tabs, and every pane can be reached")
  func narrow() {
    var world = DossierWorld(as: DossierWorld.leader, width: 80)
    #expect(world.text.contains("办理  材料  人员  申报"))
    for name in ["material", "people", "facts", "acts"] {
      world.begin("nextPane")
      #expect(world.screen.focusName == name)
    }
  }

  @Test("another case drops the earlier one first")
  func anotherCase() {
    var world = DossierWorld(as: DossierWorld.office)
    world.context.dossier = "HZ26-0099"
    #expect(
      world.screen.update(.opened, world.context)
        == [.load(.dossier("HZ26-0099")), .load(.progress("HZ26-0099"))])
    #expect(world.screen.dossier == nil)
    #expect(!world.text.contains("钱江"))
  }

  @Test("nothing crashes at any size")
  func sizes() {
    var world = DossierWorld(as: DossierWorld.office)
    for width in [1, 7, 59, 99, 100, 200] {
      for height in [1, 5, 16, 60] {
        world.context.size = Size(width: width, height: height)
        #expect(world.text.split(separator: "\n").count <= height)
      }
    }
  }
}

@Suite("Days as people type them")
struct TypedDayTests {
  @Test(
    "any order of signs is understood",
    arguments: ["2026-09-18", "2026/9/18", "2026.09.18", "2026年9月18日", "20260918", "２０２６－０９－１８"])
  func understood(_ text: String) {
    #expect(Day(typed: text) == Day("2026-09-18"))
  }

  @Test("what is no day is none", arguments: ["", "9-18", "2026-02-30", "明天", "202609"])
  func refused(_ text: String) {
    #expect(Day(typed: text) == nil)
  }
}
