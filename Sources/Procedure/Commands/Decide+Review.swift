import Criteria
import Foundation

extension Desk {
  /// R2: the leader designates who reviews independently.
  func designate(
    _ reviewers: [PersonID], due: Day?, in file: CaseState
  ) throws(Refusal) -> [Event] {
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
    if let due, due < now.day { throw Refusal(.R2, .badDates(.before(now.day, .today))) }
    return [
      .reviewersDesignated(reviewers: reviewers, due: due ?? term(parameters.reviewDays).last)
    ]
  }

  /// The actor must have been designated, and cleared of interests (R2, R5).
  private func requireReviewer(of file: CaseState, _ rule: Rule) throws(Refusal) {
    _ = try requirePanel(.material, of: file, rule)
    guard cycle.isReady(actor) else { throw Refusal(.K, .notReady(actor)) }
    if file.stepsBack(actor) { throw Refusal(.R5, .alreadyRecused) }
    guard file.designated.contains(actor) else { throw Refusal(.R2, .notDesignated) }
    guard file.isCleared(actor) else { throw Refusal(.R5, .notDeclared) }
    try requireStage(.independentReview, in: file, rule)
  }

  func startReview(of file: CaseState) throws(Refusal) -> [Event] {
    try requireReviewer(of: file, .R3)
    switch file.sheets[actor]?.state {
    case .started: throw Refusal(.R3, .alreadyStarted)
    case .handedIn: throw Refusal(.R4, .alreadyHandedIn)
    case .withdrawn, nil: return [.reviewStarted(reviewer: actor)]
    }
  }

  /// R3, R4: a complete sheet is sealed; nobody reads it until leader and secretariat open.
  func handIn(_ sheet: Sheet, in file: CaseState) throws(Refusal) -> [Event] {
    try requireReviewer(of: file, .R3)
    switch file.sheets[actor]?.state {
    case .started: break
    case .handedIn: throw Refusal(.R4, .alreadyHandedIn)
    case .withdrawn, nil: throw Refusal(.R3, .notStarted)
    }
    if let unknown = sheet.items.keys.sorted().first(where: { edition.item($0) == nil }) {
      _ = try requireItem(unknown, .R3)
    }
    let gaps = sheet.missing(in: edition)
    guard gaps.isEmpty else { throw Refusal(.R3, .incomplete(gaps), ours: true) }
    let revision = (file.sheets[actor]?.revision ?? 0) + 1
    return [
      .sheetHandedIn(reviewer: actor, revision: revision),
      .sheetRecorded(reviewer: actor, revision: revision, sheet: sheet),
    ]
  }

  func withdraw(reason: String, in file: CaseState) throws(Refusal) -> [Event] {
    if file.opening == .opened { throw Refusal(.R4, .alreadyOpened) }
    try requireReviewer(of: file, .R4)
    guard let record = file.sheets[actor], record.state == .handedIn else {
      throw Refusal(.R4, .notHandedIn)
    }
    try requireText(reason, .reason, .R4)
    return [.sheetWithdrawn(reviewer: actor, revision: record.revision, reason: reason)]
  }

  /// All assigned sheets are in, the leader's own first of all (R4).
  private func requireAllIn(_ file: CaseState, _ panel: Panel) throws(Refusal) {
    if let leader = file.actingLeader(of: panel), file.outstanding.contains(leader) {
      throw Refusal(.R4, .leaderFirst(leader))
    }
    guard file.outstanding.isEmpty else { throw Refusal(.R4, .outstanding(file.outstanding)) }
    guard file.assigned.count >= parameters.minimumReviews else {
      throw Refusal(
        .R4, .tooFewReviewers(file.assigned.count, minimum: parameters.minimumReviews))
    }
  }

  func askOpening(of file: CaseState) throws(Refusal) -> [Event] {
    let panel = try requireLeader(.material, of: file, .R4)
    if file.opening == .opened { throw Refusal(.R4, .alreadyOpened) }
    try requireStage(.independentReview, in: file, .R4)
    try requireAllIn(file, panel)
    guard file.opening == .closed else { throw Refusal(.R4, .alreadyAsked) }
    return [.openingAsked]
  }

  func releaseOpening(of file: CaseState) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .R4)
    if file.opening == .opened { throw Refusal(.R4, .alreadyOpened) }
    let panel = try requirePanel(.material, of: file, .R4)
    // Leader and secretariat are two people: one alone cannot open (R4).
    if file.actingLeader(of: panel) == actor { throw Refusal(.R4, .notYourself) }
    try requireStage(.independentReview, in: file, .R4)
    try requireAllIn(file, panel)
    switch file.opening {
    case .closed: throw Refusal(.R4, .notAsked)
    case .asked: return [.openingReleased]
    case .released, .opened: throw Refusal(.R4, .alreadyAsked)
    }
  }
}
