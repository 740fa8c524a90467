import Criteria
import Foundation

/// Sheets and consensus (R3, R4, R6).
extension Desk {
  /// R3: a complete sheet.
  func examine(
    _ sheet: Sheet, by reviewer: PersonID, revision: Int, in dossier: CaseState
  ) throws(Refusal) {
    try requireOwn(reviewer, .R3)
    try require(revision, is: dossier.sheets[reviewer]?.revision ?? 0, .R4)
    if let unknown = sheet.items.keys.sorted().first(where: { edition.item($0) == nil }) {
      try requireItem(unknown, .R3)
    }
    let gaps = sheet.missing(in: edition)
    guard gaps.isEmpty else { throw Refusal(.R3, .incomplete(gaps), ours: true) }
  }

  func examineAttendance(
    _ present: [PersonID], absences: [PersonID: String], in dossier: CaseState
  ) throws(Refusal) {
    let members = try dossier.members(of: requirePanel(.material, of: dossier, .R6))
    if let stranger = (present + absences.keys.sorted()).first(where: { !members.contains($0) }) {
      throw Refusal(.R6, .unknownPerson(stranger))
    }
    let unexplained = members.filter {
      !present.contains($0) && (absences[$0] ?? "").isBlank
    }
    guard unexplained.isEmpty else { throw Refusal(.R6, .absenceWithoutReason(unexplained)) }
  }

  /// The sheets that lie before the panel are those that count.
  private func unreadSheets(_ session: Consensus, _ dossier: CaseState) -> [PersonID] {
    dossier.assigned.filter { session.sheets[$0] == nil }
  }

  /// A merge keeps who contributed and loses nothing: what is not used stays listed.
  func examine(_ merge: Merge, of id: ItemID, in dossier: CaseState) throws(Refusal) {
    let session = try requireOpenSession(of: dossier)
    try requireItem(id, .R6)
    guard isLive || unreadSheets(session, dossier).isEmpty, knows(.consensus, in: dossier) else {
      return
    }
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
  }

  /// R6: settled from the sheets, after a discussion where they differ, with a reason beyond them.
  func examineSettlement(
    of id: ItemID, at percentage: Percentage, reason: String, in dossier: CaseState
  ) throws(Refusal) {
    let session = try requireOpenSession(of: dossier)
    let item = try requireItem(id, .R6)
    let missing = unreadSheets(session, dossier)
    if isLive, !missing.isEmpty { throw Refusal(.R4, .sheetsUnread(missing)) }
    guard knows(.consensus, in: dossier) else { return }
    let agreement = session.agreement(on: item)
    let isRead = missing.isEmpty
    if isRead, parameters.keeps(.discussion), session.discussions[id, default: []].isEmpty,
      agreement.isFlagged(threshold: session.threshold, bandGap: parameters.bandGap)
    {
      throw Refusal(
        .R6,
        .discussionNeeded(
          id, range: agreement.range ?? 0, limit: session.threshold,
          bands: agreement.bandDistance ?? 0), ours: true)
    }
    guard reason.isBlank else { return }
    if let earlier = session.settled(id), earlier.percentage != percentage {
      throw Refusal(.R6, .reasonForCorrection, ours: true)
    }
    guard isRead, parameters.keeps(.reasonOutsideRange) else { return }
    guard let low = agreement.lowest, let high = agreement.highest else {
      throw Refusal(.R6, .reasonWithoutMarks, ours: true)
    }
    if percentage < low || percentage > high {
      throw Refusal(.R6, .reasonOutsideRange(low: low, high: high), ours: true)
    }
  }

  /// A dissent by a member themself, or by the leader on a member's behalf.
  func examineDissent(
    on id: ItemID, by person: PersonID, text: String, in dossier: CaseState
  ) throws(Refusal) {
    try requireItem(id, .R6)
    let panel = try requirePanel(.material, of: dossier, .R6)
    if person != actor, dossier.actingLeader(of: panel, in: cycle) != actor {
      throw Refusal(.R6, .needsLeader(dossier.actingLeader(of: panel, in: cycle)))
    }
    guard dossier.members(of: panel).contains(person) else {
      throw Refusal(.R6, .unknownPerson(person))
    }
    try requireText(text, .text, .R6)
  }

  /// The total of a session in which every item is settled, and who was there recorded.
  func requireTotal(of session: Consensus) throws(Refusal) -> Points {
    let percentages = session.percentages
    let open = edition.items.map(\.id).filter { percentages[$0] == nil }
    guard open.isEmpty, let total = Scorecard(percentages, edition: edition).total else {
      throw Refusal(.R6, .unsettled(open))
    }
    if session.present.isEmpty { throw Refusal(.R6, .attendanceMissing) }
    return total
  }

  /// R6: the whole panel is convened; so many of those who may take part are there, with who leads.
  private func requireQuorum(of session: Consensus, in dossier: CaseState) throws(Refusal) {
    let panel = try requirePanel(.material, of: dossier, .R6)
    let needed = parameters.quorum.count(of: dossier.members(of: panel).count)
    guard session.present.count >= needed else {
      throw Refusal(.R6, .noQuorum(session.present.count, needed: needed), ours: true)
    }
    let leads = [panel.leader, panel.deputy, dossier.actingLeader(of: panel, in: cycle)]
    guard session.present.contains(where: { leads.contains($0) }) else {
      throw Refusal(.R6, .nobodyLeads, ours: true)
    }
  }

  func examineConclusion(
    _ total: Points, _ conclusion: String, in dossier: CaseState
  ) throws(Refusal) {
    if knows(.consensus, in: dossier) {
      let session = try requireOpenSession(of: dossier)
      try require(total, is: requireTotal(of: session), .R6)
      try requireQuorum(of: session, in: dossier)
    }
    try requireText(conclusion, .conclusion, .R6)
  }

  /// The result says what the session settled, and its total is that of its percentages.
  func examineResult(
    _ total: Points, _ percentages: [ItemID: Percentage], revision: Int, in dossier: CaseState
  ) throws(Refusal) {
    guard let session = dossier.consensus else { throw Refusal(.R6, .wrongStage(dossier.stage)) }
    try require(revision, is: session.revision, .R6)
    if knows(.consensus, in: dossier) { try require(percentages, is: session.percentages, .R6) }
    try requireSum(total, of: percentages, .R6)
  }

  /// A total is that of its percentages, one for every item.
  func requireSum(
    _ total: Points, of percentages: [ItemID: Percentage], _ rule: Rule
  ) throws(Refusal) {
    let open = edition.items.map(\.id).filter { percentages[$0] == nil }
    guard open.isEmpty, let own = Scorecard(percentages, edition: edition).total else {
      throw Refusal(rule, .unsettled(open))
    }
    try require(total, is: own, rule)
  }
}
