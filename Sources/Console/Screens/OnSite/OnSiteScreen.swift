import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// On site (现场): agenda, checklist and evidence side by side; F8 turns to the marks.
struct OnSiteScreen: CaseScreen {
  /// The parts that can have the focus; below 100 columns they are tabs.
  enum Part: Int, Sendable, Hashable, CaseIterable {
    case agenda
    case checks
    case evidence
    case marks
  }

  let id = ScreenID.onSite
  /// The case as it was read last.
  private(set) var dossier: CaseState?
  private(set) var score: SiteScore?
  /// Why the case cannot be shown.
  private(set) var obstacle: Phrase?
  var part = Part.checks
  var agenda = AgendaPane()
  var checks = ChecksPane()
  /// How far the evidence of the selected check is scrolled.
  var evidence = TextPane()
  var marks = MarksPane()

  var isTyping: Bool { marks.entry != nil }

  var focusName: String {
    guard visit != nil else { return "message" }
    if isTyping { return "percentage" }
    switch part {
    case .agenda: return "agenda"
    case .checks: return "checks"
    case .evidence: return "evidence"
    case .marks: return "marks"
    }
  }

  func title(_ context: Context) -> Line {
    guard let dossier else { return context.line(id.title) }
    let name = Line("\(dossier.id)  \(dossier.application.name)")
    guard phase(context).isOpen else { return name }
    let checklist = checks.checklist
    var spans: [Line.Span] = [
      .init("  "), .init(context.say(.OnSite.progress(checklist.done, checklist.total)), .dim),
    ]
    for outcome in CheckOutcome.allCases {
      guard let count = checklist.outcomes[outcome] else { continue }
      spans += [.init("  "), .init("\(outcome.sign)\(count)", outcome.style)]
    }
    let line = name + Line(spans)
    return visit?.submitted == true
      ? line + Line("  ") + context.line(.OnSite.submitted, .good) : line
  }

  // MARK: What is shown

  var visit: Visit? { dossier?.visit }

  func phase(_ context: Context) -> OnSitePhase { OnSitePhase(dossier, context) }

  /// The panel on site.
  func panel(_ context: Context) -> Panel? {
    visit.flatMap { context.cycle.panels[$0.panel] }
  }

  /// Whether the person at work is of the panel on site.
  func isMember(_ context: Context) -> Bool {
    context.person.map { panel(context)?.members.contains($0) == true } ?? false
  }

  /// Whether the person at work settles the marks here.
  func isLeader(_ context: Context) -> Bool {
    guard let dossier, let panel = panel(context) else { return false }
    return dossier.actingLeader(of: panel, in: context.cycle) == context.person
  }

  /// Who has a column of proposals; the leader's own is the settled one.
  func examiners(_ context: Context) -> [PersonID] {
    guard let dossier, let panel = panel(context) else { return [] }
    let leader = dossier.actingLeader(of: panel, in: context.cycle)
    return panel.members.filter {
      !dossier.stepsBack($0)
        && ($0 != leader || visit?.proposals.values.contains { $0[leader ?? ""] != nil } == true)
    }
  }

  /// The parts that Tab goes through: the marks are another view where there is room.
  func parts(_ context: Context) -> [Part] {
    guard context.isWide else { return Part.allCases }
    return part == .marks ? [.marks] : [.agenda, .checks, .evidence]
  }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened:
      let said = endEntry(context)
      if dossier?.id != context.dossier { self = OnSiteScreen() }
      return said + reload(context)
    case .storeChanged: return reload(context)
    case .loaded(.dossier(let state)) where state.id == context.dossier:
      take(state, context)
      return []
    case .loaded(.unavailable(.dossier(let id), let why)) where id == context.dossier:
      obstacle = why
      return []
    case .key(let key): return take(key, context) + endEntryElsewhere(context)
    case .paste(let text):
      for character in text { marks.entry?.take(.character(character)) }
      return []
    case .done(let ticket, _): return finish(ticket, context)
    case .click(let target, let isDouble):
      return click(target, isDouble, context) + endEntryElsewhere(context)
    case .wheel(let step, _):
      return move(step > 0 ? .down : .up, context) + endEntryElsewhere(context)
    default: return []
    }
  }

  private func reload(_ context: Context) -> [Effect] {
    context.dossier.map { [.load(.dossier($0))] } ?? []
  }

  private mutating func take(_ state: CaseState, _ context: Context) {
    let isFirst = dossier == nil
    dossier = state
    obstacle = nil
    let layout = layout(context)
    checks.take(state.visit, isFirst: isFirst, shown: layout.checkRows, context)
    score = state.visit.map {
      SiteScore($0, edition: context.edition, parameters: context.parameters)
    }
    if let visit = state.visit {
      agenda.take(visit, isFirst: isFirst, shown: layout.agendaRows)
    }
  }

  /// Asks for something to be done to the case.
  func perform(_ command: CaseCommand, _ ticket: String) -> [Effect] {
    dossier.map { [.perform([.dossier($0.id, command)], ticket: ticket)] } ?? []
  }

  /// What follows once something is durable.
  private mutating func finish(_ ticket: String, _ context: Context) -> [Effect] {
    switch ticket {
    case "tick": checks.pending = nil
    case "percentage":
      marks.entry = nil
      moveToOpen(context)
    default: break
    }
    return reload(context)
  }

  // MARK: Keys and clicks

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    switch key {
    case .up, .down, .pageUp, .pageDown, .home, .end: return move(key, context)
    case .character where isTyping: marks.entry?.take(key)
    case .character(let character):
      guard let digit = TypedDigit.value(character) else { break }
      if part == .marks {
        let effects = startEntry(context)
        marks.entry?.take(key)
        return effects
      }
      if part != .agenda, (1...CheckOutcome.allCases.count).contains(digit) {
        return mark(CheckOutcome.allCases[digit - 1], context)
      }
    default: marks.entry?.take(key)
    }
    return []
  }

  /// Moves the selection of the part that has the focus.
  mutating func move(_ key: Key, _ context: Context) -> [Effect] {
    let layout = layout(context)
    switch part {
    case .agenda: agenda.handle(key, shown: layout.agendaRows)
    case .checks: return amongChecks { $0.handle(key, shown: layout.checkRows) }
    case .evidence:
      let room = layout.evidence
      evidence.handle(
        key, lines: evidencePane.lines(width: room.width - 2, context).count,
        rows: max(1, room.height - 1))
    case .marks: marks.handle(key, shown: layout.markRows, context)
    }
    return []
  }

  /// Moves among the checks; the evidence is read from its beginning.
  @discardableResult
  mutating func amongChecks(_ body: (inout ChecksPane) -> Void) -> [Effect] {
    body(&checks)
    evidence = TextPane()
    return []
  }

  /// Goes to the part before or after.
  mutating func turn(_ by: Int, _ context: Context) -> [Effect] {
    let parts = parts(context)
    let place = parts.firstIndex(of: part) ?? 0
    part = parts[(place + by + parts.count) % parts.count]
    return []
  }

  private mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context) -> [Effect]
  {
    switch target.name {
    case "checks":
      part = .checks
      checks.select(row: target.index, shown: layout(context).checkRows)
      return isDouble ? record(context) : []
    case "agenda":
      part = .agenda
      guard agenda.rows.indices.contains(target.index), let line = agenda.rows[target.index].line
      else { return [] }
      agenda.select(line, shown: layout(context).agendaRows)
      return isDouble ? toggleHeld() : []
    case "marks":
      part = .marks
      marks.select(target.index, shown: layout(context).markRows, context)
      return isDouble ? startEntry(context) : []
    case "parts":
      part = Part(rawValue: target.index) ?? .checks
      return []
    default: return []
    }
  }
}
