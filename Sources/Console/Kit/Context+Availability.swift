import Procedure

extension Context {
  /// Whether a command would be taken now, with the reason where not.
  func availability(of command: CaseCommand, in dossier: CaseState) -> Availability {
    refusal(of: command, in: dossier).map { .disabled(Notices.sentence($0, self)) } ?? .available
  }
}
