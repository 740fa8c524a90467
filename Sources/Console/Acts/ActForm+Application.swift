import Criteria
import Foundation
import Procedure
import Terminal

/// The application form in parts: its fields and declarations, three years, the group's others.
extension ActForm {
  mutating func application(_ act: CaseActName) {
    let form = dossier.admission.form ?? ApplicationForm()
    switch act {
    case .form:
      choice(
        "kind", .Act.organisation, OrganisationKind.allCases.map(Phrase.organisation),
        selected: OrganisationKind.allCases.firstIndex(of: form.kind) ?? 0)
      text("address", .formGap(.address), form.address, isRequired: true)
      text(
        "legalRepresentative", .formGap(.legalRepresentative), form.legalRepresentative,
        isRequired: true)
      text("qualityOfficer", .formGap(.qualityOfficer), form.qualityOfficer, isRequired: true)
      text("appointment", .Act.appointment, form.appointment)
      text("contact", .formGap(.contact), form.contact, isRequired: true)
      text("industryCode", .formGap(.industryCode), form.industryCode, isRequired: true)
      choice(
        "size", .Act.sizeClass, [.none] + SizeClass.allCases.map(Phrase.size),
        selected: form.size.flatMap { SizeClass.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
      text(
        "modelSince", .formGap(.modelSince), form.modelSince?.description ?? "",
        isRequired: true, help: .Act.monthHelp)
      text("group", .Act.group, form.group)
      text("systems", .Act.systems, form.systems.joined(separator: "、"), help: .Setup.listHelp)
      text("awards", .Act.awards, form.awards.joined(separator: "、"), help: .Setup.listHelp)
      for declaration in Declaration.allCases {
        choice(
          declaration.rawValue, .declaration(declaration),
          [.Act.unanswered, .Setup.yes, .Setup.no],
          selected: form.declarations[declaration].map { $0 ? 1 : 2 } ?? 0)
      }
    case .figures:
      lines.append(.Act.figuresMeans)
      for figures in Self.years(of: form, context) {
        for figure in YearFigure.allCases {
          text(
            figure.field(of: figures.year), .plain("\(figures.year) ") + .Act.figure(figure),
            figure.text(of: figures))
        }
      }
    case .controlled:
      lines.append(.Act.controlledMeans)
      let known =
        form.controlled.isEmpty
        ? dossier.application.controlled.map { ControlledOrganisation(name: $0) } : form.controlled
      area(
        "controlled", .Case.controlled, known.map(ControlledLine.text).joined(separator: "\n"),
        rows: 8)
    case .amend:
      let application = dossier.application
      text("name", .organisation, application.name, isRequired: true)
      text("creditCode", .Case.creditCode, application.creditCode)
      text("industry", .industry, application.industry, isRequired: true)
      text("staff", .Case.size, application.staff.map { "\($0)" } ?? "")
      text("founded", .Case.foundedIn, application.founded.map { "\($0)" } ?? "")
      text("list", .Case.controlled, application.controlled.joined(separator: "、"))
    default:
      lines.append(.Act.copiesMeans(context.parameters.copies, context.parameters.evidenceCopies))
      for kind in DocumentKind.allCases {
        let count = dossier.admission.copies[kind]
        text(
          kind.rawValue, .document(kind),
          count.map { "\($0.electronic) \($0.paper)" } ?? "", help: .Act.copiesHelp)
      }
    }
  }
}

extension ActForm {
  /// The three years of which figures are asked for, with what is known of them (E2).
  static func years(of form: ApplicationForm, _ context: Context) -> [YearFigures] {
    let last = (context.year ?? context.cycle.year ?? context.now.day.year) - 1
    return (0..<3).map { place in
      form.years.indices.contains(place)
        ? form.years[place] : YearFigures(year: last - 2 + place)
    }
  }
}

/// One of the figures that are asked for of each year (E2).
enum YearFigure: String, CaseIterable {
  case revenue, profit, tax, assets, productivity, researchShare, rank

  /// The name of its field in the form.
  func field(of year: Int) -> String { "\(year)/\(rawValue)" }

  /// The figure as text; empty where it is not known.
  func text(of figures: YearFigures) -> String {
    let number: (any CustomStringConvertible)? =
      switch self {
      case .revenue: figures.revenue
      case .profit: figures.profit
      case .tax: figures.tax
      case .assets: figures.assets
      case .productivity: figures.productivity
      case .researchShare: figures.researchShare
      case .rank: figures.rank
      }
    return number?.description ?? ""
  }
}

/// A controlled organisation in one line: name, code, month of introduction, the rules it meets.
enum ControlledLine {
  static func text(_ organisation: ControlledOrganisation) -> String {
    let met = [Rule.E1, .E2, .E3].filter { rule in
      let asked = Declaration.allCases.filter { $0.rule == rule }
      return asked.allSatisfy { organisation.declarations[$0] == true }
    }
    return [
      organisation.name, organisation.creditCode,
      organisation.modelSince?.description ?? "",
      met.map(\.rawValue).joined(separator: " "),
    ].joined(separator: "，")
  }

  /// Reads a line; nil where it has no name, or a month or a rule that is none.
  static func parse(_ text: String) -> ControlledOrganisation? {
    let parts = text.split(omittingEmptySubsequences: false) { "，,;；".contains($0) }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard let name = parts.first, !name.isEmpty, parts.count <= 4 else { return nil }
    let month = parts.count > 2 ? parts[2] : ""
    let since = YearMonth(month)
    if !month.isEmpty, since == nil { return nil }
    var declarations: [Declaration: Bool] = [:]
    if parts.count > 3 {
      let named = parts[3].uppercased().split { $0.isWhitespace || $0 == "、" }.map(String.init)
      guard named.allSatisfy({ ["E1", "E2", "E3"].contains($0) }) else { return nil }
      for item in Declaration.allCases where item.rule != .M1 {
        declarations[item] = named.contains(item.rule.rawValue)
      }
    }
    return ControlledOrganisation(
      name: name, creditCode: parts.count > 1 ? parts[1] : "", declarations: declarations,
      modelSince: since)
  }
}
