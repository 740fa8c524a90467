import Criteria
import Foundation
import Procedure
import Terminal

/// The marks on site: the table, the field, the total with its tiers (S4, S6).
struct MarksPane: Sendable {
  private enum Field {
    case item
    case points
    case material
    case proposal(PersonID)
    case settled
    case difference
    case score
  }

  private(set) var list = ListState()
  /// The field in which a percentage is typed.
  var entry: PercentField?

  /// The selected item of the marks.
  func selected(_ context: Context) -> Item? {
    let items = context.edition.items
    return items.indices.contains(list.selection) ? items[list.selection] : nil
  }

  // MARK: Moving

  /// Selects an item by its row.
  mutating func select(_ row: Int, shown: Int, _ context: Context) {
    list.select(row, count: context.edition.items.count, rows: shown)
  }

  mutating func handle(_ key: Key, shown: Int, _ context: Context) {
    var moved = list
    _ = moved.handle(key, count: context.edition.items.count, rows: shown)
    select(moved.selection, shown: shown, context)
  }

  // MARK: The table

  /// Paints the table, with a column for each of the examiners.
  func paintTable(
    _ visit: Visit, _ score: SiteScore, examiners: [PersonID], isFocused: Bool,
    on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let items = context.edition.items
    let settled = items.count - score.open.count
    let room = TitleBand(
      context.line(.OnSite.marks),
      note: context.line(
        .OnSite.settledOf(settled, items.count), score.open.isEmpty ? .good : .text),
      isFocused: isFocused
    ).paint(on: &canvas, in: rect)
    let fields: [Field] =
      [.item, .points, .material] + examiners.map(Field.proposal)
      + [.settled, .difference, .score]
    TableView(
      columns: fields.map { column($0, context) }, count: items.count, name: "marks",
      isFocused: isFocused, marked: 1
    ) { row, column in
      cell(fields[column], items[row], visit, context)
    }.paint(on: &canvas, in: room, state: list)
  }

  private func column(_ field: Field, _ context: Context) -> TableView.Column {
    switch field {
    case .item: .init(context.say(.OnSite.item), .flexible(minimum: 16, weight: 1), importance: 9)
    case .points: .init(context.say(.OnSite.points), .fixed(4), align: .right, importance: 2)
    case .material:
      .init(context.say(.OnSite.materialColumn), .fixed(4), align: .right, importance: 7)
    case .proposal(let person):
      .init(
        shortName(context.name(person)), .fixed(6), align: .right,
        importance: person == context.person ? 5 : 3)
    case .settled:
      .init(context.say(.OnSite.settledColumn), .fixed(4), align: .right, importance: 9)
    case .difference:
      .init(context.say(.OnSite.difference), .fixed(3), align: .right, importance: 6)
    case .score: .init(context.say(.OnSite.score), .fixed(6), align: .right, importance: 8)
    }
  }

  /// As much of a name as a narrow column holds.
  private func shortName(_ name: String) -> String {
    var short = Substring(name)
    while CellWidth.of(String(short)) > 6 { short.removeLast() }
    return String(short)
  }

  private func cell(_ field: Field, _ item: Item, _ visit: Visit, _ context: Context) -> Line {
    let material = visit.material[item.id]
    let settled = visit.settled(item.id)?.percentage
    switch field {
    case .item:
      return Line([
        .init("\(item.id) ", settled == nil ? .text : .dim),
        .init(context.say(item.name), settled == nil ? .title : .text),
      ])
    case .points: return Line("\(item.points)", .dim)
    case .material: return Line(material.map { "\($0)" } ?? "–", .dim)
    case .proposal(let person):
      guard let proposal = visit.proposals[item.id]?[person]?.percentage else {
        return Line("·", .dim)
      }
      return Line("\(proposal)", proposal == material ? .text : .accent)
    case .settled: return settled.map { Line("\($0)", .good.strong) } ?? Line("–", .dim)
    case .difference:
      guard let settled, let material, settled != material else { return Line("") }
      let by = settled.value - material.value
      return Line(Phrase.OnSite.signed(by), by > 0 ? .good : .warning)
    case .score:
      guard let percentage = settled ?? material else { return Line("–", .dim) }
      return Line(item.score(percentage).fixed, settled == nil ? .dim : .text)
    }
  }

  // MARK: The total

  func paintTotals(
    _ visit: Visit, _ score: SiteScore, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let note: Line =
      score.running == nil || score.tiers.isEmpty
      ? Line("")
      : context.line(.OnSite.reaches(score.reached), score.reached == nil ? .bad : .good)
    let room = TitleBand(context.line(.OnSite.total), note: note).paint(on: &canvas, in: rect)
      .inset(columns: 1)
    canvas.put(totalLine(score, context), in: room.row(0))
    if let entry {
      paintEntry(entry, visit, on: &canvas, in: room.row(1), context)
    } else if let item = selected(context) {
      canvas.put(standing(of: item, visit, context), in: room.row(1))
    }
    let rows = room.splitTop(2).rest
    if score.tiers.isEmpty { canvas.put(context.line(.lineIsHidden, .dim), in: rows.row(0)) }
    for (index, tier) in score.tiers.prefix(rows.height).enumerated() {
      paintTier(tier, score, on: &canvas, in: rows.row(index), context)
    }
  }

  private func totalLine(_ score: SiteScore, _ context: Context) -> Line {
    guard let running = score.running else { return context.line(.OnSite.totalUnknown, .warning) }
    let words: Phrase = score.exact == nil ? .OnSite.runningTotal : .OnSite.exactTotal
    var line =
      Line(running.fixed, .title.strong) + Line(" / \(context.edition.totalPoints)  ", .dim)
      + context.line(words, .dim)
    if !score.open.isEmpty {
      line = line + Line("  ") + context.line(.OnSite.unsettled(score.open.count), .warning)
    }
    return line
  }

  private func paintTier(
    _ tier: Tier, _ score: SiteScore, on canvas: inout Canvas, in row: Rect, _ context: Context
  ) {
    guard let margin = score.margin(to: tier) else { return }
    let isReached = margin >= .zero
    let distance = isReached ? "▲ +\(margin.fixed)" : "▼ \(margin.fixed)"
    let (words, rest) = row.splitLeft(14, gap: 1)
    canvas.put(
      context.line(.OnSite.tierFrom(tier), score.reached == tier ? .title : .dim), in: words)
    let (figure, bar) = rest.splitLeft(10, gap: 2)
    canvas.put(Line(distance, isReached ? .good : .bad), in: figure, align: .right)
    if bar.width >= 12 {
      LineBar(
        score.running?.hundredths, line: tier.from.hundredths,
        maximum: context.edition.totalPoints * 100
      ).paint(on: &canvas, in: bar)
    }
  }

  /// What counts for the selected item while nobody types.
  private func standing(of item: Item, _ visit: Visit, _ context: Context) -> Line {
    var line = Line("\(item.id)  ", .title)
    if let material = visit.material[item.id] {
      line = line + context.line(.OnSite.material(material), .dim) + Line("  ")
    }
    guard let settled = visit.settled(item.id) else {
      return line + context.line(.OnSite.notSettled, .dim)
    }
    return line
      + Line("\(context.say(.OnSite.settledColumn)) \(settled.percentage)%", .good)
      + Line("  \(settled.reason)", .dim)
  }

  /// The field: what it means in points stands beside it while one types.
  private func paintEntry(
    _ entry: PercentField, _ visit: Visit, on canvas: inout Canvas, in row: Rect,
    _ context: Context
  ) {
    guard let item = context.edition.item(entry.item) else { return }
    let name = Line("\(item.id) ", .title) + context.line(.OnSite.percentage, .dim) + Line(" ")
    let used = name.width(policy: canvas.policy)
    canvas.put(name, in: row)
    let (field, rest) = row.splitLeft(used).rest.splitLeft(4, gap: 1)
    entry.field.paint(
      on: &canvas, in: field, isFocused: true, role: entry.isWrong ? .bad : .text)
    var line = Line("%  ", .dim)
    switch entry.percentage {
    case .success(let percentage):
      line = line + context.line(.OnSite.pointsAre(item.score(percentage)))
      if let material = visit.material[item.id] {
        line =
          line + Line("  ")
          + context.line(.OnSite.differs(percentage.value - material.value), .dim)
      }
    case .failure(let fault):
      line = line + context.line(Notices.sentence(fault), entry.isWrong ? .bad : .dim)
    }
    canvas.put(line, in: rest)
  }
}
