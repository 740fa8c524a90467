import Foundation
import Testing

@testable import Terminal

@Suite("Forms, dialogs, palette")
struct AskingTests {
  private func form() -> Form {
    Form([
      FormField(id: "name", label: "组织", kind: .text(TextField()), isRequired: true),
      FormField(id: "kind", label: "行业", kind: .choice(options: ["制造", "服务"], selected: 0)),
      FormField(id: "note", label: "说明", kind: .area(TextArea(), rows: 3), help: "可分段"),
      FormField(id: "soe", label: "国有", kind: .toggle(false)),
      FormField(
        id: "docs", label: "材料",
        kind: .multiple(options: ["申报表", "自评"], selected: [], cursor: 0)),
    ])
  }

  @Test("a form is filled with Enter, arrows and the space key alone")
  func fill() {
    var form = form()
    for key in [Key.character("钱"), .character("江"), .enter, .right, .enter] {
      _ = form.handle(key)
    }
    #expect(form.focus == 2)
    for key in [Key.character("一"), .enter, .character("二"), .tab] { _ = form.handle(key) }
    for key in [Key.character(" "), .enter, .right, .character(" ")] { _ = form.handle(key) }
    #expect(form.text("name") == "钱江")
    #expect(form.choice("kind") == 1)
    #expect(form.text("note") == "一\n二")
    #expect(form.isOn("soe"))
    #expect(form.selection("docs") == [1])
    #expect(form.handle(.enter) == .submitted)
    #expect(form.handle(.escape) == .cancelled)
  }

  @Test("options that do not fit are shown whole, with signs that there are more")
  func manyOptions() {
    var field = FormField(
      id: "who", label: "到会",
      kind: .multiple(options: ["赵一", "钱二", "孙三", "李四"], selected: [], cursor: 0))
    func row() -> String {
      var canvas = Canvas(size: Size(width: 24, height: 1), policy: .narrow)
      field.paint(on: &canvas, in: canvas.bounds, isFocused: true, ground: .plain)
      return canvas.rows[0].trimmingCharacters(in: .whitespaces)
    }
    #expect(row() == "[ ] 赵一  [ ] 钱二   ›")
    for _ in 0..<3 { _ = field.handle(.right) }
    #expect(row() == "‹ [ ] 孙三  [ ] 李四")
  }

  @Test("arrows in a text area leave it only at its first and last line")
  func areaInForm() {
    var form = form()
    form.setFocus(2)
    for key in [Key.character("一"), .enter, .character("二"), .up] { _ = form.handle(key) }
    #expect(form.focus == 2)
    _ = form.handle(.up)
    #expect(form.focus == 1)
    #expect(form.handle(.backTab) == .handled)
    #expect(form.handle(.up) == .ignored)
  }

  @Test("a field's error stands under it until the field changes")
  func errors() {
    var form = form()
    form.errors["name"] = "必填"
    form.setFocus(3)
    form.focusFirstError()
    #expect(form.focus == 0)
    var canvas = Canvas(size: Size(width: 30, height: 12), policy: .narrow)
    form.paint(on: &canvas, in: canvas.bounds)
    #expect(canvas.rows[1].contains("! 必填"))
    #expect(form.paste("西溪\n生物") == .changed)
    #expect(form.errors.isEmpty)
    #expect(form.text("name") == "西溪 生物")
  }

  @Test("a form taller than its room shows the field with the focus")
  func tallForm() {
    var form = form()
    form.setFocus(4)
    var canvas = Canvas(size: Size(width: 40, height: 2), policy: .narrow)
    form.paint(on: &canvas, in: canvas.bounds)
    #expect(canvas.dump().contains("申报表"))
  }

  @Test("Enter never takes a choice that asks for its own key")
  func dialog() {
    let rect = Rect(x: 0, y: 0, width: 80, height: 24)
    var dialog = Dialog(
      title: "提交", lines: ["提交后封存。"],
      choices: [
        .init(id: "submit", title: "提交", key: .function(8), keyName: "F8", needsOwnKey: true),
        .init(id: "back", title: "返回", key: .function(7), keyName: "F7"),
      ], focus: 1)
    #expect(dialog.handle(.enter, in: rect) == .chosen("back"))
    #expect(dialog.handle(.left, in: rect) == .handled)
    #expect(dialog.handle(.enter, in: rect) == .ignored)
    #expect(dialog.click(0) == .handled)
    #expect(dialog.handle(.function(8), in: rect) == .chosen("submit"))
    #expect(dialog.handle(.escape, in: rect) == .cancelled)
    #expect(dialog.handle(.function(5), in: rect) == .ignored)
  }

  @Test(
    "whatever its words break into, a dialog scrolls to their end, and says how many are hidden")
  func dialogScrolls() {
    let rect = Rect(x: 0, y: 0, width: 60, height: 16)
    var dialog = Dialog(
      title: "核对", lines: [Line(String(repeating: "甲乙丙丁", count: 150)), "最后一行"],
      choices: [.init(id: "yes", title: "好", key: .function(8), keyName: "F8", needsOwnKey: true)])
    func shown() -> String {
      var canvas = Canvas(size: Size(width: 60, height: 16), policy: .narrow)
      dialog.paint(on: &canvas, in: rect)
      return canvas.dump()
    }
    let top = shown()
    #expect(top.contains("↑0 ↓") && !top.contains("最后一行"))
    for _ in 0..<40 { _ = dialog.handle(.down, in: rect, policy: .narrow) }
    #expect(shown().contains("最后一行") && shown().contains("↓0"))
    // No press was beyond the end: the first one back is seen.
    _ = dialog.handle(.up, in: rect, policy: .narrow)
    #expect(shown().contains("↓1"))
    _ = dialog.handle(.home, in: rect, policy: .narrow)
    #expect(shown() == top)
    _ = dialog.handle(.end, in: rect, policy: .narrow)
    #expect(shown().contains("↓0"))
    _ = dialog.handle(.pageUp, in: rect, policy: .narrow)
    #expect(!shown().contains("↓0"))
  }

  @Test("a dialog covers the hit regions and the caret of what lies under it")
  func dialogCovers() {
    var canvas = Canvas(size: Size(width: 80, height: 24), policy: .narrow)
    canvas.addHit(canvas.bounds, HitTarget("list"))
    canvas.caret = Point(x: 1, y: 1)
    Dialog(
      title: "提交", lines: ["甲"], choices: [.init(id: "a", title: "好", key: .enter, keyName: "⏎")]
    ).paint(on: &canvas, in: canvas.bounds)
    #expect(canvas.caret == nil)
    #expect(Set(canvas.hits.map(\.target.name)) == ["dialog"])
  }

  @Test(
    "the palette finds an action by Chinese name, pinyin initials, English and full-width letters",
    arguments: [
      ("提交", "submit"), ("tj", "submit"), ("ＴＪ", "submit"), ("Subm", "submit"), ("查", "find"),
      ("评审", "submit"), ("", "find"),
    ])
  func palette(query: String, first: String) {
    var palette = Palette(
      [
        .init(id: "find", title: "查找", keys: "F3", terms: ["cz", "find"]),
        .init(id: "submit", title: "提交评审…", keys: "F5", terms: ["tjps", "submit"]),
      ], title: "操作", label: "查找")
    for character in query { _ = palette.handle(.character(character)) }
    #expect(palette.selected?.id == first)
    #expect(palette.handle(.enter) == .chosen(first))
  }

  @Test("an action that cannot be done stays visible with its reason and is refused")
  func refused() {
    var palette = Palette(
      [.init(id: "submit", title: "提交", terms: ["tj"], reason: "还有 5 条未评")], title: "操作",
      label: "查找")
    var canvas = Canvas(size: Size(width: 60, height: 10), policy: .narrow)
    palette.paint(on: &canvas, in: canvas.bounds)
    #expect(canvas.dump().contains("还有 5 条未评"))
    #expect(palette.handle(.enter) == .refused(reason: "还有 5 条未评"))
    palette.paste("没有这个")
    #expect(palette.handle(.enter) == .ignored)
    #expect(palette.handle(.escape) == .cancelled)
  }

  @Test("a disabled action stays readable: a long reason is cut before its name")
  func longReason() {
    let palette = Palette(
      [
        .init(
          id: "close", title: "结束公示…",
          reason: "Q3 公示到 2026-03-09 24 时为止，不能提前结束（办法四（一）），请期满后再办理")
      ], title: "操作", label: "查找", placeholder: "")
    var canvas = Canvas(size: Size(width: 80, height: 10))
    palette.paint(on: &canvas, in: canvas.bounds)
    let row = canvas.dump().split(separator: "\n").first { $0.contains("结束公示…") }
    #expect(row?.contains("Q3 公示到 2026-03-09") == true)
  }
}
