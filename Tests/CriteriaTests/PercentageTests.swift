import Criteria
import Foundation
import Testing

@Suite("A mark is one of 21 percentages")
struct PercentageTests {
  @Test("There are 21 legal percentages, ascending from 0 to 100")
  func all() {
    #expect(Percentage.all.map(\.value) == Array(stride(from: 0, through: 100, by: 5)))
    #expect(Percentage(52) == nil)
    #expect(Percentage(-5) == nil)
    #expect(Percentage(105) == nil)
  }

  @Test("Every multiple of 5 lies in exactly one band")
  func bands() {
    for percentage in Percentage.all {
      let holding = Band.allCases.filter { $0.range.contains(percentage.value) }
      #expect(holding == [percentage.band])
    }
  }

  @Test("Bands are written with their limits and counted apart")
  func bandLabels() {
    #expect(
      Band.allCases.map(\.label) == ["0–5", "10–25", "30–45", "50–65", "70–85", "90–100"])
    #expect(Band.from50.distance(to: .from50) == 0)
    #expect(Band.from10.distance(to: .from50) == 2)
    #expect(Band.from90.distance(to: .from0) == 5)
  }

  @Test(
    "What people type is read in half and full width",
    arguments: [
      ("55", 55), ("55%", 55), (" 55 % ", 55), ("５５", 55), ("５５％", 55),
      ("\u{3000}５５ ％\u{3000}", 55),
      ("0", 0), ("０", 0), ("100", 100), ("１００％", 100), ("05", 5),
    ])
  func reads(_ text: String, _ value: Int) throws {
    #expect(try Percentage.parse(text).value == value)
  }

  @Test(
    "What is no legal percentage is refused by its fault",
    arguments: [
      ("", PercentageFault.empty), ("  ", .empty), ("%", .empty), ("％", .empty),
      ("\u{3000}", .empty),
      ("101", .above100), ("105", .above100), ("99999999999999999999999999", .above100),
      ("-5", .negative), ("－５", .negative), ("-0", .negative),
      ("0x37", .notANumber), ("五十五", .notANumber), ("55.0", .notANumber), ("5 5", .notANumber),
      ("55%%", .notANumber), ("+55", .notANumber), ("-", .notANumber), ("٥٥", .notANumber),
    ])
  func refuses(_ text: String, _ fault: PercentageFault) {
    #expect(throws: fault) { try Percentage.parse(text) }
  }

  @Test("Between two steps both neighbours are named", arguments: [(52, 50), (99, 95), (1, 0)])
  func betweenSteps(_ typed: Int, _ below: Int) throws {
    let neighbours = PercentageFault.betweenSteps(
      below: try #require(Percentage(below)), above: try #require(Percentage(below + 5)))
    #expect(throws: neighbours) { try Percentage.parse("\(typed)") }
  }

  @Test("Stepping stops at 0 and 100")
  func steps() throws {
    let mark = try #require(Percentage(55))
    #expect(mark.stepped(by: 1).value == 60)
    #expect(mark.stepped(by: -2).value == 45)
    #expect(mark.stepped(by: 10).value == 100)
    #expect(mark.stepped(by: .min).value == 0)
    #expect(mark.stepped(by: .max).value == 100)
  }

  @Test("In files a percentage is a number, and an illegal one is refused")
  func coding() throws {
    let marks: [ItemID: Percentage] = ["4.1.2": try #require(Percentage(55))]
    let data = try JSONEncoder().encode(marks)
    #expect(String(decoding: data, as: UTF8.self) == #"{"4.1.2":55}"#)
    #expect(try JSONDecoder().decode([ItemID: Percentage].self, from: data) == marks)
    for illegal in ["52", "-5", "105"] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode([Percentage].self, from: Data("[\(illegal)]".utf8))
      }
    }
  }
}
