import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// Consensus (合议): the most disputed item first, remarks merged side by side, items settled.
struct ConsensusScreen: Screen {
  /// The parts that can have the focus; below 100 columns they are tabs.
  enum Part: Int, Sendable, Hashable, CaseIterable {
    case items
    case detail
    case totals
  }

  /// The order of the items.
  enum Order: Sendable, Hashable {
    case dispute
    case number
  }

  let id = ScreenID.consensus
  /// The case as it was read last.
  private(set) var dossier: CaseState?
  /// The figures of the session; nil before the opening and where the sheets cannot be read.
  private(set) var figures: ConsensusFigures?
  /// The rows in the order chosen.
  private(set) var rows: [ConsensusFigures.Row] = []
  /// The remarks of the selected item.
  private(set) var remarks: [Remark] = []
  private(set) var progress: [PersonID: Int] = [:]
  /// Why the case cannot be shown.
  private(set) var obstacle: Phrase?
  var order = Order.dispute
  var part = Part.items
  var list = ListState()
  var remarkList = ListState()
  /// Whether the reviewers' agreement stands in the place of the item.
  var showsAgreement = false
  /// The field in which an item is being settled.
  var entry: SettleEntry?
  /// The item settled last, as long as the selection rests on it: Enter then moves on.
  var restsOn: ItemID?
  /// What F9 takes back: the item with its remarks as they were before the last choice.
  var earlierMerge: EarlierMerge?
  /// A conclusion typed but not confirmed.
  var conclusion = ""

  /// The remarks of an item before a choice among them.
  struct EarlierMerge: Sendable, Hashable {
    let item: ItemID
    let merge: Merge
  }

  var isTyping: Bool { entry != nil }

  var focusName: String {
    guard figures != nil else { return "opening" }
    if entry != nil { return "settle" }
    if showsAgreement { return "agreement" }
    switch part {
    case .items: return "items"
    case .detail: return "detail"
    case .totals: return "totals"
    }
  }

  func title(_ context: Context) -> Line {
    guard let dossier else { return context.line(.tab(id)) }
    var line = Line("\(dossier.id)  \(dossier.application.name)")
    guard let session = dossier.consensus, let figures else { return line }
    let members = panel(context).map { dossier.members(of: $0).count } ?? 0
    line =
      line
      + Line([
        .init("  "), .init(context.say(.presentOf(session.present.count, members)), .dim),
        .init("  "),
        .init(context.say(.settledOf(figures.settledCount, rows.count)), .dim),
      ])
    return dossier.consensusFinished ? line + Line("  ") + context.line(.panelIsDone, .good) : line
  }

  // MARK: What is shown

  /// The panel that meets here.
  func panel(_ context: Context) -> Panel? { dossier?.panel.flatMap { context.cycle.panels[$0] } }

  /// The selected item.
  var selected: ConsensusFigures.Row? {
    rows.indices.contains(list.selection) ? rows[list.selection] : nil
  }

  var selectedRemark: Remark? {
    remarks.indices.contains(remarkList.selection) ? remarks[remarkList.selection] : nil
  }

  var session: Consensus? { dossier?.consensus }

  /// The parts there are: in a wide window the totals stand under the items.
  func parts(_ context: Context) -> [Part] {
    context.isWide ? [.items, .detail] : Part.allCases
  }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened:
      if dossier?.id != context.dossier { self = ConsensusScreen() }
      entry = nil
      return reload(context)
    case .storeChanged: return reload(context)
    case .loaded(.dossier(let state)) where state.id == context.dossier:
      take(state, context)
      return []
    case .loaded(.progress(let id, let progress)) where id == context.dossier:
      self.progress = progress
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
    guard let id = context.dossier else { return [] }
    return [.load(.dossier(id)), .load(.progress(id))]
  }

  private mutating func take(_ state: CaseState, _ context: Context) {
    dossier = state
    obstacle = nil
    figures = nil
    if state.opening == .opened, let session = state.consensus, !session.sheets.isEmpty {
      figures = ConsensusFigures(
        session, designated: state.designated, edition: context.edition,
        parameters: context.parameters)
    }
    arrange(context)
  }

  /// Puts the rows in order and keeps the selected item.
  mutating func arrange(_ context: Context) {
    let place = selected?.item.id
    rows = (order == .dispute ? figures?.ranked : figures?.byNumber) ?? []
    select(rows.firstIndex { $0.item.id == place } ?? 0, context)
  }

  /// Selects an item by its row.
  mutating func select(_ row: Int, _ context: Context) {
    let before = selected?.item.id
    list.select(row, count: rows.count, rows: itemRows(context))
    if selected?.item.id != restsOn { restsOn = nil }
    if entry?.item != selected?.item.id { entry = nil }
    remarks = selected.flatMap { session?.merge(of: $0.item.id).remarks } ?? []
    let place = before == selected?.item.id ? remarkList.selection : 0
    remarkList.select(max(0, place), count: remarks.count, rows: max(1, remarks.count))
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    switch key {
    case .character(let character) where TypedDigit.value(character) != nil && entry == nil:
      // Digits are a percentage: they never end up in the record of a discussion.
      if let row = selected, row.needsDiscussion, let dossier,
        let refusal = context.refusal(
          of: .settle(row.item.id, row.agreement.lowest ?? Percentage.all[0], reason: ""),
          in: dossier)
      {
        return [.say(Notice(.refusal, Notices.sentence(refusal, context)))]
      }
      let effects = startSettling(context)
      entry?.take(key)
      return effects
    case .up, .down, .pageUp, .pageDown, .home, .end: move(key, context)
    default: entry?.take(key)
    }
    return []
  }

  /// Moves the selection of the part that has the focus.
  mutating func move(_ key: Key, _ context: Context) {
    if part == .detail, entry == nil, !showsAgreement {
      _ = remarkList.handle(key, count: remarks.count, rows: max(1, remarks.count))
      return
    }
    var moved = list
    _ = moved.handle(key, count: rows.count, rows: itemRows(context))
    select(moved.selection, context)
  }

  private mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context) -> [Effect]
  {
    switch target.name {
    case "items":
      part = .items
      select(target.index, context)
      return isDouble ? startSettling(context) : []
    case "remarks":
      part = .detail
      remarkList.select(target.index, count: remarks.count, rows: max(1, remarks.count))
      return isDouble ? run("use", context) : []
    case "parts":
      part = Part(rawValue: target.index) ?? .items
      return []
    case "settle": return startSettling(context)
    default: return []
    }
  }
}
