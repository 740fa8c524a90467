import Criteria
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("On site: marks, total and tiers (S4, S6)")
struct SiteMarkTests {
  private func marks(_ person: PersonID) -> ScreenWorld<OnSiteScreen> {
    var world = ScreenWorld.visit()
    world.context.person = person
    world.show()
    world.press(.function(8))
    return world
  }

  @Test("S4: an examiner proposes, the leader settles; space keeps the material percentage")
  func roles() {
    var leader = marks(TheVisit.leader)
    #expect(
      leader.press(.character(" ")) == [
        .perform(
          [.dossier(TheVisit.id, .settleSiteMark("4.1.2", Percentage(60)!, reason: ""))],
          ticket: "percentage")
      ])
    var examiner = marks(TheVisit.examiner)
    #expect(
      examiner.press(.character(" ")) == [
        .perform(
          [.dossier(TheVisit.id, .proposeSiteMark("4.1.2", Percentage(60)!, reason: ""))],
          ticket: "percentage")
      ])
  }

  @Test("S4: Enter twice keeps what offers itself, and goes on to the next open item")
  func enterTwice() {
    var world = marks(TheVisit.leader)
    #expect(world.press(.enter).isEmpty)
    #expect(world.screen.isTyping)
    #expect(world.press(.enter).count == 1)
    world.send(.done("percentage", []))
    #expect(!world.screen.isTyping)
    #expect(world.screen.marks.selected(world.context)?.id == "4.1.3")
  }

  @Test("S4: a change from the material percentage asks for its reason first")
  func changeNeedsReason() throws {
    var world = marks(TheVisit.leader)
    world.press(.character("７"))
    world.press(.character("0"))
    var sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.enter)))
    #expect((sheet.id, sheet.about) == ("reason", "4.1.2/70"))
    sheet.form.fill("reason", "现场证实")
    #expect(
      world.fill(sheet) == [
        .perform(
          [.dossier(TheVisit.id, .settleSiteMark("4.1.2", Percentage(70)!, reason: "现场证实"))],
          ticket: "percentage")
      ])
  }

  @Test("S4: an examiner is told that others' proposals are sealed, until the item is settled")
  func sealedProposals() {
    var world = marks(TheVisit.examiner)
    #expect(world.text.contains("组长定分后可见"))
    #expect(!marks(TheVisit.leader).text.contains("组长定分后可见"))
    world.apply(
      .siteMarkSettled(item: "4.1.2", percentage: Percentage(60)!, reason: ""),
      by: TheVisit.leader)
    world.show()
    #expect(!world.text.contains("组长定分后可见"))
  }

  @Test("S4: the leader is offered what all examiners propose, with their reasons")
  func proposalOffersItself() throws {
    var world = ScreenWorld.visit()
    for (person, reason) in [(TheVisit.examiner, "看板数据完整"), ("qianer", "员工能说明")] {
      world.apply(
        .siteMarkProposed(item: "4.1.2", percentage: Percentage(65)!, reason: reason), by: person)
    }
    world.show()
    world.press(.function(8))
    world.press(.enter)
    #expect(world.screen.marks.entry?.field.text == "65")
    let sheet = try #require(ScreenWorld<OnSiteScreen>.form(world.press(.enter)))
    #expect(sheet.form.text("reason").contains("看板数据完整"))
    #expect(sheet.form.text("reason").contains("员工能说明"))
  }

  @Test("Arrows change a percentage only while its field has the focus")
  func arrows() {
    var world = marks(TheVisit.leader)
    world.press(.right)
    #expect(world.screen.marks.entry == nil)
    world.press(.enter)
    world.press(.right)
    #expect(world.screen.marks.entry?.field.text == "65")
  }

  @Test("S4: a figure between two steps is refused with the steps, nothing is rounded")
  func noRounding() {
    var world = marks(TheVisit.leader)
    for digit in "57" { world.press(.character(digit)) }
    guard case .say(let notice)? = world.press(.enter).first else {
      Issue.record("nothing said")
      return
    }
    #expect(notice.text.zh == "57 不是合法得分率，仍未评分（得分率以 5 为一档：55 或 60）")
  }

  @Test("S4: the rest is settled at one stroke, after a question that names other proposals")
  func rest() throws {
    var world = ScreenWorld.visit()
    world.apply(
      .siteMarkSettled(item: "4.1.2", percentage: Percentage(60)!, reason: ""),
      by: TheVisit.leader)
    world.apply(
      .siteMarkProposed(item: "4.1.3", percentage: Percentage(65)!, reason: "…"),
      by: TheVisit.examiner)
    world.show()
    world.press(.function(8))
    let asked = world.press(.function(7))
    let question = try #require(ScreenWorld<OnSiteScreen>.question(asked))
    #expect(question.lines.contains(.OnSite.restDiffers(["4.1.3"])))
    #expect(question.choices.last?.key != .function(7))
    let commands = Edition.shipped.items.dropFirst().map {
      Command.dossier(
        TheVisit.id, .settleSiteMark($0.id, Percentage(60)!, reason: ""))
    }
    #expect(
      world.follow(asked) == [
        .perform(Array(commands), ticket: "rest")
      ])
  }

  @Test("S4: examiners cannot settle the rest")
  func restIsTheLeaders() {
    var world = marks(TheVisit.examiner)
    #expect(world.refuses(.function(7)) == true)
  }

  @Test(
    "S6: total and tier are exact at the borders",
    arguments: [
      (["4.4.6": 65, "4.4.3": 55], "599.75", Int?.none),
      ([:], "600.00", 3),
      (
        ["4.4.6": 65, "4.4.3": 55, "4.1.2": 65, "4.2.3": 65, "4.3.3": 65, "4.5.2": 65],
        "609.75", 3
      ),
      (["4.1.2": 65, "4.2.3": 65, "4.3.3": 65, "4.5.2": 65], "610.00", 2),
      (
        ["4.4.6": 65, "4.4.3": 55, "4.1.2": 70, "4.2.3": 70, "4.3.3": 70, "4.5.2": 70],
        "619.75", 2
      ),
      (["4.1.2": 70, "4.2.3": 70, "4.3.3": 70, "4.5.2": 70], "620.00", 1),
    ] as [([ItemID: Int], String, Int?)])
  func borders(changes: [ItemID: Int], total: String, rank: Int?) throws {
    var world = ScreenWorld.visit()
    world.showTheLine()
    for item in Edition.shipped.items {
      let percentage = Percentage(changes[item.id] ?? 60)!
      world.apply(
        .siteMarkSettled(item: item.id, percentage: percentage, reason: "…"),
        by: TheVisit.leader)
    }
    world.show()
    world.press(.function(8))
    let score = try #require(world.screen.score)
    #expect(score.exact?.fixed == total)
    #expect(score.running == score.exact)
    #expect(score.reached?.rank == rank)
    #expect(world.text.contains(total))
    let tiers = score.tiers.map { score.margin(to: $0)! + $0.from }
    #expect(Set(tiers) == [score.exact!])
  }

  @Test("S4: the tiers are not shown to those who score on site, nor which one is reached")
  func tiersAreHidden() {
    var world = ScreenWorld.visit()
    world.show()
    world.press(.function(8))
    #expect(world.text.contains(Phrase.lineIsHidden.zh))
    for words in ["层级", "620"] { #expect(!world.text.contains(words)) }
    world.showTheLine()
    world.show()
    for words in ["层级", "620"] { #expect(world.text.contains(words)) }
    #expect(!world.text.contains(Phrase.lineIsHidden.zh))
  }

  @Test("S4: open items count as in the material, and the total says so")
  func running() throws {
    var world = ScreenWorld.visit()
    world.apply(
      .siteMarkSettled(item: "4.1.2", percentage: Percentage(70)!, reason: "…"),
      by: TheVisit.leader)
    world.show()
    world.press(.function(8))
    let score = try #require(world.screen.score)
    #expect(score.running?.fixed == "605.00")
    #expect(score.exact == nil)
    #expect(score.open.count == 22)
    #expect(world.text.contains("未定按材料"))
  }
}
