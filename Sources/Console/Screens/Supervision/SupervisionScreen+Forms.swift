import Foundation
import Procedure
import Store
import Terminal

/// The forms of supervision and the commands that follow from them.
extension SupervisionScreen {
  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    switch name {
    case "filter": filterForm(context)
    case "lodge": lodgeForm(context)
    case Printing.listForm: Printing.form(name, .watch(pass.rows, only: kind), context)
    case Printing.name: Printing.form(papers, context)
    default:
      state.investigations[ComplaintID(about)].flatMap { investigation in
        form(name, of: investigation, context).map { asked in
          ScreenForm(
            name, asked.title, about: about, asked.asks, in: asked.dossier, supervision: state,
            context)
        }
      }
    }
  }

  private func lodgeForm(_ context: Context) -> ScreenForm<Self> {
    let id = nextNumber(on: context.now.day)
    let asks = Asks(
      .choice("topic", .Supervision.topic, each: Phrase.topic),
      .choice("source", .Supervision.source, each: Phrase.source),
      .text(
        "dossier", .Supervision.caseNumber, isRequired: false, help: .Supervision.dossierFieldHelp,
        refused: .never),
      .person("person", .Supervision.person, context),
      .text("text", .Act.text, rows: 5, help: .Supervision.textHelp, refused: .otherwise),
      lines: [.Supervision.lodgeMeans]
    ) { topic, source, number, person, text in
      let dossier = Form.plain(number)
      return Intent(
        .supervision(
          .lodge(
            Complaint(
              id: id, topic: topic, source: source,
              dossier: dossier.isEmpty ? nil : CaseID(dossier), person: person, text: text))))
    }
    return ScreenForm("lodge", .Supervision.lodgeTitle, asks, context) { screen, intent, context in
      let outcome = ScreenForm<Self>.Outcome.perform(
        intent, as: .Supervision.lodgeTitle, ticket: "lodge", asks, supervision: screen.state,
        context)
      if case .effects = outcome { screen.expect(id) }
      return outcome
    }
  }

  /// What is done about a complaint.
  private typealias Asked = (title: Phrase, asks: Asks<Intent>, dossier: CaseState?)

  private func form(
    _ name: String, of investigation: Investigation, _ context: Context
  ) -> Asked? {
    let complaint = investigation.complaint
    let id = complaint.id
    let head = Phrase.plain("\(id)  ") + .topic(complaint.topic)
    switch name {
    case "note":
      let asks = Asks(
        .text("text", .Supervision.step, rows: 5, refused: .otherwise), lines: [head]
      ) { Intent(.supervision(.note(id, text: $0))) }
      return (.Supervision.note, asks, nil)
    case "conclude":
      let asks = Asks(
        .choice("outcome", .Supervision.outcome, each: Phrase.outcome),
        .choice(
          "measure", .Supervision.measure, each: Phrase.measure,
          refused: .otherwise.saying(.Supervision.unfoundedNeedsNone, of: .noFinding)),
        .text("finding", .Supervision.finding, rows: 5, refused: .never), lines: [head]
      ) {
        Intent(
          .supervision(.close(id, $0, $1, finding: $2)),
          asking: [
            head, .outcome($0) + Phrase("，", ", ") + .measure($1), .plain($2),
            .plain(""), .Supervision.concludingMeans,
          ] + ($1 == .fraud ? [.Supervision.fraudNext] : []))
      }
      return (.Supervision.conclude, asks, nil)
    case "sanction":
      guard let person = complaint.person else { return nil }
      let name = context.name(person)
      let asks = Asks(
        .choice("sanction", .Supervision.sanctionLabel, each: Phrase.sanction),
        lines: [head, .plain(name) + earlier(person, context)]
      ) {
        Intent(
          .cycle(.sanction(person, $0, id)),
          asking: [
            head, .plain("\(name)（\(person)）  ") + .sanction($0), .plain(""),
            $0 == .disqualification
              ? .Supervision.disqualifyingMeans : .Supervision.criticisingMeans,
          ])
      }
      return (.Supervision.sanction, asks, nil)
    case "fraud":
      guard let dossier = complaint.dossier else { return nil }
      let lines = fraudLines(dossier, investigation, context)
      let asks = Asks(.text("reason", .reason, rows: 5, refused: .otherwise), lines: lines) {
        Intent(.dossier(dossier, .end(.fraud, complaint: id, reason: $0)), asking: lines)
      }
      return (.Supervision.fraud, asks, dossiers[dossier])
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

  private func filterForm(_ context: Context) -> ScreenForm<Self> {
    func count(_ kind: OddityKind?) -> Phrase {
      .plain("  \(WatchLine.lines(of: pass.rows, kind: kind).count)")
    }
    let options: [(Phrase, OddityKind?)] =
      [(.all + count(nil), nil)]
      + OddityKind.allCases.map { (Phrase.Supervision.kind($0) + count($0), $0) }
    let asks = Asks(
      .choice(
        "kind", .Supervision.oddity, options, selected: kind.map { $0.rawValue + 1 } ?? 0)
    ) { $0 }
    return ScreenForm("filter", .Supervision.filter, isKept: false, asks, context) {
      screen, kind, context in
      screen.narrow(to: kind, context)
      return .effects([.endForm])
    }
  }

  /// Opens a form anew that was left unfinished, on the complaint that it was about.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    let effects = show(.complaints, context)
    if !place.about.isEmpty, !select(ComplaintID(place.about), context) { return effects }
    return effects + begin(place.form, context)
  }

  /// The day and a running number: the first of the day that is not taken.
  func nextNumber(on day: Day) -> ComplaintID {
    let digits = day.description.filter(\.isNumber)
    var number = 1
    while state.investigations[ComplaintID("T\(digits)-\(number)")] != nil { number += 1 }
    return ComplaintID("T\(digits)-\(number)")
  }
}
