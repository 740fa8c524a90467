import Foundation
import Procedure
import Testing

@testable import Store

@Suite("P6: a log that an earlier build wrote is read by every later one")
struct KeptLogTests {
  /// One more is recorded, under the name that the environment says.
  private static let recorded: Result<Bool, any Error> = Result {
    guard let name = ProcessInfo.processInfo.environment["RECORD_KEPT_LOG"] else { return false }
    try KeptLog(name: name).record()
    return true
  }

  /// What was kept, by name: no later build may have other bytes.
  private static let digests = [
    "v1": "2de39f798ab70fdd37158763c4ab4696a08734684363eedb4dc6b064bd77d111"
  ]

  init() throws {
    if try Self.recorded.get() {
      Issue.record("recorded; look at what changed, and run without RECORD_KEPT_LOG")
    }
  }

  @Test("what was kept is never recorded anew")
  func unchanged() throws {
    let kept = try KeptLog.all().map { ($0.name, try $0.digest()) }
    #expect(Dictionary(uniqueKeysWithValues: kept) == Self.digests)
  }

  @Test("every kind that the program knows is kept in one of them")
  func complete() throws {
    let kinds = try KeptLog.all().flatMap { try $0.bodies().map(\.kind) }
    #expect(Set(kinds) == Set(EventKind.allCases.map(\.rawValue)))
    let written = try KeptLog.all().flatMap { kept in
      let directory = try kept.copy()
      defer { try? FileManager.default.removeItem(at: directory) }
      return try Store(opening: directory, clock: kept.clock()).entries().map(\.entry.kind)
    }
    #expect(Set(KeyEventKind.allCases.map(\.rawValue)).subtracting(written).isEmpty)
    #expect(written.contains(EventKind.contentsDestroyed.rawValue))
  }

  @Test("every body that was written is read", arguments: try KeptLog.all())
  func bodies(_ kept: KeptLog) throws {
    for body in try kept.bodies() {
      let event = try LogDecoder.decode(Event.self, from: body.json)
      #expect(event.kind.rawValue == body.kind)
      #expect(try LogDecoder.decode(Event.self, from: Bodies.encoded(event)) == event)
    }
  }

  @Test(
    "a year in one store checks, shows the same totals, and is made anew as it was",
    arguments: try KeptLog.all())
  func store(_ kept: KeptLog) throws {
    let directory = try kept.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try Store(opening: directory, clock: try kept.clock())
    #expect(try KeptLog.shown(store) == kept.shown())
    for person in KeptLog.people {
      let session = try store.signIn(person, passphrase: KeptLog.passphrase)
      #expect(try store.check(by: session).findings == [], "\(person)")
    }
    let before = try RawStore(directory).dump(RawStore.all)
    #expect(try store.rebuild() == [])
    #expect(try RawStore(directory).dump(RawStore.all) == before)
  }

  @Test(
    "work goes on in it: another application is registered, and its district reads it",
    arguments: try KeptLog.all())
  func goesOn(_ kept: KeptLog) throws {
    let directory = try kept.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try Store(opening: directory, clock: try kept.clock())
    let office = try store.signIn("p1", passphrase: KeptLog.passphrase)
    let today = store.clock.now().day
    try store.perform(
      [
        .cycle(.closeCycle), .cycle(.loadCalendar(StoreWorld.calendar(today.year))),
        .cycle(
          .openCycle(
            year: today.year, title: "又一年", parameters: .hangzhou, edition: nil)),
        .cycle(.call(from: today, until: today.adding(days: 30))),
      ], by: office)
    let application = Application(
      id: "HZ26-0009", name: "杭州后来者有限公司", district: "330108", industry: "仪器仪表")
    try store.perform(.register(application), in: "HZ26-0009", by: office)
    let officer = try store.signIn("p3", passphrase: KeptLog.passphrase)
    #expect(try store.dossier("HZ26-0009", by: officer).application == application)
    #expect(try store.check(by: office).findings == [])
  }
}
