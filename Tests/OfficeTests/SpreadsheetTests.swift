import Foundation
import Testing

@testable import Office

/// Workbooks as they are written.
struct SpreadsheetTests {
  private static let created = Date(timeIntervalSince1970: 1_795_000_000)

  private static let scores = Spreadsheet(
    title: "评分汇总表",
    sheets: [
      .init(
        name: "评分汇总",
        columns: [.fitted, .fitted, .characters(12), .fitted, .characters(30), .hidden],
        rows: [
          [
            .init(.text("评分汇总表"), columns: 5, style: .title), .covered, .covered, .covered,
            .covered,
          ],
          [.head("编号"), .head("组织"), .head("材料得分"), .head("现场日期"), .head("说明"), .head("码")],
          [
            "HZ26-0031", "钱江精密机械有限公司", .number(549.75, .points),
            .init(.date(year: 2026, month: 5, day: 8)), "=1+1", "A7",
          ],
          ["0007", "运河", .number(612.25, .points), .init(.empty), "@SUM(A1)", "B8"],
          [
            .init(.text("合计"), columns: 2), .covered,
            .formula("SUM(C3:C4)", value: 1162, .points), .number(0.5, .percent), "+86-571\n第二行",
            .init(.empty),
          ],
        ], headRows: 2, frozenColumns: 2, isLandscape: true, isProtected: true,
        checks: [
          .init(
            rows: 2...3, columns: 2...2, .list((0...20).map { "\($0 * 5)" }),
            refusal: "只能填 0、5、…、100")
        ], heights: [0: 30]),
      .init(name: "第二张", columns: [.fitted], rows: [["-2"], [.init(.empty, style: .open)]]),
    ])

  @Test(
    "a column of days is broad enough for a day in Chinese",
    .enabled(if: Outside.hasTables, Outside.without))
  func days() throws {
    let script =
      "import sys, openpyxl\nprint(openpyxl.load_workbook(sys.argv[1]).active.column_dimensions['D'].width >= 14)"
    let bytes = try Self.scores.xlsx(created: Self.created)
    #expect(try Outside.python(script, bytes, "xlsx") == ["True"])
  }

  @Test("cells come back as they were: text as text, numbers, days, formulas with their values")
  func cells() throws {
    let bytes = try Self.scores.xlsx(created: Self.created)
    #expect(try Self.scores.xlsx(created: Self.created) == bytes, "the same bytes")
    let book = try Workbook(bytes)
    #expect(book.sheets.map(\.name) == ["评分汇总", "第二张"])
    #expect(
      book.sheets[0].rows == [
        ["评分汇总表"], ["编号", "组织", "材料得分", "现场日期", "说明", "码"],
        ["HZ26-0031", "钱江精密机械有限公司", "549.75", "2026-05-08", "=1+1", "A7"],
        ["0007", "运河", "612.25", "", "@SUM(A1)", "B8"], ["合计", "", "1162", "50%", "+86-571\n第二行"],
      ])
    #expect(book.sheets[1].rows == [["-2"]])
    #expect(
      Self.scores.sheets[0].plainRows[2] == [
        "HZ26-0031", "钱江精密机械有限公司", "549.75", "2026-05-08", "=1+1", "A7",
      ])
  }

  @Test(
    "openpyxl finds types, formulas, heads, checks and locks",
    .enabled(if: Outside.hasTables, Outside.without))
  func independent() throws {
    let script = """
      import sys, openpyxl
      b = openpyxl.load_workbook(sys.argv[1])
      s = b['评分汇总']
      for r in s.iter_rows(min_row=3, max_row=5):
        print('|'.join(c.data_type + ':' + str(c.value).replace(chr(10), '/') for c in r))
      print(s['C3'].number_format, s['E3'].number_format, s['A4'].number_format)
      print(s.freeze_panes, s.print_title_rows, s.page_setup.orientation, s.page_setup.paperSize, s.sheet_properties.pageSetUpPr.fitToPage)
      print(sorted(str(m) for m in s.merged_cells.ranges), s.protection.sheet, s['A3'].protection.locked, b['第二张']['A2'].protection.locked)
      print([(str(v.sqref), v.type, v.formula1) for v in s.data_validations.dataValidation])
      print(s.column_dimensions['F'].hidden, s.column_dimensions['B'].width > 20, b.properties.created, b.properties.title)
      """
    #expect(
      try Outside.python(script, try Self.scores.xlsx(created: Self.created), "xlsx") == [
        "s:HZ26-0031|s:钱江精密机械有限公司|n:549.75|d:2026-05-08 00:00:00|s:=1+1|s:A7",
        "s:0007|s:运河|n:612.25|n:None|s:@SUM(A1)|s:B8",
        "s:合计|n:None|f:=SUM(C3:C4)|n:0.5|s:+86-571/第二行|n:None", "0.00 @ @",
        "C3 $1:$2 landscape 9 True", "['A1:E1', 'A5:B5'] True True False",
        "[('C3:C4', 'list', '\"0,5,10,15,20,25,30,35,40,45,50,55,60,65,70,75,80,85,90,95,100\"')]",
        "True True 2026-11-18 11:06:40 评分汇总表",
      ])
  }

  @Test("what a workbook does not take is refused with its place")
  func refusals() {
    func fault(_ sheets: Spreadsheet.Sheet...) -> WritingFault? {
      do throws(WritingFault) {
        _ = try Spreadsheet(title: "", sheets: sheets).xlsx(created: Self.created)
        return nil
      } catch {
        return error
      }
    }
    let long = String(repeating: "长", count: 40_000)
    for name in ["", "a/b", "[a]", String(long.prefix(32)), "a\n"] {
      #expect(fault(.init(name: name, columns: [], rows: [])) == .sheetName(name))
    }
    #expect(
      fault(.init(name: "A", columns: [], rows: []), .init(name: "a", columns: [], rows: []))
        == .sheetName("a"))
    #expect(
      fault(.init(name: "甲", columns: [], rows: [[], ["", .text(long)]]))
        == .cell(sheet: "甲", place: "B2"))
    #expect(
      fault(.init(name: "甲", columns: [], rows: [[.number(.nan)]]))
        == .cell(sheet: "甲", place: "A1"))
    #expect(
      fault(.init(name: "甲", columns: [], rows: [[.init(.date(year: 2026, month: 2, day: 30))]]))
        == .cell(sheet: "甲", place: "A1"))
    #expect(
      fault(.init(name: "甲", columns: [], rows: [[.init(.text("a"), columns: 2), "lost"]]))
        == .cell(sheet: "甲", place: "B1"))
    #expect(CellPlace("BC12") == CellPlace(row: 11, column: 54))
    #expect(CellPlace(row: 11, column: 54).description == "BC12")
    for wrong in ["", "A", "1", "A1B", "a1", "A0", "甲1"] { #expect(CellPlace(wrong) == nil) }
  }

  @Test(
    "LibreOffice computes the formulas to the values that they bear",
    .enabled(if: Outside.measures, Outside.without))
  func computed() throws {
    var sheet = Self.scores.sheets[0]
    sheet.rows[4][2] = .formula("SUM(C3:C4)", value: 1162, .points)
    let bytes = try Spreadsheet(title: "", sheets: [sheet]).xlsx(created: Self.created)
    let csv = String(
      decoding: try Outside.converted(
        bytes, "xlsx", to: "csv:Text - txt - csv (StarCalc):44,34,76", name: "scores"),
      as: UTF8.self)
    #expect(csv.contains("1162.00") && csv.contains("=1+1") && csv.contains("@SUM(A1)"), "\(csv)")
    _ = try Outside.converted(bytes, "xlsx", to: "pdf", name: "scores")
  }
}
