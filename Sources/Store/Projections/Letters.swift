import Foundation
import GRDB
import Procedure

/// A letter as the list of letters shows it: one that is due, or one that went out.
public struct LetterRow: Sendable, Hashable {
  public var dossier: CaseID
  public var name: String
  public var kind: LetterKind
  /// What went out; nil where it is due.
  public var record: LetterRecord?

  /// A letter of a case.
  public init(dossier: CaseID, name: String, kind: LetterKind, record: LetterRecord? = nil) {
    (self.dossier, self.name, self.kind, self.record) = (dossier, name, kind, record)
  }
}

extension Store {
  /// A window of the letters of all years (Q3, R9, P3, C4): those that are due, then the latest.
  ///
  /// - Parameters:
  ///   - offset: Rows passed over.
  ///   - limit: Rows at most.
  /// - Returns: The rows, how many there are in all, and how many of them are due.
  public func letters(
    offset: Int = 0, limit: Int, by session: Session
  ) throws -> (rows: [LetterRow], total: Int, due: Int) {
    let cycle = try cycle()
    return try read { db in
      let (seen, arguments) = Self.ofSeenCases(cycle, session)
      func count(isSent: Int) throws -> Int {
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM letter WHERE (sent IS NOT NULL) = ?\(seen)",
          arguments: [isSent] + arguments) ?? 0
      }
      let due = try count(isSent: 0)
      let total = due + (try count(isSent: 1))
      let window = ListWindow(offset: offset, limit: limit, of: total)
      let order = window.order(["sent IS NOT NULL", "sent DESC", "dossier", "place"])
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT letter.*, name FROM (
            SELECT dossier, place FROM letter WHERE (sent IS NOT NULL) IN (0, 1)\(seen) \(order)
          ) AS list
          CROSS JOIN letter ON letter.dossier = list.dossier AND letter.place = list.place
          CROSS JOIN dossier ON dossier.id = letter.dossier
          ORDER BY letter.sent IS NOT NULL, letter.sent DESC, letter.dossier, letter.place
          """, arguments: arguments + window.arguments)
      return (try rows.compactMap(Self.letterRow), total, due)
    }
  }

  private static func letterRow(_ row: Row) throws -> LetterRow? {
    guard let kind = LetterKind(rawValue: try row.value("kind")) else { return nil }
    var record: LetterRecord?
    if let sent = try row.value("sent", as: String?.self).flatMap({ Day($0) }) {
      record = LetterRecord(kind: kind, number: try row.value("number"), sent: sent)
    }
    return LetterRow(
      dossier: CaseID(try row.value("dossier")), name: try row.value("name"), kind: kind,
      record: record)
  }
}
