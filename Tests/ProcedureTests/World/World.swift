import Criteria
import Procedure

/// A cycle with its cases, moved by commands alone, as the store will.
struct World: Sendable {
  /// An event with what its entry would carry.
  struct Record: Sendable {
    let dossier: CaseID?
    let event: Event
    let author: PersonID
    let moment: Moment
    let name: EntryName
    /// The cycle before it.
    let cycle: CycleState

    /// The desk on which it is judged, with the case as somebody knows it before it.
    func desk(_ dossier: CaseState?, clear: CaseState? = nil, by author: PersonID? = nil) -> Desk {
      Desk(
        cycle: cycle, dossier: dossier, clear: clear, actor: author ?? self.author, now: moment)
    }
  }

  static let first: CaseID = "HZ26-0001"
  static let second: CaseID = "HZ26-0002"

  private(set) var cycle = CycleState()
  private(set) var dossiers: [CaseID: CaseState] = [:]
  private(set) var supervision = SupervisionState()
  private(set) var log: [Record] = []
  private(set) var now = Moment(day: Day("2026-03-02") ?? Day(daysSinceEpoch: 0), hour: 9)
  /// Events with which replay would turn away their own author.
  private(set) var wallFaults: [Event] = []

  var dossier: CaseState { dossiers[Self.first]! }

  /// What lies before somebody who asks: supervision's letter box lies before its members alone.
  func desk(_ command: Command, of actor: PersonID) -> Desk {
    var target: CaseID?
    if case .dossier(let id, _) = command { target = id }
    return Desk(
      cycle: cycle, dossier: target.flatMap { dossiers[$0] }, actor: actor, now: now,
      supervision: cycle.acts(actor, as: .supervisor) ? supervision : nil,
      openDossiers: openDossiers, visits: visits(beside: target))
  }

  /// The visits of the other cases that are set or under way.
  func visits(beside id: CaseID?) -> [PanelVisit] {
    dossiers.values.compactMap { dossier in
      guard dossier.id != id, dossier.stage == .onSiteReview, let visit = dossier.visit else {
        return nil
      }
      return PanelVisit(
        dossier: dossier.id, panel: visit.panel, from: visit.from, until: visit.until)
    }.sorted { $0.dossier < $1.dossier }
  }

  /// A day from which on a panel is nowhere else, so many days ahead at least.
  func freeDay(of panel: PanelID, in days: Int, beside id: CaseID) -> Day {
    let last = visits(beside: id).filter { $0.panel == panel }.map(\.until).max()
    return max(now.day.adding(days: days), last?.adding(days: 1) ?? now.day)
  }

  /// The applications of the cycle in force that neither ended nor were listed.
  var openDossiers: [CaseID] {
    dossiers.values.filter { $0.year == cycle.year && !$0.stage.isEnd && $0.stage != .cultivation }
      .map(\.id).sorted()
  }

  /// Decides and applies; a refused command changes nothing.
  @discardableResult
  mutating func perform(_ command: Command, as actor: PersonID) throws(Refusal) -> [Event] {
    var target: CaseID?
    if case .dossier(let id, _) = command { target = id }
    let events = try decide(command, on: desk(command, of: actor))
    for event in events { take(event, in: target, by: actor) }
    now = now.adding(seconds: 60)
    return events
  }

  /// Writes an entry and applies it, whether it may stand or not.
  mutating func take(_ event: Event, in target: CaseID?, by actor: PersonID) {
    let before = target.flatMap { dossiers[$0] }
    let record = Record(
      dossier: target, event: event, author: actor, moment: now, name: name(event, in: before),
      cycle: cycle)
    if record.refusal(before) != nil { wallFaults.append(event) }
    log.append(record)
    if let target {
      if before == nil {
        dossiers[target] = CaseState(event, at: now, named: record.name)
      } else {
        dossiers[target]?.apply(event, by: actor, at: now, named: record.name)
      }
    } else {
      cycle.apply(event)
      supervision.apply(event, by: actor, at: now)
    }
  }

  /// A name that tests can foresee: `i1`, `o1`, `c` (for its checks `c.1`, `c.2`), `x1`.
  private func name(_ event: Event, in dossier: CaseState?) -> EntryName {
    switch event.kind {
    case .inquirySent: EntryName("i\((dossier?.admission.inquiries.count ?? 0) + 1)")
    case .objectionReceived: EntryName("o\((dossier?.publicity.objections.count ?? 0) + 1)")
    case .visitPrepared: "c"
    case .checkAdded: EntryName("x\((dossier?.visit?.checks.count ?? 0) + 1)")
    default: EntryName("e\(log.count + 1)")
    }
  }

  /// A command in the first case.
  @discardableResult
  mutating func on(_ command: CaseCommand, as actor: PersonID) throws(Refusal) -> [Event] {
    try perform(.dossier(Self.first, command), as: actor)
  }

  /// A command of the cycle.
  @discardableResult
  mutating func run(_ command: CycleCommand, as actor: PersonID = Cast.office) throws(Refusal)
    -> [Event]
  {
    try perform(.cycle(command), as: actor)
  }

  /// A command to supervision.
  @discardableResult
  mutating func supervise(
    _ command: SupervisionCommand, as actor: PersonID = Cast.supervisor
  ) throws(Refusal) -> [Event] {
    try perform(.supervision(command), as: actor)
  }

  /// The refusal that a command meets, nil where it is accepted.
  func refusal(_ command: Command, as actor: PersonID) -> Refusal? {
    do {
      _ = try decide(command, on: desk(command, of: actor))
      return nil
    } catch {
      return error
    }
  }

  func refusal(_ command: CaseCommand, as actor: PersonID) -> Refusal? {
    refusal(.dossier(Self.first, command), as: actor)
  }

  // MARK: Time

  /// Lets time pass until nine o'clock of a day; never back.
  mutating func wait(until day: Day) { wait(until: Moment(day: day, hour: 9)) }

  /// Lets time pass until a moment; never back.
  mutating func wait(until moment: Moment) { now = max(now, moment) }

  /// Lets working days pass: nine o'clock of the last of them.
  mutating func pass(workingDays days: Int) {
    wait(until: cycle.calendar.term(days: days, after: now.day, countFirst: false).last)
  }

  /// The term of the notice that runs in a case, as it stands.
  func noticeTerm(_ id: CaseID = first) -> Term? {
    guard let dossier = dossiers[id] else { return nil }
    return dossier.publicity.open?.term(
      cycle.calendar, firstDayCounts: cycle.parameters(of: dossier.year).firstDayCounts)
  }

  /// Lets time pass until the day after the last one of the notice that runs in a case.
  mutating func outlastNotice(_ id: CaseID = first) {
    if let term = noticeTerm(id) { wait(until: term.last.adding(days: 1)) }
  }

  // MARK: Replay

  /// A case replayed from its first event by somebody who can open the bodies that `reads` lets
  /// through, each entry judged at its own place: what the store does.
  func replay(_ id: CaseID = first, reads: (Event) -> Bool = { _ in true }) -> CaseState? {
    var replay = Replay()
    for record in log where record.dossier == id { replay.take(record, reads: reads(record.event)) }
    return replay.state
  }

  /// The cycle replayed from its first event.
  func replayCycle() -> CycleState {
    log.filter { $0.event.kind.stream == .cycle }.reduce(into: CycleState()) { state, record in
      let desk = Desk(cycle: state, dossier: nil, actor: record.author, now: record.moment)
      if Record.refusal(record.event, on: desk) == nil { state.apply(record.event) }
    }
  }

  /// What supervision knows, replayed from its first event.
  func replaySupervision() -> SupervisionState {
    log.filter { $0.event.kind.stream == .supervision }.reduce(into: SupervisionState()) {
      state, record in
      let desk = Desk(
        cycle: record.cycle, dossier: nil, actor: record.author, now: record.moment,
        supervision: state)
      if Record.refusal(record.event, on: desk) == nil {
        state.apply(record.event, by: record.author, at: record.moment)
      }
    }
  }

  /// A cycle that was opened with other parameters, and its call announced.
  mutating func pretend(_ parameters: Parameters) {
    cycle.apply(.cycleOpened(year: 2026, title: "2026", parameters: parameters, edition: nil))
    cycle.apply(.callAnnounced(from: Self.call.from, until: Self.call.until))
    for panel in [Cast.material, Cast.second, Cast.onSite] {
      cycle.apply(.panelFormed(panel: panel))
    }
  }

  /// The next year's cycle, opened with other parameters while cases of this one go on.
  mutating func nextYear(_ parameters: Parameters = .hangzhou) {
    cycle.apply(.cycleClosed(year: 2026))
    cycle.apply(.cycleOpened(year: 2027, title: "2027", parameters: parameters, edition: nil))
  }

  /// The cycle as it was before its call was announced.
  mutating func forgetCall() {
    cycle.apply(.cycleOpened(year: 2026, title: "2026", parameters: .hangzhou, edition: nil))
  }

  /// Puts a state before the world that a replay with fewer keys gave.
  mutating func see(_ state: CaseState?) {
    if let state { dossiers[state.id] = state }
  }
}
