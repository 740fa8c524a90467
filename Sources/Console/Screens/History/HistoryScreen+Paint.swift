import Foundation
import Procedure
import Store
import Terminal

extension HistoryScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    if isOpen, let selected {
      paint(selected, on: &canvas, in: rect, context)
    } else {
      paintList(on: &canvas, in: rect, context)
    }
  }

  private func paintList(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let scope =
      isOfCase(context)
      ? Line(context.dossier.map(\.rawValue) ?? "", .accent) + context.line(.History.ofCase)
      : context.line(.History.ofAll)
    let room = TitleBand(scope, note: note(context), isFocused: true).paint(on: &canvas, in: rect)
    var columns: [ListColumn<HistoryRow>] = [
      .init(.History.time, .fixed(16), 8) { Line(String($0.time.description.dropLast(3)), .dim) },
      .init(.History.who, .fixed(8), 9) { Line(context.name($0.author)) },
      .init(.History.what, .flexible(minimum: 24, weight: 1), 10) { what($0, context) },
    ]
    if !isOfCase(context) { columns.insert(.init(.number, .fixed(10), 5, cell: caseLine), at: 2) }
    entries.paint(
      columns, name: "history", placeholder: refusal ?? .History.empty, marked: 2, on: &canvas,
      in: room, context)
  }

  private func caseLine(_ row: HistoryRow) -> Line {
    if case .dossier(let id) = row.stream { return Line(id.rawValue, .dim) }
    return Line("")
  }

  private func note(_ context: Context) -> Line {
    var parts: [Phrase] = []
    if let person = filter.person { parts.append(.plain(context.name(person))) }
    if let from = filter.from { parts.append(.plain("\(from) –")) }
    if let until = filter.until { parts.append(.plain("– \(until)")) }
    let groups = filter.groups.subtracting([.keys])
    if groups.count < HistoryGroup.allCases.count - 1 {
      parts += HistoryGroup.allCases.filter(groups.contains).map { .History.group($0) }
    }
    let narrowed = Line(parts.map(context.say).joined(separator: " · "), .accent)
    let keys = filter.groups.contains(.keys) ? Line("") : context.line(.History.keysLeftOut, .dim)
    let count = context.line(.History.count(entries.total, isComplete: isComplete), .dim)
    return [narrowed, keys, count].filter { !$0.text.isEmpty }
      .reduce(Line("")) { $0.text.isEmpty ? $1 : $0 + Line("  ") + $1 }
  }

  /// What an entry says; before it what is out of the ordinary about it.
  private func what(_ row: HistoryRow, _ context: Context) -> Line {
    var line = Line("")
    if row.isRejected { line = line + context.line(.History.rejected, .bad) + Line(" ") }
    if row.isLate {
      line = line + context.line(.History.arrived(row.arrived), .warning) + Line(" ")
    }
    if let seen = row.seen {
      line = line + context.line(.History.refuted(by: seen), .warning) + Line(" ")
    }
    if let step = row.step {
      line = line + context.line(.History.step(step), step.style) + Line(" ")
    }
    let style: Style =
      switch (row.act, KeyEventKind(rawValue: row.kind)) {
      case (nil, _): .dim
      // Both recovery halves were used: whoever reads it is to stop at it.
      case (_, .keysRecovered?), (_, .recoveryUsed?): .warning
      case (_, let kind?): HistoryGroup(kind) == .keys ? .dim : .text
      case (_, nil): .text
      }
    return line + context.line(.History.sentence(of: row, context), style)
  }

  // MARK: One entry

  private func paint(
    _ row: HistoryRow, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let place = Line("\(entries.state.selection + 1)", .dim)
    let room = TitleBand(
      context.line(.History.entry(row.position)), note: place, isFocused: true
    ).paint(on: &canvas, in: rect).inset(columns: 2)
    let lines = entryLines(width: room.width, context)
    canvas.put(lines, in: room, scrolled: scroll)
  }

  private func kind(of row: HistoryRow) -> Phrase {
    if case .event(let event) = row.act { return .History.name(of: event) }
    return .History.name(of: row.kind)
  }

  /// Everything an entry has, as lines.
  func entryLines(width: Int, _ context: Context) -> [Line] {
    guard let row = selected else { return [] }
    var lines = context.line(.History.sentence(of: row, context), .title).wrapped(to: width)
    if let fault = row.fault {
      lines += context.line(.History.rejectedMeans(.fault(fault, context)), .bad)
        .wrapped(to: width)
    }
    lines.append(Line(""))
    var facts: [(Phrase, Line)] = [
      (.History.who, Line(context.name(row.author)) + Line("  \(row.author)", .dim)),
      (.History.claimed, Line(row.time.description)),
      (.History.arrival, Line(row.arrived.description, row.isLate ? .warning : .text)),
    ]
    if let taken = row.taken {
      facts.append(
        (
          .History.taken,
          Line(taken.at.description) + Line("  \(context.name(taken.by))", .dim)
        ))
    }
    if let seen = row.seen {
      facts.append((.History.clock, context.line(.History.refuted(by: seen), .warning)))
    }
    if let step = row.step {
      facts.append((.History.clock, context.line(.History.step(step), step.style)))
    }
    if case .dossier(let id) = row.stream { facts.append((.number, Line(id.rawValue))) }
    facts += [
      (.History.kind, context.line(kind(of: row))),
      (
        .History.room,
        row.room.map { context.line(.History.scope($0, context)) }
          ?? context.line(.History.unsealed, .dim)
      ),
      (.History.entryID, Line(row.entryID, .dim)),
    ]
    lines += FactLines.lines(facts, width: width, context)
    lines.append(Line(""))
    guard row.act != nil else {
      return lines + context.line(.History.sealedMeans, .dim).wrapped(to: width)
    }
    return lines + EntryFields.lines(of: row, width: width, context)
  }
}

extension HistoryRow {
  /// Whether the author's time and the arrival are more than 10 minutes apart.
  var isLate: Bool { abs(arrived.seconds - time.seconds) > 600 }
}

extension ClockStep {
  /// A clock that went back is a warning; the days between two acts are said.
  fileprivate var style: Style {
    switch self {
    case .back: .warning
    case .ahead: .dim
    }
  }
}
