import Criteria
import Foundation

extension Desk {
  /// R4, R6: the leader opens once the secretariat released its half.
  func openConsensus(of file: CaseState) throws(Refusal) -> [Event] {
    _ = try requireLeader(.material, of: file, .R6)
    switch file.opening {
    case .opened: throw Refusal(.R4, .alreadyOpened)
    case .closed: throw Refusal(.R4, .notAsked)
    case .asked: throw Refusal(.R4, .notReleased)
    case .released: break
    }
    try requireStage(.independentReview, in: file, .R6)
    return [.consensusOpened(revision: 1, threshold: parameters.spreadLimit)]
  }

  /// The session, of which the actor must be the leader and which must be under way.
  private func requireSession(
    of file: CaseState
  ) throws(Refusal) -> (panel: Panel, session: Consensus) {
    let panel = try requireLeader(.material, of: file, .R6)
    return (panel, try requireOpenSession(of: file))
  }

  private func requireOpenSession(of file: CaseState) throws(Refusal) -> Consensus {
    if file.consensusFinished { throw Refusal(.R6, .consensusFinished) }
    try requireStage(.consensus, in: file, .R6)
    guard let session = file.consensus else { throw Refusal(.R6, .wrongStage(file.stage)) }
    return session
  }

  func recordAttendance(
    _ present: [PersonID], absences: [PersonID: String], in file: CaseState
  ) throws(Refusal) -> [Event] {
    let (panel, _) = try requireSession(of: file)
    let members = file.members(of: panel)
    if let stranger = (present + absences.keys.sorted()).first(where: { !members.contains($0) }) {
      throw Refusal(.R6, .unknownPerson(stranger))
    }
    let unexplained = members.filter {
      !present.contains($0) && (absences[$0] ?? "").isBlank
    }
    guard unexplained.isEmpty else { throw Refusal(.R6, .absenceWithoutReason(unexplained)) }
    let missed = absences.filter { !present.contains($0.key) }
    return [.attendanceRecorded(present: members.filter(present.contains), absences: missed)]
  }

  func discuss(_ id: ItemID, text: String, in file: CaseState) throws(Refusal) -> [Event] {
    _ = try requireSession(of: file)
    _ = try requireItem(id, .R6)
    try requireText(text, .text, .R6)
    return [.itemDiscussed(item: id, text: text)]
  }

  /// A merge keeps who contributed and loses nothing: what is not used stays listed.
  func merge(_ id: ItemID, _ merge: Merge, in file: CaseState) throws(Refusal) -> [Event] {
    let (_, session) = try requireSession(of: file)
    _ = try requireItem(id, .R6)
    let earlier = session.merge(of: id)
    let authors = { (merge: Merge) in
      Set(merge.comments.flatMap(\.authors) + merge.points.flatMap(\.authors))
    }
    guard authors(merge) == authors(earlier) else {
      throw Refusal(.R6, .authorsChanged, ours: true)
    }
    let texts = Set(merge.comments.map(\.comment.text) + merge.points.map(\.point.text))
    let commentLost = earlier.comments.contains { !texts.contains($0.comment.text) }
    let pointLost = earlier.points.contains { !texts.contains($0.point.text) }
    if (commentLost && merge.comments.count < earlier.comments.count)
      || (pointLost && merge.points.count < earlier.points.count)
    {
      throw Refusal(.R6, .commentLost, ours: true)
    }
    return [.itemMerged(item: id, merge: merge)]
  }

  func settle(
    _ id: ItemID, at percentage: Percentage, reason: String, in file: CaseState
  ) throws(Refusal) -> [Event] {
    let (_, session) = try requireSession(of: file)
    let item = try requireItem(id, .R6)
    let agreement = session.agreement(on: item)
    let missing = file.assigned.filter { session.sheets[$0] == nil }
    guard missing.isEmpty else { throw Refusal(.R4, .sheetsUnread(missing)) }
    if parameters.keeps(.discussion), session.discussions[id, default: []].isEmpty,
      agreement.isFlagged(threshold: session.threshold, bandGap: parameters.bandGap)
    {
      throw Refusal(
        .R6,
        .discussionNeeded(
          id, range: agreement.range ?? 0, limit: session.threshold,
          bands: agreement.bandDistance ?? 0), ours: true)
    }
    if let earlier = session.settled(id), earlier.percentage != percentage, reason.isBlank {
      throw Refusal(.R6, .reasonForCorrection, ours: true)
    }
    if reason.isBlank, parameters.keeps(.reasonOutsideRange) {
      guard let low = agreement.lowest, let high = agreement.highest else {
        throw Refusal(.R6, .reasonWithoutMarks, ours: true)
      }
      if percentage < low || percentage > high {
        throw Refusal(.R6, .reasonOutsideRange(low: low, high: high), ours: true)
      }
    }
    return [.itemSettled(item: id, percentage: percentage, reason: reason)]
  }

  /// A dissent by a member themself, or by the leader on a member's behalf.
  func dissent(
    _ id: ItemID, by person: PersonID, text: String, in file: CaseState
  ) throws(Refusal) -> [Event] {
    let panel = try requireMember(.material, of: file, .R6)
    _ = try requireOpenSession(of: file)
    _ = try requireItem(id, .R6)
    if person != actor, file.actingLeader(of: panel) != actor {
      throw Refusal(.R6, .needsLeader(file.actingLeader(of: panel)))
    }
    guard file.members(of: panel).contains(person) else {
      throw Refusal(.R6, .unknownPerson(person))
    }
    try requireText(text, .text, .R6)
    return [.dissentRecorded(item: id, person: person, text: text)]
  }

  func finishConsensus(conclusion: String, in file: CaseState) throws(Refusal) -> [Event] {
    let (_, session) = try requireSession(of: file)
    let percentages = session.percentages
    let open = edition.items.map(\.id).filter { percentages[$0] == nil }
    guard open.isEmpty, let total = Scorecard(percentages, edition: edition).total else {
      throw Refusal(.R6, .unsettled(open))
    }
    if session.present.isEmpty { throw Refusal(.R6, .attendanceMissing) }
    try requireText(conclusion, .conclusion, .R6)
    return [
      .consensusConcluded(total: total, conclusion: conclusion),
      .consensusFinished(revision: session.revision),
      .materialResult(revision: session.revision, total: total, percentages: percentages),
    ]
  }

  /// A new revision with its reason, as long as the leaders' meeting has not moved the case on.
  func reopenConsensus(reason: String, in file: CaseState) throws(Refusal) -> [Event] {
    _ = try requireLeader(.material, of: file, .R6)
    guard file.consensusFinished, let session = file.consensus else {
      throw Refusal(.R6, .consensusNotFinished)
    }
    try requireStage(.leadersMeeting, in: file, .R6)
    try requireText(reason, .reason, .R6)
    return [.consensusReopened(revision: session.revision + 1, reason: reason)]
  }
}
