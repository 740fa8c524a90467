import Criteria
import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

/// Seeded changes of any row of any table between logins of random people.
@Suite("Whatever is changed in the file, nothing unverified is shown and no key goes astray")
struct RandomAttackTests {
  private static let ids: [CaseID] = [SharedStore.dossier, SharedStore.draft]
  private static let people: [PersonID] = [
    "p1", "p2", "p3", "p4", "p11", "p12", "p13", "p14", "p21",
  ]
  private static let tables = Schema.projections + ["entry", "meta", "progress"]

  /// What is true of a case, as one who holds these keys sees it in the store that nobody changed.
  private struct Truth: Equatable {
    var stage: Stage?
    var sheets: [PersonID: SheetRecord]
    var total: Points?
  }

  private func truth(_ id: CaseID, _ store: Store, _ session: Session) throws -> Truth {
    let state = try store.replayed(id, by: session).state
    return Truth(
      stage: state?.stage, sheets: state?.sheets ?? [:], total: state?.materialTotal)
  }

  /// How a case stood after each of its entries.
  private func earlier(_ id: CaseID, _ person: PersonID, _ clock: Clock) throws -> [Truth] {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    var truths: [Truth] = []
    while true {
      let store = try Store(opening: directory, clock: clock)
      let truth = try truth(id, store, store.signIn(person, passphrase: "demo"))
      guard truth.stage != nil else { return truths }
      truths.append(truth)
      let stream = Stream.dossier(id).rawValue
      try RawStore(directory).alter { db in
        try db.execute(
          sql: """
            DELETE FROM entry WHERE position = (SELECT max(position) FROM entry WHERE stream = ?)
            """, arguments: [stream])
      }
    }
  }

  /// One change of chance: a value of a row, a row less, or a row twice.
  private func change(_ db: Database, _ chance: inout Chance) throws -> String {
    let table = Self.tables.randomElement(using: &chance)!
    let columns = try db.columns(in: table).map(\.name)
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    guard count > 0 else { return "" }
    let key = try db.primaryKey(table).columns.joined(separator: ", ")
    let place = "LIMIT 1 OFFSET \(Int.random(in: 0..<count, using: &chance))"
    let row = "(\(key)) IN (SELECT \(key) FROM \(table) \(place))"
    let column = columns.randomElement(using: &chance)!
    let other = """
      (SELECT \(column) FROM \(table) LIMIT 1 OFFSET \(Int.random(in: 0..<count, using: &chance)))
      """
    let sql =
      switch Int.random(in: 0..<6, using: &chance) {
      case 0: "DELETE FROM \(table) WHERE \(row)"
      case 1: "UPDATE \(table) SET \(column) = \(other) WHERE \(row)"
      case 2: "UPDATE \(table) SET \(column) = randomblob(32) WHERE \(row)"
      case 3:
        """
        UPDATE \(table) SET \(column) = CAST(replace(CAST(\(column) AS TEXT), 'p1', 'p2') AS BLOB)
        WHERE \(row)
        """
      case 4: "UPDATE \(table) SET \(column) = CAST(\(column) AS TEXT) || '1' WHERE \(row)"
      default: "UPDATE \(table) SET \(column) = 7 WHERE \(row)"
      }
    // What the file's own constraints refuse, this attacker cannot write.
    try? db.execute(sql: sql)
    return sql
  }

  /// The people for whom keys of a case's rooms were wrapped, by room.
  private func readers(_ id: CaseID, _ store: Store, _ session: Session) throws -> [String: Set<
    String
  >] {
    let rooms = try store.replayed(id, by: session).rooms
    return Dictionary(
      uniqueKeysWithValues: rooms.rooms.map { room in
        (room.rawValue, rooms.keys(of: room).reduce(into: []) { $0.formUnion($1.wraps.readers) })
      })
  }

  @Test(
    "a random attacker: no key for whom the rules do not name, nothing unverified shown, all named",
    arguments: 0..<(ProcessInfo.processInfo.environment["PINGSHEN_TRIALS"] == "full" ? 400 : 12))
  func random(_ seed: Int) throws {
    var chance = Chance(seed: UInt64(2026 + seed))
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let clock = TestClock(StoreWorld.start.adding(seconds: 40 * 86_400)).clock
    let pristine = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: pristine) }
    let before = try Store(opening: pristine, clock: clock)
    var sqls: [String] = []
    for _ in 0..<4 {
      try RawStore(directory).alter { db in
        for _ in 0..<3 { sqls.append(try change(db, &chance)) }
      }
      let person = Self.people.randomElement(using: &chance)!
      try look(person, directory, before, clock, sqls)
    }
    let differs = try RawStore(directory).dump(Self.tables) != RawStore(pristine).dump(Self.tables)
    guard differs else { return }
    let named: Bool
    do {
      named = try !Store(opening: directory, clock: clock).check().isSound
    } catch is StoreFault {
      named = true
    }
    // A progress figure is nobody's word: only its own author can tell that it is wrong.
    let others = Self.tables.filter { $0 != "progress" }
    let isElsewhere = try RawStore(directory).dump(others) != RawStore(pristine).dump(others)
    #expect(named || !isElsewhere, "\(sqls)")
  }

  /// Logs somebody in, lets them look and give the keys they owe, and compares with the truth.
  private func look(
    _ person: PersonID, _ directory: URL, _ before: Store, _ clock: Clock, _ sqls: [String]
  ) throws {
    do {
      let store = try Store(opening: directory, clock: clock)
      let session = try store.signIn(person, passphrase: "demo")
      let own = try before.signIn(person, passphrase: "demo")
      // Keys that were given already may be given again; never to anybody new to the rules.
      try store.settleKeys(by: session)
      for id in Self.ids {
        let allowed = try readers(id, before, own)
        for (room, readers) in try readers(id, store, session) {
          #expect(readers.isSubset(of: allowed[room] ?? []), "\(room) \(sqls)")
        }
        let shown = try truth(id, store, session)
        let isWhole = try store.replayed(id, by: session).faults.isEmpty
        // A case that lost its last entries shows how it stood before; never what was not so.
        if isWhole, shown.stage != nil, try shown != truth(id, before, own) {
          #expect(try earlier(id, person, clock).contains(shown), "\(sqls)")
        }
        #expect(shown.total == nil, "\(sqls)")
      }
    } catch let error where error is StoreFault || error is VaultFault || error is Refusal {
      // Said in words: nobody is shown anything then.
    }
  }
}
