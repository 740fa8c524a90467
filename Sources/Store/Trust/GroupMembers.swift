import Procedure

extension GroupID {
  /// Who belongs into the group, as the cycle stands.
  func members(in cycle: CycleState) -> Set<Reader> {
    func people(_ role: Role) -> [Reader] {
      cycle.people.keys.filter { cycle.acts($0, as: role) }.map(Reader.person)
    }
    switch self {
    case .secretariat: return Set(people(.secretariat) + [.recovery])
    case .supervision: return Set(people(.supervisor) + [.recovery])
    case .district(let code):
      let officers = cycle.people.values.filter {
        cycle.acts($0.id, as: .districtOfficer) && $0.district == code
      }
      return Set(officers.map { .person($0.id) } + [.group(.secretariat), .recovery])
    case .results(let year):
      // From the leaders' meeting on the leaders too (`Rooms`), those of that year.
      let leaders =
        year != cycle.year || cycle.meetings(.leaders).isEmpty
        ? [] : cycle.currentPanels.filter { $0.stage == .material }.map(\.leader)
      return Set(
        [.group(.secretariat), .group(.supervision), .recovery]
          + leaders.filter(cycle.isReady).map(Reader.person))
    }
  }

  /// Whether a person belongs into the group, by themself or through another group.
  func contains(_ person: PersonID, in cycle: CycleState) -> Bool {
    members(in: cycle).contains { member in
      switch member {
      case .person(let id): id == person
      case .group(let inner): inner.contains(person, in: cycle)
      case .recovery: false
      }
    }
  }
}

extension RoomID {
  /// The group that reads a room to which anybody may write; nil for rooms with a key of their own.
  var letterBox: GroupID? {
    switch self {
    case .result(let year): .results(year: year)
    case .supervision: .supervision
    case .material, .draft, .sheet, .consensus, .onSite, .proposal, .office: nil
    }
  }

  /// The case that the room is of.
  var dossier: CaseID? {
    switch self {
    case .material(let id), .draft(let id, _), .sheet(let id, _, _), .consensus(let id),
      .onSite(let id), .proposal(let id, _), .office(let id):
      id
    case .result, .supervision: nil
    }
  }
}
