import Foundation
import GRDB
import Procedure
import Vault

/// Whose attachments a copy has: everybody's, or those that the people it was made for may open.
///
/// By the rules, not by who was given a key already. A note of this copy alone, signed by nobody: it
/// decides what is brought and nothing else.
struct FileInterest {
  /// The people of the copy; nil where it has all attachments.
  let people: Set<PersonID>?
  private let store: Store

  init(of store: Store) throws {
    self.store = store
    people = try store.read { try Self.people($0) }
  }

  init(of store: Store, people: Set<PersonID>) { (self.store, self.people) = (store, people) }

  /// What the copy notes of it.
  static func people(_ db: Database) throws -> Set<PersonID>? {
    guard let data = try Meta.data(db, .people) else { return nil }
    return Set(
      String(decoding: data, as: UTF8.self).split(separator: " ").map { PersonID("\($0)") })
  }

  /// Notes of a copy for whom it is.
  static func note(_ people: Set<PersonID>, _ db: Database) throws {
    try Meta.set(db, .people, people.map(\.rawValue).sorted().joined(separator: " "))
  }

  /// Those files of entries that somebody of the copy may open.
  func wanted(_ files: [SpokenFile]) throws -> [SpokenFile] {
    guard let people, !files.isEmpty else { return files }
    let places = Set(files.map(\.place))
    let cycle = try store.cycleNow()
    var open: Set<SpokenFile.Place> = []
    for (name, places) in Dictionary(grouping: places, by: \.stream) {
      guard let stream = Stream(rawValue: name) else { continue }
      let replay = try stream.dossier.map { id in
        try store.read { try store.replayer($0).dossier(id, cycle: cycle, from: nil) }
      }
      let rules = KeyRules(
        register: cycle.keys, cycle: cycle.value, dossier: replay?.clear,
        rooms: replay?.rooms ?? RoomRegister())
      for place in places {
        guard let room = RoomID(rawValue: place.room) else { continue }
        if people.contains(where: { rules.holds($0, room) }) { open.insert(place) }
      }
    }
    return files.filter { open.contains($0.place) }
  }
}

/// A sealed file, and the entry that speaks of it.
struct SpokenFile {
  /// The names of the entry's stream and room, also of one that this program does not know.
  struct Place: Hashable {
    var stream: String
    var room: String
  }

  var file: FileReference
  var place: Place
  var position: Int
}

extension LogTable {
  /// The files of which entries speak that have their bodies.
  ///
  /// - Parameter position: The last entry that was looked at; moved on.
  /// - Returns: Those of the next entries; nil behind the last.
  static func files(
    _ db: Database, after position: inout Int, limit: Int
  ) throws -> [SpokenFile]? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT position, files, stream, room FROM entry
          WHERE position > ? AND position < \(end) AND given_up IS NULL
          ORDER BY position LIMIT ?
          """), arguments: [position, limit])
    guard let last = rows.last else { return nil }
    position = try last.value("position")
    return try rows.flatMap { row -> [SpokenFile] in
      let files = FileReference.all(in: try row.value("files"))
      if files.isEmpty { return [] }
      let place = SpokenFile.Place(
        stream: try row.value("stream"), room: try row.value("room", as: String?.self) ?? "")
      let position: Int = try row.value("position")
      return files.map { SpokenFile(file: $0, place: place, position: position) }
    }
  }
}

extension Store {
  /// All files of which entries speak, read in short windows so that others can write.
  func spokenFiles() throws -> [SpokenFile] {
    var files: [SpokenFile] = []
    var position = 0
    while let more = try read({ try LogTable.files($0, after: &position, limit: 2_000) }) {
      files += more
    }
    return files
  }

  /// The cycle as a replay, brought up to date.
  func cycleNow() throws -> CycleReplay {
    _ = try cycle()
    return cycleCache
  }
}
