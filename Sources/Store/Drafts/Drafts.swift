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

extension DraftSlot {
  /// The slots that a sheet has, by name.
  static func names(of edition: Edition) -> [String: DraftSlot] {
    let all = [.head] + edition.items.map { DraftSlot.item($0.id) }
    return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  }
}

/// What stands beside a draft's slots: what the same person wrote apart on other copies, each a sheet
/// with nothing but that slot.
public typealias OtherSides = [DraftSlot: [Sheet]]

extension OtherSides {
  /// The slots that stand twice, in the order of the sheet.
  public var slots: [DraftSlot] {
    let items = keys.compactMap { slot in
      if case .item(let id) = slot { id } else { nil }
    }
    return (self[.head] == nil ? [] : [.head]) + items.sorted().map(DraftSlot.item)
  }
}

/// An unfinished sheet as it is stored.
public struct DraftCopy: Sendable, Hashable {
  public var sheet: Sheet
  /// What stands beside it, where a slot was changed on two copies apart from each other.
  public var others: OtherSides
  /// Whether it is another than this person's program left: turned back to an earlier state, or
  /// slots of it exchanged. It can be worked on; what is missing has to be written again.
  public var isTurnedBack: Bool
  /// Whether the review was started on another copy and nothing of it has come here since.
  public var isElsewhere = false

  /// A draft as it was read.
  public init(sheet: Sheet, others: OtherSides = [:], isTurnedBack: Bool = false) {
    (self.sheet, self.others, self.isTurnedBack) = (sheet, others, isTurnedBack)
  }
}

/// A draft was changed elsewhere since it was read: nothing was written over.
public struct DraftConflict: Error, Sendable, Hashable {
  /// The slots that are others now, in the order of the sheet.
  public var slots: [DraftSlot]
  /// What is stored now, and what stands beside it.
  public var stored: Sheet
  public var others: OtherSides = [:]
}

/// A draft that stands twice somewhere cannot be handed in.
public struct DraftStandsTwice: Error, Sendable, Hashable {
  /// The slots of which one has to be chosen, in the order of the sheet.
  public var slots: [DraftSlot]
}

extension Sheet {
  /// What stands in a slot, for comparing.
  func isEqual(_ other: Sheet, in slot: DraftSlot) -> Bool {
    switch slot {
    case .head: head == other.head
    case .item(let id): (items[id] ?? ItemReview()) == (other.items[id] ?? ItemReview())
    }
  }
}

extension Store {
  /// Starts, or starts again, this person's independent review of a case (R3).
  ///
  /// All slots of the draft are made at once, so that their number tells nothing. After a
  /// withdrawal the draft begins with what was withdrawn; what this copy had apart from that stands
  /// beside it.
  public func startReview(of id: CaseID, by session: Session) throws {
    let mark = try write(by: session) { transaction in
      try transaction.perform(.dossier(id, .startReview))
      var draft = try transaction.draft(of: id)
      try draft.begin()
      return try draft.finish()
    }
    remember(mark, of: id, by: session)
  }

  /// This person's unfinished sheet.
  ///
  /// - Throws: `StoreFault.notReadable` where none was started.
  public func draft(of id: CaseID, by session: Session) throws -> DraftCopy {
    let (replay, cycle) = (try replayed(id, by: session), try cycle())
    let (copy, mark) = try read { db in
      let draft = try Draft(db, id, session, replay, cycle: cycle)
      return (try draft.copy(), draft.mark)
    }
    remember(mark, of: id, by: session)
    return copy
  }

  /// Stores slots of this person's draft, in place, and the progress figure that others see.
  ///
  /// - Parameters:
  ///   - slots: What is to be stored.
  ///   - sheet: The sheet as it stands.
  ///   - others: What stands beside the slots from now on: nothing where one side was chosen; nil
  ///     leaves it as it is.
  ///   - base: The sheet as it was read or stored last: what is written over must be that.
  ///   - besides: What stood beside it then.
  /// - Throws: `DraftConflict` where another window has changed a slot meanwhile, nothing is
  ///   written then; `StoreFault.notReadable` where no review is under way.
  public func save(
    _ slots: Set<DraftSlot>, of sheet: Sheet, others: OtherSides? = nil, over base: Sheet,
    besides: OtherSides = [:], in id: CaseID, by session: Session
  ) throws {
    let (replay, cycle) = (try replayed(id, by: session), try cycle())
    let mark = try overwrite(by: session) { db in
      var draft = try Draft(db, id, session, replay, cycle: cycle)
      try draft.replace(slots, of: sheet, others, over: base, besides)
      return try draft.finish()
    }
    remember(mark, of: id, by: session)
  }

  /// Seals this person's draft as handed in, and clears the draft, in one transaction (R3, R4); how far
  /// they have read stays.
  ///
  /// - Parameter confirmed: The sheet that the person saw and confirmed: that one is sealed, or none.
  /// - Throws: `DraftConflict` where another stands in the store, `DraftStandsTwice`, `Refusal`.
  public func handIn(_ confirmed: Sheet, in id: CaseID, by session: Session) throws {
    try write(by: session) { transaction in
      var draft = try transaction.draft(of: id)
      try draft.require(confirmed)
      try transaction.perform(.dossier(id, .handIn(confirmed)))
      try draft.clear()
    }
    remember(nil, of: id, by: session)
  }

  /// How many items each reviewer who is at work has marked: the figure that others see.
  public func progress(of id: CaseID) throws -> [PersonID: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT person, marked FROM progress WHERE dossier = ?", arguments: [id.rawValue])
      return Dictionary(
        try rows.map { (PersonID(try $0.value("person")), try $0.value("marked")) },
        uniquingKeysWith: { a, _ in a })
    }
  }

  /// Remembers how far a draft has come, in this program and outside the store.
  func remember(_ mark: DraftMark?, of id: CaseID, by session: Session) {
    let room = RoomID.draft(id, session.person).rawValue
    guard session.drafts[room] != mark else { return }
    session.drafts[room] = mark
    keepState(of: session)
  }
}

extension Transaction {
  /// The acting person's draft, as the transaction finds it.
  fileprivate mutating func draft(of id: CaseID) throws -> Draft {
    try Draft(db, id, session, dossier(id), cycle: cycle.value)
  }
}
