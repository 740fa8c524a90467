import Criteria
import Foundation
import Procedure
import Terminal

// MARK: The application form (M1)

extension ActField where Value == ApplicationForm {
  /// Its fields and declarations.
  static func applicationForm(_ form: ApplicationForm) -> ActField {
    let fields: [ActField<Patch<ApplicationForm>>] = [
      .set(
        \.kind,
        .choice(
          "kind", .Act.organisation, each: Phrase.organisation, selected: form.kind,
          refused: .otherwise
        )),
      .set(
        \.address, .text("address", .formGap(.address), form.address, refused: .about(.address))),
      .set(
        \.legalRepresentative,
        .text(
          "legalRepresentative", .formGap(.legalRepresentative), form.legalRepresentative,
          refused: .about(.legalRepresentative)
        )),
      .set(
        \.qualityOfficer,
        .text(
          "qualityOfficer", .formGap(.qualityOfficer), form.qualityOfficer,
          refused: .about(.qualityOfficer))),
      .set(
        \.appointment,
        .code(
          "appointment", .Act.appointment, form.appointment, isRequired: false,
          refused: .about(.appointment)
        )),
      .set(
        \.contact, .text("contact", .formGap(.contact), form.contact, refused: .about(.contact))),
      .set(
        \.industryCode,
        .code(
          "industryCode", .formGap(.industryCode), form.industryCode, refused: .about(.industryCode)
        )),
      .set(
        \.size,
        ActField<SizeClass?>.choice(
          "size", .Act.sizeClass,
          [(.none, nil)] + SizeClass.allCases.map { (.size($0), $0) },
          selected: form.size.flatMap { SizeClass.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        )),
      .set(\.modelSince, .month("modelSince", .formGap(.modelSince), form.modelSince)),
      .set(
        \.group, .text("group", .Act.group, form.group, isRequired: false, refused: .about(.group))),
      .set(\.systems, .list("systems", .Act.systems, form.systems, refused: .about(.systems))),
      .set(\.awards, .list("awards", .Act.awards, form.awards, refused: .about(.awards))),
    ]
    let declarations: [ActField<Patch<ApplicationForm>>] = Declaration.allCases.map { declaration in
      .set(
        ActField<Bool?>.choice(
          declaration.rawValue, .declaration(declaration),
          [(.Act.unanswered, nil), (.Setup.yes, true), (.Setup.no, false)],
          selected: form.declarations[declaration].map { $0 ? 1 : 2 } ?? 0)
      ) { $0.declarations[declaration] = $1 }
    }
    return .record(form, fields + declarations)
  }

  /// The figures of three years; a field left empty is not known (E2).
  static func figures(of scene: CaseScene) -> ActField {
    var form = scene.form
    form.years = scene.years
    return .record(
      form,
      form.years.enumerated().flatMap { place, year in
        YearFigure.allCases.map { figure in
          let label = Phrase.plain("\(year.year) ") + .Act.figure(figure)
          let name = figure.field(of: year.year)
          let text = figure.text(of: year)
          func part<Number>(
            _ field: ActField<Number>, _ path: WritableKeyPath<YearFigures, Number> & Sendable
          ) -> ActField<Patch<ApplicationForm>> {
            field.map { number in Patch { $0.years[place][keyPath: path] = number } }
          }
          let unit = figure.unit
          let refused: (Refusal.Field) -> Refused = { .about($0, year: year.year) }
          func amount(
            _ path: WritableKeyPath<YearFigures, Amount?> & Sendable, _ refused: Refused
          ) -> ActField<Patch<ApplicationForm>> {
            part(.amount(name, label, text, unit, refused), path)
          }
          switch figure {
          case .revenue: return amount(\.revenue, refused(.revenue))
          case .profit: return amount(\.profit, refused(.profit))
          case .tax: return amount(\.tax, refused(.tax))
          case .assets: return amount(\.assets, refused(.assets))
          case .productivity: return amount(\.productivity, refused(.productivity))
          case .researchShare: return amount(\.researchShare, refused(.researchShare))
          case .rank: return part(.whole(name, label, text, unit, refused(.rank)), \.rank)
          }
        }
      })
  }

  /// The group's organisations, a line each (E6).
  static func controlled(of scene: CaseScene) -> ActField {
    let form = scene.form
    let known =
      form.controlled.isEmpty
      ? scene.dossier.application.controlled.map { ControlledOrganisation(name: $0) }
      : form.controlled
    let codes = Set(known.map { CreditCode($0.creditCode).text })
    return .line(
      "controlled", .Case.controlled, known.map(ControlledLine.text).joined(separator: "\n"),
      rows: 8, probes: [form], refused: .otherwise
    ) { text throws(Wrong) in
      var filled = form
      filled.controlled = []
      for line in text.lines.map(String.init) where !line.isBlank {
        guard let organisation = ControlledLine.parse(line) else {
          throw Wrong(why: .Act.badControlled(line))
        }
        filled.controlled.append(organisation)
      }
      return filled
    } doubting: { filled in
      filled.controlled.map { CreditCode($0.creditCode) }.filter { !codes.contains($0.text) }
        .flatMap { $0.doubt ?? [] }
    }
  }
}

extension ActField where Value == Int? {
  /// A whole number, or nothing where it is not known.
  fileprivate static func whole(
    _ name: String, _ label: Phrase, _ text: String, _ unit: TypedNumber.Unit, _ refused: Refused
  ) -> ActField {
    .line(name, label, text, probes: [nil], refused: refused) { text throws(Wrong) in
      try unit.whole(text)
    }
  }
}

extension ActField where Value == Amount? {
  /// An amount, or nothing where it is not known.
  fileprivate static func amount(
    _ name: String, _ label: Phrase, _ text: String, _ unit: TypedNumber.Unit, _ refused: Refused
  ) -> ActField {
    .line(name, label, text, help: .figureHelp(unit), probes: [nil], refused: refused) {
      text throws(Wrong) in try unit.amount(text)
    }
  }
}

extension ActField where Value == YearMonth? {
  /// A month that must be given.
  fileprivate static func month(
    _ name: String, _ label: Phrase, _ month: YearMonth?
  ) -> ActField {
    .line(
      name, label, month?.description ?? "", isRequired: true, help: .Act.monthHelp, probes: [nil],
      refused: .about(.modelSince)
    ) { text throws(Wrong) in
      guard let month = YearMonth(text) else { throw Wrong(why: .Act.monthHelp) }
      return month
    }
  }
}

extension ActField where Value == Application {
  /// What the registration said, to be amended until the district recommends (M7).
  static func application(_ known: Application, _ districts: [District]) -> ActField {
    .record(
      known,
      [
        .set(\.name, .text("name", .organisation, known.name, refused: .otherwise)),
        .set(
          \.district,
          .district(of: districts, selected: known.district, help: .Act.otherDistrictHelp)),
      ] + known.registration)
  }
}

extension ActField where Value == [DocumentKind: CopyCount] {
  /// Electronic and paper copies of each kind of document; empty for none (M6).
  static func copies(_ known: [DocumentKind: CopyCount]) -> ActField {
    ActField<[DocumentKind: CopyCount?]>.each(DocumentKind.allCases) { kind in
      .line(
        kind.rawValue, .document(kind),
        known[kind].map { "\($0.electronic) \($0.paper)" } ?? "", help: .Act.copiesHelp,
        probes: [nil], refused: kind == .applicationForm ? .otherwise : .never
      ) { text throws(Wrong) in
        // What stands between the numbers is words: «电子 1 份，纸质 3 份».
        let words = text.precomposedStringWithCompatibilityMapping
          .split { !$0.isNumber && !"-.".contains($0) }
        if text.isEmpty { return nil }
        var numbers: [Int] = []
        for word in words {
          numbers += [try TypedNumber.Unit.copies.whole(String(word))].compactMap { $0 }
        }
        guard numbers.count == 2 else { throw Wrong(why: .Act.copiesHelp) }
        return CopyCount(electronic: numbers[0], paper: numbers[1])
      }
    }.map { $0.compactMapValues { $0 } }
  }
}

extension CaseScene {
  /// The three years of which figures are asked for, with what is known of them (E2).
  fileprivate var years: [YearFigures] {
    let last = (context.year ?? context.cycle.year ?? today.year) - 1
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

  /// The figure as text, without its unit; empty where it is not known.
  func text(of figures: YearFigures) -> String {
    let number: String? =
      switch self {
      case .revenue: figures.revenue?.grouped
      case .profit: figures.profit?.grouped
      case .tax: figures.tax?.grouped
      case .assets: figures.assets?.grouped
      case .productivity: figures.productivity?.grouped
      case .researchShare: figures.researchShare?.grouped
      case .rank: figures.rank?.description
      }
    return number ?? ""
  }

  /// In what it is counted.
  var unit: TypedNumber.Unit {
    switch self {
    case .revenue, .profit, .tax, .assets, .productivity: .tenThousandYuan
    case .researchShare: .percent
    case .rank: .rank
    }
  }

  /// The figure with its name and unit; nil where it is not known.
  func fact(of figures: YearFigures) -> Phrase? {
    let text = text(of: figures)
    guard !text.isEmpty else { return nil }
    let name = Phrase.Act.figure(self) + .plain(" \(text)")
    return unit == .tenThousandYuan ? name + .tenThousandYuan : name
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
      name: name, creditCode: CreditCode(parts.count > 1 ? parts[1] : "").text,
      declarations: declarations,
      modelSince: since)
  }
}
