import Foundation
import GRDB
import Vault

/// Looks for single entries beside the stream that is being replayed.
struct Archive {
  /// Lends a connection to the log.
  typealias Reading = ((Database) throws -> Void) throws -> Void

  /// Where an entry stands on its copy, and what it names.
  struct Link {
    let device: String
    let number: Int
    let previous: Data?
    let parents: [Data]
  }

  /// The entry of an id; nil where it is not here.
  let link: (_ id: Data) -> Link?
  /// Whether a copy has several entries under one number.
  let isForked: (_ device: String, _ number: Int) -> Bool

  /// Of the log of a database.
  ///
  /// - Parameter read: Lends a connection.
  init(_ read: @escaping Reading) {
    let known = Known()
    link = { id in
      var found: Link?
      try? read { found = try Self.link($0, id) }
      return found
    }
    isForked = { device, number in
      let key = Self.key(device, number)
      if let known = known.forked[key] { return known }
      var count = 0
      try? read { db in
        count =
          try Int.fetchOne(
            db.cachedStatement(
              sql: """
                SELECT count(*) FROM (
                  SELECT 1 FROM entry WHERE device = ? AND number = ? LIMIT 2)
                """), arguments: [device, number]) ?? 0
      }
      known.forked[key] = count > 1
      return count > 1
    }
  }

  /// What was asked before, while one replay lasts.
  private final class Known {
    var forked: [Data: Bool] = [:]
  }

  /// Where no log is at hand: what its copy numbered twice is covered by no mark.
  static func beside(_ forked: Set<Data>) -> Archive {
    Archive(
      link: { _ in Link(device: "", number: 0, previous: nil, parents: []) },
      isForked: { forked.contains(key($0, $1)) })
  }

  /// A copy and a number in one.
  static func key(_ device: String, _ number: Int) -> Data {
    Data(device.utf8) + Entry.bytes(number)
  }

  private init(
    link: @escaping (Data) -> Link?, isForked: @escaping (String, Int) -> Bool
  ) {
    (self.link, self.isForked) = (link, isForked)
  }

  /// An entry that is what its id says.
  private static func link(_ db: Database, _ id: Data) throws -> Link? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(LogTable.columns) FROM entry WHERE id = ?"),
      arguments: [id])
    guard let row, case .success(let stored) = LogTable.read(row, store: try Meta.text(db, .store)),
      stored.entry.id == id
    else { return nil }
    return Link(
      device: stored.entry.device, number: stored.entry.number, previous: stored.entry.previous,
      parents: stored.entry.parents)
  }

  /// Whether an entry lies on the way back from another of the same copy.
  func leads(from end: Data, to id: Data, number: Int) -> Bool {
    var next: Data? = end
    while let current = next {
      if current == id { return true }
      guard let link = link(current), link.number > number else { return false }
      next = link.previous
    }
    return false
  }

  /// Whether an entry lies on its copy's way up to a mark, as far as that is here.
  func covers(_ mark: Sighting, _ node: Lineage.Node) -> Bool {
    covers(mark, node.device, node.number, node.id)
  }

  /// Whether an entry of a copy, by its number and id, lies on the way up to a mark.
  func covers(_ mark: Sighting, _ device: String, _ number: Int, _ id: Data) -> Bool {
    guard mark.device == device, number <= mark.number else { return false }
    // While the entry that is named is not here, its number is all that is known.
    guard isForked(device, number), link(mark.id) != nil else { return true }
    return leads(from: mark.id, to: id, number: number)
  }
}
