import Criteria
import Foundation

/// Decisions, the list, objections, the end, and supervision (R7, S6, P3, P4, V3, V4).
extension Desk {
  // MARK: Decisions of the bureau

  /// Nothing below the line goes on; nothing goes on whose total is not known to who asks.
  private func requireTotal(
    _ total: Points?, line: Points, _ rule: Rule, isKnown: Bool
  ) throws(Refusal) {
    guard let total else {
      if isKnown { throw Refusal(rule, .totalUnknown) }
      return
    }
    if total < line { throw Refusal(rule, .belowLine(total, line: line)) }
  }

  /// R7: nothing below the line enters; what is held back although it reached it has a reason.
  func examineEntry(_ enters: Bool, in dossier: CaseState) throws(Refusal) {
    let isKnown = knows(.consensus, .result, in: dossier)
    if enters {
      return try requireTotal(
        dossier.materialTotal, line: parameters.materialLine, .R7, isKnown: isKnown)
    }
    guard parameters.keeps(.reasonForHoldingBack) else { return }
    // Held back although the line is reached, or may be: a reason is due.
    let reaches = dossier.materialTotal.map { $0 >= parameters.materialLine } ?? isKnown
    if reaches { try requireReason(.entry, .reason, in: dossier, .R7, ours: true) }
  }

  /// S6: below the lowest tier nothing is proposed; what is left out above it has a reason.
  func examineProposal(_ isProposed: Bool, in dossier: CaseState) throws(Refusal) {
    if knows(.onSite, in: dossier), dossier.visit?.opinion?.isBlank != false {
      throw Refusal(.S6, .opinionMissing)
    }
    let isKnown = knows(.onSite, .result, in: dossier)
    if isProposed {
      guard let lowest = parameters.tiers.last?.from else { return }
      return try requireTotal(dossier.siteTotal, line: lowest, .S6, isKnown: isKnown)
    }
    guard parameters.keeps(.reasonForLeavingOut) else { return }
    let reaches = dossier.siteTotal.map { parameters.tier(of: $0) != nil } ?? isKnown
    if reaches { try requireReason(.proposal, .reason, in: dossier, .S6, ours: true) }
  }

  /// P4: publication alone writes a tier and a total in the clear, those of the visit.
  func examineList(tier: Int, total: Points, in dossier: CaseState) throws(Refusal) {
    guard let own = dossier.siteTotal, let reached = parameters.tier(of: own) else {
      if knows(.onSite, .result, in: dossier) || dossier.siteTotal != nil {
        throw Refusal(.P4, .totalUnknown)
      }
      return try require(tier, is: parameters.tier(of: total)?.rank ?? 0, .P4)
    }
    try require(total, is: own, .P4)
    try require(tier, is: reached.rank, .P4)
  }

  // MARK: Objections (P3)

  /// An objection as it comes in, or the same one with its answer.
  func examine(
    _ content: Objection, of id: ObjectionID?, in dossier: CaseState
  ) throws(Refusal) {
    guard let id else {
      guard dossier.trace.last?.kind == .objectionReceived else {
        throw Refusal(.P3, .unknownObjection)
      }
      try requireText(content.objector, .name, .P3)
      try requireText(content.facts, .facts, .P3)
      try requireText(content.reasons, .reason, .P3)
      return try requireText(content.evidence, .evidence, .P3)
    }
    guard let record = dossier.publicity.objections[id], record.answered == now.day,
      dossier.trace.last?.kind == .objectionAnswered
    else { throw Refusal(.P3, .unknownObjection) }
    try requireText(content.answer ?? "", .answer, .P3)
    guard var expected = record.content else {
      if knows(.office, in: dossier) { throw Refusal(.P3, .unknownObjection) }
      return
    }
    if expected.answer != nil { throw Refusal(.P3, .alreadyAnswered) }
    expected.answer = content.answer
    try require(content, is: expected, .P3)
  }

  // MARK: Ends (V4, M8)

  func examineEnd(_ ending: Ending, in dossier: CaseState) throws(Refusal) {
    try requireReason(.ending, .reason, in: dossier, ending.rule)
    if ending == .fraud {
      try requireFraud(in: dossier)
    } else if dossier.stage >= .cultivation {
      throw Refusal(.M8, .wrongStage(dossier.stage))
    }
  }

  /// V4: at once, but only where an investigation established the fraud itself (V3).
  func requireFraud(in dossier: CaseState) throws(Refusal) {
    guard let supervision else {
      if isLive { throw Refusal(.V4, .noFraudFound) }
      return
    }
    let isFound = supervision.investigations.values.contains { $0.establishesFraud(of: dossier.id) }
    if !isFound { throw Refusal(.V4, .noFraudFound) }
  }

  // MARK: Assessments (V3)

  func examine(
    _ assessment: Assessment, _ direction: Assessment.Direction, in dossier: CaseState
  ) throws(Refusal) {
    if !dossier.assessed.contains(direction) || dossier.assessments[direction] != nil {
      throw Refusal(.V3, .alreadyAnswered, ours: true)
    }
    guard Set(assessment.grades.keys) == Set(SupervisionTopic.allCases),
      assessment.grades.values.allSatisfy({ (1...5).contains($0) })
    else { throw Refusal(.V3, .gradesMissing, ours: true) }
  }

  // MARK: Beside the cases

  /// V4: by severity, and only for what an investigation established.
  func examineSanction(of person: PersonID) throws(Refusal) {
    guard let supervision else {
      if isLive { throw Refusal(.V4, .noFinding) }
      return
    }
    let isFound = supervision.investigations.values.contains {
      $0.establishesViolation(by: person)
    }
    if !isFound { throw Refusal(.V4, .noFinding) }
  }

  func examine(_ complaint: Complaint) throws(Refusal) {
    guard Self.isWellFormed(complaint.id.rawValue) else { throw Refusal(.K, .blank(.number)) }
    try requireText(complaint.text, .text, .V3)
    if let person = complaint.person, cycle.people[person] == nil {
      throw Refusal(.V3, .unknownPerson(person))
    }
  }

  func examineConclusion(
    of id: ComplaintID, _ outcome: Outcome, _ measure: Measure, finding: String
  ) throws(Refusal) {
    let about = try requireInvestigation(id)?.complaint
    try requireText(finding, .conclusion, .V3)
    if outcome == .unfounded, measure != .none { throw Refusal(.V3, .noFinding, ours: true) }
    if measure == .fraud, outcome != .substantiated || (about != nil && about?.dossier == nil) {
      throw Refusal(.V4, .fraudNeedsCase)
    }
  }

  /// The open investigation; nil where this judge knows nothing of supervision.
  func requireInvestigation(_ id: ComplaintID) throws(Refusal) -> Investigation? {
    if supervision == nil, !isLive { return nil }
    guard let investigation = supervision?.investigations[id] else {
      throw Refusal(.V3, .unknownComplaint)
    }
    if investigation.closedAt != nil { throw Refusal(.V3, .alreadyDecided) }
    // Nobody looks into a complaint about themself.
    if investigation.complaint.person == actor { throw Refusal(.V3, .ownCase, ours: true) }
    return investigation
  }
}
