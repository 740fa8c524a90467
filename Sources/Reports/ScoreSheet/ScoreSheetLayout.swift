import Criteria
import Office
import Procedure

/// Where everything stands on a score sheet.
struct ScoreSheetLayout {
  /// What the first cell of the hidden column says: that it is one of ours, and of what form.
  static let mark = "pingshen 独立评审表 1"
  static let name = "独立评审表"
  /// The hidden column.
  static let codes = 9

  /// The cells to fill.
  private(set) var fields: [CellPlace: ScoreSheetField] = [:]
  /// The cells that compute, whose values are nobody's word.
  private(set) var computed: Set<CellPlace> = []
  /// The ranges that are merged.
  private(set) var merged: Set<String> = []

  private let scoreSheet: ScoreSheet
  private let filled: Sheet
  private var rows: [[Spreadsheet.Cell]] = []
  private var heights: [Int: Double] = [:]
  private var checks: [Spreadsheet.Check] = []

  init(_ scoreSheet: ScoreSheet, _ filled: Sheet) {
    (self.scoreSheet, self.filled) = (scoreSheet, filled)
    heading()
    for category in scoreSheet.edition.categories {
      for item in category.items { add(item) }
    }
    total()
    overall()
  }

  /// The sheet to write.
  var sheet: Spreadsheet.Sheet {
    let widths = [7, 18, 6, 8, 8, 14, 40, 40, 26]
    return Spreadsheet.Sheet(
      name: Self.name, columns: widths.map(Spreadsheet.Column.characters) + [.hidden], rows: rows,
      headRows: 4, frozenColumns: 2, isLandscape: true, isProtected: true, checks: checks,
      heights: heights)
  }

  /// What must stand in the cells that are not to fill, as text.
  var plainRows: [[String]] { sheet.plainRows }

  private mutating func heading() {
    let who = "编号：\(scoreSheet.number)　　组织：\(scoreSheet.organisation)　　评审员：\(scoreSheet.reviewer)"
    let how =
      "只填浅黄色的格。百分比取 0、5、10……100；弃评不填百分比，写明理由。意见一行一条（Alt+Enter 换行），重要的在行首加 ++，依据写在行末的〔〕里；现场要澄清的在行首写“澄清：”。"
    for (text, style, code) in [
      (Self.name, Spreadsheet.Style.title, Self.mark), (who, .bare, scoreSheet.code),
      (how, .bare, scoreSheet.edition.id),
    ] {
      line([(.text(text), 9, style)], code: code)
    }
    heights[2] = 34
    let heads = ["条款", "名称", "分值", "百分比", "得分", "弃评理由", "优势", "改进空间", "现场核实或澄清"]
    line(heads.map { (.text($0), 1, .head) }, code: "")
  }

  private mutating func add(_ item: Item) {
    let row = rows.count
    let review = filled.items[item.id]
    let percentage = review?.mark?.percentage
    var abstention = ""
    if case .abstained(let reason) = review?.mark { abstention = reason }
    let comments = review?.comments ?? []
    func written(_ kind: CommentKind) -> Spreadsheet.Content {
      .text(comments.filter { $0.kind == kind }.map(ReviewLine.written).joined(separator: "\n"))
    }
    let score = percentage.map(item.score) ?? .zero
    line(
      [
        (.text(item.id.rawValue), 1, Spreadsheet.Style()), (.text(item.name.zh), 1, .init()),
        (.number(Double(item.points), .whole), 1, .init()),
        (percentage.map { .number(Double($0.value), .whole) } ?? .empty, 1, .open),
        (
          .formula(
            "C\(row + 1)*D\(row + 1)/100", value: Double(score.hundredths) / 100, .points), 1,
          .init()
        ),
        (.text(abstention), 1, .open), (written(.strength), 1, .open),
        (written(.opportunity), 1, .open),
        (
          .text((review?.sitePoints ?? []).map(ReviewLine.written).joined(separator: "\n")), 1,
          .open
        ),
      ], code: item.id.rawValue)
    heights[row] = 72
    let columns: [(Int, ScoreSheetField)] = [
      (3, .percentage(item.id)), (5, .abstention(item.id)), (6, .comments(item.id, .strength)),
      (7, .comments(item.id, .opportunity)), (8, .points(item.id)),
    ]
    for (column, field) in columns { open(row, column, field) }
    computed.insert(CellPlace(row: row, column: 4))
  }

  private mutating func total() {
    let (row, first) = (rows.count, rows.count - scoreSheet.edition.items.count + 1)
    let sum = scoreSheet.edition.items.reduce(Points.zero) { sum, item in
      sum + (filled.percentages[item.id].map(item.score) ?? .zero)
    }
    line(
      [
        (.text("合计"), 2, .head),
        (.number(Double(scoreSheet.edition.totalPoints), .whole), 1, .head),
        (.empty, 1, .head),
        (
          .formula("SUM(E\(first):E\(row))", value: Double(sum.hundredths) / 100, .points), 1, .head
        ),
        (.text("弃评的条款不计入合计"), 4, .bare),
      ], code: "")
    computed.insert(CellPlace(row: row, column: 4))
  }

  private mutating func overall() {
    for kind in FindingKind.allCases {
      let finding = filled.head.findings[kind]
      let row = rows.count
      line(
        [
          (.text(ReviewWords.question(kind)), 3, .init()),
          (finding.map { .text(ReviewWords.answer($0.verdict)) } ?? .empty, 1, .open),
          (.text("说明"), 1, .init(alignment: .centre)), (.text(finding?.note ?? ""), 4, .open),
        ], code: kind.rawValue)
      heights[row] = 34
      open(row, 3, .verdict(kind))
      open(row, 5, .note(kind))
    }
    let head = filled.head
    for (label, text, field) in [
      ("关键因素（取自组织概述，一行一条）", head.keyFactors.joined(separator: "\n"), ScoreSheetField.keyFactors),
      ("总评（最重要的优势、最显著的改进空间）", head.overall, .overall),
    ] {
      let row = rows.count
      line([(.text(label), 3, .init()), (.text(text), 6, .open)], code: "")
      heights[row] = 90
      open(row, 3, field)
    }
    let row = rows.count
    line(
      [
        (.text("用时（小时，整数）"), 3, .init()),
        (head.hours.map { .number(Double($0), .whole) } ?? .empty, 1, .open),
      ], code: "")
    open(row, 3, .hours)
  }

  /// A row of cells, each over so many columns.
  private mutating func line(
    _ cells: [(Spreadsheet.Content, columns: Int, Spreadsheet.Style)], code: String
  ) {
    var row: [Spreadsheet.Cell] = []
    for (content, columns, style) in cells {
      if columns > 1 {
        let (first, last) = (
          CellPlace(row: rows.count, column: row.count),
          CellPlace(row: rows.count, column: row.count + columns - 1)
        )
        merged.insert("\(first):\(last)")
      }
      row.append(Spreadsheet.Cell(content, columns: columns, style: style))
      for _ in 1..<max(2, columns) where columns > 1 { row.append(.covered) }
    }
    while row.count < Self.codes { row.append(Spreadsheet.Cell(.empty, style: .bare)) }
    row.append(Spreadsheet.Cell(code.isEmpty ? .empty : .text(code), style: .bare))
    rows.append(row)
  }

  private mutating func open(_ row: Int, _ column: Int, _ field: ScoreSheetField) {
    fields[CellPlace(row: row, column: column)] = field
    let (allowed, refusal): (Spreadsheet.Check.Allowed, String) =
      switch field {
      case .percentage: (.list(Percentage.all.map(\.description)), "只能填 0、5、10……100")
      case .verdict: (.list(Verdict.allCases.map(ReviewWords.answer)), "只能填：是、部分、否")
      case .hours: (.number(0...9_999), "填整数小时")
      case .abstention, .comments, .points, .note, .keyFactors, .overall:
        (.length(field.limit), "最多 \(field.limit) 字")
      }
    checks.append(
      Spreadsheet.Check(rows: row...row, columns: column...column, allowed, refusal: refusal))
  }
}
