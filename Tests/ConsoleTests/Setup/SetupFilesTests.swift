import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

@Suite("The set-up: files that are brought, and what is refused before it is asked")
struct SetupFilesTests {

  @Test("A3: all that is wrong with a file is listed and scrolls, however much it is")
  func listsFaults() {
    var world = SetupWorld(.importing)
    let lines = (1...200).map { Phrase.plain("第 \($0) 行 区县 不认识") }
    _ = world.screen.update(.loaded(.fileFaults(lines)), world.context)
    #expect(world.text.contains("200 处有误") && world.text.contains("第 1 行"))
    _ = world.screen.update(.key(.end), world.context)
    #expect(!world.text.contains("第 1 行 ") || world.text.contains("第 200 行"))
    var seen = false
    for _ in 0..<60 {
      _ = world.screen.update(.key(.pageDown), world.context)
      seen = seen || world.text.contains("第 200 行")
    }
    #expect(seen)
  }

  @Test("a year is not asked about while applications are open: they are named at once")
  func closeNamesOpen() {
    var world = SetupWorld(.cycle)
    #expect(world.run("close") == [.load(.underWay)])
    let open = (1...12).map { CaseID("HZ26-00\($0 + 10)") }
    guard
      case .ask(let question)? = world.screen.update(.loaded(.underWay(open)), world.context).first
    else {
      Issue.record("nothing is shown")
      return
    }
    let shown = question.lines.map(\.zh).joined()
    #expect(shown.contains("12 件") && shown.contains("HZ26-0011") && shown.contains("HZ26-0020"))
    #expect(!shown.contains("HZ26-0021") && question.choices.map(\.id) == ["back"])
    let effects = world.screen.update(.loaded(.underWay([])), world.context)
    guard case .ask? = effects.first else {
      Issue.record("nothing is asked")
      return
    }
  }

  @Test("M7: nothing is registered once the call is over; the action says why")
  func registersWithinCall() {
    var world = SetupWorld(.cases)
    let call = { (from: Day, until: Day, world: inout SetupWorld) in
      world.context.cycle.apply(.callAnnounced(from: from, until: until))
    }
    let today = world.context.now.day
    func availability() -> Availability? {
      world.screen.offers(world.context).first { $0.id == "add" }?.availability
    }
    call(today.adding(days: -9), today, &world)
    #expect(availability() == .available)
    call(today.adding(days: -9), today.adding(days: -1), &world)
    guard case .disabled(let why)? = availability() else {
      Issue.record("a late registration opens")
      return
    }
    #expect(why.zh.contains("M7") && why.zh.contains("截止"))
  }
}
