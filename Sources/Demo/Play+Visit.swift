import Criteria
import Foundation
import Procedure
import Store

/// Visits, from their arrangement to the panel's opinion.
extension Play {
  private func visitScript(_ id: CaseID) -> VisitScript {
    guard let visit = script.visits.visits[id] else {
      preconditionFailure("\(id) is not visited in the demo")
    }
    return visit
  }

  /// S1: the panel is formed with the first visit.
  func arrange(_ id: CaseID) throws {
    let visit = visitScript(id)
    go(to: .visit)
    var commands: [Command] = []
    if try store.cycle().panels[visit.panel] == nil {
      commands.append(.cycle(.formPanel(panel(visit.panel))))
    }
    commands.append(
      .file(id, .arrangeVisit(visit.panel, from: visit.from, until: visit.until)))
    try store.perform(commands, by: secretary)
  }

  /// An examiner's declarations for the visits arranged that they have not declared for (R5).
  func declareOnSite(_ person: PersonID) throws {
    let session = session(person)
    var commands: [Command] = []
    for id in script.visits.visits.keys.sorted() {
      let state = try store.file(id, by: session)
      guard let panel = state.onSitePanel.map(panel), panel.members.contains(person),
        state.declarations[person] == nil
      else { continue }
      commands.append(.file(id, .declare(nil)))
    }
    try store.perform(commands, by: session)
  }

  /// A visit from the opening meeting to its submission, or as far as the script has it (S2–S5).
  func visit(_ id: CaseID) throws {
    let visit = visitScript(id)
    try store.settleKeys(by: secretary)
    let panel = panel(visit.panel)
    let leader = session(panel.leader)
    let state = try store.file(id, by: leader)
    guard let prepared = state.visit else { preconditionFailure("\(id) has no visit") }
    let checks = prepared.checks.prefix(visit.ticked ?? prepared.checks.count)
    for (turn, member) in panel.members.enumerated() {
      time.advance(to: Moment(day: visit.from, hour: 10, minute: 40 + turn * 80))
      let own = checks.enumerated().filter { $0.offset % panel.members.count == turn }
      var commands: [CaseCommand] = own.map {
        .tick($0.element.id, finding(on: $0.element, number: $0.offset))
      }
      for (item, proposer) in (visit.proposals ?? [:]).sorted(by: { $0.key < $1.key })
      where proposer == member {
        guard let change = visit.changes[item] else { continue }
        commands.append(.proposeSiteMark(item, change.percentage, reason: change.reason))
      }
      try store.perform(commands.map { .file(id, $0) }, by: session(member))
    }
    var agenda = prepared.agenda
    for index in agenda.indices.prefix(visit.held ?? agenda.count) { agenda[index].done = true }
    var commands: [CaseCommand] = [.changeAgenda(agenda)]
    if let opinion = visit.opinion {
      time.advance(to: Moment(day: visit.until, hour: 15, minute: 10))
      commands += settlements(visit, material: prepared.material)
      commands.append(.submitVisit(opinion: opinion))
    }
    try store.perform(commands.map { .file(id, $0) }, by: leader)
  }

  private func settlements(
    _ visit: VisitScript, material: [ItemID: Percentage]
  ) -> [CaseCommand] {
    Edition.shipped.items.compactMap { item in
      guard let before = material[item.id] else { return nil }
      let change = visit.changes[item.id]
      return .settleSiteMark(
        item.id, change?.percentage ?? before, reason: change?.reason ?? "")
    }
  }

  /// What was found on a check: mostly met, here and there partly or not.
  private func finding(on check: Check, number: Int) -> CheckFinding {
    guard let script = script.visits.findings[check.item] else {
      preconditionFailure("the demo has no finding for \(check.item)")
    }
    let outcome: CheckOutcome =
      number % 11 == 7 ? .unmet : number % 5 == 3 ? .partly : .met
    return CheckFinding(
      outcome: outcome, method: check.method, evidence: script.evidence, place: script.place,
      asked: script.asked)
  }
}
