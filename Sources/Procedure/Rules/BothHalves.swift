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
    let people: [PersonID]
    switch event {
    case .panelFormed(let panel), .panelChanged(let panel):
      people = [panel.leader] + [panel.deputy].compactMap { $0 }
    case .personInvited(let person), .personChanged(let person): people = [person.id]
    case .personConfirmed(let person, _): people = [person]
    default: people = []
    }
    return people.filter(holdsBothHalves)
  }
}
