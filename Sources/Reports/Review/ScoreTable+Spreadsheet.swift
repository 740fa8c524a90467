import Criteria
import Office
import Procedure

/// The table as a workbook whose sums are formulas: a percentage that is tried out moves all of them.
extension ScoreTable {
  private typealias Cell = Spreadsheet.Cell

  /// Two sheets: the sums, and the percentages that they come from.
  public var spreadsheet: Spreadsheet {
    Spreadsheet(title: "\(year)年度评分汇总表", sheets: [sums, percentages])
  }

  private static let percentageSheet = "条款百分比"
  /// The rows over the first application: the title, the head, and what is possible.
  private static let headRows = 3

  private func number(_ points: Points) -> Double { Double(points.hundredths) / 100 }

  /// A cell's name in a formula, such as D7 or D$3.
  private func place(_ row: Int, _ column: Int, fixedRow: Bool = false) -> String {
    "\(CellPlace.letters(column))\(fixedRow ? "$" : "")\(row + 1)"
  }

  // MARK: Percentages

  /// Where an item's column stands on the sheet of percentages.
  private func column(of item: ItemID) -> Int { 2 + (edition.index(of: item) ?? 0) }

  private var percentages: Spreadsheet.Sheet {
    let count = edition.items.count
    let title =
      [Cell(.text("各条款合议百分比"), columns: count + 2, style: .title)]
      + Array(repeating: Cell.covered, count: count + 1)
    let heads =
      [Cell.head("编号"), .head("组织名称")]
      + edition.items.map { .head("\($0.id)\n\($0.name.zh)") }
    let points =
      [Cell.head("分值", columns: 2), .covered]
      + edition.items.map { .number(Double($0.points), .whole, style: .head) }
    let body = rows.map { row in
      [Cell.text(row.number), .text(row.name)]
        + edition.items.map { item in
          .number(Double(row.percentages[item.id]?.value ?? 0), .whole)
        }
    }
    return Spreadsheet.Sheet(
      name: Self.percentageSheet,
      columns: [.fitted, .fitted] + edition.items.map { _ in .characters(10) },
      rows: [title, heads, points] + body, headRows: Self.headRows, frozenColumns: 2,
      isLandscape: true)
  }

  // MARK: Sums

  /// The columns of the sums behind the categories.
  private enum Figure: Int, CaseIterable {
    case total, distance, rank, highest, lowest, spread, onSite, change

    var title: String {
      switch self {
      case .total: "总分"
      case .distance: "距分数线"
      case .rank: "排名"
      case .highest: "最高评审分"
      case .lowest: "最低评审分"
      case .spread: "离散"
      case .onSite: "现场总分"
      case .change: "现场变化"
      }
    }
  }

  private static let firstCategory = 4

  private func column(of figure: Figure) -> Int {
    Self.firstCategory + edition.categories.count + figure.rawValue
  }

  private var sums: Spreadsheet.Sheet {
    let width = Self.firstCategory + edition.categories.count + Figure.allCases.count
    let title =
      [Cell(.text("\(city)\(year)年度评分汇总表"), columns: width, style: .title)]
      + Array(repeating: Cell.covered, count: width - 1)
    let heads =
      ["编号", "组织名称", "区县", "行业"].map { Cell.head($0) }
      + edition.categories.map { .head("\($0.id) \($0.name.zh)") }
      + Figure.allCases.map { .head($0.title) }
    let body = rows.enumerated().map { index, row in
      cells(of: row, at: Self.headRows + index)
    }
    return Spreadsheet.Sheet(
      name: "评分汇总",
      columns: [.fitted, .fitted, .fitted, .fitted]
        + Array(repeating: .characters(11), count: width - 4),
      rows: [title, heads, possible] + body + footer, headRows: Self.headRows, frozenColumns: 2,
      isLandscape: true)
  }

  /// What is possible, and the line, which the distances are taken from.
  private var possible: [Spreadsheet.Cell] {
    [Cell.head("满分、分数线", columns: 4), .covered, .covered, .covered]
      + edition.categories.map { .number(Double($0.points), .whole, style: .head) }
      + Figure.allCases.map { figure in
        switch figure {
        case .total: .number(Double(edition.totalPoints), .whole, style: .head)
        case .distance: .number(number(line), .plain, style: .head)
        case .rank, .highest, .lowest, .spread, .onSite, .change: .head("")
        }
      }
  }

  private func cells(of row: Row, at place: Int) -> [Spreadsheet.Cell] {
    let facts = [row.number, row.name, row.district, row.industry].map { Cell.text($0) }
    return facts + card(row).categories.map { category($0, at: place) }
      + Figure.allCases.map { cell($0, of: row, at: place) }
  }

  private func category(_ sum: Scorecard.CategorySum, at row: Int) -> Spreadsheet.Cell {
    let columns = sum.category.items.map { column(of: $0.id) }
    guard let first = columns.min(), let last = columns.max() else { return .covered }
    func range(_ row: Int, fixed: Bool) -> String {
      "'\(Self.percentageSheet)'!\(place(row, first, fixedRow: fixed)):"
        + place(row, last, fixedRow: fixed)
    }
    return .formula(
      "SUMPRODUCT(\(range(2, fixed: true)),\(range(row, fixed: false)))/100",
      value: number(sum.scored), .points)
  }

  private func cell(_ figure: Figure, of row: Row, at place: Int) -> Spreadsheet.Cell {
    func name(_ figure: Figure) -> String { self.place(place, column(of: figure)) }
    switch figure {
    case .total:
      let last = Self.firstCategory + edition.categories.count - 1
      return .formula(
        "SUM(\(self.place(place, Self.firstCategory)):\(self.place(place, last)))",
        value: number(total(row)), .points)
    case .distance:
      let line = self.place(2, column(of: .distance), fixedRow: true)
      return .formula("\(name(.total))-\(line)", value: number(distance(row)), .points)
    case .rank:
      let totals = column(of: .total)
      let all =
        "\(self.place(Self.headRows, totals, fixedRow: true)):"
        + self.place(Self.headRows + rows.count - 1, totals, fixedRow: true)
      return .formula("RANK(\(name(.total)),\(all))", value: Double(rank(row)), .whole)
    case .highest: return row.reviews.max().map { .number(number($0), .points) } ?? .text("")
    case .lowest: return row.reviews.min().map { .number(number($0), .points) } ?? .text("")
    case .spread:
      guard let spread = row.spread else { return .text("") }
      return .formula("\(name(.highest))-\(name(.lowest))", value: number(spread), .points)
    case .onSite: return row.onSite.map { .number(number($0), .points) } ?? .text("")
    case .change:
      guard let onSite = row.onSite else { return .text("") }
      return .formula(
        "\(name(.onSite))-\(name(.total))", value: number(onSite - total(row)), .points)
    }
  }

  /// The means of the columns.
  private var footer: [[Spreadsheet.Cell]] {
    guard !rows.isEmpty else { return [] }
    func mean(_ column: Int, _ values: [Double]) -> Spreadsheet.Cell {
      let range =
        "\(place(Self.headRows, column)):\(place(Self.headRows + rows.count - 1, column))"
      return .formula(
        "AVERAGE(\(range))", value: values.reduce(0, +) / Double(values.count), .points,
        style: .head)
    }
    let cards = rows.map(card)
    return [
      [Cell.head("平均", columns: 4), .covered, .covered, .covered]
        + edition.categories.indices.map { index in
          mean(Self.firstCategory + index, cards.map { number($0.categories[index].scored) })
        }
        + Figure.allCases.map { figure in
          switch figure {
          case .total: mean(column(of: .total), rows.map { number(total($0)) })
          case .distance: mean(column(of: .distance), rows.map { number(distance($0)) })
          case .rank, .highest, .lowest, .spread, .onSite, .change: .head("")
          }
        }
    ]
  }
}
