import Foundation
import Procedure
import Store
import Terminal

/// The forms of supervision and the commands that follow from them.
extension SupervisionScreen {
  private static let sanctions = Sanction.allCases

  func lodgeSheet(_ context: Context) -> FormSheet {
    FormSheet(
      id: "lodge", title: .Supervision.lodgeTitle, lines: [.Supervision.lodgeMeans],
      form: Form([
        .choice(
          "topic", .Supervision.topic, SupervisionTopic.allCases.map(Phrase.topic), context),
        .choice(
          "source", .Supervision.source, ComplaintSource.allCases.map(Phrase.source), context),
        .line("file", .Supervision.caseNumber, help: .Supervision.dossierFieldHelp, context),
        .person("person", .Supervision.person, context),
        .area("text", .Act.text, help: .Supervision.textHelp, context),
      ]))
  }

  /// The form of what is done about a complaint.
  func sheet(_ name: String, _ investigation: Investigation, _ context: Context) -> FormSheet? {
    let complaint = investigation.complaint
    let head = Phrase.plain("\(complaint.id)  ") + .topic(complaint.topic)
    let about = complaint.id.rawValue
    switch name {
    case "note":
      return FormSheet(
        id: "note", title: Phrase.Supervision.note.bare, lines: [head], about: about,
        form: Form([.area("text", .Supervision.step, context)]))
    case "conclude":
      return FormSheet(
        id: "conclude", title: Phrase.Supervision.conclude.bare, lines: [head], about: about,
        form: Form([
          .choice(
            "outcome", .Supervision.outcome, Procedure.Outcome.allCases.map(Phrase.outcome), context
          ),
          .choice(
            "measure", .Supervision.measure, Measure.allCases.map(Phrase.measure), context),
          .area("finding", .Supervision.finding, context),
        ]))
    case "sanction":
      guard let person = complaint.person else { return nil }
      return FormSheet(
        id: "sanction", title: Phrase.Supervision.sanction.bare,
        lines: [head, .plain(context.name(person)) + earlier(person, context)], about: about,
        form: Form([
          .choice(
            "sanction", .Supervision.sanctionLabel, Self.sanctions.map(Phrase.sanction), context)
        ]))
    case "fraud":
      guard let id = complaint.dossier else { return nil }
      return FormSheet(
        id: "fraud", title: Phrase.Supervision.fraud.bare,
        lines: fraudLines(id, investigation, context), about: about,
        form: Form([.area("reason", .reason, context)]))
    default: return nil
    }
  }

  /// The case that ends for fraud, what was found, and what follows from it (V4, C4).
  private func fraudLines(
    _ id: CaseID, _ investigation: Investigation, _ context: Context
  ) -> [Phrase] {
    let dossier = dossiers[id]
    var lines: [Phrase] = [
      .plain("\(investigation.complaint.id)  \(id) \(dossier?.application.name ?? "")"),
      .Supervision.fraudFound + .plain(investigation.finding), .plain(""),
      dossier?.cultivation == nil ? .Supervision.endingMeans : .Supervision.losingMeans,
    ]
    if let place = dossier?.cultivation, let grant = place.grant, place.refund == nil {
      let months = context.cycle.parameters(of: dossier?.year).refundMonths
      lines.append(.Supervision.grantComesBack(grant.amount, months: months))
    }
    return lines
  }

  /// What was done about a person before, for judging the severity.
  private func earlier(_ person: PersonID, _ context: Context) -> Phrase {
    let sanctions = context.cycle.sanctions[person] ?? []
    return sanctions.isEmpty
      ? .Supervision.neverSanctioned : .Supervision.sanctioned(sanctions.map(Phrase.sanction))
  }

  func filterSheet(_ context: Context) -> FormSheet {
    let all = WatchLine.lines(of: pass.rows, kind: nil)
    let options = OddityKind.allCases.map { kind in
      Phrase.Supervision.kind(kind)
        + .plain("  \(WatchLine.lines(of: pass.rows, kind: kind).count)")
    }
    return FormSheet(
      id: "filter", title: Phrase.Supervision.filter.bare, isKept: false,
      form: Form([
        .choice(
          "kind", .Supervision.oddity, [.all + .plain("  \(all.count)")] + options,
          selected: kind.map { $0.rawValue + 1 } ?? 0, context)
      ]))
  }

  /// Opens a form anew that was left unfinished, on the complaint that it was about.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    let effects = show(.complaints, context)
    if !place.about.isEmpty {
      guard let row = state.listed.firstIndex(where: { $0.complaint.id.rawValue == place.about })
      else { return effects }
      select(row, on: .complaints, context)
    }
    return effects + begin(place.form, context)
  }

  // MARK: Filled in

  mutating func fill(_ id: String, _ form: Form, _ context: Context) -> [Effect] {
    if id == "filter" {
      kind = form.choice("kind").flatMap { OddityKind(rawValue: $0 - 1) }
      select(0, on: .watch, context)
      return [.endForm]
    }
    if id == "lodge" { return lodge(form, context) }
    guard let selected, var sheet = sheet(id, selected, context),
      let command = command(id, form, selected.complaint)
    else { return [.closeForm] }
    sheet.form = form
    if let refusal = refusal(of: command, context) {
      return revise(sheet, [Self.field(of: id): sentence(refusal, for: id, context)], context)
    }
    guard let lines = confirmation(of: command, selected, context) else {
      return [.perform([command], ticket: id)]
    }
    pending = command
    return [.ask(.confirm(id: id, title: sheet.title, lines: lines, yes: sheet.title))]
  }

  private mutating func lodge(_ form: Form, _ context: Context) -> [Effect] {
    let dossier = SetupScreen.plain(form.text("file"))
    let complaint = Complaint(
      id: nextNumber(on: context.now.day),
      topic: form.chosen("topic", of: SupervisionTopic.allCases) ?? .fairness,
      source: form.chosen("source", of: ComplaintSource.allCases) ?? .anonymous,
      dossier: dossier.isEmpty ? nil : CaseID(dossier), person: form.person("person"),
      text: Self.trimmed(form, "text"))
    let command = Command.supervision(.lodge(complaint))
    if let refusal = refusal(of: command, context) {
      var sheet = lodgeSheet(context)
      sheet.form = form
      return revise(sheet, ["text": Notices.sentence(refusal, context)], context)
    }
    chosen = complaint.id
    return [.perform([command], ticket: "lodge")]
  }

  /// The day and a running number: the first of the day that is not taken.
  func nextNumber(on day: Day) -> ComplaintID {
    let digits = day.description.filter(\.isNumber)
    var number = 1
    while state.investigations[ComplaintID("T\(digits)-\(number)")] != nil { number += 1 }
    return ComplaintID("T\(digits)-\(number)")
  }

  private func command(_ id: String, _ form: Form, _ complaint: Complaint) -> Command? {
    switch id {
    case "note": .supervision(.note(complaint.id, text: Self.trimmed(form, "text")))
    case "conclude":
      .supervision(
        .close(
          complaint.id, form.chosen("outcome", of: Procedure.Outcome.allCases) ?? .unfounded,
          form.chosen("measure", of: Measure.allCases) ?? .none,
          finding: Self.trimmed(form, "finding")))
    case "sanction":
      complaint.person.map {
        .cycle(
          .sanction(
            $0, form.chosen("sanction", of: Self.sanctions) ?? .criticism, complaint.id))
      }
    case "fraud":
      complaint.dossier.map {
        .dossier(
          $0, .end(.fraud, complaint: complaint.id, reason: Self.trimmed(form, "reason")))
      }
    default: nil
    }
  }

  private static func trimmed(_ form: Form, _ id: String) -> String {
    form.text(id).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// What is asked before a command that cannot be taken back; nil where nothing is asked.
  private func confirmation(
    of command: Command, _ investigation: Investigation, _ context: Context
  ) -> [Phrase]? {
    let complaint = investigation.complaint
    let head = Phrase.plain("\(complaint.id)  ") + .topic(complaint.topic)
    switch command {
    case .supervision(.close(_, let outcome, let measure, let finding)):
      return [
        head, .outcome(outcome) + Phrase("，", ", ") + .measure(measure), .plain(finding),
        .plain(""), .Supervision.concludingMeans,
      ] + (measure == .fraud ? [.Supervision.fraudNext] : [])
    case .cycle(.sanction(let person, let sanction, _)):
      return [
        head, .plain("\(context.name(person))（\(person)）  ") + .sanction(sanction), .plain(""),
        sanction == .disqualification
          ? .Supervision.disqualifyingMeans : .Supervision.criticisingMeans,
      ]
    case .dossier(let id, .end): return fraudLines(id, investigation, context)
    default: return nil
    }
  }

  /// The field under which a refusal is shown.
  private static func field(of id: String) -> String {
    switch id {
    case "conclude": "measure"
    case "sanction": "sanction"
    case "fraud": "reason"
    default: "text"
    }
  }

  private func sentence(_ refusal: Refusal, for id: String, _ context: Context) -> Phrase {
    id == "conclude" && refusal.reason == .noFinding
      ? .Supervision.unfoundedNeedsNone : Notices.sentence(refusal, context)
  }

  private func revise(
    _ sheet: FormSheet, _ errors: [String: Phrase], _ context: Context
  ) -> [Effect] {
    var sheet = sheet
    sheet.form.errors = errors.mapValues(context.say)
    sheet.form.focusFirstError()
    return [.revise(sheet)]
  }

  mutating func answer(_ id: String, _ choice: String) -> [Effect] {
    defer { pending = nil }
    guard choice == "yes", let pending else { return [] }
    return [.perform([pending], ticket: id)]
  }
}
