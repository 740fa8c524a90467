import Foundation

/// A right that an act takes from somebody: what they did apart from it with that right is held
/// until somebody who had both accepts it.
public struct Taking: Hashable, Sendable {
  /// How far a right goes.
  public enum Scope: Hashable, Sendable {
    /// Everything that the person does.
    case everything
    /// A seat in a panel.
    case seat(PanelID)
    /// The lead of a panel.
    case lead(PanelID)
    /// Work in one case.
    case work
  }

  public let person: PersonID
  public let scope: Scope

  /// A taking.
  public init(from person: PersonID, _ scope: Scope) {
    (self.person, self.scope) = (person, scope)
  }
}

extension Event {
  /// The rights that an act takes, by the cycle as its author had it.
  public func takings(in cycle: CycleState) -> [Taking] {
    if case .personChanged(let person) = self, let old = cycle.people[person.id] {
      let loses = !Set(old.roles).isSubset(of: person.roles) || old.active && !person.active
      return loses ? [Taking(from: person.id, .everything)] : []
    }
    if case .personSanctioned(let person, .disqualification) = self {
      return [Taking(from: person, .everything)]
    }
    if case .panelChanged(let panel) = self, let old = cycle.panels[panel.id] {
      let gone = old.members.filter { !panel.members.contains($0) }
      let led = old.leader != panel.leader ? [Taking(from: old.leader, .lead(panel.id))] : []
      return gone.map { Taking(from: $0, .seat(panel.id)) } + led
    }
    if case .personRecused(let person, _) = self { return [Taking(from: person, .work)] }
    // Every other act gives or adds.
    return []
  }
}

extension EventKind {
  /// Whether acts of the kind may take a right, and so say what they had seen of other copies.
  public var takes: Bool {
    [.personChanged, .personSanctioned, .panelChanged, .personRecused, .cycleClosed].contains(self)
  }
}

extension Taking {
  /// Whether an act of a case is done with the right that is taken.
  ///
  /// - Parameters:
  ///   - kind: The act's; nil for one of keys, which gives nobody more than rules of keys allow.
  ///   - panels: The panels of the case as its author had it.
  public func concerns(_ kind: EventKind?, panels: [PanelID]) -> Bool {
    guard let kind else { return false }
    switch scope {
    case .everything: return true
    case .work: return ![.personRecused, .declarationSigned].contains(kind)
    case .seat(let panel):
      return panels.contains(panel) && ![.personRecused, .objectionReceived].contains(kind)
    case .lead(let panel): return panels.contains(panel) && Self.leading.contains(kind)
    }
  }

  /// What a leader alone does.
  private static let leading: Set<EventKind> = [
    .reviewersDesignated, .openingAsked, .consensusOpened, .attendanceRecorded, .itemMerged,
    .itemSettled, .consensusConcluded, .consensusFinished, .materialResult, .consensusReopened,
    .meetingReportGiven, .meetingReported, .siteMarkSettled, .visitConcluded, .visitSubmitted,
    .siteResult,
  ]
}

/// What is disclosed or closed, and holds against acts that did not know of it.
extension EventKind {
  /// The kinds that are held where this one meets them.
  public var holds: Set<EventKind> { Self.held[self] ?? [] }

  private static let held: [EventKind: Set<EventKind>] = [
    .consensusOpened: [
      .sheetWithdrawn, .reviewersDesignated, .openingAsked, .openingReleased, .sheetHandedIn,
      .sheetRecorded, .reviewStarted,
    ],
    .consensusFinished: [.itemSettled, .itemMerged, .attendanceRecorded],
    .visitSubmitted: [.siteMarkSettled, .siteMarkProposed, .checkTicked, .agendaChanged],
  ]
}
