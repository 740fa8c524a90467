import Criteria
import Foundation
import Procedure
import Terminal

/// One item of the marks: proposals with their reasons, what the leader settled, its checks.
extension OnSiteScreen {
  func paintItem(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let item = selectedItem(context), let visit else { return }
    let room = TitleBand(
      Line("\(item.id) \(context.say(item.name))"),
      note: context.line(.OnSite.pointsAre(Points(whole: item.points)), .dim)
    ).paint(on: &canvas, in: rect).inset(columns: 1)
    var typed: Percentage?
    if let entry, case .success(let percentage) = entry.percentage { typed = percentage }
    let shown = typed ?? visit.settled(item.id)?.percentage ?? visit.material[item.id]
    let others = (visit.proposals[item.id] ?? [:]).values.map(\.percentage.value).sorted()
    let (bar, rest) = room.splitTop(1).rest.splitTop(2, gap: 1)
    ScaleBar(shown?.value, others: others).paint(on: &canvas, in: bar)
    let lines = itemLines(item, visit, width: max(8, rest.width), context)
    for (index, line) in lines.prefix(rest.height).enumerated() {
      canvas.put(line, in: rest.row(index))
    }
  }

  private func itemLines(
    _ item: Item, _ visit: Visit, width: Int, _ context: Context
  ) -> [Line] {
    var lines: [Line] = []
    if let material = visit.material[item.id] {
      lines.append(
        context.line(.OnSite.material(material), .dim)
          + Line(" = ", .dim) + context.line(.OnSite.pointsAre(item.score(material)), .dim))
    }
    lines += [Line(""), context.line(.OnSite.proposals, .title)]
    let proposals = visit.proposals[item.id] ?? [:]
    if proposals.isEmpty { lines.append(context.line(.OnSite.noProposals, .dim)) }
    for person in proposals.keys.sorted() {
      if let mark = proposals[person] { lines += self.lines(of: mark, width, .accent, context) }
    }
    lines += [Line(""), context.line(.OnSite.settlements, .title)]
    let settlements = visit.settlements[item.id] ?? []
    if settlements.isEmpty { lines.append(context.line(.OnSite.notSettled, .dim)) }
    for (place, mark) in settlements.reversed().enumerated() {
      lines += self.lines(of: mark, width, place == 0 ? .good.strong : .dim, context)
    }
    return lines + checks(of: item, visit, width, context)
  }

  private func lines(
    of mark: SiteMark, _ width: Int, _ style: Style, _ context: Context
  ) -> [Line] {
    let head =
      Line("\(mark.percentage)%", style)
      + Line("  \(context.name(mark.by))  \(Phrase.OnSite.brief(mark.at))", .dim)
    return mark.reason.isBlank ? [head] : [head] + Line(mark.reason).wrapped(to: width)
  }

  /// What was found on the item, so that it can be marked without turning back.
  private func checks(
    of item: Item, _ visit: Visit, _ width: Int, _ context: Context
  ) -> [Line] {
    let checks = visit.checks.filter { $0.item == item.id }
    guard !checks.isEmpty else { return [] }
    let done = checks.count { visit.tick($0.id) != nil }
    var lines = [
      Line(""), context.line(.OnSite.checksOfItem(done, checks.count), .title),
    ]
    for check in checks {
      let outcome = visit.tick(check.id)?.finding.outcome
      let sign = Line(
        "\(outcome?.sign ?? "·") ", outcome.map { Self.style(of: $0) } ?? .dim)
      for (place, line) in Line(check.text).wrapped(to: max(4, width - 2)).enumerated() {
        lines.append((place == 0 ? sign : Line("  ")) + line)
      }
    }
    return lines
  }
}
