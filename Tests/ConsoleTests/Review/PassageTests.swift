import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("Independent review: from a comment to its passage and back")
struct PassageTests {
  private typealias World = ScreenWorld<ReviewScreen>

  private static func sheet(_ evidence: [String], point: String = "") -> Sheet {
    var sheet = Sheet()
    sheet.items["4.1.2"] = ItemReview(
      comments: [Comment(.strength, "高层逐年讲课", evidence: evidence)],
      sitePoints: point.isEmpty ? [] : [SitePoint(.verify, point)])
    return sheet
  }

  /// The comments of the first item, the first one selected.
  private func world(_ sheet: Sheet) -> World {
    var world = World.review(sheet: sheet)
    world.press(.enter, .down)
    return world
  }

  @Test("what F7 wrote leads back to where it was taken, and Esc to the comment")
  func back() {
    var world = World.review()
    world.press(.tab, .down, .function(7))
    world.type("有数据")
    world.press(.enter)
    world.press(.control("g"))
    #expect(world.screen.focusName == "text")
    #expect(world.screen.evidence(world.context) == "自评报告 4.1.2.1，表 4.1-1")
    world.press(.escape)
    #expect(world.screen.focusName == "comments")
    // And from the passage to the comment, as from anywhere else in the text.
    world.press(.escape, .tab, .control("g"))
    #expect(world.screen.focusName == "comments")
    #expect(world.screen.entryRow(world.context) == .comment(0))
  }

  @Test("of several passages the same key shows one after the other, in other documents too")
  func several() {
    var world = world(Self.sheet(["自评报告 4.1.3，第 1 段", "组织概述 P.1，第 1 段"]))
    world.press(.control("g"))
    #expect(world.screen.items.selected(world.context)?.id == "4.1.3")
    #expect(world.text.contains("董事会 5 人"), "\(world.text)")
  }

  @Test("a document that was not read yet is read first")
  func unread() {
    var world = world(Self.sheet(["组织概述 P.1，第 2 段"]))
    let effects = world.press(.control("g"))
    #expect(effects == [.load(.document(TheReview.dossier, TheReview.profile))])
    #expect(world.screen.focusName == "comments")
    world.send(
      .loaded(
        .document(
          TheReview.dossier, TheReview.profile.id, MaterialText("# P.1 环境\n\n甲。\n\n客户遍布全国。"))))
    #expect(world.screen.focusName == "text")
    #expect(world.screen.evidence(world.context) == "组织概述 P.1，第 2 段")
    world.press(.escape)
    #expect(world.screen.focusName == "comments")
  }

  @Test(
    "what was typed by hand, or cited before a splitting was corrected, is found as well as it can be",
    arguments: [
      ("表 4.1-1", "自评报告 4.1.2.1，表 4.1-1"), ("¶4.1.2.1", "自评报告 4.1.2.1，第 1 段"),
      ("自评报告 4.1.2.1，第 9 段", "自评报告 4.1.2.1，第 1 段"),
      ("自评报告 4.1.3.7", "自评报告 4.1.3，第 1 段"),
    ])
  func byHand(_ written: String, _ found: String) {
    var world = world(Self.sheet([written]))
    world.press(.control("g"))
    world.send(.loaded(.document(TheReview.dossier, TheReview.profile.id, MaterialText(""))))
    #expect(world.screen.evidence(world.context) == found)
  }

  @Test("what is nowhere is said, and one stays at the comment")
  func nowhere() {
    var world = world(Self.sheet(["附件九"]))
    world.press(.control("g"))
    let effects = world.send(
      .loaded(.document(TheReview.dossier, TheReview.profile.id, MaterialText(""))))
    #expect(effects.contains(.say(Notice(.info, .Review.passageNotFound("附件九")))), "\(effects)")
    #expect(world.screen.focusName == "comments")
  }

  @Test("a point for the visit carries its place in brackets, and leads there")
  func point() {
    var world = World.review()
    world.press(.enter, .end, .enter)
    world.type("核对讲课记录")
    world.press(.function(7), .enter)
    #expect(
      world.review("4.1.2").sitePoints == [SitePoint(.verify, "核对讲课记录（自评报告 4.1.2.1，第 1 段）")])
    world.press(.control("g"))
    #expect(world.screen.evidence(world.context) == "自评报告 4.1.2.1，第 1 段")
  }

  @Test("a comment that rests on nothing leads nowhere, and the offer says why")
  func nothing() {
    let world = world(Self.sheet([]))
    let offer = world.screen.offers(world.context).first { $0.id == "toPassage" }
    #expect(offer?.availability == .disabled(.Review.restsOnNothing))
  }

  @Test("the number of a table is its own: «表 4.1-1» is not «表 4.1-12»")
  func tables() {
    let cited = Citation(document: "自评报告", section: "4.1.2", table: "表 4.1-1")
    #expect(cited.fit("见表4.1-1") == .table && cited.fit("表 4.1-12") == nil)
  }
}
