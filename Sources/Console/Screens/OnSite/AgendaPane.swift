import Criteria
import Foundation
import Procedure
import Terminal

/// The agenda of a visit by day and time (S2).
struct AgendaPane: Sendable {
  /// A row of the pane.
  enum Row: Sendable, Hashable {
    /// A day, with its number in the visit.
    case day(Day, Int)
    /// A line, by its place in the agenda.
    case line(Int)

    /// The line's place, where the row is one.
    var line: Int? {
      if case .line(let place) = self { place } else { nil }
    }
  }

  private(set) var lines: [AgendaLine] = []
  /// Days as headings with their lines under them.
  private(set) var rows: [Row] = []
  private var list = ListState(selection: 1)
  /// The line that a question is about, by its name: it may stand elsewhere by the answer.
  var inQuestion: String?

  /// The first line that has not been held.
  var current: Int? { lines.firstIndex { !$0.done } }

  /// The place of the selected line in the agenda.
  var selectedPlace: Int? {
    rows.indices.contains(list.selection) ? rows[list.selection].line : nil
  }

  var selected: AgendaLine? { selectedPlace.map { lines[$0] } }

  /// Where a line stands now; nil where it is gone.
  func place(of name: String?) -> Int? { lines.firstIndex { $0.name == name } }

  // MARK: Moving

  /// Takes the agenda as it is now; at first the line that is due is selected, later the same line
  /// stays so, or what came in its place.
  mutating func take(_ visit: Visit, isFirst: Bool, shown: Int) {
    let (name, place) = (selected?.name, selectedPlace)
    lines = visit.agenda
    rows = []
    var day: Day?
    for (place, line) in lines.enumerated() {
      if line.day != day {
        day = line.day
        rows.append(.day(line.day, visit.from.days(until: line.day) + 1))
      }
      rows.append(.line(place))
    }
    let stays = place.map { lines.indices.contains($0) && lines[$0].name == name } ?? false
    let now = isFirst ? current : stays ? place : self.place(of: name) ?? place
    select(now ?? 0, shown: shown)
  }

  /// Selects a line by its place in the agenda.
  mutating func select(_ place: Int, shown: Int) {
    list.select(rows.firstIndex(of: .line(place)) ?? 1, count: rows.count, rows: shown) {
      rows[$0].line != nil
    }
  }

  mutating func handle(_ key: Key, shown: Int) {
    _ = list.handle(key, count: rows.count, rows: shown) { rows[$0].line != nil }
  }

  // MARK: Painting

  func paint(
    _ visit: Visit, isFocused: Bool, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let room = TitleBand(
      context.line(.OnSite.part(.agenda)),
      note: context.line(.OnSite.visitDays(visit.from, visit.until), .dim), isFocused: isFocused
    ).paint(on: &canvas, in: rect)
    if rows.isEmpty {
      canvas.put(context.line(.OnSite.noAgenda, .dim), in: room.row(0).inset(columns: 1))
    }
    let current = current
    TreeView(count: rows.count, name: "agenda", isFocused: isFocused) { index in
      switch rows[index] {
      case .day(let day, let number): .heading(context.line(.OnSite.dayOfVisit(day, number)))
      case .line(let place): row(lines[place], isCurrent: place == current, context)
      }
    }.paint(on: &canvas, in: room, state: list)
  }

  private func row(
    _ line: AgendaLine, isCurrent: Bool, _ context: Context
  ) -> TreeView.Row {
    let style: Style = line.done ? .dim : isCurrent ? .title : .text
    var spans: [Line.Span] = [
      .init(line.done ? "✓ " : isCurrent ? "● " : "  ", line.done ? .good : .accent),
      .init(line.time + " ", line.done ? .dim : .text),
      .init(context.say(.agenda(line.kind)), style),
    ]
    let escort = line.escort.isEmpty ? "" : context.say(.OnSite.escorted(by: line.escort))
    let said = [line.title, line.department, line.place, escort].filter { !$0.isEmpty }
    if !said.isEmpty { spans.append(.init(" " + said.joined(separator: " · "), .dim)) }
    return .item(Line(spans))
  }
}

extension AgendaLine {
  /// By which it is found again: its day, its time, its kind and its title.
  var name: String { "\(day) \(time) \(kind) \(title)" }

  /// A time of day as «HH:MM» from what people type: "9:30", "0930", "９：３０".
  static func time(_ text: String) -> String? {
    let plain = text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    guard plain.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ":") }) else { return nil }
    var parts = plain.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1, (3...4).contains(plain.count) {
      parts = [String(plain.dropLast(2)), String(plain.suffix(2))]
    } else if parts.count == 1 {
      parts.append("00")
    }
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}
