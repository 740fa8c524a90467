import Foundation
import GRDB
import Procedure

extension Store {
  /// The minutes of meetings as they were written last, for those who read the bureau's own room.
  public func minutes(by session: Session) throws -> [MeetingID: Minutes] {
    _ = try cycle()
    session.learnGroups(cycleCache.keys)
    return try read { db in
      let store = try Meta.text(db, .store)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(LogTable.columns) FROM entry
          WHERE stream = 'cycle' AND position > 0 AND kind = ? ORDER BY position
          """, arguments: [EventKind.minutesRecorded.rawValue])
      var found: [MeetingID: Minutes] = [:]
      for row in rows {
        guard let stored = try? LogTable.read(row, store: store).get(),
          cycleCache.faults[stored.position] == nil,
          case .event(let event)? = session.bureauAct(of: stored.entry, cycleCache.keys),
          case .minutesRecorded(let meeting, let minutes) = event
        else { continue }
        let desk = Desk(
          cycle: cycleCache.state(before: stored.position), dossier: nil,
          actor: stored.entry.author, now: stored.entry.time)
        // What does not stand was written by another program than ours.
        if (try? examine(event, on: desk)) != nil { found[meeting] = minutes }
      }
      return found
    }
  }
}
