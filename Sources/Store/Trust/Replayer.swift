import Foundation
import GRDB
import Procedure

/// Replays streams from where they were left, believing only what is signed and allowed.
struct Replayer {
  /// Reads rows of a stream after a position, at most so many.
  typealias Rows = (Stream, _ after: Int, _ limit: Int) throws -> [Result<StoredEntry, RowFault>]

  private let rows: Rows
  /// Where single entries are looked for beside the stream.
  let archive: Archive
  /// Rows that are read at a time.
  private let window: Int
  private let trust: Trust
  /// Whose keys open what is sealed to them; nil for what is clear alone.
  private let session: Session?
  /// When entries came, where it is to be told which came after their day.
  var arrivals: OfficeArrivals?

  init(
    window: Int = 500, trust: Trust, session: Session?, archive: Archive, rows: @escaping Rows
  ) {
    (self.rows, self.window, self.trust, self.session) = (rows, window, trust, session)
    self.archive = archive
  }

  /// Replays within a transaction.
  ///
  /// - Parameter vouched: Signatures that a taking found good.
  init(_ db: Database, trust: Trust, vouched: Vouched? = nil, session: Session?) {
    self.init(trust: trust, session: session, archive: Archive { try $0(db) }) {
      stream, position, limit in
      let rows = try LogTable.rows(db, in: stream, after: position, limit: limit)
      return vouched?.marked(rows) ?? rows
    }
  }

  /// The cycle, brought up to date.
  func cycle(from cached: CycleReplay) throws -> CycleReplay {
    try replay(.cycle, from: cached.position == 0 ? nil : cached) { start, marks in
      var replay = start ?? CycleReplay()
      var pending = marks.filter { replay.lineage.place(of: $0) == nil }
      try each(in: .cycle, after: replay.position) { row in
        replay.take(row, archive, isVerified: !pending.isEmpty)
        pending.remove(row)
      }
      replay.settle(archive)
      return Turn(value: replay, isDoubtful: !pending.isEmpty)
    }
  }

  /// A case as the session's keys show it, from a cached state or from its first entry.
  func dossier(
    _ id: CaseID, cycle: CycleReplay, from cached: DossierReplay?
  ) throws -> DossierReplay {
    let replayer = DossierReplayer(
      id: id, cycle: cycle, session: session, archive: archive, arrivals: arrivals)
    return try replay(.dossier(id), from: cached) { start, marks in
      var replay = start ?? DossierReplay()
      replay.hasLearnt = false
      var pending = marks.filter { replay.lineage.place(of: $0) == nil }
      try each(in: .dossier(id), after: replay.position) { row in
        // Goes on to the end with what it has: one more time serves all keys that are learnt.
        replayer.take(row, into: &replay, isTrusted: !pending.isEmpty)
        pending.remove(row)
      }
      replayer.settle(&replay)
      // What was read before its contents were destroyed is read no more.
      let forgets = start?.clear.map { !$0.isEmptied } == true && replay.clear?.isEmptied == true
      let startsAnew = replay.hasLearnt || replay.needsWeave || forgets
      return Turn(
        value: replay, isDoubtful: !pending.isEmpty && !startsAnew, startsAnew: startsAnew)
    }
  }

  /// What supervision knows, as far as the session's keys open it (V3).
  func supervision(
    cycle: CycleReplay, from cached: SupervisionReplay
  ) throws -> SupervisionReplay {
    try replay(.supervision, from: cached.position == 0 ? nil : cached) { start, marks in
      var replay = start ?? SupervisionReplay()
      replay.hasLearnt = false
      var pending = marks.filter { replay.lineage.place(of: $0) == nil }
      try each(in: .supervision, after: replay.position) { row in
        replay.take(
          row, cycle: cycle, session: session, archive, isTrusted: !pending.isEmpty)
        pending.remove(row)
      }
      replay.settle(session, archive)
      let startsAnew = replay.hasLearnt || replay.needsWeave
      return Turn(
        value: replay, isDoubtful: !pending.isEmpty && !startsAnew, startsAnew: startsAnew)
    }
  }

  /// When entries came to other copies.
  func arrivals(cycle: CycleReplay, from cached: ArrivalReplay) throws -> ArrivalReplay {
    try replay(.arrivals, from: cached.position == 0 ? nil : cached) { start, marks in
      var replay = start ?? ArrivalReplay()
      var pending = marks.filter { replay.lineage.place(of: $0) == nil }
      try each(in: .arrivals, after: replay.position) { row in
        replay.take(row, cycle: cycle, archive, isTrusted: !pending.isEmpty)
        pending.remove(row)
      }
      return Turn(value: replay, isDoubtful: !pending.isEmpty)
    }
  }

  /// One way through a stream.
  private struct Turn<Value: StreamReplay> {
    var value: Value
    /// Whether the signatures of entries were taken as good and a noted end was never met.
    var isDoubtful: Bool
    /// Whether it has to be gone through again, with a key that was learnt or as one in which people
    /// wrote apart from each other.
    var startsAnew = false
  }

  /// Goes through a stream, trusting signatures before noted ends if those ends are met again.
  private func replay<Value: StreamReplay>(
    _ stream: Stream, from cached: Value?, _ turn: (Value?, Set<Data>) throws -> Turn<Value>
  ) throws -> Value {
    var start = cached
    var marks = Set(trust.tips(of: stream))
    while true {
      let done = try turn(start, marks)
      if done.startsAnew {
        start = done.value.anew
      } else if done.isDoubtful || !marks.isEmpty && hasStranger(done.value, before: marks) {
        (start, marks) = (done.value.anew, [])
      } else {
        trust.note(done.value.lineage.tips, of: stream)
        return done.value
      }
    }
  }

  /// Whether an entry's signature was taken as good on which no noted end builds.
  private func hasStranger(_ replay: some StreamReplay, before marks: Set<Data>) -> Bool {
    let lineage = replay.lineage
    if lineage.isStraight { return false }
    let ends = marks.compactMap { lineage.place(of: $0) }
    let known = lineage.past(of: ends)
    return (0..<(ends.max() ?? 0)).contains { !known.contains($0) }
  }

  private func each(
    in stream: Stream, after position: Int,
    _ body: (Result<StoredEntry, RowFault>) -> Void
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
        body(row)
      }
      // A damaged file gives the same rows again and again.
      if rows.count < window || last <= before { return }
    }
  }
}

extension Set<Data> {
  /// Strikes out the end that a row is.
  fileprivate mutating func remove(_ row: Result<StoredEntry, RowFault>) {
    if case .success(let stored) = row { remove(stored.id) }
  }
}
