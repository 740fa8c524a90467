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
    return Self.cell(Line(context.name(person)), 10)
      + Self.cell(context.line(role, .info), 8)
      + Self.cell(declaration(of: person, dossier, context), 16)
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

  /// A line made as wide as its column.
  static func cell(_ line: Line, _ width: Int) -> Line {
    let fitted = line.fitted(to: width - 1)
    return fitted + Line(String(repeating: " ", count: max(0, width - fitted.width())))
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

/// A label with its value, wrapped under itself.
enum FactLines {
  private static let labelWidth = 12

  /// - Parameter labelWidth: Columns of the label, one blank included.
  static func lines(
    _ label: Phrase, _ value: Line, width: Int, labelWidth: Int = labelWidth, _ context: Context
  ) -> [Line] {
    let head = DossierScreen.cell(context.line(label, .dim), labelWidth)
    let blank = Line(String(repeating: " ", count: labelWidth))
    return value.wrapped(to: max(1, width - labelWidth)).enumerated().map {
      ($0.offset == 0 ? head : blank) + $0.element
    }
  }
}

/// What is known of an applicant in the clear, as lines.
enum ApplicationFacts {
  static func lines(_ application: Application, width: Int, _ context: Context) -> [Line] {
    var facts: [(Phrase, Line)] = [
      (.Case.creditCode, code(application.creditCode, context)),
      (.district, context.line(.districtOf(application.district, context.parameters))),
      (.industry, Line(application.industry)),
    ]
    if let staff = application.staff { facts.append((.Case.size, context.line(.staff(staff)))) }
    if let year = application.founded { facts.append((.Case.foundedIn, Line("\(year)"))) }
    if let year = application.modelSince { facts.append((.Case.modelSince, Line("\(year)"))) }
    if let sector = application.exemptSector {
      facts.append((.Case.exemption, context.line(.sector(sector), .info)))
    }
    if !application.encouraged.isEmpty {
      let marks = application.encouraged.map { "◆ " + context.say(.encouragement($0)) }
      facts.append((.Case.encouraged, Line(marks.joined(separator: "  "), .info)))
    }
    if !application.controlled.isEmpty {
      facts.append((.Case.controlled, Line(application.controlled.joined(separator: "、"))))
    }
    return facts.flatMap { FactLines.lines($0.0, $0.1, width: width, context) }
  }

  private static func code(_ text: String, _ context: Context) -> Line {
    if text.isEmpty { return context.line(.none, .dim) }
    guard let fault = CreditCode(text).fault else { return Line(text) }
    return Line(text) + Line("  ") + context.line(.Setup.codeFault(fault), .warning)
  }
}
