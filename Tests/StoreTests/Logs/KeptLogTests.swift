import Foundation
import Procedure
import Testing

@testable import Store

@Suite("P6: a log that an earlier build wrote is read by every later one")
struct KeptLogTests {
  /// Recorded anew once, where the environment asks for it.
  private static let recorded: Result<Bool, any Error> = Result {
    guard ProcessInfo.processInfo.environment["RECORD_KEPT_LOG"] != nil else { return false }
    try KeptLog.record()
    return true
  }

  init() throws {
    if try Self.recorded.get() {
      Issue.record("recorded; look at what changed, and run without RECORD_KEPT_LOG")
    }
  }

  @Test("every kind is there, and every body that was written is read")
  func bodies() throws {
    let bodies = try KeptLog.bodies()
    #expect(Set(bodies.map(\.kind)) == Set(EventKind.allCases.map(\.rawValue)))
    for body in bodies {
      let event = try LogDecoder.decode(Event.self, from: body.json)
      #expect(event.kind.rawValue == body.kind)
      #expect(try LogDecoder.decode(Event.self, from: Bodies.encoded(event)) == event)
    }
  }

  @Test("a year in one store checks, shows the same totals, and is made anew as it was")
  func store() throws {
    let directory = try KeptLog.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try Store(opening: directory, clock: try KeptLog.clock())
    #expect(try KeptLog.shown(store) == KeptLog.shown())
    for person in KeptLog.people {
      let session = try store.signIn(person, passphrase: KeptLog.passphrase)
      #expect(try store.check(by: session).findings == [], "\(person)")
    }
    let before = try RawStore(directory).dump(RawStore.all)
    #expect(try store.rebuild() == [])
    #expect(try RawStore(directory).dump(RawStore.all) == before)
    let kinds = try store.read { try LogTable.entries($0, after: 0).map(\.entry.kind) }
    #expect(Set(KeyEventKind.allCases.map(\.rawValue)).subtracting(kinds).isEmpty)
  }

  @Test("work goes on in it: another application is registered, and its district reads it")
  func goesOn() throws {
    let directory = try KeptLog.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try Store(opening: directory, clock: try KeptLog.clock())
    let office = try store.signIn("p1", passphrase: KeptLog.passphrase)
    let application = Application(
      id: "HZ26-0009", name: "杭州后来者有限公司", district: "330108", industry: "仪器仪表")
    try store.perform(.register(application), in: "HZ26-0009", by: office)
    let officer = try store.signIn("p3", passphrase: KeptLog.passphrase)
    #expect(try store.dossier("HZ26-0009", by: officer).application == application)
    #expect(try store.check(by: office).findings == [])
  }
}
