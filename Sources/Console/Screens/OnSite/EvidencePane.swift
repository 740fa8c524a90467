import Criteria
import Foundation
import Procedure
import Terminal

/// The evidence of a check, and what the consensus left on its item.
struct EvidencePane {
  let check: Check?
  let visit: Visit?
  let pending: ChecksPane.Pending?
  /// The consensus, where the person at work may read it.
  let session: Consensus?

  func paint(
    _ text: TextPane, isFocused: Bool, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let room = TitleBand(context.line(.OnSite.part(.evidence)), isFocused: isFocused)
      .paint(on: &canvas, in: rect).inset(columns: 1)
    text.paint(lines(width: room.width, context), on: &canvas, in: room)
  }

  func lines(width: Int, _ context: Context) -> [Line] {
    let width = max(8, width)
    guard let check, let visit else {
      return [context.line(.OnSite.chooseCheck, .dim)]
    }
    var lines = Line(check.text, .title).wrapped(to: width)
    lines += about(check, visit, context).wrapped(to: width)
    lines.append(Line(""))
    let ticks = visit.ticks[check.id] ?? []
    if let pending, pending.check == check.id {
      lines.append(outcome(pending.outcome, context))
      lines.append(context.line(.OnSite.evidenceMissing, .warning))
    } else if let tick = ticks.last {
      lines += finding(tick, width, context)
    } else {
      lines += [
        context.line(.OnSite.unticked, .warning), context.line(.OnSite.tickHint, .dim),
      ]
    }
    if ticks.count > 1 {
      lines += [Line(""), context.line(.OnSite.earlier, .title)]
      for tick in ticks.dropLast().reversed() { lines += earlier(tick, width, context) }
    }
    return lines + remarks(on: check.item, width, context)
  }

  /// Where the check comes from and how its item was marked.
  private func about(_ check: Check, _ visit: Visit, _ context: Context) -> Line {
    var parts = [context.say(.OnSite.originInFull(check.origin))]
    if let item = context.edition.item(check.item) {
      parts.append("\(item.id) \(context.say(item.name))")
    }
    if let material = visit.material[check.item] {
      parts.append(context.say(.OnSite.material(material)))
    }
    if let site = visit.settled(check.item) {
      parts.append("\(context.say(.OnSite.settledColumn)) \(site.percentage)%")
    }
    return Line(parts.joined(separator: " · "), .dim)
  }

  private func outcome(_ outcome: CheckOutcome, _ context: Context) -> Line {
    Line("\(outcome.sign) \(context.say(.OnSite.outcome(outcome)))", outcome.style.strong)
  }

  private func finding(_ tick: Tick, _ width: Int, _ context: Context) -> [Line] {
    let finding = tick.finding
    var lines = labelled(.OnSite.outcomeLabel, outcome(finding.outcome, context), width, context)
    let rows: [(Phrase, String)] = [
      (.OnSite.methodLabel, context.say(.OnSite.methodInFull(finding.method))),
      (.OnSite.placeLabel, finding.place), (.OnSite.askedLabel, finding.asked),
      (.OnSite.recordLabel, finding.evidence),
      (.OnSite.byLabel, "\(context.name(tick.by))  \(tick.at.brief)"),
    ]
    for (label, text) in rows where !text.isBlank {
      lines += labelled(label, Line(text), width, context)
    }
    return lines
  }

  /// A label with its text, which is wrapped beside it.
  private func labelled(
    _ label: Phrase, _ text: Line, _ width: Int, _ context: Context
  ) -> [Line] {
    let column = context.language == .chinese ? 6 : 9
    let word = context.say(label)
    let blank = String(repeating: " ", count: column)
    return text.wrapped(to: max(4, width - column)).enumerated().map { index, line in
      let lead = word + String(repeating: " ", count: max(1, column - CellWidth.of(word)))
      return Line(index == 0 ? lead : blank, .dim) + line
    }
  }

  private func earlier(_ tick: Tick, _ width: Int, _ context: Context) -> [Line] {
    let head =
      Line("\(tick.finding.outcome.sign) ", tick.finding.outcome.style)
      + Line("\(tick.at.brief) \(context.name(tick.by)) ", .dim)
      + Line(tick.finding.place, .dim)
    return [head] + Line(tick.finding.evidence, .dim).wrapped(to: width)
  }

  /// The comments and points that the panel of the consensus left on an item.
  private func remarks(on item: ItemID, _ width: Int, _ context: Context) -> [Line] {
    let heading = [Line(""), context.line(.OnSite.consensusRemarks, .title)]
    guard let session = session, !session.settlements.isEmpty else {
      return heading + [context.line(.OnSite.consensusClosed, .dim)]
    }
    let merge = session.merge(of: item)
    var lines: [Line] = []
    for remark in merge.comments where remark.used {
      let isStrength = remark.comment.kind == .strength
      let sign = isStrength ? "+" : "–"
      let lead = remark.comment.doubled ? sign + sign : sign + " "
      lines += hanging(lead, isStrength ? .good : .warning, remark.comment.text, width)
    }
    for point in merge.points where point.used {
      lines += hanging("? ", .info, point.point.text, width)
    }
    return lines.isEmpty ? [] : heading + lines
  }

  /// A sign with its text, which is wrapped beside it.
  private func hanging(_ sign: String, _ style: Style, _ text: String, _ width: Int) -> [Line] {
    Line(text).wrapped(to: max(4, width - 3)).enumerated().map { index, line in
      (index == 0 ? Line(sign + " ", style) : Line("   ")) + line
    }
  }
}
