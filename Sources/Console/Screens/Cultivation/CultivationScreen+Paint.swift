import Criteria
import Foundation
import Procedure
import Store
import Terminal

extension CultivationScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = CultivationLayout(in: rect, wide: context.isWide)
    if !context.isWide {
      TabBar(
        Pane.allCases.map { context.say(.Cultivation.pane($0)) }, selected: pane.rawValue,
        name: "pane"
      ).paint(on: &canvas, in: layout.tabs)
    }
    if context.isWide || pane == .list { paintList(on: &canvas, in: layout.list, context) }
    if context.isWide || pane == .detail { paintPlace(on: &canvas, in: layout.detail, context) }
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    context.isWide && pane == .list ? [CultivationLayout(in: rect, wide: true).detail] : []
  }

  // MARK: The list

  private func paintList(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let note =
      marked.marks.note(context)
      + context.line(.Cultivation.filter(filter), filter == .all ? .dim : .accent) + Line("  ")
      + context.line(.order(query.order), .dim) + Line("  \(places.total)", .text)
    let room = TitleBand(
      context.line(.Cultivation.pane(.list)), note: note, isFocused: pane == .list
    ).paint(on: &canvas, in: rect)
    canvas.addHit(rect.row(0), HitTarget("pane", index: Pane.list.rawValue))
    let day = context.now.day
    let signs: [ListColumn<QueueRow>] = marked.marks.columns(\.id)
    places.paint(
      signs + [
        .init(.number, .fixed(10), 7) { Line($0.id.rawValue) },
        .init(.organisation, .flexible(minimum: 12, weight: 1), 10) { Line($0.application.name) },
        .init(.Cultivation.tierHeader, .fixed(9), 6) {
          $0.tier.map { context.line(.tier($0)) } ?? Line("–", .dim)
        },
        .init(.Cultivation.totalHeader, .fixed(7), 5, align: .right) {
          $0.total.map { Line($0.fixed, .dim) } ?? Line("–", .dim)
        },
        .init(.Cultivation.reportHeader, .fixed(20), 8) { report(of: $0, context) },
        .init(.Cultivation.stateHeader, .fixed(Self.stateWidth(context)), 9) {
          let state = Self.state(of: $0, on: day)
          return context.line(.Cultivation.state(state), Self.style(of: state))
        },
      ], name: "places", isFocused: pane == .list, placeholder: empty,
      marked: signs.count + 2, on: &canvas, in: room, context)
  }

  /// What stands where there is no organisation.
  private var empty: Phrase {
    if !places.isRead { return .Case.reading }
    return filter == .all ? .Cultivation.noneListed : .Cultivation.nobody
  }

  private func report(of row: QueueRow, _ context: Context) -> Line {
    guard let due = row.reportDue else { return Line("–", .dim) }
    let left = context.now.day.days(until: due)
    if left < 0 { return Line("\(due) ") + context.line(.Cultivation.over(-left), .bad) }
    return Line("\(due) ")
      + context.line(.Cultivation.left(left), left <= Self.reportDays ? .warning : .dim)
  }

  private static func stateWidth(_ context: Context) -> Int {
    State.allCases.map { context.line(.Cultivation.state($0)).width() }.max() ?? 8
  }

  private static func style(of state: State) -> Style {
    switch state {
    case .cultivated: .good
    case .reportLate: .warning
    case .ended: .dim
    case .lost: .bad
    }
  }

  // MARK: The place

  private func paintPlace(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let title = selected.map { Line("\($0.application.id)  \($0.application.name)") }
    let room = TitleBand(title ?? Line(""), isFocused: pane == .detail)
      .paint(on: &canvas, in: rect).inset(columns: 1)
    canvas.addHit(rect.row(0), HitTarget("pane", index: Pane.detail.rawValue))
    let lines = lines(width: max(1, room.width), context)
    canvas.put(lines, in: room, scrolled: scroll)
  }

  /// The selected place as lines: at once what the list knows, the rest once its case was read.
  func lines(width: Int, _ context: Context) -> [Line] {
    guard let row = selected else { return [context.line(empty, .dim)] }
    func fact(_ label: Phrase, _ value: Line) -> [Line] {
      FactLines.lines(
        label, value, width: width, labelWidth: FrameFacts.labelWidth(in: width), context)
    }
    let state = Self.state(of: row, on: context.now.day)
    var lines = fact(
      .Cultivation.stateHeader, context.line(.Cultivation.state(state), Self.style(of: state)))
    lines += fact(
      .district, context.line(.districtOf(row.application.district, context.parameters)))
    if state != .lost { lines += fact(.Cultivation.nextReport, nextReport(of: row, context)) }
    guard let dossier, dossier.id == row.application.id else {
      let words = context.line(refusal ?? .Case.reading, refusal == nil ? .dim : .warning)
      return lines + words.wrapped(to: max(1, width))
    }
    guard let place = dossier.cultivation else { return lines }
    if let ending = dossier.ending {
      lines += fact(.Cultivation.ending, context.line(.ending(ending), .bad))
    }
    let facts = FrameFacts(dossier: dossier, width: width, context: context)
    lines += [Line("")] + facts.cultivation
    if place.grant == nil {
      lines += fact(.Cultivation.grant, context.line(.Cultivation.notPaid, .warning))
    }
    if place.activities.isEmpty {
      lines += fact(.Cultivation.activities, context.line(.Cultivation.noActivity, .dim))
    }
    if state == .lost, place.announced == nil {
      lines += fact(.Frame.announced, context.line(.Cultivation.notAnnounced, .warning))
    }
    lines += facts.letters
    if state == .lost, !dossier.publicity.sent(.revoked) {
      lines += fact(.Cultivation.letters, context.line(.Cultivation.letterNotSent, .warning))
    }
    return lines
  }

  private func nextReport(of row: QueueRow, _ context: Context) -> Line {
    let today = context.now.day
    guard let due = row.reportDue else { return context.line(.Cultivation.allReportsIn, .good) }
    let left = today.days(until: due)
    if left < 0 { return context.line(.Cultivation.overdue(due, days: -left), .bad) }
    return context.line(
      .Cultivation.dueIn(
        due, days: left, working: context.calendar.workingDays(from: today, to: due),
        isProvisional: context.calendar.isProvisional(due)),
      left <= Self.reportDays ? .warning : .text)
  }
}
