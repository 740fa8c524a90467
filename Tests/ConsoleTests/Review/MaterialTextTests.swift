import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("Independent review: material beside the review")
struct MaterialTextTests {
  private static let cited = Citation(document: "自评报告", section: "4.1.2")

  @Test("Tables are aligned by columns on the screen, figures at the right")
  func table() {
    let rows = [["渠道", "2025 年次数"], ["午餐会", "12"], ["CEO 通报会", "4"]]
    #expect(
      TableText(rows, width: 40).lines.map(\.text) == [
        "渠道        2025 年次数",
        "午餐会               12",
        "CEO 通报会            4",
      ])
  }

  @Test("A table that is too wide is wrapped, and no line exceeds the width", arguments: [16, 30])
  func wide(_ width: Int) {
    let rows = [["事项", "董事会审议的权限"], ["固定资产投资", "五百万元以上、两千万元以下"]]
    let lines = TableText(rows, width: width).lines
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0.width() <= width })
  }

  @Test("a table that cannot be wrapped readably is scrolled sideways, its first column in sight")
  func sideways() {
    let rows = [
      ["指标", "2021", "2022", "2023", "2024", "2025"],
      ["营业收入（万元）", "123,456.78", "134,567.89", "145,678.90", "156,789.01", "167,890.12"],
    ]
    let block = MaterialBlock(kind: .table(rows, caption: "表 4.7-1 财务"), text: "财务")
    let layout = MaterialLayout([block], width: 40)
    #expect(layout.lines.map(\.text).contains { $0.hasSuffix("167,890.12") })
    #expect(layout.mostShift > 0)
    let end = layout.line(2, shiftedBy: layout.mostShift)
    #expect(end.text.hasPrefix("营业收入（万元）") && end.text.hasSuffix("167,890.12"))
    #expect(end.width() <= 40)
    // The caption stays where it is, and a figure is never broken.
    #expect(layout.line(0, shiftedBy: layout.mostShift).text == "表 4.7-1 财务")
    #expect(MaterialLayout([block], width: 200).mostShift == 0)
  }

  @Test("half a wide character at the edge is a blank")
  func halves() {
    #expect(Line("甲乙丙").droppingFirst(3).text == " 丙")
    #expect(Line("甲乙丙").droppingFirst(9).text == "")
  }

  @Test("< and >, and Shift with an arrow, scroll a wide table; the same text keeps its place")
  func keys() {
    var world = ScreenWorld.review()
    let head = "| 指标 | " + (2010...2025).map { "\($0) 年" }.joined(separator: " | ") + " |"
    let row = "| 收入 | " + (2010...2025).map { "\($0 * 10),000" }.joined(separator: " | ") + " |"
    let text =
      "# 4.1.2 高层\n\n"
      + [head, "|" + String(repeating: "---|", count: 17), row]
      .joined(separator: "\n")
    world.send(
      .loaded(.document(TheReview.dossier, TheReview.report.id, MaterialText(text))))
    world.press(.tab)
    #expect(world.text.contains("2010 年") && !world.text.contains("2025 年"))
    for _ in 0..<40 { world.press(.shiftRight) }
    #expect(world.text.contains("2025 年") && !world.text.contains("2010 年"))
    #expect(world.text.contains("指标"))
    world.press(.character("《"))
    #expect(!world.text.contains("2025 年"))
    world.press(.escape, .down, .up, .tab)
    #expect(!world.text.contains("2025 年") && !world.text.contains("2010 年"))
  }

  @Test("Evidence is named by the nearest heading, a table by its caption")
  func evidence() {
    let body = MaterialText(TheReview.reportText).part("4.1.2")!.body
    let blocks = MaterialBlock.blocks(of: body, cited: Self.cited)
    #expect(
      blocks.map(\.evidence) == [nil, "自评报告 4.1.2.1，第 1 段", "自评报告 4.1.2.1，表 4.1-1"])
    #expect(
      MaterialBlock.blocks(of: "一段", cited: Self.cited).map(\.evidence) == ["自评报告 4.1.2，第 1 段"])
  }

  @Test("A table without a caption is named by its heading")
  func bareTable() {
    let blocks = MaterialBlock.blocks(
      of: "## 4.1.2.2 双向沟通\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", cited: Self.cited)
    #expect(blocks.last?.evidence == "自评报告 4.1.2.2，第 1 段")
    #expect(blocks.last?.kind == .table([["甲", "乙"], ["1", "2"]], caption: nil))
  }

  @Test("What is shown is wrapped once per item and width")
  func cache() {
    var world = ScreenWorld.review()
    #expect(world.screen.material.cached == 1)
    world.press(.tab, .down, .up, .pageDown)
    #expect(world.screen.material.cached == 1)
    world.press(.escape, .down)
    #expect(world.screen.material.cached == 2)
    world.press(.up)
    #expect(world.screen.material.cached == 2)
    world.context.size = Size(width: 140, height: 40)
    world.press(.home)
    #expect(world.screen.material.cached == 3)
    world.send(
      .loaded(.document(TheReview.dossier, TheReview.report.id, MaterialText("# 4.1.2"))))
    #expect(world.screen.material.cached == 1)
  }

  @Test("The profile is asked for when its tab is shown, once")
  func lazy() {
    var world = ScreenWorld.review()
    world.press(.tab)
    #expect(world.press(.right) == [.load(.document(TheReview.dossier, TheReview.profile))])
    world.press(.left)
    #expect(world.press(.right).isEmpty)
  }

  @Test("F4 shows the guide with the band of the present percentage marked, and goes back")
  func guide() {
    var world = ScreenWorld.review()
    world.type("55")
    world.press(.enter, .up, .function(4))
    #expect(world.text.contains("50–65 %  ← 当前得分率 55%"))
    world.press(.function(4))
    #expect(world.screen.material.tab == .selfEvaluation)
  }

  @Test("F3 goes to the paragraph with the words, and says where there is none")
  func find() {
    var world = ScreenWorld.review()
    world.press(.function(3))
    world.type("午餐会")
    #expect(world.screen.evidence(world.context) == "自评报告 4.1.2.1，表 4.1-1")
    let effects = world.type("x")
    #expect(effects == [.say(Notice(.info, Phrase.Review.notFoundHere))])
    world.press(.escape)
    #expect(world.screen.focusName == "items")
  }

  @Test("A paragraph longer than the pane is read to its end before the next one comes")
  func longParagraph() {
    var pane = MaterialPane()
    let blocks = MaterialBlock.blocks(
      of: String(repeating: "战略", count: 100) + "\n\n末段", cited: Self.cited)
    let layout = MaterialLayout(blocks, width: 20)
    for _ in 0..<2 { _ = pane.handle(.down, in: layout, item: "4.2.2", rows: 10) }
    #expect(pane.place("4.2.2").cursor == 0)
    #expect(pane.place("4.2.2").offset == 10)
    _ = pane.handle(.down, in: layout, item: "4.2.2", rows: 10)
    #expect(pane.place("4.2.2").cursor == 1)
  }
}
