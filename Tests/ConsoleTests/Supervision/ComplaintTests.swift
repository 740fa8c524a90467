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
    world.happens(.investigationNoted(complaint: "T2", text: "调阅记录"))
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
    let opened = world.begin("lodge")
    let effects = world.fill(opened) { form in
      form.choose(3, of: "topic")
      form.choose(4, of: "source")
      form.type(" HZ２6-0031 ", into: "dossier")
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
                  id: "T20260910-2", topic: .influence, source: .anonymous, dossier: "HZ26-0031",
                  person: "p2", text: "有人说情")))
          ], ticket: "lodge")
      ])
  }

  @Test("a step is noted on an open complaint, never on a closed one")
  func notes() {
    var world = SupervisionWorld()
    world.lodge("T1")
    let effects = world.fill(world.begin("note")) { $0.type("约谈本人", into: "text") }
    #expect(
      effects == [.perform([.supervision(.note("T1", text: "约谈本人"))], ticket: "note")])
    world.close("T1", .substantiated)
    guard case .disabled(let why)? = world.offer("note")?.availability else {
      Issue.record("still open")
      return
    }
    #expect(why.zh.hasPrefix("V3 "))
  }

  @Test("what cannot be done about a complaint any more says why")
  func closedSaysWhy() {
    var world = SupervisionWorld()
    world.lodge("T1")
    world.close("T1", .unfounded)
    for id in ["note", "conclude", "sanction", "fraud", "dossier"] {
      guard case .disabled(let why)? = world.offer(id)?.availability else {
        Issue.record("\(id) is offered")
        continue
      }
      #expect(!why.zh.isEmpty)
    }
    #expect(world.offer("lodge")?.availability == .available)
  }

  @Test("closing asks, and not confirming it does nothing")
  func closing() {
    var world = SupervisionWorld()
    world.lodge("T1")
    let effects = world.fill(world.begin("conclude")) { form in
      form.choose(0, of: "outcome")
      form.choose(1, of: "measure")
      form.type("属实", into: "finding")
    }
    guard case .ask(let question)? = effects.first else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.choices.first { $0.id == "yes" }?.key == .function(8))
    // The program keeps the form under the question (FormHabitTests).
    #expect(world.answer(effects, "no").isEmpty)
    #expect(
      world.answer(effects) == [
        .perform(
          [.supervision(.close("T1", .substantiated, .corrected, finding: "属实"))],
          ticket: "conclude")
      ])
  }

  @Test("what is unfounded has no measure")
  func unfounded() {
    var world = SupervisionWorld()
    world.lodge("T1")
    let effects = world.fill(world.begin("conclude")) { form in
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
    #expect(world.offer("sanction")?.availability == .disabled(.Supervision.aboutNobody))
    world.lodge("T0", person: "p4", minutes: -5)
    let hasT0 = world.screen.select("T0", world.context)
    #expect(hasT0)
    #expect(world.offer("sanction")?.availability != .available)
    world.close("T0", .partly)
    #expect(world.offer("sanction")?.availability == .available)
    let asked = world.fill(world.begin("sanction")) { $0.choose(1, of: "sanction") }
    #expect(
      world.answer(asked) == [
        .perform([.cycle(.sanction("p4", .disqualification, "T0"))], ticket: "sanction")
      ])
  }

  /// A complaint about a case that was closed so, with its case read.
  private func closed(
    _ outcome: Procedure.Outcome, _ measure: Measure, _ dossier: CaseState
  ) -> SupervisionWorld {
    var world = SupervisionWorld()
    world.lodge("T1", dossier: dossier.id)
    world.close("T1", outcome, measure)
    world.send(.loaded(.dossier(dossier)))
    return world
  }

  @Test("V4: an application ends for fraud only where an investigation established the fraud")
  func fraud() {
    var world = SupervisionWorld()
    let dossier = DossierWorld(as: "p9").dossier!
    #expect(world.lodge("T1", dossier: dossier.id) == [.load(.dossier(dossier.id))])
    #expect(world.offer("fraud")?.availability == .disabled(.Case.reading))
    let others: [(Procedure.Outcome, Measure)] = [
      (.partly, .corrected), (.substantiated, .corrected), (.substantiated, .proposed),
    ]
    for (outcome, measure) in others {
      guard
        case .disabled(let why)? = closed(outcome, measure, dossier).offer("fraud")?.availability
      else {
        Issue.record("\(outcome) and \(measure) lead to an end for fraud")
        continue
      }
      #expect(why.zh.hasPrefix("V4 ") && why.zh.contains("弄虚作假"))
    }
    var found = closed(.substantiated, .fraud, dossier)
    #expect(found.offer("fraud")?.availability == .available)
    #expect(found.begin("dossier") == [.go(.dossier, dossier.id)])
    let effects = found.fill(found.begin("fraud")) { $0.type("伪造报告", into: "reason") }
    #expect(effects.count == 1)
    #expect(
      found.answer(effects) == [
        .perform(
          [.dossier(dossier.id, .end(.fraud, complaint: "T1", reason: "伪造报告"))], ticket: "fraud")
      ])
  }

  @Test("V4: form, button and confirmation name the fraud, the rule and what follows")
  func fraudInWords() {
    let dossier = DossierWorld(as: "p9").dossier!
    var world = closed(.substantiated, .fraud, dossier)
    let opened = world.begin("fraud")
    guard case .open(let sheet)? = opened.first else {
      Issue.record("no form")
      return
    }
    let effects = world.fill(opened) { $0.type("伪造报告", into: "reason") }
    guard case .ask(let question)? = effects.first else {
      Issue.record("nothing is asked")
      return
    }
    for words in [sheet.title.zh, question.choices.first { $0.id == "yes" }?.title.zh ?? ""] {
      #expect(words.contains("弄虚作假") && words.contains("V4"), "\(words)")
    }
    for lines in [sheet.lines, question.lines] {
      let text = lines.map(\.zh).joined(separator: "\n")
      #expect(text.contains("V4：本次申报以弄虚作假立即终止"))
      #expect(text.contains("查明事实") && text.contains(dossier.id.rawValue))
    }
  }

  @Test("V4: what is closed as fraud has an application, and says that it is ended with F8")
  func concludingFraud() {
    var world = SupervisionWorld()
    world.lodge("T1")
    func conclude(_ form: inout Form) {
      form.choose(0, of: "outcome")
      form.choose(Measure.allCases.firstIndex(of: .fraud) ?? 0, of: "measure")
      form.type("报告系伪造", into: "finding")
    }
    guard case .revise(let sheet)? = world.fill(world.begin("conclude"), conclude).first else {
      Issue.record("not refused")
      return
    }
    #expect(sheet.form.errors["measure"]?.hasPrefix("V4 ") == true)
    var other = SupervisionWorld()
    other.lodge("T1", dossier: "HZ26-0031")
    guard case .ask(let question)? = other.fill(other.begin("conclude"), conclude).first else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.lines.contains(.Supervision.fraudNext))
  }

  @Test("a number that names no application says so")
  func unknownCase() {
    var world = SupervisionWorld()
    world.lodge("T1", dossier: "HZ26-9999")
    let why = Phrase("没有此申报", "no such application")
    world.send(.loaded(.unavailable(.dossier("HZ26-9999"), why)))
    #expect(world.text.contains("没有此申报"))
    #expect(world.offer("dossier")?.availability == .disabled(why))
    #expect(world.offer("fraud")?.availability == .disabled(why))
  }

  @Test("V4: what was found stands at the complaint the form was opened on, whichever is selected")
  func staysWithItsComplaint() throws {
    var world = SupervisionWorld()
    world.lodge("T1")
    let sheet = try #require(SupervisionWorld.form(world.begin("note")))
    #expect(sheet.about == "T1")
    world.lodge("T2", minutes: 5)
    #expect(world.screen.selected?.id == "T1")
    let hasT2 = world.screen.select("T2", world.context)
    #expect(hasT2)
    #expect(
      world.fill(sheet) { $0.type("约谈", into: "text") }
        == [.perform([.supervision(.note("T1", text: "约谈"))], ticket: "note")])
  }

  @Test("a long text is read over the whole room, and at 80 columns too", arguments: [80, 120])
  func reading(_ width: Int) {
    var world = SupervisionWorld(width: width)
    world.lodge("T1")
    for step in 1...30 {
      world.happens(.investigationNoted(complaint: "T1", text: "第 \(step) 步"))
    }
    #expect(!world.text.contains("第 30 步"))
    world.begin("read")
    #expect(world.screen.focusName == "complaints/reading")
    world.send(.key(.end))
    #expect(world.text.contains("第 30 步"))
    world.begin("closeReading")
    #expect(world.screen.focusName == "complaints")
  }

  @Test("every action is reached without a letter")
  func keys() {
    var world = SupervisionWorld()
    world.lodge("T1")
    for _ in SupervisionScreen.Page.allCases {
      for action in world.screen.offers(world.context) where action.id != "move" {
        #expect(
          action.keys.contains { key in
            if case .character(let character) = key { return !character.isLetter }
            return true
          })
      }
      world.begin("nextPage")
    }
  }
}
