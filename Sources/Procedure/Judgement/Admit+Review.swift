import Foundation

/// Who reviews, and independent review (R1 to R5).
extension Desk {
  func admitAssignment(of id: PanelID, to file: CaseState) throws(Refusal) {
    try requireRole(.secretariat, .R1)
    guard let panel = cycle.panels[id] else { throw Refusal(.R1, .unknownPanel) }
    guard panel.stage == .material else { throw Refusal(.R1, .wrongPanelStage) }
    try requireStage(.independentReview, in: file, .R1)
    if let begun = file.sheets.keys.sorted().first { throw Refusal(.R1, .workBegun(begun)) }
    if let block = conflict(of: panel.leader, in: file) {
      throw Refusal(.R5, .conflict(panel.leader, block))
    }
  }

  func admitDeclaration(
    _ interest: Interest?, by person: PersonID, in file: CaseState
  ) throws(Refusal) {
    try requireOwn(person, .R5)
    try requireReady()
    guard isInvolved(actor, in: file) else { throw Refusal(.R5, .needsMembership) }
    if file.declarations[actor] != nil { throw Refusal(.R5, .alreadyDeclared) }
    if interest == nil, let block = conflict(of: actor, in: file) {
      throw Refusal(.R5, .conflict(actor, block))
    }
  }

  /// A recusal at any time, in the middle of the work as before it (R5).
  func admitRecusal(of person: PersonID, in file: CaseState) throws(Refusal) {
    try requireOwn(person, .R5)
    try requireReady()
    guard isInvolved(actor, in: file) else { throw Refusal(.R5, .needsMembership) }
    if file.stepsBack(actor) { throw Refusal(.R5, .alreadyRecused) }
  }

  /// Whether a person sits in one of the case's panels.
  private func isInvolved(_ person: PersonID, in file: CaseState) -> Bool {
    [file.panel, file.onSitePanel].compactMap { $0 }.contains {
      cycle.panels[$0]?.members.contains(person) == true
    }
  }

  /// R2: the leader designates who reviews independently.
  func admitDesignation(
    of reviewers: [PersonID], due: Day, in file: CaseState
  ) throws(Refusal) {
    let panel = try requireLeader(.material, of: file, .R2)
    try requireStage(.independentReview, in: file, .R2)
    var seen: Set<PersonID> = []
    for reviewer in reviewers {
      guard seen.insert(reviewer).inserted else { throw Refusal(.R2, .repeatedMember(reviewer)) }
      guard panel.members.contains(reviewer) else { throw Refusal(.R2, .unknownPerson(reviewer)) }
      guard cycle.people[reviewer]?.active == true else {
        throw Refusal(.R5, .inactive(reviewer))
      }
      if let block = conflict(of: reviewer, in: file) {
        throw Refusal(.R5, .conflict(reviewer, block))
      }
    }
    guard reviewers.count >= parameters.minimumReviews else {
      throw Refusal(
        .R2, .tooFewReviewers(reviewers.count, minimum: parameters.minimumReviews), ours: true)
    }
    // Whoever began keeps the work; a recusal takes it away (R5), or the loss of the right to work.
    if let begun = file.assigned.first(where: {
      file.sheets[$0] != nil && !seen.contains($0) && cycle.people[$0]?.active == true
    }) {
      throw Refusal(.R2, .workBegun(begun), ours: true)
    }
    if due < now.day { throw Refusal(.R2, .badDates(.before(now.day, .today))) }
  }

  /// The actor must have been designated, and cleared of interests (R2, R5).
  func requireReviewer(of file: CaseState, _ rule: Rule) throws(Refusal) {
    _ = try requirePanel(.material, of: file, rule)
    try requireReady()
    if file.stepsBack(actor) { throw Refusal(.R5, .alreadyRecused) }
    guard file.designated.contains(actor) else { throw Refusal(.R2, .notDesignated) }
    guard file.isCleared(actor) else { throw Refusal(.R5, .notDeclared) }
    try requireStage(.independentReview, in: file, rule)
  }

  func admitStart(by reviewer: PersonID, in file: CaseState) throws(Refusal) {
    try requireOwn(reviewer, .R3)
    try requireReviewer(of: file, .R3)
    switch file.sheets[actor]?.state {
    case .started: throw Refusal(.R3, .alreadyStarted)
    case .handedIn: throw Refusal(.R4, .alreadyHandedIn)
    case .withdrawn, nil: break
    }
  }

  /// R3, R4: a sheet is sealed; nobody reads it until leader and secretariat open.
  func admitSheet(
    by reviewer: PersonID, revision: Int, in file: CaseState
  ) throws(Refusal) {
    try requireOwn(reviewer, .R3)
    try requireReviewer(of: file, .R3)
    switch file.sheets[actor]?.state {
    case .started: break
    case .handedIn: throw Refusal(.R4, .alreadyHandedIn)
    case .withdrawn, nil: throw Refusal(.R3, .notStarted)
    }
    try require(revision, is: nextRevision(in: file), .R4)
  }

  /// The revision that the actor's next sheet will be.
  func nextRevision(in file: CaseState) -> Int { (file.sheets[actor]?.revision ?? 0) + 1 }

  func admitWithdrawal(
    by reviewer: PersonID, revision: Int, reason: String, in file: CaseState
  ) throws(Refusal) {
    try requireOwn(reviewer, .R4)
    if file.opening == .opened { throw Refusal(.R4, .alreadyOpened) }
    try requireReviewer(of: file, .R4)
    guard let record = file.sheets[actor], record.state == .handedIn else {
      throw Refusal(.R4, .notHandedIn)
    }
    try requireText(reason, .reason, .R4)
    try require(revision, is: record.revision, .R4)
  }

  // MARK: Opening (R4)

  /// All assigned sheets are in, the leader's own first of all (R4).
  private func requireAllIn(_ file: CaseState, _ panel: Panel) throws(Refusal) {
    if let leader = file.actingLeader(of: panel, in: cycle), file.outstanding.contains(leader) {
      throw Refusal(.R4, .leaderFirst(leader))
    }
    guard file.outstanding.isEmpty else { throw Refusal(.R4, .outstanding(file.outstanding)) }
    guard file.assigned.count >= parameters.minimumReviews else {
      throw Refusal(
        .R4, .tooFewReviewers(file.assigned.count, minimum: parameters.minimumReviews))
    }
  }

  func admitAsking(in file: CaseState) throws(Refusal) {
    let panel = try requireLeader(.material, of: file, .R4)
    if file.opening == .opened { throw Refusal(.R4, .alreadyOpened) }
    try requireStage(.independentReview, in: file, .R4)
    try requireAllIn(file, panel)
    guard file.opening(under: actor) == .closed else { throw Refusal(.R4, .alreadyAsked) }
  }

  func admitRelease(in file: CaseState) throws(Refusal) {
    try requireRole(.secretariat, .R4)
    if file.opening == .opened { throw Refusal(.R4, .alreadyOpened) }
    let panel = try requirePanel(.material, of: file, .R4)
    // Leader and secretariat are two people: one alone cannot open (R4).
    let leader = file.actingLeader(of: panel, in: cycle)
    if leader == actor { throw Refusal(.R4, .notYourself) }
    try requireStage(.independentReview, in: file, .R4)
    try requireAllIn(file, panel)
    switch file.opening(under: leader) {
    case .closed: throw Refusal(.R4, .notAsked)
    case .asked: break
    case .released, .opened: throw Refusal(.R4, .alreadyAsked)
    }
  }
}
