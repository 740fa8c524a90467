import Criteria
import Foundation
import Procedure
import Terminal

/// The remarks of the selected item, to choose among, with what was recorded on it.
struct ConsensusRemarks: Sendable {
  /// The remarks of an item before a choice among them.
  struct Before: Sendable, Hashable {
    let item: ItemID
    let merge: Merge
  }

  private(set) var all: [Remark] = []
  private var list = ListState()
  /// What F9 takes back.
  var before: Before?

  var selected: Remark? {
    all.indices.contains(list.selection) ? all[list.selection] : nil
  }

  /// The remark of the same kind before another one, into which it can be merged.
  func earlier(than remark: Remark) -> Remark? {
    all.prefix { $0 != remark }.last { $0.kind == remark.kind && $0.isUsed }
  }

  // MARK: Moving

  /// Shows the remarks of an item, from the first where it is another item.
  mutating func show(_ remarks: [Remark], isSameItem: Bool) {
    all = remarks
    select(isSameItem ? max(0, list.selection) : 0)
  }

  mutating func select(_ place: Int) {
    list.select(place, count: all.count, rows: max(1, all.count))
  }

  /// Selects a remark by its name; false where it is gone.
  mutating func select(named name: String) -> Bool {
    guard let place = all.firstIndex(where: { $0.name == name }) else { return false }
    select(place)
    return true
  }

  mutating func handle(_ key: Key) {
    _ = list.handle(key, count: all.count, rows: max(1, all.count))
  }

  // MARK: Painting

  /// A line, with the remark it belongs to.
  private struct Entry {
    let line: Line
    let remark: Int?
  }

  func paint(
    with records: ConsensusRecords, isChoosing: Bool, on canvas: inout Canvas, in rect: Rect,
    _ context: Context
  ) {
    let entries = entries(with: records, width: rect.width, context)
    let chosen = isChoosing ? list.selection : -1
    var scroll = ScrollState()
    if let last = entries.lastIndex(where: { $0.remark == chosen }) {
      scroll.reveal(min(entries.count - 1, last + 1), total: entries.count, rows: rect.height)
    }
    let first = scroll.first(total: entries.count, rows: rect.height)
    for (offset, entry) in entries.dropFirst(first).prefix(rect.height).enumerated() {
      let line = rect.row(offset)
      let isChosen = entry.remark != nil && entry.remark == chosen
      if isChosen { canvas.fill(line, style: Style(.text, on: .selection)) }
      canvas.put(entry.line, in: line.splitLeft(2).rest, on: isChosen ? .selection : .plain)
      if isChosen, entries.firstIndex(where: { $0.remark == chosen }) == first + offset {
        canvas.put("▸", in: line, style: .accent.on(.selection))
      }
      if let remark = entry.remark {
        canvas.addHit(line, HitTarget("remarks", index: remark))
      }
    }
    let hidden = entries.count - first - rect.height
    if hidden > 0, rect.height > 2 {
      canvas.put(
        context.line(.moreLines(hidden), .dim), in: rect.row(rect.height - 1).inset(columns: 1),
        align: .right)
    }
  }

  private func entries(
    with records: ConsensusRecords, width: Int, _ context: Context
  ) -> [Entry] {
    let room = max(8, width - 3)
    var entries: [Entry] = []
    func add(_ line: Line, indent: String = "") {
      for piece in line.wrapped(to: room - indent.count) {
        entries.append(Entry(line: Line(indent) + piece, remark: nil))
      }
    }
    for kind in RemarkKind.allCases {
      let places = all.indices.filter { all[$0].kind == kind }
      guard !places.isEmpty else { continue }
      if !entries.isEmpty { add(Line(" ")) }
      add(context.line(.remarkKind(kind), kind.style.strong))
      for place in places {
        entries += lines(of: all[place], width: room, context).map {
          Entry(line: $0, remark: place)
        }
      }
    }
    if all.isEmpty { add(context.line(.noRemarks, .dim)) }
    for (line, indent) in records.lines(context) { add(line, indent: indent) }
    return entries
  }

  private func lines(of remark: Remark, width: Int, _ context: Context) -> [Line] {
    let names = remark.authors.map { context.name($0, width: 6) }
      .joined(separator: "、")
    let style: Style = remark.isUsed ? .text : .dim
    let text =
      Line(names + " ", .dim)
      + Line(remark.sign + " ", remark.isUsed ? remark.kind.style : .dim)
      + Line(remark.text, style)
    return text.wrapped(to: max(4, width - 4)).enumerated().map { index, piece in
      let box = remark.isUsed ? Line("[x] ", .good) : Line("[ ] ", .dim)
      return (index == 0 ? box : Line("    ")) + piece
    }
  }
}

/// Discussions, settlements with their reasons, and dissents of an item, with who and when.
struct ConsensusRecords {
  let item: ItemID
  let session: Consensus

  /// The lines, and how far each is indented.
  func lines(_ context: Context) -> [(Line, String)] {
    var lines: [(Line, String)] = []
    func add(_ heading: Phrase, _ records: [(person: PersonID, at: Moment, text: Line)]) {
      guard !records.isEmpty else { return }
      lines += [(Line(" "), ""), (context.line(heading, .title), "")]
      lines += records.map { record in
        (Line("\(context.name(record.person)) \(record.at.brief)  ", .dim) + record.text, "  ")
      }
    }
    add(
      .discussionRecords,
      (session.discussions[item] ?? []).map { ($0.by, $0.at, Line($0.text)) })
    let settlements = session.settlements[item] ?? []
    if settlements.count > 1 || settlements.contains(where: { !$0.reason.isBlank }) {
      add(
        .settlementRecords,
        settlements.map { ($0.by, $0.at, Line("\($0.percentage)%  ", .good) + Line($0.reason)) })
    }
    add(
      .dissentRecords, (session.dissents[item] ?? []).map { ($0.person, $0.at, Line($0.text)) })
    return lines
  }
}

extension RemarkKind {
  fileprivate var style: Style {
    switch self {
    case .strength: .good
    case .opportunity: .warning
    case .point: .info
    }
  }
}
