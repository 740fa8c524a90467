import Foundation

@testable import Office

/// Papers that use every block.
enum SamplePaper {
  /// A notice with head, number, headings, attachments, signature and 版记, two pages long.
  static let notice = Composition(
    title: "关于公布资格审查合格组织名单的通知",
    blocks: [
      .letterhead(issuer: "杭州市市场监督管理局文件", number: "杭市监质〔2026〕5号"),
      .title("关于公示2026年度培育卓越绩效组织\n资格审查合格名单的通知"),
      .recipient("各区、县（市）市场监督管理局："),
      .paragraph(
        "根据《杭州市实施卓越绩效模式培育办法（试行）》的规定，经区县推荐、资格审查，下列组织符合申报条件，现予公示。公示期自2026年5月8日至2026年5月14日（5个工作日）。"),
      .heading(1, HeadingNumber.text(1, rank: 1) + "公示名单"),
      .heading(2, HeadingNumber.text(2, rank: 2) + "先进制造业"),
      .table(list),
      .heading(3, HeadingNumber.text(3, rank: 3) + "说明"),
      .heading(4, HeadingNumber.text(4, rank: 4) + "名单以申报编号为序"),
      .paragraph(Words("任何单位或个人如有异议，请在公示期内以") + .bold("书面") + Words("形式提出，写明姓名：") + .blank(6)),
    ] + Array(repeating: .paragraph(Words(String(repeating: "卓越绩效模式培育", count: 14))), count: 6) + [
      .attachments(["资格审查合格组织名单", "异议登记表"]),
      .signature(signer: "杭州市市场监督管理局", date: "2026年5月8日"),
      .imprint(copies: "杭州市人民政府办公厅，各有关单位", office: "杭州市市场监督管理局办公室", date: "2026年5月8日"),
    ])

  static let list = Table(
    [.init(1, .centre), .init(3), .init(6), .init(3), .init(2, .right)],
    head: [
      [.init("序号", rows: 2), .init("编号", rows: 2), .init("组织", columns: 2), .init("得分", rows: 2)],
      ["名称", "区县"],
    ],
    rows: [
      ["1", "HZ26-0031", "钱江精密机械有限公司", "滨江区", "612.25"],
      ["2", "HZ26-0044", "运河食品集团", .init("拱墅区", rows: 2), "587.50"],
      ["3", "HZ26-0007", "西溪生物医药股份公司", "549.75"],
      [.init("合计", columns: 4, alignment: .centre, isShaded: true), "3家"],
    ])

  /// A form of one page: boxes, lines to sign on, bars, a picture, small print.
  static func form(_ picture: Picture) -> Composition {
    Composition(
      title: "合议记录", header: "HZ26-0031　钱江精密机械有限公司", isDraft: true,
      blocks: [
        .title("合议记录"), .number("第3次"),
        .ticks([.init("到会"), .init("请假", isTicked: true), .init("缺席")]),
        .bars([
          Bar("领导", to: 550, text: "60.5 / 110"),
          Bar("战略", from: 300, to: 700, mark: 450, text: "40.5 / 90"),
          Bar("结果", to: 0, text: "0 / 400"),
        ]),
        .picture(picture),
        .paragraph("左", .flush), .paragraph("中", .centred), .paragraph("右", .right), .space(1),
        .signatureLines(["评审组长（签字）", "评审员（签字）"]), .pageBreak,
        .paragraph("第二页"), .fine("库内第12条　指纹0123456789abcdef"),
      ])
  }

  /// A broad table of more rows than a page on its side holds.
  static let broad = Composition(
    title: "评分汇总", layout: .landscape, header: "内部",
    blocks: [
      .title("评分汇总表"),
      .table(
        Table(
          [.init(2), .init(5)] + Array(repeating: .init(2, .right), count: 8),
          head: [["编号", "组织"] + (1...7).map { "4.\($0)" } + ["合计"]],
          rows: (1...40).map { row in
            ["\(row)", "钱江精密机械有限公司"] + (1...8).map { "\(row * $0).25" }
          })),
      .signatureLines(["组长（签字）", "监督（签字）"]),
    ])

  /// A page of 28 characters a line, more lines than it holds.
  static let grid = Composition(
    title: "版心",
    blocks: (0..<30).map { _ in
      .paragraph(Words(String(repeating: "国", count: 28)), .flush)
    })
}
