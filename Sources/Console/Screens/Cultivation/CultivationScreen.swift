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
  private(set) var places = Window<QueueRow>()
  private(set) var marked = MarkedCases()
  /// The case whose place is shown beside the list, and why it cannot be.
  private(set) var dossier: CaseState?
  private(set) var refusal: Phrase?
  private(set) var pane = Pane.list
  private(set) var scroll = ScrollState()
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
        importance: 9, does: selected.map { [.go(.dossier, $0.id)] } ?? []),
      Action(
        "filter", .filter, keys: [.function(4)], shown: .plain("F4"),
        help: .Cultivation.filterHelp, importance: 7
      ) { screen, context in
        screen.filter = screen.filter.stepped(1)
        return screen.reset(context)
      },
      Action(
        "sort", .sort, keys: [.function(6)], shown: .plain("F6"), help: .sortHelp, importance: 6
      ) { screen, context in
        screen.query.order = screen.query.order.stepped(1)
        return screen.reset(context)
      },
      Action(
        "nextPane", .switchPane, keys: [.tab, .right, .left, .backTab], shown: .plain("Tab ←→"),
        help: .Cultivation.paneHelp, importance: 7
      ) { screen, _ in
        screen.pane = screen.pane.stepped(1)
        return []
      },
    ]
      + marked.actions(
        \.marked, on: selected?.id, of: places.total, all: .load(asking(0, places.total)), context
      ) { screen, context in
        screen.places.handle(.down, shown: screen.layout(context).listRows)
          ? screen.follow() : []
      } + marked.dropping(\.marked)
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    marked.form(name, context)
  }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    marked.hear(message, context) + take(message, context)
  }

  private mutating func take(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened, .storeChanged, .done:
      query = query(context)
      return places.read(asking) + readPlace()
    case .loaded(let reply): return take(reply, context)
    case .timer(Self.rest): return readPlace()
    case .key(let key): return take(key, context)
    case .wheel(let step, _): return take(step > 0 ? .down : .up, context)
    case .click(let target, let isDouble): return click(target, isDouble, context)
    case .leaving: return [.stopTimer(Self.rest)]
    default: return []
    }
  }

  private var asking: Window<QueueRow>.Asking {
    { [query] in .queue(query, offset: $0, limit: $1) }
  }

  private func readPlace() -> [Effect] {
    selected.map { [.load(.dossier($0.id))] } ?? []
  }

  private mutating func take(_ reply: Reply, _ context: Context) -> [Effect] {
    switch reply {
    case .queue(let query, let offset, let rows, let total) where query == self.query:
      let before = selected?.id
      marked.take(rows.map(\.id), of: total)
      places.take(rows, at: offset, of: total, shown: layout(context).listRows)
      return places.readAround(asking) + (selected?.id == before ? [] : readPlace())
    case .dossier(let dossier) where dossier.id == selected?.id:
      if self.dossier?.id != dossier.id { scroll = ScrollState() }
      (self.dossier, refusal) = (dossier, nil)
    case .unavailable(.dossier(let id), let why) where id == selected?.id:
      (dossier, refusal) = (nil, why)
    default: break
    }
    return []
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    let layout = layout(context)
    switch pane {
    case .list:
      return places.handle(key, shown: layout.listRows) ? follow() : []
    case .detail:
      let lines = lines(width: layout.lines.width, context).count
      _ = scroll.handle(key, total: lines, rows: layout.lines.height)
      return []
    }
  }

  /// Reads another window where the selection left the one at hand, and its case once it rests.
  private mutating func follow() -> [Effect] {
    (scroll, refusal) = (ScrollState(), nil)
    let reading = places.readAround(asking)
    return reading.isEmpty ? [.startTimer(Self.rest, milliseconds: 150)] : reading
  }

  private mutating func reset(_ context: Context) -> [Effect] {
    (places, dossier, refusal, scroll) = (Window(), nil, nil, ScrollState())
    query = query(context)
    return places.read(asking)
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
      places.select(target.index, shown: layout(context).listRows)
      return isDouble ? begin("open", context) : follow()
    default: return []
    }
  }

  // MARK: What is shown

  /// The selected organisation, once its window was read.
  var selected: QueueRow? { places.selected }

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
