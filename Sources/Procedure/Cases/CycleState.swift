import Criteria
import Foundation

/// What a year is reviewed by.
public struct CycleTerms: Sendable, Hashable {
  public var parameters: Parameters
  public var edition: Edition
}

/// The days within which applications come in (M7), both included.
public struct Call: Sendable, Hashable {
  public var from: Day
  public var until: Day
}

/// Everything the cycle's stream says: people, panels, parameters.
public struct CycleState: Sendable, Hashable {
  /// The year, once a cycle is open.
  public private(set) var year: Int?
  public private(set) var title: String
  public private(set) var parameters: Parameters
  public private(set) var edition: Edition
  public private(set) var people: [PersonID: Person]
  public private(set) var standing: [PersonID: Standing]
  /// Fingerprints of the public keys, of those who joined.
  public private(set) var fingerprints: [PersonID: String]
  public private(set) var panels: [PanelID: Panel]
  /// What each year is reviewed by: its parameters and its criteria.
  public private(set) var terms: [Int: CycleTerms] = [:]
  /// The days within which each year's applications come in (M7).
  private var calls: [Int: Call] = [:]
  /// Whether the year in force is closed.
  public private(set) var isClosed = false
  /// The working days, with those that were loaded.
  public private(set) var calendar = WorkingCalendar.shipped
  public private(set) var meetings: [MeetingID: Meeting] = [:]
  /// What was done about people's violations (V4), the last one last.
  public private(set) var sanctions: [PersonID: [Sanction]] = [:]
  /// Who noted that something in the log has no effect, by role.
  public private(set) var notes: [EntryName: [Role: PersonID]] = [:]
  /// The year in which a panel was formed or changed last.
  public private(set) var panelYears: [PanelID: Int] = [:]

  /// The state before the first entry.
  public init() {
    (year, title, parameters, edition) = (nil, "", .hangzhou, .shipped)
    (people, standing, fingerprints, panels) = ([:], [:], [:], [:])
  }

  /// The parameters of a year; those in force where it is not known.
  public func parameters(of year: Int?) -> Parameters {
    year.flatMap { terms[$0]?.parameters } ?? parameters
  }

  /// The criteria of a year; those in force where it is not known.
  public func edition(of year: Int?) -> Edition { year.flatMap { terms[$0]?.edition } ?? edition }

  /// The days within which the applications of a year come in; nil before they are announced (M7).
  public func call(of year: Int?) -> Call? { year.flatMap { calls[$0] } }

  /// The call of the year in force.
  public var call: Call? { call(of: year) }

  /// The panels of the year in force.
  public var currentPanels: [Panel] {
    panels.values.filter { panelYears[$0.id] == year }.sorted { $0.id < $1.id }
  }

  /// The meetings of a kind in the year in force, the latest first.
  public func meetings(_ kind: Meeting.Kind) -> [Meeting] {
    meetings.values.filter { $0.kind == kind }.sorted { ($1.day, $1.id) < ($0.day, $0.id) }
  }

  /// Whether secretariat and supervision, two people, noted that something in the log counts for
  /// nothing (V5).
  public func isNoted(_ entry: EntryName) -> Bool {
    guard let office = notes[entry]?[.secretariat], let supervisor = notes[entry]?[.supervisor]
    else { return false }
    return office != supervisor
  }

  /// Whether a person can be given keys and work.
  public func isReady(_ person: PersonID) -> Bool {
    standing[person] == .confirmed && people[person]?.active == true
  }

  /// Whether a person acts in a role.
  public func acts(_ person: PersonID, as role: Role) -> Bool {
    isReady(person) && people[person]?.acts(as: role) == true
  }

  // MARK: Applying

  /// The state after an event of the cycle's stream; events of cases change nothing here.
  public mutating func apply(_ event: Event) {
    switch event {
    case .cycleOpened(let year, let title, let parameters, let edition):
      (self.year, self.title, self.parameters) = (year, title, parameters)
      // `admit` let only a sound edition through; a log that holds another keeps the shipped one.
      self.edition = edition.flatMap { try? Edition.load(Data($0.utf8)) } ?? .shipped
      terms[year] = CycleTerms(parameters: parameters, edition: self.edition)
      (calls[year], isClosed, meetings) = (nil, false, [:])
    case .parametersAdopted(let parameters): self.parameters = parameters
    case .callAnnounced(let from, let until):
      if let year { calls[year] = Call(from: from, until: until) }
    case .calendarLoaded(let text):
      if let loaded = try? WorkingCalendar.parse(text) { calendar = calendar.merging(loaded) }
    case .meetingHeld(let meeting): meetings[meeting.id] = meeting
    case .cycleClosed: isClosed = true
    case .entryNoted(let entry, let person, let role, _):
      notes[entry, default: [:]][role] = person
    case .clockCorrected: break
    case .personSanctioned(let person, let sanction):
      sanctions[person, default: []].append(sanction)
      if sanction == .disqualification { people[person]?.active = false }
    case .personInvited(let person):
      people[person.id] = person
      standing[person.id] = .invited
    case .personChanged(let person): people[person.id] = person
    case .personJoined(let person, let fingerprint):
      standing[person] = .joined
      fingerprints[person] = fingerprint
    case .personConfirmed(let person, _): standing[person] = .confirmed
    case .panelFormed(let panel), .panelChanged(let panel):
      panels[panel.id] = panel
      panelYears[panel.id] = year
    case .complaintLodged, .investigationNoted, .investigationClosed, .caseRegistered,
      .applicationAmended, .formFilled, .documentAttached, .copiesCounted, .applicationSubmitted,
      .applicationRecommended, .applicationReturned, .applicationResumed, .changeReported,
      .conditionDecided, .inquirySent, .inquiryRecorded, .inquiryAnswered, .qualificationDecided,
      .materialNoted, .officeNoted, .noticePublished, .noticeClosed, .letterSent,
      .meetingReportGiven, .meetingReported, .entryDecided, .proposalDecided, .objectionReceived,
      .objectionRecorded, .objectionAnswered, .approvalDecided, .listPublished, .caseEnded,
      .grantPaid, .activityRecorded, .reportReceived, .placeLost, .lossAnnounced, .grantRefunded,
      .assessmentGiven, .assessmentRecorded, .panelAssigned, .declarationSigned, .personRecused,
      .reviewersDesignated, .reviewStarted, .sheetHandedIn, .sheetRecorded, .sheetWithdrawn,
      .openingAsked, .openingReleased, .consensusOpened, .attendanceRecorded, .itemDiscussed,
      .itemMerged, .itemSettled, .dissentRecorded, .consensusConcluded, .consensusFinished,
      .materialResult, .consensusReopened, .visitArranged, .visitPrepared, .agendaChanged,
      .checkAdded, .checkTicked, .siteMarkProposed, .siteMarkSettled, .visitConcluded,
      .visitSubmitted, .siteResult:
      break
    }
  }
}
