import Criteria
import Foundation
import Procedure
import Terminal

/// The checklist of a visit, one category at a time (S3).
struct ChecksPane: Sendable {
  /// An outcome chosen whose evidence is not there yet.
  struct Pending: Sendable, Hashable {
    let check: CheckID
    let outcome: CheckOutcome
  }

  private(set) var checklist = Checklist()
  /// The category shown, by its place among those that have something to show.
  private var section = 0
  private var list = ListState(selection: 1)
  private(set) var onlyOpen = false
  var pending: Pending?

  /// The rows of the category shown.
  private var rows: [Checklist.Row] {
    checklist.sections.indices.contains(section) ? checklist.sections[section].rows : []
  }

  var selected: Check? {
    rows.indices.contains(list.selection) ? rows[list.selection].check : nil
  }

  // MARK: Moving

  /// Makes the list anew and keeps the selected check, or its place; at first it is the first check
  /// that nobody has looked into.
  mutating func take(_ visit: Visit?, isFirst: Bool = false, shown: Int, _ context: Context) {
    let check = selected?.id
    let category =
      checklist.sections.indices.contains(section) ? checklist.sections[section].category.id : nil
    checklist =
      visit.map { Checklist($0, edition: context.edition, onlyOpen: onlyOpen) } ?? Checklist()
    if !(check.map { select($0, shown: shown) } ?? false) {
      let place = checklist.sections.firstIndex { $0.category.id == category }
      section = min(place ?? section, max(0, checklist.sections.count - 1))
      select(row: category == nil || place != nil ? max(1, list.selection) : 1, shown: shown)
    }
    if isFirst, let first = visit?.unticked.first { select(first.id, shown: shown) }
  }

  /// Shows all checks, or only those that nobody has looked into.
  mutating func show(onlyOpen: Bool, of visit: Visit?, shown: Int, _ context: Context) {
    self.onlyOpen = onlyOpen
    take(visit, shown: shown, context)
  }

  /// Selects a check wherever it stands; false where it does not.
  @discardableResult
  mutating func select(_ check: CheckID, shown: Int) -> Bool {
    for (place, section) in checklist.sections.enumerated() {
      guard let row = section.rows.firstIndex(where: { $0.check?.id == check }) else { continue }
      self.section = place
      select(row: row, shown: shown)
      return true
    }
    return false
  }

  /// Selects a row; a pending outcome goes with its own.
  mutating func select(row: Int, shown: Int) {
    let rows = rows
    list.select(row, count: rows.count, rows: shown) { rows[$0].check != nil }
    settle()
  }

  /// What belongs to the selected check alone is dropped with it.
  private mutating func settle() {
    if pending?.check != selected?.id { pending = nil }
  }

  /// Past the last check of a category the next category begins.
  mutating func handle(_ key: Key, shown: Int) {
    let rows = rows
    let before = list.selection
    _ = list.handle(key, count: rows.count, rows: shown) { rows[$0].check != nil }
    if list.selection == before, key == .down || key == .up {
      let next = section + (key == .down ? 1 : -1)
      if checklist.sections.indices.contains(next) {
        section = next
        select(row: key == .down ? 1 : checklist.sections[next].rows.count - 1, shown: shown)
      }
    }
    settle()
  }

  /// Goes to the category before or after.
  mutating func turn(_ by: Int, shown: Int) {
    guard checklist.sections.indices.contains(section + by) else { return }
    section += by
    list = ListState()
    select(row: 1, shown: shown)
  }

  // MARK: Painting

  func paint(
    _ visit: Visit, isFocused: Bool, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    guard checklist.sections.indices.contains(section) else {
      let title = TitleBand(
        context.line(.OnSite.part(.checks)), note: filterNote(context),
        isFocused: isFocused)
      let room = title.paint(on: &canvas, in: rect).inset(columns: 1)
      let words: Phrase = checklist.total > 0 ? .OnSite.allChecked : .OnSite.noChecks
      canvas.put(context.line(words, checklist.total > 0 ? .good : .dim), in: room.row(0))
      return
    }
    let shown = checklist.sections[section]
    let title =
      Line("\(shown.category.id) \(context.say(shown.category.name))")
      + Line("  \(shown.done)/\(shown.total)", shown.done == shown.total ? .good : .text)
    let place = Line("  ← \(section + 1)/\(checklist.sections.count) →", .dim)
    let room = TitleBand(
      title, note: filterNote(context) + place, isFocused: isFocused
    ).paint(on: &canvas, in: rect)
    TreeView(count: shown.rows.count, name: "checks", isFocused: isFocused) { index in
      switch shown.rows[index] {
      case .item(let item): itemRow(item, visit, context)
      case .check(let check): checkRow(check, visit, context)
      }
    }.paint(on: &canvas, in: room, state: list)
  }

  private func filterNote(_ context: Context) -> Line {
    onlyOpen ? context.line(.OnSite.onlyOpen, .warning) : Line("")
  }

  private func itemRow(_ item: Item, _ visit: Visit, _ context: Context) -> TreeView.Row {
    let material = visit.material[item.id].map { context.line(.OnSite.material($0), .dim) }
    return .heading(
      Line("\(item.id) \(context.say(item.name))"), note: material ?? Line(""))
  }

  private func checkRow(_ check: Check, _ visit: Visit, _ context: Context) -> TreeView.Row {
    let tick = visit.tick(check.id)
    let sign: Line.Span
    if let pending, pending.check == check.id {
      sign = .init("\(pending.outcome.sign)? ", pending.outcome.style.strong)
    } else if let outcome = tick?.finding.outcome {
      sign = .init("\(outcome.sign)  ", outcome.style.strong)
    } else {
      sign = .init("·  ", .dim)
    }
    let origin = context.say(.OnSite.origin(check.origin))
    let method = tick?.finding.method ?? check.method
    return .item(
      Line([sign, .init(check.text, tick == nil ? .text : .dim)]),
      note: Line([
        .init(origin.isEmpty ? "" : origin + " ", .info),
        .init(context.say(.OnSite.method(method)), .dim),
      ]))
  }
}
