import Foundation
import Procedure
import Vault

/// How what is written is sealed: with a room's key, into a letter box, or with a key of its own.
extension Transaction {
  /// How a body is sealed for a room: the entry that made the key, and the sealing.
  struct Sealing {
    var name: Data
    var seal: (_ plain: Data, _ header: Data) throws -> Data
  }

  mutating func sealing(for room: RoomID, _ stream: Stream) throws -> Sealing {
    let readers = try rules(in: stream).letterReaders(of: room)
    if !readers.isEmpty { return try directSealing(for: room, readers) }
    if let group = room.letterBox {
      guard let key = cycle.keys.group(group) else {
        throw StoreFault.keyMissing(group.rawValue)
      }
      guard let name = Hex.decode(key.name.rawValue) else { throw StoreFault.damaged(.keys) }
      return Sealing(name: name) { plain, header in
        let letter = try Letter(
          plain, to: group, publicKey: key.publicKey, room: room, header: header)
        return try Self.encoded(letter)
      }
    }
    guard case .dossier(let id) = stream else { throw StoreFault.keyMissing(room.rawValue) }
    let (name, key) = try sealingKey(of: room, in: id)
    guard let bytes = Hex.decode(name.rawValue) else { throw StoreFault.damaged(.keys) }
    return Sealing(name: bytes) { plain, header in
      try key.seal(plain, context: header, padding: .entry)
    }
  }

  /// How a letter is sealed that brings its own key, wrapped for these readers.
  private func directSealing(for room: RoomID, _ readers: Set<Reader>) throws -> Sealing {
    guard let founding = cycle.keys.founding, let name = Hex.decode(founding.entry.rawValue)
    else { throw StoreFault.damaged(.keys) }
    let key = RoomKey.generate()
    let wraps = try wraps(of: key, in: room, for: readers)
    return Sealing(name: name) { plain, header in
      try Self.encoded(DirectLetter(plain, key: key, wraps: wraps, header: header))
    }
  }

  private static func encoded(_ letter: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(letter)
  }
}
