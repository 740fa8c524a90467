import Criteria
import Office
import Procedure

extension PaperContent {
  /// What marks a last day that may still move (W).
  static let provisionalMark = "（暂定：该年度节假日安排尚未公布）"

  public var fill: PaperFill {
    let title = title
    var values = head.values(in: city)
    for (name, text) in [
      ("title", title), ("rule", paper.rule(self)?.rawValue), ("number", number), ("city", city),
      ("clause", paper.rule(self).map { head.clause(of: $0).zh.replacing("办法", with: "") }),
      ("recipient", recipient), ("recommender", recommender), ("reason", reason),
      ("answer", answer), ("strengths", strengths), ("opportunities", opportunities),
      ("total", total?.description), ("line", line?.description),
      ("date", PaperFill.written(date)), ("first", first.map(PaperFill.written)),
      ("last", last.map { PaperFill.written($0) + (isProvisional ? Self.provisionalMark : "") }),
      ("refundDue", refundDue.map(PaperFill.written)), ("refund", refund?.grouped),
      ("year", "\(year)"), ("days", days.map(String.init)), ("count", "\(rows.count)"),
      ("refundMonths", refundMonths.map(String.init)), ("below", below),
      ("outcome", isUpheld.map { $0 ? "异议成立" : "异议不成立" }),
    ] {
      values[name] = .text(text ?? "")
    }
    values["reached"] = .flag(total.flatMap { total in line.map { total >= $0 } } ?? false)
    (values["lapsed"], values["fraud"]) = (.flag(isLapsed), .flag(isFraud))
    values["rows"] = .rows(
      rows.enumerated().map { $1.values.merging(["index": .text("\($0 + 1)")]) { $1 } })
    return PaperFill(
      values,
      blocks: [
        "heading": head.heading(title: title, number: number), "list": list,
        "signature": head.signature(date),
        "imprint": head.imprint(date, isCopied: paper != .letterObjection),
        "receipt": receipt,
        "reply": reply,
      ])
  }

  /// The paper's title; a place that is taken back for fraud or an accident is revoked, not lost.
  private var title: String {
    paper == .letterRevoked && !isLapsed ? "关于撤销培育资格的告知书" : paper.title.zh
  }

  private var below: String? {
    guard let total, let line, total < line else { return nil }
    return (line - total).description
  }

  /// The organisations, with the columns that somebody has something in.
  private var list: [Composition.Block] {
    guard !rows.isEmpty else { return [.paragraph("（无）", .centred)] }
    let columns: [(title: String, width: Int, alignment: Table.Alignment, cells: [String])] = [
      ("序号", 3, .centre, rows.indices.map { "\($0 + 1)" }),
      ("编号", 7, .left, rows.map(\.number)), ("组织名称", 10, .left, rows.map(\.name)),
      ("区县", 4, .centre, rows.map(\.district)), ("行业", 5, .centre, rows.map(\.industry)),
      ("层级", 5, .centre, rows.map { $0.tier ?? "" }),
      ("得分", 4, .right, rows.map { $0.total?.fixed ?? "" }),
    ].filter { column in column.3.contains { !$0.isEmpty } }
    return [
      .table(
        Table(
          columns.map { .init($0.width, $0.alignment) },
          head: [columns.map { Table.Cell(.bold($0.title), alignment: .centre) }],
          rows: rows.indices.map { row in columns.map { Table.Cell(Words($0.cells[row])) } }))
    ]
  }

  /// The receipt that goes with a letter and comes back signed (送达回证).
  private var receipt: [Composition.Block] {
    let rows: [(String, String)] = [
      ("送达文书", title), ("文书编号", number),
      ("受送达人", [recipient, recommender].filter { !$0.isEmpty }.joined(separator: "、")),
      ("送达地点", ""), ("送达方式", "□直接　□留置　□邮寄　□电子　□委托"),
      ("收件人签名或盖章", "\n　　　　　　　　　　年　　月　　日"), ("代收人签名及代收理由", "\n　　　　　　　　　　年　　月　　日"),
      ("送达人", "\n　　　　　　　　　　年　　月　　日"), ("备注", ""),
    ]
    return [
      .pageBreak, .title("送达回证"), .paragraph(Words(head.signer), .centred),
      .table(
        Table(
          [.init(3, .centre), .init(7)],
          rows: rows.map { [Table.Cell(Words($0)), Table.Cell(Words($1))] }, rowHeight: 14)),
    ]
  }

  /// The form on which those who are asked answer.
  private var reply: [Composition.Block] {
    let asked: [[Table.Cell]] = rows.enumerated().map { index, row in
      ["\(index + 1)", Table.Cell(Words(row.name)), "□无　□有", ""]
    }
    return [
      .pageBreak, .title("意见反馈表"),
      .table(
        Table(
          [.init(2, .centre), .init(8), .init(5, .centre), .init(9)],
          head: [["序号", "组织名称", "不同意见或问题", "具体情况和依据"]], rows: asked, rowHeight: 14)),
      .signatureLines(["填报单位（盖章）", "填报人"]),
    ]
  }
}
