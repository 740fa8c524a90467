import Foundation
import Procedure
import Store
import Terminal

extension SetupScreen {
  func actions(_ context: Context) -> [Action] {
    [
      Action(
        "nextPart", .Setup.parts, keys: [.right, .tab], shown: .plain("Tab ←→"),
        help: .Setup.partsHelp, importance: 7),
      Action("previousPart", .Setup.parts, keys: [.left, .backTab], help: .Setup.partsHelp),
      Action("move", .choose, shown: .arrows, help: .Case.moveHelp, importance: 6),
    ] + partActions(context)
  }

  private func partActions(_ context: Context) -> [Action] {
    switch part {
    case .cycle: cycleActions(context)
    case .people: peopleActions
    case .panels:
      [
        Action(
          "enter", .Setup.changePanel, keys: [.enter], shown: .plain("Enter"),
          help: .Setup.changePanelHelp,
          availability: selectedPanel(context) == nil ? .disabled(.Setup.noPanels) : .available,
          importance: 8),
        Action(
          "add", .Setup.formPanel, keys: [.function(4)], shown: .plain("F4"),
          help: .Setup.formPanelHelp, importance: 9),
        Action(
          "propose", .Setup.propose, keys: [.function(6)], shown: .plain("F6"),
          help: .Setup.proposeHelp,
          availability: context.cycle.currentPanels.contains { $0.stage == .material }
            ? .available : .disabled(.Setup.noPanels), importance: 7),
      ]
    case .cases: caseActions(context)
    case .importing:
      [
        Action(
          "enter", .Setup.tryImport, keys: [.enter, .function(4)], shown: .plain("Enter"),
          help: .Setup.tryImportHelp, importance: 9),
        Action(
          "import", .Setup.importFile, keys: [.function(6)], shown: .plain("F6"),
          help: .Setup.importHelp, importance: 8),
      ]
    case .backups: backupActions(context)
    case .parameters:
      [
        Action(
          "adopt", .Setup.adopt, keys: [.function(4)], shown: .plain("F4"),
          help: .Setup.adoptHelp,
          availability: context.cycle.year == nil || context.cycle.isClosed
            ? .available : .disabled(.reason(.cycleOpen, context)), importance: 8)
      ]
    }
  }

  private var peopleActions: [Action] {
    let account = selectedAccount
    func only(_ standing: Standing) -> Availability {
      guard let account else { return .disabled(.Setup.nobody) }
      return account.standing == standing
        ? .available : .disabled(.Setup.standsElsewhere(account.standing))
    }
    let hasPerson: Availability = account == nil ? .disabled(.Setup.nobody) : .available
    let next: Phrase =
      switch account?.standing {
      case .invited: .Setup.inviteAgain
      case .joined: .Setup.compare
      case .confirmed, nil: .Setup.changePerson
      }
    return [
      Action(
        "enter", next, keys: [.enter], shown: .plain("Enter"), help: .Setup.personNextHelp,
        availability: hasPerson, importance: 9),
      Action(
        "add", .Setup.invite, keys: [.function(4)], shown: .plain("F4"), help: .Setup.inviteHelp,
        importance: 9),
      Action(
        "change", .Setup.changePerson, keys: [.function(6)],
        shown: .plain(account?.standing == .confirmed ? "" : "F6"),
        help: .Setup.changePersonHelp, availability: hasPerson, importance: 2),
      Action(
        "toggle", account?.person.active == false ? .Setup.activate : .Setup.deactivate,
        keys: [.function(7)], shown: .plain("F7"), help: .Setup.deactivateHelp,
        availability: hasPerson, importance: 2),
      Action(
        "compare", .Setup.compare, help: .Setup.compareHelp, availability: only(.joined)),
      Action(
        "inviteAgain", .Setup.inviteAgain, help: .Setup.inviteAgainHelp,
        availability: only(.invited)),
    ]
  }

  private func caseActions(_ context: Context) -> [Action] {
    let hasCase: Availability =
      selectedCase == nil ? .disabled(.queueEmpty) : .available
    return [
      Action(
        "enter", .openDossier, keys: [.enter], shown: .plain("Enter"), help: .openDossierHelp,
        availability: hasCase, importance: 8),
      Action(
        "add", .Setup.register, keys: [.function(4)], shown: .plain("F4"),
        help: .Setup.registerHelp, availability: RegisterForm.availability(context), importance: 9),
      Action(
        "attach", .Case.act(.attach), keys: [.function(6)], shown: .plain("F6"),
        help: .Case.actHelp(.attach), availability: hasCase, importance: 2),
    ]
  }

  // MARK: Doing

  mutating func run(_ name: String, _ context: Context) -> [Effect] {
    switch (part, name) {
    case (_, "nextPart"): step(1)
    case (_, "previousPart"): step(-1)
    case (.cycle, _): return runCycle(name, context)
    case (.backups, _): return runBackups(name, context)
    case (.panels, "propose"): return [.load(.board), .load(Self.waitingForPanels)]
    case (.parameters, "adopt"):
      return [.open(fileSheet("adopt", .Setup.adopt, .Setup.adoptMeans, context))]
    case (.people, "add"): return [.open(personSheet(nil, context))]
    case (.panels, "add"): return [.open(panelSheet(nil, context))]
    case (.panels, "enter"):
      return selectedPanel(context).map { [.open(panelSheet($0, context))] } ?? []
    case (.cases, "enter"): return selectedCase.map { [.go(.dossier, $0.application.id)] } ?? []
    case (.cases, "add"):
      return open(RegisterForm.name, context)
    case (.cases, "attach"):
      return selectedCase.map { [.open(attachSheet($0.application, context))] } ?? []
    case (.importing, "enter"): return [.open(importSheet("tryImport", context))]
    case (.importing, "import"): return [.open(importSheet("import", context))]
    case (.people, _): return selectedAccount.map { run(name, on: $0, context) } ?? []
    default: break
    }
    return []
  }

  private mutating func run(_ name: String, on account: Account, _ context: Context) -> [Effect] {
    let person = account.person
    switch (name, account.standing) {
    case ("compare", .joined), ("enter", .joined):
      guard let fingerprint = account.fingerprint else { return [] }
      pending = .confirm(person.id, fingerprint: fingerprint)
      return [.ask(Self.comparison(of: person, fingerprint))]
    case ("inviteAgain", .invited), ("enter", .invited):
      pending = .inviteAgain(person.id)
      return [
        .ask(
          .confirm(
            id: "pending", title: Phrase.Setup.inviteAgain.bare,
            lines: [.plain("\(person.name)  \(person.id)"), .Setup.earlierEnds],
            yes: Phrase.Setup.inviteAgain.bare))
      ]
    case ("change", _), ("enter", _): return [.open(personSheet(person, context))]
    case ("toggle", _):
      var changed = person
      changed.active.toggle()
      if let refusal = context.refusal(of: .cycle(.change(changed))) {
        return [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
      }
      pending = .change(changed)
      let panels = person.active ? Self.panels(of: person.id, context) : []
      let title = (person.active ? Phrase.Setup.deactivate : .Setup.activate).bare
      return [
        .ask(
          .confirm(
            id: "pending", title: title,
            lines: [
              .plain("\(person.name)  \(person.id)"),
              person.active ? .Setup.deactivateMeans : .Setup.activateMeans,
            ] + panels, yes: title))
      ]
    default: return []
    }
  }

  /// The panels of the year in which a person sits, which are to be changed beside it.
  private static func panels(of person: PersonID, _ context: Context) -> [Phrase] {
    let sits = context.cycle.currentPanels.filter { $0.members.contains(person) }
    let lines = sits.map {
      $0.leader == person ? Phrase.Setup.leads($0.name) : .Setup.sits(in: $0.name)
    }
    return lines.isEmpty ? [] : [.plain("")] + lines + [.Setup.changePanelsToo]
  }

  /// The eight groups, to be compared with what the person reads out.
  private static func comparison(of person: Person, _ fingerprint: String) -> Question {
    let groups = fingerprint.split(separator: " ").map(String.init)
    return .confirm(
      id: "pending", title: Phrase.Setup.compare.bare,
      lines: [
        .plain("\(person.name)  \(person.id)"), .plain(""),
        .plain("    " + groups.prefix(4).joined(separator: "   ")),
        .plain("    " + groups.dropFirst(4).joined(separator: "   ")), .plain(""),
        .Setup.compareMeans,
      ], yes: .Setup.groupsAgree)
  }

  mutating func answer(_ id: String, _ choice: String, _ context: Context) -> [Effect] {
    guard id == "pending", choice == "yes", let pending else { return [] }
    self.pending = nil
    switch pending {
    case .confirm(let person, let fingerprint):
      return [.perform([.cycle(.confirm(person, fingerprint: fingerprint))], ticket: "confirm")]
    case .inviteAgain(let person): return [.inviteAgain(person, ticket: "invite")]
    case .change(let person): return [.perform([.cycle(.change(person))], ticket: "change")]
    case .importFile(let path):
      return [.importFile(path: path, isDryRun: false, ticket: "import")]
    case .closeCycle: return [.perform([.cycle(.closeCycle)], ticket: "cycle")]
    case .loadCalendar(let text):
      return [.perform([.cycle(.loadCalendar(text))], ticket: "calendar")]
    }
  }
}
