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

/// A body for a group that has no key yet: a fresh key, wrapped for each of its members.
///
/// The entry makes the key as `roomMade` makes a room's: its digest is signed with it, so that all
/// members read the same. Whoever of them opens it wraps it for the group once there is one.
struct EarlyLetter: Codable {
  /// By which the key is told from another that somebody wrapped in its place.
  let digest: Data
  let wraps: [Wrap]
  private let box: Data

  /// Seals a body with a key that was wrapped for every member.
  init(_ plain: Data, key: RoomKey, wraps: [Wrap], header: Data) throws {
    (digest, self.wraps) = (key.digest, wraps)
    box = try key.seal(plain, context: header, padding: .entry)
  }

  /// Opens the letter with its key.
  func open(header: Data, with key: RoomKey) throws -> Data {
    try key.open(box, context: header)
  }
}

extension GroupID {
  /// For whom a letter to the group is wrapped before it has a key: its members with keys of their
  /// own; nobody where it has no person among them.
  func firstReaders(
    in cycle: CycleState, _ register: KeyRegister, before position: Int = .max
  ) -> Set<Reader> {
    let readers = members(in: cycle).filter { register.hasKey($0, before: position) }
    return readers == [.recovery] ? [] : readers
  }
}

extension Entry {
  /// The letter to a group that had no key yet, where the entry is one that everybody may believe
  /// (V3): sealed before the group's first key and wrapped for all who belonged into it.
  ///
  /// - Parameters:
  ///   - cycle: The cycle as it stood before the entry.
  ///   - position: Where the entry stands.
  func earlyLetter(
    to room: RoomID, _ register: KeyRegister, _ cycle: @autoclosure () -> CycleState,
    at position: Int
  ) -> EarlyLetter? {
    guard let group = room.letterBox, let key, !register.hasKey(.group(group), before: position),
      register.founding?.entry == EntryName(Hex.encode(key)),
      let letter = try? LogDecoder.decode(EarlyLetter.self, from: body)
    else { return nil }
    let readers = group.firstReaders(in: cycle(), register, before: position)
    guard !readers.isEmpty, letter.wraps.count == readers.count,
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
    if let group = room.letterBox {
      if let made = rooms.keys[EntryName(Hex.encode(entry.id))] { return unseal(entry, made) }
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

  /// Opens a letter from before its group had a key.
  private func unseal(_ entry: Entry, _ made: RoomRegister.Key) -> Unsealed {
    guard let key = open(made) else { return .sealed }
    do {
      let letter = try LogDecoder.decode(EarlyLetter.self, from: entry.body)
      return .opened(try letter.open(header: entry.header, with: key))
    } catch {
      return .damaged
    }
  }
}
