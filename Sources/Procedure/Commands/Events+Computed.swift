import Criteria
import Foundation

/// Events with figures and contents that follow from what lies before.
///
/// Where something is missing they hold a zero: the judgement that follows says what it is.
extension Desk {
  /// A reason, where one was given.
  func noted(_ kind: NoteKind, _ text: String) -> [Event] {
    text.isBlank ? [] : [.officeNoted(about: kind, text: text)]
  }

  func answer(
    _ id: InquiryID, with answer: String, isAdverse: Bool, on day: Day, in dossier: CaseState
  ) throws(Refusal) -> [Event] {
    let answered = Event.inquiryAnswered(inquiry: id, on: day)
    try requireFrame(answered)
    guard let record = dossier.admission.inquiries[id], var content = record.content else {
      throw Refusal(dossier.admission.inquiries[id]?.purpose.rule ?? .Q2, .unknownInquiry)
    }
    (content.answer, content.isAdverse) = (answer, isAdverse)
    return [answered, .inquiryRecorded(inquiry: id, content: content)]
  }

  func answer(
    _ id: ObjectionID, isUpheld: Bool, with answer: String, in dossier: CaseState
  ) throws(Refusal) -> [Event] {
    let answered = Event.objectionAnswered(objection: id, on: now.day, isUpheld: isUpheld)
    try requireFrame(answered)
    guard var content = dossier.publicity.objections[id]?.content else {
      throw Refusal(.P3, .unknownObjection)
    }
    content.answer = answer
    return [answered, .objectionRecorded(objection: id, content: content)]
  }

  /// P4: the place with the total of the visit and the tier that it reaches.
  func list(_ dossier: CaseState, number: String) -> Event {
    let total = dossier.siteTotal ?? .zero
    return .listPublished(
      number: number, on: now.day, until: lastDayOfPlace,
      tier: parameters.tier(of: total)?.rank ?? 0, total: total)
  }

  /// V4, M8: what has a place loses it for fraud; what has none ends.
  func end(_ ending: Ending, _ dossier: CaseState) -> Event {
    if ending == .fraud, let place = dossier.cultivation {
      return .placeLost(by: ending, on: now.day, refundDue: refundDue(place))
    }
    return .caseEnded(by: ending, on: now.day)
  }

  /// R6: who was there in the panel's own order, why the others were not, and where it met.
  func attendance(
    _ present: [PersonID], absences: [PersonID: String], at place: String, in dossier: CaseState
  ) -> Event {
    let panel = dossier.panel.flatMap { cycle.panels[$0] }
    let members = panel.map(dossier.members) ?? []
    let ordered =
      members.filter(present.contains) + present.filter { !members.contains($0) }
    return .attendanceRecorded(
      present: ordered, absences: absences.filter { !present.contains($0.key) },
      place: place.isBlank ? nil : place)
  }

  /// R6: the report, the end of the session, and the total for those who read results.
  func finishConsensus(_ conclusion: String, in dossier: CaseState) -> [Event] {
    let percentages = dossier.consensus?.percentages ?? [:]
    let total = Scorecard(percentages, edition: edition).total ?? .zero
    let revision = dossier.consensus?.revision ?? 0
    return [
      .consensusConcluded(total: total, conclusion: conclusion),
      .consensusFinished(revision: revision),
      .materialResult(revision: revision, total: total, percentages: percentages),
    ]
  }

  /// S1, S3: the secretariat names the on-site panel; marks and points are carried over.
  func arrangeVisit(
    _ id: PanelID, from: Day, until: Day, in dossier: CaseState
  ) throws(Refusal) -> [Event] {
    let arranged = Event.visitArranged(panel: id, from: from, until: until)
    // The agenda is made for days that were found to be few.
    try requireFrame(arranged)
    let session = dossier.consensus ?? Consensus(threshold: parameters.spreadLimit)
    return [
      arranged,
      .visitPrepared(
        material: session.percentages, checks: checklist(from: session),
        agenda: agenda(from: from, until: until)),
    ]
  }

  /// S5: opinion, report, records and scores go to the secretariat.
  func submitVisit(_ opinion: String, in dossier: CaseState) -> [Event] {
    let percentages = dossier.visit?.percentages ?? [:]
    let total = Scorecard(percentages, edition: edition).total ?? .zero
    return [
      .visitConcluded(total: total, opinion: opinion),
      .visitSubmitted,
      .siteResult(
        total: total, tier: parameters.tier(of: total)?.rank, percentages: percentages),
    ]
  }
}
