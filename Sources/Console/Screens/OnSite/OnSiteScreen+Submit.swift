import Criteria
import Foundation
import Procedure
import Terminal

/// Handing the visit in: what is missing, the opinion, the last question (S5).
extension OnSiteScreen {
  /// The kinds of agenda line that S2 asks for and that were not held.
  private func missingAgenda(_ visit: Visit, _ context: Context) -> [AgendaKind] {
    var due: [AgendaKind] = [.openingMeeting, .presentation, .investigation]
    if context.parameters.keeps(.closingMeeting) { due.append(.closingMeeting) }
    return due.filter { kind in !visit.agenda.contains { $0.kind == kind && $0.done } }
  }

  /// Names what is missing before the visit can be submitted, else asks for the opinion.
  func askToSubmit(_ context: Context) -> [Effect] {
    guard let visit, let score else { return [] }
    var lines: [Phrase] = []
    var choices = [Question.Choice("no", .back, key: .escape, keyName: "Esc")]
    let agenda = missingAgenda(visit, context)
    if !visit.unticked.isEmpty {
      lines.append(.OnSite.missingChecks(visit.unticked.count))
      choices.append(
        .init(
          "checks", .OnSite.toChecks, key: .function(4), keyName: "F4", then: [.begin("toChecks")]))
    }
    if !score.open.isEmpty {
      lines.append(.OnSite.missingMarks(score.open))
      choices.append(
        .init("marks", .OnSite.toMarks, key: .function(8), keyName: "F8", then: [.begin("toMarks")])
      )
    }
    if !agenda.isEmpty {
      lines.append(.OnSite.missingAgenda(agenda))
      choices.append(
        .init(
          "agenda", .OnSite.toAgenda, key: .function(6), keyName: "F6", then: [.begin("toAgenda")]))
    }
    guard lines.isEmpty else {
      return [
        .ask(Question(id: "missing", title: .OnSite.notReady, lines: lines, choices: choices))
      ]
    }
    if let dossier, let refusal = context.refusal(of: .submitVisit(opinion: "-"), in: dossier) {
      return [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
    }
    return open("opinion", context)
  }

  /// The opinion; it is asked about once more, with the exact total, and its tier where that is shown.
  func opinion(_ context: Context) -> ScreenForm<Self>? {
    guard let score, let total = score.exact else { return nil }
    let exact =
      score.tiers.isEmpty
      ? Phrase.OnSite.exact(total) : .OnSite.exact(total) + .OnSite.inTier(score.reached)
    let since = dossier?.visit.map { $0.from.start }
    let unheard = context.unheard(panel(context)?.members ?? [], since: since)
    let asks = Asks(
      .text(
        "opinion", .OnSite.opinion, rows: 8, help: .OnSite.opinionHelp, limit: 4000,
        refused: .never), lines: [exact] + unheard
    ) { $0 }
    return ScreenForm("opinion", .OnSite.submit, asks, context) { screen, opinion, _ in
      .effects([
        .confirm(
          "submit", .OnSite.submitQuestion, [exact] + unheard + [.OnSite.submitMeans], yes: .submit,
          then: screen.perform(.submitVisit(opinion: opinion), "submit"))
      ])
    }
  }
}
