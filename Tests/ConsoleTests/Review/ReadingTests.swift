import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("Independent review: where one has read, and bookmarks")
struct ReadingTests {
  private typealias World = ScreenWorld<ReviewScreen>

  private static let id = TheReview.dossier
  private static let first = Passage(
    kind: .selfEvaluation, item: "4.1.2", words: "自评报告 4.1.2.1，第 1 段")
  private static let table = Passage(
    kind: .selfEvaluation, item: "4.1.2", words: "自评报告 4.1.2.1，表 4.1-1")
  private static let board = Passage(
    kind: .selfEvaluation, item: "4.1.3", words: "自评报告 4.1.3，第 1 段")

  private static func reading(_ marks: [Passage] = [], until: Passage? = nil) -> Reading {
    var reading = Reading()
    for mark in marks { _ = reading.toggle(mark) }
    if let until { reading.read(until: until) }
    return reading
  }

  private func world(
    _ reading: Reading = Reading(), size: Size = Size(width: 120, height: 36)
  ) -> World {
    var world = World.review(size: size)
    world.send(.loaded(.reading(Self.id, reading)))
    return world
  }

  @Test("it is asked for with the draft, once")
  func asked() {
    var world = World.review(sheet: nil)
    world.send(.opened)
    world.screen = ReviewScreen()
    world.send(.opened)
    let effects = world.show()
    #expect(effects.contains(.load(.reading(Self.id))) && effects.contains(.load(.draft(Self.id))))
    world.send(.loaded(.reading(Self.id, Reading())))
    #expect(!world.show().contains(.load(.reading(Self.id))))
  }

  @Test("the review opens where one read last, and the head line says so until one goes on")
  func resumed() {
    var world = world(Self.reading(until: Self.board))
    #expect(world.screen.items.selected(world.context)?.id == "4.1.3")
    #expect(world.screen.title(world.context).text.contains("已读至 4.1.3，第 1 段"))
    world.press(.up)
    #expect(!world.screen.title(world.context).text.contains("已读至"))
    world.press(.tab)
    #expect(world.screen.evidence(world.context) == Self.first.words)
  }

  @Test("a passage of a document that is not there yet is waited for")
  func waits() {
    let until = Passage(kind: .profile, item: "4.1.3", words: "组织概述 P.1，第 2 段")
    var world = world(Self.reading(until: until))
    #expect(world.screen.items.selected(world.context)?.id == "4.1.3")
    #expect(world.screen.material.tab == .profile)
    // What was not shown yet is no place that one has read to.
    #expect(world.send(.leaving) == [])
    world.send(
      .loaded(
        .document(Self.id, TheReview.profile.id, MaterialText("# P.1 环境\n\n甲。\n\n客户遍布全国。"))))
    #expect(world.screen.evidence(world.context) == until.words)
  }

  @Test("scrolling writes nothing; a save and leaving write where one is, once")
  func written() {
    var world = world()
    var effects = world.press(.tab)
    for key in [Key.down, .pageDown, .up, .down] { effects += world.press(key) }
    #expect(effects == [])
    let there = Self.reading(until: Self.table)
    #expect(world.send(.leaving) == [.keepReading(Self.id, there)])
    #expect(world.send(.leaving) == [])
    world.press(.escape)
    world.type("5")
    world.press(.escape, .tab, .up)
    world.press(.escape)
    world.type("45")
    let saved = world.send(.timer(ReviewScreen.saveTimer))
    #expect(saved.contains(.keepReading(Self.id, Self.reading(until: Self.first))), "\(saved)")
  }

  @Test("the space sets a bookmark and takes it away; it is written on leaving, without the draft")
  func bookmark() {
    var world = world()
    #expect(world.press(.tab, .down, .character(" ")) == [])
    #expect(world.screen.reading.bookmarks == [Self.table])
    #expect(world.text.contains("书签"), "\(world.text)")
    let kept = Self.reading([Self.table], until: Self.table)
    #expect(world.send(.leaving) == [.keepReading(Self.id, kept)])
    world.press(.character(" "))
    #expect(world.screen.reading.bookmarks == [])
  }

  @Test("Ctrl-N goes from bookmark to bookmark in the order of the material, from any pane")
  func next() {
    var world = world(Self.reading([Self.board, Self.table]))
    world.press(.control("n"))
    #expect(world.screen.focusName == "text")
    #expect(world.screen.evidence(world.context) == Self.table.words)
    world.press(.control("n"))
    #expect(world.screen.evidence(world.context) == Self.board.words)
    world.press(.control("n"))
    #expect(world.screen.evidence(world.context) == Self.table.words)
  }

  @Test("without bookmarks the key says so; before the review is started there are none")
  func none() {
    let world = world()
    let offer = world.screen.offers(world.context).first { $0.id == "nextBookmark" }
    #expect(offer?.availability == .disabled(.Review.noBookmark))
    var before = World.review(TheReview.declared, sheet: nil)
    before.press(.tab)
    #expect(!before.screen.offers(before.context).contains { $0.id == "bookmark" })
  }

  @Test("bookmarks stay and can be set when the sheet is handed in")
  func handedIn() {
    var world = world(Self.reading([Self.table]))
    world.apply(
      .sheetHandedIn(reviewer: TheReview.me, revision: 1), by: TheReview.me)
    world.show()
    world.press(.tab, .character(" "))
    #expect(world.screen.reading.bookmarks == [Self.table, Self.first])
    let effects = world.send(.leaving)
    #expect(
      effects == [
        .keepReading(Self.id, Self.reading([Self.table, Self.first], until: Self.first))
      ], "\(effects)")
  }

  @Test("what was read as a person sees it")
  func snapshot() {
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24)] {
      var world = world(Self.reading([Self.table], until: Self.first), size: size)
      world.press(.tab)
      var canvas = Canvas(size: world.context.size)
      world.screen.paint(on: &canvas, in: world.context.room, world.context)
      Snapshots.expect(
        canvas, focus: world.screen.focusName, theme: .dark,
        is: "review-bookmarks-\(size.width)x\(size.height)-dark")
    }
  }
}
