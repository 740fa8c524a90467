import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// Consensus (合议): the most disputed item first, remarks merged side by side, items settled.
struct ConsensusScreen: CaseScreen {
  /// The parts that can have the focus; below 100 columns they are tabs.
  enum Part: Int, Sendable, Hashable, CaseIterable {
    case items
    case detail
    case totals
  }

  let id = ScreenID.consensus
  /// The case as it was read last.
  private(set) var dossier: CaseState?
  private(set) var progress: [PersonID: Int] = [:]
  /// Why the case cannot be shown.
  private(set) var obstacle: Phrase?
  private(set) var items = ConsensusItems()
  /// The remarks of the selected item.
  var remarks = ConsensusRemarks()
  var part = Part.items
  /// Whether the reviewers' agreement stands in the place of the item.
  var showsAgreement = false
  /// The field in which an item is being settled.
  var entry: PercentField?
  /// The item settled last, as long as the selection rests on it: Enter then moves on.
  var restsOn: ItemID?

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
    guard let dossier else { return context.line(id.title) }
    let line = Line("\(dossier.id)  \(dossier.application.name)")
    guard let session, let figures else { return line }
    let members = panel(context).map { dossier.members(of: $0).count } ?? 0
    let counts =
      line
      + Line([
        .init("  "), .init(context.say(.presentOf(session.present.count, members)), .dim),
        .init("  "),
        .init(context.say(.settledOf(figures.settledCount, items.rows.count)), .dim),
      ])
    return dossier.consensusFinished
      ? counts + Line("  ") + context.line(.panelIsDone, .good) : counts
  }

  // MARK: What is shown

  /// The panel that meets here.
  func panel(_ context: Context) -> Panel? { dossier?.panel.flatMap { context.cycle.panels[$0] } }

  /// Who leads the panel in this case.
  func leader(_ context: Context) -> PersonID? {
    panel(context).flatMap { dossier?.actingLeader(of: $0, in: context.cycle) }
  }

  var session: Consensus? { dossier?.consensus }

  /// The figures of the session; nil before the opening and where the sheets cannot be read.
  var figures: ConsensusFigures? { items.figures }

  /// The selected item.
  var selected: ConsensusFigures.Row? { items.selected }

  /// The parts there are: in a wide window the totals stand under the items.
  func parts(_ context: Context) -> [Part] {
    context.isWide ? [.items, .detail] : Part.allCases
  }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened:
      let said = endEntry()
      if dossier?.id != context.dossier { self = ConsensusScreen() }
      return said + reload(context)
    case .storeChanged: return reload(context)
    case .loaded(.dossier(let state)) where state.id == context.dossier:
      return take(state, context)
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
    case .done(let ticket, _): return finish(ticket, context)
    case .click(let target, let isDouble): return click(target, isDouble, context)
    case .wheel(let step, _): return move(step > 0 ? .down : .up, context)
    default: return []
    }
  }

  private func reload(_ context: Context) -> [Effect] {
    guard let id = context.dossier else { return [] }
    return [.load(.dossier(id)), .load(.progress(id))]
  }

  private mutating func take(_ state: CaseState, _ context: Context) -> [Effect] {
    dossier = state
    obstacle = nil
    var figures: ConsensusFigures?
    if state.opening == .opened, let session = state.consensus, !session.sheets.isEmpty {
      figures = ConsensusFigures(
        session, designated: state.designated, edition: context.edition,
        parameters: context.parameters)
    }
    return amongItems { $0.take(figures, context) }
  }

  /// Closes the field; what was typed and not entered is said, with what stands.
  mutating func endEntry() -> [Effect] {
    defer { entry = nil }
    return entry.flatMap { $0.left(standing: session?.percentages[$0.item]) }
      .map { [.say($0)] } ?? []
  }

  /// Does something among the items; what belongs to the item left behind is left with it.
  @discardableResult
  mutating func amongItems(_ body: (inout ConsensusItems) -> Void) -> [Effect] {
    let before = selected?.item.id
    body(&items)
    let item = selected?.item.id
    if item != restsOn { restsOn = nil }
    let said = item == entry?.item ? [] : endEntry()
    let merge = item.flatMap { session?.merge(of: $0) }
    remarks.show(merge?.remarks ?? [], isSameItem: item == before)
    return said
  }

  /// Asks for something to be done to the case.
  func perform(_ command: CaseCommand, _ ticket: String) -> [Effect] {
    dossier.map { [.perform([.dossier($0.id, command)], ticket: ticket)] } ?? []
  }

  /// What follows once something is durable.
  private mutating func finish(_ ticket: String, _ context: Context) -> [Effect] {
    switch ticket {
    case "settle":
      entry = nil
      restsOn = selected?.item.id
    case "discussFirst": selected.map { openEntry($0) }
    default: break
    }
    return reload(context)
  }

  // MARK: Keys and clicks

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    switch key {
    case .character(let character) where TypedDigit.value(character) != nil && entry == nil:
      return startSettling(with: key, context)
    case .up, .down, .pageUp, .pageDown, .home, .end: return move(key, context)
    default: entry?.take(key)
    }
    return []
  }

  /// Moves the selection of the part that has the focus.
  mutating func move(_ key: Key, _ context: Context) -> [Effect] {
    guard part == .detail, entry == nil, !showsAgreement else {
      return amongItems { $0.handle(key, context) }
    }
    remarks.handle(key)
    return []
  }

  /// Goes to the part before or after.
  mutating func turn(_ by: Int, _ context: Context) -> [Effect] {
    let parts = parts(context)
    let place = parts.firstIndex(of: part) ?? 0
    part = parts[(place + by + parts.count) % parts.count]
    return []
  }

  private mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context) -> [Effect]
  {
    switch target.name {
    case "items":
      part = .items
      let said = amongItems { $0.select(target.index, context) }
      return said + (isDouble ? startSettling(context) : [])
    case "remarks":
      part = .detail
      remarks.select(target.index)
      return isDouble ? begin("use", context) : []
    case "parts":
      part = Part(rawValue: target.index) ?? .items
      return []
    case "settle": return startSettling(context)
    default: return []
    }
  }
}
