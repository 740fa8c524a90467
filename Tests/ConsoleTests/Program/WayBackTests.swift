import Demo
import Procedure
import Terminal
import Testing

@testable import Console

/// Esc leads back to where one came from.
@Suite("The way back")
struct WayBackTests {
  private func rig(_ person: PersonID = "hejian", _ stage: DemoStage = .listed) throws -> Rig {
    let rig = try Rig(stage)
    try rig.signIn(person)
    return rig
  }

  private func screen(_ rig: Rig) -> ScreenID { rig.backstage.console.current }

  /// The rows that are selected, without the panes that follow.
  private func chosen(_ rig: Rig) -> [Substring] {
    rig.canvas.rows.filter { $0.contains("▸") }.map { $0.prefix(30) }
  }

  /// Goes to a screen by its tab.
  private func openTab(_ id: ScreenID, on rig: Rig) throws {
    let place = try #require(rig.backstage.console.tabs.firstIndex(of: id))
    rig.press(.alt(try #require(Console.tabDigit(place))))
    #expect(screen(rig) == id)
  }

  @Test(
    "Esc in a case goes back to the screen that led there, and its hint names that screen",
    arguments: [ScreenID.terms, .cultivation, .queue])
  func back(_ origin: ScreenID) throws {
    let rig = try rig("chenmi")
    try openTab(origin, on: rig)
    rig.press(.down)
    let before = chosen(rig)
    rig.press(origin == .queue ? .function(7) : .enter)
    #expect(screen(rig) == .dossier)
    let name = rig.backstage.console.context.say(origin.title)
    #expect(rig.canvas.rows.last?.contains("Esc \(name)") == true)
    rig.press(.escape)
    #expect(screen(rig) == origin)
    #expect(chosen(rig) == before)
    #expect(rig.backstage.console.context.dossier != nil)
  }

  @Test("from the queue to a case, to its consensus and back, a step each")
  func twoSteps() throws {
    let rig = try rig()
    rig.go(.dossier, "HZ26-0004")
    rig.backstage.go(.consensus, "HZ26-0004")
    #expect(rig.canvas.rows.last?.contains("Esc 案卷") == true)
    rig.press(.escape)
    #expect(screen(rig) == .dossier)
    rig.press(.escape)
    #expect(screen(rig) == .queue)
  }

  @Test("to the history and back by its own key: Esc still leads to where one came from first")
  func noCircle() throws {
    let rig = try rig()
    try openTab(.supervision, on: rig)
    rig.go(.dossier, "HZ26-0004")
    rig.press(.function(4))
    #expect(screen(rig) == .history)
    rig.go(.dossier, "HZ26-0004")
    rig.press(.escape)
    #expect(screen(rig) == .supervision)
  }

  @Test("the history of all cases is there again after a look at one of them")
  func historyStays() throws {
    let rig = try rig()
    try openTab(.history, on: rig)
    rig.press(.down, .down)
    let before = rig.canvas.rows[5]
    rig.go(.dossier, "HZ26-0004")
    rig.press(.escape)
    #expect(screen(rig) == .history)
    #expect(rig.canvas.rows[5] == before)
  }

  @Test("who came by a tab goes to the queue")
  func byTab() throws {
    let rig = try rig()
    try openTab(.supervision, on: rig)
    rig.go(.dossier, "HZ26-0004")
    try openTab(.board, on: rig)
    try openTab(.dossier, on: rig)
    #expect(rig.canvas.rows.last?.contains("Esc 队列") == true)
    rig.press(.escape)
    #expect(screen(rig) == .queue)
  }
}
