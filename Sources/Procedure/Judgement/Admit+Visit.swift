import Foundation

/// On-site review (S1 to S5).
extension Desk {
  /// S1: the secretariat names the on-site panel.
  func admitArrangement(
    _ id: PanelID, from: Day, until: Day, in file: CaseState
  ) throws(Refusal) {
    try requireRole(.secretariat, .S1)
    try requireStage(.onSiteReview, in: file, .S1)
    guard let panel = cycle.panels[id] else { throw Refusal(.S1, .unknownPanel) }
    guard panel.stage == .onSite else { throw Refusal(.S1, .wrongPanelStage) }
    let work: [EventKind] = [.checkTicked, .siteMarkProposed, .siteMarkSettled]
    if work.contains(where: { file.trace.count(of: $0) > 0 }) {
      throw Refusal(.S1, .panelInUse)
    }
    if until < from { throw Refusal(.S1, .badDates(.reversed)) }
    if until >= from.adding(days: 30) { throw Refusal(.S1, .badDates(.longer(than: 30))) }
    for member in panel.members where file.recusals[member] == nil {
      if let block = conflict(of: member, in: file) {
        throw Refusal(.R5, .conflict(member, block))
      }
    }
  }

  /// The visit, which must be under way.
  func requireVisit(of file: CaseState, _ rule: Rule) throws(Refusal) -> Visit {
    if file.visit?.submitted == true { throw Refusal(.S5, .alreadySubmitted) }
    try requireStage(.onSiteReview, in: file, rule)
    guard let visit = file.visit else { throw Refusal(.S1, .noPanel) }
    if file.trace.count(of: .visitPrepared) == 0 {
      throw Refusal(.S3, .tooFew(.visitPrepared, found: 0, needed: 1))
    }
    return visit
  }

  /// A member of the visit that is under way.
  func requireExaminer(of file: CaseState, _ rule: Rule) throws(Refusal) {
    _ = try requireVisit(of: file, rule)
    _ = try requireMember(.onSite, of: file, rule)
  }

  /// S5: the leader concludes and submits.
  func requireConclusion(of file: CaseState) throws(Refusal) {
    _ = try requireVisit(of: file, .S5)
    _ = try requireLeader(.onSite, of: file, .S5)
  }
}
