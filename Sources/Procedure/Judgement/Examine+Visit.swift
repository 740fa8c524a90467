import Criteria
import Foundation

/// On-site review (S1 to S5).
extension Desk {
  /// S3: marks and points of the consensus are carried over, and nothing else.
  func examinePreparation(
    _ material: [ItemID: Percentage], _ checks: [CheckPoint], _ agenda: [AgendaLine],
    in dossier: CaseState
  ) throws(Refusal) {
    guard let session = dossier.consensus, let visit = dossier.visit else {
      throw Refusal(.S1, .consensusNotFinished)
    }
    try require(agenda, is: self.agenda(from: visit.from, until: visit.until), .S2)
    guard knows(.consensus, in: dossier) else { return }
    try require(material, is: session.percentages, .S4)
    guard isLive || dossier.assigned.allSatisfy({ session.sheets[$0] != nil }) else { return }
    let expected = checklist(from: session)
    try require(checks.count, is: expected.count, .S3)
    for (found, expected) in zip(checks, expected) { try require(found, is: expected, .S3) }
  }

  /// Points to verify of the consensus first, then the template, item by item (S3).
  func checklist(from session: Consensus) -> [CheckPoint] {
    var checks: [CheckPoint] = []
    for item in edition.items {
      for point in session.merge(of: item.id).points where point.used {
        checks.append(
          CheckPoint(
            item: item.id, text: point.point.text,
            method: point.point.kind == .verify ? .documents : .inquiry, origin: .consensus))
      }
      for line in parameters.checklist where line.item == item.id {
        checks.append(
          CheckPoint(
            item: item.id, text: line.text.zh, method: line.method, origin: .template))
      }
    }
    return checks
  }

  /// The sequence of S2 spread over the days, for the leader to change.
  func agenda(from: Day, until: Day) -> [AgendaLine] {
    var lines = [
      AgendaLine(kind: .openingMeeting, day: from, time: "09:00", title: ""),
      AgendaLine(kind: .presentation, day: from, time: "09:30", title: ""),
      AgendaLine(kind: .investigation, day: from, time: "10:30", title: ""),
    ]
    var day = from.adding(days: 1)
    while day <= until {
      lines.append(AgendaLine(kind: .investigation, day: day, time: "09:00", title: ""))
      day = day.adding(days: 1)
    }
    lines.append(AgendaLine(kind: .panelMeeting, day: until, time: "15:30", title: ""))
    lines.append(AgendaLine(kind: .closingMeeting, day: until, time: "16:30", title: ""))
    return lines
  }

  func examine(_ agenda: [AgendaLine], in dossier: CaseState) throws(Refusal) {
    let visit = try requireVisit(of: dossier, .S2)
    guard agenda.allSatisfy({ visit.from <= $0.day && $0.day <= visit.until }) else {
      throw Refusal(.S2, .dayOutsideVisit)
    }
  }

  func examine(_ check: CheckPoint) throws(Refusal) {
    try requireItem(check.item, .S3)
    try requireText(check.text, .text, .S3)
    try require(check.origin, is: .examiner, .S3)
  }

  /// S3: method, evidence, place, who was asked; when and by whom the log says.
  func examine(
    _ finding: CheckFinding, on id: CheckID, in dossier: CaseState
  ) throws(Refusal) {
    let visit = try requireVisit(of: dossier, .S3)
    if knows(.onSite, in: dossier), !visit.checks.contains(where: { $0.id == id }) {
      throw Refusal(.S3, .unknownCheck)
    }
    try requireText(finding.evidence, .evidence, .S3)
    if finding.outcome != .notApplicable {
      try requireText(finding.place, .place, .S3)
      if finding.method == .inquiry { try requireText(finding.asked, .asked, .S3) }
    }
  }

  /// S4: a change from the material score carries its reason.
  private func requireReasonForChange(
    _ id: ItemID, _ percentage: Percentage, _ reason: String, _ visit: Visit
  ) throws(Refusal) {
    guard parameters.keeps(.reasonForChange), let before = visit.material[id] else { return }
    if percentage != before, reason.isBlank {
      throw Refusal(.S4, .reasonForChange(from: before), ours: true)
    }
  }

  func examineProposal(
    of id: ItemID, at percentage: Percentage, reason: String, in dossier: CaseState
  ) throws(Refusal) {
    try requireItem(id, .S4)
    try requireReasonForChange(id, percentage, reason, requireVisit(of: dossier, .S4))
  }

  func examineSiteMark(
    on id: ItemID, at percentage: Percentage, reason: String, in dossier: CaseState
  ) throws(Refusal) {
    let visit = try requireVisit(of: dossier, .S4)
    try requireItem(id, .S4)
    try requireReasonForChange(id, percentage, reason, visit)
    if let earlier = visit.settled(id), earlier.percentage != percentage, reason.isBlank {
      throw Refusal(.S4, .reasonForCorrection, ours: true)
    }
  }

  /// S5: the total of a visit in which nothing is left unclear.
  func requireTotal(of visit: Visit) throws(Refusal) -> Points {
    if !visit.unticked.isEmpty { throw Refusal(.S3, .untickedChecks(visit.unticked.count)) }
    let percentages = visit.percentages
    let open = edition.items.map(\.id).filter { percentages[$0] == nil }
    guard open.isEmpty, let total = Scorecard(percentages, edition: edition).total else {
      throw Refusal(.S4, .unsettled(open))
    }
    var due: [AgendaKind] = [.openingMeeting, .presentation, .investigation]
    if parameters.keeps(.closingMeeting) { due.append(.closingMeeting) }
    let missed = due.filter { kind in
      !visit.agenda.contains { $0.kind == kind && $0.done }
    }
    guard missed.isEmpty else {
      throw Refusal(.S2, .agendaOpen(missed), ours: missed == [.closingMeeting])
    }
    return total
  }

  func examineVisit(
    _ total: Points, opinion: String, in dossier: CaseState
  ) throws(Refusal) {
    if knows(.onSite, in: dossier) {
      try require(total, is: requireTotal(of: requireVisit(of: dossier, .S5)), .S5)
    }
    try requireText(opinion, .opinion, .S5)
  }

  /// The result says what the visit settled; total and tier follow from it (S4, S6).
  func examineResult(
    _ total: Points, tier: Int?, _ percentages: [ItemID: Percentage], in dossier: CaseState
  ) throws(Refusal) {
    guard let visit = dossier.visit else { throw Refusal(.S1, .noPanel) }
    if knows(.onSite, in: dossier) { try require(percentages, is: visit.percentages, .S4) }
    try requireSum(total, of: percentages, .S4)
    try require(tier ?? 0, is: parameters.tier(of: total)?.rank ?? 0, .S6)
  }
}
