import Criteria
import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

/// Somebody who signs with their own keys, on a copy whose past they choose (exchange.md 5–8, 14).
@Suite("Backdated, denying and forked entries")
struct CopyAttackTests {
  private static let leader = StoreWorld.panel[0]

  /// Puts an entry into a store's log as if it had come from a copy.
  private func plant(
    _ act: Act, into store: Store, as session: Session, parents: [Data], previous: StoredEntry?,
    device: String, room: RoomID? = nil, by key: (name: EntryName, key: RoomKey)? = nil
  ) throws {
    let now = store.clock.now()
    var entry = Entry(
      store: try store.storeID, stream: .dossier(TwoCopies.id), parents: parents,
      previous: previous?.id, author: session.person, device: device,
      number: (previous?.entry.number ?? 0) + 1, time: now, kind: act.kind, version: act.version,
      room: room?.rawValue, key: key.flatMap { Hex.decode($0.name.rawValue) }, files: [],
      body: Data(), signature: Data())
    let plain = try act.encoded()
    entry.body = try key?.key.seal(plain, context: entry.header, padding: .entry) ?? plain
    let id = entry.id
    entry.signature = try session.ring.keys.sign(Entry.signed(id))
    try store.writeTaken { _ = try LogTable.append($0, entry, id: id, arrived: now) }
  }

  /// A case in consensus, from whose panel the leader was taken.
  private func relieved() throws -> (two: TwoCopies, tips: [Data], last: StoredEntry) {
    let two = try TwoCopies.opened()
    let store = two.here.store
    let replay = try store.replayed(TwoCopies.id, by: two.here[Self.leader])
    let tips = replay.tips + store.cycleCache.tips
    let last = try #require(try store.entries().last)
    var panel = try #require(try store.cycle().panels["m1"])
    (panel.leader, panel.deputy) = (StoreWorld.panel[1], StoreWorld.panel[2])
    try store.perform(.cycle(.changePanel(panel)), by: two.here.office)
    return (two, tips, last)
  }

  private func settlement(_ two: TwoCopies) throws -> (Act, (name: EntryName, key: RoomKey)) {
    let session = two.here[Self.leader]
    let rooms = try two.here.store.replayed(TwoCopies.id, by: session).rooms
    let key = try #require(session.key(of: .consensus(TwoCopies.id), in: rooms))
    let event = Event.itemSettled(
      item: TwoCopies.item, percentage: Percentage(95)!, reason: "补记")
    return (.event(event), key)
  }

  private func shown(_ two: TwoCopies) throws -> (value: Int?, faults: [EntryFault]) {
    let store = try Store(opening: two.here.directory, clock: two.here.time.clock)
    let replay = try store.replayed(
      TwoCopies.id, by: Session(person: "p13", keys: two.here["p13"].ring.keys))
    return (
      replay.state?.consensus?.settled(TwoCopies.item)?.percentage.value,
      replay.faults.values.map(\.fault)
    )
  }

  @Test("7: who lost the lead and writes with the parents of before, as another copy, is held")
  func backdated() throws {
    let (two, tips, _) = try relieved()
    let (act, key) = try settlement(two)
    try plant(
      act, into: two.here.store, as: two.here[Self.leader], parents: tips, previous: nil,
      device: "00000000000000aa", room: .consensus(TwoCopies.id), by: key)
    let found = try shown(two)
    #expect(found.value == nil)
    #expect(found.faults.count == 1)
    if case .held? = found.faults.first {} else { Issue.record("\(found.faults)") }
  }

  @Test("8: who forks their own copy below the number that the removal had seen is held")
  func forkedUnderMark() throws {
    let (two, tips, last) = try relieved()
    let (act, key) = try settlement(two)
    // The relief is numbered behind `last` on the same copy; so is this.
    try plant(
      act, into: two.here.store, as: two.here[Self.leader], parents: tips, previous: last,
      device: try two.here.store.deviceID, room: .consensus(TwoCopies.id), by: key)
    let found = try shown(two)
    #expect(found.value == nil)
    if case .held? = found.faults.first {} else { Issue.record("\(found.faults)") }
    #expect(
      try two.here.store.check().findings.others.contains { finding in
        if case .numberRepeated = finding { true } else { false }
      })
  }

  @Test("6: a leader who built on a withdrawal elsewhere opens nothing as if it were not there")
  func denying() throws {
    let two = try TwoCopies.handedIn()
    try two.here(.askOpening, by: Self.leader)
    try two.here(.releaseOpening, by: StoreWorld.office)
    let store = two.here.store
    let replay = try store.replayed(TwoCopies.id, by: two.here.office)
    let old = replay.tips + store.cycleCache.tips
    try two.here(.withdraw(reason: "漏写"), by: SharedStore.reviewers[1])
    let last = try #require(try store.entries().last)
    try plant(
      .event(.consensusOpened(revision: 1, threshold: 30)), into: store,
      as: two.here[Self.leader], parents: old, previous: last,
      device: try store.deviceID)
    let fresh = try Store(opening: two.here.directory, clock: two.here.time.clock)
    let found = try fresh.replayed(TwoCopies.id, by: two.here.office)
    #expect(found.faults.values.map(\.fault) == [.denies])
    #expect(found.state?.opening == .closed)
  }

  @Test(
    "A1: a row that nobody signed among verified ones is found, whatever it names as its parents")
  func unsignedBeside() throws {
    let two = try TwoCopies.handedIn()
    let store = two.here.store
    let session = two.here.office
    _ = try store.replayed(TwoCopies.id, by: session)
    let entries = try store.entries().filter { $0.entry.stream == .dossier(TwoCopies.id) }
    // In the middle of what this program verified: the rows behind it move up by one.
    var forged = entries[5].entry
    forged.number = 9_999
    forged.signature = Data(repeating: 7, count: 64)
    let place = entries[6].position
    try RawStore(two.here.directory).alter { db in
      try db.execute(
        sql: """
          UPDATE entry SET position = -position WHERE position >= \(place);
          UPDATE entry SET position = 1 - position WHERE position < 0;
          """)
      try db.execute(
        sql: "INSERT INTO entry SELECT \(place), ?, stream, parents, previous, author, device, "
          + "9999, time, arrived, kind, version, room, key, files, seen, body, given_up, ?, chain "
          + "FROM entry WHERE id = ?",
        arguments: [forged.id, forged.signature, entries[5].id])
    }
    session.forgetDossiers()
    let replay = try store.replayed(TwoCopies.id, by: session)
    #expect(replay.faults.values.map(\.fault) == [.signatureWrong])
  }
}
