import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// A place of a draft that is stored by itself.
public enum DraftSlot: Hashable, Sendable {
  /// Findings, key factors, overall comment, hours.
  case head
  case item(ItemID)

  var name: String {
    switch self {
    case .head: "head"
    case .item(let id): id.rawValue
    }
  }
}

extension Store {
  /// Starts, or starts again, this person's independent review of a case (R3).
  ///
  /// All slots of the draft are made at once, so that their number tells nothing. After a
  /// withdrawal the draft begins with what was withdrawn.
  public func startReview(of id: CaseID, by session: Session) throws {
    let state = try file(id, by: session)
    let record = state.sheets[session.person]
    let earlier = record.flatMap { state.contents[session.person]?[$0.revision] } ?? Sheet()
    try write(by: session) { transaction in
      try transaction.perform(.file(id, .startReview))
      let edition = transaction.cycle.value.edition
      let draft = try Draft(transaction.db, id, session)
      try draft.put(.head, Self.json(earlier.head))
      for item in edition.items {
        try draft.put(.item(item.id), Self.json(earlier.items[item.id] ?? ItemReview()))
      }
      try draft.setProgress(earlier.marked)
    }
  }

  /// This person's unfinished sheet.
  ///
  /// - Throws: `StoreFault.notReadable` where none was started.
  public func draft(of id: CaseID, by session: Session) throws -> Sheet {
    try read { try Draft($0, id, session).sheet() }
  }

  /// Stores slots of this person's draft, in place, and the progress figure that others see.
  ///
  /// - Throws: `StoreFault.notReadable` where no review is under way.
  public func save(_ slots: Set<DraftSlot>, of sheet: Sheet, in id: CaseID, by session: Session)
    throws
  {
    do {
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          let draft = try Draft(db, id, session)
          var marked = try draft.progress()
          for slot in slots {
            switch slot {
            case .head: _ = try draft.replace(slot, Self.json(sheet.head))
            case .item(let item):
              let review = sheet.items[item] ?? ItemReview()
              let before = try draft.replace(slot, Self.json(review))
              marked += (review.mark == nil ? 0 : 1) - (Self.hasMark(before) ? 1 : 0)
            }
          }
          // What stands in all slots, whichever program wrote them.
          try draft.setProgress(marked)
          return .commit
        }
      }
    } catch {
      throw StoreFault.naming(error)
    }
  }

  private static func hasMark(_ data: Data?) -> Bool {
    // A slot that cannot be read is written over: it counted as nothing.
    guard let data, let review = try? JSONDecoder().decode(ItemReview.self, from: data) else {
      return false
    }
    return review.mark != nil
  }

  /// Seals this person's draft as handed in, and clears the draft, in one transaction (R3, R4).
  public func handIn(_ id: CaseID, by session: Session) throws {
    try write(by: session) { transaction in
      let sheet = try Draft(transaction.db, id, session).sheet()
      try transaction.perform(.file(id, .handIn(sheet)))
      for table in ["draft", "progress"] {
        try transaction.db.execute(
          sql: "DELETE FROM \(table) WHERE file = ? AND person = ?",
          arguments: [id.rawValue, session.person.rawValue])
      }
    }
  }

  /// How many items each reviewer who is at work has marked: the figure that others see.
  public func progress(of id: CaseID) throws -> [PersonID: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT person, marked FROM progress WHERE file = ?", arguments: [id.rawValue])
      return Dictionary(
        try rows.map { (PersonID(try $0.value("person")), try $0.value("marked")) },
        uniquingKeysWith: { a, _ in a })
    }
  }

  private static func json(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}

/// The slots of one person's draft in one case.
private struct Draft {
  let db: Database
  let file: String
  let person: String
  let key: RoomKey

  init(_ db: Database, _ id: CaseID, _ session: Session) throws {
    self.db = db
    file = id.rawValue
    person = session.person.rawValue
    let room = RoomID.draft(id, session.person).rawValue
    guard let key = try Seals(db: db).key(of: room, for: session) else {
      throw StoreFault.notReadable
    }
    self.key = key
  }

  func put(_ slot: DraftSlot, _ plain: Data) throws {
    let sealed = try key.seal(plain, context: context(slot.name), padding: .draft)
    try db.cachedStatement(
      sql: """
        INSERT INTO draft VALUES (?, ?, ?, ?)
        ON CONFLICT (file, person, slot) DO UPDATE SET sealed = excluded.sealed
        """
    ).execute(arguments: [file, person, slot.name, sealed])
  }

  /// The figure that others see.
  ///
  /// - Throws: `StoreFault.notReadable` where no review is under way.
  func progress() throws -> Int {
    let marked = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT marked FROM progress WHERE file = ? AND person = ?"),
      arguments: [file, person])
    guard let marked else { throw StoreFault.notReadable }
    return marked
  }

  /// Writes over a slot that is there.
  ///
  /// - Returns: What stood there; nil where that cannot be read.
  /// - Throws: `StoreFault.notReadable` where the sheet has no such slot.
  func replace(_ slot: DraftSlot, _ plain: Data) throws -> Data? {
    let sealed = try Data.fetchOne(
      db.cachedStatement(
        sql: "SELECT sealed FROM draft WHERE file = ? AND person = ? AND slot = ?"),
      arguments: [file, person, slot.name])
    guard let sealed else { throw StoreFault.notReadable }
    try put(slot, plain)
    return try? key.open(sealed, context: context(slot.name))
  }

  func sheet() throws -> Sheet {
    var sheet = Sheet()
    for (slot, data) in try all() {
      switch slot {
      case .head: sheet.head = try JSONDecoder().decode(SheetHead.self, from: data)
      case .item(let item):
        let review = try JSONDecoder().decode(ItemReview.self, from: data)
        if review != ItemReview() { sheet.items[item] = review }
      }
    }
    return sheet
  }

  func all() throws -> [(DraftSlot, Data)] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT slot, sealed FROM draft WHERE file = ? AND person = ?"),
      arguments: [file, person])
    if rows.isEmpty { throw StoreFault.notReadable }
    return try rows.map { row in
      let name: String = try row.value("slot")
      let sealed: Data = try row.value("sealed")
      let slot: DraftSlot = name == "head" ? .head : .item(ItemID(name))
      do {
        return (slot, try key.open(sealed, context: context(name)))
      } catch {
        throw StoreFault.damaged(.draft)
      }
    }
  }

  func setProgress(_ marked: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO progress VALUES (?, ?, ?)
        ON CONFLICT (file, person) DO UPDATE SET marked = excluded.marked
        """
    ).execute(arguments: [file, person, marked])
  }

  private func context(_ slot: String) -> Data { Data("draft/\(file)/\(person)/\(slot)".utf8) }
}
