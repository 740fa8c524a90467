import Foundation
import Procedure
import Store
import Terminal

/// What the pane at the side or below says of what is selected.
extension TermsScreen {
  func paintDetail(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let (title, lines) = detail(width: max(1, rect.width - 2), context)
    let room = TitleBand(title).paint(on: &canvas, in: rect).inset(columns: 1)
    for (row, line) in lines.prefix(room.height).enumerated() {
      canvas.put(line, in: room.row(row))
    }
  }

  private func detail(width: Int, _ context: Context) -> (title: Line, lines: [Line]) {
    if part != .terms, let id = selectedCase(context) {
      return detail(of: id, width: width, context)
    }
    switch part {
    case .terms:
      guard let row = row(list.selection) else { return (Line(""), []) }
      return (Line("\(row.dossier)  \(row.name)"), lines(of: row, width: width, context))
    case .notices:
      guard let batch = selectedBatch(context) else { return (Line(""), []) }
      return (
        context.line(TermsWords.name(of: batch)), lines(of: batch, width: width, context)
      )
    case .meetings:
      guard let row = selectedMeeting(context) else { return (Line(""), []) }
      return (context.line(.meeting(row.kind)), lines(of: row, width: width, context))
    case .letters: return (Line(""), [])
    }
  }

  private func facts(_ facts: [(Phrase, Line)], _ width: Int, _ context: Context) -> [Line] {
    facts.flatMap { FactLines.lines($0.0, $0.1, width: width, context) }
  }

  private func basis(_ rule: Rule, _ context: Context) -> (Phrase, Line) {
    (.Terms.rule, Line("\(rule.rawValue)  ", .accent) + context.line(Phrase(rule.clause), .dim))
  }

  // MARK: A term, a notice, a meeting

  private func lines(of row: TermRow, width: Int, _ context: Context) -> [Line] {
    let term = row.term
    var lines = facts(
      [
        (.Terms.what, context.line(.term(term.kind), .title)),
        (.Terms.until, Line("\(term.since) – ") + until(term, context)),
        (.Terms.afterwards, context.line(.afterwards(term.kind))), basis(term.rule, context),
        (.stageHeader, context.line(.stage(row.stage), .dim)),
      ], width, context)
    if term.provisional {
      let means: Phrase = term.isFixed ? .Terms.leftIsProvisional : .Terms.provisionalMeans
      lines += context.line(means, .warning).wrapped(to: width)
    }
    return lines
  }

  private func lines(of batch: NoticeBatch, width: Int, _ context: Context) -> [Line] {
    var facts: [(Phrase, Line)] = [(.Terms.state, state(of: batch, context))]
    if let since = batch.since, let until = batch.until {
      facts.append(
        (
          .Terms.until,
          Line("\(since) – ")
            + (batch.isOver(on: context.now.day)
              ? Line("\(until)  ") + context.line(.Terms.over, .warning)
              : Self.until(until, isProvisional: batch.isProvisional, context))
        ))
    } else if let notice = batch.notice {
      facts.append(
        (.dueHeader, context.line(.Terms.length(notice.days(context.parameters)))))
    }
    if let notice = batch.notice {
      facts.append((.Terms.afterwards, context.line(.afterwards(notice.term))))
    }
    facts.append(basis(batch.rule, context))
    facts.append((.Terms.members, context.line(TermsWords.names(of: batch.members))))
    if batch.members.isEmpty { facts.removeLast() }
    var lines = self.facts(facts, width, context)
    if batch.isProvisional {
      lines += context.line(.Terms.provisionalMeans, .warning).wrapped(to: width)
    }
    if batch.isReady, !batch.members.isEmpty {
      lines += [Line("")] + context.line(.Terms.allOrNone, .dim).wrapped(to: width)
    }
    return lines
  }

  private func lines(of row: MeetingPage.Row, width: Int, _ context: Context) -> [Line] {
    var facts: [(Phrase, Line)] = []
    if let meeting = row.meeting {
      let names = meeting.present.map(context.name).joined(separator: "、")
      facts = [
        (.number, Line(meeting.id.rawValue)), (.Terms.day, Line("\(meeting.day)")),
        (
          .Terms.present,
          names.isEmpty ? context.line(.Terms.nobodyPresent, .dim) : Line(names)
        ),
      ]
    }
    facts.append(basis(row.kind.rule, context))
    facts.append(
      (.Terms.waiting, context.line(.Terms.organisations(waiting(for: row.kind, context).count))))
    return self.facts(facts, width, context)
  }

  // MARK: A case

  /// Its notices, objections with their due days, letters and decisions.
  private func detail(
    of id: CaseID, width: Int, _ context: Context
  ) -> (title: Line, lines: [Line]) {
    guard let dossier, dossier.id == id else {
      return (Line(id.rawValue), [context.line(.Case.reading, .dim)])
    }
    let stage = facts(
      [
        (.stageHeader, context.line(.stage(dossier.stage), .accent)),
        (
          .district,
          context.line(.districtOf(dossier.application.district, context.parameters), .dim)
        ),
      ], width, context)
    return (
      Line("\(dossier.id)  \(dossier.application.name)"),
      stage + FrameFacts(dossier: dossier, width: width, context: context).publicity
    )
  }
}
