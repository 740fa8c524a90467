import Criteria
import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

/// Entries written past the program: none moves a screen, and each is named.
@Suite("Entries that nobody signed, that say nothing, or that the rules forbid have no effect")
struct EntryAttackTests {
  private static let id: CaseID = "HZ26-0001"
  private static let everybody: [PersonID] = ["p1", "p2", "p3", "p11", "p13", "p21"]

  /// What a role is shown of the case and in the lists.
  private struct Screen: Equatable {
    var state: CaseState
    var rows: [QueueRow]
    var scores: [ScoreRow]
    var terms: [TermRow]
    var cycle: CycleState
  }

  private func shown(_ directory: URL, _ clock: Clock) throws -> [Screen] {
    try Self.everybody.map { person in
      let store = try Store(opening: directory, clock: clock)
      let session = try store.signIn(person, passphrase: "demo")
      let verification = try store.verification(by: session)
      verification.run()
      store.take(verification.found, by: session)
      return Screen(
        state: try store.dossier(Self.id, by: session),
        rows: try store.queue(QueueQuery(scope: .all), limit: 99, by: session),
        scores: try store.scores(by: session),
        terms: try store.terms(limit: 99, by: session).rows, cycle: try store.cycle())
    }
  }

  /// An attack on a store leaves every screen as it was, is named by `check`, and left out by
  /// `rebuild`.
  private func verify(
    _ world: StoreWorld, named fault: EntryFault? = nil, _ attack: (Attacker) throws -> [Int]
  ) throws {
    let clock = Clock { [now = world.time.clock.now()] in now }
    let before = try shown(world.directory, clock)
    let places = try attack(Attacker(world.directory))
    #expect(try shown(world.directory, clock) == before)
    let store = try Store(opening: world.directory, clock: clock)
    let findings = try store.check().findings
    #expect(findings.void == places, "\(findings)")
    #expect(findings.others == [])
    if let fault { #expect(places.allSatisfy { findings.faults[$0] == fault }, "\(findings)") }
    let office = try store.signIn("p1", passphrase: "demo")
    #expect(try store.check(by: office).findings.void == places)
    #expect(try store.rebuild().void == places)
    #expect(try shown(world.directory, clock) == before)
    // Work goes on.
    let session = try store.signIn("p2", passphrase: "demo")
    try store.perform(
      .supervision(
        .lodge(Complaint(id: "c9", topic: .procedure, source: .staff, text: "有人改库"))),
      by: session)
    #expect(try store.check().findings.void == places)
    #expect(try store.check().findings.others == [])
  }

  private static let kept = Result {
    try KeptWorld { world in
      try world.register(id)
      try world.toHandedIn(id, sheets: SharedStore.reviewers.map { ($0, StoreWorld.sheet()) })
      try world.settleAll()
    }
  }

  private func reviewed() throws -> StoreWorld { try Self.kept.get().copy() }

  @Test("random bytes as a signature move nothing, in any stream")
  func noise() throws {
    let world = try reviewed()
    let day = world.time.clock.now().day
    try verify(world, named: .signatureWrong) { attacker in
      let now = world.time.clock.now()
      var person = try #require(try world.store.cycle().people["p13"])
      person.roles = [.secretariat]
      return try [
        (Event.personChanged(person: person), LogStream.cycle, "p1"),
        (.panelChanged(panel: try world.store.cycle().panels["m2"]!), .cycle, "p1"),
        (.openingReleased, .dossier(Self.id), "p1"),
        (
          .listPublished(
            number: "伪", on: day, until: day.adding(days: 365), tier: 1,
            total: Points(hundredths: 99_900)), .dossier(Self.id), "p1"
        ),
        (.caseEnded(by: .withdrawn, on: day), .dossier(Self.id), "p1"),
      ].map { event, stream, author in
        try attacker.append(
          .event(event), to: stream, as: PersonID(author), at: now, signed: Attacker.noise)
      }
    }
  }

  @Test(
    "what cannot be decoded locks nobody out",
    arguments: [
      #"{"x":1}"#, "", "{", #"{"personChanged":{"person":{}}}"#, "\u{0}\u{1}",
      #"{"personChanged":{"person":1},"more":2}"#,
    ])
  func undecodable(_ body: String) throws {
    let world = try reviewed()
    try verify(world, named: .unreadable) { attacker in
      let office = Attacker.signer(world.office)
      let now = world.time.clock.now()
      return [
        try attacker.append(
          body: Data(body.utf8), kind: "personChanged", to: .cycle, as: "p1", at: now,
          signed: office),
        try attacker.append(
          body: Data(body.utf8), kind: "openingReleased", to: .dossier(Self.id), as: "p1", at: now,
          signed: office),
      ]
    }
  }

  @Test("kinds that no program knows are kept without effect")
  func unknownKind() throws {
    let world = try reviewed()
    try verify(world, named: .newerKind) { attacker in
      let now = world.time.clock.now()
      return try [LogStream.cycle, .dossier(Self.id), .supervision].map { stream in
        try attacker.append(
          body: Data("{}".utf8), kind: "somethingNew", to: stream, as: "p1", at: now,
          signed: Attacker.signer(world.office))
      }
    }
  }

  @Test("an on-site leader's own signed result of 999.99 on a listed case is nobody's truth")
  func result() throws {
    let world = try StoreWorld()
    try world.toFinished(Self.id)
    try world.toVisit(Self.id)
    try world.submit(Self.id, at: 65)
    try world.toProposal(Self.id)
    try world.toCultivation(Self.id)
    let leader = world["p21"]
    let percentages = Dictionary(
      uniqueKeysWithValues: Edition.shipped.items.map { ($0.id, Percentage(100)!) })
    try verify(world) { _ in
      var places: [Int] = []
      try world.store.write(by: leader) { transaction in
        _ = try transaction.dossier(Self.id)
        for event in [
          Event.siteResult(
            total: Points(hundredths: 99_999), tier: 1, percentages: percentages),
          .materialResult(
            revision: 1, total: Points(hundredths: 99_999), percentages: percentages),
        ] {
          places.append(
            try transaction.append(
              .event(event), to: .dossier(Self.id), room: .result(year: 2026)
            ).position)
        }
      }
      return places
    }
  }

  @Test("a leader's finish of a consensus that was never opened moves nothing")
  func finish() throws {
    let world = try reviewed()
    try verify(world) { _ in
      var places: [Int] = []
      try world.store.write(by: world.leader) { transaction in
        _ = try transaction.dossier(Self.id)
        for event in [
          Event.consensusFinished(revision: 1), .consensusOpened(revision: 1, threshold: 20),
          .reviewersDesignated(reviewers: ["p11"], due: world.time.clock.now().day),
        ] {
          places.append(try transaction.append(.event(event), to: .dossier(Self.id)).position)
        }
      }
      return places
    }
  }

  @Test("R6: an item settled by a member who does not lead has no effect")
  func memberSettles() throws {
    let world = try reviewed()
    try world.open(Self.id)
    try verify(world) { _ in
      var places: [Int] = []
      try world.store.write(by: world["p13"]) { transaction in
        _ = try transaction.dossier(Self.id)
        let event = Event.itemSettled(item: "4.1.2", percentage: Percentage(100)!, reason: "一言堂")
        places.append(
          try transaction.append(
            .event(event), to: .dossier(Self.id), room: .consensus(Self.id)
          ).position)
      }
      return places
    }
  }

  @Test("a second founding below the first position is no founding, and named")
  func belowTheFirst() throws {
    let world = try reviewed()
    let clock = Clock { [now = world.time.clock.now()] in now }
    let before = try shown(world.directory, clock)
    let attacker = try Attacker(world.directory)
    for place in ["0", "-7", "9223372036854775807"] {
      try attacker.run(
        """
        INSERT INTO entry SELECT \(place), randomblob(32), stream, parents, previous, author, device,
          number, time, arrived, kind, version, room, key, files, seen,
          CAST(replace(CAST(body AS TEXT), '试验库', '伪造库') AS BLOB), given_up, signature, chain
        FROM entry WHERE kind = 'storeFounded' AND position > 0 LIMIT 1
        """)
    }
    #expect(try shown(world.directory, clock) == before)
    let store = try Store(opening: world.directory, clock: clock)
    #expect(try store.title().name == "试验库")
    #expect(try store.check().findings.contains(.outsideOrder(3)))
    try store.perform(.askOpening, in: Self.id, by: store.signIn("p11", passphrase: "demo"))
    #expect(
      try store.dossier(Self.id, by: store.signIn("p1", passphrase: "demo")).opening == .asked)
  }

  @Test("an entry that denies what came before it has no effect")
  func denied() throws {
    let world = try reviewed()
    // Somebody who lost the office signs an act as if they had not seen it.
    var person = try #require(try world.store.cycle().people["p5"])
    person.roles = [.secretariat]
    try world.store.perform(.cycle(.change(person)), by: world.office)
    let tip = try #require(world.store.cycleCache.tips.last)
    person.roles = [.districtOfficer]
    try world.store.perform(.cycle(.change(person)), by: world.office)
    try verify(world, named: .denies) { attacker in
      let place = try attacker.append(
        .event(.caseEnded(by: .withdrawn, on: world.time.clock.now().day)), to: .dossier(Self.id),
        as: "p5", at: world.time.clock.now(), signed: Attacker.signer(world["p5"]))
      try attacker.raw.alter { db in
        var stored = try #require(try LogTable.entries(db, after: place - 1).first)
        stored.entry.parents[stored.entry.parents.count - 1] = tip
        stored.entry.signature = Attacker.signer(world["p5"])(stored.entry.signed)
        try db.execute(
          sql: "UPDATE entry SET parents = ?, id = ?, signature = ? WHERE position = ?",
          arguments: [
            stored.entry.parents.reduce(Data(), +), stored.entry.id, stored.entry.signature, place,
          ])
        try RawStore.rechain(db)
      }
      return [place]
    }
  }

  @Test(
    "numbers, times and places at the end of what can be counted stop nobody",
    arguments: [
      "number = 9223372036854775807", "number = -9223372036854775807 - 1",
      "time = 9223372036854775807", "time = -9223372036854775807 - 1",
      "arrived = 9223372036854775807", "version = 9223372036854775807",
    ])
  func extremes(_ change: String) throws {
    let world = try reviewed()
    let clock = Clock { [now = world.time.clock.now()] in now }
    let before = try shown(world.directory, clock)
    let attacker = try Attacker(world.directory)
    let place = try attacker.append(
      .event(
        .listPublished(
          number: "x", on: Bodies.day, until: Bodies.later, tier: 1, total: Points(hundredths: 1))),
      to: .dossier(Self.id), as: "p1", at: world.time.clock.now(), signed: Attacker.noise)
    try attacker.run("UPDATE entry SET \(change) WHERE position = \(place)")
    #expect(try shown(world.directory, clock) == before)
    let store = try Store(opening: world.directory, clock: clock)
    #expect(try !store.check().isSound)
    #expect(try store.rebuild().void == [place])
    try store.perform(.askOpening, in: Self.id, by: store.signIn("p11", passphrase: "demo"))
    #expect(
      try store.dossier(Self.id, by: store.signIn("p1", passphrase: "demo")).opening == .asked)
  }
}
