import Criteria
import Office
import Procedure
import Testing

@testable import Reports

@Suite("The papers of the review")
struct ReviewPaperTests {
  @Test("a bureau can start from every template as it is shipped", arguments: Paper.allCases)
  func shipped(_ paper: Paper) throws {
    let own = try PaperTemplates(overriding: [paper.rawValue: paper.defaultTemplate])
    let made = try own.composition(paper, paper.sample)
    #expect(try PaperTemplates().composition(paper, paper.sample) == made)
    #expect(!made.text.contains("{{") && !made.text.contains("}}"))
    #expect(!made.html.isEmpty)
    #expect(!paper.rules.isEmpty)
  }

  @Test("R3: a blank sheet has every item and nobody's mark")
  func blankSheet() throws {
    let blank = SheetContent(.sample, .shipped)
    let text = try PaperTemplates().composition(.blankSheet, blank.fill).text
    for item in Edition.shipped.items { #expect(text.contains(item.id.rawValue)) }
    #expect(text.firstMatch(of: /\d+%/) == nil)
    #expect(!text.contains("☑"))
  }

  @Test("R3: a sheet with an abstention has no total, and says so")
  func abstention() throws {
    var content = SheetContent.sample
    content.sheet?.items["4.1.2"]?.mark = .abstained(reason: "任职")
    let text = try PaperTemplates().composition(.reviewSheet, content.fill).text
    #expect(text.contains("有弃评条款，不计总分"))
    #expect(text.contains("弃评：任职"))
  }

  @Test("S5: the feedback tells no mark, and nobody's name")
  func feedback() throws {
    let text = try PaperTemplates().composition(.feedbackReport, FeedbackContent.sample.fill).text
    #expect(text.firstMatch(of: /\d+ ?%/) == nil)
    #expect(text.firstMatch(of: /\d+ ?分/) == nil)
    #expect(!text.contains("评审员"))
  }

  @Test("R5: who stepped back is named with it and signs nothing")
  func steppedBack() throws {
    var content = SessionContent.sample
    var away = PaperPerson(name: "甲乙", post: "组员", declared: "回避：亲属")
    away.stepsBack = true
    content.members.append(away)
    let text = try PaperTemplates().composition(.materialReport, content.fill).text
    #expect(text.contains("回避：亲属"))
    #expect(!text.contains("组员 甲乙："))
  }

  @Test("R7: the conclusion says by how much the line is missed")
  func belowLine() throws {
    var content = SessionContent.sample
    (content.total, content.line) = (Points(hundredths: 54_975), Points(whole: 550))
    let text = try PaperTemplates().composition(.materialReport, content.fill).text
    #expect(text.contains("549.75 分（满分 1000 分），低于进入现场评审的分数线 550 分，差 0.25 分。"))
  }

  // MARK: The table of scores

  private static func row(_ number: String, _ percentage: Int, reviews: [Int]) throws
    -> ScoreTable.Row
  {
    let mark = try #require(Percentage(percentage))
    return ScoreTable.Row(
      number: number, name: "=1+1", district: "西湖区", industry: "食品",
      percentages: Dictionary(
        uniqueKeysWithValues: Edition.shipped.items.map { ($0.id, mark) }),
      reviews: reviews.map { Points(whole: $0) })
  }

  private static func table(_ rows: [ScoreTable.Row]) -> ScoreTable {
    ScoreTable(
      city: "示例市", year: 2026, date: PaperCase.sample.date, head: .sample, edition: .shipped,
      line: Points(whole: 550), rows: rows)
  }

  @Test("R6, R7: the workbook's sums are formulas with the values that they have now")
  func formulas() throws {
    let table = Self.table([
      try Self.row("HZ26-0001", 50, reviews: [480, 520]),
      try Self.row("HZ26-0002", 60, reviews: [610]),
      try Self.row("HZ26-0003", 50, reviews: []),
    ])
    let sheet = table.spreadsheet.sheets[0]
    let cells = sheet.rows[3]
    #expect(cells[0] == .text("HZ26-0002"))
    // What an applicant calls itself is text, whatever it looks like.
    #expect(cells[1] == .text("=1+1"))
    #expect(
      cells[4]
        == .formula("SUMPRODUCT('条款百分比'!C$3:E$3,'条款百分比'!C4:E4)/100", value: 66, .points))
    #expect(cells[11] == .formula("SUM(E4:K4)", value: 600, .points))
    #expect(cells[12] == .formula("L4-M$3", value: 50, .points))
    #expect(cells[13] == .formula("RANK(L4,L$4:L$6)", value: 1, .whole))
    #expect(sheet.rows[4][16] == .formula("O5-P5", value: 40, .points))
    // Equal totals share their rank.
    #expect([4, 5].map { sheet.rows[$0][13].plainNumber } == [2, 2])
  }

  @Test("R6: an application without all percentages has no total and is not in the table")
  func incomplete() throws {
    var row = try Self.row("HZ26-0001", 50, reviews: [])
    row.percentages["4.1.2"] = nil
    #expect(Self.table([row]).rows.isEmpty)
  }
}

extension Spreadsheet.Cell {
  fileprivate var plainNumber: Double? {
    switch content {
    case .number(let number, _), .formula(_, let number, _): number
    case .empty, .text, .date: nil
    }
  }
}
