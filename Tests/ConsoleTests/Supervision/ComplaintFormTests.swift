import Console
import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("V3: turning to supervision")
struct ComplaintFormTests {
  @Test("from a case's file, about it or not; supervision has its own screen for it")
  func fromTheFile() throws {
    var world = DossierWorld(as: "p3")
    guard var sheet = DossierWorld.form(world.begin(ComplaintForm.action)) else {
      Issue.record("no form")
      return
    }
    #expect(sheet.lines.contains(.Supervision.tracesStay))
    sheet.form.write("有人说情", into: "text")
    sheet.form.choose(1, of: "person")
    func complaint(_ effects: [Effect]) -> Complaint? {
      // What cannot be taken back asks first.
      guard case .ask(let question)? = effects.first, question.choices.last?.needsOwnKey == true,
        case .perform(let commands, "complain")? = question.choices.last?.then.first,
        case .supervision(.lodge(let complaint))? = commands.first
      else { return nil }
      return complaint
    }
    let sent = try #require(complaint(world.fill(sheet)))
    #expect(sent.id == "T20260910143000-p3")
    #expect((sent.source, sent.dossier, sent.person) == (.expert, DossierWorld.id, "p1"))
    sheet.form.choose(1, of: "dossier")
    let other = complaint(world.fill(sheet))
    #expect(other?.dossier == nil)
    #expect(
      world.screen.update(.done("complain", []), world.context).contains(
        .say(Notice(.good, .Supervision.sent))))
    let actions: [ScreenAction<SupervisionScreen>] = ComplaintForm.actions(
      about: nil, SupervisionWorld().context)
    #expect(actions.isEmpty)
  }

  @Test("a person whose name is long still makes a well-formed number")
  func longNames() {
    let id = ComplaintForm.number(
      of: PersonID(String(repeating: "a", count: 32)), at: SupervisionWorld.now)
    #expect(id.rawValue.count <= 32)
  }

  @Test("an expert sends it from the queue by the palette; supervision alone reads it")
  func fromTheQueue() throws {
    let rig = try Rig(.fresh)
    try rig.signIn("qianer")
    rig.press(.function(2))
    rig.type("监督组")
    rig.press(.enter)
    #expect(rig.backstage.console.focusName == "form/complain")
    rig.press(.tab, .tab, .tab)
    rig.type("有人请客")
    rig.press(.function(5))
    #expect(rig.text.contains("有人请客") && rig.text.contains("只有监督组能读内容"))
    rig.press(.function(8))
    #expect(rig.text.contains(Phrase.Supervision.sent.zh))
    rig.go(.history, nil)
    rig.press(.function(6))
    #expect(!rig.text.contains("提交举报投诉"))

    try rig.signIn("hejian")
    rig.go(.supervision, nil)
    #expect(rig.text.contains("有人请客"))
    #expect(rig.text.contains("钱二"))
    rig.press(.enter)
    rig.type("已约谈")
    rig.press(.function(5))
    #expect(rig.text.contains("查处中 1"))
    rig.go(.history, nil)
    #expect(rig.text.contains("提交举报投诉"))
  }

  @Test("the watch list of a whole cycle, step by step, with a tab in between")
  func wholeCycle() throws {
    let rig = try Rig(.listed)
    try rig.signIn("hejian")
    rig.go(.supervision, nil)
    rig.press(.tab)
    #expect(rig.text.contains("逐案查看"))
    rig.go(.queue, nil)
    _ = rig.backstage.runTimers()
    rig.go(.supervision, nil)
    for _ in 0..<20 { _ = rig.backstage.runTimers() }
    #expect(rig.text.contains("看完"))
    rig.press(.tab)
    #expect(rig.text.contains("互评"))
  }
}
