import Foundation
import Procedure
import Store
import Terminal

/// Terms and notices (期限): what runs until when, notices by batches, meetings, letters.
struct TermsScreen: Screen {
  /// The pages, in their order.
  enum Part: Int, Sendable, Hashable, CaseIterable {
    case terms
    case notices
    case meetings
    case letters
  }

  /// What was asked for and waits to be confirmed.
  enum Pending: Sendable, Hashable {
    case commands([Command], ticket: String)
    case paper(PaperOrder, path: String)
  }

  let id = ScreenID.terms
  private(set) var part = Part.terms
  /// Whether the lower list has the focus, on notices and meetings.
  private(set) var isOnCases = false
  /// The kinds of term shown; all where nil.
  private(set) var kinds: Set<TermKind>?
  private(set) var rows: [TermRow] = []
  private(set) var offset = 0
  private(set) var total = 0
  /// The terms of all notices that run.
  private(set) var running: [TermRow] = []
  private(set) var stages: [Stage: [QueueRow]] = [:]
  private(set) var listed: [QueueRow] = []
  /// The letters of the window that was read, where it begins, and how many are due.
  private(set) var letters: (offset: Int, rows: [LetterRow], total: Int, due: Int) = (0, [], 0, 0)
  private(set) var lists: [Part: ListState] = [:]
  /// The rows that were chosen on the pages of notices and meetings: they stay selected.
  private var chosen: [Part: ChosenRow] = [:]
  private(set) var caseList = ListState()
  /// The case that is shown at the side.
  private(set) var dossier: CaseState?
  private var asked: CaseID?
  /// Cases left out of what is published or closed next.
  private(set) var leftOut: Set<CaseID> = []
  var pending: Pending?
  /// Who signs papers, as it was typed last.
  var signs: String?
  static let window = 100
  /// Cases of a stage, at most: more than a city has.
  private static let most = 1000
  /// The timer that is over when the selection has come to rest.
  private static let restTimer = "terms.rest"

  let isTyping = false

  var focusName: String { isOnCases ? "\(part)/cases" : "\(part)" }

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
    case .reopen(let place) where place.form == "meeting":
      part = .meetings
      return reload() + begin("hold", context)
    case .filled(let id, let form): return fill(id, form, context)
    case .answered(let id, let choice): return answer(id, choice, context)
    case .done:
      (pending, leftOut) = (nil, [])
      return reload()
    case .failed: pending = nil
    case .timer(Self.restTimer): return show(context)
    default: break
    }
    return []
  }

  private mutating func reload() -> [Effect] {
    func cases(_ scopes: [QueueQuery.Scope]) -> [Effect] {
      scopes.map {
        .load(.queue(QueueQuery(scope: $0, order: .number), offset: 0, limit: Self.most))
      }
    }
    let wanted: [Effect] =
      switch part {
      case .terms: [.load(.terms(kinds, offset: offset, limit: Self.window))]
      case .notices:
        cases(NoticeBatch.stages.map { .stage($0) } + [.listed]) + [
          .load(
            .terms(Set(NoticeKind.allCases.map(\.term)), offset: 0, limit: Self.most))
        ]
      case .meetings: cases(Meeting.Kind.allCases.map { .stage($0.stage) })
      case .letters: [.load(.letters(offset: letters.offset, limit: Self.window))]
      }
    return wanted + (asked.map { [.load(.dossier($0))] } ?? [])
  }

  private mutating func take(_ reply: Reply, _ context: Context) -> [Effect] {
    switch reply {
    case .terms(let kinds, let offset, let rows, let total) where part == .terms:
      guard kinds == self.kinds else { return [] }
      let before = row(list.selection)
      (self.rows, self.offset, self.total) = (rows, offset, total)
      keepSelected(
        rows.firstIndex { $0.dossier == before?.dossier && $0.term.kind == before?.term.kind })
    case .terms(_, _, let rows, _):
      running = rows
    case .letters(let offset, let rows, let total, let due):
      let before = selectedLetter
      letters = (offset, rows, total, due)
      keepSelected(rows.firstIndex { $0.dossier == before?.dossier && $0.kind == before?.kind })
    case .queue(let query, _, let rows, _):
      switch query.scope {
      case .stage(let stage): stages[stage] = rows
      case .listed: listed = rows
      default: return []
      }
    case .dossier(let dossier): if dossier.id == asked { self.dossier = dossier }
    case .paperExists(let order, let path): return ask(toReplace: path, order)
    default: return []
    }
    keep(context)
    return show(context)
  }

  /// Selects the row of the window in which what was selected stands now.
  private mutating func keepSelected(_ index: Int?) {
    guard let index else { return }
    var list = list
    let start = part == .letters ? letters.offset : offset
    list.select(start + index, count: part == .letters ? letters.total : total, rows: 1)
    lists[part] = list
  }

  /// Keeps the selections within what is there now.
  private mutating func keep(_ context: Context) {
    let layout = TermsLayout(part, isOnCases: isOnCases, context)
    var list = list
    let place = chosen[part].flatMap { self.place(of: $0, context) } ?? max(0, list.selection)
    list.select(place, count: count(context), rows: layout.listRows)
    lists[part] = list
    let members = members(context)
    caseList.select(max(0, caseList.selection), count: members.count, rows: layout.caseRows)
    if members.isEmpty { isOnCases = false }
  }

  // MARK: Reading

  /// Asks for the case that is shown at the side, unless it is there.
  private mutating func show(_ context: Context) -> [Effect] {
    let wanted = part == .terms ? nil : selectedCase(context)
    guard wanted != asked else { return [] }
    asked = wanted
    if dossier?.id != wanted { dossier = nil }
    return wanted.map { [.load(.dossier($0))] } ?? []
  }

  /// Reads another window when the selection nears the end of the one at hand.
  private mutating func readAround() -> [Effect] {
    let place = list.selection
    func isMissing(_ offset: Int, _ count: Int, _ total: Int) -> Bool {
      total > 0 && (place < offset || place >= offset + count)
    }
    let start = max(0, place - Self.window / 2)
    switch part {
    case .terms where isMissing(offset, rows.count, total):
      return [.load(.terms(kinds, offset: start, limit: Self.window))]
    case .letters where isMissing(letters.offset, letters.rows.count, letters.total):
      return [.load(.letters(offset: start, limit: Self.window))]
    default: return []
    }
  }

  // MARK: Moving

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    let layout = TermsLayout(part, isOnCases: isOnCases, context)
    if isOnCases {
      _ = caseList.handle(key, count: members(context).count, rows: layout.caseRows)
    } else {
      var list = list
      let before = list.selection
      _ = list.handle(key, count: count(context), rows: layout.listRows)
      lists[part] = list
      chosen[part] = chosenRow(context)
      if list.selection != before { (caseList, leftOut) = (ListState(), []) }
    }
    return readAround() + [.startTimer(Self.restTimer, milliseconds: 120)]
  }

  mutating func turn(to part: Part, _ context: Context) -> [Effect] {
    (self.part, isOnCases, caseList, leftOut) = (part, false, ListState(), [])
    (dossier, asked) = (nil, nil)
    return reload()
  }

  mutating func step(_ by: Int, _ context: Context) -> [Effect] {
    let count = Part.allCases.count
    return turn(to: Part.allCases[(part.rawValue + by + count) % count], context)
  }

  mutating func focus(onCases: Bool, _ context: Context) -> [Effect] {
    isOnCases = onCases
    keep(context)
    return show(context)
  }

  /// Takes the selected case in or leaves it out.
  mutating func toggle(_ context: Context) {
    if let member = selectedMember(context) { leftOut.formSymmetricDifference([member.dossier]) }
  }

  mutating func narrow(to kinds: Set<TermKind>?) -> [Effect] {
    (self.kinds, offset, lists[.terms]) = (kinds, 0, nil)
    return reload()
  }

  private mutating func click(
    _ target: HitTarget, _ isDouble: Bool, _ context: Context
  ) -> [Effect] {
    let layout = TermsLayout(part, isOnCases: isOnCases, context)
    switch target.name {
    case "part": return turn(to: Part(rawValue: target.index) ?? part, context)
    case "list":
      var list = list
      list.select(target.index, count: count(context), rows: layout.listRows)
      lists[part] = list
      chosen[part] = chosenRow(context)
      (isOnCases, caseList, leftOut) = (false, ListState(), [])
    case "cases":
      isOnCases = true
      caseList.select(target.index, count: members(context).count, rows: layout.caseRows)
    default: return []
    }
    return readAround() + (isDouble ? run("enter", context) : show(context))
  }
}
