import Procedure
import Store

// What a row of a list is, wherever it stands.

extension QueueRow: Identifiable {
  public var id: CaseID { application.id }
}

extension HistoryRow: Identifiable {
  public var id: Int { position }
}

extension TermRow: Identifiable {
  public var id: [String] { [dossier.rawValue, term.kind.rawValue, term.since.description] }
}

extension LetterRow: Identifiable {
  // A case has one letter of a kind, but as many answers as objections (P3).
  public var id: [String] {
    [dossier.rawValue, kind.rawValue, kind == .objection ? record?.number ?? "" : ""]
  }
}

extension Account: Identifiable {
  public var id: PersonID { person.id }
}

extension KnownPost: Identifiable {
  public var id: String { address }
}

extension Panel: Identifiable {}

extension Board.Load: Identifiable {
  public var id: PanelID { panel }
}

extension WatchRow: Identifiable {
  public var id: CaseID? { dossier }
}

extension Investigation: Identifiable {
  public var id: ComplaintID { complaint.id }
}
