import Criteria
import Foundation
import Splitting
import Testing

@testable import Office

/// Documents of words as their readers see them.
struct WordTests {
  private func lines(_ data: Data) throws -> [Line] {
    try DocumentReading(in: .here).manuscript(of: data, named: "a.docx").lines
  }

  private func texts(_ data: Data) throws -> [String] { try lines(data).map(\.text) }

  private static func kept(_ name: String) throws -> Manuscript {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("SplittingTests/Cases/\(name)")
    return try DocumentReading(in: .here).manuscript(ofFile: url.path)
  }

  @Test("a kept case with headings and a table with merged cells")
  func typed() throws {
    let split = Splitter(.shipped).split(try Self.kept("a_typed.docx"))
    #expect(split.parts.map(\.items) == [[], [], ["4.1.2"]])
    let text = split.lines(of: split.parts[2]).map(\.text)
    #expect(text.contains("格10 格20  格11  格12") && text.contains("           格21  格22"), "\(text)")
    #expect(split.parts[2].places.count == 3)
  }

  @Test("a kept case with automatic numbers of three levels")
  func automatic() throws {
    let split = Splitter(.shipped).split(try Self.kept("b_auto.docx"))
    #expect(
      split.parts.map(\.heading) == [nil, "4.1 领导", "4.1.2 高层领导的作用", "4.1.3 组织治理"])
    #expect(split.parts.suffix(2).map(\.how) == [.both, .both])
  }

  @Test("a kept case with a text box")
  func box() throws {
    let lines = try Self.kept("d_textbox.docx").lines.map(\.text)
    #expect(lines == ["4.1.2 高层领导的作用", "前文", "框中文字：使命", "后文"])
  }

  @Test("GB18030 with CRLF and no store of letters but bytes")
  func gbk() throws {
    let manuscript = try Self.kept("14-gbk.txt")
    #expect(manuscript.encoding == "GB18030")
    #expect(Splitter(.shipped).split(manuscript).parts.map(\.items) == [["4.6.2"], ["4.6.3"]])
  }

  @Test("automatic numbers: Chinese forms, restarts, lists side by side")
  func numbers() throws {
    let numbering =
      Office.levels([
        (1, "chineseCountingThousand", "%1、"), (1, "chineseCounting", "（%2）"),
        (1, "decimal", "%3."),
      ])
      + Office.levels([(3, "decimal", "%1"), (1, "upperLetter", "%1.%2")], id: 2)
    let body = [
      Office.p("甲", list: (1, 0)), Office.p("乙", list: (1, 1)), Office.p("丙", list: (1, 1)),
      Office.p("丁", list: (2, 1)), Office.p("戊", list: (1, 2)), Office.p("己", list: (1, 0)),
      Office.p("庚", list: (1, 1)), Office.p("辛", list: (2, 0)), Office.p("壬", list: (0, 0)),
    ].joined()
    #expect(
      try texts(Office.word(body, numbering: numbering)) == [
        "一、 甲", "（一） 乙", "（二） 丙", "3.A 丁", "1. 戊", "二、 己", "（一） 庚", "4 辛", "壬",
      ])
    #expect(
      [1, 10, 11, 20, 21, 105, 110, 1003].map { WordNumbers.text($0, "chineseCounting") }
        == ["一", "十", "十一", "二十", "二十一", "一百零五", "一百一十", "一千零三"])
    #expect(
      WordNumbers.text(14, "upperRoman") == "XIV" && WordNumbers.text(28, "lowerLetter") == "bb")
  }

  @Test("tracked changes are read as accepted")
  func changes() throws {
    let body =
      "<w:p><w:r><w:t>前</w:t></w:r><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:t>后</w:t></w:r></w:p>"
      + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上半</w:t></w:r></w:p>" + Office.p("下半")
    #expect(try texts(Office.word(body)) == ["前增后", "上半下半"])
  }

  @Test("a box that is there twice is read once; a picture leaves its place")
  func alternatives() throws {
    let box = "<w:txbxContent>\(Office.p("框"))</w:txbxContent>"
    let body =
      "<w:p><w:r><w:t>文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>\(box)</w:drawing></mc:Choice><mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
      + "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"
    let lines = try lines(Office.word(body))
    #expect(lines.map(\.text) == ["文", "框", "", "〔图 1，见原件〕"])
    #expect(lines.last?.kind == .picture && lines.last?.characters == 0)
  }

  @Test("footnotes, fields, breaks and pages")
  func rest() throws {
    let body =
      "<w:p><w:r><w:t>一</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:br/><w:t>二</w:t></w:r></w:p>"
      + "<w:p><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:r><w:br w:type=\"page\"/></w:r><w:r><w:t>三</w:t><w:tab/><w:t>四</w:t></w:r></w:p>"
    let notes = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote>"
    let lines = try lines(Office.word(body, notes: notes))
    #expect(lines.map(\.text) == ["一〔注1〕", "二", "〔注1〕脚注", "三\t四"])
    #expect(lines.map(\.page) == [1, 1, 1, 2])
  }

  @Test("contents that the document marks are no headings; a row of one cell is a paragraph")
  func contents() throws {
    let toc = "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"toc 3\"/></w:style>"
    let body =
      Office.p("4.1.2 高层领导的作用 3", style: "T") + Office.p("4.1.2 高层领导的作用", style: "H3")
      + Office.p("甲。")
      + "<w:tbl><w:tr><w:tc>\(Office.p("4.1.3 组织治理"))</w:tc></w:tr><w:tr><w:tc>\(Office.p("乙。"))</w:tc></w:tr></w:tbl>"
    let manuscript = try DocumentReading(in: .here).manuscript(
      of: Office.word(body, styles: toc), named: "")
    let split = Splitter(.shipped).split(manuscript)
    #expect(split.parts.map(\.items) == [[], ["4.1.2"], ["4.1.3"]])
    #expect(split.parts[0].subject == .contents)
  }

  @Test("workbooks: rows and cells stand where they say, formulas and merges are known")
  func sheetPlaces() throws {
    let rows =
      "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c></row><row><c/><c><f>B3*2</f><v>2</v></c></row><row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row>"
    let merged = "</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells><sheetData>"
    let sheet = try #require(try Workbook(Office.workbook(rows + merged)).sheets.first)
    #expect(sheet.rows == [[], [], ["", "1", "2"], ["", "2"]])
    #expect(sheet.formulas == [CellPlace(row: 3, column: 1)] && sheet.merged == ["A1:C1"])
    #expect(throws: ReadingFault.tooLarge) {
      try Workbook(Office.workbook("<row r=\"1048576\"><c><v>1</v></c></row>"))
    }
  }

  @Test("workbooks: shared and written strings, dates, shares, numbers as written")
  func workbook() throws {
    let formats =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"10\"/></cellXfs>"
    let rows =
      "<row><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>名称</t></is></c></row><row><c r=\"A2\" s=\"1\"><v>45658</v></c><c r=\"B2\" s=\"2\"><v>45689.5</v></c><c r=\"C2\" s=\"3\"><v>0.125</v></c><c r=\"D2\"><v>0.10</v></c><c r=\"E2\"><v>91330100123456789012</v></c></row>"
    let book = try Workbook(Office.workbook(rows, strings: ["编号"], formats: formats))
    #expect(
      book.sheets.map(\.rows) == [
        [
          ["编号", "", "名称"],
          ["2025-01-01", "2025-02-01 12:00", "12.5%", "0.10", "91330100123456789012"],
        ]
      ])
  }
}
