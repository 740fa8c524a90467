import Criteria
import Foundation
import Procedure
import Terminal

/// The selected item: remarks to choose among, discussions, and the field that settles it.
extension ConsensusScreen {
  /// A line of the upper part, with the remark it belongs to.
  private struct Entry {
    let line: Line
    let remark: Int?
  }

  func paintDetail(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let row = selected else {
      TitleBand(Line("")).paint(on: &canvas, in: rect)
      return
    }
    let room = TitleBand(
      context.line(.itemHeading(row.item)), note: settledNote(row, context),
      isFocused: isFocused(.detail)
    ).paint(on: &canvas, in: rect)
    let dispute = row.needsDiscussion ? 4 : 0
    let (above, settling) = room.splitBottom(min(room.height, 6), gap: room.height > 16 ? 1 : 0)
    let (texts, panel) = above.splitBottom(
      min(dispute, above.height), gap: dispute > 0 && above.height > 10 ? 1 : 0)
    paintTexts(row, on: &canvas, in: texts, context)
    if row.needsDiscussion { paintDispute(row, on: &canvas, in: panel, context) }
    paintSettling(row, on: &canvas, in: settling.inset(columns: 2), context)
  }

  private func settledNote(_ row: ConsensusFigures.Row, _ context: Context) -> Line {
    row.settlement.map { context.line(.settledAt($0.percentage), .good) }
      ?? context.line(.notSettled, .dim)
  }

  // MARK: Remarks and records

  private func paintTexts(
    _ row: ConsensusFigures.Row, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let entries = texts(row, width: rect.width, context)
    let chosen = part == .detail ? remarkList.selection : -1
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

  private func texts(
    _ row: ConsensusFigures.Row, width: Int, _ context: Context
  ) -> [Entry] {
    let room = max(8, width - 3)
    var entries: [Entry] = []
    func add(_ line: Line, indent: String = "") {
      for piece in line.wrapped(to: room - indent.count) {
        entries.append(Entry(line: Line(indent) + piece, remark: nil))
      }
    }
    for kind in RemarkKind.allCases {
      let places = remarks.indices.filter { remarks[$0].kind == kind }
      guard !places.isEmpty else { continue }
      if !entries.isEmpty { add(Line(" ")) }
      add(context.line(.remarkKind(kind), kind.style.strong))
      for place in places {
        let lines = lines(of: remarks[place], width: room, context)
        entries += lines.map { Entry(line: $0, remark: place) }
      }
    }
    if remarks.isEmpty { add(context.line(.noRemarks, .dim)) }
    addRecords(row, context) { add($0, indent: $1) }
    return entries
  }

  /// Discussions, settlements with their reasons, and dissents, with who and when.
  private func addRecords(
    _ row: ConsensusFigures.Row, _ context: Context, add: (Line, String) -> Void
  ) {
    guard let session else { return }
    func head(_ phrase: Phrase) {
      add(Line(" "), "")
      add(context.line(phrase, .title), "")
    }
    func record(_ person: PersonID, _ at: Moment, _ text: Line) {
      add(Line("\(context.name(person)) \(Self.short(at))  ", .dim) + text, "  ")
    }
    if let discussions = session.discussions[row.item.id], !discussions.isEmpty {
      head(.discussionRecords)
      for discussion in discussions { record(discussion.by, discussion.at, Line(discussion.text)) }
    }
    let settlements = session.settlements[row.item.id] ?? []
    if settlements.count > 1 || settlements.contains(where: { !$0.reason.isBlank }) {
      head(.settlementRecords)
      for settlement in settlements {
        record(
          settlement.by, settlement.at,
          Line("\(settlement.percentage)%  ", .good) + Line(settlement.reason))
      }
    }
    if let dissents = session.dissents[row.item.id], !dissents.isEmpty {
      head(.dissentRecords)
      for dissent in dissents { record(dissent.person, dissent.at, Line(dissent.text)) }
    }
  }

  private func lines(of remark: Remark, width: Int, _ context: Context) -> [Line] {
    let names = remark.authors.map { Self.shortName(context.name($0), width: 6) }
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

  // MARK: Dispute

  private func paintDispute(
    _ row: ConsensusFigures.Row, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    canvas.fill(rect, style: Style(.text, on: .raised))
    let room = rect.inset(columns: 2)
    var lines = context.line(dispute(row), .warning.strong).wrapped(to: max(1, room.width))
    lines += context.line(.discussFirst).wrapped(to: max(1, room.width))
    let shown = lines.prefix(max(0, room.height - 1))
    for (index, line) in shown.enumerated() { canvas.put(line, in: room.row(index), on: .raised) }
    guard actions(context).contains(where: { $0.id == "discuss" && $0.isAvailable }) else { return }
    canvas.put(
      Line("F7 ", .accent.strong) + context.line(.recordDiscussion, .accent),
      in: room.row(room.height - 1), on: .raised)
  }

  // MARK: Settling

  private func paintSettling(
    _ row: ConsensusFigures.Row, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let agreement = row.agreement
    let figures: [(Phrase, Fraction?)] = [
      (.medianWord, agreement.median), (.meanWord, agreement.mean),
      (.averageDeviation, agreement.averageDeviation),
    ]
    var line = Line("")
    for (word, figure) in figures {
      let text = figure.map { $0.isInteger ? $0.short : $0.roundedDown(places: 2) }
      line =
        line + context.line(word, .dim)
        + Line(" " + (text ?? context.say(.notDefined)) + "  ", text == nil ? .dim : .text)
    }
    canvas.put(line, in: rect.row(0))
    ScaleBar(shownPercentage(row)?.value, others: agreement.marks.values.map(\.value).sorted())
      .paint(
        on: &canvas,
        in: Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: 2)
          .intersection(rect))
    paintField(row, on: &canvas, in: rect.row(4), context)
    let dissents = session?.dissents[row.item.id]?.count ?? 0
    canvas.put(
      context.line(.dissentWord, .dim) + Line("  ")
        + (dissents == 0
          ? context.line(.none, .dim) : context.line(.dissentCount(dissents), .warning)),
      in: rect.row(5))
  }

  /// The percentage on the scale: what is typed, else what is settled.
  private func shownPercentage(_ row: ConsensusFigures.Row) -> Percentage? {
    guard let entry else { return row.settlement?.percentage }
    return try? entry.percentage.get()
  }

  private func paintField(
    _ row: ConsensusFigures.Row, on canvas: inout Canvas, in line: Rect, _ context: Context
  ) {
    let isOpen = entry != nil
    let label = context.say(.settleItem) + "  "
    var x = line.x + canvas.put(label, at: line.origin, style: .dim, width: line.width)
    let bracket: Style = isOpen ? .accent.strong : .dim
    x += canvas.put("[ ", at: Point(x: x, y: line.y), style: bracket, width: 2)
    let box = Rect(x: x, y: line.y, width: 4, height: 1).intersection(line)
    if let entry {
      entry.field.paint(on: &canvas, in: box, isFocused: true)
    } else {
      canvas.put(
        row.settlement.map { Line("\($0.percentage)", .good.strong) } ?? Line("–", .dim), in: box)
    }
    let points = shownPercentage(row).map { row.item.score($0).description } ?? "–"
    let rest = Rect(x: x + 4, y: line.y, width: line.right - x - 4, height: 1)
    canvas.put(
      Line("] ", bracket) + Line("%   ", .dim) + Line(points, .title)
        + Line(" / ") + context.line(.pointsOf(row.item.points), .dim), in: rest)
    canvas.addHit(line, HitTarget("settle", index: 0))
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
