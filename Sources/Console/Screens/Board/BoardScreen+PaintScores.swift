import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// The charts of the scores and the list by tier.
extension BoardScreen {
  /// The cases that have a total which is not open to the reader.
  func closedCount(of pane: Pane) -> Int {
    let stage: PanelStage = pane == .material ? .material : .onSite
    return (scores ?? []).count { $0.hasScore(stage) && $0.total(stage) == nil }
  }

  func paintScores(_ pane: Pane, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let totals = totals(of: pane)
    let room = rect.inset(columns: 2)
    guard let low = totals.min(), let high = totals.max() else {
      let none: Phrase = pane == .material ? .Board.noMaterialScores : .Board.noSiteScores
      let isClosed = closedCount(of: pane) > 0
      let words = context.line(isClosed ? .Board.notOpen : none, isClosed ? .warning : .dim)
      canvas.put(words.wrapped(to: max(1, room.width)), in: room)
      return
    }
    let (head, rest) = room.splitTop(1)
    let (body, foot) = rest.splitBottom(1)
    canvas.put(context.line(.Board.summary(totals.count, low, high)), in: head)
    canvas.put(context.line(.Board.exact, .dim), in: foot)
    let chart = chart(of: pane, context)
    let first = scroll(of: pane).first(total: chart.rows.count, rows: body.height)
    for (place, row) in chart.rows.dropFirst(first).prefix(body.height).enumerated() {
      canvas.put(
        line(of: row, chart, pane, width: body.width, context), in: body.row(place))
    }
  }

  /// The columns before a bar: the amounts from which and up to which it counts.
  private static let labelWidth = 9

  private func line(
    of row: ScoreChart.Row, _ chart: ScoreChart, _ pane: Pane, width: Int, _ context: Context
  ) -> Line {
    switch row {
    case .line(let line):
      let words = lineWords(line, pane, context)
      let head = Line("━━ ", .warning) + context.line(words, Style(.warning, bold: true))
      let free = max(0, width - head.width() - 1)
      return head + Line(" " + String(repeating: "━", count: free), .warning)
    case .bar(let bar):
      let reaches = bar.from >= (lines(of: pane, context).min() ?? .zero)
      let label = "\(bar.from)–\(bar.to)"
      let blank = String(repeating: " ", count: max(0, Self.labelWidth - label.count))
      // After the bar a blank and its count.
      let room = width - Self.labelWidth - 1 - 1 - "\(chart.most)".count
      let length = ScoreChart.length(of: bar.count, most: chart.most, width: room)
      return Line(blank + label + " ", .dim)
        + Line(String(repeating: "▓", count: length), reaches ? .accent : .bad)
        + Line(length == 0 ? "" : " ") + Line("\(bar.count)", bar.count == 0 ? .dim : .text)
    }
  }

  /// What a line is, how many reach it, and under the lowest how many do not.
  private func lineWords(_ line: Points, _ pane: Pane, _ context: Context) -> Phrase {
    let totals = totals(of: pane)
    let below = totals.count { $0 < line }
    if pane == .material {
      return .Board.materialLine(line, reached: totals.count - below, below: below)
    }
    let tiers = context.parameters.tiers
    guard let place = tiers.firstIndex(where: { $0.from == line }) else { return .plain("\(line)") }
    let count = totals.count { context.parameters.tier(of: $0) == tiers[place] }
    return .Board.tierLine(
      tiers[place].rank, line, count: count, below: place == tiers.count - 1 ? below : nil)
  }

  // MARK: The list

  func paintList(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let entries = tiers.entries
    TableView(
      columns: [
        .init(context.say(.number), .fixed(10), importance: 9),
        .init(context.say(.organisation), .flexible(minimum: 22, weight: 3), importance: 10),
        .init(context.say(.district), .fixed(6), importance: 5),
        .init(context.say(.industry), .flexible(minimum: 8, weight: 1), importance: 3),
        .init(context.say(.Board.materialHeader), .fixed(7), align: .right, importance: 6),
        .init(context.say(.Board.siteHeader), .fixed(7), align: .right, importance: 8),
        .init(context.say(.stageHeader), .fixed(10), importance: 7),
      ], count: entries.count, name: "list",
      placeholder: context.say(.Board.emptyList), marked: 2
    ) { place, column in
      switch entries[place] {
      case .heading(let group, let count):
        let style = Self.style(of: group).strong
        switch column {
        case 0: return context.line(.Board.group(group), style)
        case 1:
          return context.line(.Board.heading(group, count: count, context.parameters), style)
        default: return Line("")
        }
      case .row(let row, _): return cell(column, of: row, context)
      }
    }.paint(on: &canvas, in: rect, state: list(of: .list))
  }

  private static func style(of group: TierList.Group) -> Style {
    switch group {
    case .tier: .good
    case .belowTiers: .bad
    case .leftOut, .ended, .closed: .warning
    }
  }

  private func cell(_ column: Int, of row: ScoreRow, _ context: Context) -> Line {
    switch column {
    case 0: return Line(row.dossier.rawValue)
    case 1: return Line(row.name)
    case 2: return Line(context.shortName(of: row.district), .dim)
    case 3: return Line(row.industry, .dim)
    case 4: return row.material.map { Line($0.fixed, .dim) } ?? Line("–", .dim)
    case 5: return row.onSite.map { Line($0.fixed, .accent) } ?? Line("–", .dim)
    default: return context.line(.stage(row.stage), .dim)
    }
  }
}
