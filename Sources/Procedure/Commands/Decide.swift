import Criteria
import Foundation

/// Answers a command with the events it leads to.
///
/// Pure: the same desk and command give the same answer. What follows from the state is computed;
/// then every event is judged as replay will judge it, each with those before it applied. What
/// people put in is asked of once more than replay asks (`requireFit`), so that entries of before
/// stay readable where less is taken now.
/// - Throws: `Refusal` with the rule that stands in the way; nothing has changed then.
public func decide(_ command: Command, on desk: Desk) throws(Refusal) -> [Event] {
  let desk = desk.asked
  let events: [Event]
  switch command {
  case .cycle(let command): events = desk.events(of: command)
  case .supervision(let command): events = desk.events(of: command)
  case .dossier(_, .register(let application)):
    events = [.caseRegistered(application: application, year: desk.cycle.year ?? 0)]
  case .dossier(_, let command):
    guard let dossier = desk.dossier else { throw Refusal(.K, .unknownCase) }
    events = try desk.events(of: command, in: dossier)
  }
  try desk.judge(events)
  try desk.requireBeside(command)
  return events
}

extension Desk {
  /// Judges events that would follow each other, each on the state that those before it left.
  fileprivate func judge(_ events: [Event]) throws(Refusal) {
    // Whether a decision may be made is asked before the note that gives its reason is read.
    if events.count > 1, [.officeNoted, .materialNoted].contains(events[0].kind) {
      try requireFrame(events[1])
    }
    var desk = self
    for (index, event) in events.enumerated() {
      try desk.judge(event)
      if index + 1 < events.count { desk = desk.after(event) }
    }
  }

  private func judge(_ event: Event) throws(Refusal) {
    try requireFrame(event)
    try requireFit(event)
    try Procedure.examine(event, on: self)
    try requirePossible(event)
    // What was missing is named by what rests on it; how many entries there were comes last.
    let shown = shown(event)
    if clear == nil { try requireOrder(shown) } else { try inTheClear.requireOrder(shown) }
  }

  /// Who, stage, rule, place and clear figures, as `admit` asks them.
  func requireFrame(_ event: Event) throws(Refusal) {
    guard clear == nil else { return try inTheClear.requireFrame(event) }
    let shown = shown(event)
    try requirePlace(shown)
    try requireFrame(shown)
  }

  private func shown(_ event: Event) -> Shown {
    Shown(event, in: dossier, by: actor)
  }

  /// The desk once an event happened, before its entry has a name.
  private func after(_ event: Event) -> Desk {
    let name = EntryName("")
    guard event.kind.stream == .dossier || dossier != nil else { return self }
    if case .caseRegistered = event {
      return desk(with: CaseState(event, at: now, named: name), clear: nil)
    }
    var (dossier, clear) = (dossier, clear)
    dossier?.apply(event, by: actor, at: now, named: name)
    clear?.apply(event, by: actor, at: now, named: name)
    return desk(with: dossier, clear: clear)
  }

  /// What a command says beside its events, and the events do not.
  fileprivate func requireBeside(_ command: Command) throws(Refusal) {
    switch command {
    case .dossier(let id, .register(let application)):
      if application.id != id { throw Refusal(.K, .blank(.number)) }
    case .dossier(let id, .end(.fraud, let complaint, _)):
      let finding = complaint.flatMap { supervision?.investigations[$0] }
      guard finding?.establishesFraud(of: id) == true else { throw Refusal(.V4, .noFraudFound) }
    case .cycle(.sanction(let person, _, let complaint)):
      let finding = supervision?.investigations[complaint]
      guard finding?.establishesViolation(by: person) == true else {
        throw Refusal(.V4, .noFinding)
      }
    case .supervision(.lodge(let complaint)):
      try requireSupervision()
      // Who reads the letter box chooses a number that is free in it.
      if supervision?.investigations[complaint.id] != nil { throw Refusal(.K, .numberTaken) }
    case .dossier(_, .assess): try requireSupervision()
    case .cycle, .supervision, .dossier: break
    }
  }

  /// V3: somebody who was confirmed can read what is addressed to supervision, or could.
  private func requireSupervision() throws(Refusal) {
    let isThere = cycle.people.values.contains { person in
      person.roles.contains(.supervisor) && cycle.standing[person.id] == .confirmed
    }
    if !isThere { throw Refusal(.V3, .noSupervision) }
  }
}
