import Foundation
import Procedure
import Store
import Terminal

/// The forms of the acts and the commands that follow from them.
extension DossierScreen {
  /// The form of an act.
  func sheet(_ name: String, _ context: Context) -> FormSheet? {
    guard let dossier, let act = CaseActName(rawValue: name) else { return nil }
    let fields: [FormField]
    var lines: [Phrase] = [.plain("\(dossier.id) \(dossier.application.name)")]
    switch act {
    case .assignPanel:
      fields = [panelField(.material, current: dossier.panel, context)]
    case .arrangeVisit:
      lines.append(.Case.arrangingMeans)
      fields = visitFields(dossier, context)
    case .designate:
      lines += CaseActName.candidates(in: dossier, context).compactMap { candidate in
        candidate.reason.map { .Case.cannotReview(context.name(candidate.person), $0) }
      }
      fields = designationFields(dossier, context)
    case .attach:
      lines.append(.attaching(context.surroundings))
      fields = DossierScreen.attachFields(context)
    default:
      let form = ActForm(act, dossier, context)
      lines += form.lines
      fields = form.fields
      guard !fields.isEmpty else { return nil }
    }
    return FormSheet(id: name, title: Phrase.Case.act(act).bare, lines: lines, form: Form(fields))
  }

  private func panelField(
    _ stage: PanelStage, current: PanelID?, _ context: Context
  ) -> FormField {
    .choice(
      "panel", .Case.panel,
      of: CaseActName.panels(stage, context).map {
        FormField.Option(
          .plain("\($0.name)（\(context.name($0.leader))）"), $0.id.rawValue)
      }, selected: current?.rawValue, context)
  }

  private func visitFields(_ dossier: CaseState, _ context: Context) -> [FormField] {
    // A proposal: three working days, a week ahead.
    let from =
      dossier.visit?.from
      ?? context.calendar.term(days: 5, after: context.now.day, countFirst: false).last
    let until =
      dossier.visit?.until ?? context.calendar.term(days: 3, after: from, countFirst: true).last
    return [
      panelField(.onSite, current: dossier.onSitePanel, context),
      dayField("from", .Case.firstDay, from, context),
      dayField("until", .Case.lastDay, until, context),
    ]
  }

  private func designationFields(_ dossier: CaseState, _ context: Context) -> [FormField] {
    let able = CaseActName.candidates(in: dossier, context).filter { $0.reason == nil }.map(
      \.person)
    let taken = dossier.designated.isEmpty ? able : dossier.designated
    let due =
      dossier.due
      ?? context.calendar.term(
        days: context.parameters.reviewDays, after: context.now.day,
        countFirst: context.parameters.firstDayCounts
      ).last
    return [
      .several(
        "reviewers", .Case.reviewers,
        of: able.map { FormField.Option($0, context) },
        taken: Set(taken.map(\.rawValue)), isRequired: true,
        help: .Case.reviewersHelp(context.parameters.minimumReviews), context),
      dayField("due", .Case.dueDay, due, context),
    ]
  }

  private func dayField(
    _ id: String, _ label: Phrase, _ day: Day, _ context: Context
  ) -> FormField {
    FormField(
      id: id, label: context.say(label),
      kind: .text(TextField(day.description, maxLength: 20)), isRequired: true,
      help: context.say(Phrase.Case.dayHelp))
  }

  /// The fields by which a text comes into the material.
  static func attachFields(_ context: Context) -> [FormField] {
    [
      FormField(
        id: "kind", label: context.say(Phrase.Case.kind),
        kind: .choice(
          options: DocumentKind.allCases.map { context.say(.document($0)) }, selected: 0),
        help: context.say(Phrase.Case.sideArrowsHelp)),
      FormField(
        id: "title", label: context.say(Phrase.Case.titleField),
        kind: .text(TextField(maxLength: 100)), help: context.say(Phrase.Case.titleHelp)),
      .file(help: .Case.pathHelp, context),
      FormField(
        id: "text", label: context.say(Phrase.Case.pasted),
        kind: .area(TextArea(maxLength: 200_000, room: Size(width: 60, height: 6)), rows: 6),
        help: context.say(Phrase.Case.pastedHelp)),
    ]
  }

  /// The form that was left unfinished, as its act opens it; by its own name where a question did.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    guard place.form == "interest" else {
      return begin("act/\(place.form)", context)
        + ComplaintForm.again(place.form, dossier?.application.name, context)
    }
    let effects = begin("act/\(CaseActName.declare.rawValue)", context)
    return effects.isEmpty ? [] : answer("declare", "interest", context)
  }

  // MARK: Filled in

  mutating func fill(_ id: String, _ form: Form, _ context: Context) -> [Effect] {
    if let effects = ComplaintForm.filled(id, form, context) { return effects }
    guard let dossier else { return [.closeForm] }
    switch id {
    case "interest":
      return ask(
        .declare, .declare(DeclarationForm.interest(form)), lines: [.OnSite.recuseMeans], context)
    case "recuse":
      let interest = DeclarationForm.interest(form)
      return ask(
        .recuse, .recuse(interest), lines: [.ground(interest.ground), .OnSite.recuseMeans],
        context)
    case "attach": return attach(form, to: dossier, context)
    default: break
    }
    var errors: [String: String] = [:]
    let command = command(id, form, dossier, context, &errors)
    if let command, let refusal = context.refusal(of: command, in: dossier) {
      let named = Self.field(of: id, refusal)
      let field = form[named] == nil ? form.fields.first?.id : named
      errors[field ?? named] = context.say(Notices.sentence(refusal, context))
    }
    guard let command, errors.isEmpty else { return revise(id, form, errors, context) }
    let confirmation = ActConfirmation(dossier: dossier, context: context)
    if let act = CaseActName(rawValue: id), let lines = confirmation.lines(of: command) {
      return ask(act, command, lines: lines, context)
    }
    return [.perform([.dossier(dossier.id, command)], ticket: "act")]
  }

  private func command(
    _ id: String, _ form: Form, _ dossier: CaseState, _ context: Context,
    _ errors: inout [String: String]
  ) -> CaseCommand? {
    func day(_ field: String) -> Day? {
      let day = Day(typed: form.text(field))
      if day == nil { errors[field] = context.say(Phrase.Case.noDay) }
      return day
    }
    switch id {
    case "assignPanel":
      return form.value("panel").map { .assignPanel(PanelID($0)) }
    case "arrangeVisit":
      guard let panel = form.value("panel"), let from = day("from"), let until = day("until") else {
        return nil
      }
      return .arrangeVisit(PanelID(panel), from: from, until: until)
    case "designate":
      return day("due").map { .designate(reviewers: form.people("reviewers"), due: $0) }
    default:
      guard let act = CaseActName(rawValue: id) else { return nil }
      var entry = ActEntry(form, dossier, context)
      let command = entry.command(of: act)
      for (field, why) in entry.errors { errors[field] = context.say(why) }
      return command
    }
  }

  /// The field under which a refusal is shown.
  private static func field(of id: String, _ refusal: Refusal) -> String {
    switch (id, refusal.reason) {
    case ("designate", .badDates): "due"
    case ("designate", _): "reviewers"
    case ("arrangeVisit", .badDates): "until"
    case ("arrangeVisit", _), ("assignPanel", _): "panel"
    default: CaseActName(rawValue: id).map { ActEntry.field(of: $0, refusal) } ?? "panel"
    }
  }

  private func revise(
    _ id: String, _ form: Form, _ errors: [String: String], _ context: Context
  ) -> [Effect] {
    guard var sheet = sheet(id, context) else { return [.closeForm] }
    sheet.form = form
    sheet.form.errors = errors
    sheet.form.focusFirstError()
    return [.revise(sheet)]
  }

  private func attach(_ form: Form, to dossier: CaseState, _ context: Context) -> [Effect] {
    switch AttachEntry(form, context) {
    case .fault(let field, let why):
      return revise("attach", form, [field: context.say(why)], context)
    case .file(let kind, let title, let path):
      return [.attachFile(dossier.id, kind, title: title, path: path, ticket: "act")]
    case .text(let kind, let title, let text):
      return [.attach(dossier.id, kind, title: title, text: text, ticket: "act")]
    }
  }
}

/// What the form of a text for the material says.
enum AttachEntry: Sendable, Hashable {
  case file(DocumentKind, title: String, path: String)
  case text(DocumentKind, title: String, text: String)
  case fault(field: String, Phrase)

  /// Reads the form: exactly one of path and text; without a title the kind's name stands for it.
  init(_ form: Form, _ context: Context) {
    let kinds = DocumentKind.allCases
    let kind = kinds[min(max(0, form.choice("kind") ?? 0), kinds.count - 1)]
    var title = form.text("title").trimmingCharacters(in: .whitespaces)
    if title.isEmpty { title = context.say(.document(kind)) }
    let path = form.text("path").trimmingCharacters(in: .whitespaces)
    let text = form.text("text")
    switch (path.isEmpty, text.isBlank) {
    case (true, true): self = .fault(field: "path", .Case.pathOrText)
    case (false, false): self = .fault(field: "text", .Case.pathOrText)
    case (false, true): self = .file(kind, title: title, path: path)
    case (true, false): self = .text(kind, title: title, text: text)
    }
  }
}
