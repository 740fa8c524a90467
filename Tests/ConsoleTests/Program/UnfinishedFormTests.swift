import Demo
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// What was typed into a form outlives the program.
@Suite("Forms left unfinished")
struct UnfinishedFormTests {
  private static let text = "查看三份纪要，高层参加"

  /// The on-site leader at a check of the visit under way.
  private func visiting(_ rig: Rig) throws {
    try rig.signIn("zhengqi")
    rig.go(.onSite, "HZ26-0013")
  }

  /// The leader writes evidence; the keys have not rested yet.
  private func writing() throws -> Rig {
    let rig = try Rig(.scored)
    try visiting(rig)
    rig.press(.character("2"))
    rig.type(Self.text)
    return rig
  }

  private func kept(_ rig: Rig) throws -> [UnfinishedForm] {
    let session = try rig.backstage.store.signIn("zhengqi", passphrase: Demo.passphrase)
    return try rig.backstage.store.unfinished(by: session)
  }

  private func text(_ rig: Rig, _ field: String) throws -> [String] {
    try kept(rig).flatMap(\.fields).filter { $0.id == field }.map(\.text)
  }

  private func focus(_ rig: Rig) -> String { rig.backstage.console.focusName }

  @Test("what is put into a form is written 400 ms after the last key, and the form says so then")
  func afterTheLastKey() throws {
    let rig = try writing()
    rig.pass(milliseconds: 399)
    #expect(try kept(rig).isEmpty && !rig.text.contains("已留存"))
    rig.type("。")
    rig.pass(milliseconds: 399)
    #expect(try kept(rig).isEmpty)
    rig.pass(milliseconds: 1)
    #expect(try text(rig, "evidence") == [Self.text + "。"])
    #expect(rig.text.contains("已留存") && !rig.text.contains("已保存"))
    // What is typed on is not kept yet, and the form does not say so.
    rig.type("又")
    #expect(!rig.text.contains("已留存"))
    rig.pass(milliseconds: 400)
    #expect(try text(rig, "evidence") == [Self.text + "。又"] && rig.text.contains("已留存"))
  }

  @Test(
    "what another window of the same person took away is written anew by the one that has it open")
  func takenAway() throws {
    let rig = try writing()
    rig.pass(milliseconds: 400)
    let session = try rig.backstage.store.signIn("zhengqi", passphrase: Demo.passphrase)
    let form = try #require(try rig.backstage.store.unfinished(by: session).first)
    try rig.backstage.store.forget(form, waiting: 0, by: session)
    rig.backstage.storeChanged()
    #expect(!rig.text.contains("已留存"))
    rig.pass(milliseconds: 400)
    #expect(try text(rig, "evidence") == [Self.text] && rig.text.contains("已留存"))
  }

  @Test(
    "lock, hang-up and leaving write at once what the keys have just put in",
    arguments: [
      Message.idle, .input(.signal(.hangup)), .input(.signal(.terminate)), .screen(.leaving),
    ])
  func atOnce(_ message: Message) throws {
    let rig = try writing()
    rig.backstage.take(message)
    #expect(try text(rig, "evidence") == [Self.text])
  }

  @Test("a form that is only looked at, or whose text was taken back, is not kept")
  func nothingPutIn() throws {
    let rig = try Rig(.scored)
    try visiting(rig)
    rig.press(.character("2"))
    rig.backstage.take(.screen(.leaving))
    #expect(try kept(rig).isEmpty)
    rig.type("字")
    rig.pass(milliseconds: 400)
    #expect(try kept(rig).count == 1)
    rig.press(.backspace)
    rig.pass(milliseconds: 400)
    #expect(try kept(rig).isEmpty)
  }

  @Test("what was done, and what a second Esc dropped, is not offered again")
  func finished() throws {
    let rig = try writing()
    rig.pass(milliseconds: 400)
    rig.press(.function(5))
    #expect(rig.text.contains("已保存"))
    #expect(try kept(rig).isEmpty)
    rig.press(.down, .character("2"))
    rig.type(Self.text)
    rig.pass(milliseconds: 400)
    rig.press(.escape)
    #expect(try kept(rig).count == 1)
    rig.press(.escape)
    #expect(try kept(rig).isEmpty)
  }

  @Test("what is refused, or waits for an answer, stays kept")
  func underAQuestion() throws {
    let rig = try Rig.ending()
    rig.backstage.take(.input(.signal(.hangup)))
    let next = try Rig(beside: rig)
    try next.signIn("chenmi")
    #expect(focus(next) == "question/unfinished")
    next.press(.enter)
    #expect(focus(next) == "form/end" && next.text.contains("申报组织来函退出"))
    next.press(.function(5), .function(8))
    #expect(next.text.contains("已保存"))
    let again = try Rig(beside: rig)
    try again.signIn("chenmi")
    #expect(focus(again).hasPrefix("queue/"))
  }

  @Test("the next login asks; who goes on finds the form on its check as it was, and finishes it")
  func goesOn() throws {
    let first = try writing()
    first.press(.tab, .right, .backTab)
    first.backstage.take(.input(.signal(.hangup)))
    let rows = first.canvas.rows
    let rig = try Rig(beside: first)
    try rig.signIn("zhengqi")
    #expect(focus(rig) == "question/unfinished")
    #expect(rig.text.contains("HZ26-0013，09-10 14:30 留存") && rig.text.contains(Self.text))
    rig.press(.enter)
    // The form as far as its texts reach; beside it is the screen beneath. An outcome that was known
    // when the form was opened carries no sign, one that is to be chosen does.
    func form(_ rows: [String]) -> [String] {
      rows.dropFirst(7).prefix(9).map {
        String($0.prefix(60)).replacing("*", with: " ").trimmingCharacters(in: .whitespaces)
      }
    }
    #expect(form(rig.canvas.rows) == form(rows))
    rig.type("。")
    rig.press(.escape)
    #expect(focus(rig) == "form/tick")
    rig.press(.function(5))
    #expect(rig.text.contains("已保存") && rig.text.contains("记录  " + Self.text))
    #expect(try kept(rig).isEmpty)
  }

  @Test("Esc asks again at the next login, F8 takes it away; Enter is never needed for that")
  func laterOrNever() throws {
    let first = try writing()
    first.backstage.take(.input(.signal(.hangup)))
    for key in [Key.escape, .function(8)] {
      let rig = try Rig(beside: first)
      try rig.signIn("zhengqi")
      #expect(focus(rig) == "question/unfinished")
      rig.press(key)
      #expect(focus(rig).hasPrefix("queue/"))
    }
    #expect(try kept(first).isEmpty)
  }

  @Test("a form whose ground is gone is shown with all its text, and kept until one lets it go")
  func cannotBeOpened() throws {
    let rig = try Rig(.scored)
    let store = rig.backstage.store
    let session = try store.signIn("zhengqi", passphrase: Demo.passphrase)
    let long = (1...60).map { "第\($0)行" }.joined(separator: "\n")
    _ = try store.keep(
      UnfinishedForm(
        place: UnfinishedForm.Place(
          screen: "onSite", form: "tick", dossier: "HZ26-0013", about: "gone"),
        title: "核查记录", time: Rig.now,
        fields: [UnfinishedForm.Field(id: "evidence", label: "记录", text: long)]),
      waiting: 0, by: session)
    try rig.signIn("zhengqi")
    rig.press(.enter)
    #expect(rig.text.contains("这份表单已不能打开") && rig.text.contains("第1行"))
    for _ in 1...70 { rig.press(.down) }
    #expect(rig.text.contains("第60行"))
    rig.press(.escape)
    #expect(try kept(rig).count == 1)
    let next = try Rig(beside: rig)
    try next.signIn("zhengqi")
    next.press(.enter, .function(8))
    #expect(try kept(rig).isEmpty && focus(next) == "onSite/checks")
  }

  @Test("an option no longer offered and a field that is gone are shown, and stay kept")
  func noPlace() throws {
    let first = try writing()
    first.backstage.take(.input(.signal(.hangup)))
    let store = first.backstage.store
    let session = try store.signIn("zhengqi", passphrase: Demo.passphrase)
    let form = try #require(try store.unfinished(by: session).first)
    let fields =
      form.fields.map { field in
        var field = field
        if field.id == "method" { field.text = "遥感" }
        return field
      } + [UnfinishedForm.Field(id: "weather", label: "天气", text: "有雾")]
    _ = try store.keep(form.with(fields, at: Rig.now), waiting: 0, by: session)
    let rig = try Rig(beside: first)
    try rig.signIn("zhengqi")
    rig.press(.enter)
    #expect(rig.text.contains("有雾") && rig.text.contains("遥感"))
    rig.press(.escape)
    #expect(focus(rig) == "form/tick" && rig.text.contains(Self.text))
    rig.type("。")
    rig.pass(milliseconds: 400)
    #expect(try text(rig, "weather") == ["有雾"])
  }

  @Test("two windows of one person lose nothing to one another")
  func twoWindows() throws {
    let first = try writing()
    first.pass(milliseconds: 400)
    let second = try Rig(beside: first)
    try second.signIn("zhengqi")
    second.press(.enter)
    second.type("，第二个窗口")
    second.pass(milliseconds: 400)
    first.type("，第一个窗口")
    first.pass(milliseconds: 400)
    #expect(
      try Set(text(first, "evidence"))
        == [Self.text + "，第一个窗口", Self.text + "，第二个窗口"])
    second.press(.function(5))
    #expect(try text(first, "evidence") == [Self.text + "，第一个窗口"])
  }

  @Test("nothing is called kept while the store cannot be written, and it is tried again by itself")
  func triesAgain() throws {
    let rig = try writing()
    try rig.tamper("ALTER TABLE unfinished RENAME TO elsewhere")
    rig.pass(milliseconds: 400)
    #expect(rig.text.contains("未留存") && !rig.text.contains("已留存"))
    try rig.tamper("ALTER TABLE elsewhere RENAME TO unfinished")
    rig.pass(milliseconds: 3_000)
    #expect(rig.text.contains("已留存"))
  }

  @Test("a passphrase field of a form is never written")
  func secretsStayOut() {
    let context = Context(
      language: .chinese, now: Rig.now, person: "zhengqi", size: Size(width: 120, height: 36))
    var console = Console(context: context)
    var form = Form([
      FormField(id: "plain", label: "名", kind: .text(TextField())),
      FormField(id: "secret", label: "口令", kind: .text(TextField(isSecret: true))),
    ])
    console.open(FormSheet(id: "any", title: .plain("表单"), form: form))
    form.fill("plain", "甲")
    form.fill("secret", "口令在此")
    console.overlay = .form(FormSheet(id: "any", title: .plain("表单"), form: form))
    guard case .keepForm(let kept, _)? = console.keepForm(waiting: 0).first else {
      Issue.record("nothing was written")
      return
    }
    #expect(kept.fields.map(\.text) == ["甲"])
  }
}
