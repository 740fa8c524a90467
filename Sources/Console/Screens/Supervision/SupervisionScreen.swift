import Foundation
import Procedure
import Store
import Terminal

/// Supervision's own screen (监督, V1–V5): complaints, what to look at, mutual assessments.
struct SupervisionScreen: Screen {
  /// The pages, in the order in which Tab goes through them.
  enum Page: Int, Sendable, Hashable, CaseIterable {
    case complaints
    case watch
    case assessments
  }

  let id = ScreenID.supervision
  private(set) var page = Page.complaints
  private(set) var state = SupervisionState()
  /// Why reports and complaints cannot be shown.
  private(set) var refusal: Phrase?
  /// The cases that complaints name, as far as they were read.
  private(set) var dossiers: [CaseID: CaseState] = [:]
  /// Why a case that a complaint names cannot be read.
  private(set) var missing: [CaseID: Phrase] = [:]
  var pass = WatchPass()
  /// The kind of oddity that alone is listed.
  private(set) var kind: OddityKind?
  /// Whether the selected row's text is read over the whole room.
  private(set) var isReading = false
  private(set) var scroll = ScrollState()
  private(set) var complaints = Window<Investigation>()
  private(set) var watch = Window<WatchLine>()
  /// The cases in which one side assessed the other.
  private(set) var assessed = Window<WatchRow>()

  let isTyping = false

  var focusName: String { isReading ? "\(page)/reading" : "\(page)" }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened, .storeChanged:
      return reload() + (page == .complaints ? [] : pass.resume(at: context.now))
    case .loaded(let reply): return take(reply, context)
    case .timer(WatchPass.timer): return pass.next()
    case .leaving: return pass.pause()
    case .key(let key): return goOnLooking(context) + take(key, context)
    case .wheel(let step, _): return goOnLooking(context) + take(step > 0 ? .down : .up, context)
    case .click(let target, let isDouble):
      return goOnLooking(context) + click(target, isDouble, context)
    case .done: return reload()
    default: return []
    }
  }

  /// A pass that was left in the middle goes on as soon as the screen is before a person again.
  mutating func goOnLooking(_ context: Context) -> [Effect] {
    page != .complaints && pass.phase == .paused ? pass.resume(at: context.now) : []
  }

  private func reload() -> [Effect] { [.load(.supervision)] }

  private mutating func take(_ reply: Reply, _ context: Context) -> [Effect] {
    switch reply {
    case .supervision(let state):
      (self.state, refusal) = (state, nil)
      // What became of the cases may be another story now.
      (dossiers, missing) = (dossiers.filter { $0.key == selected?.complaint.dossier }, [:])
      complaints.hold(state.listed, shown: listRows(of: .complaints, context))
      return loadDossier(anew: true)
    case .dossier(let dossier): dossiers[dossier.id] = dossier
    case .watch(let after, let rows, let last, let total):
      let effects = pass.take(
        after: after, rows: rows, last: last, total: total, at: context.now)
      showFound(context)
      return effects
    case .unavailable(.supervision, let why): refusal = why
    case .unavailable(.dossier(let id), let why): missing[id] = why
    case .unavailable(.watch(let after, _), let why): pass.fail(why, after: after)
    default: break
    }
    return []
  }

  /// The case that the selected complaint names, which says whether it can be ended.
  private func loadDossier(anew: Bool = false) -> [Effect] {
    guard let dossier = selected?.complaint.dossier, anew || dossiers[dossier] == nil,
      missing[dossier] == nil
    else { return [] }
    return [.load(.dossier(dossier))]
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    if isReading {
      let room = readingRoom(context)
      _ = scroll.handle(
        key, total: detailLines(width: room.width, context).count, rows: room.height)
      return []
    }
    return move(key, context)
  }

  /// Moves the selection; the complaint's case follows.
  mutating func move(_ key: Key, _ context: Context) -> [Effect] {
    let shown = listRows(of: page, context)
    scroll = ScrollState()
    switch page {
    case .complaints:
      complaints.handle(key, shown: shown)
      return loadDossier()
    case .watch: watch.handle(key, shown: shown)
    case .assessments: assessed.handle(key, shown: shown)
    }
    return []
  }

  /// Lists what was found so far, of the kind that alone is listed.
  private mutating func showFound(_ context: Context) {
    watch.hold(
      WatchLine.lines(of: pass.rows, kind: kind), shown: listRows(of: .watch, context),
      isWhole: !pass.isRunning)
    assessed.hold(
      pass.rows.filter { !$0.assessments.isEmpty }, shown: listRows(of: .assessments, context),
      isWhole: !pass.isRunning)
  }

  /// Lists one kind alone, or all.
  mutating func narrow(to kind: OddityKind?, _ context: Context) {
    (self.kind, watch) = (kind, Window())
    showFound(context)
  }

  /// Goes to a complaint; false where it is not listed.
  mutating func select(_ complaint: ComplaintID, _ context: Context) -> Bool {
    complaints.choose(complaint, shown: listRows(of: .complaints, context))
  }

  /// A complaint just made is selected once it is listed.
  mutating func expect(_ complaint: ComplaintID) { complaints.expect(complaint) }

  mutating func show(_ page: Page, _ context: Context) -> [Effect] {
    (self.page, isReading, scroll) = (page, false, ScrollState())
    return page == .complaints ? [] : pass.resume(at: context.now)
  }

  mutating func read(_ isReading: Bool) { (self.isReading, scroll) = (isReading, ScrollState()) }

  mutating func lookAgain(_ context: Context) -> [Effect] {
    (watch, assessed) = (Window(), Window())
    return pass.begin(at: context.now)
  }

  private mutating func click(
    _ target: HitTarget, _ isDouble: Bool, _ context: Context
  ) -> [Effect] {
    if target.name == "page" {
      return Page(rawValue: target.index).map { show($0, context) } ?? []
    }
    guard target.name == "\(page)" else { return [] }
    let shown = listRows(of: page, context)
    switch page {
    case .complaints:
      complaints.select(target.index, shown: shown)
      return loadDossier()
    case .watch: watch.select(target.index, shown: shown)
    case .assessments: assessed.select(target.index, shown: shown)
    }
    return isDouble ? begin("enter", context) : []
  }

  // MARK: What is shown

  /// The selected complaint with what became of it.
  var selected: Investigation? { complaints.selected }

  var isEmpty: Bool {
    switch page {
    case .complaints: complaints.total == 0
    case .watch: watch.total == 0
    case .assessments: assessed.total == 0
    }
  }

  /// The case of the selected row, whatever the page.
  var selectedDossier: CaseID? {
    switch page {
    case .complaints: selected?.complaint.dossier
    case .watch: watch.selected?.dossier
    case .assessments: assessed.selected?.dossier
    }
  }
}
