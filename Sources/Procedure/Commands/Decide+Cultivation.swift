import Criteria
import Foundation

/// Cultivation of the listed (C1 to C4) and mutual assessment (V3).
extension Desk {
  func decideCultivation(_ command: CaseCommand, in file: CaseState) throws(Refusal) -> [Event]? {
    switch command {
    case .payGrant(let payment): try payGrant(payment, in: file)
    case .recordActivity(let activity): try record(activity, in: file)
    case .receiveReport(let year, let day): try receiveReport(of: year, on: day, in: file)
    case .losePlace(let reason): try losePlace(file, reason: reason)
    case .revoke(let reason): try revoke(file, reason: reason)
    case .announceLoss(let number): try announceLoss(of: file, number: number)
    case .recordRefund(let payment): try recordRefund(payment, in: file)
    case .assess(let direction, let assessment): try assess(direction, assessment, in: file)
    default: nil
    }
  }

  private func requirePlace(_ file: CaseState, _ rule: Rule) throws(Refusal) -> Cultivation {
    try requireStage(.cultivation, in: file, rule)
    guard let cultivation = file.cultivation else { throw Refusal(rule, .wrongStage(file.stage)) }
    if now.day > cultivation.until { throw Refusal(rule, .periodOver(cultivation.until)) }
    return cultivation
  }

  private func payGrant(_ payment: Payment, in file: CaseState) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .C1)
    let place = try requirePlace(file, .C1)
    if place.grant != nil { throw Refusal(.C1, .grantPaid) }
    guard payment.amount > 0 else { throw Refusal(.C1, .badAmount) }
    try requirePast(payment.day, since: place.since, .listing, .C1)
    return [.grantPaid(payment: payment)]
  }

  private func record(_ activity: Activity, in file: CaseState) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .C2)
    let place = try requirePlace(file, .C2)
    try requireText(activity.text, .text, .C2)
    try requirePast(activity.day, since: place.since, .listing, .C2)
    return [.activityRecorded(activity: activity)]
  }

  /// C3: every year before the due day; a report that came later does not keep the place.
  private func receiveReport(
    of year: Int, on day: Day, in file: CaseState
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .C3)
    let place = try requirePlace(file, .C3)
    guard let report = place.dueReports(parameters).first(where: { $0.year == year }) else {
      throw Refusal(.C3, .noReportDue(year))
    }
    if place.reports[year] != nil { throw Refusal(.C3, .alreadyAnswered) }
    // What is about a year cannot come in before the year is over.
    try requirePast(day, since: place.since, .listing, .C3)
    if let over = Day(year: year + 1, month: 1, day: 1) {
      try requirePast(day, since: over, .reportYear, .C3)
    }
    if day > report.due { throw Refusal(.C3, .reportLate(report.due)) }
    return [.reportReceived(year: year, on: day)]
  }

  private func losePlace(_ file: CaseState, reason: String) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .C3)
    let place = try requirePlace(file, .C3)
    guard !place.overdue(on: now.day, parameters).isEmpty else {
      throw Refusal(.C3, .nothingOverdue(place.nextReport(parameters)?.due))
    }
    try requireText(reason, .reason, .C3)
    return [
      .officeNoted(about: .lost, text: reason),
      .placeLost(by: .reportMissing, on: now.day, refundDue: nil),
    ]
  }

  /// C4: the grant is refunded within the parameter's months, and this is announced.
  private func revoke(_ file: CaseState, reason: String) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .C4)
    let place = try requirePlace(file, .C4)
    try requireText(reason, .reason, .C4)
    return [
      .officeNoted(about: .revocation, text: reason),
      .placeLost(by: .breach, on: now.day, refundDue: refundDue(place)),
    ]
  }

  private func announceLoss(of file: CaseState, number: String) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .C4)
    try requireStage(.revoked, in: file, .C4)
    if file.cultivation?.announced != nil { throw Refusal(.C4, .alreadyDecided) }
    try requireText(number, .number, .C4)
    return [.lossAnnounced(number: number, on: now.day)]
  }

  private func recordRefund(_ payment: Payment, in file: CaseState) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .C4)
    try requireStage(.revoked, in: file, .C4)
    guard let place = file.cultivation, place.refundDue != nil, let grant = place.grant else {
      throw Refusal(.C4, .noRefundDue)
    }
    if place.refund != nil { throw Refusal(.C4, .alreadyAnswered) }
    guard payment.amount == grant.amount else {
      throw Refusal(.C4, .wrongRefund(grant.amount), ours: true)
    }
    try requirePast(payment.day, since: grant.day, .grant, .C4)
    return [.grantRefunded(payment: payment)]
  }

  /// V3 [ours]: after each visit each side assesses the other; supervision alone reads it.
  private func assess(
    _ direction: Assessment.Direction, _ assessment: Assessment, in file: CaseState
  ) throws(Refusal) -> [Event] {
    switch direction {
    case .ofApplicant: _ = try requireMember(.onSite, of: file, .V3)
    // The applicant has no account: supervision registers what it says.
    case .ofPanel: try requireRole(.supervisor, .V3)
    }
    guard file.visit?.submitted == true else { throw Refusal(.V3, .visitNotSubmitted, ours: true) }
    if file.assessed.contains(direction) { throw Refusal(.V3, .alreadyAnswered, ours: true) }
    guard Set(assessment.grades.keys) == Set(SupervisionTopic.allCases),
      assessment.grades.values.allSatisfy({ (1...5).contains($0) })
    else { throw Refusal(.V3, .gradesMissing, ours: true) }
    return [
      .assessmentGiven(direction: direction),
      .assessmentRecorded(direction: direction, assessment: assessment),
    ]
  }

  // MARK: Supervision (V3, V4)

  func decide(_ command: SupervisionCommand) throws(Refusal) -> [Event] {
    switch command {
    case .lodge(let complaint):
      guard cycle.isReady(actor) else { throw Refusal(.K, .notReady(actor)) }
      if supervision?.investigations[complaint.id] != nil { throw Refusal(.K, .numberTaken) }
      guard Self.isWellFormed(complaint.id.rawValue) else { throw Refusal(.K, .blank(.number)) }
      try requireText(complaint.text, .text, .V3)
      if let person = complaint.person, cycle.people[person] == nil {
        throw Refusal(.V3, .unknownPerson(person))
      }
      return [.complaintLodged(complaint: complaint)]
    case .note(let id, let text):
      _ = try requireInvestigation(id)
      try requireText(text, .text, .V3)
      return [.investigationNoted(complaint: id, text: text)]
    case .close(let id, let outcome, let measure, let finding):
      let about = try requireInvestigation(id).complaint
      try requireText(finding, .conclusion, .V3)
      if outcome == .unfounded, measure != .none { throw Refusal(.V3, .noFinding, ours: true) }
      if measure == .fraud, outcome != .substantiated || about.file == nil {
        throw Refusal(.V4, .fraudNeedsCase)
      }
      return [
        .investigationClosed(complaint: id, outcome: outcome, measure: measure, finding: finding)
      ]
    }
  }

  private func requireInvestigation(_ id: ComplaintID) throws(Refusal) -> Investigation {
    try requireRole(.supervisor, .V3)
    guard let investigation = supervision?.investigations[id] else {
      throw Refusal(.V3, .unknownComplaint)
    }
    if investigation.closedAt != nil { throw Refusal(.V3, .alreadyDecided) }
    // Nobody looks into a complaint about themself.
    if investigation.complaint.person == actor { throw Refusal(.V3, .ownCase, ours: true) }
    return investigation
  }

  /// V4: by severity, and only for what an investigation established.
  func sanction(
    _ person: PersonID, _ sanction: Sanction, for id: ComplaintID
  ) throws(Refusal) -> [Event] {
    try requireRole(.supervisor, .V4)
    guard cycle.people[person] != nil else { throw Refusal(.V4, .unknownPerson(person)) }
    if person == actor { throw Refusal(.V4, .ownCase, ours: true) }
    guard let finding = supervision?.investigations[id], finding.complaint.person == person,
      finding.outcome == .substantiated || finding.outcome == .partly
    else { throw Refusal(.V4, .noFinding) }
    return [.personSanctioned(person: person, sanction: sanction)]
  }
}
