import Foundation

/// Who reviews, and independent review (R1 to R5).
extension Desk {
  func admitAssignment(of id: PanelID, to dossier: CaseState) throws(Refusal) {
    guard let panel = cycle.panels[id] else { throw Refusal(.R1, .unknownPanel) }
    guard panel.stage == .material else { throw Refusal(.R1, .wrongPanelStage) }
    try requireStage(.independentReview, in: dossier, .R1)
    if let begun = dossier.sheets.keys.sorted().first { throw Refusal(.R1, .workBegun(begun)) }
    if let block = conflict(of: panel.leader, in: dossier) {
      throw Refusal(.R5, .conflict(panel.leader, block))
    }
  }

  func admitDeclaration(
    _ interest: Interest?, by person: PersonID, in dossier: CaseState
  ) throws(Refusal) {
    try requireOwn(person, .R5)
    try requireReady()
    guard isInvolved(actor, in: dossier) else { throw Refusal(.R5, .needsMembership) }
    if dossier.declarations[actor] != nil { throw Refusal(.R5, .alreadyDeclared) }
    if interest == nil, let block = conflict(of: actor, in: dossier) {
      throw Refusal(.R5, .conflict(actor, block))
    }
  }

  /// A recusal at any time, in the middle of the work as before it (R5).
  func admitRecusal(of person: PersonID, in dossier: CaseState) throws(Refusal) {
    try requireOwn(person, .R5)
    try requireReady()
    guard isInvolved(actor, in: dossier) else { throw Refusal(.R5, .needsMembership) }
    if dossier.stepsBack(actor) { throw Refusal(.R5, .alreadyRecused) }
  }

  /// Whether a person sits in one of the case's panels.
  private func isInvolved(_ person: PersonID, in dossier: CaseState) -> Bool {
    [dossier.panel, dossier.onSitePanel].compactMap { $0 }.contains {
      cycle.panels[$0]?.members.contains(person) == true
    }
  }

  /// R2: the leader designates who reviews independently.
  func admitDesignation(
    of reviewers: [PersonID], due: Day, in dossier: CaseState
  ) throws(Refusal) {
    let panel = try requireLeader(.material, of: dossier, .R2)
    try requireStage(.independentReview, in: dossier, .R2)
    var seen: Set<PersonID> = []
    for reviewer in reviewers {
      guard seen.insert(reviewer).inserted else { throw Refusal(.R2, .repeatedMember(reviewer)) }
      guard panel.members.contains(reviewer) else { throw Refusal(.R2, .unknownPerson(reviewer)) }
      guard cycle.people[reviewer]?.active == true else {
        throw Refusal(.R5, .inactive(reviewer))
      }
      if let block = conflict(of: reviewer, in: dossier) {
        throw Refusal(.R5, .conflict(reviewer, block))
      }
    }
    guard reviewers.count >= parameters.minimumReviews else {
      throw Refusal(
        .R2, .tooFewReviewers(reviewers.count, minimum: parameters.minimumReviews), ours: true)
    }
    // Whoever began keeps the work; a recusal takes it away (R5), or the loss of the right to work.
    if let begun = dossier.assigned.first(where: {
      dossier.sheets[$0] != nil && !seen.contains($0) && cycle.people[$0]?.active == true
    }) {
      throw Refusal(.R2, .workBegun(begun), ours: true)
    }
    if due < now.day { throw Refusal(.R2, .badDates(.before(now.day, .today))) }
  }

  /// The actor must have been designated, and cleared of interests (R2, R5).
  func requireReviewer(of dossier: CaseState, _ rule: Rule) throws(Refusal) {
    _ = try requirePanel(.material, of: dossier, rule)
    try requireReady()
    if dossier.stepsBack(actor) { throw Refusal(.R5, .alreadyRecused) }
    guard dossier.designated.contains(actor) else { throw Refusal(.R2, .notDesignated) }
    guard dossier.isCleared(actor) else { throw Refusal(.R5, .notDeclared) }
    try requireStage(.independentReview, in: dossier, rule)
  }

  func admitStart(by reviewer: PersonID, in dossier: CaseState) throws(Refusal) {
    try requireOwn(reviewer, .R3)
    try requireReviewer(of: dossier, .R3)
    switch dossier.sheets[actor]?.state {
    case .started: throw Refusal(.R3, .alreadyStarted)
    case .handedIn: throw Refusal(.R4, .alreadyHandedIn)
    case .withdrawn, nil: break
    }
  }

  /// R3, R4: a sheet is sealed; nobody reads it until leader and secretariat open.
  func admitSheet(
    by reviewer: PersonID, revision: Int, in dossier: CaseState
  ) throws(Refusal) {
    try requireOwn(reviewer, .R3)
    try requireReviewer(of: dossier, .R3)
    switch dossier.sheets[actor]?.state {
    case .started: break
    case .handedIn: throw Refusal(.R4, .alreadyHandedIn)
    case .withdrawn, nil: throw Refusal(.R3, .notStarted)
    }
    try require(revision, is: nextRevision(in: dossier), .R4)
  }

  /// The revision that the actor's next sheet will be.
  func nextRevision(in dossier: CaseState) -> Int { (dossier.sheets[actor]?.revision ?? 0) + 1 }

  func admitWithdrawal(
    by reviewer: PersonID, revision: Int, reason: String, in dossier: CaseState
  ) throws(Refusal) {
    try requireOwn(reviewer, .R4)
    if dossier.opening == .opened { throw Refusal(.R4, .alreadyOpened) }
    try requireReviewer(of: dossier, .R4)
    guard let record = dossier.sheets[actor], record.state == .handedIn else {
      throw Refusal(.R4, .notHandedIn)
    }
    try requireText(reason, .reason, .R4)
    try require(revision, is: record.revision, .R4)
  }

  // MARK: Opening (R4)

  /// All assigned sheets are in, the leader's own first of all (R4).
  private func requireAllIn(_ dossier: CaseState, _ panel: Panel) throws(Refusal) {
    if let leader = dossier.actingLeader(of: panel, in: cycle), dossier.outstanding.contains(leader)
    {
      throw Refusal(.R4, .leaderFirst(leader))
    }
    guard dossier.outstanding.isEmpty else { throw Refusal(.R4, .outstanding(dossier.outstanding)) }
    guard dossier.assigned.count >= parameters.minimumReviews else {
      throw Refusal(
        .R4, .tooFewReviewers(dossier.assigned.count, minimum: parameters.minimumReviews))
    }
  }

  func admitAsking(in dossier: CaseState) throws(Refusal) {
    let panel = try requireLeader(.material, of: dossier, .R4)
    if dossier.opening == .opened { throw Refusal(.R4, .alreadyOpened) }
    try requireStage(.independentReview, in: dossier, .R4)
    try requireAllIn(dossier, panel)
    guard dossier.opening(under: actor) == .closed else { throw Refusal(.R4, .alreadyAsked) }
  }

  func admitRelease(in dossier: CaseState) throws(Refusal) {
    if dossier.opening == .opened { throw Refusal(.R4, .alreadyOpened) }
    let panel = try requirePanel(.material, of: dossier, .R4)
    // Leader and secretariat are two people: one alone cannot open (R4).
    let leader = dossier.actingLeader(of: panel, in: cycle)
    if leader == actor { throw Refusal(.R4, .notYourself) }
    try requireStage(.independentReview, in: dossier, .R4)
    try requireAllIn(dossier, panel)
    switch dossier.opening(under: leader) {
    case .closed: throw Refusal(.R4, .notAsked)
    case .asked: break
    case .released, .opened: throw Refusal(.R4, .alreadyAsked)
    }
  }
}
