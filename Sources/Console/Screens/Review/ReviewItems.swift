import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// The items of the edition with their marks and the sum.
struct ReviewItems: Sendable {
  /// A row of the list.
  enum Row: Sendable, Hashable {
    case category(Criteria.Category)
    case item(Item)

    var item: Item? { if case .item(let item) = self { item } else { nil } }

    /// The rows of an edition.
    static func all(of edition: Edition) -> [Row] {
      edition.categories.flatMap { [.category($0)] + $0.items.map(Row.item) }
    }
  }

  private(set) var list = ListState()

  func selected(_ context: Context) -> Item? {
    let rows = Row.all(of: context.edition)
    return rows.indices.contains(list.selection) ? rows[list.selection].item : nil
  }

  /// Selects an item by its place in the edition; false where it is selected already.
  mutating func select(_ place: Int, _ context: Context) -> Bool {
    let (rows, items) = (Row.all(of: context.edition), context.edition.items)
    guard items.indices.contains(place) else { return false }
    let row = rows.firstIndex(of: .item(items[place])) ?? 0
    guard row != list.selection else { return false }
    list.select(row, count: rows.count, rows: shown(context))
    return true
  }

  /// Takes a key that moves among the items; false where it moved nothing.
  mutating func handle(_ key: Key, _ context: Context) -> Bool {
    let rows = Row.all(of: context.edition)
    let before = list.selection
    _ = list.handle(key, count: rows.count, rows: shown(context)) { rows[$0].item != nil }
    return list.selection != before
  }

  private func shown(_ context: Context) -> Int {
    max(1, ReviewLayout(context, isHeadOpen: false).itemRows)
  }

  // MARK: Painting

  func paint(
    _ sheet: Sheet, twice: Set<DraftSlot>, isFocused: Bool, on canvas: inout Canvas,
    in rect: Rect, _ context: Context
  ) {
    let note = Line("\(sheet.marked)/\(context.edition.items.count)")
    let room = TitleBand(context.line(.Review.items), note: note, isFocused: isFocused)
      .paint(on: &canvas, in: rect)
    let (tree, foot) = room.splitBottom(ReviewLayout.sumRows)
    let card = Scorecard(sheet.percentages, edition: context.edition)
    let rows = Row.all(of: context.edition)
    TreeView(count: rows.count, name: "items", isFocused: isFocused) { index in
      switch rows[index] {
      case .category(let category):
        let sum = card.categories.first { $0.category.id == category.id }?.scored ?? .zero
        return .heading(
          Line("\(category.id) \(context.say(category.name))"),
          note: Line("\(sum)", .title) + Line("/\(category.points)", .dim))
      case .item(let item):
        let isTwice = twice.contains(.item(item.id))
        return row(of: item, sheet.items[item.id]?.mark, isTwice: isTwice, context)
      }
    }.paint(on: &canvas, in: tree, state: list)
    paintSum(card, on: &canvas, in: foot.inset(columns: 1), context)
  }

  private func row(
    of item: Item, _ mark: Mark?, isTwice: Bool, _ context: Context
  ) -> TreeView.Row {
    let name = Line("\(item.id) \(context.say(item.name))")
    let twice = isTwice ? Line(OtherSide.sign, .bad) : nil
    switch mark {
    case .percentage(let mark):
      return .item(
        (twice ?? Line("✓ ", .good)) + name,
        note: Line(padded("\(mark)%", 4), .accent) + Line(padded("\(item.score(mark))", 6), .dim))
    case .abstained:
      return .item(
        (twice ?? Line("– ", .warning)) + name, note: context.line(.Review.abstained, .warning))
    case nil:
      return .item((twice ?? Line("○ ", .dim)) + name, note: Line("–", .dim))
    }
  }

  /// The columns in which every item stands whole: signs, number, name, percentage and score.
  static func width(_ context: Context) -> Int {
    let names = context.edition.items.map {
      CellWidth.of($0.id.rawValue) + 1 + CellWidth.of(context.say($0.name))
    }
    return 4 + (names.max() ?? 0) + 1 + 10 + 1
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - CellWidth.of(text))) + text
  }

  private func paintSum(
    _ card: Scorecard, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let total = context.edition.totalPoints
    let line = context.parameters.keeps(.lineHidden) ? nil : context.parameters.materialLine
    canvas.put(context.line(.Review.sum, .title), in: rect.row(0))
    canvas.put(
      Line("\(card.scored)", .title) + Line(" / \(total)", .dim), in: rect.row(0), align: .right)
    // Before every item is marked the bar is how far one is, not a verdict.
    let isVerdict = card.isComplete || line.map { card.scored >= $0 } == true
    let bar = LineBar(
      isVerdict ? card.scored.hundredths : nil, line: line?.hundredths, maximum: total * 100)
    bar.paint(on: &canvas, in: rect.row(1))
    if !isVerdict, total > 0 {
      let reach = rect.width * card.scored.hundredths / (total * 100)
      canvas.put(
        String(repeating: "━", count: max(0, reach)), in: rect.row(1).splitLeft(reach).left,
        style: .accent)
    }
    canvas.put(
      context.line(line.map(Phrase.Review.materialLine) ?? .lineIsHidden, .dim), in: rect.row(2))
  }
}
