import Foundation
import Procedure
import Store
import Terminal

/// The forms of the set-up.
extension SetupScreen {
  /// Opens a form anew that was left unfinished, on what it was about.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    let (kind, name) = Self.parts(of: place.form)
    func open(_ part: Part, _ action: String) -> [Effect] {
      show(part)
      return begin(action, context)
    }
    switch (kind, name) {
    case ("cycle", _): return open(.cycle, "enter")
    case ("call", _), ("clock", _): return open(.cycle, kind)
    case ("proposal", _): return open(.panels, "propose")
    case ("person", nil): return open(.people, "add")
    case ("panel", nil): return open(.panels, "add")
    case ("register", _): return open(.cases, "add")
    case ("person", let name?):
      show(.people)
      return context.cycle.people[PersonID(name)].map { [.open(personSheet($0, context))] } ?? []
    case ("panel", let name?):
      show(.panels)
      return context.cycle.panels[PanelID(name)].map { [.open(panelSheet($0, context))] } ?? []
    case ("attach", let name?):
      show(.cases)
      return rows.first { $0.application.id.rawValue == name }
        .map { [.open(attachSheet($0.application, context))] } ?? []
    default: return []
    }
  }

  func cycleSheet(_ context: Context) -> FormSheet {
    let year = context.now.day.year
    return FormSheet(
      id: "cycle", title: Phrase.Setup.openCycle.bare,
      lines: [.Setup.cycleMeans(context.parameters.city)],
      form: Form([
        .line("year", .Setup.year, "\(year)", isRequired: true, context),
        .line(
          "title", .Setup.cycleTitle, context.say(Phrase.Setup.cycleTitle(year)),
          isRequired: true, context),
      ]))
  }

  /// A new person, or one who is there to be changed.
  func personSheet(_ person: Person?, _ context: Context) -> FormSheet {
    let roles = Procedure.Role.allCases
    let districts = context.parameters.districts
    let taken = roles.indices.filter { person?.roles.contains(roles[$0]) ?? (roles[$0] == .expert) }
    var fields: [FormField] = []
    if person == nil {
      fields.append(
        .line("id", .number, "", isRequired: true, help: .Setup.personIDHelp, context))
    }
    fields += [
      .line("name", .Setup.personName, person?.name ?? "", isRequired: true, context),
      FormField(
        id: "roles", label: context.say(Phrase.Setup.roles),
        kind: .multiple(
          options: roles.map { context.say(.role($0)) }, selected: Set(taken), cursor: 0),
        isRequired: true, help: context.say(Phrase.History.kindsHelp)),
      .choice(
        "district", .district,
        of: [FormField.Option(.none)]
          + districts.map { FormField.Option(Phrase($0.name), $0.code.rawValue) },
        selected: person?.district?.rawValue, help: .Setup.districtHelp, context),
      .line(
        "employer", .Setup.employer, person?.employer ?? "", help: .Setup.employerHelp, context),
      .line(
        "consultancies", .Setup.consultancies,
        (person?.consultancies ?? []).joined(separator: "、"), help: .Setup.listHelp, context),
      .line(
        "expertise", .Setup.expertise, (person?.expertise ?? []).joined(separator: "、"),
        help: .Setup.listHelp, context),
    ]
    return FormSheet(
      id: person.map { "person/\($0.id)" } ?? "person",
      title: (person == nil ? Phrase.Setup.invite : .Setup.changePerson).bare,
      lines: [person.map { .plain("\($0.name)  \($0.id)") } ?? .Setup.inviteMeans],
      form: Form(fields))
  }

  /// Experts who may sit in a panel, by name in the log, and who sits in it already.
  func experts(_ context: Context, in panel: Panel?) -> [Person] {
    context.cycle.people.values
      .filter { $0.acts(as: .expert) && $0.active || panel?.members.contains($0.id) == true }
      .sorted { $0.id < $1.id }
  }

  /// A new panel, or one that is there to be changed.
  func panelSheet(_ panel: Panel?, _ context: Context) -> FormSheet {
    let experts = experts(context, in: panel)
    let options = experts.map {
      FormField.Option(
        .plain($0.name) + ($0.active ? .plain("") : .Setup.inactiveMark), $0.id.rawValue)
    }
    var fields: [FormField] = []
    if panel == nil {
      fields.append(
        .line("id", .number, "", isRequired: true, help: .Setup.panelIDHelp, context))
    }
    fields.append(.line("name", .Setup.name, panel?.name ?? "", isRequired: true, context))
    if panel == nil {
      fields.append(
        FormField(
          id: "stage", label: context.say(Phrase.Setup.panelStage),
          kind: .choice(
            options: PanelStage.allCases.map { context.say(.Case.stage($0)) }, selected: 0),
          help: context.say(Phrase.Case.sideArrowsHelp)))
    }
    fields += [
      .several(
        "members", .Setup.members, of: options, taken: Set((panel?.members ?? []).map(\.rawValue)),
        isRequired: true, context),
      .choice("leader", .Case.leader, of: options, selected: panel?.leader.rawValue, context),
      .choice(
        "deputy", .Case.deputy, of: [FormField.Option(.none)] + options,
        selected: panel?.deputy?.rawValue, context),
    ]
    let parameters = context.parameters
    return FormSheet(
      id: panel.map { "panel/\($0.id)" } ?? "panel",
      title: (panel == nil ? Phrase.Setup.formPanel : .Setup.changePanel).bare,
      lines: [.Setup.panelSizes(parameters.panelSize, parameters.onSitePanelSize)],
      form: Form(fields))
  }

  func attachSheet(_ application: Application, _ context: Context) -> FormSheet {
    FormSheet(
      id: "attach/\(application.id)", title: Phrase.Case.act(.attach).bare,
      lines: [.plain("\(application.id) \(application.name)"), .attaching(context.surroundings)],
      form: Form(DossierScreen.attachFields(context)))
  }

  func importSheet(_ id: String, _ context: Context) -> FormSheet {
    FormSheet(
      id: id, title: (id == "import" ? Phrase.Setup.importFile : .Setup.tryImport).bare,
      lines: [id == "import" ? .Setup.importHelp : .Setup.tryImportHelp], isKept: false,
      form: Form([.file(path, isRequired: true, help: .Setup.importPathHelp, context)]))
  }
}
