import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("When entries came to other copies, as takings sign it")
struct ArrivalTests {
  private let copies: CopyWorld
  private let stick: URL
  private var world: StoreWorld { copies.world }

  init() throws {
    copies = try CopyWorld()
    stick = try copies.folder()
  }

  private func register(_ id: CaseID, on store: Store, by session: Session) throws {
    let application = Application(
      id: id, name: "杭州湖墅纺织有限公司", district: StoreWorld.district, industry: "纺织")
    try store.perform(.register(application), in: id, by: session)
    world.time.advance(seconds: 60)
  }

  /// What came after its day, as supervision's list says.
  private func late(in store: Store, by session: Session) throws -> [Oddity] {
    try store.watch(after: nil, limit: 99, by: session).rows.flatMap(\.oddities).filter {
      if case .arrivedLate = $0 { true } else { false }
    }
  }

  private var supervisor: Session { world[StoreWorld.supervisor] }

  @Test("M7: signed in time and arrived after its day is shown as both, and counts")
  func late() throws {
    let other = try copies.copy()
    let officer = other[StoreWorld.officer]
    world.time.advance(to: Moment(day: StoreWorld.callEnd, hour: 16))
    let signed = world.time.clock.now()
    try register("HZ26-0041", on: other.store, by: officer)
    world.time.advance(to: Moment(day: StoreWorld.callEnd.adding(days: 3), hour: 9))
    _ = try other.store.exchange(with: stick, by: officer)
    let arrived = world.time.clock.now()
    try copies.exchange(stick)
    #expect(try world.state("HZ26-0041").stage == .registered)
    let expected = Oddity.arrivedLate(
      StoreWorld.officer, .caseRegistered, signed: signed, arrived: arrived)
    #expect(try late(in: world.store, by: supervisor) == [expected])
    // The first taking counts, on every copy and however often they meet.
    world.time.advance(seconds: 86_400)
    try copies.exchange(stick)
    _ = try other.store.exchange(with: stick, by: officer)
    #expect(try late(in: other.store, by: other[StoreWorld.supervisor]) == [expected])
    #expect(try late(in: world.store, by: supervisor) == [expected])
    let row = try #require(
      try world.store.history(
        HistoryQuery(dossier: "HZ26-0041"), before: nil, limit: 9, by: supervisor
      ).last)
    #expect(row.taken?.at == arrived && row.taken?.by == StoreWorld.office)
    for store in [world.store, other.store] { #expect(try store.check().isSound) }
  }

  @Test("what was written where the secretariat works was there at once, whoever takes it later")
  func office() throws {
    let other = try copies.copy()
    try copies.register("HZ26-0042")
    world.time.advance(to: Moment(day: StoreWorld.callEnd, hour: 16))
    try register("HZ26-0043", on: world.store, by: world[StoreWorld.officer])
    world.time.advance(to: Moment(day: StoreWorld.callEnd.adding(days: 3), hour: 9))
    try copies.exchange(stick)
    _ = try other.store.exchange(with: stick, by: other[SharedStore.reviewers[0]])
    try copies.exchange(stick)
    #expect(try late(in: world.store, by: supervisor) == [])
    #expect(try late(in: other.store, by: other[StoreWorld.supervisor]) == [])
  }

  @Test("what came in time is nothing to be shown")
  func inTime() throws {
    let other = try copies.copy()
    world.time.advance(to: Moment(day: StoreWorld.callEnd.adding(days: -1), hour: 16))
    try register("HZ26-0041", on: other.store, by: other[StoreWorld.officer])
    world.time.advance(to: Moment(day: StoreWorld.callEnd, hour: 23))
    _ = try other.store.exchange(with: stick, by: other[StoreWorld.officer])
    try copies.exchange(stick)
    #expect(try late(in: world.store, by: supervisor) == [])
  }

  @Test("copies that have each other's entries write no taking any more")
  func quiet() throws {
    let other = try copies.copy()
    try copies.register("HZ26-0041")
    try other.register("HZ26-0042")
    for _ in 0..<2 {
      try copies.exchange(stick)
      try other.exchange(stick)
    }
    try copies.exchange(stick)
    let (here, there) = (try world.store.entries().count, try other.store.entries().count)
    #expect(here == there)
    for _ in 0..<3 {
      try other.exchange(stick)
      try copies.exchange(stick)
    }
    #expect(try world.store.entries().count == here)
    #expect(try world.store.head() == other.store.head())
    let takings = try world.store.entries().filter { $0.entry.stream == .arrivals }
    #expect(Set(takings.map(\.entry.device)).count == 2)
  }

  @Test("who was not let in yet signs no taking, and a taking that names nonsense has no effect")
  func refused() throws {
    let other = try copies.copy()
    try other.register("HZ26-0041")
    let line = TakenLine(device: "nonsense", first: 1, last: 2, entry: EntryName("00"))
    #expect(throws: StoreFault.notBelieved(.keysNotAllowed)) {
      try world.store.write(by: world.office) {
        try $0.appendKey(.entriesTaken(lines: [line]), to: .arrivals)
      }
    }
    #expect(throws: StoreFault.notBelieved(.keysNotAllowed)) {
      try world.store.write(by: world.office) {
        try $0.appendKey(.entriesTaken(lines: []), to: .arrivals)
      }
    }
    #expect(try world.store.entries().allSatisfy { $0.entry.stream != .arrivals })
    #expect(try world.store.check().isSound)
  }

  @Test("a time before that of what its author had seen is shown as refuted")
  func refuted() throws {
    let other = try copies.copy()
    world.time.advance(seconds: 86_400)
    try copies.register("HZ26-0041")
    try copies.exchange(stick)
    _ = try other.store.exchange(with: stick, by: other[StoreWorld.officer])
    // A laptop whose clock stands a day behind.
    let slow = TestClock(world.time.clock.now().adding(seconds: -80_000))
    let behind = try Store(opening: other.store.directory, clock: slow.clock)
    let officer = Session(
      person: StoreWorld.officer, keys: world[StoreWorld.officer].ring.keys)
    try behind.perform(.fillForm(StoreWorld.form), in: "HZ26-0041", by: officer)
    let found = try behind.watch(
      after: nil, limit: 99,
      by: Session(person: StoreWorld.supervisor, keys: world[StoreWorld.supervisor].ring.keys)
    ).rows.flatMap(\.oddities).filter {
      if case .refuted(StoreWorld.officer, _, _) = $0 { true } else { false }
    }
    #expect(found.count == 1)
  }
}
