import Foundation
import Splitting
import Testing

@testable import Office

/// Papers as they are written.
struct PaperTests {
  private func lines(_ paper: Composition) throws -> [String] {
    try DocumentReading(in: .here).manuscript(of: paper.docx(), named: "a.docx").lines.map(\.text)
  }

  private static let picture: Picture? = {
    let bytes = Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEUlEQVR4nGOQq3gARwxYOQC3GQwJ5HJcpwAAAABJRU5ErkJggg=="
    )
    return bytes.flatMap { Picture(png: $0, width: 40, caption: "现场照片") }
  }()

  @Test("a paper in Word says what it says as text, block by block")
  func words() throws {
    let lines = try lines(SamplePaper.notice).filter { !$0.isEmpty }
    #expect(
      lines.prefix(5) == [
        "杭州市市场监督管理局文件", "杭市监质〔2026〕5号", "关于公示2026年度培育卓越绩效组织",
        "资格审查合格名单的通知", "各区、县（市）市场监督管理局：",
      ])
    for heading in ["一、公示名单", "（二）先进制造业", "3. 说明", "（4）名单以申报编号为序"] {
      #expect(lines.contains(heading))
    }
    #expect(lines.contains { $0.contains("HZ26-0031") && $0.contains("612.25") })
    #expect(
      lines.suffix(6) == [
        "附件：1. 资格审查合格组织名单", "2. 异议登记表", "杭州市市场监督管理局", "2026年5月8日",
        "抄送：杭州市人民政府办公厅，各有关单位。", "杭州市市场监督管理局办公室\t2026年5月8日印发",
      ])
  }

  @Test("no table without rows, no bars without bars, and a paper of nothing is a paper")
  func empty() throws {
    let paper = Composition(
      title: "",
      blocks: [
        .table(Table([], rows: [])), .table(Table([.init(1)], rows: [])), .bars([]), .title(""),
      ])
    #expect(try lines(paper).allSatisfy(\.isEmpty))
    #expect(paper.text == "\n" && !paper.html.contains("<tr"))
  }

  @Test("the three writers say the same words in the same order")
  func three() throws {
    func bare(_ text: String) -> String { text.filter { !$0.isWhitespace && !"-＿_".contains($0) } }
    let paper = SamplePaper.notice
    var html = paper.html
    html = String(html[try #require(html.range(of: "<main>")).upperBound...])
    while let tag = html.range(of: "<[^>]*>", options: .regularExpression) {
      html.removeSubrange(tag)
    }
    #expect(bare(html) == bare(paper.text))
    #expect(bare(try lines(paper).joined()) == bare(paper.text))
  }

  @Test("the same paper is the same file, and a picture, boxes and bars are in it")
  func same() throws {
    let paper = SamplePaper.form(try #require(Self.picture))
    #expect(try paper.docx() == paper.docx())
    let lines = try lines(paper)
    #expect(lines.contains("□到会　　☑请假　　□缺席"))
    #expect(lines.contains("〔图 1，见原件〕"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("战略") && $0.hasSuffix("40.5 / 90") })
    #expect(paper.text.contains("战略  ░░░░░░░░▓▓▓┃▓▓▓▓▓▓░░░░░░░  40.5 / 90"), "\(paper.text)")
    #expect(paper.html.contains("<svg") && paper.html.contains("data:image/png;base64,iVBOR"))
    for text in [paper.text, paper.html] { #expect(text.contains("草　稿")) }
  }

  @Test("what people typed is text alone: no markup, no turned letters, no ends of files")
  func typed() throws {
    let nasty = "甲<b>&\"乙\"</b>\u{0}\u{1B}\u{202E}丙\u{FFFE}\r\n丁]]>"
    let paper = Composition(
      title: nasty, header: nasty,
      blocks: [
        .title(nasty), .paragraph(Words(nasty)),
        .table(Table([.init(1), .init(1)], rows: [["\(nasty)", "戊"]])),
      ])
    #expect(
      try lines(paper).filter { !$0.isEmpty } == [
        "甲<b>&\"乙\"</b>丙", "丁]]>", "甲<b>&\"乙\"</b>丙", "丁]]>", "甲<b>&\"乙\"</b>丙 丁]]>  戊",
      ])
    #expect(
      paper.html.contains(#"content: "甲\3c b\3e \26 \22 乙\22 \3c \2f b\3e 丙\20 丁\5d \5d \3e ""#))
    #expect(!paper.html.contains("<b>") && !paper.html.contains("\u{202E}"))
    #expect(Composition.paragraphs(" 一 \n\n二\r") == [.paragraph("一"), .paragraph("二")])
  }

  @Test("cells hang down and stretch without loss, whatever the rows say")
  func grid() {
    let rows: [[Table.Cell]] = [
      [.init("a", columns: 9), "b"], [.init("c", rows: 9), "d", "e"], ["f"], [],
    ]
    let grid = TableGrid(rows, columns: 3)
    #expect(grid.rows.map { $0.map { $0.cell.columns }.reduce(0, +) } == [3, 3, 3, 3])
    #expect(grid.rows[2].map { $0.isContinued } == [true, false, false])
    #expect(grid.rows[1][0].cell.rows == 3)
  }

  @Test("no picture but a PNG")
  func pictures() {
    #expect(Picture(png: Data("GIF89a".utf8), width: 40, caption: "") == nil)
    #expect(Self.picture?.height == 20)
    #expect(Picture(png: Self.picture?.bytes ?? Data(), width: 4000, caption: "") == nil)
  }

  @Test("python-docx reads the table cell by cell", .enabled(if: Outside.hasWord, Outside.without))
  func independent() throws {
    let script = """
      import sys, docx
      d = docx.Document(sys.argv[1])
      for t in d.tables[:1]:
        for r in t.rows: print('|'.join(c.text for c in r.cells))
      s = d.sections[0]
      print(round(s.page_width.mm), round(s.page_height.mm), round(s.top_margin.mm), round(s.bottom_margin.mm), round(s.left_margin.mm), round(s.right_margin.mm))
      for p in d.paragraphs[2:4]: print(p.style.name, p.text)
      """
    #expect(
      try Outside.python(script, try SamplePaper.notice.docx(), "docx") == [
        "序号|编号|组织|组织|得分", "序号|编号|名称|区县|得分",
        "1|HZ26-0031|钱江精密机械有限公司|滨江区|612.25", "2|HZ26-0044|运河食品集团|拱墅区|587.50",
        "3|HZ26-0007|西溪生物医药股份公司|拱墅区|549.75", "合计|合计|合计|合计|3家",
        "210 297 37 35 28 26", "Title 关于公示2026年度培育卓越绩效组织", "资格审查合格名单的通知",
        "公文主送机关 各区、县（市）市场监督管理局：",
      ])
  }
}
