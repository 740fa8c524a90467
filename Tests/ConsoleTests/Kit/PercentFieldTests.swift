import Criteria
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("The field of a percentage, on every screen that has one")
struct PercentFieldTests {
  private func typed(_ text: String, into field: PercentField) -> PercentField {
    var field = field
    for character in text { field.take(.character(character)) }
    return field
  }

  @Test(
    "what was typed stands as it was typed, wrong as soon as nothing can come of it",
    arguments: [
      ("5", "5", false), ("7", "7", false), ("50", "50", false), ("57", "57", true),
      ("100", "100", false), ("150", "150", true), ("5070", "5070", true), ("7.5", "7.5", true),
      ("-5", "-5", true), ("５０％", "50%", false), ("５ ０", "50", false), ("12", "12", true),
    ])
  func stands(_ keys: String, _ text: String, _ isWrong: Bool) {
    for field in [PercentField("4.1.2"), PercentField("4.1.2", proposing: Percentage(45))] {
      let field = typed(keys, into: field)
      #expect(field.text == text)
      #expect(field.isWrong == isWrong)
    }
  }

  @Test("the first digit replaces what is proposed, Backspace takes back one of those typed")
  func proposed() {
    var field = typed("150", into: PercentField("4.1.2", proposing: Percentage(70)))
    field.take(.backspace)
    #expect(field.text == "15" && !field.isWrong)
    field = PercentField("4.1.2", proposing: Percentage(70))
    field.take(.backspace)
    #expect(field.text == "")
  }

  private func said(_ effects: [Effect]) -> String? {
    for case .say(let notice) in effects { return notice.text.zh }
    return nil
  }

  @Test("review: 1 5 0 Enter stores nothing and says what stands; Esc ends, the next digit begins")
  func review() {
    var world = ScreenWorld.review()
    world.type("45")
    world.press(.enter, .up)
    world.type("150")
    #expect(said(world.press(.enter))?.hasPrefix("150 不是合法得分率，仍是 45 %") == true)
    #expect(world.review("4.1.2").mark == .percentage(Percentage(45)!))
    #expect(world.screen.selected(world.context)?.id == "4.1.2")
    #expect(world.text.contains("150 %"))
    world.press(.backspace, .backspace)
    world.type("00")
    #expect(world.review("4.1.2").mark == .percentage(Percentage(100)!))
    world.press(.escape)
    #expect(world.review("4.1.2").mark == .percentage(Percentage(45)!))
    world.type("7")
    world.type("0")
    #expect(world.review("4.1.2").mark == .percentage(Percentage(70)!))
  }

  @Test(
    "review: who leaves an entry that is none is told, and nothing is stored",
    arguments: [Key.down, .up, .tab, .function(6), .function(5)])
  func reviewLeft(_ key: Key) {
    var world = ScreenWorld.review()
    world.type("45")
    world.press(.enter)
    world.type("150")
    let effects = world.press(key)
    #expect(said(effects)?.hasPrefix("150 不是合法得分率，仍未评分") == true, "\(effects)")
    #expect(world.review("4.1.3").mark == nil)
  }

  @Test("review: a click elsewhere ends the entry and says so; pasted figures are typed ones")
  func reviewClick() {
    var world = ScreenWorld.review()
    world.type("7")
    world.send(.paste("１５\n"))
    #expect(world.screen.typing?.field.text == "715")
    let effects = world.send(.click(HitTarget("pane", index: 0), isDouble: false))
    #expect(said(effects)?.hasPrefix("715 不是合法得分率") == true)
    #expect(world.screen.typing == nil)
  }

  @Test("consensus: 1 5 0 Enter settles nothing and says what stands; leaving says what was typed")
  func consensus() {
    var session = ScreenWorld.session()
    session.play(.down, .enter, .character("1"), .character("5"), .character("0"))
    #expect(said(session.play(.enter))?.hasPrefix("150 不是合法得分率，仍未评分") == true)
    #expect(session.dossier.consensus?.percentages["4.7.3"] == nil)
    #expect(said(session.play(.up))?.hasPrefix("150 不是合法得分率") == true)
    session.play(.down, .character("6"), .character("0"))
    #expect(said(session.play(.down)) == "4.7.3 的 60 % 未按 Enter 确认，仍未评分")
    #expect(session.dossier.consensus?.percentages["4.7.3"] == nil)
  }

  @Test("on site: 7 0 Enter after 70 is no 0: what stands is replaced, what was typed stands")
  func onSite() {
    var world = ScreenWorld.visit()
    world.apply(
      .siteMarkSettled(item: "4.1.2", percentage: Percentage(70)!, reason: "证实"),
      by: TheVisit.leader)
    world.context.person = TheVisit.leader
    world.show()
    world.press(.function(8), .enter)
    #expect(world.screen.marks.entry?.text == "70")
    world.press(.character("7"), .character("0"))
    #expect(world.screen.marks.entry?.text == "70")
    world.press(.character("5"))
    #expect(said(world.press(.enter))?.hasPrefix("705 不是合法得分率，仍是 70 %") == true)
    #expect(said(world.press(.down))?.hasPrefix("705 不是合法得分率，仍是 70 %") == true)
    #expect(world.screen.marks.entry == nil)
    #expect(world.screen.visit?.settled("4.1.2")?.percentage == Percentage(70))
  }
}
