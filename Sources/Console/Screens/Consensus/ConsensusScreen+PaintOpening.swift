import Criteria
import Foundation
import Procedure
import Terminal

/// Before the sheets are opened: the way there, and who has handed in; nothing of what they say.
extension ConsensusScreen {
  func paintOpening(
    _ dossier: CaseState, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let room = TitleBand(context.line(.beforeOpening), isFocused: true).paint(on: &canvas, in: rect)
      .inset(columns: 2, rows: 1)
    guard dossier.stage == .independentReview, let panel = panel(context) else {
      let lines = context.line(.notInReviewYet(dossier.stage)).wrapped(to: max(1, room.width))
      for (index, line) in lines.enumerated() { canvas.put(line, in: room.row(index)) }
      return
    }
    var row = 0
    func put(_ line: Line) {
      canvas.put(line, in: room.row(row))
      row += 1
    }
    for line in context.line(.sealedUntilOpening, .dim).wrapped(to: max(1, room.width)) {
      put(line)
    }
    row += 1
    for step in steps(dossier, panel, context) { put(step) }
    row += 1
    let reviewers = dossier.designated.isEmpty ? panel.members : dossier.designated
    put(
      context.line(.independentSheets, .title)
        + Line("  ")
        + context.line(
          .sheetsHandedIn(
            dossier.assigned.count - dossier.outstanding.count, dossier.assigned.count), .dim))
    if dossier.designated.isEmpty { put(context.line(.notDesignatedYet, .warning)) }
    for person in reviewers { put(reviewer(person, dossier, panel, context)) }
    row += 1
    if let next = actions(context).first(where: { $0.offer.keys.contains(.function(5)) }) {
      put(
        Line("F5 ", .accent.strong)
          + context.line(next.offer.title, next.isAvailable ? .title : .dim))
      if case .disabled(let why) = next.availability {
        for line in context.line(why, .dim).wrapped(to: max(1, room.width - 3)) {
          put(Line("   ") + line)
        }
      }
    }
  }

  /// The four steps to the opening, with who takes each and which is next.
  private func steps(_ dossier: CaseState, _ panel: Panel, _ context: Context) -> [Line] {
    let acting = dossier.actingLeader(of: panel, in: context.cycle)
    let (leader, opening) = (acting.map(context.name) ?? "—", dossier.opening(under: acting))
    let allIn = dossier.outstanding.isEmpty && !dossier.assigned.isEmpty
    let done = [allIn, opening != .closed, opening == .released, false]
    let names: [Phrase] = [
      .stepAllHandedIn, .stepAsk(leader), .stepRelease, .stepOpen(leader),
    ]
    let next = done.firstIndex(of: false)
    return names.indices.map { place in
      let sign = done[place] ? Line("✓ ", .good) : Line(place == next ? "▸ " : "· ", .accent)
      let style: Style = done[place] ? .text : place == next ? .title : .dim
      return sign + Line("\(place + 1)  ", .dim) + context.line(names[place], style)
    }
  }

  private func reviewer(
    _ person: PersonID, _ dossier: CaseState, _ panel: Panel, _ context: Context
  ) -> Line {
    let leads = dossier.actingLeader(of: panel, in: context.cycle) == person
    let name =
      Line("  " + padded(context.name(person), to: 8))
      + Line(padded(leads ? context.say(.leaderWord) : "", to: 6), .dim)
    if dossier.stepsBack(person) { return name + context.line(.steppedBack, .dim) }
    guard let record = dossier.sheets[person] else {
      return name + context.line(.sheetNotStarted, .dim)
    }
    switch record.state {
    case .handedIn:
      let at = record.handedInAt.map(Self.short) ?? ""
      return name + Line("✓ ", .good) + context.line(.sheetIsIn, .good) + Line("  " + at, .dim)
    case .started, .withdrawn:
      let bar = ProgressBar(done: progress[person] ?? 0, total: context.edition.items.count)
      let word: Phrase = record.state == .started ? .sheetUnderWay : .sheetWithdrawn
      return name + context.line(word, .warning) + Line("  ") + bar.line(width: 10)
    }
  }

  /// Month, day, hour and minute: "10-12 09:30".
  static func short(_ moment: Moment) -> String {
    String(moment.day.description.dropFirst(5)) + " " + String(moment.clock.prefix(5))
  }

  /// A text filled up with blanks to so many columns.
  func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - CellWidth.of(text)))
  }
}
