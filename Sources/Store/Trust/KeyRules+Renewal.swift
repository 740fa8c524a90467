import Procedure
import Vault

/// When a room or a group gets another key: where somebody has the one in force who may hold it no
/// more, or whose own keys were replaced. What was sealed before stays open to them.
extension KeyRules {
  /// Whether a person may make another key of a room, for what is sealed from now on.
  func mayRenew(_ room: RoomID, _ author: PersonID) -> Bool {
    holds(author, room) && isExposed(room)
  }

  /// Whether somebody has the key of a room in force who may not, as far as entries tell: it was wrapped
  /// for them, or they made it.
  func isExposed(_ room: RoomID) -> Bool {
    switch room {
    case .material, .consensus, .onSite, .office: break
    // A draft and a sheet are sealed once by one person; letter boxes have their group's key.
    // What is proposed has a key of its own each time.
    case .draft, .sheet, .proposal, .result, .supervision, .bureau: return false
    }
    guard dossier != nil, let key = rooms.keys(of: room).last else { return false }
    return !holds(key.maker, room)
      || key.wraps.isExposed(beyond: presentReaders(of: room), by: register)
  }

  /// Whether another key is wrapped for all who may hold it and have keys by now.
  func reachesAll(_ wraps: [Wrap], of room: RoomID) -> Bool {
    let readers = presentReaders(of: room).filter { register.hasKey($0) }
    return Set(wraps.map(\.to)) == Set(readers.map(\.rawValue))
  }

  /// Who may hold a room's key as things stand.
  func presentReaders(of room: RoomID) -> Set<Reader> {
    dossier.map { readers(of: room, cycle: cycle, dossier: $0) } ?? []
  }

  /// The groups that a person may give another key, and whose key somebody has who belongs into
  /// them no more; those first that others rest on.
  func exposedGroups(for person: PersonID) -> [GroupID] {
    let ids = register.groups.keys.filter { id in
      let role: Role = id == .supervision ? .supervisor : .secretariat
      // Nothing is sealed any more to the readers of an earlier year's results.
      if case .results(let year) = id, year != cycle.year { return false }
      return cycle.acts(person, as: role) && register.isExposed(id, in: cycle)
    }
    return ids.sorted { ($0.rests, $0.rawValue) < ($1.rests, $1.rawValue) }
  }
}

extension GroupID {
  /// 0 for a group of people alone, 1 for one of which groups are members.
  fileprivate var rests: Int {
    switch self {
    case .secretariat, .supervision: 0
    case .district, .results, .bureau: 1
    }
  }
}
