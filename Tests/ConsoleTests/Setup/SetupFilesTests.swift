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
    world.send(.loaded(.fileFaults(lines)))
    #expect(world.text.contains("200 处有误") && world.text.contains("第 1 行"))
    world.send(.key(.end))
    #expect(!world.text.contains("第 1 行 ") || world.text.contains("第 200 行"))
    var seen = false
    for _ in 0..<60 {
      world.send(.key(.pageDown))
      seen = seen || world.text.contains("第 200 行")
    }
    #expect(seen)
  }

  @Test("a year is not asked about while applications are open: they are named at once")
  func closeNamesOpen() throws {
    var world = SetupWorld(.cycle)
    #expect(world.begin("close") == [.load(.underWay)])
    let open = (1...12).map { CaseID("HZ26-00\($0 + 10)") }
    let question = try #require(
      SetupWorld.question(world.send(.loaded(.underWay(open)))))
    let shown = question.lines.map(\.zh).joined()
    #expect(shown.contains("12 件") && shown.contains("HZ26-0011") && shown.contains("HZ26-0020"))
    #expect(!shown.contains("HZ26-0021") && question.choices.map(\.id) == ["back"])
    #expect(
      world.answer(world.send(.loaded(.underWay([]))))
        == [.perform([.cycle(.closeCycle)], ticket: "cycle")])
  }

  @Test("M7: nothing is registered once the call is over; the action says why")
  func registersWithinCall() {
    var world = SetupWorld(.cases)
    let call = { (from: Day, until: Day, world: inout SetupWorld) in
      world.context.cycle.apply(.callAnnounced(from: from, until: until))
    }
    let today = world.context.now.day
    func availability() -> Availability? {
      world.offer("add")?.availability
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
