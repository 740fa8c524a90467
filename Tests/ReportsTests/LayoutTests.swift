import Criteria
import Foundation
import Office
import Procedure
import Reports
import Testing

@Suite("Papers are set safely")
struct LayoutTests {
  @Test("a list has a real table, without the columns that nobody fills")
  func table() throws {
    var content = try Samples.content(.noticeFinal)
    let full = try Samples.paper(content).html
    #expect(full.contains("钱江精密机械有限公司</td>") && full.contains("619.75</td>"))
    content.rows = Samples.plainRows
    let plain = try Samples.paper(content).html
    #expect(!plain.contains("层级") && !plain.contains("得分") && plain.contains("行业"))
  }

  @Test("an empty list says so")
  func nobody() throws {
    var content = try Samples.content(.noticeOnSite)
    content.rows = []
    #expect(try Samples.text(content).contains("（无）"))
  }

  /// Everything typed replaced by one text.
  private func typed(_ text: String, _ paper: Paper) throws -> PaperContent {
    var content = try Samples.content(paper)
    (content.city, content.number) = (text, text)
    (content.head.issuer, content.head.signer, content.head.contact) = (text, text, text)
    (content.head.copiesTo, content.head.methodName) = ([text], text)
    (content.recipient, content.recommender, content.reason) = (text, text, text)
    (content.answer, content.strengths, content.opportunities) = (text, text, text)
    content.rows = [
      PaperRow(number: text, name: text, district: text, industry: text, tier: text)
    ]
    return content
  }

  @Test("HTML escapes everything that people typed", arguments: Samples.papers)
  func escapes(_ paper: Paper) throws {
    let html = try Samples.paper(
      typed("<script>alert(\"1\" + '2')</script>&lt;<\u{338}b>", paper)
    ).html
    #expect(!html.contains("<script") && !html.contains("alert(\"") && !html.contains("'2'"))
    #expect(
      html.contains("&lt;script&gt;alert(&quot;1&quot; + &#39;2&#39;)&lt;/script&gt;&amp;lt;"))
  }

  @Test("text is not escaped", arguments: Samples.papers)
  func textIsPlain(_ paper: Paper) throws {
    #expect(try Samples.text(typed("A&B \"甲\" <乙>", paper)).contains("A&B \"甲\" <乙>"))
  }

  @Test(
    "what people typed is never read as a template or as its structure", arguments: Samples.papers)
  func braces(_ paper: Paper) throws {
    let made = try Samples.paper(typed("# {{position}}{{#rows}}\n{{signature}}", paper))
    #expect(made.text.contains("# {{position}}{{#rows}}"))
    let titles = made.blocks.count { if case .title = $0 { true } else { false } }
    let plain = try Samples.paper(typed("x", paper)).blocks.count {
      if case .title = $0 { true } else { false }
    }
    #expect(titles == plain)
    let signatures = made.blocks.count { if case .signature = $0 { true } else { false } }
    #expect(signatures == 1)
  }

  @Test(
    "no control character comes through, and no mark of a template's", arguments: Samples.papers)
  func controls(_ paper: Paper) throws {
    let codes = Array(UInt32(0)...0x1F) + Array(0x7F...0x9F) + [0x61C, 0x200E, 0x202E, 0x2066]
    let nasty = String(String.UnicodeScalarView(codes.compactMap(Unicode.Scalar.init)))
    let made = try Samples.paper(typed("甲\n\u{1}list\n\u{2}0题\u{4}\(nasty)乙", paper))
    for text in [made.text, made.html] {
      let left = text.unicodeScalars.filter { scalar in
        scalar != "\n" && [.control, .format].contains(scalar.properties.generalCategory)
      }
      #expect(left.isEmpty, "\(left.map(\.value))")
    }
    #expect(!made.blocks.contains(.title("题")))
  }

  @Test("a name with a line end in it stays on one line, a reason keeps its paragraphs")
  func lineEnds() throws {
    let text = try Samples.text(typed("甲\r\n\r\n 乙", .letterNotQualified))
    #expect(text.contains("\n甲 乙、甲 乙：\n"))
    #expect(text.contains("事实和理由：\n　　甲\n　　乙\n"))
  }
}
