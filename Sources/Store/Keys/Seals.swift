import Foundation
import GRDB
import Procedure
import Vault

extension RoomID {
  /// The group that reads a room to which anybody may write; nil for rooms with a key of their own.
  var letterBox: GroupID? {
    switch self {
    case .result(let year): .results(year: year)
    case .supervision: .supervision
    default: nil
    }
  }
}

/// Opens and seals bodies with the keys that a session holds or can unwrap.
struct Seals {
  let db: Database

  /// The key of a room, if it was wrapped for this person or for a group they are in.
  func key(of room: String, for session: Session) throws -> RoomKey? {
    if let key = session.ring.room(room) { return key }
    for reader in session.readers {
      guard let wrap = try wrap(of: room, for: reader) else { continue }
      do {
        try session.ring.learn(room: room, from: wrap)
        return session.ring.room(room)
      } catch {
        // A wrap that does not open is as good as none; `check` names it.
        continue
      }
    }
    return nil
  }

  /// Opens the groups that the person has been given since they last looked.
  ///
  /// A new group may open what was sealed: cases replayed without it are forgotten.
  func learnGroups(for session: Session) throws {
    var found = true
    while found {
      found = false
      for reader in session.readers {
        let rows = try Row.fetchAll(
          db.cachedStatement(
            sql: "SELECT scope, wrap FROM wrapped WHERE reader = ? AND scope LIKE 'group/%'"),
          arguments: [reader])
        for row in rows {
          let scope: String = try row.value("scope")
          let group = String(scope.dropFirst(6))
          guard session.ring.group(group) == nil, let wrap = Self.decode(try row.value("wrap"))
          else {
            continue
          }
          do {
            try session.ring.learn(group: group, from: wrap)
            found = true
            session.forgetFiles()
          } catch { continue }
        }
      }
    }
  }

  /// The wrap of a scope's key for a reader.
  func wrap(of scope: String, for reader: String) throws -> Wrap? {
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT wrap FROM wrapped WHERE scope = ? AND reader = ?"),
      arguments: [scope, reader])
    return text.flatMap(Self.decode)
  }

  static func decode(_ text: String) -> Wrap? {
    try? JSONDecoder().decode(Wrap.self, from: Data(text.utf8))
  }

  /// The body of a sealed entry; nil where this person holds no key to it.
  func open(_ entry: Entry, in room: String, for session: Session) throws -> Data? {
    if let group = RoomID(rawValue: room)?.letterBox {
      return try openDropped(entry, group: group, for: session)
    }
    guard let key = try key(of: room, for: session) else { return nil }
    do {
      return try key.open(entry.body, context: entry.header)
    } catch {
      throw StoreFault.damaged(.body)
    }
  }

  /// A body dropped into a group's letter box: a fresh key wrapped for the group, then the box.
  private func openDropped(_ entry: Entry, group: GroupID, for session: Session) throws -> Data? {
    guard let keys = session.ring.group(group.rawValue) else { return nil }
    do {
      let letter = try JSONDecoder().decode(Letter.self, from: entry.body)
      let secret = try letter.wrap.open(with: keys, context: entry.room ?? "")
      return try RoomKey(data: secret).open(letter.box, context: entry.header)
    } catch {
      throw StoreFault.damaged(.body)
    }
  }

  /// Seals a body for a room that anybody may write to and only a group may read.
  func drop(_ plain: Data, to group: GroupID, room: String, header: Data) throws -> Data {
    guard let publicKey = try groupKey(group) else { throw StoreFault.keyMissing(group.rawValue) }
    let key = RoomKey.generate()
    let letter = Letter(
      wrap: try Wrap.make(
        key.data, to: Reader.group(group).rawValue, publicKey: publicKey, context: room),
      box: try key.seal(plain, context: header, padding: .entry))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(letter)
  }

  /// The public key of a group, once it is founded.
  func groupKey(_ group: GroupID) throws -> Data? {
    try Data.fetchOne(
      db.cachedStatement(sql: "SELECT public_key FROM grouped WHERE id = ?"),
      arguments: [group.rawValue])
  }

  /// The public key of a reader, once they have one.
  func publicKey(of reader: Reader) throws -> Data? {
    switch reader {
    case .group(let group): return try groupKey(group)
    case .person(let person):
      return try Data.fetchOne(
        db.cachedStatement(sql: "SELECT agreement FROM person WHERE id = ?"),
        arguments: [person.rawValue])
    case .recovery:
      return try Data.fetchOne(
        db.cachedStatement(sql: "SELECT public_key FROM grouped WHERE id = 'recovery'"))
    }
  }

  /// A sealed body that carries its own wrapped key.
  private struct Letter: Codable {
    var wrap: Wrap
    var box: Data
  }
}
