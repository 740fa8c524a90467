import Criteria
import Foundation

/// How an application comes in and is qualified (E, M, Q).
extension Desk {
  func decideAdmission(_ command: CaseCommand, in file: CaseState) throws(Refusal) -> [Event]? {
    switch command {
    case .amend(let application): try amend(application, in: file)
    case .fillForm(let form): try fill(form, in: file)
    case .attach(let document): try attach(document, to: file)
    case .countCopies(let copies): try count(copies, in: file)
    case .submit: try submit(file)
    case .recommend(let opinion, let day): try recommend(file, opinion: opinion, sealedOn: day)
    case .returnApplication(let reason): try sendBack(file, reason: reason)
    case .resume: try resume(file)
    case .reportChange(let report): try takeUp(report, in: file)
    case .decideCondition(let rule, let isMet, let reason):
      try decideCondition(rule, isMet: isMet, reason: reason, in: file)
    case .inquire(let purpose, let department, let question):
      try inquire(purpose, department: department, question: question, in: file)
    case .answerInquiry(let id, let answer, let isAdverse):
      try self.answer(id, with: answer, isAdverse: isAdverse, in: file)
    case .qualify(let isQualified, let reason):
      try qualify(file, isQualified: isQualified, reason: reason)
    default: nil
    }
  }

  // MARK: Coming in

  /// M7: within the call's days, and not after them.
  private func requireCall() throws(Refusal) {
    guard let call = cycle.call else { throw Refusal(.M7, .noCall) }
    if now.day < call.from { throw Refusal(.M7, .callNotOpen(call.from)) }
    if now > call.until.end { throw Refusal(.M7, .callOver(call.until)) }
  }

  /// The secretariat, or an officer of the district of registration (M7).
  private func requireOffice(of district: DistrictCode, _ rule: Rule = .M7) throws(Refusal) {
    if cycle.acts(actor, as: .secretariat) { return }
    try requireRole(.districtOfficer, rule)
    guard cycle.people[actor]?.district == district else { throw Refusal(rule, .unknownDistrict) }
  }

  /// The officer of the case's own district, nobody else (Q1).
  private func requireDistrict(of file: CaseState) throws(Refusal) {
    try requireRole(.districtOfficer, .Q1)
    guard cycle.people[actor]?.district == file.application.district else {
      throw Refusal(.Q1, .unknownDistrict)
    }
  }

  func register(_ application: Application, as id: CaseID) throws(Refusal) -> [Event] {
    try requireOffice(of: application.district)
    guard let year = cycle.year, !cycle.isClosed else { throw Refusal(.K, .noCycle) }
    if file != nil { throw Refusal(.K, .numberTaken) }
    guard application.id == id, Self.isWellFormed(id.rawValue) else {
      throw Refusal(.K, .blank(.number))
    }
    try check(application)
    try requireCall()
    return [.caseRegistered(application: application, year: year)]
  }

  private func check(_ application: Application) throws(Refusal) {
    try requireText(application.name, .name, .M1)
    try requireText(application.industry, .industry, .M1)
    guard parameters.district(application.district) != nil else {
      throw Refusal(.M7, .unknownDistrict)
    }
  }

  /// M7: after the closing date, and once it went to the district's check, nothing changes.
  private func requireUnfrozen(_ file: CaseState) throws(Refusal) {
    try requireOffice(of: file.application.district)
    guard file.stage == .registered else { throw Refusal(.M7, .frozen) }
    try requireCall()
  }

  private func amend(
    _ application: Application, in file: CaseState
  ) throws(Refusal) -> [Event] {
    try requireUnfrozen(file)
    guard application.id == file.id, application.district == file.application.district else {
      throw Refusal(.K, .blank(.number))
    }
    try check(application)
    return [.applicationAmended(application: application)]
  }

  private func fill(_ form: ApplicationForm, in file: CaseState) throws(Refusal) -> [Event] {
    try requireUnfrozen(file)
    return [.formFilled(form: form)]
  }

  private func attach(_ document: Document, to file: CaseState) throws(Refusal) -> [Event] {
    try requireUnfrozen(file)
    try requireText(document.title, .title, .M1)
    try requireText(document.file, .name, .M1)
    return [.documentAttached(document: document)]
  }

  /// M6: what came in with it; counted until the district has checked.
  private func count(
    _ copies: [DocumentKind: CopyCount], in file: CaseState
  ) throws(Refusal) -> [Event] {
    try requireOffice(of: file.application.district, .M6)
    try requireStage(.registered, .districtCheck, in: file, .M6)
    guard
      copies.values.allSatisfy({ (0...999).contains($0.electronic) && (0...999).contains($0.paper) }
      )
    else { throw Refusal(.M6, .badAmount) }
    return [.copiesCounted(copies: copies)]
  }

  /// M1 to M5, M7, E5: to the district's check, complete and in time.
  private func submit(_ file: CaseState) throws(Refusal) -> [Event] {
    try requireUnfrozen(file)
    if file.admission.form?.kind == .publicBody { throw Refusal(.E5, .mayNotApply) }
    try requireMaterial(of: file) { finding in
      if case .copiesShort = finding { false } else { true }
    }
    return [.applicationSubmitted(on: now.day)]
  }

  private func requireMaterial(
    of file: CaseState, counting counts: (MaterialFinding) -> Bool
  ) throws(Refusal) {
    let findings = materialFindings(of: file, parameters: parameters, edition: edition)
    if let fault = findings.first(where: { $0.isBlocking && counts($0) }) {
      throw Refusal(fault.rule, .material(fault))
    }
  }

  // MARK: The district (Q1)

  private func recommend(
    _ file: CaseState, opinion: String, sealedOn day: Day
  ) throws(Refusal) -> [Event] {
    try requireDistrict(of: file)
    try requireStage(.districtCheck, in: file, .Q1)
    try requireText(opinion, .opinion, .Q1)
    try requirePast(day, since: file.admission.submitted ?? now.day, .submission, .Q1)
    try requireMaterial(of: file) { _ in true }
    return [
      .materialNoted(about: .recommendation, text: opinion),
      .applicationRecommended(sealedOn: day),
    ]
  }

  /// Q1 [ours]: what does not meet the conditions is returned with the reason.
  private func sendBack(_ file: CaseState, reason: String) throws(Refusal) -> [Event] {
    try requireDistrict(of: file)
    try requireStage(.districtCheck, in: file, .Q1)
    if parameters.keeps(.reasonForReturn), reason.isBlank {
      throw Refusal(.Q1, .blank(.reason), ours: true)
    }
    return [.materialNoted(about: .returned, text: reason), .applicationReturned]
  }

  /// What was returned may be mended and handed in again until the call ends (M7).
  private func resume(_ file: CaseState) throws(Refusal) -> [Event] {
    try requireOffice(of: file.application.district)
    try requireStage(.returned, in: file, .Q1)
    // Another year's call is not this application's.
    if cycle.isClosed { throw Refusal(.K, .noCycle) }
    if cycle.year != file.year { throw Refusal(.M7, .noCall) }
    try requireCall()
    return [.applicationResumed]
  }

  // MARK: While under review (M8)

  private func takeUp(_ report: ChangeReport, in file: CaseState) throws(Refusal) -> [Event] {
    try requireOffice(of: file.application.district, .M8)
    guard !file.stage.isEnd, file.stage > .registered, file.stage < .cultivation else {
      throw Refusal(.M8, .wrongStage(file.stage))
    }
    try requireText(report.text, .text, .M8)
    try requirePast(report.reported, since: report.occurred, .occurrence, .M8)
    return [.changeReported(report: report)]
  }

  // MARK: The city (Q2, Q3)

  private func decideCondition(
    _ rule: Rule, isMet: Bool, reason: String, in file: CaseState
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .Q3)
    try requireStage(.qualification, in: file, .Q3)
    guard Rule.decided.contains(rule) else { throw Refusal(.E4, .neverCondition) }
    if file.admission.isQualified != nil { throw Refusal(.Q3, .alreadyDecided) }
    let finding = conditionFindings(
      file.application, form: file.admission.form, parameters: parameters,
      on: cycle.call(of: file.year)?.until ?? now.day
    ).first { $0.rule == rule }?.judgement
    if finding != (isMet ? .met : .notMet), reason.isBlank {
      throw Refusal(rule, .reasonAgainstFinding, ours: true)
    }
    return [.conditionDecided(rule: rule, isMet: isMet, reason: reason)]
  }

  func inquire(
    _ purpose: InquiryPurpose, department: String, question: String, in file: CaseState
  ) throws(Refusal) -> [Event] {
    let rule: Rule = purpose == .qualification ? .Q2 : .P1
    try requireRole(.secretariat, rule)
    try requireStage(purpose == .qualification ? .qualification : .opinions, in: file, rule)
    try requireText(department, .department, rule)
    try requireText(question, .text, rule)
    return [
      .inquirySent(purpose: purpose, on: now.day),
      .inquiryRecorded(
        inquiry: nil, content: Inquiry(department: department, question: question)),
    ]
  }

  private func answer(
    _ id: InquiryID, with answer: String, isAdverse: Bool, in file: CaseState
  ) throws(Refusal) -> [Event] {
    let record = file.admission.inquiries[id]
    let rule: Rule = record?.purpose == .opinion ? .P1 : .Q2
    try requireRole(.secretariat, rule)
    guard let record else { throw Refusal(rule, .unknownInquiry) }
    if record.answered != nil { throw Refusal(rule, .alreadyAnswered) }
    try requireText(answer, .answer, rule)
    guard var content = record.content else { throw Refusal(rule, .unknownInquiry) }
    (content.answer, content.isAdverse) = (answer, isAdverse)
    return [
      .inquiryAnswered(inquiry: id, on: now.day), .inquiryRecorded(inquiry: id, content: content),
    ]
  }

  /// Every inquiry for a purpose has its answer, and there is one.
  func requireAnswers(for purpose: InquiryPurpose, in file: CaseState) throws(Refusal) {
    let rule: Rule = purpose == .qualification ? .Q2 : .P1
    let inquiries = file.admission.inquiries(for: purpose)
    if inquiries.isEmpty { throw Refusal(rule, .noInquiry) }
    let open = inquiries.filter { $0.record.answered == nil }.count
    if open > 0 { throw Refusal(rule, .inquiriesOpen(open)) }
  }

  private func qualify(
    _ file: CaseState, isQualified: Bool, reason: String
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .Q3)
    if !mayReconsider(.qualification, file) {
      try requireStage(.qualification, in: file, .Q3)
    }
    guard isQualified else {
      try requireText(reason, .reason, .Q3)
      return [
        .officeNoted(about: .qualification, text: reason),
        .qualificationDecided(isQualified: false),
      ]
    }
    try requireStage(.qualification, in: file, .Q3)
    if file.admission.isQualified == true { throw Refusal(.Q3, .alreadyDecided) }
    try requireAnswers(for: .qualification, in: file)
    for rule in Rule.decided {
      guard let decision = file.admission.conditions[rule] else {
        throw Refusal(.Q3, .conditionOpen(rule))
      }
      if !decision.isMet { throw Refusal(rule, .conditionNotMet(decision.reason)) }
    }
    let adverse = file.admission.inquiries(for: .qualification).contains {
      $0.record.content?.isAdverse == true
    }
    if adverse, reason.isBlank { throw Refusal(.Q2, .adverseAnswer, ours: true) }
    var events: [Event] = [.qualificationDecided(isQualified: true)]
    if !reason.isBlank { events.insert(.officeNoted(about: .qualification, text: reason), at: 0) }
    return events
  }
}
