import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// On site (现场): agenda, checklist and evidence side by side; F8 turns to the marks.
struct OnSiteScreen: Screen {
  /// The parts that can have the focus; below 100 columns they are tabs.
  enum Part: Int, Sendable, Hashable, CaseIterable {
    case agenda
    case checks
    case evidence
    case marks
  }

  /// An outcome chosen whose evidence is not there yet.
  struct Pending: Sendable, Hashable {
    let check: CheckID
    let outcome: CheckOutcome
  }

  let id = ScreenID.onSite
  /// The case as it was read last.
  private(set) var dossier: CaseState?
  private(set) var checklist = Checklist()
  private(set) var score: SiteScore?
  /// Why the case cannot be shown.
  private(set) var obstacle: Phrase?
  var part = Part.checks
  /// The category shown, by its place among those that have something to show.
  var section = 0
  var checkList = ListState(selection: 1)
  var agendaList = ListState(selection: 1)
  var markList = ListState()
  var scroll = ScrollState()
  var onlyOpen = false
  var pending: Pending?
  /// The field in which a percentage is typed.
  var entry: PercentField?
  /// An interest chosen but not confirmed.
  var pendingRecusal: Interest?
  /// The line of the agenda that a form or a question is about, by its name: the agenda may be
  /// another by the time it is answered.
  var lineInHand = ""
  /// An opinion typed but not confirmed.
  var opinion = ""

  var isTyping: Bool { entry != nil }

  var focusName: String {
    guard visit != nil else { return "message" }
    if entry != nil { return "percentage" }
    switch part {
    case .agenda: return "agenda"
    case .checks: return "checks"
    case .evidence: return "evidence"
    case .marks: return "marks"
    }
  }

  func title(_ context: Context) -> Line {
    guard let dossier else { return context.line(.tab(id)) }
    let name = Line("\(dossier.id)  \(dossier.application.name)")
    guard phase(context).isOpen else { return name }
    var spans: [Line.Span] = [
      .init("  "), .init(context.say(.OnSite.progress(checklist.done, checklist.total)), .dim),
    ]
    for outcome in CheckOutcome.allCases {
      guard let count = checklist.outcomes[outcome] else { continue }
      spans += [.init("  "), .init("\(outcome.sign)\(count)", Self.style(of: outcome))]
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

  /// The rows of the category shown.
  var rows: [Checklist.Row] {
    checklist.sections.indices.contains(section) ? checklist.sections[section].rows : []
  }

  var selectedCheck: Check? {
    rows.indices.contains(checkList.selection) ? rows[checkList.selection].check : nil
  }

  /// The selected item of the marks.
  func selectedItem(_ context: Context) -> Item? {
    let items = context.edition.items
    return items.indices.contains(markList.selection) ? items[markList.selection] : nil
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
      if dossier?.id != context.dossier { self = OnSiteScreen() }
      entry = nil
      return reload(context)
    case .storeChanged: return reload(context)
    case .loaded(.dossier(let state)) where state.id == context.dossier:
      take(state, context)
      return []
    case .loaded(.unavailable(.dossier(let id), let why)) where id == context.dossier:
      obstacle = why
      return []
    case .key(let key): return take(key, context)
    case .paste(let text):
      for character in text { entry?.take(.character(character)) }
      return []
    case .action(let name): return run(name, context)
    case .answered(let id, let choice): return answer(id, choice, context)
    case .reopen(let place): return reopen(place, context)
    case .filled(let id, let form): return fill(id, form, context)
    case .done(let ticket, _): return finish(ticket, context)
    case .click(let target, let isDouble): return click(target, isDouble, context)
    case .wheel(let step, _):
      move(step > 0 ? .down : .up, context)
      return []
    default: return []
    }
  }

  func reload(_ context: Context) -> [Effect] {
    context.dossier.map { [.load(.dossier($0))] } ?? []
  }

  private mutating func take(_ state: CaseState, _ context: Context) {
    let isFirst = dossier == nil
    dossier = state
    obstacle = nil
    arrange(context)
    guard let visit = state.visit else {
      score = nil
      return
    }
    if isFirst { selectFirstOpen(visit, context) }
    score = SiteScore(visit, edition: context.edition, parameters: context.parameters)
    selectLine(isFirst ? currentLine ?? 0 : selectedLine ?? 0, context)
  }

  /// Begins at the first check that nobody has looked into.
  private mutating func selectFirstOpen(_ visit: Visit, _ context: Context) {
    guard let check = visit.unticked.first else { return }
    for (place, section) in checklist.sections.enumerated() {
      guard let row = section.rows.firstIndex(where: { $0.check?.id == check.id }) else { continue }
      self.section = place
      selectRow(row, context)
    }
  }

  /// Makes the list of checks anew and keeps the selected one, or its place.
  mutating func arrange(_ context: Context) {
    let check = selectedCheck?.id
    let category =
      checklist.sections.indices.contains(section) ? checklist.sections[section].category.id : nil
    checklist =
      visit.map { Checklist($0, edition: context.edition, onlyOpen: onlyOpen) } ?? Checklist()
    let sections = checklist.sections
    if let place = sections.firstIndex(where: { $0.rows.contains { $0.check?.id == check } }) {
      section = place
      let row = sections[place].rows.firstIndex { $0.check?.id == check }
      selectRow(row ?? 1, context)
    } else {
      let place = sections.firstIndex { $0.category.id == category }
      section = min(place ?? section, max(0, sections.count - 1))
      selectRow(category == nil || place != nil ? max(1, checkList.selection) : 1, context)
    }
  }

  /// Selects a row of the checklist; a pending outcome goes with its row.
  mutating func selectRow(_ row: Int, _ context: Context) {
    let rows = rows
    checkList.select(row, count: rows.count, rows: layout(context).checkRows) {
      rows[$0].check != nil
    }
    settleSelection()
  }

  /// What belongs to the selected check alone is dropped with it.
  mutating func settleSelection() {
    if pending?.check != selectedCheck?.id { pending = nil }
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    switch key {
    case .up, .down, .pageUp, .pageDown, .home, .end: move(key, context)
    case .character(let character):
      guard let digit = TypedDigit.value(character) else { break }
      if entry != nil {
        entry?.take(key)
      } else if part == .marks {
        let effects = startEntry(context)
        entry?.take(key)
        return effects
      } else if part != .agenda, (1...CheckOutcome.allCases.count).contains(digit) {
        return mark(CheckOutcome.allCases[digit - 1], context)
      }
    default: entry?.take(key)
    }
    return []
  }

  private mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context) -> [Effect]
  {
    switch target.name {
    case "checks":
      part = .checks
      selectRow(target.index, context)
      return isDouble ? run("record", context) : []
    case "agenda":
      part = .agenda
      let lines = agendaRows
      guard lines.indices.contains(target.index), let line = lines[target.index].line else {
        return []
      }
      selectLine(line, context)
      return isDouble ? run("held", context) : []
    case "marks":
      part = .marks
      selectItem(target.index, context)
      return isDouble ? startEntry(context) : []
    case "parts":
      part = Part(rawValue: target.index) ?? .checks
      return []
    default: return []
    }
  }

  /// The style of an outcome's sign.
  static func style(of outcome: CheckOutcome) -> Style {
    switch outcome {
    case .met: .good
    case .partly: .warning
    case .unmet: .bad
    case .notApplicable: .dim
    }
  }
}
