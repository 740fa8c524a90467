import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("Independent review: comments")
struct ReviewWritingTests {
  @Test("F7 quotes the paragraph under the cursor as evidence of a new comment")
  func quoteNew() {
    var world = ScreenWorld.review()
    world.press(.function(7))
    #expect(world.screen.focusName == "entry")
    #expect(world.review("4.1.2").comments.isEmpty)
    world.type("高层逐年讲课")
    #expect(
      world.review("4.1.2").comments == [
        Comment(.strength, "高层逐年讲课", evidence: ["自评报告 4.1.2.1，第 1 段"])
      ])
  }

  @Test("A table is quoted by its number, and quoting twice takes it back")
  func quoteTable() {
    var world = ScreenWorld.review()
    world.press(.tab, .down, .function(7))
    world.type("有数据")
    #expect(world.review("4.1.2").comments.first?.evidence == ["自评报告 4.1.2.1，表 4.1-1"])
    world.press(.function(7))
    #expect(world.review("4.1.2").comments.first?.evidence == [])
  }

  @Test("A comment is turned, doubled and tagged while it is written, without letters")
  func keysWhileWriting() {
    var world = ScreenWorld.review()
    world.press(.enter, .enter)
    world.type("未见评价")
    world.press(.function(8), .function(4), .function(6), .enter)
    #expect(
      world.review("4.1.2").comments == [
        Comment(.opportunity, "未见评价", doubled: true, dimension: .approach)
      ])
    #expect(world.screen.focusName == "comments")
  }

  @Test("A comment without words is not on the sheet")
  func blank() {
    var world = ScreenWorld.review()
    world.press(.enter, .enter)
    world.type("a")
    world.press(.backspace)
    #expect(world.screen.editor.sheet.items["4.1.2"] == nil)
    world.press(.escape)
    #expect(world.review("4.1.2").comments.isEmpty)
  }

  @Test("Deleting is undone by F9")
  func deleteAndUndo() {
    var sheet = Sheet()
    sheet.items["4.1.2"] = ItemReview(comments: [Comment(.strength, "一"), Comment(.strength, "二")])
    var world = ScreenWorld.review(sheet: sheet)
    world.press(.enter, .down, .delete)
    #expect(world.review("4.1.2").comments.map(\.text) == ["二"])
    world.press(.function(9))
    #expect(world.review("4.1.2").comments.map(\.text) == ["一", "二"])
  }

  @Test("Space doubles a comment, and right tags it with the next dimension")
  func doubleAndTag() {
    var sheet = Sheet()
    sheet.items["4.1.2"] = ItemReview(comments: [Comment(.strength, "一")])
    var world = ScreenWorld.review(sheet: sheet)
    world.press(.enter, .down, .character(" "), .right, .right)
    #expect(
      world.review("4.1.2").comments == [
        Comment(.strength, "一", doubled: true, dimension: .deployment)
      ])
  }

  @Test("Points to verify become points to clarify and back")
  func points() {
    var world = ScreenWorld.review()
    world.press(.enter, .end, .enter)
    world.type("会议记录")
    world.press(.enter, .character(" "))
    #expect(world.review("4.1.2").sitePoints == [SitePoint(.clarify, "会议记录")])
  }

  @Test(
    "House rules are hints on advice, style, missing evidence and contradiction",
    arguments: [
      (Comment(.opportunity, "应当建立机制", evidence: ["¶1"]), HouseRule.advice("应当")),
      (Comment(.opportunity, "报告行文冗长", evidence: ["¶1"]), .writingStyle("行文")),
      (Comment(.strength, "有机制"), .noEvidence),
      (
        Comment(.strength, "有机制", dimension: .approach, evidence: ["¶4.1.2.1"]),
        .contradiction("¶4.1.2.1")
      ),
    ])
  func houseRules(_ comment: Procedure.Comment, _ rule: HouseRule) {
    let other = Comment(.opportunity, "机制不全", dimension: .approach, evidence: ["¶4.1.2.1"])
    #expect(HouseRule.hints(on: comment, among: [comment, other]) == [rule])
  }

  @Test("R3: findings, key factors, overall comment and hours are stored as the head's slot")
  func head() {
    var world = ScreenWorld.review()
    world.press(.function(6), .right)
    #expect(world.screen.editor.sheet.head.findings[.conditions] == Finding(.yes))
    #expect(world.screen.editor.unsaved == [.head])
    #expect(world.offer("quote").map(\.id) == nil)
    world.press(.function(9))
    #expect(world.screen.editor.sheet.head.findings[.conditions] == nil)
    #expect(world.screen.headForm?.choice("conditions") == 0)
  }

  @Test("Hours are taken as people write them, or refused at their field; no character is dropped")
  func hours() throws {
    var world = ScreenWorld.review()
    world.press(.function(6))
    let place = try #require(world.screen.headForm?.fields.firstIndex { $0.id == "hours" })
    world.screen.headForm?.setFocus(place)
    world.type("８")
    #expect(world.screen.editor.sheet.head.hours == 8)
    world.type(".5")
    #expect(world.screen.headForm?.text("hours") == "８.5")
    #expect(world.screen.headForm?.errors["hours"] == "须为整数，不能是 ８.5；可写 8、8小时")
    #expect(world.screen.editor.sheet.head.hours == nil)
    world.press(.function(5))
    #expect(world.screen.focusName == "head")
    world.press(.control("u"))
    world.type("八")
    #expect(world.screen.editor.sheet.head.hours == 8)
    #expect(world.screen.headForm?.errors["hours"] == nil)
    world.press(.control("u"))
    world.type("12 小时")
    #expect(world.screen.editor.sheet.head.hours == 12)
    #expect(world.screen.headForm?.errors["hours"] == nil)
  }

  @Test("An entry over its limit keeps every character, says how many, and is not handed in")
  func tooLongEntry() {
    var world = ScreenWorld.review(sheet: TheReview.complete)
    world.press(.enter, .enter)
    let long = String(repeating: "字", count: EntryEditor.maxLength + 12)
    world.send(.paste(long))
    #expect(world.review("4.1.2").comments.contains { $0.text == long })
    #expect(world.text.contains("超出 12 字"))
    world.press(.escape, .function(5))
    #expect(world.screen.focus == .checklist)
    #expect(world.text.contains("过长"))
    #expect(world.offer("submit")?.isAvailable == false)
  }

  @Test("The caret stands where a comment is typed, and nowhere else")
  func caret() {
    var world = ScreenWorld.review()
    var canvas = Canvas(size: world.context.size)
    let room = Rect(x: 0, y: 2, width: 120, height: 33)
    world.screen.paint(on: &canvas, in: room, world.context)
    #expect(canvas.caret == nil)
    world.press(.function(7))
    world.screen.paint(on: &canvas, in: room, world.context)
    let start = canvas.caret
    world.type("战略")
    world.screen.paint(on: &canvas, in: room, world.context)
    #expect(canvas.caret == start.map { Point(x: $0.x + 4, y: $0.y) })
  }
}
