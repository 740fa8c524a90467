import Office
import Procedure

/// What a district recommends, with its opinions and for its seal (Q1).
public struct RecommendationContent: PaperContents {
  /// An application that is recommended.
  public struct Row: Sendable, Hashable {
    public var number: String
    public var name: String
    public var creditCode: String
    public var industry: String
    public var opinion: String
    public var sealed: Day?

    /// An application with the district's opinion.
    public init(
      number: String, name: String, creditCode: String, industry: String, opinion: String,
      sealed: Day?
    ) {
      (self.number, self.name, self.creditCode) = (number, name, creditCode)
      (self.industry, self.opinion, self.sealed) = (industry, opinion, sealed)
    }
  }

  public var city: String
  public var year: Int
  public var date: Day
  public var head: Letterhead
  /// The bureau that recommends, such as 西湖区市场监督管理局.
  public var district: String
  public var rows: [Row]

  /// A district's list.
  public init(
    city: String, year: Int, date: Day, head: Letterhead, district: String, rows: [Row]
  ) {
    (self.city, self.year, self.date) = (city, year, date)
    (self.head, self.district, self.rows) = (head, district, rows)
  }

  public var fill: PaperFill {
    let words = [
      "city": city, "year": "\(year)", "date": PaperFill.written(date), "district": district,
      "count": "\(rows.count)",
    ]
    let table = Table(
      [.init(2, .centre), .init(5), .init(7), .init(4), .init(9)],
      head: [["序号", "申报编号", "组织名称", "行业", "初审和推荐意见"].map { Table.Cell(head: $0) }],
      rows: rows.enumerated().map { index, row in
        let name = [row.name, row.creditCode].filter { !$0.isEmpty }.joined(separator: "\n")
        let sealed = row.sealed.map { "（\(PaperFill.written($0))）" } ?? ""
        return ["\(index + 1)", row.number, name, row.industry, Markup.line(row.opinion) + sealed]
          .map { Table.Cell(Words($0)) }
      })
    return PaperFill(
      head.values(in: city).merging(words.mapValues(FieldValue.text)) { $1 },
      blocks: [
        "list": [.table(table)],
        "seal": [.signature(signer: district, date: PaperFill.written(date))],
      ])
  }

  /// With nothing left out.
  public static let sample = RecommendationContent(
    city: "示例市", year: 2026, date: PaperCase.sample.date, head: .sample, district: "示例区市场监督管理局",
    rows: [
      Row(
        number: "0", name: "示例组织", creditCode: "0", industry: "示例", opinion: "示例",
        sealed: PaperCase.sample.date)
    ])
}

/// What was received of an application, and in how many copies (M6, M7).
public struct ReceiptContent: PaperContents {
  /// A kind of material.
  public struct Row: Sendable, Hashable {
    public var kind: String
    public var electronic: Int
    public var paper: Int
    /// Bound copies that are asked for.
    public var wanted: Int
    /// What it consists of, with pages where they are known.
    public var documents: [String]

    /// A kind of material with what came in.
    public init(
      kind: String, electronic: Int, paper: Int, wanted: Int, documents: [String]
    ) {
      (self.kind, self.electronic, self.paper) = (kind, electronic, paper)
      (self.wanted, self.documents) = (wanted, documents)
    }
  }

  public var subject: PaperCase
  public var rows: [Row]
  /// The day on which it was handed in.
  public var submitted: Day?
  /// What was received after the closing day, one a line.
  public var late: [String] = []

  /// A receipt.
  public init(_ subject: PaperCase, rows: [Row]) { (self.subject, self.rows) = (subject, rows) }

  public var fill: PaperFill {
    subject.fill(
      ["submitted": submitted.map(PaperFill.written) ?? "", "late": late.joined(separator: "\n")],
      [
        "list": [
          .table(
            Table(
              [
                .init(4, .centre), .init(8), .init(3, .centre), .init(3, .centre),
                .init(3, .centre),
              ],
              head: [
                ["材料", "内容", "电子（份）", "纸质（份）", "应交纸质"].map { Table.Cell(head: $0) }
              ],
              rows: rows.map { row in
                [
                  Table.Cell(Words(row.kind)), Table.Cell(numbered: row.documents),
                  "\(row.electronic)", "\(row.paper)", "\(row.wanted)",
                ]
              }))
        ],
        "signatures": [.signatureLines(["递交人", "接收人"])],
      ])
  }

  /// With nothing left out.
  public static let sample: ReceiptContent = {
    var content = ReceiptContent(
      .sample,
      rows: [Row(kind: "示例", electronic: 1, paper: 3, wanted: 3, documents: ["示例"])])
    (content.submitted, content.late) = (content.subject.date, ["示例"])
    return content
  }()
}
