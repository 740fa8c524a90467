import Foundation
import GRDB
import Procedure
import Vault

/// The table of entries: reading windows of it and appending to it.
enum LogTable {
  /// The columns, in the order in which rows are read.
  static let columns = """
    position, id, stream, parents, previous, author, device, number, time, arrived, kind, version, \
    room, key, files, seen, body, signature, chain, given_up
    """

  /// Where positions end: what was planted behind it must not keep others from being seen.
  static let end = 1 << 62
  /// The times that an entry can have, in seconds: from 1970, for some thirty thousand years.
  private static let hours = 0..<(1 << 40)

  /// Reads entries after a position, in order of arrival.
  ///
  /// - Parameters:
  ///   - stream: Of one stream; of all where nil.
  ///   - limit: At most so many.
  static func entries(
    _ db: Database, in stream: Stream? = nil, after position: Int, limit: Int = .max
  ) throws -> [StoredEntry] {
    try rows(db, in: stream, after: position, limit: limit).map { try $0.get() }
  }

  /// Reads entries like `entries`; a row that is none is a fault in its place and stops nothing.
  static func rows(
    _ db: Database, in stream: Stream? = nil, after position: Int, limit: Int = .max
  ) throws -> [Result<StoredEntry, RowFault>] {
    let store = try Meta.text(db, .store)
    let rows: [Row]
    if let stream {
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(columns) FROM entry WHERE stream = ? AND position > ? AND position < \(end)
          ORDER BY position LIMIT ?
          """)
      rows = try Row.fetchAll(statement, arguments: [stream.rawValue, position, limit])
    } else {
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(columns) FROM entry WHERE position > ? AND position < \(end)
          ORDER BY position LIMIT ?
          """)
      rows = try Row.fetchAll(statement, arguments: [position, limit])
    }
    return rows.map { read($0, store: store) }
  }

  /// Reads a row with the columns in their order.
  static func read(_ row: Row, store: String) -> Result<StoredEntry, RowFault> {
    let position = (row[0] as DatabaseValue).storage
    guard case .int64(let place) = position else { return .failure(RowFault(position: 0)) }
    do {
      return .success(try stored(row, store: store))
    } catch {
      return .failure(RowFault(position: Int(place)))
    }
  }

  /// An entry from a row with the columns in their order.
  ///
  /// - Throws: `RowDecodingError`, `StoreFault.damaged(.body)` for a row that is no entry.
  static func stored(_ row: Row, store: String) throws -> StoredEntry {
    func value<T: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) throws -> T {
      try row.decode(T.self, atIndex: index)
    }
    guard let stream = Stream(rawValue: try value(2)) else { throw StoreFault.damaged(.body) }
    let parents = try parts(try value(3), of: 32)
    let files = try parts(try value(14), of: FileReference.length).compactMap(
      FileReference.init(bytes:))
    let seen = try parts(try value(15), of: Sighting.length).compactMap(Sighting.init(bytes:))
    let entry = Entry(
      store: store, stream: stream, parents: parents, previous: try value(4),
      author: PersonID(try value(5)), device: try value(6), number: try value(7),
      time: Moment(seconds: try value(8)), kind: try value(10), version: try value(11),
      room: try value(12), key: try value(13), files: files, seen: seen, body: try value(16),
      givenUp: try value(19), signature: try value(17))
    let arrived = Moment(seconds: try value(9))
    // Beyond these no program counts, and none has to reckon with more.
    guard (1..<end).contains(entry.number), hours.contains(entry.time.seconds),
      hours.contains(arrived.seconds), files.allSatisfy({ fileSizes.contains($0.size) }),
      entry.canLackBody
    else { throw StoreFault.damaged(.body) }
    return StoredEntry(
      position: try value(0), arrived: arrived, entry: entry, id: try value(1),
      chain: try value(18))
  }

  /// Bytes that a sealed file may have.
  private static let fileSizes = 0...(4 << 30)

  static func parts(_ data: Data, of length: Int) throws -> [Data] {
    guard data.count.isMultiple(of: length) else { throw StoreFault.damaged(.body) }
    return stride(from: 0, to: data.count, by: length).map {
      data.subdata(in: data.startIndex + $0..<data.startIndex + $0 + length)
    }
  }

  /// The last position, 0 in an empty log.
  static func last(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT coalesce(max(position), 0) FROM entry WHERE position < \(end)")) ?? 0
  }

  /// The last position in a stream, 0 where it is empty.
  static func last(_ db: Database, in stream: Stream) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(max(position), 0) FROM entry WHERE stream = ? AND position < \(end)
          """), arguments: [stream.rawValue]) ?? 0
  }

  /// The rows of a stream in one digest, as a replay makes it of those that it looks at.
  static func seal(_ db: Database, of stream: Stream) throws -> Data {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT position, id FROM entry WHERE stream = ? AND position > 0 AND position < \(end)
          ORDER BY position
          """), arguments: [stream.rawValue])
    var seal = Data()
    while let row = try rows.next() {
      seal = DossierReplay.sealed(
        seal, try row.value(at: 0), try row.value(at: 1, as: Data?.self) ?? Data())
    }
    return seal
  }

  /// The names of streams after a name, at most so many: from one to the next, however long each is.
  static func streams(_ db: Database, after name: String, limit: Int) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE name(stream) AS (
            SELECT min(stream) FROM entry WHERE stream > ? UNION ALL
            SELECT (SELECT min(stream) FROM entry WHERE entry.stream > name.stream) FROM name
            WHERE name.stream IS NOT NULL LIMIT ?)
          SELECT stream FROM name WHERE stream IS NOT NULL
          """), arguments: [name, limit])
  }

  /// Appends an entry with its id, extends the chain of arrival and notes the new tail.
  static func append(_ db: Database, _ entry: Entry, id: Data, arrived: Moment) throws
    -> StoredEntry
  {
    let tail = try Tail.read(db)
    // Behind what was planted past the noted end, too; the gap in the chain stays to be named.
    let last = max(tail.position, try last(db))
    // What would lie behind the end would be read by nobody: rather nothing is written.
    guard last < end - 1 else { throw StoreFault.damaged(.schema) }
    let next = Tail(
      position: last + 1,
      chain: Self.link(tail.chain, position: last + 1, id: id, arrived: arrived))
    try db.cachedStatement(
      sql: """
        INSERT INTO entry (\(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      next.position, id, entry.stream.rawValue, entry.parents.reduce(Data(), +), entry.previous,
      entry.author.rawValue, entry.device, entry.number, entry.time.seconds, arrived.seconds,
      entry.kind, entry.version, entry.room, entry.key,
      entry.files.reduce(Data()) { $0 + $1.bytes }, entry.seen.reduce(Data()) { $0 + $1.bytes },
      entry.body, entry.signature, next.chain, entry.givenUp,
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

/// A row of the log that is no entry.
struct RowFault: Error {
  var position: Int
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
    guard (0..<LogTable.end - 1).contains(position) else {
      return Tail(position: 0, chain: Data(count: 32))
    }
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
    /// The id that this copy was given when it was restored: it has no entries of its own at first.
    case copied
    /// The people whose attachments alone this copy has; absent where it has all.
    case people

    /// The type of its value, as SQLite names it.
    var type: String {
      switch self {
      case .store, .device, .copied, .people: "text"
      case .tail: "blob"
      }
    }
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
