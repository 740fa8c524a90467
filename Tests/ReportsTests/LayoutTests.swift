import Criteria
import Foundation
import Procedure
import Testing

@testable import Reports

@Suite("Papers are set safely and in line")
struct LayoutTests {
  let templates: PaperTemplates
  let content: PaperContent

  init() throws {
    templates = try PaperTemplates()
    content = try Samples.content()
  }

  @Test("columns stand in line whether names are Han, Latin or both")
  func aligned() {
    let lines = templates.text(.noticeProposal, content).split(separator: "\n")
    let starts = Samples.rows.map { row in
      let line = lines.first { $0.contains(row.number) } ?? ""
      return [row.number, row.district, row.industry, row.tier ?? "-"].map { cell in
        line.range(of: cell).map { PlainText.width(String(line[..<$0.lowerBound])) } ?? -1
      }
    }
    #expect(starts.allSatisfy { $0 == starts.first && !$0.contains(-1) }, "\(starts)")
    let ends = Samples.rows.map { row in
      PlainText.width(String(lines.first { $0.contains(row.number) } ?? ""))
    }
    #expect(Set(ends).count == 1, "totals end in one column: \(ends)")
  }

  @Test(
    "a Han character takes two columns, a mark on a letter none",
    arguments: [
      ("评审", 4), ("abc", 3), ("Ａ（", 4), ("e\u{301}", 1), ("𠮷", 2), ("한", 2), ("ｱ", 1),
      ("\u{3000}", 2), ("👍", 2), ("", 0),
    ])
  func widths(text: String, columns: Int) { #expect(PlainText.width(text) == columns) }

  @Test("a list has a real table in HTML, without the columns that nobody fills")
  func table() {
    var content = content
    let full = templates.html(.noticeFinal, content)
    #expect(full.components(separatedBy: "<tr>").count - 1 == 4)
    #expect(full.contains("<td>钱江精密机械有限公司</td>"))
    #expect(full.contains("<td class=\"figure\">619.75</td>"))
    content.rows = Samples.plainRows
    let plain = templates.html(.noticeFinal, content)
    #expect(!plain.contains("层级") && !plain.contains("得分"))
    #expect(plain.contains("<th>行业</th>"))
  }

  @Test("an empty list says so")
  func nobody() {
    var content = content
    content.rows = []
    #expect(templates.text(.noticeOnSite, content).contains("\n（无）\n"))
    #expect(templates.html(.noticeOnSite, content).contains("<p>（无）</p>"))
  }

  /// Everything typed replaced by one text.
  private func typed(_ text: String) -> PaperContent {
    var content = content
    (content.city, content.cycle, content.number, content.body) = (text, text, text, text)
    (content.recipient, content.recommender, content.reason) = (text, text, text)
    (content.answer, content.head, content.printed) = (text, text, text)
    content.rows = [
      PaperRow(number: text, name: text, district: text, industry: text, tier: text)
    ]
    return content
  }

  @Test("HTML escapes everything that people typed", arguments: Paper.allCases)
  func escapes(_ paper: Paper) throws {
    let plain = templates.html(paper, typed("x"))
    let html = templates.html(paper, typed("<script>alert(\"1\" + '2')</script>&lt;<\u{338}b>"))
    #expect(!html.contains("<script") && !html.contains("alert(\"") && !html.contains("'2'"))
    let escaped = "&lt;script&gt;alert(&quot;1&quot; + &#39;2&#39;)&lt;/script&gt;&amp;lt;"
    #expect(html.contains(escaped))
    func marks(_ html: String) -> [Int] {
      ["<", ">", "\"", "'"].map { mark in
        html.unicodeScalars.count { String($0) == mark }
      }
    }
    #expect(marks(html) == marks(plain), "no mark but the layout's own")
  }

  @Test("text is not escaped", arguments: Paper.allCases)
  func textIsPlain(_ paper: Paper) {
    #expect(templates.text(paper, typed("A&B \"甲\" <乙>")).contains("A&B \"甲\" <乙>"))
  }

  @Test("what people typed is never read as a template", arguments: Paper.allCases)
  func braces(_ paper: Paper) {
    let text = templates.text(paper, typed("{{position}}{{#rows}}"))
    #expect(text.contains("{{position}}{{#rows}}"))
  }

  @Test("no control character comes through, and no block's mark", arguments: Paper.allCases)
  func controls(_ paper: Paper) {
    let codes = Array(UInt32(0)...0x1F) + Array(0x7F...0x9F) + [0x61C, 0x200E, 0x202E, 0x2066]
    let nasty = String(String.UnicodeScalarView(codes.compactMap(Unicode.Scalar.init)))
    let content = typed("甲\n\u{1}\n\u{2}\(nasty)乙")
    for text in [templates.text(paper, content), templates.html(paper, content)] {
      let left = text.unicodeScalars.filter { scalar in
        scalar != "\n" && [.control, .format].contains(scalar.properties.generalCategory)
      }
      #expect(left.isEmpty, "\(left.map(\.value))")
    }
    let html = templates.html(paper, content)
    #expect(html.components(separatedBy: "<h1>").count == 2)
    #expect(html.components(separatedBy: "<table>").count <= 2)
  }

  @Test("a name with a line end in it stays on one line, a reason keeps its paragraphs")
  func lineEnds() {
    let text = templates.text(.letterNotQualified, typed("甲\r\n\r\n 乙"))
    #expect(text.contains("\n甲  乙、甲  乙：\n"))
    #expect(text.contains("理由如下：\n　　甲\n　　乙\n"))
  }

  @Test("the page loads nothing and is set for print")
  func selfContained() {
    let html = templates.html(.noticeFinal, content)
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
    for outside in ["http://", "https://", "src=", "href=", "url(", "@import"] {
      #expect(!html.contains(outside), "\(outside)")
    }
    #expect(html.contains("@media print") && html.contains("<meta charset=\"utf-8\">"))
  }
}
