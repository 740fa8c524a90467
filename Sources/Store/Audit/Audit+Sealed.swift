import Foundation
import GRDB
import Procedure
import Vault

/// Drafts, attachments, and what one person's keys open.
extension Audit {
  private static let partAge: TimeInterval = 600

  /// Every sheet under way has all its slots, and no other has any.
  func checkDrafts() throws {
    try store.read { db in
      while try advance(db) {}
      let edition = reprojection.cycle.value.edition
      let slots = Set(["head"] + edition.items.map(\.id.rawValue))
      var found: [[String]: Set<String>] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT file, person, slot FROM draft") {
        found[[try row.value("file"), try row.value("person")], default: []].insert(
          try row.value("slot"))
      }
      for row in try Row.fetchAll(db, sql: "SELECT file, person FROM progress") {
        let key: [String] = [try row.value("file"), try row.value("person")]
        if found[key] == nil { found[key] = [] }
      }
      for started in reprojection.sheetsUnderWay {
        let key = [started.file.rawValue, started.person.rawValue]
        if found.removeValue(forKey: key) != slots {
          note(.draftDamaged(started.file, started.person))
        }
      }
      for key in found.keys { note(.draftDamaged(CaseID(key[0]), PersonID(key[1]))) }
    }
  }

  func checkFiles() throws {
    let files = Files(directory: store.directory)
    for name in try files.names() {
      if name.hasSuffix(".part") {
        // A young one may be another program's, just being written.
        if try files.age(of: name) > Self.partAge { note(.partLeft(name)) }
      } else if (try? files.get(name)) == nil {
        note(.attachmentDamaged(name))
      }
    }
  }

  /// Every key that was wrapped for the person, or for a group of theirs, opens.
  func checkKeys(of session: Session) throws {
    try store.read { db in
      try Seals(db: db).learnGroups(for: session)
      for reader in session.readers {
        let rows = try Row.fetchAll(
          db, sql: "SELECT scope, wrap FROM wrapped WHERE reader = ?", arguments: [reader])
        for row in rows {
          let scope: String = try row.value("scope")
          var ring = session.ring
          do {
            guard let wrap = Seals.decode(try row.value("wrap")) else {
              throw StoreFault.damaged(.keys)
            }
            if scope.hasPrefix("group/") {
              try ring.learn(group: String(scope.dropFirst(6)), from: wrap)
            } else {
              try ring.learn(room: scope, from: wrap)
            }
          } catch {
            note(.wrapUnreadable(scope: scope))
          }
        }
      }
    }
  }

  /// Cases as the person's keys show them: sealed acts, documents, their own unfinished sheet.
  func checkCases(of session: Session) throws {
    let names = try store.read { try String.fetchAll($0, sql: "SELECT id FROM file ORDER BY id") }
    let files = Files(directory: store.directory)
    let present = Set(try files.names())
    for id in names.map(CaseID.init(_:)) {
      let replay = try? store.read { db in
        try Replayer(db: db, session: session).file(
          id, cycle: Replayer.cycle(db, from: store.cycleCache), from: nil)
      }
      // What cannot be read was named at its entry.
      guard let replay, let state = replay.value.state else { continue }
      for position in replay.value.rejected.sorted() { try noteRejected(position) }
      for document in state.documents where !present.contains(document.file) {
        note(.attachmentMissing(id, document.file))
      }
      if state.sheets[session.person]?.state == .started { try checkDraft(of: id, session) }
    }
  }

  /// Supervision's stream, as far as the person's keys open it.
  func checkSupervision(of session: Session) throws {
    let replayed = try? store.read { db in
      let cycle = try Replayer.cycle(db, from: store.cycleCache)
      return try Replayer(db: db, session: session).supervision(cycle: cycle)
    }
    // What cannot be read was named at its entry.
    for position in replayed?.rejected.sorted() ?? [] { try noteRejected(position) }
  }

  private func checkDraft(of id: CaseID, _ session: Session) throws {
    let sheet = try? store.draft(of: id, by: session)
    if try sheet == nil || sheet?.marked != store.progress(of: id)[session.person] {
      note(.draftDamaged(id, session.person))
    }
  }

  private func noteRejected(_ position: Int) throws {
    let entry = try store.read { try LogTable.entries($0, after: position - 1, limit: 1).first }
    if let entry { note(.notEntitled(at: position, entry.entry.author)) }
  }
}
