import Criteria
import Foundation
import Procedure
import Terminal

/// The items of a session in the order chosen, with everybody's percentages side by side.
struct ConsensusItems: Sendable {
  /// The order of the items.
  enum Order: Sendable, Hashable {
    case dispute
    case number
  }

  /// The figures of the session; nil before the opening and where the sheets cannot be read.
  private(set) var figures: ConsensusFigures?
  private(set) var rows: [ConsensusFigures.Row] = []
  private(set) var order = Order.dispute
  private var list = ListState()

  var selected: ConsensusFigures.Row? {
    rows.indices.contains(list.selection) ? rows[list.selection] : nil
  }

  // MARK: Moving

  /// Takes the figures as they are now; the selected item stays selected.
  mutating func take(_ figures: ConsensusFigures?, _ context: Context) {
    self.figures = figures
    arrange(context)
  }

  mutating func turnOrder(_ context: Context) {
    order = order == .dispute ? .number : .dispute
    arrange(context)
  }

  private mutating func arrange(_ context: Context) {
    let before = selected?.item.id
    rows = (order == .dispute ? figures?.ranked : figures?.byNumber) ?? []
    select(rows.firstIndex { $0.item.id == before } ?? 0, context)
  }

  mutating func select(_ row: Int, _ context: Context) {
    list.select(row, count: rows.count, rows: shown(context))
  }

  mutating func select(_ item: ItemID, _ context: Context) {
    if let row = rows.firstIndex(where: { $0.item.id == item }) { select(row, context) }
  }

  mutating func handle(_ key: Key, _ context: Context) {
    _ = list.handle(key, count: rows.count, rows: shown(context))
  }

  /// Goes to the next item that is not settled, from the selected one round.
  mutating func moveOn(_ context: Context) {
    let from = list.selection + 1
    let round = Array(rows.indices.dropFirst(from)) + Array(rows.indices.prefix(from))
    if let next = round.first(where: { rows[$0].settlement == nil }) { select(next, context) }
  }

  // MARK: Room

  func layout(in rect: Rect, isWide: Bool) -> ConsensusLayout {
    ConsensusLayout(
      in: rect, isWide: isWide, reviewers: figures?.reviewers.count ?? 0, count: rows.count)
  }

  /// How many rows are in sight, under band and header.
  private func shown(_ context: Context) -> Int {
    max(1, layout(in: context.room, isWide: context.isWide).items.height - 2)
  }

  // MARK: Painting

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

  func paint(
    note: Line, isFocused: Bool, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let reviewers = figures?.reviewers ?? []
    let title =
      context.line(.itemsWord) + Line(" · ")
      + context.line(order == .dispute ? .sortedByDispute : .sortedByNumber)
    let room = TitleBand(title, note: note, isFocused: isFocused).paint(on: &canvas, in: rect)
    let nameWidth = reviewers.count > 4 || rect.width < 80 ? 4 : 6
    let fields: [Field] =
      [.flag, .item, .points] + reviewers.map(Field.mark) + [.median, .range, .spread, .settled]
    let marks = reviewers.count * (nameWidth + 1)
    // The other columns with their blanks take 23; the dots take what the longest name leaves.
    let longest = rows.map { CellWidth.of("\($0.item.id) \(context.say($0.item.name))") }.max() ?? 0
    let scale = min(25, max(12, rect.width - 23 - marks - longest))
    let columns = fields.map { column($0, nameWidth: nameWidth, scale: scale, context) }
    TableView(
      columns: columns, count: rows.count, name: "items", isFocused: isFocused, marked: 2
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
        context.name(person, width: nameWidth), .fixed(nameWidth), align: .right,
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
}

extension Context {
  /// A name that fits a narrow column: of three characters the given name alone.
  func name(_ person: PersonID, width: Int) -> String {
    let name = name(person)
    return CellWidth.of(name) > width && name.count == 3 ? String(name.dropFirst()) : name
  }
}
