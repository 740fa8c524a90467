import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("A copy that was turned back takes its later entries, and another id")
struct TurnedBackTests {
  private let copies: CopyWorld

  init() throws { copies = try CopyWorld() }

  @Test(
    "a snapshot of the disk: what it wrote later comes back, and what it writes is numbered anew")
  func snapshot() throws {
    let (snapshot, stick) = (try copies.clone(), try copies.folder())
    let device = try copies.world.store.deviceID
    #expect(try snapshot.store.deviceID == device)
    // It has written in this process already, under the id that it has.
    _ = try snapshot.store.settleKeys(by: snapshot.office)
    try copies.register("HZ26-0001")
    try copies.exchange(stick)
    let report = try snapshot.exchange(stick)
    let new = try snapshot.store.deviceID
    #expect(report.newDevice == new && new != device && report.taken > 0)
    #expect(try snapshot.store.acts() == copies.world.store.acts())
    try snapshot.register("HZ26-0002")
    let own = try snapshot.store.entries().map(\.entry).filter { $0.device == new }
    #expect(own.map(\.number) == Array(1...own.count) && own.first?.previous == nil)
    #expect(try snapshot.store.check().isSound)
    // Once is enough.
    #expect(try snapshot.exchange(stick).newDevice == nil)
    let back = try copies.exchange(stick)
    #expect(back.taken == own.count && back.newDevice == nil)
    #expect(try snapshot.store.acts() == copies.world.store.acts())
  }

  @Test("somebody's receipt alone tells it: nothing is written under the old id")
  func byReceipt() throws {
    let (snapshot, third) = (try copies.clone(), try copies.copy())
    let (stick, share) = (try copies.folder(), try copies.folder())
    try copies.register("HZ26-0001")
    try copies.exchange(stick)
    try third.exchange(stick)
    try third.exchange(share)
    for path in try share.paths() where path.hasSuffix(".pack") {
      try FileManager.default.removeItem(at: share.appendingPathComponent(path))
    }
    let report = try snapshot.exchange(share)
    #expect(report.taken == 0 && report.newDevice != nil)
    #expect(try snapshot.store.deviceID == report.newDevice)
    #expect(try snapshot.store.check().isSound)
  }

  @Test("11: a fork stays with both sides on every copy, in packs of its own; both take other ids")
  func fork() throws {
    let (snapshot, third) = (try copies.clone(), try copies.copy())
    let stick = try copies.folder()
    let device = try copies.world.store.deviceID
    try copies.register("HZ26-0001")
    try snapshot.register("HZ26-0002")
    try copies.exchange(stick)
    #expect(try snapshot.exchange(stick).newDevice != nil)
    #expect(try copies.exchange(stick).newDevice != nil)
    let share = try copies.folder()
    try snapshot.exchange(share)
    let taken = try third.exchange(share)
    #expect(taken.waiting == [] && taken.refused == [])
    for _ in 0..<2 { for copy in [snapshot, third] { try copy.exchange(stick) } }
    try copies.exchange(stick)
    let stores = [copies.world.store, snapshot.store, third.store]
    let ids = try stores.map { Set(try $0.entries().map(\.id)) }
    #expect(ids[0] == ids[1] && ids[1] == ids[2])
    #expect(try stores[0].head() == stores[1].head() && stores[1].head() == stores[2].head())
    let numbers = try third.store.entries().map(\.entry).filter { $0.device == device }
      .map(\.number)
    #expect(Set(numbers).count < numbers.count, "some numbers stand twice")
    #expect(try stores[0].deviceID != device && stores[1].deviceID != device)
  }

  @Test("a trial tells it and changes nothing")
  func trial() throws {
    let (snapshot, stick) = (try copies.clone(), try copies.folder())
    try copies.register("HZ26-0001")
    try copies.exchange(stick)
    #expect(try snapshot.exchange(stick, isTrial: true).newDevice != nil)
    #expect(try snapshot.store.deviceID == copies.world.store.deviceID)
  }

  @Test("a restored backup, which has an id of its own, takes back what is newer elsewhere")
  func restored() throws {
    let (restored, stick) = (try copies.copy(), try copies.folder())
    try copies.register("HZ26-0001")
    try copies.exchange(stick)
    let report = try restored.exchange(stick)
    #expect(report.taken > 0 && report.newDevice == nil)
    #expect(try restored.store.acts() == copies.world.store.acts())
    try restored.register("HZ26-0002")
    #expect(try restored.store.check().isSound)
  }

  @Test("a copy made to take along is the store with another id, whole, and meets it again")
  func copied() throws {
    try copies.register("HZ26-0001")
    let directory = try copies.folder()
    let report = try copies.world.store.copy(to: directory)
    let other = try OtherCopy(directory, of: copies.world)
    #expect(try other.store.deviceID == report.device && report.missing == [])
    #expect(try report.device != copies.world.store.deviceID && report.files > 0)
    #expect(try other.store.acts() == copies.world.store.acts())
    #expect(try other.store.check().isSound)
    #expect(throws: StoreFault.notEmpty(directory.path)) {
      try copies.world.store.copy(to: directory)
    }
    try other.register("HZ26-0002")
    let stick = try copies.folder()
    try other.exchange(stick)
    #expect(try copies.exchange(stick).taken > 0)
    #expect(try copies.world.store.check().isSound)
  }

  @Test("a copy or a restoring that is stopped between two files leaves nothing behind")
  func stopped() throws {
    try copies.register("HZ26-0001")
    try copies.register("HZ26-0002")
    let store = copies.world.store
    let backup = try store.backUp(to: store.ownBackups, now: copies.world.time.clock.now())
    var told: [Int] = []
    func stop(_ done: Int, _ total: Int) -> Bool {
      told.append(total)
      return done < 1
    }
    let makers: [(URL) throws -> Int] = [
      { try store.copy(to: $0, progress: stop).files },
      { try Store.restore(backup.backup.url, to: $0, progress: stop).files },
    ]
    for (place, make) in makers.enumerated() {
      let directory = try copies.folder().appendingPathComponent("new")
      #expect(throws: StoreFault.stopped) { _ = try make(directory) }
      #expect(!FileManager.default.fileExists(atPath: directory.path), "\(place)")
    }
    #expect(told.count == 4 && told.allSatisfy { $0 > 1 }, "\(told)")
  }
}
