import Foundation
import GRDB
import Procedure

/// Replays streams from where they were left, believing only what is signed and allowed.
struct Replayer {
  /// Reads rows of a stream after a position, at most so many.
  typealias Rows = (Stream, _ after: Int, _ limit: Int) throws -> [Result<StoredEntry, RowFault>]

  private let rows: Rows
  /// Rows that are read at a time.
  private let window: Int
  private let trust: Trust
  /// Whose keys open what is sealed to them; nil for what is clear alone.
  private let session: Session?

  init(window: Int = 500, trust: Trust, session: Session?, rows: @escaping Rows) {
    (self.rows, self.window, self.trust, self.session) = (rows, window, trust, session)
  }

  /// Replays within a transaction.
  init(_ db: Database, trust: Trust, session: Session?) {
    self.init(trust: trust, session: session) { stream, position, limit in
      try LogTable.rows(db, in: stream, after: position, limit: limit)
    }
  }

  /// The cycle, brought up to date.
  func cycle(from cached: CycleReplay) throws -> CycleReplay {
    try replay(.cycle, from: cached.position == 0 ? nil : cached) { start, mark in
      var replay = start ?? CycleReplay()
      var isTrusted = mark != nil && replay.tip != mark
      try each(in: .cycle, after: replay.position) { row in
        replay.take(row, isVerified: isTrusted)
        if replay.tip == mark { isTrusted = false }
        return true
      }
      return Turn(value: replay, tip: replay.tip, isDoubtful: isTrusted)
    }
  }

  /// A case as the session's keys show it, from a cached state or from its first entry.
  func dossier(
    _ id: CaseID, cycle: CycleReplay, from cached: DossierReplay?
  ) throws -> DossierReplay {
    let replayer = DossierReplayer(id: id, cycle: cycle, session: session)
    return try replay(.dossier(id), from: cached) { start, mark in
      var replay = start ?? DossierReplay()
      var isTrusted = mark != nil && replay.tip != mark
      var startsAnew = false
      try each(in: .dossier(id), after: replay.position) { row in
        // Goes on to the end with what it has: one more time serves all keys that are learnt.
        if replayer.take(row, into: &replay, isTrusted: isTrusted) { startsAnew = true }
        if replay.tip == mark { isTrusted = false }
        return true
      }
      return Turn(
        value: replay, tip: replay.tip, isDoubtful: isTrusted && !startsAnew,
        startsAnew: startsAnew)
    }
  }

  /// What supervision knows, as far as the session's keys open it (V3).
  func supervision(
    cycle: CycleReplay, from cached: SupervisionReplay
  ) throws -> SupervisionReplay {
    try replay(.supervision, from: cached.position == 0 ? nil : cached) { start, mark in
      var replay = start ?? SupervisionReplay()
      var isTrusted = mark != nil && replay.tip != mark
      var startsAnew = false
      try each(in: .supervision, after: replay.position) { row in
        if replay.take(row, cycle: cycle, session: session, isTrusted: isTrusted) {
          startsAnew = true
        }
        if replay.tip == mark { isTrusted = false }
        return true
      }
      return Turn(
        value: replay, tip: replay.tip, isDoubtful: isTrusted && !startsAnew,
        startsAnew: startsAnew)
    }
  }

  /// One way through a stream.
  private struct Turn<Value> {
    var value: Value
    var tip: Data?
    /// Whether the signatures of entries were taken as good and the noted end was never met.
    var isDoubtful: Bool
    /// Whether it has to be gone through again, with a key that was learnt.
    var startsAnew = false
  }

  /// Goes through a stream, trusting signatures before a noted end if that end is met again.
  private func replay<Value>(
    _ stream: Stream, from cached: Value?, _ turn: (Value?, Data?) throws -> Turn<Value>
  ) throws -> Value {
    var start = cached
    var mark = trust.tip(of: stream)
    while true {
      let done = try turn(start, mark)
      if done.startsAnew {
        start = nil
      } else if done.isDoubtful {
        mark = nil
      } else {
        trust.note(done.tip, of: stream)
        return done.value
      }
    }
  }

  private func each(
    in stream: Stream, after position: Int,
    _ body: (Result<StoredEntry, RowFault>) throws -> Bool
  ) throws {
    var last = position
    while true {
      let rows = try rows(stream, last, window)
      let before = last
      for row in rows {
        switch row {
        case .success(let stored): last = max(last, stored.position)
        case .failure(let fault): last = max(last, fault.position)
        }
        guard try body(row) else { return }
      }
      // A damaged file gives the same rows again and again.
      if rows.count < window || last <= before { return }
    }
  }
}
