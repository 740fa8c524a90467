import Foundation
import Procedure
import Store
import Terminal

extension SupervisionScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = PageLayout(in: rect, wide: context.isWide)
    TabBar(
      Page.allCases.map { context.say(.Supervision.page($0)) }, selected: page.rawValue,
      name: "page"
    ).paint(on: &canvas, in: rect.splitTop(1).top)
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
    isReading ? [] : [PageLayout(in: rect, wide: context.isWide).detail]
  }

  /// Rows of a list under its band, its header and the line on the pass.
  func listRows(of page: Page, _ context: Context) -> Int {
    max(1, PageLayout(context).list.height - (page == .complaints ? 2 : 3))
  }

  /// Where a text is read over the whole room.
  func readingRoom(_ context: Context) -> Size {
    let text = PageLayout(context).text
    return Size(width: max(1, text.width - 2), height: max(1, text.height - 1))
  }

  // MARK: Complaints

  private func paintComplaints(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let open = complaints.rows.count { $0.closedAt == nil }
    let note =
      open == 0 ? Line("") : context.line(.Supervision.openCount(open), .warning) + Line("  ")
    let room = TitleBand(
      context.line(.Supervision.complaints), note: note + Line("\(complaints.total)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: rect)
    complaints.paint(
      [
        .init(.Supervision.standing, .fixed(context.language == .chinese ? 9 : 13), 10) {
          Self.standing(of: $0, context)
        },
        .init(.History.time, .fixed(11), 8) { Line(Self.short($0.lodgedAt), .dim) },
        .init(.Supervision.topic, .flexible(minimum: 20, weight: 1), 9) {
          context.line(.topic($0.complaint.topic))
        },
        .init(.Supervision.source, .fixed(8), 5) {
          context.line(.source($0.complaint.source), .dim)
        },
        .init(.Supervision.about, .flexible(minimum: 14, weight: 1), 7) {
          Self.subject(of: $0.complaint, context)
        },
      ], name: "\(Page.complaints)", placeholder: refusal ?? .Supervision.nothing(.complaints),
      marked: 3, on: &canvas, in: room, context)
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
    let note = kind.map { context.line(.Supervision.kind($0), .accent) + Line("  ") } ?? Line("")
    let room = TitleBand(
      context.line(.Supervision.page(.watch)), note: note + Line("\(watch.total)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: rect)
    let table = paintPass(on: &canvas, in: room, context)
    watch.paint(
      Self.watchColumns(context), name: "\(Page.watch)", placeholder: placeholder, marked: 1,
      on: &canvas, in: table, context)
  }

  /// The columns of the watch list.
  static func watchColumns(_ context: Context) -> [ListColumn<WatchLine>] {
    [
      .init(.number, .fixed(10), 9) { Line($0.dossier?.rawValue ?? "") },
      .init(.organisation, .flexible(minimum: 12, weight: 1), 5) {
        $0.dossier == nil
          ? context.line(.Supervision.noCaseAtAll, .dim) : Line($0.name, .dim)
      },
      .init(.Supervision.oddity, .flexible(minimum: 28, weight: 2), 10) {
        context.line(.oddity($0.oddity, context))
      },
      .init(.Supervision.rule, .fixed(4), 8) { Line($0.oddity.rule.rawValue, .dim) },
    ]
  }

  private var placeholder: Phrase {
    pass.isRunning || pass.phase == .paused ? .plain("") : .Supervision.nothing(page)
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
    let room = TitleBand(
      context.line(.Supervision.page(.assessments)), note: Line("\(assessed.total)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: rect)
    let table = paintPass(on: &canvas, in: room, context)
    assessed.paint(
      [
        .init(.number, .fixed(10), 9) { Line($0.dossier?.rawValue ?? "") },
        .init(.organisation, .flexible(minimum: 12, weight: 1), 10) { Line($0.name) },
        .init(.Case.panel, .flexible(minimum: 10, weight: 1), 4) {
          Line($0.panel.map { panelName($0, context) } ?? "", .dim)
        },
        .init(.Supervision.ofApplicant, .fixed(12), 8) {
          Self.grades($0.assessments[.ofApplicant], context)
        },
        .init(.Supervision.ofPanel, .fixed(12), 8) {
          Self.grades($0.assessments[.ofPanel], context)
        },
      ], name: "\(Page.assessments)", placeholder: placeholder, marked: 2, on: &canvas, in: table,
      context)
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
    let isCut = !isFocused && lines.count > rows
    let note = isCut ? context.line(.Supervision.more, .dim) : Line("")
    let room = TitleBand(detailTitle(context), note: note, isFocused: isFocused)
      .paint(on: &canvas, in: rect).inset(columns: 1)
    canvas.put(lines, in: room, scrolled: scroll)
  }
}
