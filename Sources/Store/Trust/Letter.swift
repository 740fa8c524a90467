import Foundation
import Procedure
import Vault

/// A body dropped into a group's letter box: a fresh key wrapped for the group, then the box.
struct Letter: Codable {
  private var wrap: Wrap
  private var box: Data

  /// Seals a body for a room that anybody may write to and only a group may read.
  init(
    _ plain: Data, to group: GroupID, publicKey: Data, room: RoomID, header: Data
  ) throws {
    let key = RoomKey.generate()
    wrap = try Wrap.make(
      key.data, to: Reader.group(group).rawValue, publicKey: publicKey, context: room.rawValue)
    box = try key.seal(plain, context: header, padding: .entry)
  }

  /// Opens the letter with the group's keys.
  func open(_ room: RoomID, header: Data, with ring: KeyRing) throws -> Data {
    try RoomKey(data: ring.open(wrap, context: room.rawValue)).open(box, context: header)
  }
}

/// A body that brings its own key: a fresh one, wrapped for each who may read it by then.
///
/// To a group before it has a key, and what is proposed on site. The entry makes the key as
/// `roomMade` makes a room's: its digest is signed with it, so that all readers read the same. Who
/// may read it later is given the key by one of them.
struct DirectLetter: Codable {
  /// By which the key is told from another that somebody wrapped in its place.
  let digest: Data
  let wraps: [Wrap]
  private let box: Data

  /// Seals a body with a key that was wrapped for every reader.
  init(_ plain: Data, key: RoomKey, wraps: [Wrap], header: Data) throws {
    (digest, self.wraps) = (key.digest, wraps)
    box = try key.seal(plain, context: header, padding: .entry)
  }

  /// Opens the letter with its key.
  func open(header: Data, with key: RoomKey) throws -> Data {
    try key.open(box, context: header)
  }
}

extension Entry {
  /// Whether the body brings its own key: the entry names the founding, whose recovery key is the
  /// one for which every such key is wrapped.
  func bringsKey(_ register: KeyRegister) -> Bool {
    key.map { EntryName(Hex.encode($0)) == register.founding?.entry } == true
  }

  /// The letter that brings its own key, where it is wrapped for all who may read it and for nobody
  /// else.
  func directLetter(to room: RoomID, by rules: KeyRules) -> DirectLetter? {
    let readers = rules.letterReaders(of: room)
    guard !readers.isEmpty, let letter = try? LogDecoder.decode(DirectLetter.self, from: body),
      letter.wraps.count == readers.count,
      Set(letter.wraps.map(\.to)) == Set(readers.map(\.rawValue))
    else { return nil }
    return letter
  }
}

/// What became of opening a sealed body.
enum Unsealed {
  /// This person holds no key to it.
  case sealed
  case opened(Data)
  /// The key is held, and it does not open.
  case damaged
}

extension Session {
  /// Opens the body of a sealed entry whose frame was found right.
  func unseal(
    _ entry: Entry, in room: RoomID, _ rooms: RoomRegister, _ register: KeyRegister
  ) -> Unsealed {
    if entry.givenUp != nil { return .sealed }
    if entry.bringsKey(register) {
      guard let made = rooms.keys[EntryName(Hex.encode(entry.id))] else { return .sealed }
      return unseal(entry, made)
    }
    if let group = room.letterBox {
      guard let name = entry.key.map({ EntryName(Hex.encode($0)) }),
        let publicKey = register.publicKey(ofGroupKey: name),
        ring.holds(group: group.rawValue, publicKey: publicKey)
      else { return .sealed }
      do {
        let letter = try LogDecoder.decode(Letter.self, from: entry.body)
        return .opened(try letter.open(room, header: entry.header, with: ring))
      } catch {
        return .damaged
      }
    }
    guard let name = entry.key.map({ EntryName(Hex.encode($0)) }), let key = rooms.keys[name],
      let opened = open(key)
    else { return .sealed }
    do {
      return .opened(try opened.open(entry.body, context: entry.header))
    } catch {
      return .damaged
    }
  }

  /// Opens a letter that brought its own key.
  private func unseal(_ entry: Entry, _ made: RoomRegister.Key) -> Unsealed {
    guard let key = open(made) else { return .sealed }
    do {
      let letter = try LogDecoder.decode(DirectLetter.self, from: entry.body)
      return .opened(try letter.open(header: entry.header, with: key))
    } catch {
      return .damaged
    }
  }
}
