import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

/// A file of holidays before it counts (W).
@Suite("W: a calendar is looked at before it is loaded")
struct CalendarLoadingTests {
  private static let whole: [String] =
    ["2027-01-01,holiday,元旦", "2027-02-20,workday,调休上班"]
    + (6...12).map { "2027-02-\($0 < 10 ? "0" : "")\($0),holiday,春节" }
    + ["2027-05-01,holiday,劳动节"] + (1...7).map { "2027-10-0\($0),holiday,国庆节" }

  private static func text(_ lines: [String]) -> String {
    (["date,kind,name"] + lines).joined(separator: "\n")
  }

  /// What is asked once the file was read.
  private static func question(
    _ lines: [String], _ world: inout SetupWorld
  ) -> Question? {
    SetupWorld.question(world.send(.loaded(.calendar(text: text(lines)))))
  }

  @Test("the file is read, and its days are shown before anything is loaded")
  func preview() throws {
    var world = SetupWorld(.cycle)
    let opened = world.begin("calendar")
    #expect(
      world.fill(opened) { $0.type("~/2027.csv", into: "path") }
        == [.readCalendar(path: "~/2027.csv", ticket: "calendar")])
    let question = try #require(Self.question(Self.whole, &world))
    let lines = question.lines.map(\.zh)
    #expect(lines.first == "2027 年：放假 16 天，调休上班 1 天")
    #expect(lines.contains("  春节：02-06 起 7 天") && lines.contains("  调休上班：02-20"))
    #expect(
      world.answer([.ask(question)])
        == [.perform([.cycle(.loadCalendar(Self.text(Self.whole)))], ticket: "calendar")])
  }

  @Test("every faulty line is named with its reason, up to 20 and how many more")
  func faults() throws {
    var world = SetupWorld(.cycle)
    let question = try #require(
      Self.question(
        ["2027-02-30,holiday,春节", "2027-01-01,休,元旦", "2027-01-04,workday,调休"], &world))
    #expect(
      question.lines.map(\.zh) == [
        "第 2 行 date：“2027-02-30”不是日期（须如 2027-01-01）",
        "第 3 行 kind：“休”须为 holiday（放假）或 workday（调休上班）",
        "第 4 行 date：2027-01-04 不是周末，本来就上班，请核对日期",
      ])
    #expect(world.answer([.ask(question)], "back").isEmpty)
    let many = try #require(
      Self.question((1...25).map { "\($0),holiday,春节" }, &world))
    #expect(many.lines.count == 21 && many.lines.last?.zh == "另有 5 行有误")
  }

  @Test("part of a year is refused in a sentence that says what is missing")
  func partial() throws {
    var world = SetupWorld(.cycle)
    let question = try #require(Self.question(["2027-01-01,holiday,元旦"], &world))
    let sentence = try #require(question.lines.first?.zh)
    #expect(sentence.contains("2027 年不完整：放假 1 天（至少 11 天），缺 2027-05-01、2027-10-01"))
    #expect(!question.choices.contains { $0.id == "yes" })
  }
}
