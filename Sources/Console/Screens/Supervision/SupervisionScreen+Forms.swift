import Foundation
import Procedure
import Store
import Terminal

/// The forms of supervision and the commands that follow from them.
extension SupervisionScreen {
  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    switch name {
    case "filter":
      return ScreenForm(filterSheet(context)) { screen, form, context in
        screen.narrow(
          to: form.choice("kind").flatMap { OddityKind(rawValue: $0 - 1) }, context)
        return .effects([.endForm])
      }
    case "lodge":
      return ScreenForm(lodgeSheet(context)) { screen, form, context in
        screen.lodge(form, context)
      }
    default:
      return state.investigations[ComplaintID(about)].flatMap { form(name, of: $0, context) }
    }
  }

  private func lodgeSheet(_ context: Context) -> FormSheet {
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

  /// What is done about a complaint: the form, the command, and what is asked before it where it
  /// cannot be taken back.
  private func form(
    _ name: String, of investigation: Investigation, _ context: Context
  ) -> ScreenForm<Self>? {
    let complaint = investigation.complaint
    let id = complaint.id
    let head = Phrase.plain("\(id)  ") + .topic(complaint.topic)
    switch name {
    case "note":
      return act(
        name, .Supervision.note, [head], [.area("text", .Supervision.step, context)], about: id,
        fault: "text"
      ) { .supervision(.note(id, text: $0.trimmed("text"))) }
    case "conclude":
      return act(
        name, .Supervision.conclude, [head],
        [
          .choice(
            "outcome", .Supervision.outcome, Procedure.Outcome.allCases.map(Phrase.outcome),
            context),
          .choice("measure", .Supervision.measure, Measure.allCases.map(Phrase.measure), context),
          .area("finding", .Supervision.finding, context),
        ], about: id, fault: "measure",
        asks: { form in
          let (outcome, measure, finding) = Self.conclusion(form)
          return [
            head, .outcome(outcome) + Phrase("，", ", ") + .measure(measure), .plain(finding),
            .plain(""), .Supervision.concludingMeans,
          ] + (measure == .fraud ? [.Supervision.fraudNext] : [])
        },
        command: { form in
          let (outcome, measure, finding) = Self.conclusion(form)
          return .supervision(.close(id, outcome, measure, finding: finding))
        })
    case "sanction":
      guard let person = complaint.person else { return nil }
      @Sendable func sanction(_ form: Form) -> Sanction {
        form.chosen("sanction", of: Sanction.allCases) ?? .criticism
      }
      let name = context.name(person)
      return act(
        "sanction", .Supervision.sanction, [head, .plain(name) + earlier(person, context)],
        [
          .choice(
            "sanction", .Supervision.sanctionLabel, Sanction.allCases.map(Phrase.sanction), context)
        ], about: id, fault: "sanction",
        asks: { form in
          [
            head, .plain("\(name)（\(person)）  ") + .sanction(sanction(form)), .plain(""),
            sanction(form) == .disqualification
              ? .Supervision.disqualifyingMeans : .Supervision.criticisingMeans,
          ]
        }, command: { .cycle(.sanction(person, sanction($0), id)) })
    case "fraud":
      guard let dossier = complaint.dossier else { return nil }
      let lines = fraudLines(dossier, investigation, context)
      return act(
        name, .Supervision.fraud, lines, [.area("reason", .reason, context)], about: id,
        fault: "reason", asks: { _ in lines },
        command: {
          .dossier(
            dossier, .end(.fraud, complaint: id, reason: $0.trimmed("reason")))
        })
    default: return nil
    }
  }

  /// - Parameters:
  ///   - field: The field under which a refusal is shown.
  ///   - asks: What is asked before; nil where nothing is.
  private func act(
    _ name: String, _ title: Phrase, _ lines: [Phrase], _ fields: [FormField],
    about id: ComplaintID, fault field: String, asks: (@Sendable (Form) -> [Phrase])? = nil,
    command: @escaping @Sendable (Form) -> Command
  ) -> ScreenForm<Self> {
    let sheet = FormSheet(
      id: name, title: title.bare, lines: lines, about: id.rawValue, form: Form(fields))
    return ScreenForm(sheet) { screen, form, context in
      let command = command(form)
      if let refusal = screen.refusal(of: command, context) {
        let isUnfounded = name == "conclude" && refusal.reason == .noFinding
        return .faults([
          field: isUnfounded
            ? .Supervision.unfoundedNeedsNone : Notices.sentence(refusal, context)
        ])
      }
      let then: [Effect] = [.perform([command], ticket: name)]
      return .effects(asks.map { [.confirm(name, title.bare, $0(form), then: then)] } ?? then)
    }
  }

  private static func conclusion(
    _ form: Form
  ) -> (outcome: Procedure.Outcome, measure: Measure, finding: String) {
    (
      form.chosen("outcome", of: Procedure.Outcome.allCases) ?? .unfounded,
      form.chosen("measure", of: Measure.allCases) ?? .none,
      form.trimmed("finding")
    )
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

  private func filterSheet(_ context: Context) -> FormSheet {
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
    if !place.about.isEmpty, !select(ComplaintID(place.about), context) { return effects }
    return effects + begin(place.form, context)
  }

  // MARK: Filled in

  private mutating func lodge(_ form: Form, _ context: Context) -> ScreenForm<Self>.Outcome {
    let dossier = Form.plain(form.text("file"))
    let complaint = Complaint(
      id: nextNumber(on: context.now.day),
      topic: form.chosen("topic", of: SupervisionTopic.allCases) ?? .fairness,
      source: form.chosen("source", of: ComplaintSource.allCases) ?? .anonymous,
      dossier: dossier.isEmpty ? nil : CaseID(dossier), person: form.person("person"),
      text: form.trimmed("text"))
    let command = Command.supervision(.lodge(complaint))
    if let refusal = refusal(of: command, context) {
      return .faults(["text": Notices.sentence(refusal, context)])
    }
    expect(complaint.id)
    return .effects([.perform([command], ticket: "lodge")])
  }

  /// The day and a running number: the first of the day that is not taken.
  func nextNumber(on day: Day) -> ComplaintID {
    let digits = day.description.filter(\.isNumber)
    var number = 1
    while state.investigations[ComplaintID("T\(digits)-\(number)")] != nil { number += 1 }
    return ComplaintID("T\(digits)-\(number)")
  }
}
