import Foundation
import GRDB
import Procedure

/// What a meeting decided of a case, as the record has it.
public struct DecidedCase: Sendable, Hashable {
  public var dossier: CaseID
  public var isYes: Bool

  /// A decision on a case.
  public init(_ dossier: CaseID, isYes: Bool) {
    (self.dossier, self.isYes) = (dossier, isYes)
  }
}

extension Store {
  /// The decisions on cases that were recorded at a meeting, in the order of the cases.
  public func decisions(at meeting: Meeting, by session: Session) throws -> [DecidedCase] {
    let query = HistoryQuery(
      kinds: [meeting.kind.decision.rawValue], from: Moment(day: meeting.day, hour: 0))
    return try history(query, before: nil, limit: .max, by: session).compactMap { row in
      guard row.fault == nil, let dossier = row.stream.dossier, case .event(let event)? = row.act,
        let decided = event.decidedAtMeeting, decided.meeting == meeting.id
      else { return nil }
      return DecidedCase(dossier, isYes: decided.isYes)
    }.sorted { $0.dossier < $1.dossier }
  }

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
          cycle: cycleCache.view(of: stored).value, dossier: nil,
          actor: stored.entry.author, now: stored.entry.time)
        // What does not stand was written by another program than ours.
        if (try? examine(event, on: desk)) != nil { found[meeting] = minutes }
      }
      return found
    }
  }
}
