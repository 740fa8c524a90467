import Criteria
import Foundation

/// How an application comes in and is qualified (E, M, Q).
extension Desk {
  // MARK: Coming in

  /// M7: within the call's days, and not after them.
  private func requireCall() throws(Refusal) {
    guard let call = cycle.call else { throw Refusal(.M7, .noCall) }
    if now.day < call.from { throw Refusal(.M7, .callNotOpen(call.from)) }
    if now > call.until.end { throw Refusal(.M7, .callOver(call.until)) }
  }

  /// The secretariat, or an officer of the district of registration (M7).
  func requireOffice(of district: DistrictCode, _ rule: Rule = .M7) throws(Refusal) {
    if cycle.acts(actor, as: .secretariat) { return }
    try requireRole(.districtOfficer, rule)
    guard cycle.people[actor]?.district == district else { throw Refusal(rule, .unknownDistrict) }
  }

  /// M7: after the closing date, and once it went to the district's check, nothing changes.
  func requireUnfrozen(_ dossier: CaseState) throws(Refusal) {
    try requireOffice(of: dossier.application.district)
    guard dossier.stage == .registered else { throw Refusal(.M7, .frozen) }
    try requireCall()
  }

  private func requireSound(_ application: Application) throws(Refusal) {
    try requireText(application.name, .name, .M1)
    try requireText(application.industry, .industry, .M1)
    guard parameters.district(application.district) != nil else {
      throw Refusal(.M7, .unknownDistrict)
    }
  }

  func admitRegistration(of application: Application, year: Int) throws(Refusal) {
    try requireOffice(of: application.district)
    guard let open = cycle.year, !cycle.isClosed else { throw Refusal(.K, .noCycle) }
    if dossier != nil { throw Refusal(.K, .numberTaken) }
    try require(year, is: open, .K)
    guard Self.isWellFormed(application.id.rawValue) else { throw Refusal(.K, .blank(.number)) }
    try requireSound(application)
    try requireCall()
  }

  /// What was registered is corrected until the district recommends, the number apart; into another
  /// district it is handed by the one in which it is, or by the secretariat (M7).
  func admitAmendment(_ application: Application, in dossier: CaseState) throws(Refusal) {
    try requireOffice(of: dossier.application.district)
    guard dossier.stage <= .districtCheck else { throw Refusal(.M7, .frozen) }
    guard application.id == dossier.id else { throw Refusal(.K, .blank(.number)) }
    try requireSound(application)
  }

  /// M6: what came in with it; counted until the district has checked.
  func requireCounting(in dossier: CaseState) throws(Refusal) {
    try requireOffice(of: dossier.application.district, .M6)
    try requireStage(.registered, .districtCheck, in: dossier, .M6)
  }

  func admitSubmission(on day: Day, in dossier: CaseState) throws(Refusal) {
    try requireUnfrozen(dossier)
    try requireToday(day, .M7)
  }

  /// What was returned may be mended and handed in again until the call ends (M7).
  func admitResumption(of dossier: CaseState) throws(Refusal) {
    try requireOffice(of: dossier.application.district)
    try requireStage(.returned, in: dossier, .Q1)
    // Another year's call is not this application's.
    if cycle.isClosed { throw Refusal(.K, .noCycle) }
    if cycle.year != dossier.year { throw Refusal(.M7, .noCall) }
    try requireCall()
  }

  /// M8: while under review.
  func requireChangeable(_ dossier: CaseState) throws(Refusal) {
    try requireOffice(of: dossier.application.district, .M8)
    guard !dossier.stage.isEnd, dossier.stage > .registered, dossier.stage < .cultivation else {
      throw Refusal(.M8, .wrongStage(dossier.stage))
    }
  }

  // MARK: The district (Q1)

  /// The officer of the case's own district, nobody else, while the district checks.
  func requireDistrictCheck(of dossier: CaseState) throws(Refusal) {
    guard cycle.people[actor]?.district == dossier.application.district else {
      throw Refusal(.Q1, .unknownDistrict)
    }
    try requireStage(.districtCheck, in: dossier, .Q1)
  }

  func admitRecommendation(sealedOn day: Day, in dossier: CaseState) throws(Refusal) {
    try requireDistrictCheck(of: dossier)
    try requirePast(day, since: dossier.admission.submitted ?? now.day, .submission, .Q1)
  }

  // MARK: The city (Q2, Q3)

  func requireConditionsOpen(in dossier: CaseState) throws(Refusal) {
    try requireStage(.qualification, in: dossier, .Q3)
    if dossier.admission.isQualified != nil { throw Refusal(.Q3, .alreadyDecided) }
  }

  func admitInquiry(
    _ purpose: InquiryPurpose, on day: Day, in dossier: CaseState
  ) throws(Refusal) {
    let rule = purpose.rule
    try requireRole(.secretariat, rule)
    try requireStage(purpose == .qualification ? .qualification : .opinions, in: dossier, rule)
    switch purpose {
    case .qualification:
      try requirePast(
        day, since: dossier.admission.sealedOn ?? dossier.registeredAt.day, .recommendation, rule)
    case .opinion:
      try requirePast(
        day, since: dossier.submittedAt?.day ?? dossier.registeredAt.day, .visit, rule)
    }
  }

  func admitAnswer(to id: InquiryID, on day: Day, in dossier: CaseState) throws(Refusal) {
    let record = dossier.admission.inquiries[id]
    let rule = record?.purpose.rule ?? .Q2
    try requireRole(.secretariat, rule)
    guard let record, record.isRecorded else { throw Refusal(rule, .unknownInquiry) }
    if record.answered != nil { throw Refusal(rule, .alreadyAnswered) }
    try requirePast(day, since: record.asked, .inquiry, rule)
  }

  /// Every inquiry for a purpose has its answer, and there is one.
  func requireAnswers(for purpose: InquiryPurpose, in dossier: CaseState) throws(Refusal) {
    let inquiries = dossier.admission.inquiries(for: purpose)
    if inquiries.isEmpty { throw Refusal(purpose.rule, .noInquiry) }
    let open = inquiries.count { $0.record.answered == nil }
    if open > 0 { throw Refusal(purpose.rule, .inquiriesOpen(open)) }
  }

  func admitQualification(_ isQualified: Bool, in dossier: CaseState) throws(Refusal) {
    if isQualified || !mayReconsider(.qualification, dossier) {
      try requireStage(.qualification, in: dossier, .Q3)
    }
    guard isQualified else { return }
    if dossier.admission.isQualified == true { throw Refusal(.Q3, .alreadyDecided) }
    try requireAnswers(for: .qualification, in: dossier)
  }
}

extension InquiryPurpose {
  /// The rule that asks for it.
  public var rule: Rule { self == .qualification ? .Q2 : .P1 }
}
