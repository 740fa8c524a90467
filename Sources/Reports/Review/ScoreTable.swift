import Criteria
import Office
import Procedure

/// The applications of a year side by side: what the panels settled, category by category, with total,
/// rank, distance to the line and how far the reviewers lay apart (R6, R7).
public struct ScoreTable: PaperContents {
  /// An application whose consensus is finished.
  public struct Row: Sendable, Hashable {
    public var number: String
    public var name: String
    public var district: String
    public var industry: String
    /// The percentages settled.
    public var percentages: [ItemID: Percentage]
    /// The totals of the sheets that have one: no abstention in it.
    public var reviews: [Points]
    /// The total on site, once the visit was submitted.
    public var onSite: Points?

    /// An application.
    public init(
      number: String, name: String, district: String, industry: String,
      percentages: [ItemID: Percentage], reviews: [Points], onSite: Points? = nil
    ) {
      (self.number, self.name, self.district) = (number, name, district)
      (self.industry, self.percentages) = (industry, percentages)
      (self.reviews, self.onSite) = (reviews, onSite)
    }

    /// How far the highest and the lowest total of a review lie apart; nil below two.
    var spread: Points? {
      guard reviews.count > 1, let low = reviews.min(), let high = reviews.max() else { return nil }
      return high - low
    }
  }

  public var city: String
  public var year: Int
  public var date: Day
  public var head: Letterhead
  /// The criteria of the year, and the line the totals are held against (R7).
  public var edition: Edition
  public var line: Points
  /// The applications; those that lack an item's percentage have no total and do not stand here.
  public let rows: [Row]

  /// A table, the highest total first.
  public init(
    city: String, year: Int, date: Day, head: Letterhead, edition: Edition, line: Points,
    rows: [Row]
  ) {
    (self.city, self.year, self.date, self.head) = (city, year, date, head)
    (self.edition, self.line) = (edition, line)
    let totals = rows.compactMap { row in
      Scorecard(row.percentages, edition: edition).total.map { (row, $0) }
    }
    self.rows = totals.sorted { ($1.1, $0.0.number) < ($0.1, $1.0.number) }.map(\.0)
  }

  func card(_ row: Row) -> Scorecard { Scorecard(row.percentages, edition: edition) }

  func total(_ row: Row) -> Points { card(row).scored }

  /// 1 for the highest total; equal totals share a rank.
  func rank(_ row: Row) -> Int { 1 + rows.count { total($0) > total(row) } }

  /// A distance with its sign.
  func distance(_ row: Row) -> Points { total(row) - line }

  public var fill: PaperFill {
    let words = [
      "city": city, "year": "\(year)", "date": PaperFill.written(date), "line": line.description,
      "count": "\(rows.count)", "reached": "\(rows.count { total($0) >= line })",
    ]
    let heads =
      ["排名", "编号", "组织名称"] + edition.categories.map(\.id.rawValue)
      + ["总分", "距线", "离散", "现场"]
    let columns: [Table.Column] =
      [.init(3, .centre), .init(6), .init(7)]
      + edition.categories.map { _ in .init(5, .right) }
      + [.init(6, .right), .init(5, .right), .init(5, .right), .init(6, .right)]
    let table = Table(
      columns, head: [heads.map { Table.Cell(head: $0) }],
      rows: rows.map { row in
        ([
          "\(rank(row))", row.number, row.name,
        ] + card(row).categories.map(\.scored.description)
          + [
            total(row).fixed, distance(row).description, row.spread?.description ?? "—",
            row.onSite?.fixed ?? "",
          ]).map { Table.Cell(Words($0)) }
      }, rowHeight: 8)
    return PaperFill(
      head.values(in: city).merging(words.mapValues(FieldValue.text)) { $1 },
      blocks: [
        "list": [.table(table)],
        "signatures": [.signatureLines(["评审组长", "秘书处", "监督组"])],
      ], layout: .landscape)
  }

  /// With nothing left out.
  public static let sample = ScoreTable(
    city: "示例市", year: 2026, date: PaperCase.sample.date, head: .sample, edition: .shipped,
    line: Points(whole: 1),
    rows: [
      Row(
        number: "0", name: "示例组织", district: "示例区", industry: "示例",
        percentages: Dictionary(
          uniqueKeysWithValues: Edition.shipped.items.map { ($0.id, Percentage.all[0]) }),
        reviews: [.zero, .zero], onSite: .zero)
    ])
}
