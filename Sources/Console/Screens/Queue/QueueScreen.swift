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
  /// The rows of the window that was read, and where it begins.
  private(set) var rows: [QueueRow] = []
  private var offset = 0
  private(set) var total = 0
  private(set) var list = ListState()
  private(set) var stageList = ListState()
  private var focus = Focus.cases
  private var finding = FindField(label: "")
  /// The list in which one was when one began to look for something.
  private var foundFrom: QueueQuery.Scope?
  /// Rows read at once.
  private static let window = 100

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
    if focus == .finding {
      return [
        Action(
          "endFind", .showFound, keys: [.enter], shown: .plain("Enter"), help: .showFoundHelp,
          importance: 8),
        Action(
          "dropFind", .dropFind, keys: [.escape], shown: .plain("Esc"), help: .dropFindHelp,
          importance: 7),
      ]
    }
    let isEmpty: Availability = selected == nil ? .disabled(.queueEmpty) : .available
    return [
      Action(
        "move", .choose, shown: .arrows, help: .chooseHelp, importance: 6),
      Action(
        "open", .open, keys: [.enter], shown: .plain("Enter"), help: .openHelp,
        availability: isEmpty, importance: 8),
      Action(
        "nextStage", .stagePane, keys: [.right, .character("l")], shown: .sideArrows,
        help: .stagePaneHelp, importance: 6),
      Action("previousStage", .stagePane, keys: [.left, .character("h")], help: .stagePaneHelp),
      Action("down", .choose, keys: [.character("j")], help: .chooseHelp),
      Action("up", .choose, keys: [.character("k")], help: .chooseHelp),
      Action(
        "find", .find, keys: [.function(3), .character("/")], shown: .plain("F3"), help: .findHelp,
        importance: 7),
      Action(
        "filter", .filter, keys: [.function(4)], shown: .plain("F4"), help: .filterHelp,
        importance: 5),
      Action(
        "sort", .sort, keys: [.function(6)], shown: .plain("F6"), help: .sortHelp, importance: 5),
      Action(
        "file", .openDossier, keys: [.function(7)], shown: .plain("F7"), help: .openDossierHelp,
        availability: isEmpty, importance: 4),
      Action(
        "stages", .switchPane, keys: [.tab], help: .switchPaneHelp),
    ] + registration(context) + [
      Action(
        "dropFind", .dropFind, keys: [.escape], help: .dropFindHelp,
        availability: query.text.isEmpty ? .disabled(.nothingLookedFor) : .available)
    ] + ComplaintForm.actions(about: selected?.application, context)
  }

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
    let row = rows.first { $0.application.id.rawValue == about }
    return ComplaintForm.form(name, about: about, row?.application, context)
      ?? RegisterForm.form(name, after: counts?.lastNumber, context)
  }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened, .storeChanged, .verified: return reload()
    case .loaded(.queue(let query, let offset, let rows, let total)) where query == self.query:
      (self.rows, self.offset, self.total) = (rows, offset, total)
      list.select(
        min(max(0, list.selection), max(0, total - 1)), count: total, rows: listRows(context))
      return []
    case .loaded(.counts(let counts)):
      let isFirst = self.counts == nil
      self.counts = counts
      // Nothing waits: the list begins with everything there is.
      guard isFirst, counts.mine == 0, counts.all > 0 else { return [] }
      stageList.select(1, count: scopes.count, rows: scopes.count)
      return show(.all)
    case .key(let key): return take(key, context)
    case .paste(let text) where focus == .finding:
      finding.paste(text)
      return search()
    case .done("register", _): return reload()
    case .action(let name): return run(name, context)
    case .click(let target, let isDouble): return click(target, isDouble, context)
    case .wheel(let step, _): return move(step > 0 ? .down : .up, context)
    case .done(let ticket, _): return ComplaintForm.said(ticket)
    default: return []
    }
  }

  private mutating func reload() -> [Effect] {
    [.load(.counts), .load(.queue(query, offset: offset, limit: Self.window))]
  }

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
    _ = list.handle(key, count: total, rows: listRows(context))
    return readAround()
  }

  /// Reads another window when the selection nears the end of the one at hand.
  private mutating func readAround() -> [Effect] {
    let place = list.selection
    guard place < offset || place >= offset + rows.count, total > 0 else { return [] }
    offset = max(0, place - Self.window / 2)
    return [.load(.queue(query, offset: offset, limit: Self.window))]
  }

  private mutating func run(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "open": return selected.map { [.go(Self.place(for: $0), $0.application.id)] } ?? []
    case "file": return selected.map { [.go(.dossier, $0.application.id)] } ?? []
    case "nextStage": return step(1)
    case "previousStage": return step(-1)
    case "down": return move(.down, context)
    case "up": return move(.up, context)
    case "stages":
      focus = focus == .cases ? .stages : .cases
      return []
    case "find":
      finding = FindField(label: context.say(.find), text: query.text)
      focus = .finding
      return []
    case "endFind":
      focus = .cases
      return []
    case "dropFind":
      focus = .cases
      query.text = ""
      defer { foundFrom = nil }
      return foundFrom.map { select($0) } ?? reset()
    case "sort":
      let orders = QueueQuery.Order.allCases
      let place = orders.firstIndex(of: query.order) ?? 0
      query.order = orders[(place + 1) % orders.count]
      return reset()
    case "filter":
      query.encouragedOnly.toggle()
      return reset()
    default: return []
    }
  }

  private mutating func search() -> [Effect] {
    query.text = finding.text
    // One looks for something among everything there is, and comes back to the list one was in.
    if query.scope != .all, !query.text.isBlank {
      foundFrom = query.scope
      return select(.all)
    }
    return reset()
  }

  private mutating func reset() -> [Effect] {
    offset = 0
    list = ListState()
    return [.load(.queue(query, offset: 0, limit: Self.window))]
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

  private mutating func show(_ scope: QueueQuery.Scope) -> [Effect] {
    query.scope = scope
    return reset()
  }

  private mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context) -> [Effect]
  {
    switch target.name {
    case "cases":
      focus = .cases
      list.select(target.index, count: total, rows: listRows(context))
      return isDouble ? run("open", context) : readAround()
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
  var selected: QueueRow? { row(list.selection) }

  func row(_ index: Int) -> QueueRow? {
    rows.indices.contains(index - offset) ? rows[index - offset] : nil
  }

  /// Whether a pane has the focus.
  func isFocused(onStages: Bool) -> Bool { onStages ? focus == .stages : focus == .cases }

  /// The field in which one types what is to be found, while it is open.
  var openFinding: FindField? { focus == .finding ? finding : nil }

  private func listRows(_ context: Context) -> Int {
    max(1, QueueLayout(context).listRows)
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
