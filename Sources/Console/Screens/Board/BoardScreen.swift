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

  /// A row of a pane's list: what it is, and the case that Enter opens.
  struct Row: Identifiable, Sendable {
    let id: String
    var dossier: CaseID?
    var isHeading = false
  }

  let id = ScreenID.board
  private(set) var board: Board?
  private(set) var scores: [ScoreRow]?
  private(set) var tiers = TierList([], .hangzhou)
  /// Why board or scores cannot be shown.
  private(set) var refusals: [Page: Phrase] = [:]
  private(set) var pane = Pane.stages
  private var lists: [Pane: Window<Row>] = [:]
  private var scrolls: [Pane: ScrollState] = [:]
  /// The first district of the matrix that is shown, where not all fit.
  private(set) var firstDistrict = 0

  let isTyping = false

  var focusName: String { "\(pane)" }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened, .storeChanged: return reload()
    case .loaded(let reply): return take(reply, context)
    case .key(let key): return take(key, context)
    case .wheel(let step, _): return take(step > 0 ? .down : .up, context)
    case .click(let target, let isDouble): return click(target, isDouble, context)
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
      return [
        .ask(
          .confirm(
            id: "replace", title: .Board.replace, lines: [.plain(path), .Board.replaceMeans],
            yes: .Board.replace, then: write(to: path, replaces: true, context)))
      ]
    default: return []
    }
    for pane in Pane.allCases {
      self[pane].hold(rows(of: pane, context), shown: layout(context).rows(of: pane))
    }
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
      self[pane].handle(key, shown: layout(context).rows(of: pane))
    }
    return []
  }

  /// Goes to a pane, and reads the scores where they are wanted for the first time.
  mutating func show(_ pane: Pane) -> [Effect] {
    self.pane = pane
    return pane.page != .overview && scores == nil ? [.load(.scores)] : []
  }

  /// Another pane of the page, round.
  mutating func step(_ by: Int) -> [Effect] {
    show(pane.stepped(by, in: pane.page.panes))
  }

  /// Another page, round, at its first pane.
  mutating func turn(_ by: Int) -> [Effect] {
    show(pane.page.stepped(by).panes[0])
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
      self[pane].select(target.index, shown: layout(context).rows(of: pane))
      return isDouble ? effects + begin("open", context) : effects
    }
  }

  // MARK: What is shown

  /// The list of a pane; headings of the list by tier cannot be selected.
  private subscript(_ pane: Pane) -> Window<Row> {
    get { lists[pane] ?? Window { !$0.isHeading } }
    set { lists[pane] = newValue }
  }

  func list(of pane: Pane) -> ListState { self[pane].state }

  func scroll(of pane: Pane) -> ScrollState { scrolls[pane] ?? ScrollState() }

  func matrix(_ context: Context) -> StageMatrix {
    StageMatrix(board?.cells ?? [], context.parameters)
  }

  func layout(_ context: Context) -> BoardLayout { layout(in: context.room, context) }

  func layout(in rect: Rect, _ context: Context) -> BoardLayout {
    BoardLayout(in: rect, wide: context.isWide, stages: matrix(context).stages.count)
  }

  func count(of pane: Pane) -> Int { self[pane].total }

  private func rows(of pane: Pane, _ context: Context) -> [Row] {
    switch pane {
    case .stages:
      let stages = matrix(context).stages.map { Row(id: $0.rawValue) }
      return stages.isEmpty ? [] : [Row(id: "")] + stages
    case .late:
      return (board?.late ?? []).map {
        Row(id: "\($0.dossier) \($0.term.kind) \($0.term.since)", dossier: $0.dossier)
      }
    case .panels: return (board?.loads ?? []).map { Row(id: $0.panel.rawValue) }
    case .material, .onSite: return []
    case .list:
      return tiers.entries.map {
        switch $0 {
        case .heading(let group, _): Row(id: "\(group)", isHeading: true)
        case .row(let row, _): Row(id: row.dossier.rawValue, dossier: row.dossier)
        }
      }
    }
  }

  /// The organisation that Enter opens.
  var selected: CaseID? { self[pane].selected?.dossier }

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
