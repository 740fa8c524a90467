import Foundation

/// Days and people that cannot be: asked of somebody who acts now, beside what replay asks.
///
/// An entry says what its author claims, its time among it, and a log that was written before a
/// question was asked here stays what it was; so these are asked by `decide` alone (`Log`).
extension Desk {
  /// Refuses an event that says what cannot be.
  func requirePossible(_ event: Event) throws(Refusal) {
    try requireNumber(event)
    if case .meetingHeld(let meeting) = event, meeting.present.isEmpty {
      throw Refusal(meeting.kind.rule, .nobodyPresent)
    }
    if case .attendanceRecorded(let present, _, _) = event, present.isEmpty {
      throw Refusal(.R6, .nobodyPresent)
    }
    guard let dossier else { return }
    if case .visitArranged(let panel, let from, let until) = event {
      try requireDays(from: from, until: until, in: dossier)
      try requireFree(panel, from: from, until: until)
    }
    if case .agendaChanged(let agenda) = event,
      agenda.contains(where: { $0.done && $0.day > now.day })
    {
      throw Refusal(.S2, .badDates(.inFuture))
    }
    if case .visitConcluded = event { try requireHeld(dossier) }
  }

  /// S1: a visit lies ahead; one that has begun keeps its first day.
  private func requireDays(from: Day, until: Day, in dossier: CaseState) throws(Refusal) {
    let hasBegun = dossier.visit?.from == from && until >= now.day
    if from < now.day, !hasBegun { throw Refusal(.S1, .badDates(.before(now.day, .today))) }
  }

  /// S1: no panel is at two places on one day.
  private func requireFree(_ panel: PanelID, from: Day, until: Day) throws(Refusal) {
    let other = visits.first { $0.panel == panel && $0.from <= until && from <= $0.until }
    if let other { throw Refusal(.S1, .panelElsewhere(other), ours: true) }
  }

  /// S5: a visit is handed in on its last day at the earliest, and by a panel that was there.
  private func requireHeld(_ dossier: CaseState) throws(Refusal) {
    let visit = try requireVisit(of: dossier, .S5)
    if now.day < visit.until { throw Refusal(.S5, .visitNotOver(visit.until)) }
    let panel = try requirePanel(.onSite, of: dossier, .S5)
    let members = dossier.members(of: panel).filter(cycle.isReady)
    let undeclared = members.filter { !dossier.isCleared($0) }
    if !undeclared.isEmpty { throw Refusal(.R5, .undeclared(undeclared)) }
    let idle = members.filter { !visit.hasWork(of: $0) }
    // Who has the keys to all proposals by now knows who made none.
    if !idle.isEmpty, !dossier.unread.contains(.proposal) {
      throw Refusal(.S5, .withoutWork(idle), ours: true)
    }
  }
}

/// The days on which a panel is at an applicant's (S1).
public struct PanelVisit: Sendable, Hashable {
  public var dossier: CaseID
  public var panel: PanelID
  public var from: Day
  public var until: Day

  /// A visit of a panel.
  public init(dossier: CaseID, panel: PanelID, from: Day, until: Day) {
    (self.dossier, self.panel, self.from, self.until) = (dossier, panel, from, until)
  }
}

extension Visit {
  /// Whether a person looked into a check, or proposed or settled a percentage.
  func hasWork(of person: PersonID) -> Bool {
    ticks.values.contains { $0.contains { $0.by == person } }
      || proposals.values.contains { $0[person] != nil }
      || settlements.values.contains { $0.contains { $0.by == person } }
  }
}
