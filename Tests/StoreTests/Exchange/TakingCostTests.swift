import Foundation
import GRDB
import Procedure
import Testing
import Vault

@testable import Store

/// What taking costs beside what it cannot do without: verifying every signature on one core, and
/// writing the same bytes (exchange.md, Trials).
@Suite("The cost of taking")
struct TakingCostTests {
  /// Cases that are registered to be taken; `PINGSHEN_TAKE_CASES` asks for more. Each is some entries.
  private static let cases =
    (ProcessInfo.processInfo.environment["PINGSHEN_TAKE_CASES"]).flatMap { Int($0) } ?? 60

  @Test("12: everything is verified and written once, in time that grows with its number alone")
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
    let (report, taking) = try time { try other.exchange(stick) }
    #expect(report.taken >= entries.count)
    let keys = copies.world.office.ring.keys.publicKeys
    let (isSigned, verifying) = try time {
      entries.allSatisfy { keys.verify($0.entry.signature, Entry.signed($0.entry.id)) }
    }
    #expect(isSigned)
    let (_, writing) = try time { try write(Array(entries), in: try copies.folder()) }
    print(
      "\(entries.count) entries taken in \(taking) ms; verified in \(verifying), written in \(writing)"
    )
    #if !DEBUG
      #expect(taking <= 2 * (verifying + writing))
    #endif
    #expect(try other.store.entries().count >= own.count)
  }

  /// The rows of a table like the log's, without index or chain.
  private func write(_ entries: [StoredEntry], in folder: URL) throws {
    let queue = try DatabaseQueue(path: folder.appendingPathComponent("raw.db").path)
    try queue.write { db in
      try db.execute(
        sql: "CREATE TABLE raw (id BLOB PRIMARY KEY, header BLOB, body BLOB, signature BLOB)")
      for stored in entries {
        try db.cachedStatement(sql: "INSERT INTO raw VALUES (?, ?, ?, ?)").execute(
          arguments: [
            stored.id, stored.entry.header, stored.entry.body, stored.entry.signature,
          ])
      }
    }
  }

  /// - Returns: What it gave, and the milliseconds it took.
  private func time<T>(_ body: () throws -> T) throws -> (T, UInt64) {
    let begin = DispatchTime.now()
    let value = try body()
    return (value, (DispatchTime.now().uptimeNanoseconds - begin.uptimeNanoseconds) / 1_000_000)
  }
}
