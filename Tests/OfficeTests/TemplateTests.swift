import Foundation
import Splitting
import Testing

@testable import Office

/// A bureau's own documents, filled.
struct TemplateTests {
  private static let values: [String: FieldValue] = [
    "recipient": "钱江精密机械有限公司", "number": "杭市监质〔2026〕5号", "reason": "一、甲。\r\n二、乙。",
    "hasLine": .flag(true), "lapsed": .flag(false), "none": "", "body": "杭州市市场监督管理局",
    "rows": .rows([
      ["index": "1", "name": "甲<公司>", "tier": "典范"], ["index": "2", "name": "乙公司", "tier": ""],
    ]),
  ]

  private func filled(_ body: String) throws -> [String] {
    let template = try WordTemplate(Office.word(body))
    let bytes = try template.filled(with: Self.values)
    return try DocumentReading(in: .here).manuscript(of: bytes, named: "a.docx").lines.map(\.text)
  }

  private func fault(_ body: String, _ values: [String: FieldValue]? = nil) -> WordTemplateFault? {
    do throws(WordTemplateFault) {
      let template = try WordTemplate(Office.word(body))
      try template.check(with: values ?? Self.values)
      _ = try template.filled(with: values ?? Self.values)
      return nil
    } catch {
      return error
    }
  }

  private static func row(_ cells: String...) -> String {
    "<w:tr>\(cells.map { "<w:tc><w:tcPr/>\(Office.p($0))</w:tc>" }.joined())</w:tr>"
  }

  private static func table(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }

  @Test("a name is found however Word has split it over runs, and its first run's look stays")
  func split() throws {
    let body =
      "<w:p><w:r><w:t>致{</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>{ reci</w:t></w:r><w:bookmarkStart w:id=\"1\"/><w:r><w:t>pient</w:t><w:t>}}：</w:t></w:r></w:p>"
    #expect(try filled(body) == ["致钱江精密机械有限公司："])
    #expect(try filled(Office.p("{{number}}，{{ number }}。")) == ["杭市监质〔2026〕5号，杭市监质〔2026〕5号。"])
  }

  @Test("rows of a table are repeated, with conditions within")
  func rows() throws {
    let body = Self.table(
      Self.row("序号", "组织"),
      Self.row("{{#rows}}{{index}}", "{{name}}{{#tier}}（{{tier}}）{{/tier}}{{/rows}}"),
      Self.row("{{#none}}无", "x{{/none}}"))
    #expect(try filled(body) == ["序号  组织", "1     甲<公司>（典范）", "2     乙公司"])
    // Rows with a tag and nothing else around the rows that are meant.
    let around = Self.table(
      Self.row("{{#rows}}", ""), Self.row("{{index}}", "{{name}}"), Self.row("", "{{/rows}}"))
    #expect(try filled(around) == ["1  甲<公司>", "2  乙公司"])
    let empty = Self.table(Self.row("{{#none}}a", "b{{/none}}")) + Office.p("后")
    #expect(try filled(empty) == ["后"])
  }

  @Test("paragraphs are repeated or left out; a value of several lines makes several")
  func paragraphs() throws {
    let body =
      Office.p("{{#rows}}") + Office.p("{{index}}. {{name}}") + Office.p("{{/rows}}")
      + Office.p("{{#lapsed}}") + Office.p("逾期") + Office.p("{{/lapsed}}")
      + Office.p("{{^lapsed}}未逾期{{/lapsed}}{{! 备注 }}{{#hasLine}}，有线{{/hasLine}}")
      + Office.p("{{reason}}", style: "H1") + Office.p("理由：{{reason}}")
    #expect(
      try filled(body) == [
        "1. 甲<公司>", "2. 乙公司", "未逾期，有线", "一、甲。", "二、乙。", "理由：一、甲。", "二、乙。",
      ])
    #expect(
      try filled("<w:p/>" + Office.p("a{{#rows}}、{{name}}{{/rows}}b")) == ["", "a、甲<公司>、乙公司b"])
    // The last paragraph of a cell may go, the cell needs one all the same.
    let cell =
      "<w:tbl><w:tr><w:tc>\(Office.p("{{#none}}"))\(Office.p("x"))\(Office.p("{{/none}}"))</w:tc><w:tc>\(Office.p("乙"))</w:tc></w:tr></w:tbl>"
    #expect(try filled(cell) == ["  乙"])
  }

  @Test("what is wrong is named with its place, also where the values would pass it over")
  func faults() {
    let place = { (paragraph: Int, words: String) in
      TemplatePlace(part: .text, paragraph: paragraph, cell: [], words: words)
    }
    #expect(
      fault(Office.p("甲") + Office.p("致{{recipent}}："))
        == .unknownName("recipent", place(2, "致{{recipent}}：")))
    #expect(
      fault(Office.p("甲") + Office.p("致{{recipent}}："))?.sentence?.zh
        == "正文第 2 段「致{{recipent}}：」：没有叫“recipent”的内容")
    let cell = fault(Self.table(Self.row("甲", "乙"), Self.row("丙", "{{#rows}}{{nmae}}{{/rows}}")))
    #expect(
      cell
        == .unknownName(
          "nmae",
          TemplatePlace(
            part: .text, paragraph: nil, cell: [1, 2, 2], words: "{{#rows}}{{nmae}}{{/rows}}")))
    #expect(cell?.sentence?.zh.hasPrefix("正文表 1 第 2 行第 2 格") == true)
    #expect(fault(Office.p("{{#lapsed}}{{nothing}}{{/lapsed}}")) != nil, "left out, and looked at")
    for body in ["{{recipient", "a}}b", "{{a{{b}}"] {
      #expect(fault(Office.p(body)) == .unclosed(place(1, body)))
    }
    #expect(fault(Office.p("{{#rows}}")) == .unpaired("rows", place(1, "{{#rows}}")))
    #expect(fault(Office.p("{{/rows}}")) == .unpaired("rows", place(1, "{{/rows}}")))
    #expect(fault(Office.p("{{rows}}")) == .notAValue("rows", place(1, "{{rows}}")))
    #expect(
      fault(Office.p("{{#rows}}") + Self.table(Self.row("{{/rows}}", "")))
        == .misplaced("rows", place(1, "{{#rows}}")))
    #expect(fault("<w:p><w:r><w:t>{{reci</w:t><w:br/><w:t>pient}}</w:t></w:r></w:p>") != nil)
  }

  @Test("headers and footers are filled; every other byte stays as it was")
  func untouched() throws {
    var zip = ZipWriter()
    let odd =
      "<?xml version='1.0'?>\n<!-- {{x}} --><w:document \(Office.w)  ><w:body ><w:p w:x='>'>"
    let end = "</w:t ></w:r></w:p><w:sectPr  /></w:body></w:document >\n"
    let parts = [
      ("[Content_Types].xml", "<Types/>"),
      ("word/document.xml", odd + "<w:r><w:t>{{number}}" + end),
      ("word/styles.xml", "<w:styles \(Office.w)>{{keep}}</w:styles>"),
      ("word/header2.xml", "<w:hdr \(Office.w)>\(Office.p("{{body}}"))</w:hdr>"),
      ("word/footer1.xml", "<w:ftr \(Office.w)>\(Office.p("{{body}}"))</w:ftr>"),
      ("customXml/item1.xml", "<a>{{b}}</a>"),
    ]
    for (name, text) in parts { zip.add(name, text) }
    zip.add(Array("word/media/image1.png".utf8), Data([0x89, 0, 1, 2]))
    let template = try WordTemplate(zip.data)
    let bytes = try template.filled(with: Self.values)
    #expect(try template.filled(with: Self.values) == bytes)
    let package = try Package(bytes) { _ in true }
    #expect(package.parts.count == 7)
    for name in ["[Content_Types].xml", "word/styles.xml", "customXml/item1.xml"] {
      #expect(package.parts[name] == Data((parts.first { $0.0 == name }?.1 ?? "").utf8))
    }
    #expect(package.parts["word/media/image1.png"] == Data([0x89, 0, 1, 2]))
    let document = String(decoding: package.parts["word/document.xml"] ?? Data(), as: UTF8.self)
    #expect(
      document == odd + "<w:r><w:t xml:space=\"preserve\">杭市监质〔2026〕5号" + end)
    for name in ["word/header2.xml", "word/footer1.xml"] {
      let text = String(decoding: package.parts[name] ?? Data(), as: UTF8.self)
      #expect(text.contains("杭州市市场监督管理局") && !text.contains("{{"))
    }
    var broken = ZipWriter()
    for (name, text) in parts {
      broken.add(name, name == "word/header2.xml" ? text.replacing("body", with: "bdoy") : text)
    }
    let other = try WordTemplate(broken.data)
    #expect(
      throws: WordTemplateFault.unknownName(
        "bdoy", TemplatePlace(part: .header, paragraph: 1, cell: [], words: "{{bdoy}}"))
    ) { try other.filled(with: Self.values) }
  }

  @Test("a template that is none, or made to do harm, is a sentence")
  func hostile() throws {
    func fault(_ bytes: Data) -> WordTemplateFault? {
      do throws(WordTemplateFault) {
        _ = try WordTemplate(bytes)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault(Data()) == .unreadable(.empty))
    #expect(fault(Data("甲".utf8)) == .unreadable(.damaged))
    #expect(fault(Office.workbook("<row/>")) == .notWords)
    var entities = ZipWriter()
    entities.add(
      "word/document.xml",
      "<!DOCTYPE d [<!ENTITY a \"b\">]><w:document \(Office.w)>{{&a;}}</w:document>")
    #expect(fault(entities.data) == .unreadable(.hostile))
    let deep =
      String(repeating: "<w:tbl>", count: 5000) + "{{a}}"
      + String(repeating: "</w:tbl>", count: 5000)
    #expect(fault(Office.word(deep)) == .unreadable(.damaged))
  }

  @Test("templates changed at random are filled or refused, and what is filled can be read")
  func mutations() throws {
    let body =
      Office.p("{{#rows}}") + Office.p("{{index}}. {{name}}") + Office.p("{{/rows}}")
      + Self.table(Self.row("{{#rows}}{{index}}", "{{name}}{{#tier}}（{{tier}}）{{/tier}}{{/rows}}"))
      + "<w:p><w:r><w:t>致{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{recipient}}{{^lapsed}}，{{/lapsed}}</w:t></w:r></w:p>"
    let seed = Office.word(body)
    var state: UInt64 = 13
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, count)
    }
    let isFull = ProcessInfo.processInfo.environment["PINGSHEN_TRIALS"] == "full"
    var filled = 0
    for _ in 0..<(isFull ? 10_000 : 400) {
      var data = seed
      for _ in 0...next(3) {
        let start = next(data.count)
        switch next(3) {
        case 0: data[start] = UInt8(next(128))
        case 1: data.removeSubrange(start..<min(data.count, start + next(12)))
        default:
          data.insert(
            contentsOf: data[start..<min(data.count, start + next(60))], at: next(data.count))
        }
        data = Data(data)
      }
      do throws(WordTemplateFault) {
        let bytes = try WordTemplate(data).filled(with: Self.values)
        #expect(throws: Never.self) {
          try DocumentReading(in: .here).manuscript(of: bytes, named: "a.docx")
        }
        filled += 1
      } catch {
        // A sentence is what is wanted.
      }
    }
    #expect(filled > 20)
  }

  @Test(
    "a document of Word with split runs, a header and a table, read by python-docx",
    .enabled(if: Outside.hasWord, Outside.without))
  func word() throws {
    let make = """
      import sys, docx
      d = docx.Document()
      d.sections[0].header.paragraphs[0].text = '{{body}}文件'
      d.add_heading('告知书 {{number}}', 0)
      p = d.add_paragraph('致')
      for piece in ['{', '{reci', 'pient', '}', '}：']: p.add_run(piece).bold = len(piece) > 3
      t = d.add_table(1, 2, style='Table Grid')
      t.rows[0].cells[0].text, t.rows[0].cells[1].text = '序号', '组织'
      r = t.add_row().cells
      r[0].text, r[1].text = '{{#rows}}{{index}}', '{{name}}{{/rows}}'
      d.add_paragraph('{{#lapsed}}'); d.add_paragraph('逾期'); d.add_paragraph('{{/lapsed}}')
      d.add_paragraph('{{reason}}', style='List Bullet')
      d.save(sys.argv[1])
      """
    let read = """
      import sys, docx
      d = docx.Document(sys.argv[1])
      print(d.sections[0].header.paragraphs[0].text)
      for p in d.paragraphs: print(p.style.name, p.text)
      for r in d.tables[0].rows: print('|'.join(c.text for c in r.cells))
      print([r.bold for r in d.paragraphs[1].runs if r.text])
      """
    let template = try Outside.withFile(Data(), "docx") { path in
      try Outside.run("/usr/bin/python3", ["-c", make, path.path])
      return try WordTemplate(Data(contentsOf: path))
    }
    try template.check(with: Self.values)
    #expect(
      try Outside.python(read, template.filled(with: Self.values), "docx") == [
        "杭州市市场监督管理局文件", "Title 告知书 杭市监质〔2026〕5号", "Normal 致钱江精密机械有限公司：",
        "List Bullet 一、甲。", "List Bullet 二、乙。", "序号|组织", "1|甲<公司>", "2|乙公司",
        "[None, False, False]",
      ])
  }

  @Test(
    "a template from LibreOffice, filled and printed",
    .enabled(if: Outside.measures, Outside.without))
  func printed() throws {
    let paper = Composition(
      title: "模板",
      blocks: [
        .title("告知书"), .number("{{number}}"), .recipient("{{recipient}}："),
        .paragraph("{{reason}}"),
        .table(
          Table(
            [.init(1), .init(3)], head: [["序号", "组织"]],
            rows: [["{{#rows}}{{index}}", "{{name}}{{/rows}}"]])),
        .signature(signer: "{{body}}", date: "2026年5月8日"),
      ])
    // LibreOffice writes it anew, with runs and properties of its own.
    let own = try Outside.converted(paper.docx(), "docx", to: "odt", name: "template")
    let template = try WordTemplate(Outside.converted(own, "odt", to: "docx", name: "template"))
    let bytes = try template.filled(with: Self.values)
    let pages = try PrintedPages(Outside.converted(bytes, "docx", to: "pdf", name: "filled"))
    let words = pages.words.map(\.text).joined()
    for text in ["杭市监质〔2026〕5号", "钱江精密机械有限公司：", "一、甲。二、乙。", "1甲&lt;公司&gt;2乙公司"] {
      #expect(words.contains(text), "\(words)")
    }
  }
}
