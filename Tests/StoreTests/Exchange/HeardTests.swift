import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

@Suite("A gate waits for the copies that may hold what it must not miss")
struct HeardTests {
  private static let id: CaseID = "HZ26-0041"
  private let copies: CopyWorld
  private let stick: URL
  private var world: StoreWorld { copies.world }

  init() throws {
    copies = try CopyWorld()
    stick = try copies.folder()
  }

  private func meet(_ other: OtherCopy, by person: PersonID = StoreWorld.office) throws {
    for _ in 0..<2 {
      _ = try other.store.exchange(at: .folder(stick.path), by: other[person])
      _ = try world.store.exchange(at: .folder(stick.path), by: world.office)
    }
  }

  /// On notice, with another copy on which somebody wrote this year.
  private func published(writtenBy person: PersonID) throws -> OtherCopy {
    try world.register(Self.id)
    try world.toQualification(Self.id)
    try world.qualify(Self.id)
    let other = try copies.copy()
    try other.store.perform(
      .register(
        Application(
          id: "HZ26-0099", name: "杭州他处有限公司", district: StoreWorld.district, industry: "纺织")),
      in: "HZ26-0099", by: other[person])
    world.time.advance(seconds: 60)
    try meet(other, by: person)
    try world.publish(.qualification, Self.id)
    return other
  }

  /// The copies for which closing the notice waits.
  private func unheard() throws -> [UnheardCopy] {
    do {
      try world.close(.qualification, Self.id)
      return []
    } catch let refusal as Refusal {
      guard case .copiesUnheard(let copies) = refusal.reason else { throw refusal }
      return copies
    }
  }

  @Test(
    "P3: a notice is closed once every copy of the secretariat was heard from after its last day")
  func notice() throws {
    let other = try published(writtenBy: StoreWorld.office)
    let waits = try unheard()
    #expect(try waits.map(\.copy) == [other.store.deviceID])
    #expect(waits.map(\.people) == [[StoreWorld.office]])
    #expect(try world.state(Self.id).publicity.notice(.qualification)?.closed == nil)
    try meet(other)
    #expect(try unheard() == [])
    #expect(try world.state(Self.id).publicity.notice(.qualification)?.closed != nil)
  }

  @Test("…not of those on which others work, and not once it is said to be lost")
  func others() throws {
    let other = try published(writtenBy: StoreWorld.office)
    let device = try other.store.deviceID
    #expect(try unheard().count == 1)
    try world.store.perform(
      .cycle(.retireCopy(device, reason: "电脑丢失")), by: world.office)
    #expect(throws: Refusal.self) {
      try world.store.perform(.cycle(.retireCopy(device, reason: "又一次")), by: world.office)
    }
    #expect(try unheard() == [])

    let second = try HeardTests()
    _ = try second.published(writtenBy: StoreWorld.officer)
    #expect(try second.unheard() == [])
  }

  @Test("what one post brought the next one gets: a receipt too")
  func carried() throws {
    let other = try published(writtenBy: StoreWorld.office)
    #expect(try unheard().count == 1)
    // The other meets a third, and the third us.
    let (third, between) = (try copies.copy(), try copies.folder())
    _ = try other.store.exchange(at: .folder(between.path), by: other.office)
    _ = try third.store.exchange(at: .folder(between.path), by: third[SharedStore.reviewers[0]])
    _ = try third.store.exchange(at: .folder(stick.path), by: third[SharedStore.reviewers[0]])
    _ = try world.store.exchange(at: .folder(stick.path), by: world.office)
    #expect(try unheard() == [])
  }

  @Test("K: a year is closed once nothing is known to be missing of any copy")
  func year() throws {
    let other = try copies.copy()
    try other.register("HZ26-0099")
    _ = try other.store.exchange(at: .folder(stick.path), by: other.office)
    for path in try stick.paths() where path.hasSuffix(".pack") {
      try FileManager.default.removeItem(at: stick.appendingPathComponent(path))
    }
    _ = try world.store.exchange(at: .folder(stick.path), by: world.office)
    let device = try other.store.deviceID
    var waits: [String] = []
    do {
      try world.store.perform(.cycle(.closeCycle), by: world.office)
    } catch let refusal as Refusal {
      guard case .copiesUnheard(let copies) = refusal.reason else { throw refusal }
      waits = copies.map(\.copy)
    }
    #expect(waits == [device])
    try world.store.perform(.cycle(.retireCopy(device, reason: "不再使用")), by: world.office)
    try world.store.perform(.cycle(.closeCycle), by: world.office)
    #expect(try world.store.cycle().isClosed)
  }
}
