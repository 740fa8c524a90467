import Foundation
import GRDB
import Procedure
import Testing

@testable import Store

@Suite("Values of other types than the program writes end no program")
struct ForeignTypeTests {
  @Test("V5: rows of the lists with other types in them are odd, and the verification goes on")
  func lists() throws {
    let directory = try SharedStore.copy()
    defer { try? FileManager.default.removeItem(at: directory) }
    try RawStore(directory).alter { db in
      try db.execute(
        sql: """
          CREATE TABLE other AS SELECT * FROM dossier;
          DROP TABLE dossier;
          ALTER TABLE other RENAME TO dossier;
          UPDATE dossier SET stage = x'ff', tier = 'x', total = x'00';
          """)
    }
    let store = try Store(opening: directory)
    let session = try store.signIn("p1", passphrase: "demo")
    let verification = try store.verification(by: session)
    verification.run()
    let found = verification.found
    #expect(found.isFinished && !found.verdicts.isEmpty)
    let plain = found.verdicts.filter { !$0.value.isOdd }
    #expect(plain.isEmpty)
  }
}
