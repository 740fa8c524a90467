import Foundation
import GRDB
import Procedure
import Vault

/// The table of entries: reading windows of it and appending to it.
enum LogTable {
  /// Reads entries after a position, in order of arrival.
  ///
  /// - Parameters:
  ///   - stream: Of one stream; of all where nil.
  ///   - limit: At most so many.
  static func entries(
    _ db: Database, in stream: Stream? = nil, after position: Int, limit: Int = .max
  ) throws -> [StoredEntry] {
    let store = try Meta.text(db, .store)
    let rows: [Row]
    if let stream {
      let statement = try db.cachedStatement(
        sql: "SELECT * FROM entry WHERE stream = ? AND position > ? ORDER BY position LIMIT ?")
      rows = try Row.fetchAll(statement, arguments: [stream.rawValue, position, limit])
    } else {
      let statement = try db.cachedStatement(
        sql: "SELECT * FROM entry WHERE position > ? ORDER BY position LIMIT ?")
      rows = try Row.fetchAll(statement, arguments: [position, limit])
    }
    return try rows.map { try stored($0, store: store) }
  }

  static func stored(_ row: Row, store: String) throws -> StoredEntry {
    let parents: Data = try row.value("parents")
    let entry = Entry(
      store: store, stream: Stream(rawValue: try row.value("stream")),
      parents: stride(from: 0, to: parents.count, by: 32).map {
        parents.subdata(in: $0..<min($0 + 32, parents.count))
      },
      author: PersonID(try row.value("author")), device: try row.value("device"),
      number: try row.value("number"), time: Moment(seconds: try row.value("time")),
      kind: try row.value("kind"), room: try row.value("room"), body: try row.value("body"),
      signature: try row.value("signature"))
    return StoredEntry(
      position: try row.value("position"),
      arrived: Moment(seconds: try row.value("arrived")), entry: entry, id: try row.value("id"),
      chain: try row.value("chain"))
  }

  /// The last position, 0 in an empty log.
  static func last(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT coalesce(max(position), 0) FROM entry")) ?? 0
  }

  /// The id of the stream's last entry here.
  static func tip(_ db: Database, of stream: Stream) throws -> Data? {
    try Data.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM entry WHERE stream = ? ORDER BY position DESC LIMIT 1"),
      arguments: [stream.rawValue])
  }

  /// Appends an entry, extends the chain of arrival and notes the new tail.
  static func append(_ db: Database, _ entry: Entry, arrived: Moment) throws -> StoredEntry {
    let tail = try Tail.read(db)
    let id = entry.id
    let next = Tail(
      position: tail.position + 1,
      chain: Self.link(tail.chain, position: tail.position + 1, id: id, arrived: arrived))
    try db.cachedStatement(
      sql: """
        INSERT INTO entry (position, id, stream, parents, author, device, number, time, arrived,
          kind, room, body, signature, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      next.position, id, entry.stream.rawValue, entry.parents.reduce(Data(), +),
      entry.author.rawValue, entry.device, entry.number, entry.time.seconds, arrived.seconds,
      entry.kind, entry.room, entry.body, entry.signature, next.chain,
    ])
    try next.write(db)
    return StoredEntry(
      position: next.position, arrived: arrived, entry: entry, id: id, chain: next.chain)
  }

  /// The next value of the chain of arrival.
  static func link(_ chain: Data, position: Int, id: Data, arrived: Moment) -> Data {
    Digest.sha256(
      .arrival, chain, Data("\(position)".utf8), id, Data("\(arrived.seconds)".utf8))
  }
}

/// The end of the log as the store remembers it beside the log: a cut tail shows against it.
struct Tail: Equatable {
  var position: Int
  var chain: Data

  static func read(_ db: Database) throws -> Tail {
    guard let data = try Meta.data(db, .tail), data.count == 40 else {
      return Tail(position: 0, chain: Data(count: 32))
    }
    let position = data.prefix(8).reduce(0) { $0 << 8 | Int($1) }
    return Tail(position: position, chain: Data(data.suffix(32)))
  }

  func write(_ db: Database) throws {
    let bytes = withUnsafeBytes(of: Int64(position).bigEndian) { Data($0) }
    try Meta.set(db, .tail, bytes + chain)
  }
}

/// What a store knows of itself outside the log.
enum Meta {
  enum Key: String {
    /// The store's random id.
    case store
    /// The random id of this copy of the store.
    case device
    /// The end of the log.
    case tail
  }

  static func data(_ db: Database, _ key: Key) throws -> Data? {
    try Data.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [key.rawValue])
  }

  static func text(_ db: Database, _ key: Key) throws -> String {
    guard
      let text = try String.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [key.rawValue])
    else { throw StoreFault.notAStore("log.sqlite") }
    return text
  }

  static func set(_ db: Database, _ key: Key, _ value: some DatabaseValueConvertible) throws {
    try db.cachedStatement(
      sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    ).execute(arguments: [key.rawValue, value])
  }
}
