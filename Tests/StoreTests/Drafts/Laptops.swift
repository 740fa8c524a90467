import Criteria
import Foundation
import Procedure
import Testing
import Vault

@testable import Store

/// One person's laptops, each with a copy of the store, and sticks between them.
final class Laptops {
  static let id: CaseID = "HZ26-0002"
  static let person: PersonID = "p13"
  let copies: CopyWorld
  private(set) var all: [Laptop] = []

  /// - Parameters:
  ///   - count: How many laptops.
  ///   - startsApart: Whether the review is started on each of them before they meet, and not once
  ///     before they were made.
  init(_ count: Int, startsApart: Bool = false) throws {
    copies = CopyWorld(try Self.designated.get().copy())
    let world = copies.world
    if !startsApart { try world.store.startReview(of: Self.id, by: world[Self.person]) }
    all = [Laptop(world.store, world[Self.person])]
    for _ in 1..<count {
      let copy = try copies.copy()
      all.append(Laptop(copy.store, copy[Self.person], keeping: copy))
    }
    if startsApart { for laptop in all { try laptop.start() } }
  }

  private static let designated = Result {
    try KeptWorld { world in
      try world.register(id)
      try world.toReview(id)
      try world.designate(id, SharedStore.reviewers)
    }
  }

  subscript(_ place: Int) -> Laptop { all[place] }

  /// Two laptops meet: each has afterwards what the other had.
  func meet(_ one: Int, _ other: Int) throws {
    let stick = try copies.folder()
    for place in [one, other, one] { try all[place].exchange(stick) }
    copies.world.time.advance(seconds: 60)
  }

  /// A review of an item.
  static func review(_ mark: Int, _ text: String = "有据可查") -> ItemReview {
    ItemReview(mark: .percentage(Percentage(mark)!), comments: [Comment(.strength, text)])
  }

  static let items = Edition.shipped.items.map(\.id)
}

/// One of them.
final class Laptop {
  let store: Store
  let session: Session
  private let copy: OtherCopy?
  private var id: CaseID { Laptops.id }

  init(_ store: Store, _ session: Session, keeping copy: OtherCopy? = nil) {
    (self.store, self.session, self.copy) = (store, session, copy)
  }

  func start() throws { try store.startReview(of: id, by: session) }

  @discardableResult
  func exchange(_ stick: URL) throws -> ExchangeReport {
    try store.exchange(with: stick, by: session)
  }

  var draft: DraftCopy { get throws { try store.draft(of: id, by: session) } }

  func write(_ item: ItemID, _ review: ItemReview) throws {
    try change(.item(item)) { $0.items[item] = review }
  }

  func change(_ slot: DraftSlot, _ body: (inout Sheet) -> Void) throws {
    let base = try draft.sheet
    var sheet = base
    body(&sheet)
    try store.save([slot], of: sheet, over: base, in: id, by: session)
  }

  /// Chooses what stands in an item.
  func choose(_ item: ItemID, _ review: ItemReview) throws {
    let base = try draft
    var sheet = base.sheet
    sheet.items[item] = review
    var others = base.others
    others[.item(item)] = nil
    try store.save(
      [.item(item)], of: sheet, others: others, over: base.sheet, besides: base.others, in: id,
      by: session)
  }

  /// Writes every slot, so that the sheet can be handed in.
  func fill(_ sheet: Sheet = StoreWorld.sheet()) throws {
    try store.save(
      Set(sheet.items.keys.map(DraftSlot.item) + [.head]), of: sheet, in: id, by: session)
  }

  func handIn() throws { try store.handIn(draft.sheet, in: id, by: session) }

  func withdraw() throws {
    try store.perform(.withdraw(reason: "补充"), in: id, by: session)
  }

  /// What stands in an item: what the sheet shows, then what stands beside it.
  func states(_ item: ItemID) throws -> [ItemReview] { Self.states(item, try draft) }

  /// What stands in an item of a draft.
  static func states(_ item: ItemID, _ draft: DraftCopy) -> [ItemReview] {
    let sheets = [draft.sheet] + (draft.others[.item(item)] ?? [])
    return sheets.map { $0.items[item] ?? ItemReview() }
  }

  /// The slots that have a row.
  var rows: Set<String> {
    get throws {
      try store.read { db in
        try Set(
          String.fetchAll(
            db, sql: "SELECT slot FROM draft WHERE dossier = ? AND person = ?",
            arguments: [id.rawValue, session.person.rawValue]))
      }
    }
  }

  /// Nothing is wrong, as nobody and as the person see it.
  func check() throws {
    #expect(try store.check().findings == [])
    #expect(try store.check(by: session).findings == [])
  }
}
