import Foundation
import GRDB
import Procedure
import Vault

/// Which copies were heard from, and how lately: asked by acts that must not miss what others wrote.
///
/// An entry or a receipt says so by the clock of its copy. Only who acts now is asked; whether an
/// entry counts never rests on a receipt.
struct Hearings {
  private let db: Database
  private let receipts: [String: Receipt]
  private let waiting: Set<String>
  private let cycle: CycleReplay
  /// The copy that asks: it needs not hear itself.
  private let device: String

  init(_ db: Database, _ heard: Heard, cycle: CycleReplay, beside device: String) throws {
    (self.db, self.cycle, self.device) = (db, cycle, device)
    receipts = Dictionary(
      heard.receipts(signedBy: cycle.keys).map { ($0.device, $0) }, uniquingKeysWith: { a, _ in a })
    // What waited in one post may have come through another.
    waiting = try Set(
      heard.waiting.values.joined().compactMap { try LogTable.left(db, of: $0)?.device })
  }

  /// The copies of which a gate has not heard what it must.
  func unheard(_ hearing: Hearing) throws -> [UnheardCopy] {
    switch hearing {
    case .secretariat(let day):
      return try copies(of: cycle.value.office) { _, last in last.map { $0 <= day.end } ?? true }
    case .everything: return try copies(of: nil) { copy, _ in try lacks(copy) }
    }
  }

  /// The other copies that are in use and on which some people wrote this year; all of them where
  /// nobody is named.
  ///
  /// - Parameter isUnheard: Asked first, as nearly all were heard from.
  private func copies(
    of people: Set<PersonID>?, where isUnheard: (String, Moment?) throws -> Bool
  ) throws -> [UnheardCopy] {
    var opening: Int?
    let names = Set(try LogTable.devices(db)).union(receipts.keys)
    return try names.sorted().compactMap { copy in
      guard copy != device, Sighting.isCopy(copy), !cycle.value.retiredCopies.contains(copy)
      else { return nil }
      let last = try last(of: copy)
      guard try isUnheard(copy, last) else { return nil }
      let since = try opening ?? LogTable.opening(db) ?? 0
      opening = since
      let authors = try LogTable.authors(db, of: copy, after: since)
      guard let people else {
        let known = Set(authors + [receipts[copy]?.person].compactMap { $0 })
        return UnheardCopy(copy: copy, people: known.sorted(), last: last)
      }
      let asked = authors.filter(people.contains)
      return asked.isEmpty ? nil : UnheardCopy(copy: copy, people: asked.sorted(), last: last)
    }
  }

  /// When a copy was heard from last, by its own clock.
  private func last(of copy: String) throws -> Moment? {
    let received = receipts[copy].flatMap {
      EntryCheck.times.contains($0.time) ? Moment(seconds: $0.time) : nil
    }
    return [try LogTable.lastWritten(db, of: copy).time, received].compactMap { $0 }.max()
  }

  /// Whether a copy is known to have written what is not here.
  private func lacks(_ copy: String) throws -> Bool {
    if waiting.contains(copy) { return true }
    return try (receipts[copy]?.last(of: copy) ?? 0) > LogTable.lastNumber(db, of: copy)
  }
}

extension LogTable {
  /// The place of the entry that opened the year.
  fileprivate static func opening(_ db: Database) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT position FROM entry WHERE stream = ? AND kind = ? ORDER BY position DESC LIMIT 1
        """, arguments: [Stream.cycle.rawValue, EventKind.cycleOpened.rawValue])
  }

  /// Who did something on a copy after a place in the order of arrival; who only logged in there, and
  /// gave keys by it, did not.
  fileprivate static func authors(
    _ db: Database, of device: String, after position: Int
  ) throws -> [PersonID] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT author FROM entry WHERE device = ? AND position > ?
          AND kind NOT IN (\(Store.marks(keyKinds.count)))
        """, arguments: [device, position] + StatementArguments(keyKinds)
    ).map { PersonID($0) }
  }

  /// Who wrote a copy's last entry, and when by its clock; nothing where it wrote none.
  static func lastWritten(
    _ db: Database, of device: String
  ) throws -> (author: PersonID?, time: Moment?) {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT author, time FROM entry WHERE device = ? ORDER BY number DESC LIMIT 1"),
      arguments: [device])
    guard let row else { return (nil, nil) }
    let time = try row.value("time", as: Int.self)
    return (
      PersonID(try row.value("author")),
      EntryCheck.times.contains(time) ? Moment(seconds: time) : nil
    )
  }
}
