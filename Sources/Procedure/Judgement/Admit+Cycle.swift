import Criteria
import Foundation

/// The cycle's own stream.
extension Desk {
  func admitYear(_ year: Int, title: String, edition: String?) throws(Refusal) {
    if cycle.year != nil, !cycle.isClosed { throw Refusal(.K, .cycleOpen) }
    guard (2000...2100).contains(year), cycle.terms[year] == nil, year > (cycle.year ?? 0) else {
      throw Refusal(.K, .badYear)
    }
    try requireText(title, .title, .K)
    guard let edition else { return }
    do {
      _ = try Edition.load(Data(edition.utf8))
    } catch {
      throw Refusal(.K, .badEdition(error))
    }
  }

  /// M7: the days within which applications come in; once they are over they stay over.
  func admitCall(from: Day, until: Day) throws(Refusal) {
    guard cycle.year != nil, !cycle.isClosed else { throw Refusal(.K, .noCycle) }
    if until < from { throw Refusal(.M7, .badDates(.reversed)) }
    if until < now.day { throw Refusal(.M7, .badDates(.before(now.day, .today))) }
    if let call = cycle.call {
      if now > call.until.end { throw Refusal(.M7, .callOver(call.until)) }
      // Who prepared for the day that was announced is not cut short.
      if until < call.until { throw Refusal(.M7, .callShortened(call.until), ours: true) }
    }
  }

  /// W: holidays of years that nothing is known of yet.
  func admitCalendar(_ text: String) throws(Refusal) {
    let loaded: WorkingCalendar
    do {
      loaded = try WorkingCalendar.parse(text)
    } catch {
      throw Refusal(.W, .badCalendar(error))
    }
    if let known = loaded.yearsCovered.sorted().first(where: calendar.yearsCovered.contains) {
      throw Refusal(.W, .calendarYearKnown(known))
    }
    if loaded.yearsCovered.isEmpty { throw Refusal(.W, .calendarEmpty) }
    // Terms would be counted from what is missing as if it were known.
    if let gap = loaded.yearsCovered.sorted().lazy.compactMap(loaded.gap(in:)).first {
      throw Refusal(.W, .calendarIncomplete(gap), ours: true)
    }
  }

  /// R7, S6, P4: a meeting of the bureau, with who was there.
  func admit(_ meeting: Meeting) throws(Refusal) {
    try requireRole(.secretariat, meeting.kind.rule)
    guard Self.isWellFormed(meeting.id.rawValue) else { throw Refusal(.K, .blank(.number)) }
    if cycle.meetings[meeting.id] != nil { throw Refusal(.K, .numberTaken) }
    if meeting.day > now.day { throw Refusal(meeting.kind.rule, .badDates(.inFuture)) }
    if let stranger = meeting.present.first(where: { cycle.people[$0] == nil }) {
      throw Refusal(meeting.kind.rule, .unknownPerson(stranger))
    }
  }

  /// K: numbers begin with the office's sign, and every clause is one of a rule of the method.
  func admit(_ letterhead: Letterhead) throws(Refusal) {
    let prefix = letterhead.prefix
    if !prefix.isEmpty, DocumentNumber("\(prefix)〔2000〕1号")?.prefix != prefix {
      throw Refusal(.K, .badPrefix)
    }
    if letterhead.copiesTo.count > Letterhead.mostCopies {
      throw Refusal(.K, .tooMany(.copies, limit: Letterhead.mostCopies))
    }
    for (rule, clause) in letterhead.clauses.sorted(by: { $0.key < $1.key }) {
      guard Rule(rawValue: rule)?.isOfMethod == true, !clause.isBlank,
        clause.count <= Letterhead.longestClause
      else { throw Refusal(.K, .badClause(rule)) }
    }
  }

  func admitClosing(of year: Int) throws(Refusal) {
    guard let open = cycle.year, !cycle.isClosed else { throw Refusal(.K, .noCycle) }
    try require(year, is: open, .K)
    if !cycle.clashes.isEmpty { throw Refusal(.K, .actsMeet(cycle.clashes.map(\.record))) }
  }

  /// V5: secretariat and supervision each say that an entry without effect counts for nothing.
  func admitNote(
    on entry: EntryName, by person: PersonID, as role: Role, reason: String
  ) throws(Refusal) {
    try requireOwn(person, .V5)
    guard [.secretariat, .supervisor].contains(role) else {
      throw Refusal(.V5, .needsRole(.secretariat))
    }
    try requireRole(role, .V5)
    if cycle.notes[entry]?[role] != nil { throw Refusal(.V5, .alreadyDecided) }
    try requireText(reason, .reason, .V5)
  }

  /// V5: a copy that does not come back holds up nobody; what it brings later is judged as ever.
  func admitRetiring(of copy: String, reason: String) throws(Refusal) {
    try requireText(copy, .number, .V5)
    if cycle.retiredCopies.contains(copy) { throw Refusal(.V5, .alreadyDecided) }
    try requireText(reason, .reason, .V5)
  }

  /// Copies that may hold what the act must not miss were heard from; asked of who acts now alone.
  func requireHeard(_ rule: Rule) throws(Refusal) {
    if !unheard.isEmpty { throw Refusal(rule, .copiesUnheard(unheard), ours: true) }
  }

  /// V5: who answers for the log says that something held counts all the same.
  func admitAcceptance(of entries: [EntryName], reason: String) throws(Refusal) {
    if !cycle.acts(actor, as: .supervisor) { try requireRole(.secretariat, .V5) }
    if entries.isEmpty { throw Refusal(.V5, .nothingHeld) }
    try requireText(reason, .reason, .V5)
  }

  // MARK: People

  func admitSanction(of person: PersonID) throws(Refusal) {
    guard cycle.people[person] != nil else { throw Refusal(.V4, .unknownPerson(person)) }
    if person == actor { throw Refusal(.V4, .ownCase, ours: true) }
  }

  /// Who was invited makes their keys, nobody else for them.
  func admitJoining(of person: PersonID) throws(Refusal) {
    try requireOwn(person, .K)
    guard let standing = cycle.standing[person] else { throw Refusal(.K, .unknownPerson(person)) }
    guard standing == .invited else { throw Refusal(.K, .wrongStanding(standing)) }
  }

  func admitInvitation(of person: Person) throws(Refusal) {
    // The founder of a store enters themself: nobody is there to invite them.
    if cycle.people.isEmpty {
      guard person.id == actor else { throw Refusal(.K, .unknownPerson(actor)) }
      guard person.acts(as: .secretariat) else { throw Refusal(.K, .needsRole(.secretariat)) }
    } else {
      try requireRole(.secretariat, .R1)
    }
    if cycle.people[person.id] != nil { throw Refusal(.K, .numberTaken) }
    try requireSound(person)
  }

  func admitChange(of person: Person) throws(Refusal) {
    guard cycle.people[person.id] != nil else { throw Refusal(.K, .unknownPerson(person.id)) }
    // V4: who lost the qualification does not come back by a change of the entry.
    if person.active, cycle.sanctions[person.id]?.contains(.disqualification) == true {
      throw Refusal(.V4, .inactive(person.id))
    }
    try requireOthers(beside: person)
    try requireSound(person)
  }

  func admitConfirmation(
    of person: PersonID, fingerprint: String
  ) throws(Refusal) {
    guard let standing = cycle.standing[person] else { throw Refusal(.K, .unknownPerson(person)) }
    guard standing == .joined else { throw Refusal(.K, .wrongStanding(standing)) }
    // The founder countersigns themself, as long as they are alone.
    if !(actor == person && cycle.people.count == 1) { try requireRole(.secretariat, .R1) }
    guard cycle.fingerprints[person] == fingerprint else { throw Refusal(.K, .wrongFingerprint) }
  }

  private func requireSound(_ person: Person) throws(Refusal) {
    guard Self.isWellFormed(person.id.rawValue) else { throw Refusal(.K, .blank(.number)) }
    try requireText(person.name, .name, .K)
    if person.roles.contains(.districtOfficer) {
      guard let code = person.district else { throw Refusal(.M7, .blank(.district)) }
      guard parameters.district(code) != nil else { throw Refusal(.M7, .unknownDistrict) }
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

  // MARK: Panels

  func admitForming(of panel: Panel) throws(Refusal) {
    try requireRole(.secretariat, panel.stage.rule)
    if cycle.panels[panel.id] != nil { throw Refusal(.K, .numberTaken) }
    try requireSound(panel)
  }

  func admitChange(of panel: Panel) throws(Refusal) {
    try requireRole(.secretariat, panel.stage.rule)
    guard let earlier = cycle.panels[panel.id] else { throw Refusal(.K, .unknownPanel) }
    guard earlier.stage == panel.stage else { throw Refusal(.K, .wrongPanelStage) }
    try requireSound(panel)
  }

  private func requireSound(_ panel: Panel) throws(Refusal) {
    let rule = panel.stage.rule
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

extension PanelStage {
  /// The rule by which such panels are formed.
  fileprivate var rule: Rule { self == .material ? .R1 : .S1 }
}
