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
    list.paint(
      Self.scoreColumns(tiers, context).map { column in
        column.saying {
          switch $0 {
          case .heading(let group, let count):
            Self.heading(group, count, in: column.title, context)
          case .row(let row, _): column.cell(row)
          }
        }
      }, name: "list", placeholder: .Board.emptyList, marked: 2, on: &canvas, in: rect, context)
  }

  /// What the heading of a group says in a column.
  private static func heading(
    _ group: TierList.Group, _ count: Int, in column: Phrase, _ context: Context
  ) -> Line {
    let words: Phrase? =
      switch column {
      case .number: .Board.group(group)
      case .organisation: .Board.heading(group, count: count, context.parameters)
      default: nil
      }
    return words.map { context.line($0, style(of: group).strong) } ?? Line("")
  }

  /// The columns of organisations with their scores.
  static func scoreColumns(_ tiers: TierList, _ context: Context) -> [ListColumn<ScoreRow>] {
    let groups = Dictionary(
      tiers.rows.map { ($0.row.dossier, $0.group) }, uniquingKeysWith: { first, _ in first })
    func points(_ points: Points?) -> ListValue { points.map(ListValue.points) ?? .empty }
    return [
      .init(.number, .fixed(10), 9) { Line($0.dossier.rawValue) },
      .init(.organisation, .flexible(minimum: 22, weight: 3), 10) { Line($0.name) },
      .init(
        .district, .fixed(6), 5
      ) { Line(context.shortName(of: $0.district), .dim) }.holding {
        .text(context.say(.districtOf($0.district, context.parameters)))
      },
      .init(.industry, .flexible(minimum: 8, weight: 1), 3) { Line($0.industry, .dim) },
      .init(
        .Board.materialHeader, .fixed(7), 6, align: .right
      ) { $0.material.map { Line($0.fixed, .dim) } ?? Line("–", .dim) }.holding {
        points($0.material)
      },
      .init(.Board.siteHeader, .fixed(7), 8, align: .right) {
        $0.onSite.map { Line($0.fixed, .accent) } ?? Line("–", .dim)
      }.holding { points($0.onSite) },
      .init(.stageHeader, .fixed(10), 7) { context.line(.stage($0.stage), .dim) },
      .init(.Board.tierHeader) { row in
        groups[row.dossier].map { .text(context.say(.Board.group($0))) } ?? .empty
      },
    ]
  }

  private static func style(of group: TierList.Group) -> Style {
    switch group {
    case .tier: .good
    case .belowTiers: .bad
    case .leftOut, .ended, .closed: .warning
    }
  }
}
