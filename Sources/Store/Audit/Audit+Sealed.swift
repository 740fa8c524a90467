import Foundation
import GRDB
import Procedure
import Vault

/// Drafts, attachments, and what one person's keys open.
extension Audit {
  /// Every sheet under way has all its slots, one that was handed in at most those of its changes and of how
  /// far was read, and no other has any; so with the rows of forms.
  func checkDrafts() throws {
    try store.read { db in
      while try advance(db) {}
      var found: [[String]: Set<String>] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT dossier, person, slot FROM draft") {
        found[[try row.value("dossier"), try row.value("person")], default: []].insert(
          try row.value("slot"))
      }
      for row in try Row.fetchAll(db, sql: "SELECT dossier, person FROM progress") {
        let key: [String] = [try row.value("dossier"), try row.value("person")]
        if found[key] == nil { found[key] = [] }
      }
      for started in reprojection.sheetsUnderWay where !isDestroyed(started.dossier) {
        let year = reprojection.dossiers[started.dossier]?.clear?.year
        let items = reprojection.cycle.value.edition(of: year).items.map(\.id.rawValue)
        let key = [started.dossier.rawValue, started.person.rawValue]
        let slots = Set([DraftSlot.head.name, Draft.indexSlot, ReadingRow.slot] + items)
        let own = found.removeValue(forKey: key)
        if own != slots, try !isElsewhere(started, db) {
          note(.draftDamaged(started.dossier, started.person))
        }
      }
      let left: Set<String> = [Draft.indexSlot, ReadingRow.slot]
      for (key, slots) in found
      where !slots.contains(ReadingRow.slot) || !slots.isSubset(of: left)
        || !reprojection.hasSheet(key)
      {
        let sheet = (dossier: CaseID(key[0]), person: PersonID(key[1]))
        if try isElsewhere(sheet, db) { continue }
        note(.draftDamaged(sheet.dossier, sheet.person))
      }
      let joined = Set(reprojection.cycle.keys.holders.keys)
      for person in try UnfinishedSlots.damaged(db, of: joined) { note(.unfinishedDamaged(person)) }
    }
  }

  /// Whether somebody worked at a sheet on another copy: its draft may lie there, or was handed in
  /// there and left here.
  private func isElsewhere(
    _ sheet: (dossier: CaseID, person: PersonID), _ db: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM entry WHERE stream = ? AND author = ? AND kind IN (?, ?) AND device <> ?)
        """,
      arguments: [
        Stream.dossier(sheet.dossier).rawValue, sheet.person.rawValue,
        EventKind.reviewStarted.rawValue, EventKind.sheetHandedIn.rawValue,
        Meta.text(db, .device),
      ]) == true
  }

  /// Every group's key that was wrapped for the person, or for a group of theirs, opens.
  func checkGroups(of session: Session) {
    let keys = reprojection.cycle.keys
    session.learnGroups(keys)
    for (id, pairs) in keys.groups {
      for pair in pairs where !session.ring.holds(group: id.rawValue, publicKey: pair.publicKey) {
        if id.contains(session.person, in: reprojection.cycle.value),
          isReached(pair.wraps, by: session)
        {
          note(.wrapUnreadable(scope: "group/\(id.rawValue)"))
        }
      }
    }
  }

  /// Cases as the person's keys show them: sealed acts, keys, their own unfinished sheet.
  func checkCases(of session: Session) throws {
    for id in reprojection.dossiers.keys.sorted() {
      let replay = try store.read { db in
        try store.replayer(db, session).dossier(id, cycle: reprojection.cycle, from: nil)
      }
      report.unread += replay.sealed.count
      for (position, void) in replay.doubts.sorted(by: { $0.key < $1.key }) {
        try noteEntry(position, void)
      }
      let rules = KeyRules(
        register: reprojection.cycle.keys, cycle: reprojection.cycle.value, dossier: replay.clear,
        rooms: replay.rooms)
      for room in replay.rooms.rooms where rules.holds(session.person, room) {
        for key in replay.rooms.keys(of: room) where session.open(key) == nil {
          if isReached(key.wraps, by: session) {
            note(.wrapUnreadable(scope: room.rawValue))
          }
        }
      }
      if replay.state?.visit?.submitted == true, !replay.unshared.isEmpty,
        replay.clear?.isEmptied != true,
        session.key(of: .onSite(id), in: replay.rooms) != nil
      {
        report.remarks.append(.proposalsUnshared(id, count: replay.unshared.count))
      }
      if let state = replay.state, session.key(of: .material(id), in: replay.rooms) != nil {
        documents.append(
          (
            id, Material(id, replay.rooms, in: store.directory, by: session),
            state.documents + state.material.former.map(\.document)
          ))
      }
      if replay.state?.sheets[session.person]?.state == .started, !isDestroyed(id) {
        try checkDraft(of: id, session)
      }
    }
  }

  /// Whether a key was wrapped for the person or a group of theirs, so that it should open.
  private func isReached(_ wraps: Wraps, by session: Session) -> Bool {
    let register = reprojection.cycle.keys
    return session.readers.compactMap { Reader(rawValue: $0) }.contains { reader in
      guard wraps.reach(reader, by: register) else { return false }
      // A group's wrap opens with the key that the group had when it was given.
      guard case .group(let id) = reader else { return true }
      let keys = register.groups[id] ?? []
      return wraps.changes(of: reader).contains { count in
        keys.indices.contains(count - 1)
          && session.ring.holds(group: id.rawValue, publicKey: keys[count - 1].publicKey)
      }
    }
  }

  /// Supervision's stream, as far as the person's keys open it.
  func checkSupervision(of session: Session) throws {
    let replay = try store.read { db in
      try store.replayer(db, session).supervision(
        cycle: reprojection.cycle, from: SupervisionReplay())
    }
    report.unread += replay.unread
    for (position, void) in replay.doubts.sorted(by: { $0.key < $1.key }) {
      try noteEntry(position, void)
    }
  }

  private func checkDraft(of id: CaseID, _ session: Session) throws {
    let draft = try? store.draft(of: id, by: session)
    let (row, replay) = (session.person, try store.replayed(id, by: session))
    // Nothing of it has to be here before it comes.
    if draft?.isElsewhere == true, draft?.isTurnedBack == false { return }
    let reading = try store.read { try? ReadingRow($0, id, session, replay).read() }
    if try draft == nil || reading == nil || draft?.sheet.marked != store.progress(of: id)[row] {
      note(.draftDamaged(id, row))
    }
    if draft?.isTurnedBack == true { note(.draftTurnedBack(id, session.person)) }
  }

  private func noteEntry(_ position: Int, _ void: VoidEntry) throws {
    let row = try store.read { try LogTable.rows($0, after: position - 1, limit: 1).first }
    noteVoid(at: position, row?.author, void)
  }
}
