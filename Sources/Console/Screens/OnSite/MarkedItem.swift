import Criteria
import Foundation
import Procedure
import Terminal

/// One item of the marks: proposals with their reasons, what the leader settled, its checks.
struct MarkedItem {
  let item: Item
  let visit: Visit
  /// The percentage that stands in the field.
  let typed: Percentage?
  /// What is said where the proposals of others are not open to the person at work.
  let sealed: Phrase?

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let room = TitleBand(
      Line("\(item.id) \(context.say(item.name))"),
      note: context.line(.OnSite.pointsAre(Points(whole: item.points)), .dim)
    ).paint(on: &canvas, in: rect).inset(columns: 1)
    let shown = typed ?? visit.settled(item.id)?.percentage ?? visit.material[item.id]
    let others = (visit.proposals[item.id] ?? [:]).values.map(\.percentage.value).sorted()
    let (bar, rest) = room.splitTop(1).rest.splitTop(2, gap: 1)
    ScaleBar(shown?.value, others: others).paint(on: &canvas, in: bar)
    canvas.put(lines(width: max(8, rest.width), context), in: rest)
  }

  private func lines(width: Int, _ context: Context) -> [Line] {
    var lines: [Line] = []
    if let material = visit.material[item.id] {
      lines.append(
        context.line(.OnSite.material(material), .dim)
          + Line(" = ", .dim) + context.line(.OnSite.pointsAre(item.score(material)), .dim))
    }
    lines += [Line(""), context.line(.OnSite.proposals, .title)]
    let proposals = visit.proposals[item.id] ?? [:]
    if proposals.isEmpty, sealed == nil { lines.append(context.line(.OnSite.noProposals, .dim)) }
    for person in proposals.keys.sorted() {
      if let mark = proposals[person] { lines += self.lines(of: mark, width, .accent, context) }
    }
    if let sealed { lines += context.line(sealed, .dim).wrapped(to: width) }
    lines += [Line(""), context.line(.OnSite.settlements, .title)]
    let settlements = visit.settlements[item.id] ?? []
    if settlements.isEmpty { lines.append(context.line(.OnSite.notSettled, .dim)) }
    for (place, mark) in settlements.reversed().enumerated() {
      lines += self.lines(of: mark, width, place == 0 ? .good.strong : .dim, context)
    }
    return lines + checks(width, context)
  }

  private func lines(
    of mark: SiteMark, _ width: Int, _ style: Style, _ context: Context
  ) -> [Line] {
    let head =
      Line("\(mark.percentage)%", style)
      + Line("  \(context.name(mark.by))  \(mark.at.brief)", .dim)
    return mark.reason.isBlank ? [head] : [head] + Line(mark.reason).wrapped(to: width)
  }

  /// What was found on the item, so that it can be marked without turning back.
  private func checks(_ width: Int, _ context: Context) -> [Line] {
    let checks = visit.checks.filter { $0.item == item.id }
    guard !checks.isEmpty else { return [] }
    let done = checks.count { visit.tick($0.id) != nil }
    var lines = [
      Line(""), context.line(.OnSite.checksOfItem(done, checks.count), .title),
    ]
    for check in checks {
      let outcome = visit.tick(check.id)?.finding.outcome
      let sign = Line(
        "\(outcome?.sign ?? "·") ", outcome?.style ?? .dim)
      for (place, line) in Line(check.text).wrapped(to: max(4, width - 2)).enumerated() {
        lines.append((place == 0 ? sign : Line("  ")) + line)
      }
    }
    return lines
  }
}
