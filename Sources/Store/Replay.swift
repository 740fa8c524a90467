import Criteria
import Foundation
import GRDB
import Procedure
import Vault

/// A case as one person's keys show it, with what replay noticed on the way.
public struct FileReplay: Sendable {
  /// The state; nil before the registration was seen.
  public internal(set) var state: CaseState?
  /// Positions of entries that this person cannot read.
  var sealed: Set<Int> = []
  /// Positions of entries whose authors were not entitled to them: kept, shown, without effect.
  public internal(set) var rejected: Set<Int> = []
}

/// Replays streams from where they were left.
struct Replayer {
  let db: Database
  let session: Session?

  /// The cycle's state, brought up to date.
  static func cycle(_ db: Database, from cached: CycleReplay) throws -> CycleReplay {
    var replayed = cached
    for stored in try LogTable.entries(db, in: .cycle, after: cached.position) {
      replayed.position = stored.position
      guard case .event(let event) = try clearAct(stored.entry) else { continue }
      replayed.take(event, by: stored.entry.author, at: stored.position)
    }
    return replayed
  }

  /// What an entry in the clear says; nil where it is sealed.
  static func clearAct(_ entry: Entry) throws -> Act? {
    guard entry.room == nil else { return nil }
    return try Act.decode(entry.body, kind: entry.kind)
  }

  /// A case as the session's keys show it, from a cached state or from its first entry.
  func file(
    _ id: CaseID, cycle: CycleReplay, from cached: Replayed<FileReplay>?
  ) throws -> Replayed<FileReplay> {
    var replayed = cached ?? Replayed(value: FileReplay(), position: 0)
    let entries = try LogTable.entries(db, in: .file(id), after: replayed.position)
    for stored in entries {
      replayed.position = stored.position
      guard let act = try act(of: stored.entry) else {
        replayed.value.sealed.insert(stored.position)
        continue
      }
      switch act {
      case .event(let event):
        Self.apply(event, stored, to: &replayed.value, cycle: cycle)
      case .key(let event):
        // A key that opens earlier entries: the case is replayed from its first entry.
        if try learn(event, stored, of: replayed.value, cycle: cycle),
          !replayed.value.sealed.isEmpty
        {
          return try file(id, cycle: cycle, from: nil)
        }
      }
    }
    return replayed
  }

  /// What supervision knows, as far as the session's keys open it (V3).
  ///
  /// - Returns: The state, and the positions of entries that could be read and have no effect.
  func supervision(cycle: CycleReplay) throws -> (state: SupervisionState, rejected: Set<Int>) {
    var (state, rejected) = (SupervisionState(), Set<Int>())
    for stored in try LogTable.entries(db, in: .supervision, after: 0) {
      let entry = stored.entry
      guard let act = try act(of: entry) else { continue }
      guard case .event(let event) = act, event.kind.isOfSupervision,
        entry.room == RoomID.supervision.rawValue,
        cycle.entitles(stored, to: event, in: nil)
      else {
        rejected.insert(stored.position)
        continue
      }
      state.apply(event, by: entry.author, at: entry.time)
    }
    return (state, rejected)
  }

  /// Applies an event if its author was entitled to it, else notes it as rejected.
  static func apply(
    _ event: Event, _ stored: StoredEntry, to replay: inout FileReplay, cycle: CycleReplay
  ) {
    guard cycle.entitles(stored, to: event, in: replay.state),
      isInPlace(event, stored, replay)
    else {
      replay.rejected.insert(stored.position)
      return
    }
    if replay.state == nil {
      replay.state = CaseState(event, at: stored.entry.time)
    } else {
      replay.state?.apply(event, by: stored.entry.author, at: stored.entry.time)
    }
  }

  /// A registration begins the stream of its own number, and nothing else begins one.
  private static func isInPlace(
    _ event: Event, _ stored: StoredEntry, _ replay: FileReplay
  ) -> Bool {
    guard case .caseRegistered(let application, _) = event else { return replay.state != nil }
    return replay.state == nil && stored.entry.stream == .file(application.id)
  }

  /// What an entry says, sealed or clear, as far as the session's keys open it.
  func act(of entry: Entry) throws -> Act? {
    guard let room = entry.room else { return try Self.clearAct(entry) }
    guard let session, let plain = try Seals(db: db).open(entry, in: room, for: session) else {
      return nil
    }
    return try Act.decode(plain, kind: entry.kind)
  }

  /// Learns what a key entry gives this person.
  ///
  /// - Returns: Whether a key is new, so that it may open earlier entries; the same entry never
  ///   says so twice.
  private func learn(
    _ event: KeyEvent, _ stored: StoredEntry, of replay: FileReplay, cycle: CycleReplay
  ) throws -> Bool {
    guard let session else { return false }
    switch event {
    case .keysGranted(let scope, let wraps):
      guard session.ring.room(scope) == nil,
        wraps.contains(where: { session.readers.contains($0.to) })
      else { return false }
      return try Seals(db: db).key(of: scope, for: session) != nil
    case .sheetsShared(let keys):
      // Whoever may open may share what the opening joined, nobody else.
      let opening = Event.consensusOpened(revision: 1, threshold: 0)
      guard cycle.entitles(stored, to: opening, in: replay.state)
      else { return false }
      var isNew = false
      for (room, data) in keys where session.ring.room(room) == nil {
        guard let key = try? RoomKey(data: data) else { continue }
        session.ring.learn(room: room, key: key)
        isNew = true
      }
      return isNew
    default: return false
    }
  }
}
