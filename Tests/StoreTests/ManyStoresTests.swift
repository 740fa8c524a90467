import Foundation
import GRDB
import Procedure
import Testing

@testable import Store

@Suite("Many programs on one store")
struct ManyStoresTests {
  @Test("P4: two programs that take turns see each other's entries")
  func turns() throws {
    let world = try StoreWorld()
    let id = try world.register("HZ26-0001")
    let other = try Store(opening: world.directory, clock: world.time.clock)
    let version = try other.dataVersion()
    let leader = try other.signIn("p11", passphrase: "demo")
    #expect(try other.dossier(id, by: leader).stage == .registered)
    try world.toReview(id)
    #expect(try other.dataVersion() != version)
    #expect(try other.dossier(id, by: leader).panel == "m1")
    try other.perform(.declare(nil), in: id, by: leader)
    #expect(try world.state(id).isCleared("p11"))
    #expect(try world.store.settleKeys(by: world.office))
    let document = try other.dossier(id, by: leader).documents.first
    #expect(document?.kind == .selfEvaluation)
    #expect(try other.text(of: document!, in: id, by: leader) == StoreWorld.selfEvaluation)
    #expect(try world.store.head() == other.head())
    #expect(try other.check().isSound)
  }

  @Test("P4: eight programs that write at once lose nothing, with a check beside them")
  func eight() throws {
    let world = try StoreWorld(people: [])
    let directory = world.directory
    let faults = Faults()
    let group = DispatchGroup()
    for writer in 0..<8 {
      group.enter()
      Thread.detachNewThread {
        defer { group.leave() }
        faults.catching {
          let store = try Store(opening: directory)
          let session = try store.signIn("p1", passphrase: "demo")
          for number in 0..<4 {
            let id = CaseID("HZ26-\(writer)\(number)")
            let application = Application(
              id: id, name: "企业\(writer)\(number)", district: StoreWorld.district, industry: "纺织")
            try store.perform(.register(application), in: id, by: session)
          }
        }
      }
    }
    let beside = try Store(opening: directory).check()
    #expect(beside.findings == [])
    group.wait()
    #expect(faults.all == [])
    let counts = try world.store.counts(by: world.office)
    #expect(counts.all == 32)
    #expect(try world.store.check(by: world.office).findings == [])
  }

  /// What went wrong on other threads.
  private final class Faults: @unchecked Sendable {
    private let lock = NSLock()
    private var found: [String] = []
    var all: [String] { lock.withLock { found } }

    func catching(_ body: () throws -> Void) {
      do {
        try body()
      } catch {
        lock.withLock { found.append("\(error)") }
      }
    }
  }
}
