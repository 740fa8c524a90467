import Procedure

extension Context {
  /// What the rules say to a command of the cycle, a registration, or an act of supervision; nil
  /// where allowed.
  func refusal(
    of command: Command, in dossier: CaseState? = nil, supervision: SupervisionState? = nil
  ) -> Refusal? {
    guard let person else { return Refusal(.K, .needsRole(.expert)) }
    let desk = Desk(
      cycle: cycle, dossier: dossier, actor: person, now: now, supervision: supervision)
    do throws(Refusal) {
      _ = try decide(command, on: desk)
      return nil
    } catch {
      return error
    }
  }

  /// Who made their keys and waits for the secretariat, which is at work, to compare them.
  var peopleToCompare: [Person] {
    guard acts(as: .secretariat) else { return [] }
    return cycle.people.values.filter { $0.active && cycle.standing[$0.id] == .joined }
      .sorted { $0.id < $1.id }
  }

  /// What the rules say to a command of a case now.
  func refusal(of command: CaseCommand, in dossier: CaseState) -> Refusal? {
    refusal(of: .dossier(dossier.id, command), in: dossier)
  }

  /// Whether a command can be given now, with what the rules say against it.
  func availability(
    of command: Command, in dossier: CaseState? = nil, supervision: SupervisionState? = nil
  ) -> Availability {
    refusal(of: command, in: dossier, supervision: supervision)
      .map { .disabled(Notices.sentence($0, self)) } ?? .available
  }

  /// Whether a command of a case can be given now.
  func availability(of command: CaseCommand, in dossier: CaseState) -> Availability {
    availability(of: .dossier(dossier.id, command), in: dossier)
  }
}
