import Foundation
import GRDB
import Vault

extension Store {
  /// The head that reports and receipts print: SHA-256 over the sorted list of (device, last
  /// number, last id), lower-case hexadecimal.
  ///
  /// Stores with the same entries have the same head, whatever the order of arrival.
  /// - Throws: `StoreFault` where the log cannot be read.
  public func head() throws -> String {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT entry.device, entry.number, entry.id FROM entry
          JOIN (SELECT device, max(number) AS number FROM entry GROUP BY device) AS last
            ON entry.device = last.device AND entry.number = last.number
          ORDER BY entry.device, entry.id
          """)
      var parts: [Data] = []
      for row in rows {
        parts.append(Data(try row.value("device", as: String.self).utf8))
        parts.append(Data("\(try row.value("number", as: Int.self))".utf8))
        parts.append(try row.value("id"))
      }
      return Hex.encode(Digest.sha256(.head, parts))
    }
  }
}
