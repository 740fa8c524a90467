import Foundation

/// On-site review (S1 to S5).
extension Desk {
  /// S1: the secretariat names the on-site panel.
  func admitArrangement(
    _ id: PanelID, from: Day, until: Day, in dossier: CaseState
  ) throws(Refusal) {
    try requireStage(.onSiteReview, in: dossier, .S1)
    guard let panel = cycle.panels[id] else { throw Refusal(.S1, .unknownPanel) }
    guard panel.stage == .onSite else { throw Refusal(.S1, .wrongPanelStage) }
    let work: [EventKind] = [.checkTicked, .siteMarkProposed, .siteMarkSettled]
    if work.contains(where: { dossier.trace.count(of: $0) > 0 }) {
      throw Refusal(.S1, .panelInUse)
    }
    if until < from { throw Refusal(.S1, .badDates(.reversed)) }
    if until >= from.adding(days: 30) { throw Refusal(.S1, .badDates(.longer(than: 30))) }
    for member in panel.members where dossier.recusals[member] == nil {
      if let block = conflict(of: member, in: dossier) {
        throw Refusal(.R5, .conflict(member, block))
      }
    }
  }

  /// The visit, which must be under way.
  func requireVisit(of dossier: CaseState, _ rule: Rule) throws(Refusal) -> Visit {
    if dossier.visit?.submitted == true { throw Refusal(.S5, .alreadySubmitted) }
    try requireStage(.onSiteReview, in: dossier, rule)
    guard let visit = dossier.visit else { throw Refusal(.S1, .noPanel) }
    if dossier.trace.count(of: .visitPrepared) == 0 {
      throw Refusal(.S3, .tooFew(.visitPrepared, found: 0, needed: 1))
    }
    return visit
  }

  /// A member of the visit that is under way.
  func requireExaminer(of dossier: CaseState, _ rule: Rule) throws(Refusal) {
    _ = try requireVisit(of: dossier, rule)
    _ = try requireMember(.onSite, of: dossier, rule)
  }

  /// S5: the leader concludes and submits.
  func requireConclusion(of dossier: CaseState) throws(Refusal) {
    _ = try requireVisit(of: dossier, .S5)
    _ = try requireLeader(.onSite, of: dossier, .S5)
  }
}
