import Criteria
import Foundation
import GRDB
import Procedure
import Vault

@testable import Store

/// Somebody with a decoder and a signer of their own, who can write the store's file.
///
/// Everything goes past the program: rows are written as they please, chained and numbered as a
/// program would, signed with keys they rightly hold, or with none.
final class Attacker {
  let raw: RawStore
  let directory: URL
  /// Where the attacker's own rows lie that nobody takes for entries: what comes after names what
  /// counts, as a program would.
  private var own: [Int] = []

  init(_ directory: URL) throws {
    self.directory = directory
    raw = try RawStore(directory)
  }

  /// Signs as one who holds these keys.
  static func signer(_ session: Session) -> (Data) -> Data {
    { message in (try? session.ring.keys.sign(message)) ?? Data(count: 64) }
  }

  /// A signature of chance.
  static let noise: @Sendable (Data) -> Data = { _ in Bytes.random(64) }

  /// Appends an act in the clear to a stream's end, as far as the tables show that.
  @discardableResult
  func append(
    _ act: Act, to stream: LogStream, as author: PersonID, at time: Moment,
    signed: (Data) -> Data
  ) throws -> Int {
    try append(stream, as: author, at: time, kind: act.kind, signed: signed) { _ in
      (try act.encoded(), nil, nil)
    }
  }

  /// Appends an act sealed with a key that the attacker rightly holds.
  @discardableResult
  func append(
    _ event: Event, to stream: LogStream, as author: PersonID, at time: Moment,
    in room: RoomID, with key: (name: EntryName, key: RoomKey), signed: (Data) -> Data
  ) throws -> Int {
    try append(stream, as: author, at: time, kind: event.kind.rawValue, signed: signed) { entry in
      entry.room = room.rawValue
      entry.key = Hex.decode(key.name.rawValue)
      let body = try key.key.seal(
        Act.event(event).encoded(), context: entry.header, padding: .entry)
      return (body, entry.room, entry.key)
    }
  }

  /// Appends a letter that brings its own key.
  ///
  /// - Parameters:
  ///   - name: The entry that it names as its key.
  ///   - key: The key of the box; another than the wraps hold, where the attacker likes.
  @discardableResult
  func append(
    _ event: Event, to stream: LogStream, as author: PersonID, at time: Moment,
    in room: RoomID = .supervision, naming name: EntryName, key: RoomKey, wraps: [Wrap],
    signed: (Data) -> Data
  ) throws -> Int {
    try append(stream, as: author, at: time, kind: event.kind.rawValue, signed: signed) { entry in
      entry.room = room.rawValue
      entry.key = Hex.decode(name.rawValue)
      let letter = try DirectLetter(
        Act.event(event).encoded(), key: key, wraps: wraps, header: entry.header)
      return (try JSONEncoder().encode(letter), entry.room, entry.key)
    }
  }

  /// Appends a sealed body as it lies elsewhere.
  @discardableResult
  func append(
    copy other: Entry, as author: PersonID, at time: Moment, signed: (Data) -> Data
  ) throws -> Int {
    try append(other.stream, as: author, at: time, kind: other.kind, signed: signed) { _ in
      (other.body, other.room, other.key)
    }
  }

  /// Appends a raw body.
  @discardableResult
  func append(
    body: Data, kind: String, to stream: LogStream, as author: PersonID, at time: Moment,
    signed: (Data) -> Data
  ) throws -> Int {
    try append(stream, as: author, at: time, kind: kind, signed: signed) { _ in (body, nil, nil) }
  }

  private func append(
    _ stream: LogStream, as author: PersonID, at time: Moment, kind: String,
    signed: (Data) -> Data,
    _ body: (inout Entry) throws -> (body: Data, room: String?, key: Data?)
  ) throws -> Int {
    let others = "position NOT IN (\(([0] + own).map(String.init).joined(separator: ", ")))"
    let place = try raw.queue.write { db in
      let tips = try ([stream.rawValue] + (stream == .cycle ? [] : ["cycle"])).compactMap {
        try Data.fetchOne(
          db,
          sql: """
            SELECT id FROM entry WHERE stream = ? AND \(others) ORDER BY position DESC LIMIT 1
            """, arguments: [$0])
      }
      let device = try Meta.text(db, .device)
      let last = try Row.fetchOne(
        db,
        sql: """
          SELECT id, number FROM entry WHERE device = ? AND \(others)
          ORDER BY position DESC LIMIT 1
          """, arguments: [device])
      var entry = Entry(
        store: try Meta.text(db, .store), stream: stream, parents: tips,
        previous: last?["id"], author: author, device: device, number: (last?["number"] ?? 0) + 1,
        time: time, kind: kind, version: 1, room: nil, key: nil, files: [], body: Data(),
        signature: Data(count: 64))
      (entry.body, entry.room, entry.key) = try body(&entry)
      entry.signature = signed(entry.signed)
      return try LogTable.append(db, entry, id: entry.id, arrived: time).position
    }
    if try !isEntry(at: place, of: stream) { own.append(place) }
    return place
  }

  /// Whether a row is an entry to a program that reads it.
  private func isEntry(at place: Int, of stream: LogStream) throws -> Bool {
    let store = try Store(opening: directory)
    let cycle = try store.read { try store.replayer($0).cycle(from: CycleReplay()) }
    return try store.read { db in
      guard let stored = try LogTable.rows(db, after: place - 1, limit: 1).first else {
        return false
      }
      let replayer = store.replayer(db)
      let lineage =
        switch stream {
        case .cycle: cycle.lineage
        case .supervision:
          try replayer.supervision(cycle: cycle, from: SupervisionReplay()).lineage
        case .arrivals: try replayer.arrivals(cycle: cycle, from: ArrivalReplay()).lineage
        case .dossier(let id): try replayer.dossier(id, cycle: cycle, from: nil).lineage
        }
      return try lineage.has(stored.get().id, at: place)
    }
  }

  /// Any statement, triggers and constraints notwithstanding.
  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try raw.alter { try $0.execute(sql: sql, arguments: arguments) }
  }
}
