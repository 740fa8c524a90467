import Foundation
import Procedure
import Store
import Terminal

/// The queue (队列): stages at the left, cases, the selected case below.
struct QueueScreen: Screen {
  /// What has the focus.
  private enum Focus: Sendable, Hashable {
    case stages
    case cases
    case finding
  }

  let id = ScreenID.queue
  private(set) var query = QueueQuery()
  private(set) var counts: QueueCounts?
  private(set) var cases = Window<QueueRow>()
  private(set) var marked = MarkedCases()
  private(set) var stageList = ListState()
  private var focus = Focus.cases
  private var finding = FindField(label: "")
  /// The list in which one was when one began to look for something.
  private var foundFrom: QueueQuery.Scope?

  var isTyping: Bool { focus == .finding }

  var focusName: String {
    switch focus {
    case .stages: "stages"
    case .cases: "cases"
    case .finding: "finding"
    }
  }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  // MARK: Actions

  func actions(_ context: Context) -> [Action] {
    if focus == .finding { return Self.findingActions }
    let isEmpty: Availability = selected == nil ? .disabled(.queueEmpty) : .available
    return [
      Action("move", .choose, shown: .arrows, help: .chooseHelp, importance: 6),
      Action(
        "open", .open, keys: [.enter], shown: .plain("Enter"), help: .openHelp,
        availability: isEmpty, importance: 8,
        does: selected.map { [.go(Self.place(for: $0), $0.application.id)] } ?? []),
      Action(
        "nextStage", .stagePane, keys: [.right, .character("l")], shown: .sideArrows,
        help: .stagePaneHelp, importance: 6
      ) { screen, _ in screen.step(1) },
      Action("previousStage", .stagePane, keys: [.left, .character("h")], help: .stagePaneHelp) {
        screen, _ in screen.step(-1)
      },
      Action("down", .choose, keys: [.character("j")], help: .chooseHelp) { screen, context in
        screen.move(.down, context)
      },
      Action("up", .choose, keys: [.character("k")], help: .chooseHelp) { screen, context in
        screen.move(.up, context)
      },
      Action(
        "find", .find, keys: [.function(3), .character("/")], shown: .plain("F3"), help: .findHelp,
        importance: 7
      ) { screen, context in
        screen.finding = FindField(label: context.say(.find), text: screen.query.text)
        screen.focus = .finding
        return []
      },
      Action(
        "filter", .filter, keys: [.function(4)], shown: .plain("F4"), help: .filterHelp,
        importance: 5
      ) { screen, _ in
        screen.query.encouragedOnly.toggle()
        return screen.restart()
      },
      Action(
        "sort", .sort, keys: [.function(6)], shown: .plain("F6"), help: .sortHelp, importance: 5
      ) { screen, _ in
        screen.query.order = screen.query.order.stepped(1)
        return screen.restart()
      },
      Action(
        "dossier", .openDossier, keys: [.function(7)], shown: .plain("F7"), help: .openDossierHelp,
        availability: isEmpty, importance: 4,
        does: selected.map { [.go(.dossier, $0.application.id)] } ?? []),
      Action("stages", .switchPane, keys: [.tab], help: .switchPaneHelp) { screen, _ in
        screen.focus = screen.focus == .cases ? .stages : .cases
        return []
      },
    ]
      + marked.actions(
        \.marked, on: selected?.id, of: cases.total, all: .load(asking(0, cases.total)), context
      ) { screen, context in screen.move(.down, context) }
      + comparing(context) + registration(context) + escape + [print]
      + ComplaintForm.actions(about: selected?.application, context)
  }

  /// Who waits for the secretariat to compare their keys stands before all cases.
  private func comparing(_ context: Context) -> [Action] {
    guard !context.peopleToCompare.isEmpty else { return [] }
    return [
      Action(
        "compare", .comparePeople, keys: [.function(9)], shown: .plain("F9"),
        help: .comparePeopleHelp, importance: 8, does: [.go(.setup, nil), .begin("toPeople")])
    ]
  }

  /// What was looked for is dropped first, then the marks.
  private var escape: [Action] {
    let drops: [Action] = query.text.isEmpty ? marked.dropping(\.marked) : []
    guard drops.isEmpty else { return drops }
    return [
      Action(
        "dropFind", .dropFind, keys: [.escape], help: .dropFindHelp,
        availability: query.text.isEmpty ? .disabled(.nothingLookedFor) : .available
      ) { screen, _ in screen.dropFind() }
    ]
  }

  /// F7 opens the case here: Ctrl-P prints.
  private var print: Action {
    .print(
      keys: [], help: .Printing.listHelp,
      availability: cases.total == 0 ? .disabled(.Printing.emptyList) : .available
    ) { screen, context in screen.open(Printing.listForm, context) }
  }

  private static let findingActions = [
    Action(
      "endFind", .showFound, keys: [.enter], shown: .plain("Enter"), help: .showFoundHelp,
      importance: 8
    ) { screen, _ in
      screen.focus = .cases
      return []
    },
    Action(
      "dropFind", .dropFind, keys: [.escape], shown: .plain("Esc"), help: .dropFindHelp,
      importance: 7
    ) { screen, _ in screen.dropFind() },
  ]

  /// Registering an application, for those who may.
  private func registration(_ context: Context) -> [Action] {
    guard RegisterForm.isOffered(context) else { return [] }
    return [
      Action(
        "register", .Setup.register, keys: [.function(8)], shown: .plain("F8"),
        help: .Setup.registerHelp,
        availability: RegisterForm.availability(context), importance: 5
      ) { screen, context in screen.open(RegisterForm.name, context) }
    ]
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    let row = cases.rows.first { $0.application.id.rawValue == about }
    return ComplaintForm.form(name, about: about, row?.application, context)
      ?? RegisterForm.form(name, after: counts?.lastNumber, context)
      ?? marked.form(name, context) ?? Printing.form(name, .queue(query), context)
  }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    marked.hear(message, context) + take(message, context)
  }

  private mutating func take(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened, .storeChanged, .verified: return reload()
    case .loaded(.queue(let query, let offset, let rows, let total)) where query == self.query:
      marked.take(rows.map(\.id), of: total)
      cases.take(rows, at: offset, of: total, shown: listRows(context))
      return readAround()
    case .loaded(.counts(let counts)):
      let isFirst = self.counts == nil
      self.counts = counts
      // Nothing waits: the list begins with everything there is.
      let startsWithAll =
        isFirst && counts.mine == 0 && counts.all > 0 && context.peopleToCompare.isEmpty
      return startsWithAll ? select(.all) : stay()
    case .key(let key): return take(key, context)
    case .paste(let text) where focus == .finding:
      finding.paste(text)
      return search()
    case .click(let target, let isDouble): return click(target, isDouble, context)
    case .wheel(let step, _): return move(step > 0 ? .down : .up, context)
    case .done("register", _), .done(MarkedCases.ticket, _): return reload()
    case .done(let ticket, _): return ComplaintForm.said(ticket)
    default: return []
    }
  }

  private var asking: Window<QueueRow>.Asking {
    { [query] in .queue(query, offset: $0, limit: $1) }
  }

  private func reload() -> [Effect] { [.load(.counts)] + cases.read(asking) }

  private mutating func readAround() -> [Effect] { cases.readAround(asking) }

  /// Shows another list from its beginning.
  private mutating func restart() -> [Effect] { cases.restart(asking) }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    switch focus {
    case .finding: return finding.handle(key) == .changed ? search() : []
    case .cases: return move(key, context)
    case .stages:
      let before = stageList.selection
      _ = stageList.handle(key, count: scopes.count, rows: max(1, context.size.height - 5))
      return stageList.selection == before ? [] : show(scopes[stageList.selection])
    }
  }

  private mutating func move(_ key: Key, _ context: Context) -> [Effect] {
    cases.handle(key, shown: listRows(context))
    return readAround()
  }

  private mutating func dropFind() -> [Effect] {
    focus = .cases
    query.text = ""
    defer { foundFrom = nil }
    return foundFrom.map { select($0) } ?? restart()
  }

  private mutating func search() -> [Effect] {
    query.text = finding.text
    // One looks for something among everything there is, and comes back to the list one was in.
    if query.scope != .all, !query.text.isBlank {
      foundFrom = query.scope
      return select(.all)
    }
    return restart()
  }

  private mutating func step(_ by: Int) -> [Effect] {
    let next = min(max(0, stageList.selection + by), scopes.count - 1)
    foundFrom = nil
    return select(scopes[next])
  }

  /// Goes to a list, at the left too.
  private mutating func select(_ scope: QueueQuery.Scope) -> [Effect] {
    stageList.select(
      scopes.firstIndex(of: scope) ?? 0, count: scopes.count, rows: scopes.count)
    return show(scope)
  }

  /// Stays in the list one is in, wherever it stands by now at the left; when the last case has left a
  /// stage, everything there is comes in its place.
  private mutating func stay() -> [Effect] {
    guard let place = scopes.firstIndex(of: query.scope) else { return select(.all) }
    stageList.select(place, count: scopes.count, rows: scopes.count)
    return []
  }

  private mutating func show(_ scope: QueueQuery.Scope) -> [Effect] {
    query.scope = scope
    return restart()
  }

  private mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context) -> [Effect]
  {
    switch target.name {
    case "cases":
      focus = .cases
      cases.select(target.index, shown: listRows(context))
      return readAround() + (isDouble ? begin("open", context) : [])
    case "stages":
      guard scopes.indices.contains(target.index) else { return [] }
      stageList.select(target.index, count: scopes.count, rows: scopes.count)
      return show(scopes[target.index])
    default: return []
    }
  }

  // MARK: What is shown

  /// The lists at the left: mine, all, and the stages that have cases.
  var scopes: [QueueQuery.Scope] {
    let stages = Stage.allCases.filter { counts?.stages[$0] != nil }
    return [.mine, .all] + stages.map(QueueQuery.Scope.stage)
  }

  /// The selected case, once its window was read.
  var selected: QueueRow? { cases.selected }

  /// Whether a pane has the focus.
  func isFocused(onStages: Bool) -> Bool { onStages ? focus == .stages : focus == .cases }

  /// The field in which one types what is to be found, while it is open.
  var openFinding: FindField? { focus == .finding ? finding : nil }

  private func listRows(_ context: Context) -> Int {
    let waits = query.scope == .mine && !context.peopleToCompare.isEmpty
    return max(1, QueueLayout(context).listRows - (waits ? 1 : 0))
  }

  /// Where Enter leads: to what waits for this person.
  private static func place(for row: QueueRow) -> ScreenID {
    switch row.duties.first {
    case .review: .review
    case .consensus: .consensus
    case .visit: .onSite
    default: .dossier
    }
  }
}
