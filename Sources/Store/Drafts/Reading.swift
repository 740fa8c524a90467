import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// A passage of a case's material.
public struct Passage: Codable, Sendable, Hashable {
  public var kind: DocumentKind
  /// The item under which it is read; none where the whole document is.
  public var item: ItemID?
  /// The piece of evidence that it stands in.
  public var document: DocumentID?
  /// How it is cited.
  public var words: String

  /// A passage.
  public init(kind: DocumentKind, item: ItemID?, document: DocumentID? = nil, words: String) {
    (self.kind, self.item, self.document, self.words) = (kind, item, document, words)
  }
}

/// How far a person has read in a case's material, and where they put bookmarks.
public struct Reading: Codable, Sendable, Hashable {
  /// Where they read last.
  public private(set) var until: Passage?
  /// The passages with a bookmark, in the order in which they were set.
  public private(set) var bookmarks: [Passage] = []

  /// Nothing was read.
  public init() {}

  init(until: Passage?, bookmarks: [Passage]) { (self.until, self.bookmarks) = (until, bookmarks) }

  /// Sets a bookmark, or takes it away.
  ///
  /// - Returns: False where no more go into the row that holds them.
  public mutating func toggle(_ passage: Passage) -> Bool {
    if let place = bookmarks.firstIndex(of: passage) {
      bookmarks.remove(at: place)
      return true
    }
    var more = self
    more.bookmarks.append(passage)
    guard more.fits else { return false }
    self = more
    return true
  }

  /// Notes where one has read; a place that the row cannot hold beside the bookmarks is not noted.
  public mutating func read(until passage: Passage) {
    var next = self
    next.until = passage
    if next.fits { self = next }
  }

  /// What was changed here over a state that was read, on another that came in its place meanwhile.
  func changes(over base: Reading, on stored: Reading) -> Reading {
    guard stored != base else { return self }
    var next = stored
    next.bookmarks.removeAll { base.bookmarks.contains($0) && !bookmarks.contains($0) }
    for passage in bookmarks
    where !base.bookmarks.contains(passage) && !next.bookmarks.contains(passage) {
      _ = next.toggle(passage)
    }
    if let until, until != base.until { next.read(until: until) }
    return next
  }

  /// Whether the row holds it, with what tells copies which of two is the later.
  var fits: Bool {
    let room = ReadingState.writersRoom + ReadingState.dotRoom * (bookmarks.count + 1)
    return (try? Draft.json(self).count + room <= Padding.longestReading) ?? false
  }
}

/// The row of one person's reading in one case: sealed with the draft's key, always of one size, made
/// with the draft and kept when the sheet is handed in.
struct ReadingRow {
  /// Its slot among those of the draft.
  static let slot = "reading"

  private let db: Database
  private let dossier: String
  private let person: String
  private let keys: DraftKeys
  private let device: String

  /// - Throws: `StoreFault.notReadable` where this person has started no review.
  init(_ db: Database, _ id: CaseID, _ session: Session, _ replay: DossierReplay) throws {
    guard let keys = DraftKeys(of: id, session, replay),
      replay.clear?.sheets[session.person] != nil
    else { throw StoreFault.notReadable }
    (self.db, dossier, person) = (db, id.rawValue, session.person.rawValue)
    self.keys = keys
    device = try Meta.text(db, .device)
  }

  /// The row that belongs to a draft.
  init(of draft: Draft) {
    (db, dossier, person) = (draft.db, draft.dossier, draft.person)
    (keys, device) = (draft.keys, draft.device)
  }

  /// What stands in it; nil where it is missing or does not open.
  func read() throws -> Reading? { try state()?.reading }

  /// What stands in it, with what tells which of two is the later.
  func state() throws -> ReadingState? {
    let sealed = try Data.fetchOne(
      db.cachedStatement(
        sql: "SELECT sealed FROM draft WHERE dossier = ? AND person = ? AND slot = ?"),
      arguments: [dossier, person, Self.slot])
    return sealed.flatMap { keys.open($0, context: context) }
      .flatMap { try? JSONDecoder().decode(ReadingState.self, from: $0) }
  }

  /// Writes over it what the person changed.
  func write(_ reading: Reading) throws {
    var state = try state() ?? ReadingState()
    state.change(to: reading, on: device)
    try put(state)
  }

  /// Writes over it.
  func put(_ state: ReadingState) throws {
    let sealed = try keys.last.seal(Draft.json(state), context: context, padding: .reading)
    try db.cachedStatement(
      sql: """
        INSERT INTO draft VALUES (?, ?, ?, ?)
        ON CONFLICT (dossier, person, slot) DO UPDATE SET sealed = excluded.sealed
        """
    ).execute(arguments: [dossier, person, Self.slot, sealed])
  }

  private var context: Data { Data("draft/\(dossier)/\(person)/\(Self.slot)".utf8) }
}

extension Store {
  /// How far this person has read in a case; nothing where the row is gone or damaged.
  ///
  /// - Throws: `StoreFault.notReadable` where this person has started no review.
  public func reading(of id: CaseID, by session: Session) throws -> Reading {
    let replay = try replayed(id, by: session)
    let reading = try read { try ReadingRow($0, id, session, replay).read() } ?? Reading()
    session.readings[RoomID.draft(id, session.person).rawValue] = reading
    return reading
  }

  /// Writes how far this person has read in a case, in place: what they changed since it was read here,
  /// over what came of it meanwhile.
  ///
  /// - Throws: `StoreFault.notReadable` where this person has started no review; `.busy`, `.readOnly`.
  public func keep(_ reading: Reading, in id: CaseID, by session: Session) throws {
    let replay = try replayed(id, by: session)
    let room = RoomID.draft(id, session.person).rawValue
    try overwrite(by: session) { db in
      let row = try ReadingRow(db, id, session, replay)
      let (stored, base) = (try row.read() ?? Reading(), session.readings[room])
      try row.write(base.map { reading.changes(over: $0, on: stored) } ?? reading)
    }
    session.readings[room] = reading
  }
}
