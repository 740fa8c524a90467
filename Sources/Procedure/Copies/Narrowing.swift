import Foundation

/// What holds while acts meet.
extension CycleState {
  /// Gives a person no more than the acts on them have in common, and says so.
  ///
  /// - Parameters:
  ///   - people: The person as each of the acts has them.
  ///   - isBarred: Whether one of the acts took the qualification from them.
  public mutating func narrow(_ id: PersonID, to people: [Person], isBarred: Bool) {
    guard var person = self.people[id], let first = people.first else { return }
    person.roles = people.dropFirst().reduce(Set(first.roles)) { $0.intersection($1.roles) }.sorted()
    person.active = !isBarred && people.allSatisfy(\.active)
    self.people[id] = person
  }

  /// Gives a panel the members that the acts on it have in common, and a leader where they agree.
  public mutating func narrow(_ id: PanelID, to panels: [Panel]) {
    guard var panel = self.panels[id], let first = panels.first else { return }
    panel.members = first.members.filter { member in
      panels.allSatisfy { $0.members.contains(member) }
    }
    let leaders = Set(panels.map(\.leader))
    let deputies = Set(panels.map(\.deputy))
    let deputy = deputies.count == 1 ? first.deputy : nil
    if leaders.count == 1 {
      (panel.leader, panel.deputy) = (first.leader, deputy)
    } else {
      // Nobody leads, unless all name the same deputy.
      (panel.leader, panel.deputy) = (deputy ?? PersonID(""), nil)
    }
    take(panel)
  }

  /// Notes what is held and what meets.
  public mutating func note(clashes: [Clash], held: [EntryName]) {
    (self.clashes, self.held) = (clashes, held)
  }
}

extension CaseState {
  /// Notes what is held and what meets: for everybody, and in what this reader can open.
  public mutating func note(clashes: [Clash], sealed: [Clash], held: [EntryName]) {
    (self.clashes, sealedClashes, self.held) = (clashes, sealed, held)
  }
}
