import Criteria
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

/// What one person wrote on two laptops: both are shown, one key chooses, nothing is lost by it.
@Suite("Independent review: places that stand twice")
struct TwiceTests {
  private typealias World = ScreenWorld<ReviewScreen>
  private static let key = Terminal.Key.control("t")

  private static func item(_ mark: Int, _ comments: Procedure.Comment...) -> ItemReview {
    ItemReview(mark: .percentage(Percentage(mark)!), comments: comments)
  }

  private static let here = item(
    65, Comment(.strength, "每年三次审视使命与愿景", evidence: ["自评报告 4.1.2.1"]),
    Comment(.opportunity, "未见对下级单位的要求"))
  private static let there = item(
    50, Comment(.strength, "每年三次审视使命与愿景", evidence: ["自评报告 4.1.2.1"]),
    Comment(.strength, "总经理每年到车间讲课十二次，有记录", doubled: true))

  /// A sheet with two items, one of which stands twice.
  private static var copy: DraftCopy {
    var sheet = Sheet(items: ["4.1.2": here, "4.1.3": item(70)])
    sheet.head.hours = 4
    var copy = DraftCopy(sheet: sheet)
    copy.others[.item("4.1.2")] = [Sheet(items: ["4.1.2": there])]
    return copy
  }

  /// …and the overall part, too.
  private static var headTwice: DraftCopy {
    var copy = copy
    var other = Sheet()
    other.head.overall = "领导作用发挥较好；战略展开到部门的证据不足。"
    other.head.findings[.conditions] = Finding(.partly, note: "营业执照待核")
    copy.others[.head] = [other]
    return copy
  }

  private func world(
    _ copy: DraftCopy = Self.copy, size: Size = Size(width: 120, height: 36)
  ) -> World {
    var world = World.review(sheet: nil, size: size)
    world.send(.loaded(.draft(TheReview.dossier, copy)))
    return world
  }

  /// What goes to the store.
  private func saved(_ world: inout World) -> (Sheet, OtherSides, base: Sheet, OtherSides)? {
    for case .saveDraft(_, _, let sheet, let others, let base, let besides, _) in world.send(
      .timer(ReviewScreen.saveTimer))
    { return (sheet, others, base, besides) }
    return nil
  }

  // MARK: What is seen

  @Test(
    "both are seen: the mark and the comments of the other under one's own",
    arguments: [
      Size(width: 120, height: 36), Size(width: 80, height: 24),
    ])
  func snapshot(size: Size) {
    var world = world(size: size)
    if size.width < 100 { world.press(.tab, .tab) }
    expect(world, "review-twice")
  }

  @Test("the overall part as well: what differs in it")
  func snapshotOfHead() {
    var world = world(Self.headTwice)
    world.press(.function(6))
    expect(world, "review-twice-head")
  }

  @Test("the list before handing in names what stands twice first")
  func snapshotOfGaps() {
    var world = world(Self.headTwice)
    let effects = world.press(.function(5))
    guard case .say(let notice)? = effects.last else {
      Issue.record("nothing is said: \(effects)")
      return
    }
    #expect(notice.text.zh.contains("整体意见、4.1.2"))
    expect(world, "review-twice-gaps")
  }

  private func expect(_ world: World, _ name: String) {
    var canvas = Canvas(size: world.context.size)
    world.screen.paint(on: &canvas, in: world.context.room, world.context)
    let size = "\(world.context.size.width)x\(world.context.size.height)"
    Snapshots.expect(
      canvas, focus: world.screen.focusName, theme: .dark, is: "\(name)-\(size)-dark")
  }

  // MARK: Choosing

  @Test(
    "one key asks, each answer writes its side, undo brings both back",
    arguments: [
      ("this", here), ("other", there),
      ("both", item(65, here.comments[0], here.comments[1], there.comments[1])),
    ])
  func choose(answer: String, comesTo: ItemReview) throws {
    var world = world()
    let asked = world.press(Self.key)
    let question = try #require(World.question(asked))
    #expect(question.lines.contains { $0.zh.contains("65%") })
    #expect(question.lines.contains { $0.zh.contains("50%") })
    world.follow(asked, answer)
    #expect(world.review("4.1.2") == comesTo && world.screen.editor.others.isEmpty)
    let sent = try #require(saved(&world))
    #expect(sent.0.items["4.1.2"] == comesTo && sent.1.isEmpty)
    #expect(sent.base == Self.copy.sheet && sent.3 == Self.copy.others)
    world.send(.done(ReviewScreen.saveTimer, []))
    #expect(world.offer("chooseSide") == nil)

    world.press(.function(9))
    #expect(world.review("4.1.2") == Self.here)
    #expect(world.screen.editor.others == Self.copy.others)
    let back = try #require(saved(&world))
    #expect(back.1 == Self.copy.others && back.3.isEmpty)
    #expect(world.offer("chooseSide") != nil)
  }

  @Test("Esc chooses nothing; writing on leaves the other where it stands")
  func later() throws {
    var world = world()
    world.follow(world.press(Self.key), "later")
    #expect(world.screen.editor.others == Self.copy.others)
    #expect(saved(&world) == nil)
    world.type("80")
    world.press(.enter)
    let sent = try #require(saved(&world))
    #expect(sent.0.items["4.1.2"]?.mark?.percentage?.value == 80)
    #expect(sent.1 == Self.copy.others && sent.3 == Self.copy.others)
  }

  @Test("comments of both are offered only where each has some that the other has not")
  func bothOnlyWhereBoth() throws {
    var copy = Self.copy
    copy.others[.item("4.1.2")] = [Sheet(items: ["4.1.2": Self.item(40, Self.here.comments[0])])]
    var world = world(copy)
    let question = try #require(World.question(world.press(Self.key)))
    #expect(question.choices.map(\.id) == ["later", "other", "this"])
  }

  @Test("three laptops: one after the other is asked about")
  func three() throws {
    var copy = Self.copy
    copy.others[.item("4.1.2")]?.append(Sheet(items: ["4.1.2": Self.item(20)]))
    var world = world(copy)
    world.follow(world.press(Self.key), "this")
    #expect(world.screen.editor.others[.item("4.1.2")]?.count == 1)
    world.follow(world.press(Self.key), "other")
    #expect(world.screen.editor.others.isEmpty)
    #expect(world.review("4.1.2") == Self.item(20))
  }

  @Test("where nothing at hand stands twice the key goes to the next place that does")
  func next() {
    var world = world(Self.headTwice)
    world.press(.down)
    #expect(world.offer("chooseSide") == nil)
    world.press(Self.key)
    #expect(world.screen.focus == .head)
    world.follow(world.press(Self.key), "other")
    #expect(world.screen.editor.sheet.head.overall.hasPrefix("领导作用"))
    #expect(world.screen.headForm?.text("overall").hasPrefix("领导作用") == true)
    world.press(.escape, .down)
    world.press(Self.key)
    #expect(world.screen.selected(world.context)?.id == "4.1.2")
  }

  // MARK: Handing in

  @Test("a whole sheet that stands twice somewhere is not handed in until one was chosen")
  func handIn() throws {
    var copy = DraftCopy(sheet: TheReview.complete)
    copy.others[.item("4.1.2")] = [Sheet(items: ["4.1.2": Self.there])]
    var world = world(copy)
    world.press(.function(5))
    #expect(world.screen.focus == .checklist && world.screen.pendingSheet == nil)
    #expect(world.refuses(.function(5)) || world.screen.pendingSheet == nil)
    world.press(.enter)
    #expect(world.screen.focus == .items)
    world.follow(world.press(Self.key), "other")
    let effects = world.press(.function(5))
    #expect(World.question(effects)?.id == "handIn")
  }

  // MARK: What comes in

  @Test("what came from another laptop while the screen stood open is shown")
  func follows() {
    var world = world(DraftCopy(sheet: Self.copy.sheet))
    #expect(world.send(.storeChanged).contains(.load(.draft(TheReview.dossier))))
    world.send(.loaded(.draft(TheReview.dossier, Self.copy)))
    #expect(world.screen.editor.others == Self.copy.others)
    #expect(world.text.contains("≠ 4.1.2"))
    // Settled elsewhere, it is settled here.
    var settled = Self.copy
    (settled.sheet.items["4.1.2"], settled.others) = (Self.there, [:])
    world.send(.loaded(.draft(TheReview.dossier, settled)))
    #expect(world.review("4.1.2") == Self.there && world.screen.editor.others.isEmpty)
  }

  @Test("keeping what is here over what another window wrote keeps what stands beside it")
  func insists() throws {
    var world = world(DraftCopy(sheet: Self.copy.sheet))
    world.type("80")
    world.press(.enter)
    _ = saved(&world)
    let conflict = DraftConflict(
      slots: [.item("4.1.2")], stored: Self.copy.sheet, others: Self.copy.others)
    world.follow(world.send(.loaded(.draftConflict(TheReview.dossier, conflict))), "mine")
    #expect(world.screen.editor.others == Self.copy.others)
    #expect(world.review("4.1.2").mark?.percentage?.value == 80)
  }

  @Test("a sheet that was handed in elsewhere shows what was written here beside it, once said")
  func leftBeside() throws {
    var world = world()
    world.apply(.sheetHandedIn(reviewer: TheReview.me, revision: 1), by: TheReview.me)
    world.apply(
      .sheetRecorded(reviewer: TheReview.me, revision: 1, sheet: TheReview.complete),
      by: TheReview.me)
    #expect(world.show().contains(.load(.leftBeside(TheReview.dossier))))
    let said = world.send(.loaded(.leftBeside(TheReview.dossier, Self.copy.others)))
    guard case .say(let notice)? = said.first else {
      Issue.record("nothing is said: \(said)")
      return
    }
    #expect(notice.text.zh.contains("4.1.2"))
    #expect(world.text.contains("不在交出的评审表里"))
    #expect(world.offer("chooseSide") == nil)
    world.show()
    #expect(world.send(.loaded(.leftBeside(TheReview.dossier, Self.copy.others))).isEmpty)
    #expect(world.text.contains("不在交出的评审表里"))
  }

  @Test("a review that was started elsewhere says that nothing of it is here yet")
  func startedElsewhere() {
    var world = World.review(sheet: nil)
    var copy = DraftCopy(sheet: Sheet())
    copy.isElsewhere = true
    let said = world.send(.loaded(.draft(TheReview.dossier, copy)))
    #expect(said == [.say(Notice(.warning, .Review.startedElsewhere))])
  }
}
