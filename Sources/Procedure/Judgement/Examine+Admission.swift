import Criteria
import Foundation

/// How an application comes in and is qualified (E, M, Q).
extension Desk {
  func examine(_ copies: [DocumentKind: CopyCount]) throws(Refusal) {
    let isSound = copies.values.allSatisfy {
      (0...999).contains($0.electronic) && (0...999).contains($0.paper)
    }
    if !isSound { throw Refusal(.M6, .badAmount) }
  }

  /// M1 to M5, E5: complete; the copies are counted until the district has checked.
  func examineSubmission(of dossier: CaseState) throws(Refusal) {
    guard knows(.material, in: dossier) else { return }
    if dossier.admission.form?.kind == .publicBody { throw Refusal(.E5, .mayNotApply) }
    try requireMaterial(of: dossier) { finding in
      if case .copiesShort = finding { false } else { true }
    }
  }

  /// Q1: with the district's opinion, all that was asked for, and the copies that were.
  func examineRecommendation(of dossier: CaseState) throws(Refusal) {
    try requireReason(.recommendation, .opinion, in: dossier, .Q1)
    if knows(.material, in: dossier) { try requireMaterial(of: dossier) { _ in true } }
  }

  func requireMaterial(
    of dossier: CaseState, counting counts: (MaterialFinding) -> Bool
  ) throws(Refusal) {
    let findings = materialFindings(of: dossier, parameters: parameters, edition: edition)
    if let fault = findings.first(where: { $0.isBlocking && counts($0) }) {
      throw Refusal(fault.rule, .material(fault))
    }
  }

  /// What the district writes: its opinion, or why it returns (Q1).
  func examineMaterialNote(_ about: NoteKind, _ text: String) throws(Refusal) {
    switch about {
    case .recommendation: try requireText(text, .opinion, .Q1)
    case .returned:
      if parameters.keeps(.reasonForReturn), text.isBlank {
        throw Refusal(.Q1, .blank(.reason), ours: true)
      }
    case .qualification, .entry, .proposal, .approval, .ending, .lost, .revocation:
      throw Refusal(.K, .needsRole(.secretariat))
    }
  }

  /// What the bureau writes; supervision gives the reason of an end, and no other (V4).
  func examineOfficeNote(_ about: NoteKind, _ text: String) throws(Refusal) {
    let isOffice = cycle.acts(actor, as: .secretariat)
    let rule: Rule
    switch about {
    case .qualification: rule = .Q3
    case .entry: rule = .R7
    case .proposal: rule = .S6
    case .approval: rule = .P4
    case .lost: rule = .C3
    case .revocation: rule = .C4
    case .ending: rule = isOffice ? .M8 : .V4
    case .recommendation, .returned: throw Refusal(.Q1, .needsRole(.districtOfficer))
    }
    if !isOffice, about != .ending { throw Refusal(rule, .needsRole(.secretariat)) }
    try requireText(text, .reason, rule)
  }

  /// M8.
  func examine(_ report: ChangeReport) throws(Refusal) {
    try requireText(report.text, .text, .M8)
    try requirePast(report.reported, since: report.occurred, .occurrence, .M8)
  }

  /// Q3: a person decides, and says why where the program finds otherwise.
  func examineCondition(
    _ rule: Rule, isMet: Bool, reason: String, in dossier: CaseState
  ) throws(Refusal) {
    guard Rule.decided.contains(rule) else { throw Refusal(.E4, .neverCondition) }
    guard reason.isBlank, knows(.material, in: dossier) else { return }
    let finding = conditionFindings(
      dossier.application, form: dossier.admission.form, parameters: parameters,
      on: cycle.call(of: dossier.year)?.until ?? now.day
    ).first { $0.rule == rule }?.judgement
    if finding != (isMet ? .met : .notMet) {
      throw Refusal(rule, .reasonAgainstFinding, ours: true)
    }
  }

  /// Q2, P1: a question as it is sent, or the same one with its answer.
  func examine(
    _ content: Inquiry, of id: InquiryID?, in dossier: CaseState
  ) throws(Refusal) {
    guard let id else {
      guard let last = dossier.trace.last, last.kind == .inquirySent else {
        throw Refusal(.Q2, .unknownInquiry)
      }
      let rule = dossier.admission.inquiries[InquiryID(last.name.rawValue)]?.purpose.rule ?? .Q2
      try requireText(content.department, .department, rule)
      return try requireText(content.question, .text, rule)
    }
    let record = dossier.admission.inquiries[id]
    let rule = record?.purpose.rule ?? .Q2
    guard let record, record.answered != nil, dossier.trace.last?.kind == .inquiryAnswered
    else {
      throw Refusal(rule, .unknownInquiry)
    }
    try requireText(content.answer ?? "", .answer, rule)
    guard let asked = record.content else {
      if knows(.office, in: dossier) { throw Refusal(rule, .unknownInquiry) }
      return
    }
    if asked.answer != nil { throw Refusal(rule, .alreadyAnswered) }
    try require(content.department, is: asked.department, rule)
    try require(content.question, is: asked.question, rule)
  }

  func examineQualification(_ isQualified: Bool, in dossier: CaseState) throws(Refusal) {
    guard isQualified else {
      return try requireReason(.qualification, .reason, in: dossier, .Q3)
    }
    guard knows(.office, in: dossier) else { return }
    for rule in Rule.decided {
      guard let decision = dossier.admission.conditions[rule] else {
        throw Refusal(.Q3, .conditionOpen(rule))
      }
      if !decision.isMet { throw Refusal(rule, .conditionNotMet(decision.reason)) }
    }
    let answers = dossier.admission.inquiries(for: .qualification).map(\.record.content)
    let silent = answers.count { $0?.answer == nil }
    if silent > 0 { throw Refusal(.Q2, .inquiriesOpen(silent)) }
    if answers.contains(where: { $0?.isAdverse == true }), note(.qualification, in: dossier) == nil
    {
      throw Refusal(.Q2, .adverseAnswer, ours: true)
    }
  }
}
