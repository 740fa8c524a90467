import Criteria
import Foundation

/// Who may hold a room's key: the one function from which visibility follows (`security.md`).
///
/// The store wraps a key for those named here as soon as somebody who holds it can.
/// - Parameter file: The case, for rooms of cases.
public func readers(of room: RoomID, cycle: CycleState, file: CaseState?) -> Set<Reader> {
  var readers: Set<Reader> = [.recovery]
  if room == .supervision { return [.recovery, .group(.supervision)] }
  guard let file else {
    if case .result(let year) = room { readers.insert(.group(.results(year: year))) }
    return readers
  }
  switch room {
  case .material:
    readers.formUnion([.group(.secretariat), .group(.district(file.application.district))])
    // From qualification on: what the district recommended, whatever became of it.
    if file.admission.sealedOn != nil {
      readers.insert(.group(.supervision))
    }
    for stage in [PanelStage.material, .onSite] {
      readers.formUnion(cleared(stage, cycle: cycle, file: file))
    }
  case .draft(_, let person):
    readers.insert(.person(person))
  case .sheet(_, let person, _):
    // Everybody else gets it in two halves, which the store wraps when it is handed in (R4).
    readers.insert(.person(person))
  case .consensus:
    readers.formUnion([.group(.secretariat), .group(.supervision)])
    readers.formUnion(cleared(.material, cycle: cycle, file: file))
  case .onSite:
    readers.insert(.group(.secretariat))
    if file.visit?.submitted == true { readers.insert(.group(.supervision)) }
    readers.formUnion(cleared(.onSite, cycle: cycle, file: file))
  case .result(let year):
    readers.insert(.group(.results(year: year)))
  case .office: readers.formUnion([.group(.secretariat), .group(.supervision)])
  case .supervision: readers.insert(.group(.supervision))
  }
  return readers
}

/// The members of a panel who declared that they have no interest in the application (R5).
private func cleared(_ stage: PanelStage, cycle: CycleState, file: CaseState) -> [Reader] {
  let id = stage == .material ? file.panel : file.onSitePanel
  guard let id, let panel = cycle.panels[id] else { return [] }
  return panel.members.filter { member in
    file.isCleared(member) && cycle.isReady(member)
  }.map(Reader.person)
}

/// Whether a person's lists show a case at all: their own work, their district, or everything.
public func sees(_ person: PersonID, _ file: CaseState, cycle: CycleState) -> Bool {
  if cycle.acts(person, as: .secretariat) || cycle.acts(person, as: .supervisor) { return true }
  if cycle.acts(person, as: .districtOfficer),
    cycle.people[person]?.district == file.application.district
  {
    return true
  }
  return [file.panel, file.onSitePanel].compactMap { $0 }.contains {
    cycle.panels[$0]?.members.contains(person) == true
  }
}
