/// Who would hold both halves of a sheet's key (R4): blind review rests on two people.
extension CycleState {
  /// Whether a person is of the secretariat and leads, or would lead, a panel that reviews material
  /// this year.
  public func holdsBothHalves(_ person: PersonID) -> Bool {
    acts(person, as: .secretariat)
      && currentPanels.contains { panel in
        panel.stage == .material && [panel.leader, panel.deputy].contains(person)
      }
  }

  /// The people of an event that was just taken up who hold both halves by it.
  public func bothHalves(after event: Event) -> [PersonID] {
    var people: [PersonID?] = []
    if case .panelFormed(let panel) = event { people = [panel.leader, panel.deputy] }
    if case .panelChanged(let panel) = event { people = [panel.leader, panel.deputy] }
    if case .personInvited(let person) = event { people = [person.id] }
    if case .personChanged(let person) = event { people = [person.id] }
    if case .personConfirmed(let person, _) = event { people = [person] }
    return people.compactMap { $0 }.filter(holdsBothHalves)
  }
}
