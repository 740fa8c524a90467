import Foundation

/// Whether an author was entitled to an event: what replay asks of entries that others wrote.
///
/// `decide` asks more and asks it first; this is the wall against a program changed to skip it.
/// An entry that fails is kept and named by `check`, and changes no state.
/// An author is judged by role, district and panels at the entry's own place: a later change takes
/// nothing from what was done before it (V5), and gives nothing to it.
///
/// - Parameter place: How many acts of the cycle came before the entry; nil where it is the newest.
public func isEntitled(
  _ author: PersonID, to event: Event, cycle: CycleState, file: CaseState?, after place: Int? = nil
) -> Bool {
  let own = cycle.member(author, after: place)
  let isConfirmed = own?.standing == .confirmed
  func acts(as role: Role) -> Bool {
    isConfirmed && own?.person.active == true && own?.person.acts(as: role) == true
  }
  func officer(of district: DistrictCode?) -> Bool {
    acts(as: .districtOfficer) && own?.person.district == district
  }
  func panel(_ id: PanelID?) -> Panel? { id.flatMap { cycle.panel($0, after: place) } }
  func leads(_ id: PanelID?) -> Bool {
    guard let file, let panel = panel(id) else { return false }
    return file.actingLeader(of: panel) == author
  }
  func sits(_ id: PanelID?) -> Bool { panel(id)?.members.contains(author) == true }
  switch event {
  case .personInvited(let person):
    return cycle.people.isEmpty ? person.id == author : acts(as: .secretariat)
  case .personJoined(let person, _): return person == author
  case .personConfirmed(let person, _):
    return acts(as: .secretariat) || (person == author && cycle.people.count == 1)
  case .cycleOpened, .personChanged, .panelFormed, .panelChanged, .panelAssigned, .visitArranged,
    .visitPrepared, .parametersAdopted, .callAnnounced, .calendarLoaded, .meetingHeld,
    .cycleClosed, .conditionDecided, .inquirySent, .inquiryRecorded, .inquiryAnswered,
    .qualificationDecided, .noticePublished, .noticeClosed, .letterSent, .entryDecided,
    .proposalDecided, .objectionReceived, .objectionRecorded, .objectionAnswered,
    .approvalDecided, .listPublished, .grantPaid, .activityRecorded, .reportReceived,
    .lossAnnounced, .grantRefunded:
    return acts(as: .secretariat)
  case .officeNoted(let kind, _):
    return acts(as: .secretariat) || (kind == .ending && acts(as: .supervisor))
  case .caseEnded(let ending, _), .placeLost(let ending, _, _):
    return acts(as: ending == .fraud ? .supervisor : .secretariat)
  case .personSanctioned, .investigationNoted, .investigationClosed: return acts(as: .supervisor)
  // Anybody who takes part may turn to supervision.
  case .complaintLodged: return isConfirmed
  case .assessmentGiven(let direction), .assessmentRecorded(let direction, _):
    return direction == .ofPanel ? acts(as: .supervisor) : sits(file?.onSitePanel)
  case .openingReleased:
    // Leader and secretariat are two people (R4).
    return acts(as: .secretariat)
      && panel(file?.panel).map { file?.actingLeader(of: $0) != author } == true
  case .caseRegistered(let application, _):
    return acts(as: .secretariat) || officer(of: application.district)
  case .applicationAmended(let application):
    // An amendment moves a case to no other number and no other district (M7).
    guard let own = file?.application, application.id == own.id,
      application.district == own.district
    else { return false }
    return acts(as: .secretariat) || officer(of: own.district)
  case .documentAttached, .formFilled, .copiesCounted, .applicationSubmitted,
    .applicationResumed, .changeReported:
    return acts(as: .secretariat) || officer(of: file?.application.district)
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
