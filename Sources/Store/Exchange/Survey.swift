import Foundation
import GRDB
import Procedure
import Vault

/// What lies in a post, gone through once: which packs are whole, and what of them is not here.
struct Survey {
  /// The packs that hold what is not here, by the time of their first entry.
  private(set) var lacking: [Post.PackPlace] = []
  /// The ids of all entries that lie in whole packs.
  private(set) var covered: Set<Data> = []
  private(set) var refused: [ExchangeReport.Refused] = []
  let listing: Post.Listing

  /// What is asked of an entry that lies there.
  private struct Found {
    var id: Data
    var stream: Stream
    var isGivenUp: Bool
  }

  /// - Parameter progress: Told the packs done and in all; false stops.
  /// - Throws: `StoreFault.stopped`.
  init(_ post: Post, for store: Store, progress: (Int, Int) -> Bool) throws {
    listing = post.listing()
    var found: [(place: Post.PackPlace, time: Int)] = []
    for (done, place) in listing.packs.enumerated() {
      guard progress(done, listing.packs.count) else { throw StoreFault.stopped }
      var entries: [Found] = []
      var time: Int?
      do {
        try post.reader(of: place).read { entry in
          entries.append(
            Found(id: entry.id, stream: entry.stream, isGivenUp: entry.givenUp != nil))
          time = time ?? entry.time.seconds
        }
      } catch let fault as PackFault {
        refused.append(.init(device: place.device, pack: place.name.text, fault: fault))
        continue
      }
      let lacks = try store.read { db in
        var lacks = false
        for entry in entries {
          let here = try LogTable.presence(db, entry.id)
          // What lies there without its body, and here with it, is given once more.
          if !entry.isGivenUp || here != .whole { covered.insert(entry.id) }
          if here == .absent { lacks = true }
          if here == .givenUp, !entry.isGivenUp {
            let isEmptied = try LogTable.isEmptied(db, entry.stream)
            lacks = lacks || !isEmptied
          }
        }
        return lacks
      }
      if lacks { found.append((place, time ?? 0)) }
    }
    // Mostly what an entry builds on has an earlier time: so few packs wait for a later one.
    lacking = found.sorted {
      ($0.time, $0.place.device, $0.place.name.first)
        < ($1.time, $1.place.device, $1.place.name.first)
    }.map(\.place)
  }
}

extension LogTable {
  /// Whether an entry of that id is here.
  static func holds(_ db: Database, _ id: Data) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ?)"), arguments: [id])
      ?? false
  }

  /// The copies that wrote entries, from one to the next, however much each wrote.
  static func devices(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE name(device) AS (
            SELECT min(device) FROM entry UNION ALL
            SELECT (SELECT min(device) FROM entry WHERE entry.device > name.device) FROM name
            WHERE name.device IS NOT NULL)
          SELECT device FROM name WHERE device IS NOT NULL
          """))
  }

  /// A copy's entries after a position, in the order of arrival, which is the copy's own.
  static func entries(
    _ db: Database, of device: String, after position: Int, limit: Int
  ) throws -> [Result<StoredEntry, RowFault>] {
    let store = try Meta.text(db, .store)
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(columns) FROM entry WHERE device = ? AND position > ? AND position < \(end)
          ORDER BY position LIMIT ?
          """), arguments: [device, position, limit]
    ).map { read($0, store: store) }
  }

  /// The highest number that a copy's entries here have; 0 where there are none.
  static func lastNumber(_ db: Database, of device: String) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT number FROM entry WHERE device = ? AND position < \(end)
          ORDER BY position DESC LIMIT 1
          """), arguments: [device]) ?? 0
  }
}
