import Office
import Reports
import Testing

@Suite("A bureau's own templates")
struct TemplateTests {
  /// The fault of a template, if it has one.
  private func fault(_ key: String, _ template: String) -> TemplateFault? {
    do {
      _ = try PaperTemplates(overriding: [key: template])
      return nil
    } catch { return error }
  }

  @Test("an own template is used for its paper and for no other")
  func override() throws {
    let own = try PaperTemplates(overriding: [
      "noticeOnSite": "{{heading}}\n\n名单（{{count}}）：{{#rows}}{{index}}.{{name}}；{{/rows}}\n"
    ])
    let text = try own.composition(.noticeOnSite, try Samples.content(.noticeOnSite).fill).text
    #expect(text.contains("\n名单（3）：1.钱江精密机械有限公司；2.西溪 BioTech 股份公司；3.运河食品；\n"))
    let other = try Samples.content(.noticeFinal)
    #expect(try own.composition(.noticeFinal, other.fill) == (try Samples.paper(other)))
  }

  @Test("a template's own headings, paragraphs and sections of blocks")
  func structure() throws {
    let own = try PaperTemplates(overriding: [
      "announcement": """
      # 题 {{year}}
      ## 一、事由
      {{reason}}
      {{#list}}
      有名单
      {{/list}}
      　　段落
      甲：
      """
    ])
    let blocks = try own.composition(.announcement, try Samples.content(.announcement).fill).blocks
    #expect(
      blocks == [
        .title("题 2026"), .heading(1, "一、事由"), .paragraph("自我评价缺少三年对比数据。"),
        .paragraph("证实性材料不完整。"), .paragraph("有名单", .flush), .paragraph("段落"), .recipient("甲："),
      ])
  }

  @Test("a row without a total does not show the paper's own")
  func rowValues() throws {
    var content = try Samples.content(.announcement)
    content.rows = Samples.plainRows
    let own = try PaperTemplates(overriding: [
      "announcement": "{{#rows}}[{{total}}{{#total}}!{{/total}}{{tier}}]{{/rows}} {{total}}"
    ])
    #expect(try own.composition(.announcement, content.fill).text.hasPrefix("[][][] 549.75\n"))
  }

  @Test("a key that is no paper is refused with the key")
  func unknownKey() {
    #expect(
      fault("noticeOnsite", "x")
        == TemplateFault(place: "noticeOnsite", detail: "no paper has this key"))
  }

  @Test(
    "a template that mustache cannot read is refused with its key and line",
    arguments: [
      ("{{#rows}}\n{{name}}", 2), ("甲\n{{/rows}}", 2), ("甲\n乙\n{{name", 3), ("{{#a}}{{/b}}", 1),
    ])
  func broken(template: String, line: Int) {
    let fault = fault("letterRevoked", template)
    #expect(fault?.place == "letterRevoked")
    #expect(fault?.detail.hasPrefix("line \(line): ") == true, "\(String(describing: fault))")
  }

  @Test(
    "a template that names a value which no paper has is refused, however deep it stands",
    arguments: [
      "{{nmae}}", "{{name}}", "{{#total}}{{nmae}}{{/total}}", "{{^total}}{{nmae}}{{/total}}",
      "{{^total}}{{#line}}{{nmae}}{{/line}}{{/total}}", "{{#rows}}{{nmae}}{{/rows}}",
      "{{#line}}{{^total}}{{nmae}}{{/total}}{{/line}}",
    ])
  func unknownValue(template: String) {
    let fault = fault("noticeFinal", template)
    #expect(fault?.place == "noticeFinal")
    #expect(fault?.detail.hasPrefix("no value is called n") == true)
  }

  @Test("a template cannot include another, which would leave a hole")
  func partials() {
    #expect(fault("noticeFinal", "{{>foot}}")?.detail == "a template cannot include another")
  }

  @Test("control characters in a template do not come through")
  func controls() throws {
    let own = try PaperTemplates(overriding: ["noticeFinal": "甲\u{1}\u{1B}[31m乙\r\n丙"])
    let fill = try Samples.content(.noticeFinal).fill
    #expect(try own.composition(.noticeFinal, fill).text == "甲[31m乙\n丙\n")
  }

  @Test("each template compiled in is an own template too", arguments: Paper.allCases)
  func defaults(_ paper: Paper) throws {
    let own = try PaperTemplates(overriding: [paper.rawValue: paper.defaultTemplate])
    #expect(
      try own.composition(paper, paper.sample)
        == (try PaperTemplates().composition(paper, paper.sample)))
  }
}
