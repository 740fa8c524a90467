import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// The slots of one person's draft in one case, with an index that tells whether they are as they
/// were left.
struct Draft {
  let db: Database
  let dossier: String
  let person: String
  let keys: DraftKeys
  let device: String
  /// The slots that the sheet has, by name.
  let slots: [String: DraftSlot]
  /// The revision that had been handed in when the review was started, as the log has it.
  let start: Int
  /// The sheet that the review began with: the one that was withdrawn, or nothing.
  let base: Sheet
  /// Whether the review is under way.
  let isUnderWay: Bool
  /// How far this person's programs saw it come.
  let known: DraftMark?
  var index: Index
  /// Whether there is an index that can be read, where there should be one.
  var isWhole = true
  /// Whether nothing of it is on this copy.
  let isBlank: Bool

  /// What the index slot holds.
  struct Index: Codable {
    /// The revision that had been handed in when the review was started to which the rows belong.
    var start: Int
    /// A counter for each device that wrote the draft: the changes that it knows of.
    var counters: DraftCounters = [:]
    /// The changes that were known when a sheet was handed in.
    var sealed: DraftCounters = [:]
    /// The digests of all slots as they lie sealed.
    var digests: [String: Data] = [:]

    func mark(on device: String) -> DraftMark {
      let names = digests.keys.sorted()
      return DraftMark(
        counters: counters, digest: Digest.sha256(.draft, names.compactMap { digests[$0] }),
        device: device)
    }
  }

  /// The slot of the index.
  static let indexSlot = "index"

  /// The room that the draft is sealed to.
  let room: String

  /// How far the draft has come.
  var mark: DraftMark { index.mark(on: device) }

  /// Whether the rows are those of the present start; others count as nothing, but for what of them was
  /// never in a sheet that was handed in (``DraftState/now(_:from:sealed:_:)``).
  var isCurrent: Bool { index.start >= start }

  /// - Parameter anyState: Whether also one is taken whose review is not under way.
  /// - Throws: `StoreFault.notReadable` where this person has no review under way.
  init(
    _ db: Database, _ id: CaseID, _ session: Session, _ replay: DossierReplay, cycle: CycleState,
    anyState: Bool = false
  ) throws {
    self.db = db
    dossier = id.rawValue
    person = session.person.rawValue
    room = RoomID.draft(id, session.person).rawValue
    // That there is one is what the log says, whatever became of its rows.
    guard let keys = DraftKeys(of: id, session, replay), let state = replay.clear,
      let record = state.sheets[session.person], anyState || record.state == .started
    else { throw StoreFault.notReadable }
    self.keys = keys
    (start, isUnderWay) = (record.revision, record.state == .started)
    base = replay.state?.contents[session.person]?[record.revision] ?? Sheet()
    known = session.drafts[room]
    slots = DraftSlot.names(of: cycle.edition(of: state.year))
    device = try Meta.text(db, .device)
    let names = try Set(
      String.fetchAll(
        db.cachedStatement(sql: "SELECT slot FROM draft WHERE dossier = ? AND person = ?"),
        arguments: [dossier, person]))
    isBlank = names.isSubset(of: [ReadingRow.slot])
    index = Index(start: start)
    if isBlank {
      // Started elsewhere it has no rows here until something of it comes or is written.
      isWhole = try !Self.isStarted(db, id, session.person, on: device)
      if isWhole { index.start = -1 }
    } else if let found = try indexRow() {
      index = found
    } else {
      // What the rows themselves tell of its changes: what is written next is told from them.
      isWhole = false
      for (name, row) in try all() {
        for dot in (states(name, row) ?? []).compactMap(\.dot) {
          index.counters[dot.device] = max(index.counters[dot.device] ?? 0, dot.number)
        }
      }
    }
  }

  private static func isStarted(
    _ db: Database, _ id: CaseID, _ person: PersonID, on device: String
  ) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM entry WHERE stream = ? AND author = ? AND kind = ? AND device = ?)
        """,
      arguments: [
        Stream.dossier(id).rawValue, person.rawValue, EventKind.reviewStarted.rawValue, device,
      ]) == true
  }

  // MARK: Reading

  /// The draft as the present start has it, in full.
  func now() throws -> DraftState {
    try asItLies().now(start, from: base, sealed: index.sealed, slots)
  }

  /// The draft as its rows are; what cannot be read is left out.
  func asItLies() throws -> DraftState {
    let readable = try all().compactMap { name, row in states(name, row).map { (name, $0) } }
    return DraftState(
      start: index.start, seen: index.counters, sealed: index.sealed,
      slots: Dictionary(uniqueKeysWithValues: readable))
  }

  /// The sheet, what stands beside it, and whether it is what was left.
  func copy() throws -> DraftCopy {
    let stored = try all()
    let isAsLeft = slots.keys.allSatisfy { name in
      stored[name].map { Digest.sha256($0) } == index.digests[name]
    }
    let state = try now()
    var copy = DraftCopy(sheet: Sheet())
    for (name, slot) in slots {
      // A slot that cannot be read counts as empty: the rest of the work is still there.
      guard let states = state.slots[name], let first = states.first else { continue }
      first.put(into: slot, of: &copy.sheet)
      copy.others[slot] = states.count > 1 ? states.dropFirst().map { $0.sheet(slot) } : nil
    }
    let isDamaged = !isWhole || isCurrent && (!isAsLeft || state.slots.count < slots.count)
    copy.isTurnedBack = isDamaged || known.map(mark.isBehind) == true
    copy.isElsewhere = !isCurrent
    return copy
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

  func sealed(_ slot: String) throws -> Data? {
    try Data.fetchOne(
      db.cachedStatement(
        sql: "SELECT sealed FROM draft WHERE dossier = ? AND person = ? AND slot = ?"),
      arguments: [dossier, person, slot])
  }

  private func indexRow() throws -> Index? {
    try sealed(Self.indexSlot).flatMap { keys.open($0, context: context(Self.indexSlot)) }
      .flatMap { try? JSONDecoder().decode(Index.self, from: $0) }
  }

  /// What stands in a slot; nil where it has no row, or one that cannot be read.
  func states(_ name: String) throws -> [SlotState]? {
    try sealed(name).flatMap { states(name, $0) }
  }

  private func states(_ name: String, _ sealed: Data) -> [SlotState]? {
    guard let slot = slots[name], let plain = keys.open(sealed, context: context(name)),
      let states = try? JSONDecoder().decode([SlotState].self, from: plain), !states.isEmpty,
      states.allSatisfy({ $0.fits(slot) })
    else { return nil }
    return states
  }

  /// The draft must be what the person saw, and stand once.
  ///
  /// - Throws: `DraftConflict`, `DraftStandsTwice`.
  func require(_ sheet: Sheet) throws {
    let stored = try copy()
    let slots =
      [.head] + Set(sheet.items.keys).union(stored.sheet.items.keys).sorted().map(DraftSlot.item)
    let others = slots.filter { !sheet.isEqual(stored.sheet, in: $0) }
    if !others.isEmpty {
      throw DraftConflict(slots: others, stored: stored.sheet, others: stored.others)
    }
    if !stored.others.isEmpty { throw DraftStandsTwice(slots: stored.others.slots) }
  }

  func context(_ slot: String) -> Data { Data("draft/\(dossier)/\(person)/\(slot)".utf8) }

  static func json(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}

extension DraftMark {
  /// Whether a draft that stands here is behind what was seen: a lower counter of any device, or
  /// the same counters with another content on the same copy.
  func isBehind(_ seen: DraftMark) -> Bool {
    if lacksChanges(of: seen) { return true }
    return counters == seen.counters && device == seen.device && digest != seen.digest
  }

  /// Whether a counter of any device is lower.
  func lacksChanges(of seen: DraftMark) -> Bool {
    seen.counters.contains { (counters[$0.key] ?? 0) < $0.value }
  }
}
