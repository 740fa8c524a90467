import Foundation
import GRDB
import Procedure
import Testing

@testable import Store

@Suite("No statement goes through a table that grows")
struct PlanTests {
  /// What is about everything by what it is for, each with a part of its statement.
  private static let whole = [
    "the head is over all entries": "SELECT 1 FROM entry AS later WHERE later.previous = entry.id)",
    "check compares whole tables, a thousand rows at a time": "group_concat(line)",
    "check looks at every draft": "SELECT dossier, person, slot FROM draft",
    "check looks at every mark of a draft": "SELECT dossier, person FROM progress",
    "check looks at every form that was kept":
      "SELECT person, slot, sealed, digest FROM unfinished",
    "who lost all keys is let into every case again": "SELECT id FROM dossier ORDER BY id",
  ]

  @Test("over a whole year and everything that is read of it, by everybody")
  func year() throws {
    let statements = Statements()
    let world = try statements.listen {
      let world = try WholeYearTests().year()
      let people: [PersonID] = [
        StoreWorld.office, StoreWorld.supervisor, StoreWorld.officer, "p11", "p21",
      ]
      for id in people {
        try read(world.store, by: world[id], world)
      }
      try care(for: world)
      return world
    }
    #expect(statements.all.count > 60)
    let scans = try world.store.read { db in
      try statements.all.filter(Self.isLookedAt).flatMap { sql in
        try QueryPlan(sql, in: db).scans.map { "\($0): \(sql)" }
      }
    }
    #expect(scans == [])
  }

  private static func isLookedAt(_ sql: String) -> Bool {
    let words = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"]
    return words.contains { sql.hasPrefix($0) } && !whole.values.contains { sql.contains($0) }
  }

  /// Everything that screens ask for.
  private func read(_ store: Store, by session: Session, _ world: StoreWorld) throws {
    let scopes: [QueueQuery.Scope] = [
      .mine, .all, .stage(.cultivation), .listed, .reportDue(by: StoreWorld.callEnd),
    ]
    for scope in scopes {
      for order in QueueQuery.Order.allCases {
        for text in ["", "杭", "杭州"] {
          var query = QueueQuery(scope: scope, order: order, text: text)
          _ = try store.count(query, by: session)
          for offset in [0, 1_000] {
            _ = try store.queue(query, offset: offset, limit: 100, by: session)
          }
          query.district = StoreWorld.district
          query.withoutPanel = true
          query.encouragedOnly = true
          _ = try store.queue(query, limit: 100, by: session)
        }
      }
    }
    _ = try store.counts(by: session)
    _ = try store.dossiersUnderWay()
    for kinds in [nil, [.application], [.application, .cultivation]] as [Set<TermKind>?] {
      for offset in [0, 1_000] {
        _ = try store.terms(kinds, offset: offset, limit: 100, by: session)
      }
    }
    for offset in [0, 1_000] { _ = try store.letters(offset: offset, limit: 100, by: session) }
    _ = try store.board(by: session)
    _ = try store.scores(by: session)
    _ = try store.supervision(by: session)
    _ = try store.watch(after: nil, limit: 10, by: session)
    let now = world.time.clock.now()
    for query in [
      HistoryQuery(), HistoryQuery(person: session.person), HistoryQuery(kinds: ["personInvited"]),
      HistoryQuery(from: now, to: now),
    ] {
      _ = try store.history(query, before: nil, limit: 100, by: session)
      _ = try store.history(query, before: 5, limit: 100, by: session)
    }
    try store.settleKeys(by: session)
    try store.verification(by: session).run()
    for row in try store.queue(QueueQuery(scope: .all), limit: 3, by: session) {
      let id = row.application.id
      _ = try store.queueRow(id, by: session)
      _ = try store.dossier(id, by: session)
      _ = try store.progress(of: id)
      _ = try store.history(HistoryQuery(dossier: id), before: nil, limit: 100, by: session)
    }
  }

  /// What is done with a store as a whole.
  private func care(for world: StoreWorld) throws {
    _ = try world.store.accounts()
    _ = try world.store.people()
    _ = try world.store.head()
    let report = try world.store.backUp(
      to: world.store.ownBackups, now: world.time.clock.now(), isThorough: true)
    #expect(report.fault == nil)
    try world.store.rebuild()
    #expect(try world.store.check(by: world.office).isSound)
    _ = try world.store.signIn(StoreWorld.office, passphrase: "demo")
  }

  @Test("a statement that does is named")
  func named() throws {
    let world = try StoreWorld()
    let statements = [
      "SELECT * FROM gram WHERE dossier = ?", "SELECT DISTINCT stream FROM entry",
      "SELECT id FROM dossier ORDER BY industry LIMIT 5",
      "SELECT id FROM dossier ORDER BY name, id LIMIT 5",
      "SELECT count(*) FROM waiting WHERE holder = ?",
    ]
    let scans = try world.store.read { db in
      try statements.map { try QueryPlan($0, in: db).scans }
    }
    #expect(
      scans == [
        ["SCAN gram"], ["SCAN entry USING COVERING INDEX entry_stream"], ["SCAN dossier"], [], [],
      ])
  }
}
