extension GroupID {
  /// Who belongs into the group, as the cycle stands.
  public func members(in cycle: CycleState) -> Set<Reader> {
    let people = cycle.people.keys.filter { admits($0, in: cycle) }
    return Set(people.map(Reader.person) + groups.map(Reader.group) + [.recovery])
  }

  /// The groups that belong into the group.
  private var groups: [GroupID] {
    switch self {
    case .secretariat, .supervision: []
    case .district: [.secretariat]
    case .results, .bureau: [.secretariat, .supervision]
    }
  }

  /// Whether a person belongs into the group by themself.
  private func admits(_ person: PersonID, in cycle: CycleState) -> Bool {
    switch self {
    case .secretariat: return cycle.acts(person, as: .secretariat)
    case .supervision: return cycle.acts(person, as: .supervisor)
    case .district(let code):
      return cycle.people[person]?.district == code && cycle.acts(person, as: .districtOfficer)
    case .results(let year):
      // From the leaders' meeting on the leaders too (`Rooms`), those of that year.
      return year == cycle.year && cycle.isReady(person)
        && cycle.panels.values.contains { panel in
          panel.leader == person && panel.stage == .material && cycle.panelYears[panel.id] == year
        } && !cycle.meetings(.leaders).isEmpty
    case .bureau: return false
    }
  }

  /// Whether a person belongs into the group, by themself or through another group.
  ///
  /// Asked with every act: nobody else is looked at.
  public func contains(_ person: PersonID, in cycle: CycleState) -> Bool {
    admits(person, in: cycle) || groups.contains { $0.contains(person, in: cycle) }
  }
}

extension Reader {
  /// Whether a person reads by this, by themself or through a group.
  func reaches(_ person: PersonID, in cycle: CycleState) -> Bool {
    switch self {
    case .person(let id): id == person
    case .group(let group): group.contains(person, in: cycle)
    case .recovery: false
    }
  }
}
