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
}
