import Foundation
import Procedure
import Store
import Terminal

/// What is known of the selected row, as lines.
extension SupervisionScreen {
  func detailTitle(_ context: Context) -> Line {
    switch page {
    case .complaints: Line(selected?.complaint.id.rawValue ?? "")
    case .watch: watch.selected.map { Self.title($0.dossier, $0.name, context) } ?? Line("")
    case .assessments:
      assessed.selected.map { Self.title($0.dossier, $0.name, context) } ?? Line("")
    }
  }

  private static func title(_ dossier: CaseID?, _ name: String, _ context: Context) -> Line {
    dossier.map { Line("\($0)  \(name)") } ?? context.line(.Supervision.noCaseAtAll)
  }

  func detailLines(width: Int, _ context: Context) -> [Line] {
    switch page {
    case .complaints:
      selected.map { lines(of: $0, width: width, context) }
        ?? context.line(.Supervision.lettersComeHere, .dim).wrapped(to: width)
    case .watch:
      watch.selected.map { lines(of: $0, width: width, context) }
        ?? context.line(.Supervision.neverAVerdict, .dim).wrapped(to: width)
    case .assessments:
      assessed.selected.map { lines(of: $0, width: width, context) }
        ?? context.line(.Supervision.assessmentsMean, .dim).wrapped(to: width)
    }
  }

  // MARK: A complaint

  private func lines(
    of investigation: Investigation, width: Int, _ context: Context
  ) -> [Line] {
    let complaint = investigation.complaint
    var facts: [(Phrase, Line)] = [
      (.Supervision.standing, Self.standing(of: investigation, context)),
      (.Supervision.topic, context.line(.topic(complaint.topic))),
      (.Supervision.source, context.line(.source(complaint.source))),
    ]
    if let dossier = complaint.dossier {
      facts.append((.Supervision.aboutCase, name(of: dossier, context)))
      if let state = dossiers[dossier] {
        facts.append((.stageHeader, context.line(.stage(state.stage))))
      }
    }
    if let person = complaint.person {
      facts.append((.Supervision.person, Line(context.name(person)) + Line("  \(person)", .dim)))
      let sanctions = context.cycle.sanctions[person] ?? []
      if !sanctions.isEmpty {
        let words = sanctions.map { context.say(.sanction($0)) }.joined(separator: "、")
        facts.append((.Supervision.sanctionLabel, Line(words, .warning)))
      }
    }
    facts.append(
      (
        .Supervision.lodgedBy,
        Line(context.name(investigation.lodgedBy))
          + Line("  \(Self.short(investigation.lodgedAt))", .dim)
      ))
    var lines = FactLines.lines(facts, width: width, context)
    lines += [Line("")] + Line(complaint.text).wrapped(to: width)
    lines += [Line(""), context.line(.Supervision.steps, .title)]
    if investigation.steps.isEmpty { lines.append(context.line(.Supervision.noSteps, .dim)) }
    for step in investigation.steps {
      lines.append(Line("\(Self.short(step.at))  \(context.name(step.by))", .dim))
      lines += Line(step.text).wrapped(to: width)
    }
    return lines + conclusion(of: investigation, width: width, context)
  }

  private func name(of dossier: CaseID, _ context: Context) -> Line {
    guard let state = dossiers[dossier] else {
      let why = missing[dossier] ?? .Case.reading
      return Line("\(dossier)  ") + context.line(why, missing[dossier] == nil ? .dim : .warning)
    }
    return Line("\(dossier) \(state.application.name)")
  }

  private func conclusion(
    of investigation: Investigation, width: Int, _ context: Context
  ) -> [Line] {
    guard let outcome = investigation.outcome, let closedAt = investigation.closedAt else {
      return []
    }
    var facts: [(Phrase, Line)] = [
      (.Supervision.outcome, context.line(.outcome(outcome), .accent))
    ]
    if let measure = investigation.measure {
      facts.append((.Supervision.measure, context.line(.measure(measure))))
    }
    facts.append((.Supervision.closed, Line(Self.short(closedAt), .dim)))
    return [Line(""), context.line(.Supervision.finding, .title)]
      + FactLines.lines(facts, width: width, context)
      + Line(investigation.finding).wrapped(to: width)
  }

  // MARK: An oddity

  private func lines(of line: WatchLine, width: Int, _ context: Context) -> [Line] {
    let rule = line.oddity.rule
    var lines = context.line(.oddity(line.oddity, context), .title).wrapped(to: width)
    lines += FactLines.lines(
      .Supervision.rule,
      Line("\(rule.rawValue)  ")
        + context.line(Phrase(context.cycle.letterhead.clause(of: rule)), .dim),
      width: width, context)
    lines += FactLines.lines(
      .Supervision.kindLabel,
      context.line(.Supervision.kind(OddityKind(line.oddity))), width: width, context)
    let others = WatchLine.lines(of: pass.rows.filter { $0.dossier == line.dossier }, kind: nil)
      .filter { $0 != line && ($0.dossier != nil || OddityKind($0.oddity) != .clockAhead) }
    if line.dossier == nil, OddityKind(line.oddity) == .clockAhead {
      lines +=
        [Line("")]
        + context.line(.Supervision.jumpsByCase, .dim).wrapped(to: width)
    }
    if !others.isEmpty {
      lines += [
        Line(""),
        context.line(line.dossier == nil ? .Supervision.alsoAround : .Supervision.alsoHere, .title),
      ]
      lines += others.flatMap {
        context.line(.oddity($0.oddity, context)).wrapped(to: width)
      }
    }
    return lines + [Line("")] + context.line(.Supervision.neverAVerdict, .dim).wrapped(to: width)
  }

  // MARK: Assessments of a visit

  private func lines(of row: WatchRow, width: Int, _ context: Context) -> [Line] {
    var lines: [Line] = []
    if let panel = row.panel {
      lines += FactLines.lines(
        .Case.panel, Line(panelName(panel, context)), width: width, context)
    }
    for direction in Assessment.Direction.allCases {
      lines += [Line(""), context.line(.assessment(direction), .title)]
      guard let assessment = row.assessments[direction] else {
        lines.append(context.line(.Supervision.notAssessed, .dim))
        continue
      }
      for topic in SupervisionTopic.allCases {
        guard let grade = assessment.grades[topic] else { continue }
        let line = context.line(.Act.grade(grade), Self.isLow(grade) ? .warning : .text)
        lines.append(FactLines.cell(line, 12) + context.line(.Act.assessed(topic)))
      }
      if !assessment.text.isBlank { lines += Line(assessment.text).wrapped(to: width) }
    }
    return lines
  }
}
