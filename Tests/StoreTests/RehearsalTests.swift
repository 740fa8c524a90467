import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("A demo store's own time")
struct RehearsalTests {
  private let founder = Person(id: "p1", name: "陈秘", roles: [.secretariat])

  /// A store whose entries are all of one instant.
  private func made(isDemo: Bool) throws -> URL {
    let directory = StoreWorld.emptyDirectory()
    _ = try Store.found(
      Founding(name: "演练库", founder: founder, isDemo: isDemo), passphrase: "一句足够长的演练口令",
      at: directory, clock: TestClock(StoreWorld.start).clock)
    return directory
  }

  /// What the clock shows when a store is opened.
  private func now(_ directory: URL, _ environment: [String: String]) throws -> Moment {
    try Store(opening: directory, environment: environment).clock.now()
  }

  /// Whether the clock shows this instant, give or take what opening takes.
  private func isAt(_ moment: Moment, _ found: Moment) -> Bool {
    (0...30).contains(found.seconds - moment.seconds)
  }

  @Test("PINGSHEN_NOW sets where a demo's clock starts, with seconds or without, in China's time")
  func starts() throws {
    let directory = try made(isDemo: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let day = Day("2027-03-02")!
    let short = try now(directory, ["PINGSHEN_NOW": "2027-03-02T09:00"])
    #expect(isAt(Moment(day: day, hour: 9), short))
    let long = try now(directory, ["PINGSHEN_NOW": "2027-03-02T23:59:30"])
    #expect(isAt(Moment(day: day, hour: 23, minute: 59, second: 30), long))
  }

  @Test("It runs on from there, and what is done carries its time")
  func runs() throws {
    let directory = try made(isDemo: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try Store(
      opening: directory, environment: ["PINGSHEN_NOW": "2027-03-02T09:00"])
    let first = store.clock.now()
    Thread.sleep(forTimeInterval: 1.1)
    #expect(store.clock.now() > first)
    let session = try store.signIn("p1", passphrase: "一句足够长的演练口令")
    _ = try store.invite(Person(id: "p2", name: "林办", roles: [.secretariat]), by: session)
    // Without it the clock goes on from the last entry.
    #expect(try now(directory, [:]) >= first)
    #expect(try now(directory, [:]).day == Day("2027-03-02"))
  }

  @Test(
    "T1: it never goes back before the last entry; without it time goes on, ill-formed it is refused"
  )
  func neverBack() throws {
    let directory = try made(isDemo: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let back = try now(directory, ["PINGSHEN_NOW": "2026-03-02T09:00"])
    #expect(isAt(StoreWorld.start, back))
    let after = StoreWorld.start.adding(seconds: 60)
    for text in ["2027-03-02", "2027-02-30T09:00", "2027-03-02T24:00", "2027-03-02T9:00", "明天"] {
      #expect(throws: StoreFault.noTime(text)) { try now(directory, ["PINGSHEN_NOW": text]) }
    }
    for environment in [[:], ["PINGSHEN_NOW": ""]] {
      #expect(isAt(after, try now(directory, environment)))
    }
  }

  @Test("A store that is no demo does not look at it, nor does a clock that was given")
  func ignored() throws {
    let directory = try made(isDemo: false)
    defer { try? FileManager.default.removeItem(at: directory) }
    let environment = ["PINGSHEN_NOW": "2030-03-02T09:00"]
    #expect(isAt(Clock.system.now().adding(seconds: -15), try now(directory, environment)))
    let demo = try made(isDemo: true)
    defer { try? FileManager.default.removeItem(at: demo) }
    let given = try Store(
      opening: demo, clock: TestClock(StoreWorld.start).clock, environment: environment)
    #expect(given.clock.now() == StoreWorld.start)
  }
}
