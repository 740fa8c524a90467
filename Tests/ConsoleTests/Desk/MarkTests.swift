import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("Marks in lists")
struct MarkTests {
  private func marked(_ world: ScreenWorld<QueueScreen>) -> [CaseID] {
    world.screen.marked.marks.all.sorted()
  }

  @Test("space marks a case and goes on to the next; once more takes the mark off")
  func marksAndGoesOn() {
    var world = ScreenWorld<QueueScreen>.queue()
    world.show([21, 22, 23])
    #expect(!world.text.contains("[x]"))
    world.press(.character(" "), .character("\u{3000}"))
    #expect(marked(world) == ["HZ26-0021", "HZ26-0022"])
    #expect(world.screen.selected?.id == "HZ26-0023")
    for words in ["已标 2", "[x]", "[ ]"] { #expect(world.text.contains(words)) }
    world.press(.up, .character(" "))
    #expect(marked(world) == ["HZ26-0021"])
  }

  @Test("a mark stays with its case when the list changes, and while the case is out of sight")
  func marksStay() {
    var world = ScreenWorld<QueueScreen>.queue()
    world.show([21, 22, 23])
    world.press(.down, .character(" "))
    world.send(.storeChanged)
    world.show([10, 22])
    let rows = world.text.split(separator: "\n")
    #expect(rows.contains { $0.contains("[x]") && $0.contains("0022") })
    world.press(.right)
    world.show([21])
    world.press(.left)
    world.show([21, 22, 23])
    #expect(marked(world) == ["HZ26-0022"])
  }

  @Test("Esc drops what was looked for first, then the marks")
  func escapeClears() {
    var world = ScreenWorld<QueueScreen>.queue()
    world.show([21, 22])
    world.press(.character(" "), .function(3))
    world.type("组织")
    world.show([21, 22])
    world.press(.enter, .escape)
    world.show([21, 22])
    #expect(marked(world) == ["HZ26-0021"])
    world.press(.escape)
    #expect(marked(world) == [])
    #expect(world.offer("several")?.isAvailable == false)
  }

  @Test("all of a list are marked, those too that were not read yet")
  func marksAll() {
    var world = ScreenWorld<QueueScreen>.queue()
    world.show(Array(100..<200), of: 300)
    let effects = world.press(.control("a"))
    #expect(effects == [.load(.queue(world.screen.query, offset: 0, limit: 300))])
    world.show(Array(100..<400), of: 300)
    #expect(marked(world).count == 300)
  }

  @Test("who has no acts for many cases is offered no marks")
  func notForOthers() {
    var world = ScreenWorld<QueueScreen>.queue()
    world.context.person = SupervisionWorld.supervisor
    world.show([21])
    #expect(world.offer("mark") == nil)
    // An expert signs the declarations of several cases in one go.
    world.context.person = DossierWorld.leader
    #expect(world.offer("mark") != nil)
  }

  @Test(
    "R5: an expert signs the declarations of several cases in one go, before taking a copy along")
  func declarations() throws {
    let ids: [CaseID] = ["HZ26-0021", "HZ26-0022"]
    let cases = try ids.map { id in
      var state = try #require(
        CaseState(
          .caseRegistered(
            application: Application(
              id: id, name: "杭州虚构\(id)有限公司", district: "330108", industry: "装备制造"), year: 2026),
          at: DossierWorld.now))
      for event in [.panelAssigned(panel: "m1")]
        + Stage.independentReview.events(
          on: DossierWorld.now.day)
      {
        state.apply(event, by: "p1", at: DossierWorld.now, named: "ab12")
      }
      return state
    }
    var context = DossierWorld(as: "p3").context
    context.dossier = nil
    let batch = CaseBatch(.declare, in: cases, context)
    #expect(batch.able.map(\.dossier.id) == ids && batch.isOffered)
    guard case .ask(let question)? = batch.begin(context).first else {
      Issue.record("nothing is asked")
      return
    }
    let performed = Effect.perform(
      ids.map { .dossier($0, .declare(nil)) }, ticket: MarkedCases.ticket)
    #expect(question.choices.contains { $0.then.first == performed })
    let words = question.lines.map(\.zh).joined(separator: "\n")
    for id in ids { #expect(words.contains(id.rawValue)) }
    #expect(words.contains("单独声明"))
  }

  @Test("letters and terms are marked by their cases")
  func otherLists() {
    var world = TermsWorld(on: .letters)
    world.show([(11, .notEntered, nil), (12, .notEntered, nil)])
    world.press(.character(" "), .character(" "))
    #expect(world.screen.letters.marked.marks.all == ["HZ26-0011", "HZ26-0012"])
    #expect(world.press(.function(5)) == [.load(.dossiers(["HZ26-0011", "HZ26-0012"]))])
    var terms = TermsWorld()
    terms.show([TermsWorld.term(11, .objection, until: "2026-09-14")])
    terms.press(.character(" "))
    #expect(terms.screen.terms.marked.marks.all == ["HZ26-0011"])
    terms.press(.escape)
    #expect(terms.screen.terms.marked.marks.isEmpty)
  }

  @Test("space marks in the list of applications of 设置, too")
  func marksInSetup() throws {
    let rig = try Rig(.qualification)
    try rig.signIn("chenmi")
    rig.go(.setup, nil)
    while !rig.text.contains("附材料") { rig.press(.right) }
    rig.press(.character(" "), .character(" "))
    for words in ["已标 2", "[x]"] { #expect(rig.text.contains(words)) }
    rig.press(.function(5))
    #expect(rig.backstage.console.focusName == "question/several")
  }
}
