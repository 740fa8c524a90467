import Foundation
import GRDB
import Procedure
import Vault

/// Keeps the projections up to date with what entries say in the clear.
struct Projector {
  let db: Database

  // MARK: The cycle

  /// Takes up an event of the cycle's stream.
  ///
  /// - Parameter withGroups: Whether it is noted whom groups owe their keys, where that is another by it.
  func project(_ event: Event, cycle: CycleReplay, withGroups: Bool = true) throws {
    if let id = Self.person(changedBy: event), let person = cycle.value.people[id] {
      try put(person, cycle)
    }
    if withGroups, event.kind.concernsGroups { try noteGroups(cycle: cycle) }
  }

  /// Whose entry in the list of people is another after an event.
  private static func person(changedBy event: Event) -> PersonID? {
    if case .personInvited(let person) = event { return person.id }
    if case .personChanged(let person) = event { return person.id }
    if case .personJoined(let id, _) = event { return id }
    if case .personConfirmed(let id, _) = event { return id }
    if case .personSanctioned(let id, _) = event { return id }
    return nil
  }

  /// Takes up an entry of the cycle about keys.
  func project(_ event: KeyEvent, cycle: CycleReplay) throws {
    switch event {
    case .personKeyed(let id, _, _, _), .passphraseChanged(let id, _),
      .keysReplaced(let id, _, _, _):
      if let person = cycle.value.people[id] { try put(person, cycle) }
    case .keysRecovered(let recovered):
      if let person = cycle.value.people[recovered.person] { try put(person, cycle) }
      try noteGroups(cycle: cycle)
    case .storeFounded, .invitationMade, .recoveryUsed, .groupFounded, .roomMade, .keysGranted,
      .halvesMade,
      .halvesReleased, .keysShared:
      break
    }
  }

  /// Takes up everybody as they stand.
  func putEverybody(_ cycle: CycleReplay) throws {
    for person in cycle.value.people.values { try put(person, cycle) }
  }

  private func put(_ person: Person, _ cycle: CycleReplay) throws {
    let profile = try Self.text(person)
    try db.cachedStatement(
      sql: """
        INSERT INTO person (id, name, standing, profile, keyed) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, standing = excluded.standing,
          profile = excluded.profile, keyed = excluded.keyed
        """
    ).execute(arguments: [
      person.id.rawValue, person.name, (cycle.value.standing[person.id] ?? .invited).rawValue,
      profile, cycle.keys.holders[person.id]?.last.position,
    ])
  }

  // MARK: Keys

  /// Notes whom the groups that exist owe their keys.
  func noteGroups(cycle: CycleReplay) throws {
    for (id, keys) in cycle.keys.groups {
      try note(
        "group/\(id.rawValue)", readers: id.members(in: cycle.value), of: keys.map(\.wraps),
        cycle.keys, dossier: nil)
    }
  }

  /// Notes whom a case's rooms owe their keys, and who got them.
  func noteKeys(of id: CaseID, _ replay: DossierReplay, cycle: CycleReplay) throws {
    for room in replay.rooms.rooms {
      var wanted: Set<Reader> = []
      switch room {
      // Of supervision's the letters from before its group had a key.
      case .material, .office, .consensus, .onSite, .proposal, .supervision:
        wanted = readers(of: room, cycle: cycle.value, dossier: replay.clear)
      case .draft, .sheet, .result, .bureau: break
      }
      try note(
        room == .supervision ? "\(room.rawValue)/\(id)" : room.rawValue, readers: wanted,
        of: replay.rooms.keys(of: room).map(\.wraps), cycle.keys,
        dossier: id)
    }
    try noteHalves(of: id, replay, cycle)
  }

  /// Notes who can make a sheet's halves for the leader who acts, where those that stand are for
  /// another (R4).
  private func noteHalves(of id: CaseID, _ replay: DossierReplay, _ cycle: CycleReplay) throws {
    let rules = KeyRules(
      register: cycle.keys, cycle: cycle.value, dossier: replay.clear, rooms: replay.rooms)
    for key in replay.rooms.sheetKeys {
      guard case .sheet(_, let reviewer, _) = key.room else { continue }
      let leader = rules.strandedFrom(key)
      let lacks = leader.map { Set([Reader.person($0).rawValue]) } ?? []
      try note(
        "halves/\(key.room.rawValue)", owed: lacks,
        granted: lacks.isEmpty ? [] : [Reader.person(reviewer).rawValue], dossier: id)
    }
    let leader = rules.awaitsRelease
    try note(
      "release/\(id.rawValue)", owed: leader.map { [Reader.person($0).rawValue] } ?? [],
      granted: leader == nil ? [] : [Reader.group(.secretariat).rawValue], dossier: id)
  }

  /// Notes who has a key and to whom it is owed.
  private func note(
    _ scope: String, readers: Set<Reader>, of keys: [Wraps], _ register: KeyRegister,
    dossier: CaseID?
  ) throws {
    let owed = readers.filter { reader in !keys.allSatisfy { $0.reach(reader, by: register) } }
    // Who has a key that somebody is owed can give it.
    let givers = keys.flatMap { key in
      owed.isEmpty || owed.contains { !key.reach($0, by: register) } ? key.readers : []
    }
    try note(scope, owed: Set(owed.map(\.rawValue)), granted: Set(givers), dossier: dossier)
  }

  /// Writes where to look, never what to believe.
  private func note(
    _ scope: String, owed: Set<String>, granted: Set<String>, dossier: CaseID?
  ) throws {
    for (table, names) in [("wrapped", granted), ("owed", owed)] {
      let noted = try Set(
        String.fetchAll(
          db.cachedStatement(sql: "SELECT reader FROM \(table) WHERE scope = ?"),
          arguments: [scope]))
      for reader in names.subtracting(noted).sorted() {
        try db.cachedStatement(
          sql: "INSERT INTO \(table) (scope, reader, dossier) VALUES (?, ?, ?)"
        ).execute(arguments: [scope, reader, dossier?.rawValue])
      }
      for reader in noted.subtracting(names).sorted() {
        try db.cachedStatement(
          sql: "DELETE FROM \(table) WHERE scope = ? AND reader = ?"
        ).execute(arguments: [scope, reader])
      }
    }
  }

  // MARK: Cases

  /// Writes what lists show of a case, from what is clear for all in its state.
  func project(_ replay: DossierReplay, cycle keys: CycleReplay) throws {
    guard let dossier = replay.clear else { return }
    let cycle = keys.value
    let application = dossier.application
    let terms = runningTerms(in: dossier, cycle: cycle)
    let order = ListOrder(dossier, cycle: cycle, terms: terms)
    try db.cachedStatement(
      sql: """
        INSERT INTO dossier (id, name, district, industry, encouraged, stage, stage_order, due, panel,
          on_site_panel, assigned, handed_in, year, tier, total, list_number, report_due,
          place_until, by_due, by_report, application)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, district = excluded.district,
          industry = excluded.industry, encouraged = excluded.encouraged, stage = excluded.stage,
          stage_order = excluded.stage_order, due = excluded.due, panel = excluded.panel,
          on_site_panel = excluded.on_site_panel, assigned = excluded.assigned,
          handed_in = excluded.handed_in, tier = excluded.tier, total = excluded.total,
          list_number = excluded.list_number, report_due = excluded.report_due,
          place_until = excluded.place_until, by_due = excluded.by_due,
          by_report = excluded.by_report, application = excluded.application
        """
    ).execute(arguments: [
      dossier.id.rawValue, application.name, application.district.rawValue, application.industry,
      application.encouraged.isEmpty ? 0 : 1, dossier.stage.rawValue,
      order.stage, order.due, dossier.panel?.rawValue, dossier.onSitePanel?.rawValue,
      dossier.assigned.count,
      dossier.assigned.count - dossier.outstanding.count, dossier.year, dossier.cultivation?.tier,
      dossier.cultivation?.total.hundredths, dossier.cultivation?.number, order.report,
      order.place, order.byDue, order.byReport, try Self.text(application),
    ])
    try projectDuties(of: dossier, order, cycle: cycle)
    try project(terms, of: dossier)
    try projectLetters(of: dossier)
    try projectNumbers(of: dossier)
    try projectSeats(of: dossier, cycle: cycle)
    try noteKeys(of: dossier.id, replay, cycle: keys)
  }

  /// Notes what waits for whom, and each holder's case once a day, where it stands in their list.
  private func projectDuties(
    of dossier: CaseState, _ order: ListOrder, cycle: CycleState
  ) throws {
    for table in ["duty", "waiting"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE dossier = ?").execute(arguments: [
        dossier.id.rawValue
      ])
    }
    let duties = duties(in: dossier, cycle: cycle).reduce(into: [Duty]()) { own, duty in
      if !own.contains(where: { $0.holder == duty.holder && $0.kind == duty.kind }) {
        own.append(duty)
      }
    }
    for duty in duties {
      let span = DutySpan(duty)
      try db.cachedStatement(sql: "INSERT INTO duty VALUES (?, ?, ?, ?, ?, ?)").execute(
        arguments: [
          dossier.id.rawValue, duty.holder.rawValue, duty.kind.rawValue, duty.due?.description,
          span.opens, span.closes,
        ])
    }
    for (holder, own) in Dictionary(grouping: duties, by: \.holder.rawValue) {
      for span in DutySpan.merged(own) {
        try db.cachedStatement(sql: "INSERT INTO waiting VALUES (?, ?, ?, ?, ?, ?, ?)").execute(
          arguments: [
            holder, dossier.id.rawValue, order.byDue, order.stage, dossier.application.name,
            span.opens, span.closes,
          ])
      }
    }
  }

  private func project(_ terms: [RunningTerm], of dossier: CaseState) throws {
    try db.cachedStatement(sql: "DELETE FROM term WHERE dossier = ?").execute(arguments: [
      dossier.id.rawValue
    ])
    for (number, term) in terms.enumerated() {
      try db.cachedStatement(sql: "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)").execute(
        arguments: [
          dossier.id.rawValue, number, term.kind.rawValue, term.since.description,
          term.until.description, term.provisional ? 1 : 0, term.number,
        ])
    }
  }

  private func projectLetters(of dossier: CaseState) throws {
    try db.cachedStatement(sql: "DELETE FROM letter WHERE dossier = ?").execute(arguments: [
      dossier.id.rawValue
    ])
    for (place, letter) in dossier.letters.enumerated() {
      try db.cachedStatement(sql: "INSERT INTO letter VALUES (?, ?, ?, ?, ?)").execute(
        arguments: [
          dossier.id.rawValue, place, letter.kind.rawValue, letter.record?.number,
          letter.record?.sent.description,
        ])
    }
  }

  private func projectNumbers(of dossier: CaseState) throws {
    try db.cachedStatement(sql: "DELETE FROM number WHERE dossier = ?").execute(arguments: [
      dossier.id.rawValue
    ])
    for (place, used) in dossier.usedNumbers.enumerated() {
      let number = DocumentNumber(used.number)
      try db.cachedStatement(sql: "INSERT INTO number VALUES (?, ?, ?, ?, ?, ?, ?)").execute(
        arguments: [
          dossier.id.rawValue, place, used.number, used.use.rawValue, used.day.description,
          number?.series, number?.ordinal,
        ])
    }
  }

  private func projectSeats(of dossier: CaseState, cycle: CycleState) throws {
    try db.cachedStatement(sql: "DELETE FROM seat WHERE dossier = ?").execute(arguments: [
      dossier.id.rawValue
    ])
    let panels = [dossier.panel, dossier.onSitePanel].compactMap { $0 }
    for person in Set(panels.flatMap { cycle.panels[$0]?.members ?? [] }).sorted() {
      try db.cachedStatement(sql: "INSERT INTO seat VALUES (?, ?)").execute(arguments: [
        dossier.id.rawValue, person.rawValue,
      ])
    }
  }

  /// Makes a case findable by its number, name and trade, as they stand now.
  ///
  /// Before the case's row is written: it tells by what the case was found so far.
  func index(_ application: Application) throws {
    let id = application.id.rawValue
    func grams(_ words: [String]) -> Set<String> { Set(words.flatMap(Bigrams.of)) }
    let before = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, industry FROM dossier WHERE id = ?"), arguments: [id]
    ).map { grams([id, try $0.value("name"), try $0.value("industry")]) }
    let now = grams([id, application.name, application.industry])
    if before == now { return }
    // In one statement each: a case has some twenty.
    if let before {
      try db.cachedStatement(
        sql: "DELETE FROM gram WHERE gram IN (SELECT value FROM json_each(?)) AND dossier = ?"
      ).execute(arguments: [try Self.text(before.subtracting(now).sorted()), id])
    }
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO gram SELECT value, ? FROM json_each(?)"
    ).execute(arguments: [id, try Self.text(now.subtracting(before ?? []).sorted())])
  }

  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
