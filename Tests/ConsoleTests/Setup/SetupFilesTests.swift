import Criteria
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

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

  @Test(
    "K: an impossible fact is refused at its field, in the words of the field",
    arguments: [
      ("staff", "-5", "人数须在 1 到 9999999 之间"), ("founded", "3000", "成立年份须在 1000 到 2026 之间"),
      ("modelSince", "2027", "导入年份须在 1900 到 2026 之间"),
      ("name", "西溪\u{200B}生物", "名称里有看不见的字符（U+200B）"),
      ("industry", String(repeating: "长", count: 121), "行业过长，至多 120 个字"),
    ])
  func impossible(_ field: String, _ text: String, _ says: String) {
    var world = SetupWorld(.cases)
    let effects = world.fill(world.begin("add")) {
      $0.type("HZ26-0050", into: "id")
      if field != "name" { $0.type("西溪生物", into: "name") }
      $0.choose(3, of: "district")
      if field != "industry" { $0.type("生命健康", into: "industry") }
      $0.type(text, into: field)
    }
    #expect(SetupWorld.errors(effects)?[field]?.contains(says) == true, "\(effects)")
  }

  @Test("K: what a person should look at in a list is named once it is tried")
  func remarks() {
    var world = SetupWorld(.importing)
    let report = ImportReport(
      invitations: [], people: 0, panels: 0, cases: 2,
      remarks: [
        ImportRemark(place: .file, kind: .spareColumns(["序号", "联系人"])),
        ImportRemark(
          place: .line(3, column: "信用代码"), kind: .doubtfulCode("91330108MA0000015H", .check)),
        ImportRemark(
          place: .line(4, column: "信用代码"), kind: .knownCode("91330108MA0000015G", "HZ26-0031")),
      ])
    world.send(.loaded(.imported(report, isDryRun: true)))
    for words in [
      "没有读取这些列：序号、联系人", "第 3 行 信用代码 91330108MA0000015H", "校验位",
      "第 4 行 信用代码 91330108MA0000015G：本年度 HZ26-0031",
    ] {
      #expect(world.text.contains(words), "\(world.text)")
    }
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
