import Criteria
import Foundation
import Procedure
import Terminal

/// Agenda and checklist.
extension OnSiteScreen {
  func paintAgenda(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let visit else { return }
    let room = TitleBand(
      context.line(.OnSite.part(.agenda)),
      note: context.line(.OnSite.visitDays(visit.from, visit.until), .dim),
      isFocused: isFocused(.agenda)
    ).paint(on: &canvas, in: rect)
    let rows = agendaRows
    if rows.isEmpty {
      canvas.put(context.line(.OnSite.noAgenda, .dim), in: room.row(0).inset(columns: 1))
    }
    let current = currentLine
    TreeView(count: rows.count, name: "agenda", isFocused: isFocused(.agenda)) { index in
      switch rows[index] {
      case .day(let day, let number): .heading(context.line(.OnSite.dayOfVisit(day, number)))
      case .line(let place):
        agendaRow(visit.agenda[place], isCurrent: place == current, context)
      }
    }.paint(on: &canvas, in: room, state: agendaList)
  }

  private func agendaRow(
    _ line: AgendaLine, isCurrent: Bool, _ context: Context
  ) -> TreeView.Row {
    let style: Style = line.done ? .dim : isCurrent ? .title : .text
    var spans: [Line.Span] = [
      .init(line.done ? "✓ " : isCurrent ? "● " : "  ", line.done ? .good : .accent),
      .init(line.time + " ", line.done ? .dim : .text),
      .init(context.say(.agenda(line.kind)), style),
    ]
    if !line.title.isEmpty { spans.append(.init(" " + line.title, .dim)) }
    return .item(Line(spans))
  }

  func paintChecks(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard checklist.sections.indices.contains(section) else {
      let title = TitleBand(
        context.line(.OnSite.part(.checks)), note: filterNote(context),
        isFocused: isFocused(.checks))
      let room = title.paint(on: &canvas, in: rect).inset(columns: 1)
      let words: Phrase = checklist.total > 0 ? .OnSite.allChecked : .OnSite.noChecks
      canvas.put(context.line(words, checklist.total > 0 ? .good : .dim), in: room.row(0))
      return
    }
    let shown = checklist.sections[section]
    let title =
      Line("\(shown.category.id) \(context.say(shown.category.name))")
      + Line("  \(shown.done)/\(shown.total)", shown.done == shown.total ? .good : .text)
    let place = Line("  ← \(section + 1)/\(checklist.sections.count) →", .dim)
    let room = TitleBand(
      title, note: filterNote(context) + place, isFocused: isFocused(.checks)
    ).paint(on: &canvas, in: rect)
    TreeView(count: shown.rows.count, name: "checks", isFocused: isFocused(.checks)) { index in
      switch shown.rows[index] {
      case .item(let item): itemRow(item, context)
      case .check(let check): checkRow(check, context)
      }
    }.paint(on: &canvas, in: room, state: checkList)
  }

  private func filterNote(_ context: Context) -> Line {
    onlyOpen ? context.line(.OnSite.onlyOpen, .warning) : Line("")
  }

  private func itemRow(_ item: Item, _ context: Context) -> TreeView.Row {
    let material = visit?.material[item.id].map { context.line(.OnSite.material($0), .dim) }
    return .heading(
      Line("\(item.id) \(context.say(item.name))"), note: material ?? Line(""))
  }

  private func checkRow(_ check: Check, _ context: Context) -> TreeView.Row {
    let tick = visit?.tick(check.id)
    let sign: Line.Span
    if let pending, pending.check == check.id {
      sign = .init("\(pending.outcome.sign)? ", Self.style(of: pending.outcome).strong)
    } else if let outcome = tick?.finding.outcome {
      sign = .init("\(outcome.sign)  ", Self.style(of: outcome).strong)
    } else {
      sign = .init("·  ", .dim)
    }
    let origin = context.say(.OnSite.origin(check.origin))
    let method = tick?.finding.method ?? check.method
    return .item(
      Line([sign, .init(check.text, tick == nil ? .text : .dim)]),
      note: Line([
        .init(origin.isEmpty ? "" : origin + " ", .info),
        .init(context.say(.OnSite.method(method)), .dim),
      ]))
  }
}
