import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("Independent review: marking")
struct ReviewMarkingTests {
  private let toBeStored: [Effect] = [.markUnsaved, .startTimer("save", milliseconds: 400)]

  @Test(
    "A digit on the items goes into the percentage, of either width, and Enter goes on",
    arguments: ["55", "５５"])
  func digits(_ typed: String) {
    var world = ScreenWorld.review()
    #expect(world.type(typed) == toBeStored)
    #expect(world.screen.focus == .percentage)
    #expect(world.review("4.1.2").mark == .percentage(Percentage(55)!))
    world.press(.enter)
    #expect(world.screen.focus == .items)
    #expect(world.screen.selected(world.context)?.id == "4.1.3")
  }

  @Test("R3: the line is not shown to those who review, unless a bureau wants it so")
  func lineIsHidden() {
    var world = ScreenWorld.review()
    #expect(!world.text.contains("550"))
    #expect(world.text.contains(Phrase.lineIsHidden.zh))
    world.showTheLine()
    #expect(world.text.contains("材料评审线 550"))
  }

  @Test("Digits that are no percentage are not taken, and what was there stays")
  func betweenSteps() {
    var world = ScreenWorld.review()
    world.type("55")
    world.press(.enter, .up)
    world.type("47")
    let effects = world.press(.enter)
    guard case .say(let notice)? = effects.first else {
      Issue.record("nothing said: \(effects)")
      return
    }
    #expect(notice.text.zh == "47 不是合法得分率，仍是 55 %（得分率以 5 为一档：45 或 50）")
    #expect(world.review("4.1.2").mark == .percentage(Percentage(55)!))
    world.press(.escape)
    #expect(world.screen.focus == .items)
    #expect(world.review("4.1.2").mark == .percentage(Percentage(55)!))
  }

  @Test("Habit 1: arrows change the percentage only while its field has the focus")
  func arrows() {
    var world = ScreenWorld.review()
    #expect(world.press(.right).isEmpty)
    #expect(world.review("4.1.2").mark == nil)
    world.press(.tab, .tab)
    #expect(world.screen.focus == .percentage)
    world.press(.right)
    #expect(world.review("4.1.2").mark == .percentage(Percentage(50)!))
    world.press(.right, .right, .left)
    #expect(world.review("4.1.2").mark == .percentage(Percentage(55)!))
  }

  @Test("Undo takes a percentage back as one step and goes to its item")
  func undo() {
    var world = ScreenWorld.review()
    world.type("55")
    world.press(.enter)
    #expect(world.press(.function(9)) == toBeStored)
    #expect(world.review("4.1.2").mark == nil)
    #expect(world.screen.selected(world.context)?.id == "4.1.2")
    #expect(world.offer("undo")?.isAvailable == false)
  }

  @Test("Saving sends exactly the slots that were changed, and a failure sends them again")
  func slots() {
    var world = ScreenWorld.review()
    world.type("55")
    world.press(.enter)
    world.type("60")
    let effects = world.send(.timer("save"))
    let slots: Set<DraftSlot> = [.item("4.1.2"), .item("4.1.3")]
    #expect(
      effects == [
        .stopTimer("save"),
        .saveDraft(
          TheReview.dossier, slots, world.screen.editor.sheet, over: Sheet(), ticket: "save"),
      ])
    world.send(.failed("save"))
    #expect(world.screen.editor.unsaved == slots)
    world.send(.timer("save"))
    world.send(.done("save", []))
    #expect(world.send(.leaving).isEmpty)
  }

  @Test("Leaving saves at once what has not been stored")
  func leaving() {
    var world = ScreenWorld.review()
    world.type("5")
    let effects = world.send(.leaving)
    #expect(
      effects.last
        == .saveDraft(
          TheReview.dossier, [.item("4.1.2")], world.screen.editor.sheet, over: Sheet(),
          ticket: "save"))
  }

  @Test("Bands are chosen per dimension, and leaving them is a hint")
  func bands() {
    var world = ScreenWorld.review()
    world.type("55")
    world.press(.enter, .up, .tab, .tab, .tab)
    #expect(world.screen.focus == .bands)
    world.press(.right, .down, .right, .right)
    #expect(world.review("4.1.2").bands == [.approach: .from50, .deployment: .from70])
    world.press(.up, .delete)
    #expect(world.review("4.1.2").bands == [.deployment: .from70])
    #expect(world.text.contains("得分率超出所选档位的范围"))
  }

  @Test("An abstention bears its reason")
  func abstention() {
    var world = ScreenWorld.review()
    guard case .open(var sheet)? = world.press(.function(8)).first else {
      Issue.record("no form")
      return
    }
    _ = sheet.form.paste("亲属在该部门任职")
    world.press(.down)
    let effects = world.fill(sheet)
    #expect(effects == [.endForm] + toBeStored)
    #expect(world.review("4.1.2").mark == .abstained(reason: "亲属在该部门任职"))
    #expect(world.review("4.1.3").mark == nil)
  }

  @Test("Nothing crashes and something is shown at any size", arguments: [1, 20, 60, 80, 100, 300])
  func sizes(_ width: Int) {
    for height in [1, 16, 24, 60] {
      var world = ScreenWorld.review(size: Size(width: width, height: height))
      world.type("55")
      _ = world.text
      for key in [Key.tab, .function(7), .function(6), .escape, .function(5), .down, .escape] {
        world.press(key)
        _ = world.text
      }
    }
  }
}
