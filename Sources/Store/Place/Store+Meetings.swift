import Foundation
import GRDB
import Procedure
import Vault

/// Something that was done apart on copies and asks for somebody: acts that met on one record, or one
/// that is held.
public struct ApartRow: Sendable, Hashable {
  /// An act, by its entry.
  public struct Act: Sendable, Hashable {
    /// The entry's id, lower-case hexadecimal, 64 digits.
    public var id: String
    public var kind: String
    public var author: PersonID
    public var time: Moment
    /// The copy that it was made on.
    public var device: String
  }

  /// What became of it.
  public enum What: Sendable, Hashable {
    /// Nobody has settled it: the narrower of the acts is in force.
    case met(Matter)
    /// Held by the last of the acts until somebody accepts it.
    case held
  }

  /// The case; nil for the cycle.
  public var dossier: CaseID?
  public var what: What
  /// The acts that met; of what is held the act itself and the one that holds it.
  public var acts: [Act]
}

extension Store {
  /// What was done apart and asks for somebody, in the cycle and in the cases that a person's lists
  /// show.
  ///
  /// - Parameter session: Whose keys open what met in sealed acts.
  public func apart(by session: Session) throws -> [ApartRow] {
    let cycle = try cycle()
    session.learnGroups(cycleCache.keys)
    let (condition, arguments) = Self.seen(by: session.person, cycle: cycle)
    let ids = try read { db in
      try String.fetchAll(
        db, sql: "SELECT id FROM dossier WHERE woven = 1 AND \(condition) ORDER BY id",
        arguments: arguments)
    }
    var rows = try rows(nil, cycle.clashes, cycleCache.faults)
    for id in ids.map(CaseID.init(_:)) {
      let replay = try replayed(id, by: session)
      guard let state = replay.state else { continue }
      rows += try self.rows(id, state.clashes + state.sealedClashes, replay.faults)
    }
    return rows
  }

  private func rows(
    _ dossier: CaseID?, _ clashes: [Clash], _ faults: [Int: VoidEntry]
  ) throws -> [ApartRow] {
    let held = faults.sorted { $0.key < $1.key }.compactMap { _, void -> (EntryName, EntryName)? in
      guard case .held(let by) = void.fault, let name = void.name else { return nil }
      return (name, by)
    }
    return try read { db in
      try clashes.map { clash in
        ApartRow(
          dossier: dossier, what: .met(clash.record),
          acts: try clash.entries.compactMap { try Self.act($0, db) })
      }
        + held.map { name, by in
          ApartRow(
            dossier: dossier, what: .held, acts: try [name, by].compactMap { try Self.act($0, db) })
        }
    }
  }

  private static func act(_ name: EntryName, _ db: Database) throws -> ApartRow.Act? {
    guard let id = Hex.decode(name.rawValue),
      let row = try Row.fetchOne(
        db, sql: "SELECT \(LogTable.columns) FROM entry WHERE id = ?", arguments: [id]),
      let stored = try? LogTable.read(row, store: Meta.text(db, .store)).get()
    else { return nil }
    return ApartRow.Act(
      id: name.rawValue, kind: stored.entry.kind, author: stored.entry.author,
      time: stored.entry.time, device: stored.entry.device)
  }
}
