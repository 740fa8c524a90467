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
    let width = districtWidth(context)
    let columns =
      [
        TableView.Column(
          context.say(.stageHeader), .fixed(stageWidth(context)), importance: 10),
        TableView.Column(context.say(.Board.sum), .fixed(5), align: .right, importance: 9),
      ]
      + shown.map {
        TableView.Column(context.shortName(of: $0), .fixed(width), align: .right, importance: 5)
      }
    TableView(
      columns: columns, count: count(of: .stages), name: "stages",
      isFocused: pane == .stages, placeholder: context.say(.Board.noCases), marked: 1
    ) { row, column in
      // The sums come first, as in statistical tables: they stay in sight of a small window.
      let stage = matrix.stages.indices.contains(row - 1) ? matrix.stages[row - 1] : nil
      if column == 0 {
        return stage.map { context.line(.stage($0)) } ?? context.line(.Board.sum, .title)
      }
      let district = shown.indices.contains(column - 2) ? shown[column - 2] : nil
      let count = matrix.count(stage, district)
      if count == 0 { return Line("–", .dim) }
      return Line("\(count)", stage == nil || district == nil ? .title : .text)
    }.paint(on: &canvas, in: rect, state: list(of: .stages))
  }

  // MARK: What is late

  private func paintLate(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let late = board?.late ?? []
    let (table, words) = rect.splitBottom(min(BoardLayout.wordRows, max(0, rect.height - 3)))
    let today = context.now.day
    TableView(
      columns: [
        .init(context.say(.number), .fixed(10), importance: 7),
        .init(context.say(.organisation), .flexible(minimum: 14, weight: 1), importance: 10),
        .init(context.say(.Board.termHeader), .fixed(10), importance: 8),
        .init(context.say(.dueHeader), .fixed(10), importance: 6),
        .init(context.say(.Board.overHeader), .fixed(8), align: .right, importance: 9),
      ], count: late.count, name: "late", isFocused: pane == .late,
      placeholder: context.say(.Board.nothingLate), marked: 2
    ) { row, column in
      let late = late[row]
      switch column {
      case 0: return Line(late.dossier.rawValue)
      case 1: return Line(late.name)
      case 2: return context.line(.term(late.term.kind))
      case 3: return Line("\(late.term.until)", .dim)
      default: return context.line(.Board.days(late.term.until.days(until: today)), .warning)
      }
    }.paint(on: &canvas, in: table, state: list(of: .late))
    let place = list(of: .late).selection
    guard late.indices.contains(place) else { return }
    let term = late[place].term
    let sentence = Phrase.Board.over(
      term.kind, term.until, days: term.until.days(until: today),
      working: context.calendar.workingDays(from: term.until, to: today))
    canvas.put(
      context.line(sentence, .dim).wrapped(to: max(1, words.width - 4)),
      in: words.inset(columns: 2))
  }

  // MARK: Panels

  private func paintPanels(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let loads = board?.loads ?? []
    TableView(
      columns: [
        .init(context.say(.Board.panelHeader), .flexible(minimum: 10, weight: 1), importance: 10),
        .init(context.say(.Board.openHeader), .fixed(4), align: .right, importance: 7),
        .init(context.say(.Board.finishedHeader), .fixed(13), importance: 9),
        .init(context.say(.Board.sheetsHeader), .fixed(14), importance: 8),
      ], count: loads.count, name: "panels", isFocused: pane == .panels,
      placeholder: context.say(.Board.noPanels), marked: 1
    ) { row, column in
      let load = loads[row]
      let panel = context.cycle.panels[load.panel]
      switch column {
      case 0: return Line(panel?.name ?? load.panel.rawValue)
      case 1: return Line("\(load.cases - load.finished)")
      case 2: return bar(load.finished, of: load.cases)
      // Only material panels write sheets.
      default: return panel?.stage == .onSite ? Line("") : bar(load.handedIn, of: load.sheets)
      }
    }.paint(on: &canvas, in: rect, state: list(of: .panels))
  }

  private func bar(_ done: Int, of total: Int) -> Line {
    total == 0 ? Line("–", .dim) : ProgressBar(done: done, total: total).line(width: 6)
  }
}
