import Foundation
import Procedure
import Store
import Terminal

extension SupervisionScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = SetupLayout(in: rect, wide: context.isWide)
    TabBar(
      Page.allCases.map { context.say(.Supervision.page($0)) }, selected: page.rawValue,
      name: "page"
    ).paint(on: &canvas, in: layout.tabs)
    if isReading {
      paintDetail(on: &canvas, in: layout.text, isFocused: true, context)
      return
    }
    switch page {
    case .complaints: paintComplaints(on: &canvas, in: layout.list, context)
    case .watch: paintWatch(on: &canvas, in: layout.list, context)
    case .assessments: paintAssessments(on: &canvas, in: layout.list, context)
    }
    paintDetail(on: &canvas, in: layout.detail, isFocused: false, context)
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    isReading ? [] : [SetupLayout(in: rect, wide: context.isWide).detail]
  }

  /// Rows of a list under its band, its header and the line on the pass.
  func listRows(of page: Page, _ context: Context) -> Int {
    max(1, SetupLayout(context).list.height - (page == .complaints ? 2 : 3))
  }

  /// Where a text is read over the whole room.
  func readingRoom(_ context: Context) -> Size {
    let text = SetupLayout(context).text
    return Size(width: max(1, text.width - 2), height: max(1, text.height - 1))
  }

  // MARK: Complaints

  private func paintComplaints(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let listed = state.listed
    let open = listed.count { $0.closedAt == nil }
    let note =
      open == 0 ? Line("") : context.line(.Supervision.openCount(open), .warning) + Line("  ")
    let room = TitleBand(
      context.line(.Supervision.complaints), note: note + Line("\(listed.count)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init(
          context.say(.Supervision.standing), .fixed(context.language == .chinese ? 9 : 13),
          importance: 10),
        .init(context.say(.History.time), .fixed(11), importance: 8),
        .init(context.say(.Supervision.topic), .flexible(minimum: 20, weight: 1), importance: 9),
        .init(context.say(.Supervision.source), .fixed(8), importance: 5),
        .init(
          context.say(.Supervision.about), .flexible(minimum: 14, weight: 1), importance: 7),
      ], count: listed.count, name: "\(Page.complaints)",
      placeholder: context.say(refusal ?? .Supervision.nothing(.complaints)), marked: 3
    ) { row, column in
      let investigation = listed[row]
      let complaint = investigation.complaint
      switch column {
      case 0: return Self.standing(of: investigation, context)
      case 1: return Line(Self.short(investigation.lodgedAt), .dim)
      case 2: return context.line(.topic(complaint.topic))
      case 3: return context.line(.source(complaint.source), .dim)
      default: return Self.subject(of: complaint, context)
      }
    }.paint(on: &canvas, in: room, state: list(.complaints))
  }

  /// How far an investigation is, in words.
  static func standing(of investigation: Investigation, _ context: Context) -> Line {
    if let outcome = investigation.outcome {
      return context.line(.outcome(outcome), outcome == .unfounded ? .dim : .text)
    }
    return investigation.steps.isEmpty
      ? context.line(.Supervision.notBegun, .warning)
      : context.line(.Supervision.underWay(investigation.steps.count), .info)
  }

  private static func subject(of complaint: Complaint, _ context: Context) -> Line {
    let parts = [complaint.dossier?.rawValue, complaint.person.map(context.name)].compactMap { $0 }
    return parts.isEmpty
      ? context.line(.Supervision.unnamed, .dim) : Line(parts.joined(separator: " "))
  }

  /// Day and minute: «09-18 10:00».
  static func short(_ moment: Moment) -> String {
    String(moment.description.dropFirst(5).dropLast(3))
  }

  // MARK: Watch list

  private func paintWatch(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let lines = watchLines
    let note = kind.map { context.line(.Supervision.kind($0), .accent) + Line("  ") } ?? Line("")
    let room = TitleBand(
      context.line(.Supervision.page(.watch)), note: note + Line("\(lines.count)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init(context.say(.number), .fixed(10), importance: 9),
        .init(context.say(.organisation), .flexible(minimum: 12, weight: 1), importance: 5),
        .init(
          context.say(.Supervision.oddity), .flexible(minimum: 28, weight: 2), importance: 10),
        .init(context.say(.Supervision.rule), .fixed(4), importance: 8),
      ], count: lines.count, name: "\(Page.watch)", placeholder: placeholder(context), marked: 1
    ) { row, column in
      let line = lines[row]
      switch column {
      case 0: return Line(line.dossier?.rawValue ?? "")
      case 1:
        return line.dossier == nil
          ? context.line(.Supervision.noCaseAtAll, .dim) : Line(line.name, .dim)
      case 2: return context.line(.oddity(line.oddity, context))
      default: return Line(line.oddity.rule.rawValue, .dim)
      }
    }.paint(on: &canvas, in: paintPass(on: &canvas, in: room, context), state: list(.watch))
  }

  private func placeholder(_ context: Context) -> String {
    pass.isRunning || pass.phase == .paused ? "" : context.say(.Supervision.nothing(page))
  }

  /// The line on the pass; returns the room under it.
  private func paintPass(on canvas: inout Canvas, in rect: Rect, _ context: Context) -> Rect {
    let (row, rest) = rect.splitTop(1)
    canvas.put(passLine(context), in: row.inset(columns: 2))
    return rest
  }

  private func passLine(_ context: Context) -> Line {
    switch pass.phase {
    case .idle: return context.line(.Supervision.againHelp, .dim)
    case .running, .paused:
      let bar = ProgressBar(done: pass.looked, total: pass.total).line(width: 16)
      let left = pass.secondsLeft(at: context.now).map(Phrase.Supervision.left) ?? .plain("")
      return context.line(.Supervision.looking, .dim) + bar + context.line(left, .dim)
        + context.line(.Supervision.escStops, .dim)
    case .stopped:
      return context.line(
        .Supervision.stopped(pass.looked, of: pass.total, at: pass.endedAt ?? context.now),
        .warning)
    case .failed(let why): return context.line(why, .bad)
    case .done:
      return context.line(
        .Supervision.looked(
          pass.total,
          unusual: Set(WatchLine.lines(of: pass.rows, kind: nil).compactMap(\.dossier)).count,
          at: pass.endedAt ?? context.now), .dim)
    }
  }

  // MARK: Assessments

  private func paintAssessments(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let rows = assessed
    let room = TitleBand(
      context.line(.Supervision.page(.assessments)), note: Line("\(rows.count)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: rect)
    TableView(
      columns: [
        .init(context.say(.number), .fixed(10), importance: 9),
        .init(context.say(.organisation), .flexible(minimum: 12, weight: 1), importance: 10),
        .init(context.say(.Case.panel), .flexible(minimum: 10, weight: 1), importance: 4),
        .init(context.say(.Supervision.ofApplicant), .fixed(12), importance: 8),
        .init(context.say(.Supervision.ofPanel), .fixed(12), importance: 8),
      ], count: rows.count, name: "\(Page.assessments)", placeholder: placeholder(context),
      marked: 2
    ) { index, column in
      let row = rows[index]
      switch column {
      case 0: return Line(row.dossier?.rawValue ?? "")
      case 1: return Line(row.name)
      case 2: return Line(row.panel.map { panelName($0, context) } ?? "", .dim)
      case 3: return Self.grades(row.assessments[.ofApplicant], context)
      default: return Self.grades(row.assessments[.ofPanel], context)
      }
    }.paint(
      on: &canvas, in: paintPass(on: &canvas, in: room, context), state: list(.assessments))
  }

  func panelName(_ id: PanelID, _ context: Context) -> String {
    context.cycle.panels[id]?.name ?? id.rawValue
  }

  /// The grades in the order of the topics; that one is low stands there in words.
  private static func grades(_ assessment: Assessment?, _ context: Context) -> Line {
    guard let assessment else { return context.line(.Supervision.notAssessed, .dim) }
    let grades = SupervisionTopic.allCases.compactMap { assessment.grades[$0] }
    let figures = grades.reduce(Line("")) {
      $0 + Line("\($1) ", isLow($1) ? .warning : .text)
    }
    return grades.contains(where: isLow)
      ? figures + context.line(.Supervision.low, .warning) : figures
  }

  /// Grades that supervision is pointed to.
  static func isLow(_ grade: Int) -> Bool { grade <= 2 }

  // MARK: What is selected

  private func paintDetail(
    on canvas: inout Canvas, in rect: Rect, isFocused: Bool, _ context: Context
  ) {
    let lines = detailLines(width: max(1, rect.width - 2), context)
    let rows = max(0, rect.height - 1)
    let first = scroll.first(total: lines.count, rows: rows)
    let isCut = !isFocused && lines.count > rows
    let note = isCut ? context.line(.Supervision.more, .dim) : Line("")
    let room = TitleBand(detailTitle(context), note: note, isFocused: isFocused)
      .paint(on: &canvas, in: rect).inset(columns: 1)
    for (row, line) in lines.dropFirst(first).prefix(room.height).enumerated() {
      canvas.put(line, in: room.row(row))
    }
  }
}
