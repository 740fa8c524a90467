import Criteria
import Testing

@testable import Splitting

/// The rules of splitting, one by one (documents.md).
struct RuleTests {
  @Test("S1: line ends, widths and blanks change nothing")
  func lineEnds() {
    let text = "4.1.2 高层领导的作用\n甲。\n4.1.3 组织治理\n乙。\n"
    let wanted = Shown(text).split.parts.map(\.characters)
    for end in ["\r\n", "\r", "\u{2028}"] {
      let shown = Shown(text.replacing("\n", with: end))
      #expect(shown.items == ["4.1.2", "4.1.3"])
      #expect(shown.split.parts.map(\.characters) == wanted)
    }
    let wide = Shown("４．１．２　高层 领导 的作用\n甲。\n４．１．３　组织治理\n乙。")
    #expect(wide.items == ["4.1.2", "4.1.3"])
    #expect(wide.heading("4.1.2") == "４．１．２　高层 领导 的作用")
  }

  @Test(
    "S5: every label leads to its item",
    arguments: [
      "4.1.2 高层领导的作用", "4.1-2 高层领导的作用", "【4.1-2】高层领导的作用", "【4.1.2】 高层领导的作用",
      "【4.1.2 高层领导的作用】", "条款4.1.2：高层领导的作用", "条款 4.1.2 高层领导的作用", "第4.1.2条 高层领导的作用",
      "(4.1.2) 高层领导的作用", "（4.1.2）高层领导的作用", "4.1.2高层领导的作用", "4.1.2、高层领导的作用", "4.1.2. 高层领导的作用",
      "4．1．2　高层领导的作用", "4 . 1 . 2 高层领导的作用", "# 4.1.2 高层领导的作用", "## 4.1.2 高层领导的作用",
      "**4.1.2 高层领导的作用**", "4.1.2 高层领导的作用（50分）", "4.1.2 高层领导的作用(50 分)", "4.1.2 高层领导的作用：",
      "高层领导的作用（4.1.2）", "一、高层领导的作用", "（一）高层领导的作用", "(一) 高层领导的作用", "1．高层领导的作用",
      "1、高层领导的作用", "1.1 高层领导的作用", "第一节 高层领导的作用", "①高层领导的作用", "⒈高层领导的作用", "■ 高层领导的作用", "高层领导的作用",
      "4.1.2 Role of senior leaders", "条款号：4.1.2 高层领导的作用", "GB/T 19580 4.1.2 高层领导的作用",
      "4·1·2 高层领导的作用",
    ])
  func labels(_ heading: String) {
    let shown = Shown("前言。\n\(heading)\n甲乙丙。")
    #expect(shown.parts == ["–", "4.1.2"])
    #expect(shown.body("4.1.2") == "甲乙丙。")
    #expect(shown.losesNothing)
  }

  @Test("S5: chapters, their sections and the profile")
  func chapters() {
    #expect(
      Shown("第一章 组织概述\n甲。\nP.1.1 组织环境\n乙。\nP.1.2 组织关系\n丙。\n第二章 领导\n2.1 高层领导的作用\n丁。").parts
        == ["[B]", "B.1.1", "B.1.2", "[4.1]", "4.1.2"])
    #expect(
      Shown("B.1.1 环境\n甲。\nB.1.2 关系\n乙。\nB.2.1 竞争环境\n丙。").parts == ["B.1.1", "B.1.2", "B.2.1"])
    #expect(
      Shown("一、领导\n（一）高层领导的作用\n甲。\n（二）组织治理\n乙。\n二、战略\n（一）战略制定\n丙。").parts
        == ["[4.1]", "4.1.2", "4.1.3", "[4.2]", "4.2.2"])
  }

  @Test("S4: sentences, captions and references begin nothing")
  func candidates() {
    for line in [
      "见4.1.3所述", "如4.1.3 组织治理", "表4.1.3-1 治理结构", "图 4.1.3 治理结构", "续表 4.1.3", "附4.1.3 清单",
      "4.1.3 组织治理由董事会负责。", "4.1.3 组织治理，", "4.1.3 的内容", "4.1.3 中的数据", "4.1.3 要求", "4.1.3亿元",
      "4.1.3%",
      "4.1.3 " + String(repeating: "长", count: 26),
      "2025年4.1.3 组织治理" + String(repeating: "长", count: 60),
      "4.1.3 和 4.1.4 的接口", "4.1.3.2 组织治理", "组织治理的有关情况如下",
    ] {
      let shown = Shown("4.1.2 高层领导的作用\n甲。\n\(line)\n乙。")
      #expect(shown.items == ["4.1.2"], "\(line)")
      #expect(shown.losesNothing)
    }
    // Whoever breaks a sentence at a line's end breaks no part.
    #expect(Shown("4.2.2 战略制定\n高层主持研讨，详见\n4.1.2 高层领导的作用\n所述。").items == ["4.2.2"])
  }

  @Test("S6: the title decides, whatever joins its words; another number is a doubt")
  func titles() {
    for title in ["顾客与市场的了解", "顾客和市场的了解", "顾客、市场的了解", "顾客市场了解", "顾客 及 市场的了解", "客户与市场的了解"] {
      #expect(Shown("4.3.2 \(title)\n甲。").items == ["4.3.2"], "\(title)")
      #expect(Shown("\(title)\n甲。").items == ["4.3.2"], "\(title)")
    }
    let lie = Shown("4.1.3 高层领导的作用\n甲。")
    #expect(lie.items == ["4.1.2?"])
    #expect(lie.split.parts[0].doubts == [.numberIsOf("4.1.3")])
    #expect(lie.how("4.1.2") == .title)
    #expect(Shown("4.1.2 高层领导的作用\n甲。").how("4.1.2") == .both)
    #expect(Shown("4.1.3 公司治理\n甲。").how("4.1.3") == .both)
    #expect(Shown("4.2 战略\n4.2.2 战略的制定\n甲。\n4.2.3 战略实施\n乙。").items == ["4.2.2", "4.2.3"])
  }

  @Test("S7: a number alone counts where numbers are the edition's")
  func numbers() {
    let shown = Shown("4.1.2 我们的领导力\n甲。\n4.1.3\n乙。\n4.1.4 责任与担当\n丙。")
    #expect(shown.items == ["4.1.2", "4.1.3", "4.1.4"])
    #expect(shown.how("4.1.3") == .number)
    // Shifted by one, 4.1.3 would be another's.
    let shifted = Shown("4.1.1 高层领导的作用\n甲。\n4.1.2 组织治理\n乙。\n4.1.3 责任与担当\n丙。")
    #expect(shifted.split.parts.flatMap(\.items) == ["4.1.2", "4.1.3"])
    #expect(shifted.body("4.1.3") == "乙。\n4.1.3 责任与担当\n丙。")
    #expect(Shown("4.1.9 其他\n甲。").parts == ["–"])
  }

  @Test("S7: a category whose numbers lie says nothing of the others")
  func shiftedChapter() {
    let shown = Shown(
      "4.1.1 高层领导的作用\n甲。\n4.1.2 组织治理\n乙。\n4.2.2 战略制定\n丙。\n4.2.3 落地\n丁。")
    #expect(shown.split.parts.flatMap(\.items) == ["4.1.2", "4.1.3", "4.2.2", "4.2.3"])
  }

  @Test(
    "S8: items written together are one part for all of them",
    arguments: [
      "4.4.3～4.4.5 财务、信息和知识、技术资源", "4.4.3~4.4.5 财务、信息和知识、技术资源", "4.4.3-4.4.5 财务等资源",
      "4.4.3—4.4.5 财务资源、信息和知识资源、技术资源", "4.4.3至4.4.5 其他资源", "4.4.3、4.4.4、4.4.5 财务资源、信息和知识资源、技术资源",
      "4.4.3/4.4.4/4.4.5", "4.4.3，4.4.4和4.4.5 财务、信息和知识、技术资源", "4.4.3～5 财务、信息和知识、技术资源",
      "【4.4.3～4.4.5】财务、信息和知识、技术资源", "（4.4.3、4.4.4、4.4.5）财务、信息、技术", "财务资源、信息和知识资源与技术资源",
      "# 4.4.3 ～ 4.4.5 财务、信息和知识、技术资源", "４．４．３～４．４．５　财务、信息和知识、技术资源",
    ])
  func merged(_ heading: String) {
    let shown = Shown("4.4.2 人力资源\n甲。\n\(heading)\n乙。\n4.4.6 基础设施\n丙。")
    #expect(shown.items == ["4.4.2", "4.4.3+4.4.4+4.4.5", "4.4.6"])
    let service = shown.split.service(of: "4.4.4", in: "4.4")
    #expect(service.map(\.service) == [.merged])
  }

  @Test("S8: two joined by 和, with titles of both; shifted ones by their titles")
  func mergedPairs() {
    #expect(Shown("4.4.6和4.4.7 基础设施与相关方关系\n甲。").items == ["4.4.6+4.4.7"])
    #expect(Shown("4.7.2 4.7.3 产品和服务、顾客与市场结果\n甲。").items == ["4.7.2+4.7.3"])
    let shifted = Shown("4.4.1 人力资源\n甲。\n4.4.2～4.4.4 财务、信息和知识、技术资源\n乙。")
    #expect(shifted.items == ["4.4.2", "4.4.3+4.4.4+4.4.5?"])
  }

  @Test("S9: text of a category stands above its items, or serves them all")
  func categories() {
    let shown = Shown(
      "4.2 战略\n4.2.1 总则\n甲。\n4.2.2 战略制定\n乙。\n4.3 顾客与市场\n丙。\n丁。\n4.4 资源\n4.4.2 人力资源\n戊。")
    #expect(shown.parts == ["[4.2]", "4.2.2", "[4.3]", "[4.4]", "4.4.2"])
    #expect(shown.split.service(of: "4.3.3", in: "4.3").map(\.service) == [.unlisted])
    #expect(shown.split.service(of: "4.2.2", in: "4.2").map(\.service) == [.own, .category])
    #expect(
      Shown("4.1.4 社会责任\n甲。\n4.2.1 提要\n乙。\n4.2.2 战略制定\n丙。").parts == ["4.1.4", "[4.2]", "4.2.2"])
  }

  @Test("S6, S9: words that are titles of categories begin none in a text")
  func commonWords() {
    let shown = Shown(
      "4.1 领导\n4.1.2 高层领导的作用\n方法\n甲。\n结果\n乙。\n资源\n丙。\n战略\n丁。\n4.1.3 组织治理\n戊。\n4.7 结果\n4.7.2 产品和服务结果\n己。"
    )
    #expect(shown.parts == ["[4.1]", "4.1.2", "4.1.3", "[4.7]", "4.7.2"])
  }

  @Test("S12: points of the results that are called as items are begin none")
  func resultsByItems() {
    let shown = Shown(
      "4.4.2 人力资源\n甲。\n4.4.3 财务资源\n乙。\n4.7.5 资源结果\n4.7.5.1 人力资源\n丙。\n（2）财务资源\n丁。\n3、基础设施\n戊。\n4.7.7 领导方面的结果\n己。"
    )
    #expect(shown.items == ["4.4.2", "4.4.3", "4.7.5", "4.7.7"])
  }

  @Test("S5: a number and its title on two lines are one heading")
  func twoLines() {
    let shown = Shown("4.1.2\n高层领导的作用\n甲。\n4.1.3\n\n组织治理\n乙。")
    #expect(shown.items == ["4.1.2", "4.1.3"])
    #expect(shown.heading("4.1.3") == "4.1.3 组织治理" && shown.how("4.1.3") == .both)
  }

  @Test("S9: categories alone, written alike and in their order")
  func categoriesAlone() {
    #expect(Shown("一、领导\n甲。\n二、战略\n乙。\n三、顾客与市场\n丙。").parts == ["[4.1]", "[4.2]", "[4.3]"])
    #expect(Shown("领导\n甲。\n战略\n乙。\n顾客与市场\n丙。").parts == ["[4.1]", "[4.2]", "[4.3]"])
    #expect(Shown("方法\n甲。\n结果\n乙。").parts == ["–"])
    #expect(Shown("1 环境\n甲。\n2 关系\n乙。\n3 竞争环境\n丙。").parts == ["B.1.1", "B.1.2", "B.2.1"])
  }

  @Test("S12: plain lines in the results that are called as items are begin none")
  func plainInResults() {
    let shown = Shown(
      "4.7.4 财务结果\n甲。\n4.7.5 资源结果\n人力资源\n乙。\n财务资源\n丙。\n4.7.7 领导方面的结果\n社会责任\n丁。")
    #expect(shown.items == ["4.7.4", "4.7.5", "4.7.7"])
  }

  @Test("S10: segments by organisations; twice in one is joined and marked")
  func segments() {
    let shown = Shown("4.1.2 高层领导的作用\n甲。\n4.1.3 组织治理\n乙。\n4.1.2 高层领导的作用\n丙。\n4.1.4 社会责任\n丁。")
    #expect(shown.items == ["4.1.2?", "4.1.3", "4.1.4"])
    #expect(shown.split.parts[0].doubts == [.joined(2)])
    #expect(shown.body("4.1.2").contains("甲。") && shown.body("4.1.2").contains("丙。"))
    #expect(shown.losesNothing)
    let group = Shown(
      "第1部分：云梦集团\n4.1.2 高层领导的作用\n甲。\n第二部分 自我评价\n乙。\n第三部分 云梦制造有限公司（全资子公司）\n丙。\n4.1.2 高层领导的作用\n丁。")
    #expect(
      group.split.parts.map(\.segment) == [
        "云梦集团", "云梦集团", nil, "云梦制造有限公司(全资子公司)", "云梦制造有限公司(全资子公司)",
      ])
  }

  @Test("S3: tables of contents of every kind are no headings")
  func contents() {
    let entries = ["4.1.2 高层领导的作用", "4.1.3 组织治理", "4.1.4 社会责任"]
    let text = entries.map { "\($0)\n文。" }.joined(separator: "\n")
    for (lead, title) in [
      ("……", "目录"), ("........", "目  录"), ("\t", "目　录"), (" ", "目次"), ("    ", "CONTENTS"),
      (" . . . . ", "目录"),
      ("·····", "目录："),
    ] {
      let table = entries.enumerated().map { "\($1)\(lead)\($0 * 7 + 3)" }.joined(separator: "\n")
      let shown = Shown("封面\n\(title)\n第一章 领导\(lead)2\n\(table)\n\n\(text)")
      #expect(shown.items == ["4.1.2", "4.1.3", "4.1.4"], "\(lead)")
      #expect(shown.losesNothing)
    }
    #expect(
      Shown("目录\n\(entries.joined(separator: "\n"))\n\(text)").items == ["4.1.2", "4.1.3", "4.1.4"])
    // Without the word 目录, leaders say it.
    let dots = entries.map { "\($0)………12" }.joined(separator: "\n")
    #expect(Shown("\(dots)\n\(text)").items == ["4.1.2", "4.1.3", "4.1.4"])
  }

  @Test("S2: headers on half the pages, footers with numbers; figures of the text stay")
  func running() {
    let pages = (1...6).map { page in
      (page.isMultiple(of: 2) ? "云梦公司自评报告\n" : "")
        + (page == 1 ? "4.1.2 高层领导的作用\n" : page == 4 ? "4.1.3 组织治理\n" : "")
        + "第\(page)段文字。\n\(page * 100)\n末行\(["甲", "乙", "丙", "丁", "戊", "己"][page - 1])。\n\(page + 10)\n"
    }
    let shown = Shown(pages.joined(separator: "\u{0C}"))
    #expect(shown.items == ["4.1.2", "4.1.3"])
    #expect(shown.split.running.count == 9)
    #expect(shown.body("4.1.2").contains("300") && !shown.body("4.1.2").contains("自评报告"))
    #expect(shown.losesNothing)
    // A chapter's title at the top of its pages is no heading there.
    let title = Shown(
      "4.1.2 高层领导的作用\n甲。\n1\u{0C}组织治理\n4.1.3 组织治理\n乙。\n2\u{0C}组织治理\n丙。\n3\u{0C}组织治理\n丁。\n4")
    #expect(title.items == ["4.1.2", "4.1.3"])
  }

  @Test("S11: what belongs nowhere is kept and readable")
  func nowhere() {
    let shown = Shown("云梦公司\n卓越绩效自我评价报告\n\n本报告共四章。\n4.1.2 高层领导的作用\n甲。")
    #expect(shown.parts == ["–", "4.1.2"])
    #expect(shown.split.parts[0].characters == 21)
    #expect(Shown("").split.parts.isEmpty)
    #expect(Shown("\n\n \n").split.parts.isEmpty)
  }

  @Test("S11: nothing is lost of texts without sense")
  func random() {
    var state: UInt64 = 19_580
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let pieces = [
      "4.1.2", "4.1.3 组织治理", "第一部分 云梦公司", "目录", "\u{0C}", "……3", "领导", "4.4.3～4.4.5", "总则", "\t8",
      "- 3 -", "第二章",
      "（一）", "人力资源", "\r", "图4.1-1", "。", "，", " ", "\u{FEFF}", "【", "】", "P.1.1", "环境", "4.1.1",
      "4.1", "甲乙丙丁",
    ]
    for _ in 0..<400 {
      let text = (0..<next(60)).map { _ in
        pieces[next(pieces.count)] + (next(3) == 0 ? "\n" : "")
      }.joined()
      let shown = Shown(text)
      #expect(shown.losesNothing, "\(text.debugDescription)")
    }
  }
}
