import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// Outcomes of checks with their evidence (S3), lines of the agenda (S2), and their forms opened
/// anew.
extension OnSiteScreen {
  // MARK: Checks

  /// The outcome that is there or chosen already; none where nobody has looked into the check.
  func outcome(of check: CheckID) -> CheckOutcome? {
    checks.pending.flatMap { $0.check == check ? $0.outcome : nil }
      ?? visit?.tick(check)?.finding.outcome
  }

  /// The outcome after the one that is there; a check nobody has looked into begins with «met».
  mutating func markNext(_ context: Context) -> [Effect] {
    guard let check = checks.selected else { return [] }
    return mark(outcome(of: check.id)?.next ?? .met, context)
  }

  /// Asks for the evidence of the outcome that is there, and for the outcome where there is none.
  mutating func record(_ context: Context) -> [Effect] {
    guard let check = checks.selected else { return [] }
    return ask(outcome(of: check.id), context)
  }

  /// Chooses an outcome and asks for its evidence.
  mutating func mark(_ outcome: CheckOutcome, _ context: Context) -> [Effect] {
    ask(outcome, context)
  }

  private mutating func ask(_ outcome: CheckOutcome?, _ context: Context) -> [Effect] {
    guard let check = checks.selected, let dossier else { return [] }
    if let refusal = context.refusal(of: .tick(check.id, .sample), in: dossier) {
      return [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
    }
    checks.pending = outcome.map { .init(check: check.id, outcome: $0) }
    return open("tick", about: check.id.rawValue, context)
  }

  // MARK: The agenda

  func toggleHeld() -> [Effect] {
    guard let place = agenda.selectedPlace else { return [] }
    return changeAgenda { $0[place].done.toggle() }
  }

  mutating func askToRemove() -> [Effect] {
    guard let line = agenda.selected else { return [] }
    agenda.inQuestion = line.name
    return [
      .ask(
        .confirm(
          id: "removeLine", title: .OnSite.removeLineQuestion,
          lines: [
            .plain("\(line.day.brief) \(line.time)  ") + .agenda(line.kind)
              + .plain("  \(line.title)")
          ], yes: .OnSite.removeYes, then: [.begin("removeAsked")]))
    ]
  }

  /// Removes the line that was asked about, wherever it stands by now.
  mutating func removeAsked() -> [Effect] {
    guard let name = agenda.inQuestion else { return [] }
    agenda.inQuestion = nil
    guard let place = agenda.place(of: name) else {
      return [.say(Notice(.warning, .OnSite.lineGone))]
    }
    return changeAgenda { $0.remove(at: place) }
  }

  /// Writes the agenda with a change.
  func changeAgenda(_ body: (inout [AgendaLine]) -> Void) -> [Effect] {
    guard var agenda = visit?.agenda else { return [] }
    body(&agenda)
    return perform(.changeAgenda(agenda), "agenda")
  }

  // MARK: Forms left unfinished

  /// Opens a form anew on what it was about.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    switch place.form {
    case "tick":
      part = .checks
      checks.show(onlyOpen: false, of: visit, shown: layout(context).checkRows, context)
      let isThere = checks.select(CheckID(place.about), shown: layout(context).checkRows)
      return isThere ? record(context) : []
    case "addCheck": part = .checks
    case "addLine": part = .agenda
    case "editLine":
      part = .agenda
      guard let line = agenda.place(of: place.about) else { return [] }
      agenda.select(line, shown: layout(context).agendaRows)
    case "opinion": return begin("submit", context)
    case "reason": return reopenReason(place.about, context)
    default: break
    }
    return reopenByName(place, context)
  }
}
