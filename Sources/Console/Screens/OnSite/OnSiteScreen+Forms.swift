import Criteria
import Foundation
import Procedure
import Terminal

/// The forms of the visit and what follows from them.
extension OnSiteScreen {
  /// The form of an action.
  func sheet(_ name: String, _ context: Context) -> FormSheet? {
    switch name {
    case "addCheck": checkSheet(context)
    case "addLine": lineSheet(nil, context)
    case "editLine":
      selectedLine.flatMap { place in
        visit.flatMap { lineSheet($0.agenda[place], context) }
      }
    case "arrange": arrangeSheet(context)
    case "recuse": DeclarationForm.form("recuse", context)
    default: nil
    }
  }

  mutating func fill(_ id: String, _ form: Form, _ context: Context) -> [Effect] {
    guard let dossier else { return [.closeForm] }
    switch id {
    case "addLine", "editLine": return takeLine(id, form, context)
    case "addCheck": return takeCheck(form, context)
    case "arrange": return takeArrangement(form, context)
    case "interest":
      return [
        .perform(
          [.dossier(dossier.id, .declare(DeclarationForm.interest(form)))], ticket: "declare")
      ]
    case "recuse":
      let interest = DeclarationForm.interest(form)
      pendingRecusal = interest
      return [
        .ask(
          .confirm(
            id: "recuse", title: .OnSite.recuseQuestion,
            lines: [.ground(interest.ground), .OnSite.recuseMeans], yes: .OnSite.recuse))
      ]
    case "opinion": return takeOpinion(form)
    case let id where id.hasPrefix("tick/"):
      return takeFinding(CheckID(String(id.dropFirst(5))), form, context)
    default: return takeReason(id, form, context)
    }
  }

  // MARK: Findings (S3)

  /// The form of a finding, filled in but for the evidence.
  func evidenceSheet(
    _ check: Check, _ outcome: CheckOutcome, _ context: Context
  ) -> FormSheet? {
    guard let visit else { return nil }
    let last = LastFinding(for: check, in: visit, by: context.person)
    let evidence = visit.tick(check.id)?.finding.evidence ?? ""
    var form = Form([
      FormField(
        id: "outcome", label: context.say(Phrase.OnSite.outcomeLabel),
        kind: .choice(
          options: CheckOutcome.allCases.map { "\($0.sign) \(context.say(.OnSite.outcome($0)))" },
          selected: CheckOutcome.allCases.firstIndex(of: outcome) ?? 0),
        help: context.say(Phrase.OnSite.outcomeHelp)),
      FormField(
        id: "evidence", label: context.say(Phrase.OnSite.recordLabel),
        kind: .area(
          TextArea(evidence, maxLength: 2000, room: Size(width: 60, height: 4)), rows: 4),
        isRequired: true),
      methodField(last.method, context),
      FormField(
        id: "place", label: context.say(Phrase.OnSite.placeLabel),
        kind: .text(TextField(last.place, maxLength: 100)),
        help: context.say(Phrase.OnSite.placeHelp)),
      FormField(
        id: "asked", label: context.say(Phrase.OnSite.askedLabel),
        kind: .text(TextField(last.asked, maxLength: 100)),
        help: context.say(Phrase.OnSite.askedHelp)),
    ])
    form.setFocus(1)
    return sheet(of: check, form, context)
  }

  private func sheet(of check: Check, _ form: Form, _ context: Context) -> FormSheet {
    let name = context.edition.item(check.item).map { "\($0.id) \(context.say($0.name))" }
    return FormSheet(
      id: "tick/\(check.id)", title: .OnSite.evidenceOf + .plain(" · \(name ?? "\(check.item)")"),
      lines: [
        .plain(check.text),
        .OnSite.recordedBy(context.person.map(context.name) ?? "", context.now), .plain(""),
      ], form: form)
  }

  private func methodField(_ method: CheckMethod, _ context: Context) -> FormField {
    FormField(
      id: "method", label: context.say(Phrase.OnSite.methodLabel),
      kind: .choice(
        options: CheckMethod.allCases.map { context.say(.OnSite.methodInFull($0)) },
        selected: CheckMethod.allCases.firstIndex(of: method) ?? 0),
      help: context.say(Phrase.OnSite.outcomeHelp))
  }

  /// Records a finding; a field that S3 asks for is named in the form.
  private func takeFinding(_ id: CheckID, _ form: Form, _ context: Context) -> [Effect] {
    guard let dossier, let check = visit?.checks.first(where: { $0.id == id }) else {
      return [.closeForm]
    }
    let finding = CheckFinding(
      outcome: CheckOutcome.allCases[form.choice("outcome") ?? 0],
      method: CheckMethod.allCases[form.choice("method") ?? 0], evidence: form.text("evidence"),
      place: form.text("place"), asked: form.text("asked"))
    if let refusal = context.refusal(of: .tick(id, finding), in: dossier),
      case .blank(let field) = refusal.reason
    {
      var sheet = sheet(of: check, form, context)
      sheet.form.errors = [field.rawValue: context.say(Notices.sentence(refusal, context))]
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
    return [.perform([.dossier(dossier.id, .tick(id, finding))], ticket: "tick")]
  }

  // MARK: Added checks

  private func checkSheet(_ context: Context) -> FormSheet? {
    let items = context.edition.items
    return FormSheet(
      id: "addCheck", title: .OnSite.addCheck,
      form: Form([
        FormField(
          id: "text", label: context.say(Phrase.OnSite.checkText),
          kind: .area(TextArea(maxLength: 500, room: Size(width: 60, height: 3)), rows: 3),
          isRequired: true),
        .choice(
          "item", .OnSite.item,
          of: items.map {
            FormField.Option(.plain("\($0.id) ") + Phrase($0.name), $0.id.rawValue)
          }, selected: selectedCheck?.item.rawValue, help: .OnSite.outcomeHelp, context),
        methodField(.viewing, context),
      ]))
  }

  private func takeCheck(_ form: Form, _ context: Context) -> [Effect] {
    guard let dossier, let item = form.value("item") else { return [.closeForm] }
    let check = CheckPoint(
      item: ItemID(item), text: form.text("text"),
      method: CheckMethod.allCases[form.choice("method") ?? 0],
      origin: .examiner)
    return [.perform([.dossier(dossier.id, .addCheck(check))], ticket: "addCheck")]
  }

  // MARK: Arranging (S1)

  /// The on-site panels of the cycle.
  func panels(_ context: Context) -> [Panel] {
    context.cycle.panels.values.filter { $0.stage == .onSite }.sorted { $0.id < $1.id }
  }

  private func arrangeSheet(_ context: Context) -> FormSheet? {
    let options = panels(context).map {
      FormField.Option(.plain("\($0.name)（\(context.name($0.leader))）"), $0.id.rawValue)
    }
    func day(_ id: String, _ label: Phrase, _ day: Day?) -> FormField {
      FormField(
        id: id, label: context.say(label),
        kind: .text(TextField(day?.description ?? "", maxLength: 20)), isRequired: true,
        help: context.say(Phrase.OnSite.dayHelp))
    }
    return FormSheet(
      id: "arrange", title: .OnSite.arrange, lines: [.OnSite.arrangeHelp],
      form: Form([
        .choice(
          "panel", .OnSite.panel, of: options, selected: visit?.panel.rawValue, help: .plain(""),
          context),
        day("from", .OnSite.from, visit?.from), day("until", .OnSite.until, visit?.until),
      ]))
  }

  private func takeArrangement(_ form: Form, _ context: Context) -> [Effect] {
    guard let dossier, let panel = form.value("panel"),
      var sheet = arrangeSheet(context)
    else { return [.closeForm] }
    let from = Self.day(form.text("from"))
    let until = Self.day(form.text("until"))
    guard let from, let until else {
      sheet.form = form
      let words = context.say(Phrase.OnSite.wrongDay)
      sheet.form.errors = from == nil ? ["from": words] : ["until": words]
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
    return [
      .perform(
        [.dossier(dossier.id, .arrangeVisit(PanelID(panel), from: from, until: until))],
        ticket: "arrange")
    ]
  }

  /// A day as people type it, in either width: "2026-10-19", "２０２６－１０－１９".
  static func day(_ text: String) -> Day? {
    Day(text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace })
  }
}
