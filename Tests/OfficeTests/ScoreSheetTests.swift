import Criteria
import Foundation
import Procedure
import Testing

@testable import Office
@testable import Reports

/// A review on a sheet for those without the program: out, filled, back.
struct ScoreSheetTests {
  private static let created = Date(timeIntervalSince1970: 1_795_000_000)
  private static let blank = ScoreSheet(
    edition: .shipped, number: "HZ26-0031", organisation: "钱江精密机械有限公司", reviewer: "赵一",
    code: "b7d1-0031-zhaoyi")

  /// A review with everything that a sheet carries.
  private static let filled: Sheet = {
    var sheet = Sheet(
      head: SheetHead(
        findings: [.conditions: Finding(.yes), .completeness: Finding(.partly, note: "缺附件三")],
        keyFactors: ["浙江省专精特新", "出口占六成"], overall: "=优势：\n+改进", hours: 26))
    for (index, item) in Edition.shipped.items.enumerated() {
      sheet.items[item.id] = ItemReview(mark: .percentage(Percentage.all[index % 21]))
    }
    sheet.items["4.1.3"] = ItemReview(mark: .abstained(reason: "亲属任职"))
    sheet.items["4.1.2"]?.comments = [
      Comment(.strength, "战略每年评审", doubled: true, dimension: .approach, evidence: ["第12页", "附件2"]),
      Comment(.strength, "-带减号的一条"), Comment(.opportunity, "未见对标"),
    ]
    sheet.items["4.7.2"]?.sitePoints = [SitePoint(.verify, "合格率"), SitePoint(.clarify, "口径")]
    return sheet
  }()

  private func faults(_ bytes: Data, _ sheet: ScoreSheet = blank) -> [ScoreSheetFault] {
    do throws(ScoreSheetFaults) {
      _ = try sheet.read(bytes)
      return []
    } catch {
      return error.faults
    }
  }

  /// The sheet with cells changed by another program.
  private func changed(_ script: String, filled: Sheet = Sheet()) throws -> Data {
    let bytes = try Self.blank.xlsx(filledWith: filled, created: Self.created)
    return try Outside.withFile(bytes, "xlsx") { path in
      let whole = """
        import sys, openpyxl
        b = openpyxl.load_workbook(sys.argv[1])
        s = b.active
        \(script)
        b.save(sys.argv[1])
        """
      try Outside.run("/usr/bin/python3", ["-c", whole, path.path])
      return try Data(contentsOf: path)
    }
  }

  @Test("a sheet comes back as it went out, blank and filled; the same review is the same file")
  func back() throws {
    let blank = try Self.blank.xlsx(created: Self.created)
    #expect(try Self.blank.read(blank) == ScoreSheetReading(sheet: Sheet(), cells: []))
    let bytes = try Self.blank.xlsx(filledWith: Self.filled, created: Self.created)
    #expect(try Self.blank.xlsx(filledWith: Self.filled, created: Self.created) == bytes)
    let reading = try Self.blank.read(bytes)
    #expect(reading.sheet == Self.filled)
    #expect(reading.cells.first?.place == CellPlace("D5"))
    #expect(reading.cells.contains(.init(place: CellPlace(row: 5, column: 5), text: "亲属任职")))
  }

  @Test(
    "23 items, their points and formulas, open cells alone to fill",
    .enabled(if: Outside.hasTables, Outside.without))
  func form() throws {
    let script = """
      import sys, openpyxl
      s = openpyxl.load_workbook(sys.argv[1]).active
      v = openpyxl.load_workbook(sys.argv[1], data_only=True).active
      print(s.protection.sheet, s.column_dimensions['J'].hidden, s.max_row, s.freeze_panes)
      print(s['A5'].value, s['C5'].value, s['E5'].value, s['E27'].value, s['C28'].value, s['E28'].value, v['E28'].value)
      print(''.join('o' if not s.cell(5, c).protection.locked else '.' for c in range(1, 11)))
      print(len(s.data_validations.dataValidation), s['G5'].number_format, s['D5'].number_format)
      """
    let bytes = try Self.blank.xlsx(filledWith: Self.filled, created: Self.created)
    let total = Edition.shipped.items.reduce(Points.zero) { sum, item in
      sum + (Self.filled.percentages[item.id].map(item.score) ?? .zero)
    }
    #expect(
      try Outside.python(script, bytes, "xlsx") == [
        "True True 34 C5", "4.1.2 50 =C5*D5/100 =C27*D27/100 1000 =SUM(E5:E27) \(total)",
        "...o.oooo.", "124 @ 0",
      ])
  }

  @Test(
    "typed by another program: full width, shares and blanks are understood",
    .enabled(if: Outside.hasTables, Outside.without))
  func typed() throws {
    let bytes = try changed(
      """
      s['D5'] = 55
      s['D6'] = '６０％'
      s['D7'] = 0.65
      s['D7'].number_format = '0%'
      s['F8'] = ' 与本人有关 '
      s['G5'] = '＋＋ 【方法】 一条\\n\\n二条〔第3页; 附件〕'
      s['I5'] = '澄清：口径\\n核实：数据'
      s['D29'] = '是'
      s['D34'] = 24
      """)
    let sheet = try Self.blank.read(bytes).sheet
    #expect(
      sheet.percentages
        == ["4.1.2": Percentage(55), "4.1.3": Percentage(60), "4.1.4": Percentage(65)]
        .compactMapValues { $0 })
    #expect(sheet.items["4.2.2"]?.mark == .abstained(reason: "与本人有关"))
    #expect(
      sheet.items["4.1.2"]?.comments == [
        Comment(.strength, "一条", doubled: true, dimension: .approach),
        Comment(.strength, "二条", evidence: ["第3页", "附件"]),
      ])
    #expect(
      sheet.items["4.1.2"]?.sitePoints == [SitePoint(.clarify, "口径"), SitePoint(.verify, "数据")])
    #expect(sheet.head.findings == [.conditions: Finding(.yes)] && sheet.head.hours == 24)
  }

  @Test(
    "wrong marks are all named with their cells, and nothing is taken",
    .enabled(if: Outside.hasTables, Outside.without))
  func wrong() throws {
    let bytes = try changed(
      """
      s['D5'] = 57
      s['D6'] = 105
      s['D7'] = '很好'
      s['D8'] = 50
      s['F8'] = '回避'
      s['D9'] = '=50+5'
      s['G9'] = 'x' * 4001
      s['B10'] = '改名'
      s['C11'] = 100
      s['A40'] = '附言'
      s['D30'] = '大概'
      s['F31'] = '只有说明'
      s['D34'] = 1.5
      """)
    let found = faults(bytes)
    #expect(
      found.map { "\($0.place?.description ?? "-")" } == [
        "D5", "D6", "D7", "F8", "D9", "G9", "B10", "C11", "D30", "F31", "D34", "A40",
      ])
    #expect(
      found.map(\.why).prefix(6) == [
        .percentage(.betweenSteps(below: Percentage.all[11], above: Percentage.all[12])),
        .percentage(.above100), .percentage(.notANumber), .markAndAbstention, .formula,
        .tooLong(limit: 4_000),
      ])
    #expect(found.first?.sentence?.zh == "D5：百分比取 5 的倍数：55 或 60")
  }

  @Test(
    "sheets of others, with more sheets, other merges or floods of text are refused",
    .enabled(if: Outside.hasTables, Outside.without))
  func hostile() throws {
    let bytes = try Self.blank.xlsx(created: Self.created)
    var other = Self.blank
    other.code = "b7d1-0031-qianer"
    #expect(faults(bytes, other).map(\.why) == [.anotherCode])
    #expect(faults(try changed("b.create_sheet('再来')")).map(\.why) == [.moreSheets(2)])
    #expect(faults(try changed("s.merge_cells('G5:H5')")).map(\.why) == [.merged("G5:H5")])
    #expect(faults(try changed("s.unmerge_cells('A2:I2')")).map(\.why) == [.merged("A2:I2")])
    #expect(faults(try changed("s['J1'] = 'x'")).map(\.why) == [.noScoreSheet])
    #expect(faults(try changed("s['J3'] = 'gbt-2025'")).map(\.why) == [.anotherEdition("gbt-2025")])
    #expect(faults(try changed("s['J5'] = '4.1.3'")).map(\.place) == [CellPlace("J5")])
    let flood = try changed(
      "import random\nrandom.seed(1)\nfor r in range(400): s.cell(50 + r, 12).value = ''.join(random.choices('abcdefgh', k=26000))"
    )
    #expect(faults(flood).map(\.why) == [.unreadable(.tooLarge)])
    #expect(faults(Data("甲".utf8)).map(\.why) == [.unreadable(.damaged)])
    #expect(faults(Office.word(Office.p("甲"))).map(\.why) == [.unreadable(.damaged)])
    #expect(faults(Office.workbook("<row/>")).map(\.why) == [.noScoreSheet])
  }

  @Test(
    "saved by LibreOffice it is the same review", .enabled(if: Outside.measures, Outside.without))
  func saved() throws {
    let bytes = try Self.blank.xlsx(filledWith: Self.filled, created: Self.created)
    let ods = try Outside.converted(bytes, "xlsx", to: "ods", name: "scoresheet")
    let again = try Outside.converted(ods, "ods", to: "xlsx", name: "scoresheet")
    #expect(faults(again) == [])
    #expect(try Self.blank.read(again).sheet == Self.filled)
    _ = try Outside.converted(bytes, "xlsx", to: "pdf", name: "scoresheet")
  }
}
