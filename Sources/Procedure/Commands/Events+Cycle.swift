import Foundation

/// What the commands of the cycle and to supervision lead to.
extension Desk {
  func events(of command: CycleCommand) -> [Event] {
    switch command {
    case .openCycle(let year, let title, let parameters, let edition):
      [.cycleOpened(year: year, title: title, parameters: parameters, edition: edition)]
    case .adopt(let parameters): [.parametersAdopted(parameters: parameters)]
    case .call(let from, let until): [.callAnnounced(from: from, until: until)]
    case .loadCalendar(let text): [.calendarLoaded(text: text)]
    case .hold(let meeting): [.meetingHeld(meeting: meeting)]
    case .recordMinutes(let meeting, let minutes):
      [.minutesRecorded(meeting: meeting, minutes: minutes)]
    case .setLetterhead(let letterhead): [.letterheadSet(letterhead: letterhead)]
    case .keep(let paper): [.paperKept(paper: paper)]
    case .closeCycle: [.cycleClosed(year: cycle.year ?? 0)]
    case .noteEntry(let entry, let role, let reason):
      [.entryNoted(entry: entry, by: actor, role: role, reason: reason)]
    case .accept(let entries, let reason): [.entriesAccepted(entries: entries, reason: reason)]
    case .correctClock(let last, let reason): [.clockCorrected(last: last, reason: reason)]
    case .retireCopy(let copy, let reason): [.copyRetired(copy: copy, reason: reason)]
    case .sanction(let person, let sanction, _):
      [.personSanctioned(person: person, sanction: sanction)]
    case .invite(let person): [.personInvited(person: person)]
    case .change(let person): [.personChanged(person: person)]
    case .join(let fingerprint): [.personJoined(person: actor, fingerprint: fingerprint)]
    case .confirm(let person, let fingerprint):
      [.personConfirmed(person: person, fingerprint: fingerprint)]
    case .formPanel(let panel): [.panelFormed(panel: panel)]
    case .changePanel(let panel): [.panelChanged(panel: panel)]
    }
  }

  func events(of command: SupervisionCommand) -> [Event] {
    switch command {
    case .lodge(let complaint): [.complaintLodged(complaint: complaint)]
    case .keep(let paper): [.paperKept(paper: paper)]
    case .note(let id, let text): [.investigationNoted(complaint: id, text: text)]
    case .close(let id, let outcome, let measure, let finding):
      [.investigationClosed(complaint: id, outcome: outcome, measure: measure, finding: finding)]
    }
  }
}
