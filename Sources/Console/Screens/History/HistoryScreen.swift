import Foundation
import Procedure
import Store
import Terminal

/// The history (历史, V5): everything that was done, newest first, each in a sentence.
struct HistoryScreen: Screen {
  let id = ScreenID.history
  private(set) var filter = HistoryFilter()
  private(set) var entries = Window<HistoryRow>()
  /// Whether the oldest entry has been read.
  private(set) var isComplete = false
  /// Why nothing can be shown.
  private(set) var refusal: Phrase?
  /// Whether the selected entry is shown whole.
  private(set) var isOpen = false
  private(set) var scroll = ScrollState()
  /// The query whose rows are shown.
  private var query = HistoryQuery()
  private var isLoading = false
  /// The case that was chosen when the history was opened last.
  private var dossier: CaseID?
  /// Rows read at once.
  static let window = 40

  let isTyping = false

  var focusName: String { isOpen ? "entry" : "list" }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  // MARK: Actions

  func actions(_ context: Context) -> [Action] {
    isOpen ? Self.entryActions + [noteAction(context)] : listActions(context)
  }

  private static let entryActions = [
    Action("scroll", .Case.scroll, shown: .arrows, help: .Case.scrollHelp, importance: 6),
    Action(
      "older", .History.neighbour, keys: [.right, .tab], shown: .sideArrows,
      help: .History.neighbourHelp, importance: 7
    ) { screen, context in screen.move(.down, context) },
    Action("newer", .History.neighbour, keys: [.left, .backTab], help: .History.neighbourHelp) {
      screen, context in screen.move(.up, context)
    },
    Action(
      "close", .History.toList, keys: [.escape, .enter], shown: .plain("Esc"),
      help: .History.toListHelp, importance: 8
    ) { screen, _ in
      screen.isOpen = false
      return []
    },
  ]

  private func listActions(_ context: Context) -> [Action] {
    let canOpen: Availability =
      selected == nil ? .disabled(.History.empty) : .available
    let canSwitch: Availability =
      context.dossier == nil ? .disabled(.chooseCaseFirst) : .available
    return [
      Action("move", .choose, shown: .arrows, help: .History.moveHelp, importance: 6),
      Action(
        "open", .History.whole, keys: [.enter], shown: .plain("Enter"), help: .History.wholeHelp,
        availability: canOpen, importance: 8
      ) { screen, _ in
        (screen.isOpen, screen.scroll) = (true, ScrollState())
        return []
      },
      Action(
        "filter", .History.filter, keys: [.function(4)], shown: .plain("F4"),
        help: .History.filterHelp, importance: 7
      ) { screen, context in screen.open("filter", context) },
      Action(
        "scope", isOfCase(context) ? .History.showAll : .History.showCase, keys: [.function(6)],
        shown: .plain("F6"), help: .History.scopeHelp, availability: canSwitch, importance: 7
      ) { screen, context in
        screen.narrow(context) { $0.isOfCase.toggle() }
      },
      Action(
        "keys", filter.groups.contains(.keys) ? .History.withoutKeys : .History.withKeys,
        keys: [.function(7)], shown: .plain("F7"), help: .History.keysHelp, importance: 4
      ) { screen, context in
        screen.narrow(context) { $0.groups.formSymmetricDifference([.keys]) }
      },
      Action(
        "clear", .History.clear, keys: [.function(8)], shown: .plain("F8"),
        help: .History.clearHelp,
        availability: filter == HistoryFilter() ? .disabled(.History.noFilter) : .available,
        importance: 3
      ) { screen, context in
        screen.narrow(context) { $0 = HistoryFilter() }
      },
      acceptAction(context),
      noteAction(context),
      .goBack(context, importance: 2),
    ]
  }

  /// Whether one case's entries alone are shown.
  func isOfCase(_ context: Context) -> Bool { filter.isOfCase && context.dossier != nil }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened:
      // Whoever comes with another case wants to see that one, whatever was shown before.
      if let wanted = context.dossier, wanted != dossier { filter.isOfCase = true }
      dossier = context.dossier
      if filter.query(of: context.dossier) != query { forget() }
      return reload(context)
    case .storeChanged: return reload(context)
    case .loaded(.history(let query, let before, let rows)) where query == self.query:
      take(rows, before: before, context)
      return []
    case .loaded(.unavailable(.history(let query, _, _), let why)) where query == self.query:
      (refusal, entries, isLoading) = (why, Window(), false)
      return []
    case .key(let key): return take(key, context)
    case .wheel(let step, _): return take(step > 0 ? .down : .up, context)
    case .click(let target, let isDouble) where target.name == "history":
      entries.select(target.index, shown: listRows(context))
      return isDouble ? begin("open", context) : readOn()
    case .done("note", _), .done("accept", _): return reload(context)
    default: return []
    }
  }

  /// Where the entry is among those at hand.
  mutating func reopen(_ place: UnfinishedForm.Place, _ context: Context) -> [Effect] {
    guard let position = Int(place.about), entries.choose(position, shown: listRows(context))
    else { return [] }
    return begin(place.form, context)
  }

  private mutating func forget() {
    (entries, isComplete, isOpen, refusal) = (Window(), false, false, nil)
  }

  /// Reads from the newest on, as many rows as were there.
  private mutating func reload(_ context: Context) -> [Effect] {
    query = filter.query(of: context.dossier)
    isLoading = true
    return [.load(.history(query, before: nil, limit: max(Self.window, entries.total)))]
  }

  private mutating func take(_ more: [HistoryRow], before: Int?, _ context: Context) {
    let rows = entries.rows
    let wanted = before == nil ? max(Self.window, rows.count) : Self.window
    (isComplete, isLoading, refusal) = (more.count < wanted, false, nil)
    guard before == nil || before == rows.last?.position else { return }
    entries.hold(before == nil ? more : rows + more, shown: listRows(context))
  }

  /// Reads older entries when the selection nears the oldest at hand.
  private mutating func readOn() -> [Effect] {
    guard !isComplete, !isLoading, let last = entries.rows.last,
      entries.state.selection >= entries.total - 20
    else { return [] }
    isLoading = true
    return [.load(.history(query, before: last.position, limit: Self.window))]
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    guard isOpen else { return move(key, context) }
    let room = entryRoom(context)
    _ = scroll.handle(key, total: entryLines(width: room.width, context).count, rows: room.height)
    return []
  }

  /// Goes to another entry, which is read from its beginning.
  private mutating func move(_ key: Key, _ context: Context) -> [Effect] {
    scroll = ScrollState()
    entries.handle(key, shown: listRows(context))
    return readOn()
  }

  // MARK: Narrowing

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    switch name {
    case "filter": filterForm(context)
    case "note": noteForm(about, context)
    case "accept": acceptForm(about, context)
    default: nil
    }
  }

  /// Shows what another filter lets through.
  private mutating func narrow(
    _ context: Context, _ change: (inout HistoryFilter) -> Void
  ) -> [Effect] {
    change(&filter)
    forget()
    return reload(context)
  }

  private func filterForm(_ context: Context) -> ScreenForm<Self> {
    let parts: [ActField<Patch<HistoryFilter>>] = [
      .set(
        \.person,
        .one(
          of: context.everybody, orNone: .all, "person", .History.who, selected: filter.person
        ) { .plain(context.name($0)) }),
      .set(
        ActField<[HistoryGroup]>.several(
          of: HistoryGroup.allCases, "groups", .History.kinds, taken: Array(filter.groups),
          isRequired: true
        ) { .History.group($0) }
      ) { $0.groups = Set($1) },
      .set(\.from, .day(orNone: "from", .History.from, filter.from, help: .History.dayHelp)),
      .set(\.until, .day(orNone: "until", .History.until, filter.until, help: .History.dayHelp)),
    ]
    let scope: ActField<Patch<HistoryFilter>> = .set(
      \.isOfCase,
      .choice(
        "scope", .History.scope, [(.History.thisCase, true), (.all, false)],
        selected: filter.isOfCase ? 0 : 1, help: .plain("")))
    let asks = Asks(.record(filter, (context.dossier == nil ? [] : [scope]) + parts)) { $0 }
    return ScreenForm("filter", .History.filter, isKept: false, asks, context) {
      screen, wanted, context in
      if let from = wanted.from, let until = wanted.until, until < from {
        return .faults(["until": .dayFault(.reversed)])
      }
      return .effects([.endForm] + screen.narrow(context) { $0 = wanted })
    }
  }

  // MARK: What is shown

  /// The selected entry.
  var selected: HistoryRow? { entries.selected }

  func listRows(_ context: Context) -> Int {
    max(1, context.size.height - context.topRows - 3)
  }

  /// Where an entry is shown whole.
  func entryRoom(_ context: Context) -> Size {
    Size(
      width: max(1, context.size.width - 4),
      height: max(1, context.size.height - context.topRows - 2))
  }
}
