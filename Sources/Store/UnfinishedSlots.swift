import Foundation
import GRDB
import Procedure
import Vault

/// A person's rows of forms left unfinished: as many as there are slots, sealed, of one size.
///
/// They are made together when the person joins and written over in place, empty ones too, so that
/// neither number nor size tells whether anything stands in them.
struct UnfinishedSlots {
  /// One for the form at hand, one for a second window or for what was left before.
  static let count = 2

  /// Whether everybody of these people has their rows, each as it was written, and nobody else any.
  ///
  /// - Returns: Those of whom it is not so.
  static func damaged(_ db: Database, of people: Set<PersonID>) throws -> [PersonID] {
    var whole: [PersonID: Set<Int>] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT person, slot, sealed, digest FROM unfinished") {
      let person = PersonID(try row.value("person"))
      let isWhole =
        Digest.sha256(try row.value("sealed")) == (try row.value("digest", as: Data.self))
      whole[person, default: []].formUnion(isWhole ? [try row.value("slot")] : [])
    }
    return people.union(whole.keys).filter { person in
      whole[person] != (people.contains(person) ? Set(0..<count) : nil)
    }.sorted()
  }

  private let db: Database
  private let person: String
  private let key: RoomKey

  /// What stands in a row.
  enum Content {
    case nothing
    case form(UnfinishedForm)
    /// It is missing or opens with no key of this person.
    case unreadable

    var form: UnfinishedForm? {
      if case .form(let form) = self { form } else { nil }
    }
  }

  init(_ db: Database, _ session: Session) {
    (self.db, person, key) = (db, session.person.rawValue, session.ring.keys.unfinishedKey)
  }

  /// What stands in the rows, in their order.
  func all() throws -> [Content] {
    try (0..<Self.count).map { slot in
      let sealed = try Data.fetchOne(
        db, sql: "SELECT sealed FROM unfinished WHERE person = ? AND slot = ?",
        arguments: [person, slot])
      guard let sealed, let plain = try? key.open(sealed, context: context(slot)) else {
        return .unreadable
      }
      if plain.isEmpty { return .nothing }
      return (try? JSONDecoder().decode(UnfinishedForm.self, from: plain)).map(Content.form)
        ?? .unreadable
    }
  }

  /// Writes a form over a row, or nothing.
  func put(_ form: UnfinishedForm?, at slot: Int) throws {
    let plain = try form.map { try JSONEncoder().encode($0) } ?? Data()
    guard plain.count <= Padding.longestForm else { throw UnfinishedFault.tooLong }
    let sealed = try key.seal(plain, context: context(slot), padding: .form)
    try db.execute(
      sql: """
        INSERT INTO unfinished VALUES (?, ?, ?, ?)
        ON CONFLICT (person, slot) DO UPDATE SET sealed = excluded.sealed, digest = excluded.digest
        """, arguments: [person, slot, sealed, Digest.sha256(sealed)])
  }

  private func context(_ slot: Int) -> Data { Data("unfinished/\(person)/\(slot)".utf8) }
}
