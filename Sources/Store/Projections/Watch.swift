import Foundation
import GRDB
import Procedure

/// A case with what supervision may want to look at in it.
public struct WatchRow: Sendable, Hashable {
  /// The case; nil for what lies in no case.
  public var dossier: CaseID?
  public var name: String
  public var oddities: [Oddity]
  /// What panel and applicant said of each other after the visit (V3).
  public var assessments: [Assessment.Direction: Assessment]
  /// The panel of the visit.
  public var panel: PanelID?

  /// A case with what was found in it.
  public init(
    dossier: CaseID?, name: String, oddities: [Oddity],
    assessments: [Assessment.Direction: Assessment] = [:], panel: PanelID? = nil
  ) {
    (self.dossier, self.name, self.oddities) = (dossier, name, oddities)
    (self.assessments, self.panel) = (assessments, panel)
  }
}

extension Store {
  /// What supervision knows of reports and complaints (V3); empty for everybody else.
  public func supervision(by session: Session) throws -> SupervisionState {
    try supervisionReplay(by: session).state
  }

  /// Looks through so many cases for what is unusual and for assessments (V1, V3, V5).
  ///
  /// Cases are replayed for it: a long list is looked through in steps, so that it can be stopped.
  /// - Parameters:
  ///   - after: The case after which to go on; the first where nil.
  ///   - limit: Cases to look through.
  /// What lies in no case is looked at with the first step.
  ///
  /// - Returns: What was found, the last case looked at, nil at the end, and how many there are.
  public func watch(
    after: CaseID?, limit: Int, by session: Session
  ) throws -> (rows: [WatchRow], last: CaseID?, total: Int) {
    let cycle = try cycle()
    let (condition, arguments) = Self.seen(by: session.person, cycle: cycle)
    let now = clock.now()
    let (names, total) = try read { db in
      (
        try String.fetchAll(
          db, sql: "SELECT id FROM dossier WHERE \(condition) AND id > ? ORDER BY id LIMIT ?",
          arguments: arguments + [after?.rawValue ?? "", limit]),
        try QueueList(
          QueueQuery(scope: .all), on: now.day, cycle: cycle, session: session
        ).count(db)
      )
    }
    var rows: [WatchRow] = []
    if after == nil, cycle.acts(session.person, as: .supervisor) {
      let around =
        try cycle.oddities + oddities(in: .cycle, session) + oddities(in: .supervision, session)
      if !around.isEmpty { rows.append(WatchRow(dossier: nil, name: "", oddities: around)) }
    }
    let arrivals = try officeArrivals(by: session)
    for id in names.map(CaseID.init(_:)) {
      let state = try dossier(id, by: session)
      let oddities =
        try state.oddities(cycle: cycle, now: now) + lateArrivals(in: id, arrivals, session)
        + oddities(in: .dossier(id), session)
      if !oddities.isEmpty || !state.assessments.isEmpty {
        rows.append(
          WatchRow(
            dossier: id, name: state.application.name, oddities: oddities,
            assessments: state.assessments, panel: state.onSitePanel))
      }
    }
    return (rows, names.count < limit ? nil : names.last.map(CaseID.init(_:)), total)
  }

  /// What was signed in time in a case and came after its day (V5).
  ///
  /// The case is replayed for it once more where something came on a later day than it was signed.
  private func lateArrivals(
    in id: CaseID, _ arrivals: OfficeArrivals, _ session: Session
  ) throws -> [Oddity] {
    if arrivals.arrivals.isEmpty { return [] }
    return try read { db in
      let archive = Archive { try $0(db) }
      let rows = try LogTable.rows(db, in: .dossier(id), after: 0, limit: LogTable.end)
      let isAsked = rows.contains { row in
        guard let stored = try? row.get() else { return false }
        return arrivals.arrival(of: stored, archive).map {
          $0.at.day > stored.entry.time.day
        } == true
      }
      guard isAsked else { return [] }
      var replayer = replayer(db, session)
      replayer.arrivals = arrivals
      let replay = try replayer.dossier(id, cycle: cycleCache, from: nil)
      return replay.late.sorted { $0.key < $1.key }.compactMap { position, late in
        replay.fault(at: position) == nil
          ? .arrivedLate(late.author, late.kind, signed: late.signed, arrived: late.arrived) : nil
      }
    }
  }

  /// What clocks did in a stream, as far as its entries took effect (V5).
  private func oddities(in stream: Stream, _ session: Session) throws -> [Oddity] {
    let faults: [Int: VoidEntry] =
      switch stream {
      case .cycle: cycleCache.faults
      case .supervision: try supervisionReplay(by: session).faults
      case .arrivals: try arrivals(by: session).faults
      case .dossier(let id): try replayed(id, by: session).faults
      }
    return try read { db in
      let steps = try ClockStep.steps(
        db, where: "e.stream = ?", arguments: [stream.rawValue]
      ).filter { faults[$0.stored.position] == nil }
      let known = Set(steps.map(\.stored.position))
      let refuted = try RefutedTime.all(
        db, where: "e.stream = ?", arguments: [stream.rawValue]
      ).filter { faults[$0.position] == nil && !known.contains($0.position) }
      return Self.oddities(steps) + refuted.map { .refuted($0.author, at: $0.time, seen: $0.seen) }
        + (stream == .cycle ? cycleCache.corrections : [])
    }
  }

  /// Every step back, and the steps ahead as one: after each weekend there is one.
  private static func oddities(_ steps: [(stored: StoredEntry, step: ClockStep)]) -> [Oddity] {
    var found: [Oddity] = []
    var ahead: [Int] = []
    for (stored, step) in steps {
      switch step {
      case .back(let seconds):
        found.append(
          .clockBack(stored.entry.author, at: stored.entry.time, seconds: seconds))
      case .ahead(let seconds): ahead.append(seconds)
      }
    }
    if let longest = ahead.max() {
      found.append(.clockAhead(count: ahead.count, longest: longest))
    }
    return found
  }
}
