import Foundation

/// Whether an author was entitled to an event: what replay asks of entries that others wrote.
///
/// `decide` asks more and asks it first; this is the wall against a program changed to skip it.
/// An entry that fails is kept and named by `check`, and changes no state.
/// A case is replayed with the cycle as it stands now, so an author is judged by every role, district
/// and panel they were ever given: a later change takes nothing from what was done before it (V5).
public func isEntitled(
  _ author: PersonID, to event: Event, cycle: CycleState, file: CaseState?
) -> Bool {
  let people = cycle.people
  let selves = cycle.earlierPeople[author, default: []] + (people[author].map { [$0] } ?? [])
  // The cycle's stream is judged at each entry's own place: there present roles are the right ones,
  // and who lost theirs does not get them back by an entry of their own (V4).
  let isOfCycle = event.kind.isOfCycle
  func acts(_ role: Role) -> Bool {
    if isOfCycle { return cycle.acts(author, as: role) }
    return cycle.standing[author] == .confirmed && selves.contains { $0.roles.contains(role) }
  }
  func officer(of district: DistrictCode?) -> Bool {
    cycle.standing[author] == .confirmed
      && selves.contains { $0.roles.contains(.districtOfficer) && $0.district == district }
  }
  func versions(_ id: PanelID?) -> [Panel] {
    guard let id, let panel = cycle.panels[id] else { return [] }
    return cycle.earlierPanels[id, default: []] + [panel]
  }
  func leads(_ id: PanelID?) -> Bool {
    guard let file else { return false }
    return versions(id).contains { file.actingLeader(of: $0) == author }
  }
  func sits(_ id: PanelID?) -> Bool { versions(id).contains { $0.members.contains(author) } }
  switch event {
  case .personInvited(let person):
    return people.isEmpty ? person.id == author : acts(.secretariat)
  case .personJoined(let person, _): return person == author
  case .personConfirmed(let person, _):
    return acts(.secretariat) || (person == author && people.count == 1)
  case .cycleOpened, .personChanged, .panelFormed, .panelChanged, .panelAssigned, .visitArranged,
    .visitPrepared, .parametersAdopted, .callAnnounced, .calendarLoaded, .meetingHeld,
    .cycleClosed, .conditionDecided, .inquirySent, .inquiryRecorded, .inquiryAnswered,
    .qualificationDecided, .noticePublished, .noticeClosed, .letterSent, .entryDecided,
    .proposalDecided, .objectionReceived, .objectionRecorded, .objectionAnswered,
    .approvalDecided, .listPublished, .grantPaid, .activityRecorded, .reportReceived,
    .lossAnnounced, .grantRefunded:
    return acts(.secretariat)
  case .officeNoted(let kind, _):
    return acts(.secretariat) || (kind == .ending && acts(.supervisor))
  case .caseEnded(let ending, _), .placeLost(let ending, _, _):
    return acts(ending == .fraud ? .supervisor : .secretariat)
  case .personSanctioned, .investigationNoted, .investigationClosed: return acts(.supervisor)
  // Anybody who takes part may turn to supervision.
  case .complaintLodged: return cycle.standing[author] == .confirmed
  case .assessmentGiven(let direction), .assessmentRecorded(let direction, _):
    return direction == .ofPanel ? acts(.supervisor) : sits(file?.onSitePanel)
  case .openingReleased:
    // Leader and secretariat are two people (R4).
    return acts(.secretariat)
      && versions(file?.panel).contains { file?.actingLeader(of: $0) != author }
  case .caseRegistered(let application, _):
    return acts(.secretariat) || officer(of: application.district)
  case .applicationAmended(let application):
    // An amendment moves a case to no other number and no other district (M7).
    guard let own = file?.application, application.id == own.id,
      application.district == own.district
    else { return false }
    return acts(.secretariat) || officer(of: own.district)
  case .documentAttached, .formFilled, .copiesCounted, .applicationSubmitted,
    .applicationResumed, .changeReported:
    return acts(.secretariat) || officer(of: file?.application.district)
  case .materialNoted, .applicationRecommended, .applicationReturned:
    return officer(of: file?.application.district)
  case .declarationSigned(let person, _), .personRecused(let person, _):
    return person == author && (sits(file?.panel) || sits(file?.onSitePanel))
  case .reviewersDesignated, .openingAsked, .consensusOpened, .attendanceRecorded,
    .itemDiscussed, .itemMerged, .itemSettled, .consensusConcluded, .consensusFinished,
    .materialResult, .consensusReopened, .meetingReportGiven, .meetingReported:
    return leads(file?.panel)
  case .reviewStarted(let reviewer), .sheetHandedIn(let reviewer, _),
    .sheetRecorded(let reviewer, _, _), .sheetWithdrawn(let reviewer, _, _):
    return reviewer == author && file?.designated.contains(author) == true
  case .dissentRecorded: return sits(file?.panel)
  case .agendaChanged, .checkAdded, .checkTicked, .siteMarkProposed:
    return sits(file?.onSitePanel)
  case .siteMarkSettled, .visitConcluded, .visitSubmitted, .siteResult:
    return leads(file?.onSitePanel)
  }
}
