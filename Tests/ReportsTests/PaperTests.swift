import Criteria
import Procedure
import Reports
import Testing

@Suite("Papers say what the rules ask for")
struct PaperTests {
  let templates: PaperTemplates
  let content: PaperContent

  init() throws {
    templates = try PaperTemplates()
    content = try Samples.content()
  }

  @Test(
    "V5: every paper has its title, rule, number, date, and the log's head, position and time",
    arguments: Paper.allCases)
  func everyPaper(_ paper: Paper) {
    let wanted =
      [
        paper.title.zh, content.number, content.cycle, content.body, "2026年9月17日",
        "日志指纹 \(Samples.head) · 第 318 条 · 打印 2026-09-17 10:24",
      ] + paper.rules.suffix(1).map { "规则 \($0.rawValue) · \($0.clause.zh) · 日志指纹" }
    for text in [templates.text(paper, content), templates.html(paper, content)] {
      for each in wanted { #expect(text.contains(each), "\(each)") }
      #expect(!text.contains("{{"))
    }
  }

  @Test(
    "Q3, R8, P2: a notice says how long it runs, from when and until when, and how to object",
    arguments: [Paper.noticeQualification, .noticeOnSite, .noticeProposal])
  func notices(_ paper: Paper) {
    for text in [templates.text(paper, content), templates.html(paper, content)] {
      #expect(text.contains("公示期为 7 个工作日，自 2026年9月17日发布，至 2026年9月28日止。"))
      #expect(text.contains("有异议的"))
      #expect(!text.contains("暂定"))
    }
  }

  @Test("W: a last day beyond the published holidays is marked provisional")
  func provisional() {
    var content = content
    content.isProvisional = true
    for text in [
      templates.text(.noticeOnSite, content), templates.html(.noticeOnSite, content),
    ] {
      #expect(text.contains("至 2026年9月28日（暂定：该年度节假日安排尚未公布）止。"))
    }
  }

  @Test(
    "V4: a place taken back for fraud names the clause on fraud",
    arguments: [
      Paper.letterRevoked, .announcement,
    ])
  func fraud(_ paper: Paper) {
    var content = content
    content.isFraud = true
    let text = templates.text(paper, content)
    #expect(text.contains("五（一）4 的规定") && text.contains("规则 V4"))
  }

  @Test("Q3: applicant and recommender are told that it is not qualified, and why")
  func notQualified() {
    let text = templates.text(.letterNotQualified, content)
    #expect(text.contains("\n西溪生物医药股份公司、西湖区市场监督管理局：\n"))
    #expect(text.contains("不符合申报条件"))
    #expect(text.contains("\n　　自我评价缺少三年对比数据。\n　　证实性材料不完整。\n"))
  }

  @Test("R9: the letter tells both how material review went, the score exact against the line")
  func notEntered() {
    let text = templates.text(.letterNotEntered, content)
    #expect(text.contains("\n西溪生物医药股份公司、西湖区市场监督管理局：\n"))
    #expect(text.contains("材料评审得分 549.75 分，进入现场评审的分数线为 550 分，相差 0.25 分。"))
    #expect(text.contains("\n　　证实性材料不完整。\n"))
  }

  @Test("R7: one at the line that was held back is not told that it fell short")
  func heldBack() {
    var content = content
    content.total = content.line
    let text = templates.text(.letterNotEntered, content)
    #expect(text.contains("材料评审得分 550 分，进入现场评审的分数线为 550 分，已达到分数线。"))
    #expect(text.contains("综合各评审组意见"))
    #expect(!text.contains("相差"))
    content.total = nil
    #expect(!templates.text(.letterNotEntered, content).contains("得分"))
  }

  @Test("P3: whoever objected is told what the check found, by name or without one")
  func objection() {
    var content = content
    #expect(templates.text(.letterObjection, content).contains("核查情况：\n　　经核查，异议不成立。"))
    #expect(!templates.text(.letterObjection, content).contains("核查结论"))
    content.isUpheld = true
    #expect(templates.text(.letterObjection, content).contains("核查结论：异议成立。"))
    content.recipient = ""
    #expect(templates.text(.letterObjection, content).contains("\n异议人：\n"))
  }

  @Test("C4: a revoked place is announced and its grant refunded by a day")
  func revoked() {
    for paper in [Paper.letterRevoked, .announcement] {
      let text = templates.text(paper, content)
      #expect(text.contains("决定撤销"))
      #expect(text.contains("在 3 个月之内（2026年12月17日前）退回资助经费"))
      #expect(text.contains("规则 C4"))
      var paid = content
      paid.refund = Amount(hundredths: 20_000_050)
      #expect(templates.text(paper, paid).contains("退回资助经费 200,000.50 元。"))
    }
  }

  @Test("C3: a place lost for a late report is cancelled, not revoked, and asks no refund")
  func lapsed() {
    var content = content
    (content.isLapsed, content.refundMonths, content.refundDue) = (true, nil, nil)
    let text = templates.text(.letterRevoked, content)
    #expect(text.contains("决定取消西溪生物医药股份公司的培育资格"))
    #expect(!text.contains("决定撤销") && !text.contains("退回"))
    #expect(text.contains("规则 C3"))
  }

  @Test("A paper whose optional parts are missing has no holes", arguments: Paper.allCases)
  func sparse(_ paper: Paper) {
    let content = PaperContent(
      city: "杭州市", year: 2026, cycle: "", number: "1", date: content.date, recipient: "甲公司",
      body: "局", head: "00", position: 1, printed: "")
    let text = templates.text(paper, content)
    for hole in ["nil", "Optional", "、：", "（）", "得分", "退回", "公示期为", "\n\n\n"] {
      #expect(!text.contains(hole), "\(hole)")
    }
  }

  @Test("S6: the proposed list as it leaves on paper")
  func snapshot() {
    #expect(templates.text(.noticeProposal, content) == Self.proposal)
  }

  static let proposal = """
                              杭州市市场监督管理局
                             拟纳入培育组织名单公示
                               杭评〔2026〕12 号
                                 2026 年度培育

    　　根据《杭州市实施卓越绩效模式培育办法（试行）》四（五）的规定，经现场评审、合议和征求意见，拟将下列 3 家组织纳入培育，现予公示。

    序号  编号       组织名称               区县    行业      层级        得分
    ----  ---------  ---------------------  ------  --------  --------  ------
       1  HZ26-0031  钱江精密机械有限公司   滨江区  装备制造  第一层级  621.50
       2  HZ26-0007  西溪 BioTech 股份公司  西湖区  生命健康  第二层级  619.75
       3  HZ26-0044  运河食品               拱墅区  食品加工  第三层级  600.00

    　　公示期为 7 个工作日，自 2026年9月17日发布，至 2026年9月28日止。
    　　任何单位或个人对上述名单有异议的，可在公示期内向杭州市市场监督管理局提出，并提供相应的事实、理由和佐证材料；核查结果将按规定期限告知异议人。

                                                        杭州市市场监督管理局
                                                               2026年9月17日

    ------------------------------------------------------------------------
    规则 P2 · 办法四（五） · 日志指纹 9f2c6e51a0b34d7788c1e2f3a4b5c6d7e8f90123456789abcdef0123456789ab · 第 318 条 · 打印 2026-09-17 10:24

    """
}
