import Procedure

extension RoomID {
  /// The group that reads a room to which anybody may write; nil for rooms with a key of their own.
  var letterBox: GroupID? {
    switch self {
    case .result(let year): .results(year: year)
    case .supervision: .supervision
    case .bureau: .bureau
    case .material, .draft, .sheet, .consensus, .onSite, .proposal, .office: nil
    }
  }

  /// The case that the room is of.
  var dossier: CaseID? {
    switch self {
    case .material(let id), .draft(let id, _), .sheet(let id, _, _), .consensus(let id),
      .onSite(let id), .proposal(let id, _), .office(let id):
      id
    case .result, .supervision, .bureau: nil
    }
  }
}
