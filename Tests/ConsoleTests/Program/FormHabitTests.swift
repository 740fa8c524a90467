import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// Forms over the screen.
@Suite("Habits of forms")
struct FormHabitTests {
  @Test("what was put into a form is dropped only by a second Esc")
  func escapeAsksOnce() throws {
    let rig = try Rig(.reviewed)
    try rig.signIn("qianer")
    rig.go(.review, "HZ26-0031")
    rig.press(.function(2))
    rig.type("回避")
    rig.press(.enter)
    let form = rig.backstage.console.focusName
    #expect(form.hasPrefix("form/"))
    rig.press(.tab)
    rig.type("曾任顾问")
    rig.press(.escape)
    #expect(rig.backstage.console.focusName == form)
    #expect(rig.text.contains("曾任顾问"))
    rig.press(.escape)
    #expect(!rig.backstage.console.focusName.hasPrefix("form/"))
  }

  @Test(
    "who goes back from the question after a form finds the form as it was",
    arguments: [Key.escape, .enter])
  func formIsUnderTheQuestion(_ key: Key) throws {
    let rig = try Rig.ending()
    rig.press(key)
    #expect(rig.backstage.console.focusName == "form/end")
    #expect(rig.text.contains("申报组织来函退出"))
    rig.press(.escape)
    #expect(rig.backstage.console.focusName == "form/end")
    rig.press(.function(5), .function(8))
    #expect(rig.backstage.console.focusName == "dossier/acts")
    #expect(rig.text.contains("已保存"))
  }

  @Test("what the store refuses after the question stands at a field of the form as it was")
  func refusedAfterTheQuestion() throws {
    let rig = try Rig.ending()
    let id = try #require(rig.backstage.console.context.dossier)
    // Another of the secretariat is quicker.
    let other = try rig.backstage.store.signIn("linban", passphrase: Demo.passphrase)
    try rig.backstage.store.perform(
      .dossier(id, .end(.withdrawn, complaint: nil, reason: "来函退出")), by: other)
    rig.press(.function(8))
    #expect(rig.backstage.console.focusName == "form/end")
    #expect(rig.text.contains("申报组织来函退出"))
    let errors = try #require(rig.backstage.console.openForm).form.errors
    #expect(errors.count == 1 && errors["reason"]?.isEmpty == false)
  }

  @Test("a lock over the question keeps the form under it")
  func lockOverTheQuestion() throws {
    let rig = try Rig.ending()
    rig.backstage.take(.idle)
    #expect(!rig.text.contains("申报组织来函退出"))
    rig.type(Demo.passphrase)
    rig.press(.enter)
    #expect(rig.backstage.console.focusName == "form/end")
    #expect(rig.text.contains("申报组织来函退出"))
  }
}
