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
      .halvesMade, .halvesReleased, .keysShared, .entriesTaken:
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

  // MARK: Cases

  /// Writes what lists show of a case, from what is clear for all in its state.
  func project(_ id: CaseID, _ replay: DossierReplay, cycle keys: CycleReplay) throws {
    guard let dossier = replay.clear else { return try remove(id) }
    let cycle = keys.value
    let application = dossier.application
    let terms = runningTerms(in: dossier, cycle: cycle)
    let order = ListOrder(dossier, cycle: cycle, terms: terms)
    try db.cachedStatement(
      sql: """
        INSERT INTO dossier (id, name, district, industry, encouraged, stage, stage_order, due, panel,
          on_site_panel, assigned, handed_in, year, tier, total, list_number, report_due,
          place_until, destroyed, by_due, by_report, woven, application)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, district = excluded.district,
          industry = excluded.industry, encouraged = excluded.encouraged, stage = excluded.stage,
          stage_order = excluded.stage_order, due = excluded.due, panel = excluded.panel,
          on_site_panel = excluded.on_site_panel, assigned = excluded.assigned,
          handed_in = excluded.handed_in, tier = excluded.tier, total = excluded.total,
          list_number = excluded.list_number, report_due = excluded.report_due,
          place_until = excluded.place_until, destroyed = excluded.destroyed,
          by_due = excluded.by_due,
          by_report = excluded.by_report, woven = excluded.woven,
          application = excluded.application
        """
    ).execute(arguments: [
      dossier.id.rawValue, application.name, application.district.rawValue, application.industry,
      application.encouraged.isEmpty ? 0 : 1, dossier.stage.rawValue,
      order.stage, order.due, dossier.panel?.rawValue, dossier.onSitePanel?.rawValue,
      dossier.assigned.count,
      dossier.assigned.count - dossier.outstanding.count, dossier.year, dossier.cultivation?.tier,
      dossier.cultivation?.total.hundredths, dossier.cultivation?.number, order.report,
      order.place, dossier.destroyed?.description, order.byDue, order.byReport,
      replay.isWoven ? 1 : 0,
      try Self.text(application),
    ])
    try projectDuties(of: dossier, order, cycle: cycle)
    try project(terms, of: dossier)
    try projectLetters(of: dossier)
    try projectNumbers(of: dossier)
    try projectSeats(of: dossier, cycle: cycle)
    try noteKeys(of: dossier.id, replay, cycle: keys)
  }

  /// Strikes out a case whose registration is held, or stands for neither of two.
  private func remove(_ id: CaseID) throws {
    let words = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, industry FROM dossier WHERE id = ?"),
      arguments: [id.rawValue]
    ).map { [id.rawValue, try $0.value("name"), try $0.value("industry")] }
    guard let words else { return }
    try db.cachedStatement(
      sql: "DELETE FROM gram WHERE gram IN (SELECT value FROM json_each(?)) AND dossier = ?"
    ).execute(arguments: [try Self.text(words.flatMap(Bigrams.of)), id.rawValue])
    for table in ["duty", "waiting", "term", "letter", "number", "seat", "wrapped", "owed"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE dossier = ?", arguments: [id.rawValue])
    }
    try db.execute(sql: "DELETE FROM dossier WHERE id = ?", arguments: [id.rawValue])
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
