import Foundation
import GRDB
import Vault

/// The last entry of a copy that an author had seen, as an act names it that takes a right.
///
/// What its person did up to there stands; what they did apart from it is held.
public struct Sighting: Sendable, Hashable {
  /// The copy's id.
  public var device: String
  /// The entry's running number there.
  public var number: Int
  /// The entry.
  public var id: Data

  static let length = 48

  /// The copy's eight bytes, the number and the id: 48 bytes, as the header holds them.
  var bytes: Data { (Hex.decode(device) ?? Data(count: 8)) + Entry.bytes(number) + id }

  /// A mark; nil where a copy cannot be called so.
  init?(device: String, number: Int, id: Data) {
    guard Self.isCopy(device) else { return nil }
    (self.device, self.number, self.id) = (device, number, id)
  }

  /// Whether a copy can be called so: sixteen hexadecimal digits.
  static func isCopy(_ device: String) -> Bool {
    device.utf8.count == 16
      && device.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  /// Reads what ``bytes`` gives; nil for any other length.
  init?(bytes: Data) {
    guard bytes.count == Self.length else { return nil }
    let parts = Data(bytes)
    device = Hex.encode(parts.prefix(8))
    number = parts[8..<16].reduce(0) { $0 << 8 | Int($1) }
    id = Data(parts.suffix(32))
  }
}

/// What an act that takes a right had seen.
enum Sightings {
  /// The last signed entry of every other copy.
  static func ofOthers(
    _ db: Database, beside device: String, by keys: KeyRegister
  ) throws -> [Sighting] {
    let devices = try String.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE name(device) AS (
            SELECT min(device) FROM entry UNION ALL
            SELECT (SELECT min(entry.device) FROM entry WHERE entry.device > name.device) FROM name
            WHERE name.device IS NOT NULL)
          SELECT device FROM name WHERE device IS NOT NULL
          """))
    return try devices.filter { $0 != device }.prefix(Entry.mostSightings).compactMap {
      try last(db, of: $0, by: keys)
    }
  }

  /// The last entry of a copy that its author signed: what was planted behind it covers nothing.
  private static func last(_ db: Database, of device: String, by keys: KeyRegister) throws -> Sighting? {
    let store = try Meta.text(db, .store)
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT \(LogTable.columns) FROM entry WHERE device = ? ORDER BY number DESC"),
      arguments: [device])
    while let row = try rows.next() {
      guard case .success(let stored) = LogTable.read(row, store: store), keys.isSigned(stored)
      else { continue }
      return Sighting(device: device, number: stored.entry.number, id: stored.entry.id)
    }
    return nil
  }
}
