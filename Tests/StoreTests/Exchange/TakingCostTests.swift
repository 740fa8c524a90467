import Foundation
import Procedure
import Testing
import Vault

@testable import Store

/// Taking many entries (exchange.md, Trials); what it costs beside their signatures and rows alone,
/// `pingshen-benchmark --taking` measures in a release build.
@Suite("The cost of taking")
struct TakingCostTests {
  /// Cases that are registered to be taken; `PINGSHEN_TAKE_CASES` asks for more. Each is some entries.
  private static let cases =
    (ProcessInfo.processInfo.environment["PINGSHEN_TAKE_CASES"]).flatMap { Int($0) } ?? 60

  @Test("12: all that another copy wrote comes in one exchange, its signatures noted meanwhile")
  func taking() throws {
    let copies = try CopyWorld()
    let (other, stick) = (try copies.copy(), try copies.folder())
    let store = copies.world.store
    let before = try store.entries().count
    for start in stride(from: 0, to: Self.cases, by: 200) {
      try store.perform(
        (start..<min(start + 200, Self.cases)).map { number in
          let id = CaseID("HZ26-\(1000 + number)")
          return .dossier(
            id,
            .register(
              Application(
                id: id, name: "杭州虚构第\(number)有限公司", district: StoreWorld.district,
                industry: "纺织")))
        }, by: copies.world.office)
    }
    try copies.exchange(stick)
    let own = try store.entries()
    let entries = own.dropFirst(before).filter { $0.entry.stream != .arrivals }
    let report = try other.exchange(stick)
    #expect(report.taken >= entries.count)
    // What was noted of signatures is forgotten once everything that follows was replayed.
    let last = try #require(entries.last)
    #expect(try other.store.vouched.marked([.success(last)])[0].get().verified == nil)
    #expect(try other.store.entries().count >= own.count)
  }

  @Test("a signature that a taking found good counts for its own bytes, and for no others")
  func vouched() throws {
    let copies = try CopyWorld()
    let keys = copies.world.office.ring.keys.publicKeys
    var stored = try #require(try copies.world.store.entries().last)
    let vouched = Vouched()
    vouched.note(stored.id, stored.entry.signature, by: keys)
    #expect(try vouched.marked([.success(stored)])[0].get().verified == keys)
    stored.entry.signature[5] ^= 1
    #expect(try vouched.marked([.success(stored)])[0].get().verified == nil)
    stored.entry.signature[5] ^= 1
    stored.id[0] ^= 1
    #expect(try vouched.marked([.success(stored)])[0].get().verified == nil)
  }
}
