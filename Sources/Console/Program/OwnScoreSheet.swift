import Criteria
import Foundation
import Procedure
import Reports
import Store
import Vault

/// One's own review that is under way, as a score sheet for those without the program: out, and back
/// in.
///
/// The sheet is readable by whoever carries it. It is written once, where its reviewer says, and the
/// program keeps no other.
public struct OwnScoreSheet {
  /// Why there is none.
  public enum Fault: Error, Sendable, Hashable {
    /// No review of this person's is under way: not begun, or handed in.
    case notUnderWay
    /// The file cannot be read.
    case unreadable(String)
    /// The file is larger than any score sheet.
    case tooLarge(String)
  }

  private let store: Store
  private let session: Session
  private let id: CaseID
  private let dossier: CaseState
  /// The form of the sheet, which is of this reviewer and this case alone.
  public let form: ScoreSheet
  /// The draft as it is stored.
  public let draft: Sheet

  /// More bytes than any filled sheet has.
  private static let limit = 4 << 20

  /// The review of the person of the session.
  ///
  /// - Throws: `Fault.notUnderWay`.
  public init(of id: CaseID, in store: Store, by session: Session) throws {
    _ = try store.queueRow(id, by: session)
    let (dossier, cycle) = (try store.dossier(id, by: session), try store.cycle())
    // Handed in or withdrawn there is no draft, whatever its rows say.
    guard dossier.sheets[session.person]?.state == .started else { throw Fault.notUnderWay }
    draft = try store.draft(of: id, by: session).sheet
    (self.store, self.session, self.id, self.dossier) = (store, session, id, dossier)
    // Chance is not needed: it keeps sheets apart, and says nothing of what stands in them.
    let tie = "\(try store.title().name)/\(id)/\(dossier.registeredAt)/\(session.person)"
    form = ScoreSheet(
      edition: cycle.edition(of: dossier.year), number: id.rawValue,
      organisation: dossier.application.name,
      reviewer: cycle.people[session.person]?.name ?? session.person.rawValue,
      code: String(Hex.encode(Digest.sha256(Data(tie.utf8))).prefix(24)))
  }

  /// Writes the sheet, filled with what the draft says, and says where and to whom it is readable.
  public func write(to typed: String, in folders: Folders) throws -> Phrase {
    try write(to: typed, replaces: false, in: folders)
  }

  func write(to typed: String, replaces: Bool, in folders: Folders) throws -> Phrase {
    let name = typed.lowercased().hasSuffix(".xlsx") ? typed : typed + ".xlsx"
    let created = Date(timeIntervalSince1970: Double(store.clock.now().seconds))
    try folders.write(
      try form.xlsx(filledWith: draft, created: created), to: name, replaces: replaces)
    let path = try folders.shown(name)
    return .sheetWritten(path) + folders.fetching([path])
  }

  /// Reads a sheet that came back; nothing of it is taken yet.
  ///
  /// - Throws: `ScoreSheetFaults`, each with its cell; `Fault.unreadable`, `.tooLarge`.
  public func read(_ typed: String, in folders: Folders) throws -> ScoreSheetReading {
    try form.read(try folders.bytes(typed, limit: Self.limit))
  }

  /// Stores what a sheet says in the draft, all of it or nothing.
  ///
  /// - Throws: `DraftConflict` where the draft was changed elsewhere meanwhile.
  public func take(_ taking: ScoreSheetTaking) throws {
    let slots = DraftSlot.all(of: form.edition).filter { slot in
      switch slot {
      case .head: taking.sheet.head != draft.head
      case .item(let id): taking.sheet.items[id] != draft.items[id]
      }
    }
    guard !slots.isEmpty else { return }
    try store.save(Set(slots), of: taking.sheet, over: draft, in: id, by: session)
  }
}

extension DraftSlot {
  /// Every place of a sheet.
  static func all(of edition: Edition) -> [DraftSlot] {
    [.head] + edition.items.map { .item($0.id) }
  }
}
