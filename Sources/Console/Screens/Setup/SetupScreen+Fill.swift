import Foundation
import Procedure
import Store
import Terminal

/// What follows from a form that was filled in.
extension SetupScreen {
  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    RegisterForm.form(name, after: lastNumber, context)
  }

  mutating func fill(_ id: String, _ form: Form, _ context: Context) -> [Effect] {
    let (kind, name) = Self.parts(of: id)
    switch kind {
    case "cycle": return openCycle(form, context)
    case "call": return announceCall(form, context)
    case "calendar": return [.readCalendar(path: form.text("path"), ticket: "calendar")]
    case "clock": return [.correctClock(reason: form.text("reason"), ticket: "clock")]
    case "adopt": return [.adoptParameters(path: form.text("path"), ticket: "adopt")]
    case "second": return [.setSecondPlace(form.text("path"), ticket: "second")]
    case "restore": return restore(form, context)
    case "proposal": return assign(form, context)
    case "person": return fillPerson(name.map { PersonID($0) }, form, context)
    case "panel": return fillPanel(name.map { PanelID($0) }, form, context)
    case "attach":
      return name.map { attach(form, to: CaseID($0), context) } ?? [.closeForm]
    case "tryImport":
      path = form.text("path")
      return [.importFile(path: path, isDryRun: true, ticket: "import")]
    case "import":
      path = form.text("path")
      pending = .importFile(path: path)
      return [
        .ask(
          .confirm(
            id: "pending", title: Phrase.Setup.importFile.bare,
            lines: [.plain(path), .Setup.importMeans],
            yes: Phrase.Setup.importFile.bare))
      ]
    default: return [.closeForm]
    }
  }

  /// The kind of a form and the name of what it changes: «person/p3».
  static func parts(of id: String) -> (kind: String, name: String?) {
    guard let slash = id.firstIndex(of: "/") else { return (id, nil) }
    return (String(id[..<slash]), String(id[id.index(after: slash)...]))
  }

  private func openCycle(_ form: Form, _ context: Context) -> [Effect] {
    guard let year = Int(Self.plain(form.text("year"))) else {
      return revise(cycleSheet(context), form, "year", .Setup.noNumber, context)
    }
    let command = Command.cycle(
      .openCycle(
        year: year, title: Self.trimmed(form.text("title")), parameters: context.parameters,
        edition: nil))
    if let refusal = context.refusal(of: command) {
      let field = refusal.reason == .badYear ? "year" : "title"
      return revise(cycleSheet(context), form, field, Notices.sentence(refusal, context), context)
    }
    return [.perform([command], ticket: "cycle")]
  }

  private func fillPerson(
    _ known: PersonID?, _ form: Form, _ context: Context
  ) -> [Effect] {
    let old = known.flatMap { context.cycle.people[$0] }
    let person = Person(
      id: known ?? PersonID(Self.plain(form.text("id"))), name: Self.trimmed(form.text("name")),
      roles: form.selection("roles").sorted().map { Procedure.Role.allCases[$0] },
      district: form.value("district").map { DistrictCode($0) },
      employer: Self.trimmed(form.text("employer")),
      consultancies: Self.list(form.text("consultancies")),
      expertise: Self.list(form.text("expertise")), active: old?.active ?? true)
    let command = Command.cycle(known == nil ? .invite(person) : .change(person))
    if let refusal = context.refusal(of: command) {
      let field =
        switch refusal.reason {
        case .numberTaken, .blank(.number): known == nil ? "id" : "name"
        case .unknownDistrict: "district"
        default: "name"
        }
      return revise(
        personSheet(old, context), form, field, Notices.sentence(refusal, context), context)
    }
    return known == nil
      ? [.invite(person, ticket: "invite")] : [.perform([command], ticket: "change")]
  }

  private func fillPanel(
    _ known: PanelID?, _ form: Form, _ context: Context
  ) -> [Effect] {
    let old = known.flatMap { context.cycle.panels[$0] }
    guard let leader = form.person("leader") else {
      return revise(panelSheet(old, context), form, "leader", .Setup.noExperts, context)
    }
    let panel = Panel(
      id: known ?? PanelID(Self.plain(form.text("id"))), name: Self.trimmed(form.text("name")),
      stage: old?.stage ?? PanelStage.allCases[form.choice("stage") ?? 0],
      leader: leader, deputy: form.person("deputy"), members: form.people("members"))
    let command = Command.cycle(known == nil ? .formPanel(panel) : .changePanel(panel))
    if let refusal = context.refusal(of: command) {
      let field =
        switch refusal.reason {
        case .numberTaken, .blank(.number): known == nil ? "id" : "name"
        case .blank: "name"
        case .leaderNotMember: "leader"
        case .deputyNotMember, .deputyIsLeader: "deputy"
        default: "members"
        }
      return revise(
        panelSheet(old, context), form, field, Notices.sentence(refusal, context), context)
    }
    return [.perform([command], ticket: "panel")]
  }

  // MARK: Applications

  private func attach(_ form: Form, to id: CaseID, _ context: Context) -> [Effect] {
    switch AttachEntry(form, context) {
    case .fault(let field, let why):
      guard let row = rows.first(where: { $0.application.id == id }) else { return [.closeForm] }
      return revise(attachSheet(row.application, context), form, [field: why], context)
    case .file(let kind, let title, let path):
      return [.attachFile(id, kind, title: title, path: path, ticket: "attach")]
    case .text(let kind, let title, let text):
      return [.attach(id, kind, title: title, text: text, ticket: "attach")]
    }
  }

  // MARK: Fields

  func revise(
    _ sheet: FormSheet, _ form: Form, _ field: String, _ why: Phrase, _ context: Context
  ) -> [Effect] {
    revise(sheet, form, [field: why], context)
  }

  func revise(
    _ sheet: FormSheet, _ form: Form, _ errors: [String: Phrase], _ context: Context
  ) -> [Effect] {
    var sheet = sheet
    sheet.form = form
    sheet.form.errors = errors.mapValues(context.say)
    sheet.form.focusFirstError()
    return [.revise(sheet)]
  }

  static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Numbers and names of the log: half width, without blanks.
  static func plain(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
  }

  /// Several names in one field, apart by 、 or what people type for it.
  static func list(_ text: String) -> [String] {
    text.split { "、，,;；".contains($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}

extension Context {
  /// What the rules say to a command of the cycle, or to a registration; nil where allowed.
  func refusal(of command: Command) -> Refusal? {
    guard let person else { return Refusal(.K, .needsRole(.expert)) }
    let desk = Desk(cycle: cycle, dossier: nil, actor: person, now: now)
    do throws(Refusal) {
      _ = try decide(command, on: desk)
      return nil
    } catch {
      return error
    }
  }
}
