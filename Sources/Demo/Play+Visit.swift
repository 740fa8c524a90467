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
  func arrange(_ ids: [CaseID]) throws {
    var commands: [Command] = []
    var formed = Set(try store.cycle().panels.keys)
    for id in ids {
      let visit = visitScript(id)
      if formed.insert(visit.panel).inserted {
        commands.append(.cycle(.formPanel(script.panel(visit.panel))))
      }
      commands.append(
        .dossier(id, .arrangeVisit(visit.panel, from: visit.from, until: visit.until)))
    }
    try store.perform(commands, by: secretary)
  }

  /// An examiner's declarations for the visits arranged that they have not declared for (R5).
  func declareOnSite(_ person: PersonID) throws {
    let session = session(person)
    var commands: [Command] = []
    for id in script.visits.visits.keys.sorted() {
      let state = try store.dossier(id, by: session)
      guard let panel = state.onSitePanel.map(script.panel), panel.members.contains(person),
        state.declarations[person] == nil
      else { continue }
      commands.append(.dossier(id, .declare(nil)))
    }
    try store.perform(commands, by: session)
  }

  /// What one member of the panel ticks and proposes, as far as the script has it (S3, S4).
  func look(_ id: CaseID, by member: PersonID) throws {
    let visit = visitScript(id)
    let prepared = try prepared(id, by: member)
    let members = script.panel(visit.panel).members
    let checks = prepared.checks.prefix(visit.ticked ?? prepared.checks.count)
    var commands: [CaseCommand] = checks.enumerated()
      .filter { members[$0.offset % members.count] == member }
      .map { .tick($0.element.id, finding(on: $0.element, number: $0.offset)) }
    for (item, proposer) in (visit.proposals ?? [:]).sorted(by: { $0.key < $1.key })
    where proposer == member {
      guard let change = visit.changes[item] else { continue }
      commands.append(.proposeSiteMark(item, change.percentage, reason: change.reason))
    }
    try store.perform(commands.map { .dossier(id, $0) }, by: session(member))
  }

  /// The rest of the checks of a visit that was long under way.
  func finishLook(_ id: CaseID, by member: PersonID) throws {
    let members = script.panel(visitScript(id).panel).members
    let prepared = try prepared(id, by: member)
    let commands: [CaseCommand] = prepared.checks.enumerated()
      .filter {
        members[$0.offset % members.count] == member && prepared.tick($0.element.id) == nil
      }
      .map { .tick($0.element.id, finding(on: $0.element, number: $0.offset)) }
    try store.perform(commands.map { .dossier(id, $0) }, by: session(member))
  }

  private func prepared(_ id: CaseID, by member: PersonID) throws -> Visit {
    guard let visit = try store.dossier(id, by: session(member)).visit else {
      preconditionFailure("\(id) has no visit")
    }
    return visit
  }

  /// The leader brings the agenda up to date, and submits where the script has an opinion (S5).
  func leaveSite(_ id: CaseID) throws {
    let visit = visitScript(id)
    try leave(id, held: visit.held, opinion: visit.opinion)
  }

  /// A visit that was long under way is submitted after all.
  func finishVisit(_ id: CaseID) throws {
    try leave(id, held: nil, opinion: visitScript(id).finish)
  }

  private func leave(_ id: CaseID, held: Int?, opinion: String?) throws {
    let visit = visitScript(id)
    let leader = script.panel(visit.panel).leader
    let prepared = try prepared(id, by: leader)
    var agenda = prepared.agenda
    for index in agenda.indices.prefix(held ?? agenda.count) { agenda[index].done = true }
    var commands: [CaseCommand] = [.changeAgenda(agenda)]
    if let opinion {
      commands += settlements(visit, material: prepared.material)
      commands.append(.submitVisit(opinion: opinion))
    }
    try store.perform(commands.map { .dossier(id, $0) }, by: session(leader))
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
