import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// The slots of one person's draft in one case, with an index that tells whether they are as they
/// were left.
struct Draft {
  private let db: Database
  private let dossier: String
  private let person: String
  private let key: RoomKey
  private let device: String
  /// The slots that the sheet has, by name.
  private let slots: [String: DraftSlot]
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

  /// - Throws: `StoreFault.notReadable` where this person has no review under way.
  init(
    _ db: Database, _ id: CaseID, _ session: Session, _ replay: DossierReplay, cycle: CycleState
  ) throws {
    self.db = db
    dossier = id.rawValue
    person = session.person.rawValue
    let room = RoomID.draft(id, session.person)
    self.room = room.rawValue
    // That there is one is what the log says, whatever became of its rows.
    guard let (_, key) = session.key(of: room, in: replay.rooms), let state = replay.clear,
      state.sheets[session.person]?.state == .started
    else { throw StoreFault.notReadable }
    self.key = key
    let all = [.head] + cycle.edition(of: state.year).items.map { DraftSlot.item($0.id) }
    slots = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
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
    let stored = try all()
    var isWhole = isWhole
    var readable: [(String, Data)] = []
    for name in slots.keys {
      let sealed = stored[name]
      if sealed.map({ Digest.sha256($0) }) != index.digests[name] { isWhole = false }
      // A slot that cannot be read counts as empty: the rest of the work is still there.
      if let plain = sealed.flatMap({ try? open(name, $0) }) {
        readable.append((name, plain))
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

  /// The slots that have a row, by name.
  private func all() throws -> [String: Data] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT slot, sealed FROM draft WHERE dossier = ? AND person = ?"),
      arguments: [dossier, person])
    let pairs = try rows.map { row -> (String, Data) in
      (try row.value("slot"), try row.value("sealed"))
    }
    return Dictionary(pairs.filter { slots[$0.0] != nil }, uniquingKeysWith: { first, _ in first })
  }

  private func sealed(_ slot: String) throws -> Data? {
    try Data.fetchOne(
      db.cachedStatement(
        sql: "SELECT sealed FROM draft WHERE dossier = ? AND person = ? AND slot = ?"),
      arguments: [dossier, person, slot])
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
  mutating func begin(with sheet: Sheet) throws {
    for slot in slots.values { try put(slot, of: sheet) }
    isWhole = true
    try setProgress(sheet.marked)
  }

  /// Writes over slots that are what the person saw.
  ///
  /// - Throws: `DraftConflict`; `StoreFault.notReadable` where the sheet has no such slot.
  mutating func replace(_ slots: Set<DraftSlot>, of sheet: Sheet, over base: Sheet) throws {
    var marked = try progress() ?? copy(known: nil).sheet.marked
    var others: [DraftSlot] = []
    guard slots.allSatisfy({ self.slots[$0.name] != nil }) else { throw StoreFault.notReadable }
    for slot in slots.sorted(by: { $0.name < $1.name }) {
      // A slot that is gone or cannot be read is written over: it counted as nothing.
      let before = try sealed(slot.name).flatMap { try? open(slot.name, $0) }
        .flatMap { try? Self.sheet([(slot.name, $0)]) }
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

  /// Counts the change on and writes the index; without one, slots are taken as they are, empty
  /// where they are gone.
  ///
  /// - Returns: How far the draft has come.
  mutating func finish() throws -> DraftMark {
    if !isWhole {
      let stored = try all()
      for (name, slot) in slots {
        if let sealed = stored[name] {
          index.digests[name] = Digest.sha256(sealed)
        } else {
          try put(slot, of: Sheet())
        }
      }
    }
    let last = index.counters[device] ?? 0
    index.counters[device] = last < EntryCheck.highest ? last + 1 : last
    _ = try write(Self.indexSlot, Self.json(index))
    return index.mark
  }

  /// Takes the draft away: it was handed in.
  func clear() throws {
    try db.execute(
      sql: "DELETE FROM draft WHERE dossier = ? AND person = ? AND slot <> ?",
      arguments: [dossier, person, ReadingRow.slot])
    try db.execute(
      sql: "DELETE FROM progress WHERE dossier = ? AND person = ?", arguments: [dossier, person])
  }

  private func write(_ slot: String, _ plain: Data) throws -> Data {
    let sealed = try key.seal(plain, context: context(slot), padding: .draft)
    try db.cachedStatement(
      sql: """
        INSERT INTO draft VALUES (?, ?, ?, ?)
        ON CONFLICT (dossier, person, slot) DO UPDATE SET sealed = excluded.sealed
        """
    ).execute(arguments: [dossier, person, slot, sealed])
    return sealed
  }

  private func progress() throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT marked FROM progress WHERE dossier = ? AND person = ?"),
      arguments: [dossier, person])
  }

  private func setProgress(_ marked: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO progress VALUES (?, ?, ?)
        ON CONFLICT (dossier, person) DO UPDATE SET marked = excluded.marked
        """
    ).execute(arguments: [dossier, person, marked])
  }

  private func context(_ slot: String) -> Data { Data("draft/\(dossier)/\(person)/\(slot)".utf8) }

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
