import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("V3, V4: reports and complaints")
struct ComplaintTests {
  @Test("the open ones stand first, their state in words")
  func order() {
    var world = SupervisionWorld()
    world.lodge("T1")
    world.lodge("T2", person: "p4", minutes: 5)
    world.close("T1", .unfounded)
    world.state.apply(
      .investigationNoted(complaint: "T2", text: "调阅记录"), by: "p9", at: SupervisionWorld.now)
    world.tell()
    let text = world.text
    #expect(text.contains("查处中 1"))
    #expect(text.contains("不属实"))
    #expect(text.contains("孙三"))
    #expect(text.contains("未结 1"))
    let listed = world.screen.state.listed.map(\.complaint.id)
    #expect(listed == ["T2", "T1"])
  }

  @Test("what is entered gets the day and the first number that is free")
  func numbers() throws {
    var world = SupervisionWorld()
    world.lodge("T20260910-1")
    #expect(world.screen.nextNumber(on: SupervisionWorld.now.day) == "T20260910-2")
    let opened = world.act("lodge")
    let effects = world.fill(opened) { form in
      form.choose(3, of: "topic")
      form.choose(4, of: "source")
      form.type(" HZ２6-0031 ", into: "file")
      form.choose(2, of: "person")
      form.type("有人说情", into: "text")
    }
    #expect(
      effects == [
        .perform(
          [
            .supervision(
              .lodge(
                Complaint(
                  id: "T20260910-2", topic: .influence, source: .anonymous, file: "HZ26-0031",
                  person: "p2", text: "有人说情")))
          ], ticket: "lodge")
      ])
  }

  @Test("a step is noted on an open complaint, never on a closed one")
  func notes() {
    var world = SupervisionWorld()
    world.lodge("T1")
    let effects = world.fill(world.act("note")) { $0.type("约谈本人", into: "text") }
    #expect(
      effects == [.perform([.supervision(.note("T1", text: "约谈本人"))], ticket: "note")])
    world.close("T1", .substantiated)
    guard case .disabled(let why)? = world.availability("note") else {
      Issue.record("still open")
      return
    }
    #expect(why.zh.hasPrefix("V3 "))
  }

  @Test("closing asks; where it is not confirmed the form comes back with its text")
  func closing() {
    var world = SupervisionWorld()
    world.lodge("T1")
    let effects = world.fill(world.act("conclude")) { form in
      form.choose(0, of: "outcome")
      form.choose(1, of: "measure")
      form.type("属实", into: "finding")
    }
    guard case .ask(let question)? = effects.first else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.choices.first { $0.id == "yes" }?.key == .function(8))
    guard
      case .open(let sheet)? = world.screen.update(
        .answered("conclude", choice: "no"), world.context
      ).first
    else {
      Issue.record("the form is lost")
      return
    }
    #expect(sheet.form.text("finding") == "属实")
    _ = world.screen.update(.filled("conclude", sheet.form), world.context)
    #expect(
      world.screen.update(.answered("conclude", choice: "yes"), world.context) == [
        .perform(
          [.supervision(.close("T1", .substantiated, .corrected, finding: "属实"))],
          ticket: "conclude")
      ])
    // The store refused it after all: nothing that was written is lost.
    guard case .open(let again)? = world.screen.update(.failed("conclude"), world.context).first
    else {
      Issue.record("the form is lost")
      return
    }
    #expect(again.form.text("finding") == "属实")
  }

  @Test("what is unfounded has no measure")
  func unfounded() {
    var world = SupervisionWorld()
    world.lodge("T1")
    let effects = world.fill(world.act("conclude")) { form in
      form.choose(2, of: "outcome")
      form.choose(1, of: "measure")
      form.type("查无实据", into: "finding")
    }
    guard case .revise(let sheet)? = effects.first else {
      Issue.record("not refused")
      return
    }
    #expect(sheet.form.errors["measure"] == Phrase.Supervision.unfoundedNeedsNone.zh)
  }

  @Test("V4: people are dealt with only for what was established")
  func sanctions() {
    var world = SupervisionWorld()
    world.lodge("T1")
    #expect(world.availability("sanction") == .disabled(.Supervision.aboutNobody))
    world.lodge("T0", person: "p4", minutes: -5)
    world.screen.select(0, on: .complaints, world.context)
    #expect(world.availability("sanction") != .available)
    world.screen.chosen = "T0"
    world.close("T0", .partly)
    #expect(world.availability("sanction") == .available)
    _ = world.fill(world.act("sanction")) { $0.choose(1, of: "sanction") }
    #expect(
      world.screen.update(.answered("sanction", choice: "yes"), world.context) == [
        .perform([.cycle(.sanction("p4", .disqualification, "T0"))], ticket: "sanction")
      ])
  }

  @Test("V4: an application ends for fraud only once that was substantiated")
  func fraud() {
    var world = SupervisionWorld()
    let file = FileWorld(as: "p9").file
    #expect(world.lodge("T1", file: file.id) == [.load(.file(file.id))])
    #expect(world.availability("fraud") == .disabled(.Case.reading))
    _ = world.screen.update(.loaded(.file(file)), world.context)
    world.close("T1", .partly)
    _ = world.screen.update(.loaded(.file(file)), world.context)
    #expect(world.availability("fraud") != .available)
    var other = SupervisionWorld()
    other.lodge("T1", file: file.id)
    other.close("T1", .substantiated)
    _ = other.screen.update(.loaded(.file(file)), other.context)
    #expect(other.availability("fraud") == .available)
    #expect(other.act("file") == [.go(.file, file.id)])
    let effects = other.fill(other.act("fraud")) { $0.type("伪造报告", into: "reason") }
    #expect(effects.count == 1)
    #expect(
      other.screen.update(.answered("fraud", choice: "yes"), other.context) == [
        .perform(
          [.file(file.id, .end(.fraud, complaint: "T1", reason: "伪造报告"))], ticket: "fraud")
      ])
  }

  @Test("a number that names no application says so")
  func unknownCase() {
    var world = SupervisionWorld()
    world.lodge("T1", file: "HZ26-9999")
    let why = Phrase("没有此申报", "no such application")
    _ = world.screen.update(
      .loaded(.unavailable(.file("HZ26-9999"), why)), world.context)
    #expect(world.text.contains("没有此申报"))
    #expect(world.availability("file") == .disabled(why))
    #expect(world.availability("fraud") == .disabled(why))
  }

  @Test("a long text is read over the whole room, and at 80 columns too", arguments: [80, 120])
  func reading(_ width: Int) {
    var world = SupervisionWorld(width: width)
    world.lodge("T1")
    for step in 1...30 {
      world.state.apply(
        .investigationNoted(complaint: "T1", text: "第 \(step) 步"), by: "p9",
        at: SupervisionWorld.now)
    }
    world.tell()
    #expect(!world.text.contains("第 30 步"))
    _ = world.act("read")
    #expect(world.screen.focusName == "complaints/reading")
    _ = world.screen.update(.key(.end), world.context)
    #expect(world.text.contains("第 30 步"))
    _ = world.act("closeReading")
    #expect(world.screen.focusName == "complaints")
  }

  @Test("every action is reached without a letter")
  func keys() {
    var world = SupervisionWorld()
    world.lodge("T1")
    for _ in SupervisionScreen.Page.allCases {
      for action in world.screen.actions(world.context) where action.id != "move" {
        #expect(
          action.keys.contains { key in
            if case .character(let character) = key { return !character.isLetter }
            return true
          })
      }
      _ = world.act("nextPage")
    }
  }
}
