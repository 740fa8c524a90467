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

  /// A row of the matrix: a stage, or the sums of all.
  struct StageRow: Identifiable, Sendable {
    let stage: Stage?
    var id: Stage? { stage }

    /// The sums come first, as in statistical tables: they stay in sight of a small window.
    static func rows(of matrix: StageMatrix) -> [StageRow] {
      let rows = matrix.stages.map { StageRow(stage: $0) }
      return rows.isEmpty ? [] : [StageRow(stage: nil)] + rows
    }
  }

  let id = ScreenID.board
  private(set) var board: Board?
  private(set) var scores: [ScoreRow]?
  private(set) var tiers = TierList([], .hangzhou)
  /// Why board or scores cannot be shown.
  private(set) var refusals: [Page: Phrase] = [:]
  private(set) var pane = Pane.stages
  private(set) var stages = Window<StageRow>()
  private(set) var late = Window<TermRow>()
  private(set) var loads = Window<Board.Load>()
  /// The organisations by tier; the headings between them cannot be selected.
  private(set) var list = Window<TierList.Entry> { $0.dossier != nil }
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
    default: return []
    }
    let layout = layout(context)
    stages.hold(StageRow.rows(of: matrix(context)), shown: layout.rows(of: .stages))
    late.hold(board?.late ?? [], shown: layout.rows(of: .late))
    loads.hold(board?.loads ?? [], shown: layout.rows(of: .panels))
    list.hold(tiers.entries, shown: layout.rows(of: .list))
    return []
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    let shown = layout(context).rows(of: pane)
    switch pane {
    case .material, .onSite:
      var scroll = scroll(of: pane)
      _ = scroll.handle(key, total: chart(of: pane, context).rows.count, rows: shown)
      scrolls[pane] = scroll
    case .stages: stages.handle(key, shown: shown)
    case .late: late.handle(key, shown: shown)
    case .panels: loads.handle(key, shown: shown)
    case .list: list.handle(key, shown: shown)
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
      let shown = layout(context).rows(of: pane)
      switch pane {
      case .stages: stages.select(target.index, shown: shown)
      case .late: late.select(target.index, shown: shown)
      case .panels: loads.select(target.index, shown: shown)
      case .list: list.select(target.index, shown: shown)
      case .material, .onSite: break
      }
      return isDouble ? effects + begin("open", context) : effects
    }
  }

  // MARK: What is shown

  func scroll(of pane: Pane) -> ScrollState { scrolls[pane] ?? ScrollState() }

  func matrix(_ context: Context) -> StageMatrix {
    StageMatrix(board?.cells ?? [], context.parameters)
  }

  func layout(_ context: Context) -> BoardLayout { layout(in: context.room, context) }

  func layout(in rect: Rect, _ context: Context) -> BoardLayout {
    BoardLayout(in: rect, wide: context.isWide, stages: matrix(context).stages.count)
  }

  /// The organisation that Enter opens.
  var selected: CaseID? {
    switch pane {
    case .late: late.selected?.dossier
    case .list: list.selected?.dossier
    case .stages, .panels, .material, .onSite: nil
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
