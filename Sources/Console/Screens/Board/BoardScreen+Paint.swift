import Foundation
import Procedure
import Store
import Terminal

/// Pages, panes and the overview; charts and list stand in files of their own.
extension BoardScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = layout(in: rect, context)
    if context.isWide {
      TabBar(
        Page.allCases.map { context.say(.Board.page($0)) }, selected: pane.page.rawValue,
        name: "page"
      ).paint(on: &canvas, in: layout.tabs)
      for shown in Pane.allCases where shown.page == pane.page {
        paint(shown, on: &canvas, in: layout.rect(of: shown), context)
      }
    } else {
      TabBar(
        Pane.allCases.map { context.say(.Board.pane($0)) }, selected: pane.rawValue, name: "pane"
      ).paint(on: &canvas, in: layout.tabs)
      paint(pane, on: &canvas, in: layout.rect(of: pane), context)
    }
  }

  private func paint(
    _ pane: Pane, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let room = TitleBand(
      context.line(.Board.pane(pane)), note: note(of: pane, context), isFocused: pane == self.pane
    ).paint(on: &canvas, in: rect)
    canvas.addHit(rect.row(0), HitTarget("pane", index: pane.rawValue))
    let isRead = pane.page == .overview ? board != nil : scores != nil
    guard isRead else {
      let refusal = refusals[pane.page == .overview ? .overview : .scores]
      let words = context.line(refusal ?? .Case.reading, refusal == nil ? .dim : .warning)
      canvas.put(words.wrapped(to: max(1, room.width - 4)), in: room.inset(columns: 2))
      return
    }
    switch pane {
    case .stages: paintMatrix(on: &canvas, in: room, context)
    case .late: paintLate(on: &canvas, in: room, context)
    case .panels: paintPanels(on: &canvas, in: room, context)
    case .material, .onSite: paintScores(pane, on: &canvas, in: room, context)
    case .list: paintList(on: &canvas, in: room, context)
    }
  }

  private func note(of pane: Pane, _ context: Context) -> Line {
    switch pane {
    case .stages:
      let matrix = matrix(context)
      let count = context.line(.Board.casesIn(matrix.count(nil, nil)), .dim)
      let shown = districts(context)
      guard shown.count < matrix.districts.count else { return count }
      let part = Phrase.Board.districtsShown(
        shown.lowerBound + 1, shown.upperBound, of: matrix.districts.count)
      return context.line(part, .accent) + Line("  ") + count
    case .late:
      let count = board?.late.count ?? 0
      return Line("\(count)", count == 0 ? .dim : .warning)
    case .panels: return Line("\(board?.loads.count ?? 0)", .dim)
    case .material, .onSite:
      let closed = closedCount(of: pane)
      return closed == 0 ? Line("") : context.line(.Board.closedCount(closed), .warning)
    case .list: return context.line(.Board.casesIn(tiers.rows.count), .dim)
    }
  }

  // MARK: Stages and districts

  private func stageWidth(_ context: Context) -> Int {
    matrix(context).stages.map { context.line(.stage($0)).width() }.max() ?? 10
  }

  private func districtWidth(_ context: Context) -> Int {
    let names = matrix(context).districts.map { Line(context.shortName(of: $0)).width() }
    return max(4, names.max() ?? 4)
  }

  /// The places of the districts for which there is room, from the first that is shown.
  func districts(_ context: Context) -> Range<Int> {
    let all = matrix(context).districts.count
    let width = layout(context).rect(of: .stages).width
    // Before the row its sign, then the stage, then the sum in five columns with its blank.
    let room = max(1, (width - 2 - stageWidth(context) - 6) / (districtWidth(context) + 1))
    let first = min(firstDistrict, max(0, all - room))
    return first..<min(all, first + room)
  }

  private func paintMatrix(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let matrix = matrix(context)
    let shown = districts(context).map { matrix.districts[$0] }
    stages.paint(
      Self.stageColumns(
        matrix, shown, context, stageWidth: stageWidth(context),
        districtWidth: districtWidth(context)),
      name: "stages", isFocused: pane == .stages, placeholder: .Board.noCases, marked: 1,
      on: &canvas, in: rect, context)
  }

  /// The columns of the matrix for some of its districts.
  static func stageColumns(
    _ matrix: StageMatrix, _ districts: [DistrictCode], _ context: Context, stageWidth: Int = 10,
    districtWidth: Int = 4
  ) -> [ListColumn<StageRow>] {
    func figure(_ stage: Stage?, _ district: DistrictCode?) -> Line {
      let count = matrix.count(stage, district)
      if count == 0 { return Line("–", .dim) }
      return Line("\(count)", stage == nil || district == nil ? .title : .text)
    }
    return [
      .init(.stageHeader, .fixed(stageWidth), 10) {
        $0.stage.map { context.line(.stage($0)) } ?? context.line(.Board.sum, .title)
      },
      .init(
        .Board.sum, .fixed(5), 9, align: .right
      ) { figure($0.stage, nil) }.holding { .whole(matrix.count($0.stage, nil)) },
    ]
      + districts.map { district in
        .init(
          .plain(context.shortName(of: district)), .fixed(districtWidth), 5, align: .right
        ) { figure($0.stage, district) }.holding { .whole(matrix.count($0.stage, district)) }
      }
  }

  // MARK: What is late

  private func paintLate(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let (table, words) = rect.splitBottom(min(BoardLayout.wordRows, max(0, rect.height - 3)))
    let today = context.now.day
    late.paint(
      [
        .init(.number, .fixed(10), 7) { Line($0.dossier.rawValue) },
        .init(.organisation, .flexible(minimum: 14, weight: 1), 10) { Line($0.name) },
        .init(.Board.termHeader, .fixed(10), 8) { context.line(.term($0.term.kind)) },
        .init(.dueHeader, .fixed(10), 6) { Line("\($0.term.until)", .dim) },
        .init(.Board.overHeader, .fixed(8), 9, align: .right) {
          context.line(.Board.days($0.term.until.days(until: today)), .warning)
        },
      ], name: "late", isFocused: pane == .late, placeholder: .Board.nothingLate, marked: 2,
      on: &canvas, in: table, context)
    guard let term = late.selected?.term else { return }
    let sentence = Phrase.Board.over(
      term.kind, term.until, days: term.until.days(until: today),
      working: context.calendar.workingDays(from: term.until, to: today))
    canvas.put(
      context.line(sentence, .dim).wrapped(to: max(1, words.width - 4)),
      in: words.inset(columns: 2))
  }

  // MARK: Panels

  private func paintPanels(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    loads.paint(
      [
        .init(.Board.panelHeader, .flexible(minimum: 10, weight: 1), 10) {
          Line(context.cycle.panels[$0.panel]?.name ?? $0.panel.rawValue)
        },
        .init(.Board.openHeader, .fixed(4), 7, align: .right) {
          Line("\($0.cases - $0.finished)")
        },
        .init(.Board.finishedHeader, .fixed(13), 9) { bar($0.finished, of: $0.cases) },
        .init(.Board.sheetsHeader, .fixed(14), 8) {
          // Only material panels write sheets.
          context.cycle.panels[$0.panel]?.stage == .onSite
            ? Line("") : bar($0.handedIn, of: $0.sheets)
        },
      ], name: "panels", isFocused: pane == .panels, placeholder: .Board.noPanels, marked: 1,
      on: &canvas, in: rect, context)
  }

  private func bar(_ done: Int, of total: Int) -> Line {
    total == 0 ? Line("–", .dim) : ProgressBar(done: done, total: total).line(width: 6)
  }
}
