import Foundation

/// Cultivation of the listed (C1 to C4) and mutual assessment (V3).
extension Desk {
  func requirePlace(_ dossier: CaseState, _ rule: Rule) throws(Refusal) -> Cultivation {
    try requireStage(.cultivation, in: dossier, rule)
    guard let cultivation = dossier.cultivation else {
      throw Refusal(rule, .wrongStage(dossier.stage))
    }
    if now.day > cultivation.until { throw Refusal(rule, .periodOver(cultivation.until)) }
    return cultivation
  }

  func admitGrant(_ payment: Payment, in dossier: CaseState) throws(Refusal) {
    let place = try requirePlace(dossier, .C1)
    if place.grant != nil { throw Refusal(.C1, .grantPaid) }
    guard payment.amount > .zero, payment.amount <= Payment.most else {
      throw Refusal(.C1, .badAmount)
    }
    try requirePast(payment.day, since: place.since, .listing, .C1)
  }

  /// C3: every year before the due day; a report that came later does not keep the place.
  func admitReport(of year: Int, on day: Day, in dossier: CaseState) throws(Refusal) {
    let place = try requirePlace(dossier, .C3)
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
  }

  /// C4: a loss is announced.
  func admitAnnouncement(
    _ number: String, on day: Day, in dossier: CaseState
  ) throws(Refusal) {
    try requireStage(.revoked, in: dossier, .C4)
    if dossier.cultivation?.announced != nil { throw Refusal(.C4, .alreadyDecided) }
    try requireText(number, .number, .C4)
    try requireToday(day, .C4)
  }

  /// C4: what was paid is refunded, all of it.
  func admitRefund(_ payment: Payment, in dossier: CaseState) throws(Refusal) {
    try requireStage(.revoked, in: dossier, .C4)
    guard let place = dossier.cultivation, place.refundDue != nil, let grant = place.grant else {
      throw Refusal(.C4, .noRefundDue)
    }
    if place.refund != nil { throw Refusal(.C4, .alreadyAnswered) }
    guard payment.amount == grant.amount else {
      throw Refusal(.C4, .wrongRefund(grant.amount), ours: true)
    }
    try requirePast(payment.day, since: grant.day, .grant, .C4)
  }

  /// V3 [ours]: after each visit each side assesses the other; supervision alone reads it.
  func admitAssessment(
    _ direction: Assessment.Direction, in dossier: CaseState
  ) throws(Refusal) {
    switch direction {
    case .ofApplicant: _ = try requireMember(.onSite, of: dossier, .V3)
    // The applicant has no account: supervision registers what it says.
    case .ofPanel: try requireRole(.supervisor, .V3)
    }
    guard dossier.visit?.submitted == true else {
      throw Refusal(.V3, .visitNotSubmitted, ours: true)
    }
    if dossier.assessed.contains(direction) { throw Refusal(.V3, .alreadyAnswered, ours: true) }
  }
}
