import Criteria
import Foundation

extension Desk {
  func decide(_ command: CycleCommand) throws(Refusal) -> [Event] {
    switch command {
    case .openCycle(let year, let title, let parameters, let edition):
      return try openCycle(year: year, title: title, parameters: parameters, edition: edition)
    case .adopt(let parameters):
      try requireRole(.secretariat, .K)
      if cycle.year != nil, !cycle.isClosed { throw Refusal(.K, .cycleOpen) }
      return [.parametersAdopted(parameters: parameters)]
    case .call(let from, let until): return try call(from: from, until: until)
    case .loadCalendar(let text): return try loadCalendar(text)
    case .hold(let meeting): return try hold(meeting)
    case .closeCycle:
      try requireRole(.secretariat, .K)
      guard let year = cycle.year, !cycle.isClosed else { throw Refusal(.K, .noCycle) }
      if let open = openFiles, let refusal = Refusal(casesOpen: open) { throw refusal }
      return [.cycleClosed(year: year)]
    case .sanction(let person, let sanction, let complaint):
      return try self.sanction(person, sanction, for: complaint)
    case .invite(let person):
      // The founder of a store enters themself: nobody is there to invite them.
      if cycle.people.isEmpty {
        guard person.id == actor else { throw Refusal(.K, .unknownPerson(actor)) }
        guard person.acts(as: .secretariat) else { throw Refusal(.K, .needsRole(.secretariat)) }
      } else {
        try requireRole(.secretariat, .R1)
      }
      if cycle.people[person.id] != nil { throw Refusal(.K, .numberTaken) }
      try check(person)
      return [.personInvited(person: person)]
    case .change(let person):
      try requireRole(.secretariat, .R1)
      guard cycle.people[person.id] != nil else { throw Refusal(.K, .unknownPerson(person.id)) }
      // V4: who lost the qualification does not come back by a change of the entry.
      if person.active, cycle.sanctions[person.id]?.contains(.disqualification) == true {
        throw Refusal(.V4, .inactive(person.id))
      }
      try requireOthers(beside: person)
      try check(person)
      return [.personChanged(person: person)]
    case .join(let fingerprint):
      guard let standing = cycle.standing[actor] else { throw Refusal(.K, .unknownPerson(actor)) }
      guard standing == .invited else { throw Refusal(.K, .wrongStanding(standing)) }
      return [.personJoined(person: actor, fingerprint: fingerprint)]
    case .confirm(let person, let fingerprint):
      return try confirm(person, fingerprint: fingerprint)
    case .formPanel(let panel):
      try requireRole(.secretariat, panel.stage == .material ? .R1 : .S1)
      if cycle.panels[panel.id] != nil { throw Refusal(.K, .numberTaken) }
      try check(panel)
      return [.panelFormed(panel: panel)]
    case .changePanel(let panel):
      try requireRole(.secretariat, panel.stage == .material ? .R1 : .S1)
      guard let earlier = cycle.panels[panel.id] else { throw Refusal(.K, .unknownPanel) }
      guard earlier.stage == panel.stage else { throw Refusal(.K, .wrongPanelStage) }
      try check(panel)
      return [.panelChanged(panel: panel)]
    }
  }

  private func openCycle(
    year: Int, title: String, parameters: Parameters, edition: String?
  ) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .K)
    if cycle.year != nil, !cycle.isClosed { throw Refusal(.K, .cycleOpen) }
    guard (2000...2100).contains(year), cycle.terms[year] == nil, year > (cycle.year ?? 0) else {
      throw Refusal(.K, .badYear)
    }
    try requireText(title, .title, .K)
    if let edition {
      do {
        _ = try Edition.load(Data(edition.utf8))
      } catch {
        throw Refusal(.K, .badEdition(error))
      }
    }
    return [
      .cycleOpened(year: year, title: title, parameters: parameters, edition: edition)
    ]
  }

  /// M7: the days within which applications come in; once they are over they stay over.
  private func call(from: Day, until: Day) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .M7)
    guard cycle.year != nil, !cycle.isClosed else { throw Refusal(.K, .noCycle) }
    if until < from { throw Refusal(.M7, .badDates(.reversed)) }
    if until < now.day { throw Refusal(.M7, .badDates(.before(now.day, .today))) }
    if let call = cycle.call {
      if now > call.until.end { throw Refusal(.M7, .callOver(call.until)) }
      // Who prepared for the day that was announced is not cut short.
      if until < call.until { throw Refusal(.M7, .callShortened(call.until), ours: true) }
    }
    return [.callAnnounced(from: from, until: until)]
  }

  /// W: holidays of years that nothing is known of yet.
  private func loadCalendar(_ text: String) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, .W)
    do {
      let loaded = try WorkingCalendar.parse(text)
      if let known = loaded.yearsCovered.sorted().first(where: calendar.yearsCovered.contains) {
        throw Refusal(.W, .calendarYearKnown(known))
      }
      if loaded.yearsCovered.isEmpty { throw Refusal(.W, .calendarEmpty) }
      // Terms would be counted from what is missing as if it were known.
      if let gap = loaded.yearsCovered.sorted().lazy.compactMap(loaded.gap(in:)).first {
        throw Refusal(.W, .calendarIncomplete(gap), ours: true)
      }
    } catch let fault as CalendarFault {
      throw Refusal(.W, .badCalendar(fault))
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.W, .calendarEmpty)
    }
    return [.calendarLoaded(text: text)]
  }

  /// R7, S6, P4: a meeting of the bureau, with who was there.
  private func hold(_ meeting: Meeting) throws(Refusal) -> [Event] {
    try requireRole(.secretariat, meeting.kind.rule)
    guard Self.isWellFormed(meeting.id.rawValue) else { throw Refusal(.K, .blank(.number)) }
    if cycle.meetings[meeting.id] != nil { throw Refusal(.K, .numberTaken) }
    if meeting.day > now.day { throw Refusal(meeting.kind.rule, .badDates(.inFuture)) }
    if let stranger = meeting.present.first(where: { cycle.people[$0] == nil }) {
      throw Refusal(meeting.kind.rule, .unknownPerson(stranger))
    }
    return [.meetingHeld(meeting: meeting)]
  }

  private func check(_ person: Person) throws(Refusal) {
    guard Self.isWellFormed(person.id.rawValue) else { throw Refusal(.K, .blank(.number)) }
    try requireText(person.name, .name, .K)
    if person.roles.contains(.districtOfficer) {
      guard let code = person.district, parameters.district(code) != nil else {
        throw Refusal(.M7, .unknownDistrict)
      }
    }
  }

  /// The last of the secretariat and of supervision stay: nobody else could give their keys on.
  private func requireOthers(beside person: Person) throws(Refusal) {
    for role in [Role.secretariat, .supervisor] where cycle.acts(person.id, as: role) {
      if person.active, person.acts(as: role) { continue }
      let isLast = !cycle.people.keys.contains { $0 != person.id && cycle.acts($0, as: role) }
      if isLast { throw Refusal(.K, .lastOfRole(role)) }
    }
  }

  private func confirm(_ person: PersonID, fingerprint: String) throws(Refusal) -> [Event] {
    guard let standing = cycle.standing[person] else { throw Refusal(.K, .unknownPerson(person)) }
    guard standing == .joined else { throw Refusal(.K, .wrongStanding(standing)) }
    // The founder countersigns themself, as long as they are alone.
    if !(actor == person && cycle.people.count == 1) { try requireRole(.secretariat, .R1) }
    guard cycle.fingerprints[person] == fingerprint else { throw Refusal(.K, .wrongFingerprint) }
    return [.personConfirmed(person: person, fingerprint: fingerprint)]
  }

  private func check(_ panel: Panel) throws(Refusal) {
    let rule: Rule = panel.stage == .material ? .R1 : .S1
    try requireText(panel.id.rawValue, .number, rule)
    try requireText(panel.name, .name, rule)
    var seen: Set<PersonID> = []
    for member in panel.members {
      guard seen.insert(member).inserted else { throw Refusal(rule, .repeatedMember(member)) }
      guard let person = cycle.people[member] else { throw Refusal(rule, .unknownPerson(member)) }
      guard person.active else { throw Refusal(.R5, .inactive(member)) }
      guard person.roles.contains(.expert) else { throw Refusal(rule, .notExpert(member)) }
    }
    guard seen.contains(panel.leader) else { throw Refusal(rule, .leaderNotMember) }
    if let deputy = panel.deputy {
      guard seen.contains(deputy) else { throw Refusal(rule, .deputyNotMember) }
      if deputy == panel.leader { throw Refusal(rule, .deputyIsLeader) }
    }
    let size = panel.stage == .material ? parameters.panelSize : parameters.onSitePanelSize
    guard size.contains(panel.members.count) else {
      throw Refusal(rule, .panelSize(panel.members.count, size), ours: true)
    }
  }
}
