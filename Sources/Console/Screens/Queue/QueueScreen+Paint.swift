import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// How the queue divides its room.
struct QueueLayout {
  let stages: Rect
  let cases: Rect
  let summary: Rect

  /// The layout in the window of a context.
  init(_ context: Context) {
    self.init(in: context.room, wide: context.isWide)
  }

  init(in rect: Rect, wide: Bool) {
    let (left, rest) = wide ? rect.splitLeft(20, gap: 1) : rect.splitLeft(0)
    stages = left
    let rows = rect.height >= 20 ? 8 : 4
    (cases, summary) = rest.splitBottom(rows, gap: 1)
  }

  /// Rows of the list under its band and header.
  var listRows: Int { cases.height - 2 }
}

extension QueueScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = QueueLayout(in: rect, wide: context.isWide)
    if context.isWide { paintStages(on: &canvas, in: layout.stages, context) }
    paintCases(on: &canvas, in: layout.cases, context)
    guard resting(in: rect, context).isEmpty else { return }
    paintSummary(on: &canvas, in: layout.summary, context)
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    isFocused(onStages: false) ? [QueueLayout(in: rect, wide: context.isWide).summary] : []
  }

  private func paintStages(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let room = TitleBand(context.line(.stages), isFocused: isFocused(onStages: true))
      .paint(on: &canvas, in: rect)
    let scopes = scopes
    ListView(count: scopes.count, name: "stages", isFocused: isFocused(onStages: true)) { index in
      (context.line(.scope(scopes[index])), Line(count(of: scopes[index], context), .dim))
    }.paint(on: &canvas, in: room, state: stageList)
  }

  private func count(of scope: QueueQuery.Scope, _ context: Context) -> String {
    guard let counts else { return "" }
    switch scope {
    case .mine: return String(counts.mine + context.peopleToCompare.count)
    case .all: return String(counts.all)
    case .stage(let stage): return String(counts.stages[stage] ?? 0)
    case .listed:
      return String((counts.stages[.cultivation] ?? 0) + (counts.stages[.revoked] ?? 0))
    case .reportDue: return ""
    }
  }

  private func paintCases(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var note = context.line(.order(query.order), .dim)
    if query.encouragedOnly { note = context.line(.encouragedOnly, .accent) + Line("  ") + note }
    if !query.text.isEmpty {
      note = context.line(.searching(query.text), .accent) + Line("  ") + note
    }
    let waiting = query.scope == .mine ? context.peopleToCompare : []
    let title =
      context.line(.scope(query.scope)) + Line(" \(cases.total + waiting.count)", .text)
    note = marked.marks.note(context) + note
    let room = TitleBand(title, note: note, isFocused: isFocused(onStages: false))
      .paint(on: &canvas, in: rect)
    var body = room
    if let finding = openFinding {
      let (line, rest) = room.splitTop(1)
      FindField.painted(finding, total: cases.total, context, on: &canvas, in: line)
      body = rest
    }
    if let person = context.person, context.cycle.standing[person] == .joined {
      body = paintFingerprint(of: person, on: &canvas, in: body, context)
    }
    if !waiting.isEmpty {
      let (line, rest) = body.splitTop(1)
      canvas.put(
        context.line(.waitToBeCompared(waiting.map(\.name)), .warning),
        in: line.inset(columns: 2))
      body = rest
    }
    let signs: [ListColumn<QueueRow>] = marked.marks.columns(\.id)
    cases.paint(
      signs + Self.columns(context), name: "cases", isFocused: isFocused(onStages: false),
      placeholder: .queueEmpty, marked: signs.count + 2, on: &canvas, in: body, context)
  }

  /// The columns of a list of applications.
  static func columns(_ context: Context) -> [ListColumn<QueueRow>] {
    [
      .init(.number, .fixed(10), 9) {
        // The table said something else than verified entries do.
        Line($0.id.rawValue, $0.comparison == .mended ? .warning : .text).dim(ifPending: $0)
      },
      .init(
        .organisation, .flexible(minimum: 16, weight: 3), 10
      ) {
        let mark = $0.application.encouraged.isEmpty ? Line("") : Line(" ◆", .info)
        return (Line($0.application.name) + mark).dim(ifPending: $0)
      }.holding { .text($0.application.name) },
      .init(
        .district, .fixed(6), 4
      ) {
        Line(context.shortName(of: $0.application.district), .dim)
      }.holding {
        .text(context.say(.districtOf($0.application.district, context.parameters)))
      },
      .init(.industry, .flexible(minimum: 8, weight: 1), 3) {
        Line($0.application.industry, .dim)
      },
      .init(.stageHeader, .fixed(10), 6) {
        context.line(.stage($0.stage)).dim(ifPending: $0)
      },
      .init(.progress, .fixed(14), 7) {
        progress(of: $0, context).dim(ifPending: $0)
      }.holding { .text(progressWords(of: $0, context)) },
      .init(.dueHeader, .fixed(12), 8) {
        due(of: $0, context).dim(ifPending: $0)
      }.holding { $0.due.map(ListValue.day) ?? .empty },
      .init(.waitsHeader) {
        .text($0.duties.map { context.say(.duty($0)) }.joined(separator: "、"))
      },
      .init(.Case.encouraged) {
        .text(
          $0.application.encouraged.map { context.say(.encouragement($0)) }.joined(separator: "、"))
      },
    ]
  }

  /// Until the secretariat has confirmed a person, they are shown what is compared face to face.
  private func paintFingerprint(
    of person: PersonID, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) -> Rect {
    let (top, rest) = rect.splitTop(4)
    canvas.put(
      context.line(.waitsForConfirmation, .warning), in: top.row(1).inset(columns: 2))
    let print = context.cycle.fingerprints[person] ?? ""
    canvas.put(
      context.line(.fingerprint, .dim) + Line("  \(print)", .title),
      in: top.row(2).inset(columns: 2))
    return rest
  }

  private static func due(of row: QueueRow, _ context: Context) -> Line {
    guard let due = row.due else { return Line("") }
    let left = context.calendar.workingDays(from: context.now.day, to: due)
    return context.line(
      .shortDue(
        due, left: left, lapse: context.lapse(of: due, canBeMissed: !row.stage.isNotice),
        isProvisional: context.calendar.isProvisional(due)), left <= 3 ? .warning : .text)
  }

  private static func progress(of row: QueueRow, _ context: Context) -> Line {
    if row.objections > 0 { return context.line(.openObjections(row.objections), .warning) }
    if let marked = row.marked, row.duties.contains(.review) {
      return ProgressBar(done: marked, total: context.edition.items.count).line(width: 5)
    }
    if let duty = row.duties.first { return context.line(.duty(duty), .accent) }
    if row.stage == .independentReview, row.assigned > 0 {
      return context.line(.handedIn(row.handedIn, of: row.assigned), .dim)
    }
    return Line("")
  }

  /// The same in words alone, for tables.
  private static func progressWords(of row: QueueRow, _ context: Context) -> String {
    guard row.objections == 0, let marked = row.marked, row.duties.contains(.review) else {
      return progress(of: row, context).text
    }
    return "\(marked)/\(context.edition.items.count)"
  }

  private func paintSummary(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let row = selected else {
      TitleBand(Line("")).paint(on: &canvas, in: rect)
      return
    }
    let application = row.application
    let room = TitleBand(Line("\(application.id)  \(application.name)"))
      .paint(on: &canvas, in: rect).inset(columns: 1)
    canvas.put(summary(of: row, context).map { $0.dim(ifPending: row) }, in: room)
  }

  private func summary(of row: QueueRow, _ context: Context) -> [Line] {
    let application = row.application
    var facts = [context.say(.districtOf(application.district, context.parameters))]
    facts.append(application.industry)
    if let staff = application.staff { facts.append(context.say(.staff(staff))) }
    if let year = application.founded { facts.append(context.say(.founded(year))) }
    if let year = application.modelSince { facts.append(context.say(.modelSince(year))) }
    var lines = row.comparison == .mended ? [context.line(.rowMended, .warning)] : []
    lines.append(Line(facts.joined(separator: " · ")))
    var marks = application.encouraged.map { "◆ " + context.say(.encouragement($0)) }
    if let sector = application.exemptSector { marks.append(context.say(.exempt(sector))) }
    if !application.controlled.isEmpty {
      marks.append(context.say(.controlled(application.controlled)))
    }
    if !marks.isEmpty { lines.append(Line(marks.joined(separator: " · "), .info)) }
    var state = context.line(.stage(row.stage), .accent)
    if let panel = row.panel.flatMap({ context.cycle.panels[$0] }) {
      state = state + Line("  \(panel.name)（\(context.name(panel.leader))）", .dim)
    }
    if let panel = row.onSitePanel.flatMap({ context.cycle.panels[$0] }) {
      state = state + Line("  \(panel.name)（\(context.name(panel.leader))）", .dim)
    }
    if let due = row.due {
      state =
        state + Line("  ")
        + context.line(context.due(due, canBeMissed: !row.stage.isNotice))
    }
    lines.append(state)
    if !row.duties.isEmpty {
      lines.append(
        context.line(.waitsForMe, .dim)
          + Line(row.duties.map { context.say(.duty($0)) }.joined(separator: "、"), .accent))
    }
    return lines
  }
}

extension Line {
  /// As lists and summaries show a row that was not compared with verified entries yet.
  fileprivate func dim(ifPending row: QueueRow) -> Line {
    row.comparison == .pending ? Line(text, .dim) : self
  }
}
