import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// The overview (总览) of the bureau: where the cases stand, their scores, the list by tier.
struct BoardScreen: Screen {
  /// The pages, in their order.
  enum Page: Int, Sendable, Hashable, CaseIterable {
    case overview
    case scores
    case list

    /// The panes of the page, in the order in which Tab goes through them.
    var panes: [Pane] { Pane.allCases.filter { $0.page == self } }
  }

  /// The panes of all pages, in their order.
  enum Pane: Int, Sendable, Hashable, CaseIterable {
    case stages
    case late
    case panels
    case material
    case onSite
    case list

    var page: Page {
      switch self {
      case .stages, .late, .panels: .overview
      case .material, .onSite: .scores
      case .list: .list
      }
    }
  }

  let id = ScreenID.board
  private(set) var board: Board?
  private(set) var scores: [ScoreRow]?
  private(set) var tiers = TierList([], .hangzhou)
  /// Why board or scores cannot be shown.
  private(set) var refusals: [Page: Phrase] = [:]
  private(set) var pane = Pane.stages
  private var lists: [Pane: ListState] = [:]
  private var scrolls: [Pane: ScrollState] = [:]
  /// The first district of the matrix that is shown, where not all fit.
  private(set) var firstDistrict = 0
  /// The file that is there already and waits to be replaced.
  private var pendingPath: String?

  let isTyping = false

  var focusName: String { "\(pane)" }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened, .storeChanged: return reload()
    case .loaded(let reply): return take(reply, context)
    case .key(let key): return take(key, context)
    case .action(let name): return run(name, context)
    case .wheel(let step, _): return take(step > 0 ? .down : .up, context)
    case .click(let target, let isDouble): return click(target, isDouble, context)
    case .filled("export", let form):
      return write(to: form.text("path"), replaces: false, context)
    case .answered("replace", "yes"):
      guard let path = pendingPath else { return [] }
      return write(to: path, replaces: true, context)
    case .done, .failed:
      pendingPath = nil
      return []
    default: return []
    }
  }

  /// Scores are opened letter by letter: they are read once somebody looks at them.
  private func reload() -> [Effect] {
    scores != nil || pane.page != .overview ? [.load(.board), .load(.scores)] : [.load(.board)]
  }

  private mutating func take(_ reply: Reply, _ context: Context) -> [Effect] {
    switch reply {
    case .board(let board):
      (self.board, refusals[.overview]) = (board, nil)
    case .scores(let rows):
      (scores, refusals[.scores]) = (rows, nil)
      tiers = TierList(rows, context.parameters)
    case .unavailable(.board, let why): refusals[.overview] = why
    case .unavailable(.scores, let why): refusals[.scores] = why
    case .fileExists(let path):
      pendingPath = path
      return [
        .ask(
          .confirm(
            id: "replace", title: .Board.replace, lines: [.plain(path), .Board.replaceMeans],
            yes: .Board.replace))
      ]
    default: return []
    }
    for pane in Pane.allCases { select(list(of: pane).selection, in: pane, context) }
    return []
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    switch pane {
    case .material, .onSite:
      let room = layout(context).rows(of: pane)
      var scroll = scroll(of: pane)
      _ = scroll.handle(key, total: chart(of: pane, context).rows.count, rows: room)
      scrolls[pane] = scroll
    default:
      var list = list(of: pane)
      _ = list.handle(
        key, count: count(of: pane, context), rows: layout(context).rows(of: pane),
        isSelectable: { isSelectable($0, in: pane) })
      lists[pane] = list
    }
    return []
  }

  private mutating func select(_ row: Int, in pane: Pane, _ context: Context) {
    var list = list(of: pane)
    list.select(
      max(0, row), count: count(of: pane, context), rows: layout(context).rows(of: pane),
      isSelectable: { isSelectable($0, in: pane) })
    lists[pane] = list
  }

  /// Headings of the list cannot be selected.
  private func isSelectable(_ row: Int, in pane: Pane) -> Bool {
    guard pane == .list, tiers.entries.indices.contains(row) else { return true }
    if case .heading = tiers.entries[row] { return false }
    return true
  }

  /// Goes to a pane, and reads the scores where they are wanted for the first time.
  mutating func show(_ pane: Pane) -> [Effect] {
    self.pane = pane
    return pane.page != .overview && scores == nil ? [.load(.scores)] : []
  }

  /// Another pane of the page, round.
  mutating func step(_ by: Int) -> [Effect] {
    let panes = pane.page.panes
    let place = panes.firstIndex(of: pane) ?? 0
    return show(panes[(place + by + panes.count) % panes.count])
  }

  /// Another page, round, at its first pane.
  mutating func turn(_ by: Int) -> [Effect] {
    let count = Page.allCases.count
    return show(Page.allCases[(pane.page.rawValue + by + count) % count].panes[0])
  }

  mutating func turnDistricts(_ context: Context) {
    let shown = districts(context)
    firstDistrict = shown.upperBound < matrix(context).districts.count ? shown.upperBound : 0
  }

  private mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context)
    -> [Effect]
  {
    switch target.name {
    case "page":
      return show(Page(rawValue: target.index)?.panes.first ?? pane)
    case "pane": return show(Pane(rawValue: target.index) ?? pane)
    default:
      guard let pane = Pane.allCases.first(where: { "\($0)" == target.name }) else { return [] }
      let effects = show(pane)
      select(target.index, in: pane, context)
      return isDouble ? effects + run("open", context) : effects
    }
  }

  // MARK: What is shown

  func list(of pane: Pane) -> ListState { lists[pane] ?? ListState() }

  func scroll(of pane: Pane) -> ScrollState { scrolls[pane] ?? ScrollState() }

  func matrix(_ context: Context) -> StageMatrix {
    StageMatrix(board?.cells ?? [], context.parameters)
  }

  func layout(_ context: Context) -> BoardLayout { layout(in: context.room, context) }

  func layout(in rect: Rect, _ context: Context) -> BoardLayout {
    BoardLayout(in: rect, wide: context.isWide, stages: matrix(context).stages.count)
  }

  func count(of pane: Pane, _ context: Context) -> Int {
    switch pane {
    case .stages:
      let stages = matrix(context).stages.count
      return stages == 0 ? 0 : stages + 1
    case .late: return board?.late.count ?? 0
    case .panels: return board?.loads.count ?? 0
    case .material, .onSite: return 0
    case .list: return tiers.entries.count
    }
  }

  /// The organisation that Enter opens.
  var selected: CaseID? {
    let place = list(of: pane).selection
    switch pane {
    case .late:
      guard let late = board?.late, late.indices.contains(place) else { return nil }
      return late[place].dossier
    case .list:
      guard tiers.entries.indices.contains(place), case .row(let row, _) = tiers.entries[place]
      else { return nil }
      return row.dossier
    case .stages, .panels, .material, .onSite: return nil
    }
  }

  /// The totals and lines of a pane's chart, in the rows that it has.
  func chart(of pane: Pane, _ context: Context) -> ScoreChart {
    ScoreChart(
      totals(of: pane), lines: lines(of: pane, context), rows: layout(context).rows(of: pane))
  }

  func totals(of pane: Pane) -> [Points] {
    (scores ?? []).compactMap { $0.total(pane == .material ? .material : .onSite) }
  }

  func lines(of pane: Pane, _ context: Context) -> [Points] {
    pane == .material ? [context.parameters.materialLine] : context.parameters.tiers.map(\.from)
  }
}
