import Criteria
import Foundation
import Procedure
import Terminal

/// The items with everybody's percentages side by side.
extension ConsensusScreen {
  /// A column of the table.
  private enum Field: Sendable, Hashable {
    case flag
    case item
    case points
    case mark(PersonID)
    case median
    case range
    case spread
    case settled
  }

  func paintItems(
    _ figures: ConsensusFigures, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let title =
      context.line(.itemsWord) + Line(" · ")
      + context.line(order == .dispute ? .sortedByDispute : .sortedByNumber)
    // Where the totals have a tab of their own, the total still stays in sight.
    let note =
      context.isWide
      ? context.line(.settledOf(figures.settledCount, rows.count)) : running(figures, context)
    let room = TitleBand(title, note: note, isFocused: isFocused(.items))
      .paint(on: &canvas, in: rect)
    let nameWidth = figures.reviewers.count > 4 || rect.width < 80 ? 4 : 6
    let fields: [Field] =
      [.flag, .item, .points] + figures.reviewers.map(Field.mark) + [.median, .range]
      + [.spread, .settled]
    let marks = figures.reviewers.count * (nameWidth + 1)
    // The other columns with their blanks take 23, a name at full length 22.
    let scale = min(25, max(12, rect.width - 23 - marks - 22))
    let columns = fields.map { field in
      column(field, nameWidth: nameWidth, scale: scale, context)
    }
    TableView(
      columns: columns, count: rows.count, name: "items", isFocused: isFocused(.items), marked: 2
    ) { row, column in
      cell(fields[column], rows[row], scale: scale, context)
    }.paint(on: &canvas, in: room, state: list)
  }

  private func column(
    _ field: Field, nameWidth: Int, scale: Int, _ context: Context
  ) -> TableView.Column {
    switch field {
    case .flag: .init("", .fixed(1), importance: 9)
    case .item:
      .init(context.say(.itemWord), .flexible(minimum: 10, weight: 1), importance: 10)
    case .points: .init(context.say(.pointsWord), .fixed(4), align: .right, importance: 3)
    case .mark(let person):
      .init(
        Self.shortName(context.name(person), width: nameWidth), .fixed(nameWidth), align: .right,
        importance: 7)
    case .median: .init(context.say(.medianWord), .fixed(4), align: .right, importance: 5)
    case .range: .init(context.say(.rangeWord), .fixed(4), align: .right, importance: 6)
    case .spread:
      .init(
        SpreadDots.scale(width: scale), .fixed(scale), importance: 2)
    case .settled: .init(context.say(.settledWord), .fixed(3), align: .right, importance: 8)
    }
  }

  private func cell(
    _ field: Field, _ row: ConsensusFigures.Row, scale: Int, _ context: Context
  ) -> Line {
    let agreement = row.agreement
    switch field {
    case .flag: return row.isFlagged ? Line("!", .warning.strong) : Line("")
    case .item:
      return Line([
        .init("\(row.item.id) ", row.settlement == nil ? .text : .dim),
        .init(context.say(row.item.name), row.isFlagged ? .title : .text),
      ])
    case .points: return Line("\(row.item.points)", .dim)
    case .mark(let person):
      guard let mark = agreement.marks[person.rawValue] else { return Line("–", .dim) }
      let isFar = row.isFlagged && (mark == agreement.lowest || mark == agreement.highest)
      return Line("\(mark)", isFar ? .warning : .text)
    case .median: return Line(agreement.median?.short ?? "–")
    case .range:
      guard let range = agreement.range else { return Line("–", .dim) }
      return row.isFlagged ? Line("\(range) !", .warning.strong) : Line("\(range)  ", .dim)
    case .spread:
      return SpreadDots(
        agreement.marks.values.map(\.value).sorted(), settled: row.settlement?.percentage.value
      ).line(width: scale)
    case .settled:
      return row.settlement.map { Line("\($0.percentage)", .good.strong) } ?? Line("–", .dim)
    }
  }

  /// A name that fits a narrow column: of three characters the given name alone.
  static func shortName(_ name: String, width: Int) -> String {
    CellWidth.of(name) > width && name.count == 3 ? String(name.dropFirst()) : name
  }
}
