import Criteria
import Foundation

/// Something that happened: the body of an entry of the log.
///
/// Its JSON is what stands in the log, so cases and labels never change once released.
public enum Event: Codable, Sendable, Hashable {
  // The cycle's stream.
  case cycleOpened(year: Int, title: String, parameters: Parameters, edition: String?)
  case personInvited(person: Person)
  case personChanged(person: Person)
  case personJoined(person: PersonID, fingerprint: String)
  case personConfirmed(person: PersonID, fingerprint: String)
  case panelFormed(panel: Panel)
  case panelChanged(panel: Panel)

  // A case's stream: the frame.
  case caseRegistered(application: Application)
  case documentAttached(document: Document)
  case stagePassed(to: Stage, note: String)
  case panelAssigned(panel: PanelID)
  case declarationSigned(person: PersonID, interest: Interest?)
  case personRecused(person: PersonID, interest: Interest)

  // Independent review.
  case reviewersDesignated(reviewers: [PersonID], due: Day)
  case reviewStarted(reviewer: PersonID)
  case sheetHandedIn(reviewer: PersonID, revision: Int)
  case sheetRecorded(reviewer: PersonID, revision: Int, sheet: Sheet)
  case sheetWithdrawn(reviewer: PersonID, revision: Int, reason: String)
  case openingAsked
  case openingReleased

  // Consensus.
  case consensusOpened(revision: Int, threshold: Int)
  case attendanceRecorded(present: [PersonID], absences: [PersonID: String])
  case itemDiscussed(item: ItemID, text: String)
  case itemMerged(item: ItemID, merge: Merge)
  case itemSettled(item: ItemID, percentage: Percentage, reason: String)
  case dissentRecorded(item: ItemID, person: PersonID, text: String)
  case consensusConcluded(total: Points, conclusion: String)
  case consensusFinished(revision: Int)
  case materialResult(revision: Int, total: Points, percentages: [ItemID: Percentage])
  case consensusReopened(revision: Int, reason: String)

  // On site.
  case visitArranged(panel: PanelID, from: Day, until: Day)
  case visitPrepared(
    material: [ItemID: Percentage], checks: [Check], agenda: [AgendaLine])
  case agendaChanged(agenda: [AgendaLine])
  case checkAdded(check: Check)
  case checkTicked(check: CheckID, finding: CheckFinding)
  case siteMarkProposed(item: ItemID, percentage: Percentage, reason: String)
  case siteMarkSettled(item: ItemID, percentage: Percentage, reason: String)
  case visitConcluded(total: Points, opinion: String)
  case visitSubmitted
  case siteResult(total: Points, tier: Int?, percentages: [ItemID: Percentage])
}

/// Who can read the body of a kind of event.
public enum Placement: Sendable, Hashable {
  /// Everyone with the store: such bodies are the projections' source.
  case clear
  case material
  case sheet
  case consensus
  case onSite
  case result
}

/// The kinds of event, as entries name them in the clear.
public enum EventKind: String, Codable, Sendable, CaseIterable {
  case cycleOpened, personInvited, personChanged, personJoined, personConfirmed
  case panelFormed, panelChanged
  case caseRegistered, documentAttached, stagePassed, panelAssigned
  case declarationSigned, personRecused
  case reviewersDesignated, reviewStarted, sheetHandedIn, sheetRecorded, sheetWithdrawn
  case openingAsked, openingReleased
  case consensusOpened, attendanceRecorded, itemDiscussed, itemMerged, itemSettled
  case dissentRecorded, consensusConcluded, consensusFinished, materialResult, consensusReopened
  case visitArranged, visitPrepared, agendaChanged, checkAdded, checkTicked
  case siteMarkProposed, siteMarkSettled, visitConcluded, visitSubmitted, siteResult

  /// The one table of what stands in the clear (`security.md`); a test holds it.
  public var placement: Placement {
    switch self {
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed, .panelChanged, .caseRegistered, .stagePassed, .panelAssigned,
      .declarationSigned, .personRecused, .reviewersDesignated, .reviewStarted, .sheetHandedIn,
      .sheetWithdrawn, .openingAsked, .openingReleased, .consensusOpened, .consensusFinished,
      .consensusReopened, .visitArranged, .visitSubmitted:
      .clear
    case .documentAttached: .material
    case .sheetRecorded: .sheet
    case .attendanceRecorded, .itemDiscussed, .itemMerged, .itemSettled, .dissentRecorded,
      .consensusConcluded:
      .consensus
    case .visitPrepared, .agendaChanged, .checkAdded, .checkTicked, .siteMarkProposed,
      .siteMarkSettled, .visitConcluded:
      .onSite
    case .materialResult, .siteResult: .result
    }
  }

  /// Whether events of this kind belong to the cycle's stream rather than to a case's.
  public var isOfCycle: Bool {
    switch self {
    case .cycleOpened, .personInvited, .personChanged, .personJoined, .personConfirmed,
      .panelFormed, .panelChanged:
      true
    default: false
    }
  }
}

extension Event {
  /// The kind, as the entry names it.
  public var kind: EventKind {
    switch self {
    case .cycleOpened: .cycleOpened
    case .personInvited: .personInvited
    case .personChanged: .personChanged
    case .personJoined: .personJoined
    case .personConfirmed: .personConfirmed
    case .panelFormed: .panelFormed
    case .panelChanged: .panelChanged
    case .caseRegistered: .caseRegistered
    case .documentAttached: .documentAttached
    case .stagePassed: .stagePassed
    case .panelAssigned: .panelAssigned
    case .declarationSigned: .declarationSigned
    case .personRecused: .personRecused
    case .reviewersDesignated: .reviewersDesignated
    case .reviewStarted: .reviewStarted
    case .sheetHandedIn: .sheetHandedIn
    case .sheetRecorded: .sheetRecorded
    case .sheetWithdrawn: .sheetWithdrawn
    case .openingAsked: .openingAsked
    case .openingReleased: .openingReleased
    case .consensusOpened: .consensusOpened
    case .attendanceRecorded: .attendanceRecorded
    case .itemDiscussed: .itemDiscussed
    case .itemMerged: .itemMerged
    case .itemSettled: .itemSettled
    case .dissentRecorded: .dissentRecorded
    case .consensusConcluded: .consensusConcluded
    case .consensusFinished: .consensusFinished
    case .materialResult: .materialResult
    case .consensusReopened: .consensusReopened
    case .visitArranged: .visitArranged
    case .visitPrepared: .visitPrepared
    case .agendaChanged: .agendaChanged
    case .checkAdded: .checkAdded
    case .checkTicked: .checkTicked
    case .siteMarkProposed: .siteMarkProposed
    case .siteMarkSettled: .siteMarkSettled
    case .visitConcluded: .visitConcluded
    case .visitSubmitted: .visitSubmitted
    case .siteResult: .siteResult
    }
  }

  /// The room that the event's body is sealed to, none where it is clear.
  public func room(in file: CaseID?, year: Int) -> RoomID? {
    guard let file else { return nil }
    switch (kind.placement, self) {
    case (.clear, _): return nil
    case (.material, _): return .material(file)
    case (.sheet, .sheetRecorded(let reviewer, let revision, _)):
      return .sheet(file, reviewer, revision: revision)
    case (.sheet, _): return nil
    case (.consensus, _): return .consensus(file)
    case (.onSite, _): return .onSite(file)
    case (.result, _): return .result(year: year)
    }
  }
}
