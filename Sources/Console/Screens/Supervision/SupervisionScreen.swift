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
  private(set) var pass = WatchPass()
  /// The kind of oddity that alone is listed.
  var kind: OddityKind?
  /// Whether the selected row's text is read over the whole room.
  private(set) var isReading = false
  private(set) var scroll = ScrollState()
  private var lists: [Page: ListState] = [:]
  /// The complaint that stays selected while the list changes.
  var chosen: ComplaintID?
  /// What was asked for and waits to be confirmed.
  var pending: Command?

  let isTyping = false

  var focusName: String { isReading ? "\(page)/reading" : "\(page)" }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let resumed = resume(for: message, context)
    switch message {
    case .opened, .storeChanged: return reload() + resumed
    case .loaded(let reply): return take(reply, context)
    case .timer(WatchPass.timer): return pass.next()
    case .leaving: return pass.pause()
    case .key(let key): return resumed + take(key, context)
    case .action(let name): return resumed + run(name, context)
    case .wheel(let step, _): return resumed + take(step > 0 ? .down : .up, context)
    case .click(let target, let isDouble): return resumed + click(target, isDouble, context)
    case .reopen(let place): return reopen(place, context)
    case .filled(let id, let form): return fill(id, form, context)
    case .answered(let id, let choice): return answer(id, choice)
    case .dismissed, .failed: pending = nil
    case .done:
      pending = nil
      return reload()
    default: break
    }
    return []
  }

  /// A pass that was left in the middle goes on as soon as the screen is before a person again.
  private mutating func resume(for message: ScreenMessage, _ context: Context) -> [Effect] {
    guard page != .complaints else { return [] }
    switch message {
    case .opened, .storeChanged: return pass.resume(at: context.now)
    case .key, .action, .wheel, .click:
      return pass.phase == .paused ? pass.resume(at: context.now) : []
    default: return []
    }
  }

  private func reload() -> [Effect] { [.load(.supervision)] }

  private mutating func take(_ reply: Reply, _ context: Context) -> [Effect] {
    switch reply {
    case .supervision(let state):
      (self.state, refusal) = (state, nil)
      // What became of the cases may be another story now.
      (dossiers, missing) = (dossiers.filter { $0.key == selected?.complaint.dossier }, [:])
      let place = state.listed.firstIndex { $0.complaint.id == chosen }
      select(place ?? max(0, list(.complaints).selection), on: .complaints, context)
      chosen = selected?.complaint.id
      return loadDossier(anew: true)
    case .dossier(let dossier): dossiers[dossier.id] = dossier
    case .watch(let after, let rows, let last, let total):
      let effects = pass.take(
        after: after, rows: rows, last: last, total: total, at: context.now)
      for page in [Page.watch, .assessments] {
        select(max(0, list(page).selection), on: page, context)
      }
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
    var list = list(page)
    _ = list.handle(key, count: count(of: page), rows: listRows(of: page, context))
    lists[page] = list
    scroll = ScrollState()
    guard page == .complaints else { return [] }
    chosen = selected?.complaint.id
    return loadDossier()
  }

  mutating func select(_ row: Int, on page: Page, _ context: Context) {
    var list = list(page)
    list.select(row, count: count(of: page), rows: listRows(of: page, context))
    lists[page] = list
    if page == .complaints { chosen = selected?.complaint.id }
  }

  mutating func show(_ page: Page, _ context: Context) -> [Effect] {
    (self.page, isReading, scroll) = (page, false, ScrollState())
    return page == .complaints ? [] : pass.resume(at: context.now)
  }

  mutating func read(_ isReading: Bool) { (self.isReading, scroll) = (isReading, ScrollState()) }

  mutating func lookAgain(_ context: Context) -> [Effect] {
    lists[.watch] = nil
    lists[.assessments] = nil
    return pass.begin(at: context.now)
  }

  mutating func stopLooking(_ context: Context) -> [Effect] { pass.stop(at: context.now) }

  private mutating func click(
    _ target: HitTarget, _ isDouble: Bool, _ context: Context
  ) -> [Effect] {
    if target.name == "page" {
      return Page(rawValue: target.index).map { show($0, context) } ?? []
    }
    guard target.name == "\(page)" else { return [] }
    select(target.index, on: page, context)
    if isDouble, page != .complaints { return run("enter", context) }
    return page == .complaints ? loadDossier() : []
  }

  // MARK: What is shown

  func list(_ page: Page) -> ListState { lists[page] ?? ListState() }

  func count(of page: Page) -> Int {
    switch page {
    case .complaints: state.investigations.count
    case .watch: watchLines.count
    case .assessments: assessed.count
    }
  }

  var watchLines: [WatchLine] { WatchLine.lines(of: pass.rows, kind: kind) }

  /// The cases in which one side assessed the other.
  var assessed: [WatchRow] { pass.rows.filter { !$0.assessments.isEmpty } }

  /// The selected complaint with what became of it.
  var selected: Investigation? {
    let (listed, place) = (state.listed, list(.complaints).selection)
    return listed.indices.contains(place) ? listed[place] : nil
  }

  var selectedLine: WatchLine? {
    let (lines, place) = (watchLines, list(.watch).selection)
    return lines.indices.contains(place) ? lines[place] : nil
  }

  var selectedAssessed: WatchRow? {
    let (rows, place) = (assessed, list(.assessments).selection)
    return rows.indices.contains(place) ? rows[place] : nil
  }

  /// The case of the selected row, whatever the page.
  var selectedDossier: CaseID? {
    switch page {
    case .complaints: selected?.complaint.dossier
    case .watch: selectedLine?.dossier
    case .assessments: selectedAssessed?.dossier
    }
  }
}
