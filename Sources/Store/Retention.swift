import Foundation
import GRDB
import Procedure
import Vault

/// Carries out here what the log says: where the years of keeping are over drafts are deleted, and of
/// what is not on the list every sealed body and every attachment.
///
/// Headers, signatures and clear bodies stay, and of each body its digest: every id can still be told
/// to be the one that was signed. Bytes are written over with zeros (`secure_delete`).
struct Retention {
  let db: Database
  /// The day by this copy's own clock: what an author claims for a later one is not done yet.
  let today: Day

  /// Deletes what of a case need be kept no longer.
  ///
  /// - Returns: The sealed files that nothing here speaks of any more, to be removed after the commit.
  func carryOut(_ id: CaseID, destroyed: Day?, keepsContents: Bool) throws -> [String] {
    guard let destroyed, destroyed <= today else { return [] }
    for table in ["draft", "progress"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE dossier = ?", arguments: [id.rawValue])
    }
    return keepsContents ? [] : try giveUpBodies(of: .dossier(id))
  }

  /// Deletes what of a case need be kept no longer, by its state.
  func carryOut(_ dossier: CaseState?) throws -> [String] {
    guard let dossier else { return [] }
    return try carryOut(
      dossier.id, destroyed: dossier.destroyed, keepsContents: !dossier.isEmptied)
  }

  /// Deletes what of all cases need be kept no longer and still is here.
  func carryOutAll() throws -> [String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, destroyed, tier FROM dossier WHERE destroyed IS NOT NULL ORDER BY id")
    return try rows.flatMap { row in
      let day = Day(try row.value("destroyed", as: String.self))
      let tier = try row.value("tier", as: Int?.self)
      return try carryOut(
        CaseID(try row.value("id")), destroyed: day, keepsContents: tier != nil)
    }
  }

  private func giveUpBodies(of stream: Stream) throws -> [String] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT position, files, body FROM entry
          WHERE stream = ? AND room IS NOT NULL AND given_up IS NULL
          """), arguments: [stream.rawValue])
    var files: [String] = []
    for row in rows {
      let body: Data = try row.value("body")
      try db.cachedStatement(sql: "UPDATE entry SET body = x'', given_up = ? WHERE position = ?")
        .execute(arguments: [Digest.sha256(body), try row.value("position", as: Int.self)])
      files += FileReference.all(in: try row.value("files")).map(\.name)
    }
    return files
  }
}

extension LogTable {
  /// What is here of an entry.
  enum Presence {
    case absent
    case whole
    /// Without its body.
    case givenUp
  }

  static func presence(_ db: Database, _ id: Data) throws -> Presence {
    let isGivenUp = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT given_up IS NOT NULL FROM entry WHERE id = ?"),
      arguments: [id])
    return isGivenUp.map { $0 ? .givenUp : .whole } ?? .absent
  }

  /// Whether the contents of a case were destroyed as the log says.
  static func isEmptied(_ db: Database, _ stream: Stream) throws -> Bool {
    guard let id = stream.dossier else { return false }
    return try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT destroyed IS NOT NULL AND tier IS NULL FROM dossier WHERE id = ?"),
      arguments: [id.rawValue]) ?? false
  }

  /// Puts the body of an entry back that somebody took away, where nothing says that it was to go.
  static func restore(_ db: Database, _ entry: Entry, id: Data) throws {
    try db.cachedStatement(
      sql: "UPDATE entry SET body = ?, given_up = NULL WHERE id = ? AND given_up IS NOT NULL"
    ).execute(arguments: [entry.body, id])
  }
}
