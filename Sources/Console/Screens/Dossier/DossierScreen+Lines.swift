import Foundation
import Procedure
import Terminal

/// The lines of the panes that are read: people and facts.
extension DossierScreen {
  // MARK: People

  func peopleLines(width: Int, _ context: Context) -> [Line] {
    guard let dossier else { return [] }
    var lines: [Line] = []
    for (stage, id) in [(PanelStage.material, dossier.panel), (.onSite, dossier.onSitePanel)] {
      guard let panel = id.flatMap({ context.cycle.panels[$0] }) else {
        if stage == .material { lines.append(context.line(.Case.noPanelYet, .dim)) }
        continue
      }
      if !lines.isEmpty { lines.append(Line("")) }
      lines.append(Line(panel.name, .title) + Line("  ") + context.line(.Case.stage(stage), .dim))
      lines += panel.members.map { memberLine($0, of: panel, dossier, context) }
    }
    return lines
  }

  private func memberLine(
    _ person: PersonID, of panel: Panel, _ dossier: CaseState, _ context: Context
  ) -> Line {
    let role: Phrase =
      person == panel.leader
      ? .Case.leader : person == panel.deputy ? .Case.deputy : .plain("")
    return FactLines.cell(Line(context.name(person)), 10)
      + FactLines.cell(context.line(role, .info), 8)
      + FactLines.cell(declaration(of: person, dossier, context), 16)
      + work(of: person, in: panel, dossier, context)
  }

  private func declaration(of person: PersonID, _ dossier: CaseState, _ context: Context) -> Line {
    if dossier.stepsBack(person) { return context.line(.Case.recused, .bad) }
    return dossier.isCleared(person)
      ? context.line(.Case.declared, .good) : context.line(.Case.undeclared, .dim)
  }

  /// How far a reviewer is, without anything of what they wrote (R4).
  private func work(
    of person: PersonID, in panel: Panel, _ dossier: CaseState, _ context: Context
  ) -> Line {
    if let interest = dossier.recusals[person] ?? dossier.declarations[person] ?? nil {
      return context.line(.ground(interest.ground), .dim)
    }
    guard panel.stage == .material else { return Line("") }
    guard dossier.designated.contains(person) else {
      return dossier.designated.isEmpty ? Line("") : context.line(.Case.notDesignated, .dim)
    }
    switch dossier.sheets[person]?.state {
    case .handedIn: return context.line(.Case.handedIn, .good)
    case .withdrawn: return context.line(.Case.withdrawn, .warning)
    case .started:
      let total = context.edition.items.count
      return ProgressBar(done: progress[person] ?? 0, total: total).line(width: 6)
    case nil: return context.line(.Case.notStarted, .dim)
    }
  }

  // MARK: Reading

  /// The lines of what is being read: the form's facts, or the text of a part.
  func readingLines(width: Int, _ context: Context) -> [Line] {
    guard let reader, let dossier else { return [] }
    switch reader.subject {
    case .document: return reader.lines(width: width)
    case .form: return FrameFacts(dossier: dossier, width: width, context: context).form
    }
  }

  // MARK: Facts

  func factLines(width: Int, _ context: Context) -> [Line] {
    guard let dossier else { return [] }
    return ApplicationFacts.lines(dossier.application, width: width, context)
      + FactLines.lines(
        .Case.registered, Line(dossier.registeredAt.description), width: width, context)
      + FrameFacts(dossier: dossier, width: width, context: context).lines
  }
}
