import Criteria
import Foundation

/// Who may hold a room's key: the one function from which visibility follows (`Rooms`).
///
/// The store wraps a key for those named here as soon as somebody who holds it can.
/// - Parameter dossier: The case, for rooms of cases.
public func readers(of room: RoomID, cycle: CycleState, dossier: CaseState?) -> Set<Reader> {
  var readers: Set<Reader> = [.recovery]
  if room == .supervision { return [.recovery, .group(.supervision)] }
  if room == .bureau { return [.recovery, .group(.bureau)] }
  guard let dossier else {
    if case .result(let year) = room { readers.insert(.group(.results(year: year))) }
    return readers
  }
  switch room {
  case .material:
    readers.formUnion([.group(.secretariat), .group(.district(dossier.application.district))])
    // From qualification on: what the district recommended, whatever became of it.
    if dossier.admission.sealedOn != nil {
      readers.insert(.group(.supervision))
    }
    for stage in [PanelStage.material, .onSite] {
      readers.formUnion(cleared(stage, cycle: cycle, dossier: dossier))
    }
  case .draft(_, let person):
    readers.insert(.person(person))
  case .sheet(_, let person, _):
    // Everybody else gets it in two halves, which the store wraps when it is handed in (R4).
    readers.insert(.person(person))
  case .consensus:
    readers.formUnion([.group(.secretariat), .group(.supervision)])
    readers.formUnion(cleared(.material, cycle: cycle, dossier: dossier))
  case .onSite:
    readers.insert(.group(.secretariat))
    if dossier.visit?.submitted == true { readers.insert(.group(.supervision)) }
    readers.formUnion(cleared(.onSite, cycle: cycle, dossier: dossier))
  case .proposal(_, let person):
    // Everybody else gets what the leader settles, from the visit's room (S4).
    readers.insert(.person(person))
    if let leader = dossier.siteLeader(in: cycle) { readers.insert(.person(leader)) }
  case .result(let year):
    readers.insert(.group(.results(year: year)))
  case .office: readers.formUnion([.group(.secretariat), .group(.supervision)])
  case .supervision: readers.insert(.group(.supervision))
  case .bureau: readers.insert(.group(.bureau))
  }
  return readers
}

extension CaseState {
  /// Who acts as the leader on site and declared no interest (R5).
  public func siteLeader(in cycle: CycleState) -> PersonID? {
    onSitePanel.flatMap { cycle.panels[$0] }.flatMap { actingLeader(of: $0, in: cycle) }
      .flatMap { isCleared($0) && cycle.isReady($0) ? $0 : nil }
  }
}

/// The members of a panel who declared that they have no interest in the application (R5).
private func cleared(_ stage: PanelStage, cycle: CycleState, dossier: CaseState) -> [Reader] {
  let id = stage == .material ? dossier.panel : dossier.onSitePanel
  guard let id, let panel = cycle.panels[id] else { return [] }
  return panel.members.filter { member in
    dossier.isCleared(member) && cycle.isReady(member)
  }.map(Reader.person)
}

/// Whether a person's lists show a case at all: their own work, their district, or everything.
public func sees(_ person: PersonID, _ dossier: CaseState, cycle: CycleState) -> Bool {
  if cycle.acts(person, as: .secretariat) || cycle.acts(person, as: .supervisor) { return true }
  if cycle.acts(person, as: .districtOfficer),
    cycle.people[person]?.district == dossier.application.district
  {
    return true
  }
  return [dossier.panel, dossier.onSitePanel].compactMap { $0 }.contains {
    cycle.panels[$0]?.members.contains(person) == true
  }
}
