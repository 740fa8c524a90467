import Criteria
import Foundation

extension Desk {
  /// S1, S3: the secretariat names the on-site panel; marks and points are carried over.
  func arrangeVisit(
    _ id: PanelID, from: Day, until: Day, in file: CaseState
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .S1)
    try requireStage(.onSiteReview, in: file, .S1)
    guard let panel = cycle.panels[id] else { throw Refusal(.S1, .unknownPanel) }
    guard panel.stage == .onSite else { throw Refusal(.S1, .wrongPanelStage) }
    if let visit = file.visit,
      !(visit.ticks.isEmpty && visit.proposals.isEmpty && visit.settlements.isEmpty)
    {
      throw Refusal(.S1, .panelInUse)
    }
    if until < from { throw Refusal(.S1, .badDates(.reversed)) }
    if until >= from.adding(days: 30) { throw Refusal(.S1, .badDates(.longer(than: 30))) }
    for member in panel.members where file.recusals[member] == nil {
      if let block = conflict(of: member, in: file) {
        throw Refusal(.R5, .conflict(member, block))
      }
    }
    guard let session = file.consensus, file.consensusFinished else {
      throw Refusal(.S1, .consensusNotFinished)
    }
    return [
      .visitArranged(panel: id, from: from, until: until),
      .visitPrepared(
        material: session.percentages, checks: checklist(from: session),
        agenda: agenda(from: from, until: until)),
    ]
  }

  /// Points to verify of the consensus first, then the template, item by item (S3).
  private func checklist(from session: Consensus) -> [CheckPoint] {
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
            item: item.id, text: line.text.zh,
            method: line.method, origin: .template))
      }
    }
    return checks
  }

  /// The sequence of S2 spread over the days, for the leader to change.
  private func agenda(from: Day, until: Day) -> [AgendaLine] {
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

  /// The visit, which must be under way.
  private func requireVisit(of file: CaseState, _ rule: Rule) throws(Refusal) -> Visit {
    if file.visit?.submitted == true { throw Refusal(.S5, .alreadySubmitted) }
    try requireStage(.onSiteReview, in: file, rule)
    guard let visit = file.visit else { throw Refusal(.S1, .noPanel) }
    return visit
  }

  func changeAgenda(_ agenda: [AgendaLine], in file: CaseState) throws(Refusal) -> [Event] {
    let visit = try requireVisit(of: file, .S2)
    _ = try requireMember(.onSite, of: file, .S2)
    guard agenda.allSatisfy({ visit.from <= $0.day && $0.day <= visit.until }) else {
      throw Refusal(.S2, .dayOutsideVisit)
    }
    return [
      .agendaChanged(agenda: agenda.sorted { ($0.day, $0.time) < ($1.day, $1.time) })
    ]
  }

  func addCheck(_ check: CheckPoint, in file: CaseState) throws(Refusal) -> [Event] {
    _ = try requireVisit(of: file, .S3)
    _ = try requireMember(.onSite, of: file, .S3)
    _ = try requireItem(check.item, .S3)
    try requireText(check.text, .text, .S3)
    var added = check
    added.origin = .examiner
    return [.checkAdded(check: added)]
  }

  /// S3: method, evidence, place, who was asked; when and by whom the log says.
  func tick(_ id: CheckID, _ finding: CheckFinding, in file: CaseState) throws(Refusal) -> [Event] {
    let visit = try requireVisit(of: file, .S3)
    _ = try requireMember(.onSite, of: file, .S3)
    guard visit.checks.contains(where: { $0.id == id }) else {
      throw Refusal(.S3, .unknownCheck)
    }
    try requireText(finding.evidence, .evidence, .S3)
    if finding.outcome != .notApplicable {
      try requireText(finding.place, .place, .S3)
      if finding.method == .inquiry { try requireText(finding.asked, .asked, .S3) }
    }
    return [.checkTicked(check: id, finding: finding)]
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

  func propose(
    _ id: ItemID, at percentage: Percentage, reason: String, in file: CaseState
  ) throws(Refusal) -> [Event] {
    let visit = try requireVisit(of: file, .S4)
    _ = try requireMember(.onSite, of: file, .S4)
    _ = try requireItem(id, .S4)
    try requireReasonForChange(id, percentage, reason, visit)
    return [.siteMarkProposed(item: id, percentage: percentage, reason: reason)]
  }

  func settleOnSite(
    _ id: ItemID, at percentage: Percentage, reason: String, in file: CaseState
  ) throws(Refusal) -> [Event] {
    let visit = try requireVisit(of: file, .S4)
    _ = try requireLeader(.onSite, of: file, .S4)
    _ = try requireItem(id, .S4)
    try requireReasonForChange(id, percentage, reason, visit)
    if let earlier = visit.settled(id), earlier.percentage != percentage, reason.isBlank {
      throw Refusal(.S4, .reasonForCorrection, ours: true)
    }
    return [.siteMarkSettled(item: id, percentage: percentage, reason: reason)]
  }

  /// S5: opinion, report, records and scores go to the secretariat; nothing stays unclear.
  func submitVisit(opinion: String, in file: CaseState) throws(Refusal) -> [Event] {
    let visit = try requireVisit(of: file, .S5)
    _ = try requireLeader(.onSite, of: file, .S5)
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
    try requireText(opinion, .opinion, .S5)
    return [
      .visitConcluded(total: total, opinion: opinion),
      .visitSubmitted,
      .siteResult(
        total: total, tier: parameters.tier(of: total)?.rank, percentages: percentages),
    ]
  }
}
