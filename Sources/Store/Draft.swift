import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// The slots of one person's draft in one case, with an index that tells whether they are as they
/// were left.
struct Draft {
  private let db: Database
  private let file: String
  private let person: String
  private let key: RoomKey
  private let device: String
  private var index: Index
  /// Whether the slots are what the index says.
  private var isWhole = true

  /// What the index slot holds: a counter for each device that wrote the draft, and the digests of
  /// all slots as they lie sealed.
  private struct Index: Codable {
    var counters: [String: Int] = [:]
    var digests: [String: Data] = [:]

    var mark: DraftMark {
      let names = digests.keys.sorted()
      return DraftMark(
        counters: counters, digest: Digest.sha256(.draft, names.compactMap { digests[$0] }))
    }
  }

  /// The slot of the index.
  static let indexSlot = "index"

  /// The room that the draft is sealed to.
  let room: String

  /// How far the draft has come.
  var mark: DraftMark { index.mark }

  /// - Throws: `StoreFault.notReadable` where this person has no draft.
  init(_ db: Database, _ id: CaseID, _ session: Session, _ replay: FileReplay) throws {
    self.db = db
    file = id.rawValue
    person = session.person.rawValue
    let room = RoomID.draft(id, session.person)
    self.room = room.rawValue
    guard let (_, key) = session.key(of: room, in: replay.rooms) else {
      throw StoreFault.notReadable
    }
    self.key = key
    device = try Meta.text(db, .device)
    index = Index()
    if let sealed = try sealed(Self.indexSlot),
      let plain = try? key.open(sealed, context: context(Self.indexSlot)),
      let found = try? JSONDecoder().decode(Index.self, from: plain)
    {
      index = found
    } else {
      isWhole = false
    }
  }

  // MARK: Reading

  /// The sheet, and whether it is what was left.
  ///
  /// - Parameter known: How far this person's programs saw it come.
  func copy(known: DraftMark?) throws -> DraftCopy {
    let slots = try all()
    var isWhole = isWhole && Set(slots.map(\.name)) == Set(index.digests.keys)
    var readable: [(String, Data)] = []
    for slot in slots {
      if Digest.sha256(slot.sealed) != index.digests[slot.name] { isWhole = false }
      // A slot that cannot be read counts as empty: the rest of the work is still there.
      if let plain = try? open(slot.name, slot.sealed) {
        readable.append((slot.name, plain))
      } else {
        isWhole = false
      }
    }
    return DraftCopy(
      sheet: try Self.sheet(readable),
      isTurnedBack: !isWhole || known.map(index.mark.isBehind) == true)
  }

  private static func sheet(_ slots: [(String, Data)]) throws -> Sheet {
    var sheet = Sheet()
    for (name, data) in slots {
      if name == DraftSlot.head.name {
        sheet.head = try JSONDecoder().decode(SheetHead.self, from: data)
      } else {
        let review = try JSONDecoder().decode(ItemReview.self, from: data)
        if review != ItemReview() { sheet.items[ItemID(name)] = review }
      }
    }
    return sheet
  }

  private func all() throws -> [(name: String, sealed: Data)] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT slot, sealed FROM draft WHERE file = ? AND person = ? AND slot <> ?"),
      arguments: [file, person, Self.indexSlot])
    if rows.isEmpty { throw StoreFault.notReadable }
    return try rows.map { (try $0.value("slot"), try $0.value("sealed")) }
  }

  private func sealed(_ slot: String) throws -> Data? {
    try Data.fetchOne(
      db.cachedStatement(
        sql: "SELECT sealed FROM draft WHERE file = ? AND person = ? AND slot = ?"),
      arguments: [file, person, slot])
  }

  private func open(_ slot: String, _ sealed: Data) throws -> Data {
    do {
      return try key.open(sealed, context: context(slot))
    } catch {
      throw StoreFault.damaged(.draft)
    }
  }

  /// The draft must be what the person saw.
  ///
  /// - Throws: `DraftConflict`.
  func require(_ sheet: Sheet) throws {
    let stored = try copy(known: nil).sheet
    let slots =
      [.head] + Set(sheet.items.keys).union(stored.items.keys).sorted().map(DraftSlot.item)
    let others = slots.filter { !sheet.isEqual(stored, in: $0) }
    if !others.isEmpty { throw DraftConflict(slots: others, stored: stored) }
  }

  // MARK: Writing

  /// Makes all slots.
  mutating func begin(with sheet: Sheet, items: [ItemID]) throws {
    index.digests = [:]
    try put(.head, of: sheet)
    for item in items { try put(.item(item), of: sheet) }
    try setProgress(sheet.marked)
  }

  /// Writes over slots that are there and are what the person saw.
  ///
  /// - Throws: `DraftConflict`; `StoreFault.notReadable` where the sheet has no such slot.
  mutating func replace(_ slots: Set<DraftSlot>, of sheet: Sheet, over base: Sheet) throws {
    guard var marked = try progress() else { throw StoreFault.notReadable }
    var others: [DraftSlot] = []
    for slot in slots.sorted(by: { $0.name < $1.name }) {
      guard let sealed = try sealed(slot.name) else { throw StoreFault.notReadable }
      // A slot that cannot be read is written over: it counted as nothing.
      let before = (try? open(slot.name, sealed)).flatMap { try? Self.sheet([(slot.name, $0)]) }
      if let before, !before.isEqual(base, in: slot), !before.isEqual(sheet, in: slot) {
        others.append(slot)
      }
      if case .item(let id) = slot {
        marked += (sheet.items[id]?.mark == nil ? 0 : 1) - (before?.items[id]?.mark == nil ? 0 : 1)
      }
    }
    if !others.isEmpty {
      throw DraftConflict(slots: others, stored: try copy(known: nil).sheet)
    }
    for slot in slots { try put(slot, of: sheet) }
    // What stands in all slots, whichever program wrote them.
    try setProgress(marked)
  }

  private mutating func put(_ slot: DraftSlot, of sheet: Sheet) throws {
    let plain =
      switch slot {
      case .head: try Self.json(sheet.head)
      case .item(let id): try Self.json(sheet.items[id] ?? ItemReview())
      }
    index.digests[slot.name] = Digest.sha256(try write(slot.name, plain))
  }

  /// Counts the change on and writes the index; slots that were not as left are taken as they are.
  ///
  /// - Returns: How far the draft has come.
  mutating func finish() throws -> DraftMark {
    for (name, sealed) in try all() where !isWhole { index.digests[name] = Digest.sha256(sealed) }
    let last = index.counters[device] ?? 0
    index.counters[device] = last < EntryCheck.highest ? last + 1 : last
    _ = try write(Self.indexSlot, Self.json(index))
    return index.mark
  }

  /// Takes the draft away: it was handed in.
  func clear() throws {
    for table in ["draft", "progress"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE file = ? AND person = ?", arguments: [file, person])
    }
  }

  private func write(_ slot: String, _ plain: Data) throws -> Data {
    let sealed = try key.seal(plain, context: context(slot), padding: .draft)
    try db.cachedStatement(
      sql: """
        INSERT INTO draft VALUES (?, ?, ?, ?)
        ON CONFLICT (file, person, slot) DO UPDATE SET sealed = excluded.sealed
        """
    ).execute(arguments: [file, person, slot, sealed])
    return sealed
  }

  private func progress() throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT marked FROM progress WHERE file = ? AND person = ?"),
      arguments: [file, person])
  }

  private func setProgress(_ marked: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO progress VALUES (?, ?, ?)
        ON CONFLICT (file, person) DO UPDATE SET marked = excluded.marked
        """
    ).execute(arguments: [file, person, marked])
  }

  private func context(_ slot: String) -> Data { Data("draft/\(file)/\(person)/\(slot)".utf8) }

  private static func json(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}

extension DraftMark {
  /// Whether a draft that stands here is behind what was seen: a lower counter of any device, or
  /// the same counters with another content.
  func isBehind(_ seen: DraftMark) -> Bool {
    if seen.counters.contains(where: { (counters[$0.key] ?? 0) < $0.value }) { return true }
    return counters == seen.counters && digest != seen.digest
  }
}
