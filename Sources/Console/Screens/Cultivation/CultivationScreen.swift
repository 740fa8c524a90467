import Foundation
import Procedure
import Store
import Terminal

/// The places under cultivation (培育): listed organisations, and what becomes of their places.
struct CultivationScreen: Screen {
  /// The panes, in the order in which Tab goes through them.
  enum Pane: Int, Sendable, Hashable, CaseIterable {
    case list
    case detail
  }

  /// Which organisations are listed.
  enum Filter: Int, Sendable, Hashable, CaseIterable {
    case all
    case reportDue
    case lost
  }

  /// How a place stands.
  enum State: Sendable, Hashable, CaseIterable {
    case cultivated
    case reportLate
    /// Its years are over.
    case ended
    case lost
  }

  let id = ScreenID.cultivation
  private(set) var filter = Filter.all
  private(set) var query = QueueQuery(scope: .listed)
  /// The rows of the window that was read, and where it begins.
  private(set) var rows: [QueueRow] = []
  private var offset = 0
  private(set) var total = 0
  private(set) var isRead = false
  private(set) var list = ListState()
  /// The case whose place is shown beside the list, and why it cannot be.
  private(set) var dossier: CaseState?
  private(set) var refusal: Phrase?
  private(set) var pane = Pane.list
  private(set) var scroll = ScrollState()
  /// Rows read at once.
  private static let window = 100
  /// Days before a report's last day from which it counts as due.
  static let reportDays = 60
  /// The timer after which the case of a selection that rests is read.
  private static let rest = "place"

  let isTyping = false

  var focusName: String { "\(pane)" }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  // MARK: Actions

  func actions(_ context: Context) -> [Action] {
    [
      Action(
        "move", .choose, shown: .arrows, help: .Cultivation.moveHelp, importance: 6),
      Action(
        "open", .openDossier, keys: [.enter], shown: .plain("Enter"), help: .Cultivation.openHelp,
        availability: selected == nil ? .disabled(.Cultivation.nobody) : .available,
        importance: 9),
      Action(
        "filter", .filter, keys: [.function(4)], shown: .plain("F4"),
        help: .Cultivation.filterHelp, importance: 7),
      Action(
        "sort", .sort, keys: [.function(6)], shown: .plain("F6"), help: .sortHelp, importance: 6),
      Action(
        "nextPane", .switchPane, keys: [.tab, .right, .left, .backTab], shown: .plain("Tab ←→"),
        help: .Cultivation.paneHelp, importance: 7),
    ]
  }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened, .storeChanged:
      query = query(context)
      return [read()] + readPlace()
    case .loaded(let reply): return take(reply, context)
    case .timer(Self.rest): return readPlace()
    case .key(let key): return take(key, context)
    case .action(let name): return run(name, context)
    case .wheel(let step, _): return take(step > 0 ? .down : .up, context)
    case .click(let target, let isDouble): return click(target, isDouble, context)
    case .leaving: return [.stopTimer(Self.rest)]
    default: return []
    }
  }

  private func read() -> Effect { .load(.queue(query, offset: offset, limit: Self.window)) }

  private func readPlace() -> [Effect] {
    selected.map { [.load(.dossier($0.application.id))] } ?? []
  }

  private mutating func take(_ reply: Reply, _ context: Context) -> [Effect] {
    switch reply {
    case .queue(let query, let offset, let rows, let total) where query == self.query:
      let before = selected?.application.id
      (self.rows, self.offset, self.total, isRead) = (rows, offset, total, true)
      let place = rows.firstIndex { $0.application.id == before }.map { $0 + offset }
      list.select(
        place ?? max(0, list.selection), count: total, rows: layout(context).listRows)
      return selected?.application.id == before ? [] : readPlace()
    case .dossier(let dossier) where dossier.id == selected?.application.id:
      if self.dossier?.id != dossier.id { scroll = ScrollState() }
      (self.dossier, refusal) = (dossier, nil)
    case .unavailable(.dossier(let id), let why) where id == selected?.application.id:
      (dossier, refusal) = (nil, why)
    default: break
    }
    return []
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    let layout = layout(context)
    switch pane {
    case .list:
      let before = list.selection
      _ = list.handle(key, count: total, rows: layout.listRows)
      return list.selection == before ? [] : follow()
    case .detail:
      let lines = lines(width: layout.lines.width, context).count
      _ = scroll.handle(key, total: lines, rows: layout.lines.height)
      return []
    }
  }

  /// Reads another window where the selection left the one at hand, and its case once it rests.
  private mutating func follow() -> [Effect] {
    (scroll, refusal) = (ScrollState(), nil)
    let place = list.selection
    guard place < offset || place >= offset + rows.count, total > 0 else {
      return [.startTimer(Self.rest, milliseconds: 150)]
    }
    // The window moves with its rows: until they are there the old ones stand where they stood.
    let start = max(0, place - Self.window / 2)
    return [.load(.queue(query, offset: start, limit: Self.window))]
  }

  private mutating func run(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "open": return selected.map { [.go(.dossier, $0.application.id)] } ?? []
    case "filter":
      let count = Filter.allCases.count
      filter = Filter.allCases[(filter.rawValue + 1) % count]
      return reset(context)
    case "sort":
      let orders = QueueQuery.Order.allCases
      let place = orders.firstIndex(of: query.order) ?? 0
      query.order = orders[(place + 1) % orders.count]
      return reset(context)
    case "nextPane":
      pane = pane == .list ? .detail : .list
      return []
    default: return []
    }
  }

  private mutating func reset(_ context: Context) -> [Effect] {
    (offset, rows, total, list) = (0, [], 0, ListState())
    (dossier, refusal, scroll, isRead) = (nil, nil, ScrollState(), false)
    query = query(context)
    return [read()]
  }

  private func query(_ context: Context) -> QueueQuery {
    var query = query
    switch filter {
    case .all: query.scope = .listed
    case .reportDue: query.scope = .reportDue(by: context.now.day.adding(days: Self.reportDays))
    case .lost: query.scope = .stage(.revoked)
    }
    return query
  }

  private mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context)
    -> [Effect]
  {
    switch target.name {
    case "pane":
      pane = Pane(rawValue: target.index) ?? pane
      return []
    case "places":
      pane = .list
      list.select(target.index, count: total, rows: layout(context).listRows)
      return isDouble ? run("open", context) : follow()
    default: return []
    }
  }

  // MARK: What is shown

  /// The selected organisation, once its window was read.
  var selected: QueueRow? { row(list.selection) }

  func row(_ index: Int) -> QueueRow? {
    rows.indices.contains(index - offset) ? rows[index - offset] : nil
  }

  /// How a place stands, from what is clear for all.
  static func state(of row: QueueRow, on day: Day) -> State {
    if row.stage == .revoked { return .lost }
    if let due = row.reportDue, due < day { return .reportLate }
    if let until = row.placeUntil, until < day { return .ended }
    return .cultivated
  }

  func layout(_ context: Context) -> CultivationLayout {
    CultivationLayout(in: context.room, wide: context.isWide)
  }
}
