import Criteria
import Office
import Procedure
import Reports
import Testing

@Suite("Papers say what the rules ask for")
struct PaperTests {
  @Test(
    "a notice or letter has its title, number, who signs and the day", arguments: Samples.papers)
  func everyPaper(_ paper: Paper) throws {
    let content = try Samples.content(paper)
    let made = try Samples.paper(content)
    let title = paper == .letterRevoked ? "关于撤销培育资格的告知书" : paper.title.zh
    for text in [made.text, made.html] {
      for each in [
        title, content.number, "杭州市市场监督管理局文件", "2026年9月17日", "杭州市市场监督管理局办公室",
      ] {
        #expect(text.contains(each), "\(each)")
      }
      #expect(!text.contains("{{"))
    }
  }

  @Test("a fair copy holds neither the cycle's title nor a digest", arguments: Samples.papers)
  func noDigest(_ paper: Paper) throws {
    let text = try Samples.text(try Samples.content(paper))
    #expect(!text.contains("年度培育") && text.firstMatch(of: /[0-9a-f]{16}/) == nil)
  }

  @Test("what is not final says 草稿 on every page, what is does not", arguments: Samples.papers)
  func drafts(_ paper: Paper) throws {
    let content = try Samples.content(paper)
    #expect(try Samples.paper(content, isDraft: true).isDraft)
    #expect(try Samples.paper(content, isDraft: true).text.contains("草　稿"))
    #expect(try !Samples.text(content).contains("草"))
  }

  @Test(
    "Q3, R8, P2: a notice says from when until when it runs, how to object and whom to ask",
    arguments: [Paper.noticeQualification, .noticeOnSite, .noticeProposal])
  func notices(_ paper: Paper) throws {
    let text = try Samples.text(try Samples.content(paper))
    #expect(text.contains("公示期自 2026年9月18日至 2026年9月28日（7个工作日）。"))
    #expect(text.contains("有异议的") && text.contains("联系人：王某　　联系电话：0571-00000000"))
    #expect(!text.contains("暂定"))
  }

  @Test("a notice without a contact has no empty line for one")
  func noContact() throws {
    var content = try Samples.content()
    (content.head.contact, content.head.telephone, content.head.address) = ("", "", "")
    let text = try Samples.text(content)
    #expect(!text.contains("联系人") && !text.contains("联系电话") && !text.contains("通信地址"))
  }

  @Test("W: a last day beyond the published holidays is marked provisional")
  func provisional() throws {
    var content = try Samples.content(.noticeOnSite)
    content.isProvisional = true
    #expect(try Samples.text(content).contains("至 2026年9月28日（暂定：该年度节假日安排尚未公布）（7个工作日）"))
  }

  @Test("P2: the proposed list shows its tiers")
  func tiers() throws {
    let text = try Samples.text(try Samples.content(.noticeProposal))
    #expect(text.contains("第一层级") && text.contains("第三层级"))
  }

  @Test(
    "Q2, P1: who is asked gets the list, the question, the day and a form to answer on",
    arguments: [Paper.letterInquiry, .letterOpinion])
  func asks(_ paper: Paper) throws {
    let text = try Samples.text(try Samples.content(paper))
    for each in ["钱江精密机械有限公司", "于 2026年9月28日前", "意见反馈表", "填报单位（盖章）"] {
      #expect(text.contains(each), "\(each)")
    }
  }

  @Test(
    "a letter of decision has a receipt that comes back signed",
    arguments: [Paper.letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked])
  func receipts(_ paper: Paper) throws {
    let text = try Samples.text(try Samples.content(paper))
    #expect(text.contains("送达回证") && text.contains("收件人签名或盖章"))
  }

  @Test(
    "V4: a place taken back for fraud names the clause on fraud",
    arguments: [Paper.letterRevoked, .announcement])
  func fraud(_ paper: Paper) throws {
    var content = try Samples.content(paper)
    content.isFraud = true
    #expect(try Samples.text(content).contains("五（一）4的规定"))
  }

  @Test("a city's own method and clauses stand where Hangzhou's would")
  func method() throws {
    var content = try Samples.content(.noticeFinal)
    (content.head.methodName, content.head.clauses) = ("某市质量奖管理办法", ["P4": "第十二条"])
    let text = try Samples.text(content)
    #expect(text.contains("根据《某市质量奖管理办法》第十二条的规定") && !text.contains("试行"))
  }

  @Test("Q3: applicant and recommender are told that it is not qualified, and why")
  func notQualified() throws {
    let text = try Samples.text(try Samples.content(.letterNotQualified))
    #expect(text.contains("\n西溪生物医药股份公司、西湖区市场监督管理局：\n"))
    #expect(text.contains("不符合申报条件"))
    #expect(text.contains("\n　　自我评价缺少三年对比数据。\n　　证实性材料不完整。\n"))
  }

  @Test(
    "R9: the letter tells how material review went: exact score, line, what was good and what not")
  func notEntered() throws {
    let text = try Samples.text(try Samples.content(.letterNotEntered))
    #expect(text.contains("\n西溪生物医药股份公司、西湖区市场监督管理局：\n"))
    #expect(text.contains("材料评审得分 549.75 分，进入现场评审的分数线为 550 分，相差 0.25 分。"))
    #expect(text.contains("　　4.1.2 愿景清楚\n") && text.contains("　　4.2.2 战略少量化目标\n"))
    #expect(text.contains("\n　　证实性材料不完整。\n"))
  }

  @Test("R7: one at the line that was held back is not told that it fell short")
  func heldBack() throws {
    var content = try Samples.content(.letterNotEntered)
    content.total = content.line
    let text = try Samples.text(content)
    #expect(text.contains("材料评审得分 550 分，进入现场评审的分数线为 550 分，已达到分数线。"))
    #expect(text.contains("综合各评审组意见"))
    #expect(!text.contains("相差"))
    content.total = nil
    #expect(try !Samples.text(content).contains("得分"))
  }

  @Test("P3: whoever objected is told what the check found, by name or without one")
  func objection() throws {
    var content = try Samples.content(.letterObjection)
    #expect(try Samples.text(content).contains("核查情况：\n　　经核查，异议不成立。"))
    #expect(try !Samples.text(content).contains("核查结论"))
    content.isUpheld = true
    #expect(try Samples.text(content).contains("核查结论：异议成立。"))
    content.recipient = ""
    #expect(try Samples.text(content).contains("\n异议人：\n"))
  }

  @Test("C4: a revoked place is called revoked throughout, its grant refunded by a day")
  func revoked() throws {
    for paper in [Paper.letterRevoked, .announcement] {
      var content = try Samples.content(paper)
      let text = try Samples.text(content)
      #expect(text.contains("决定撤销") && !text.contains("取消"))
      #expect(text.contains("在 3 个月之内（2026年12月17日前）退回资助经费"))
      content.refund = Amount(hundredths: 20_000_050)
      #expect(try Samples.text(content).contains("退回资助经费 200,000.50 元"))
    }
  }

  @Test("C3: a place lost for a late report is cancelled, not revoked, and asks no refund")
  func lapsed() throws {
    var content = try Samples.content(.letterRevoked)
    (content.isLapsed, content.refundMonths, content.refundDue) = (true, nil, nil)
    let text = try Samples.text(content)
    #expect(text.contains("决定取消西溪生物医药股份公司的培育资格"))
    #expect(!text.contains("撤销") && !text.contains("退回"))
  }

  @Test("a paper whose optional parts are missing has no holes", arguments: Samples.papers)
  func sparse(_ paper: Paper) throws {
    var head = Letterhead()
    head.signer = "局"
    var content = PaperContent(
      paper, city: "杭州市", year: 2026, number: "1", date: try Samples.content().date, head: head)
    content.recipient = "甲公司"
    let text = try Samples.text(content)
    for hole in ["nil", "Optional", "、：", "（）", "得分", "退回", "公示期自", "联系人", "\n\n\n"] {
      #expect(!text.contains(hole), "\(hole)")
    }
  }
}
