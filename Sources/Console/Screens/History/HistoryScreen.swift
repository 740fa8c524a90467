import Foundation
import Procedure
import Store
import Terminal

/// The history (历史, V5): everything that was done, newest first, each in a sentence.
struct HistoryScreen: Screen {
  let id = ScreenID.history
  private(set) var filter = HistoryFilter()
  private(set) var rows: [HistoryRow] = []
  /// Whether the oldest entry has been read.
  private(set) var isComplete = false
  /// Why nothing can be shown.
  private(set) var refusal: Phrase?
  var list = ListState()
  /// Whether the selected entry is shown whole.
  private(set) var isOpen = false
  private(set) var scroll = ScrollState()
  /// The query whose rows are shown.
  private var query = HistoryQuery()
  private var isLoading = false
  /// The case that was chosen when the history was opened last.
  private var dossier: CaseID?
  /// Rows read at once.
  static let window = 100

  let isTyping = false

  var focusName: String { isOpen ? "entry" : "list" }

  func title(_ context: Context) -> Line { Line(context.cycle.title) }

  // MARK: Actions

  func actions(_ context: Context) -> [Action] {
    isOpen ? Self.entryActions + [noteAction(context)] : listActions(context)
  }

  private static let entryActions = [
    Action("scroll", .Case.scroll, shown: .arrows, help: .Case.scrollHelp, importance: 6),
    Action(
      "older", .History.neighbour, keys: [.right, .tab], shown: .sideArrows,
      help: .History.neighbourHelp, importance: 7),
    Action("newer", .History.neighbour, keys: [.left, .backTab], help: .History.neighbourHelp),
    Action(
      "close", .History.toList, keys: [.escape, .enter], shown: .plain("Esc"),
      help: .History.toListHelp, importance: 8),
  ]

  private func listActions(_ context: Context) -> [Action] {
    let canOpen: Availability =
      selected == nil ? .disabled(.History.empty) : .available
    let canSwitch: Availability =
      context.dossier == nil ? .disabled(.chooseCaseFirst) : .available
    return [
      Action("move", .choose, shown: .arrows, help: .History.moveHelp, importance: 6),
      Action(
        "open", .History.whole, keys: [.enter], shown: .plain("Enter"), help: .History.wholeHelp,
        availability: canOpen, importance: 8),
      Action(
        "filter", .History.filter, keys: [.function(4)], shown: .plain("F4"),
        help: .History.filterHelp, importance: 7),
      Action(
        "scope", isOfCase(context) ? .History.showAll : .History.showCase, keys: [.function(6)],
        shown: .plain("F6"), help: .History.scopeHelp, availability: canSwitch, importance: 7),
      Action(
        "keys", filter.groups.contains(.keys) ? .History.withoutKeys : .History.withKeys,
        keys: [.function(7)], shown: .plain("F7"), help: .History.keysHelp, importance: 4),
      Action(
        "clear", .History.clear, keys: [.function(8)], shown: .plain("F8"),
        help: .History.clearHelp,
        availability: filter == HistoryFilter() ? .disabled(.History.noFilter) : .available,
        importance: 3),
      noteAction(context),
      .goBack(context, importance: 2),
    ]
  }

  /// Whether one case's entries alone are shown.
  func isOfCase(_ context: Context) -> Bool { filter.isOfCase && context.dossier != nil }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened:
      // Whoever comes with another case wants to see that one, whatever was shown before.
      if let wanted = context.dossier, wanted != dossier { filter.isOfCase = true }
      dossier = context.dossier
      if filter.query(of: context.dossier) != query { forget() }
      return reload(context)
    case .storeChanged: return reload(context)
    case .loaded(.history(let query, let before, let rows)) where query == self.query:
      take(rows, before: before, context)
      return []
    case .loaded(.unavailable(.history(let query, _, _), let why)) where query == self.query:
      (refusal, rows, isLoading) = (why, [], false)
      return []
    case .key(let key): return take(key, context)
    case .action(let name): return run(name, context)
    case .wheel(let step, _): return take(step > 0 ? .down : .up, context)
    case .click(let target, let isDouble) where target.name == "history":
      list.select(target.index, count: rows.count, rows: listRows(context))
      return isDouble ? run("open", context) : readOn()
    case .reopen(let place): return reopen(place, context)
    case .filled("filter", let form): return narrow(form, context)
    case .filled("note", let form): return note(form, context)
    case .done("note", _): return reload(context)
    default: return []
    }
  }

  private mutating func forget() {
    (rows, isComplete, isOpen, refusal) = ([], false, false, nil)
    list = ListState()
  }

  /// Reads from the newest on, as many rows as were there.
  private mutating func reload(_ context: Context) -> [Effect] {
    query = filter.query(of: context.dossier)
    isLoading = true
    return [.load(.history(query, before: nil, limit: max(Self.window, rows.count)))]
  }

  private mutating func take(_ more: [HistoryRow], before: Int?, _ context: Context) {
    let position = selected?.position
    let wanted = before == nil ? max(Self.window, rows.count) : Self.window
    if before == nil {
      rows = more
    } else if before == rows.last?.position {
      rows += more
    }
    (isComplete, isLoading, refusal) = (more.count < wanted, false, nil)
    let place = rows.firstIndex { $0.position == position } ?? max(0, list.selection)
    list.select(place, count: rows.count, rows: listRows(context))
  }

  /// Reads older entries when the selection nears the oldest at hand.
  private mutating func readOn() -> [Effect] {
    guard !isComplete, !isLoading, let last = rows.last, list.selection >= rows.count - 20 else {
      return []
    }
    isLoading = true
    return [.load(.history(query, before: last.position, limit: Self.window))]
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    if isOpen {
      let room = entryRoom(context)
      _ = scroll.handle(
        key, total: entryLines(width: room.width, context).count, rows: room.height)
      return []
    }
    _ = list.handle(key, count: rows.count, rows: listRows(context))
    return readOn()
  }

  private mutating func run(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "open": (isOpen, scroll) = (selected != nil, ScrollState())
    case "close": isOpen = false
    case "older", "newer":
      scroll = ScrollState()
      _ = list.handle(
        name == "older" ? .down : .up, count: rows.count, rows: listRows(context))
      return readOn()
    case "filter": return [.open(filterSheet(context))]
    case "note": return noteSheet(context).map { [.open($0)] } ?? []
    case "goBack": return [.goBack]
    case "scope":
      filter.isOfCase.toggle()
      forget()
      return reload(context)
    case "keys":
      filter.groups.formSymmetricDifference([.keys])
      forget()
      return reload(context)
    case "clear":
      filter = HistoryFilter(isOfCase: true)
      forget()
      return reload(context)
    default: break
    }
    return []
  }

  // MARK: Narrowing

  private func filterSheet(_ context: Context) -> FormSheet {
    let people = context.cycle.people.keys.sorted()
    let groups = HistoryGroup.allCases
    var fields: [FormField] = []
    if context.dossier != nil {
      fields.append(
        FormField(
          id: "scope", label: context.say(Phrase.History.scope),
          kind: .choice(
            options: [context.say(Phrase.History.thisCase), context.say(Phrase.all)],
            selected: filter.isOfCase ? 0 : 1)))
    }
    fields += [
      .choice(
        "person", .History.who,
        of: [FormField.Option(.all)]
          + people.map { FormField.Option($0, context) },
        selected: filter.person?.rawValue, context),
      FormField(
        id: "groups", label: context.say(Phrase.History.kinds),
        kind: .multiple(
          options: groups.map { context.say(.History.group($0)) },
          selected: Set(groups.indices.filter { filter.groups.contains(groups[$0]) }), cursor: 0),
        isRequired: true, help: context.say(Phrase.History.kindsHelp)),
      dayField("from", .History.from, filter.from, context),
      dayField("until", .History.until, filter.until, context),
    ]
    return FormSheet(
      id: "filter", title: Phrase.History.filter.bare, isKept: false, form: Form(fields))
  }

  private func dayField(_ id: String, _ label: Phrase, _ day: Day?, _ context: Context)
    -> FormField
  {
    FormField(
      id: id, label: context.say(label),
      kind: .text(TextField(day?.description ?? "", maxLength: 20)),
      help: context.say(Phrase.History.dayHelp))
  }

  private mutating func narrow(_ form: Form, _ context: Context) -> [Effect] {
    var errors: [String: String] = [:]
    func day(_ id: String) -> Day? {
      let text = form.text(id)
      if text.isBlank { return nil }
      let day = Day(typed: text)
      if day == nil { errors[id] = context.say(Phrase.Case.noDay) }
      return day
    }
    var wanted = HistoryFilter()
    wanted.isOfCase = form.choice("scope").map { $0 == 0 } ?? filter.isOfCase
    wanted.person = form.person("person")
    wanted.groups = Set(form.selection("groups").map { HistoryGroup.allCases[$0] })
    (wanted.from, wanted.until) = (day("from"), day("until"))
    if let from = wanted.from, let until = wanted.until, until < from {
      errors["until"] = context.say(Phrase.dayFault(.reversed))
    }
    guard errors.isEmpty else {
      var sheet = filterSheet(context)
      sheet.form = form
      sheet.form.errors = errors
      sheet.form.focusFirstError()
      return [.revise(sheet)]
    }
    filter = wanted
    forget()
    return [.endForm] + reload(context)
  }

  // MARK: What is shown

  /// The selected entry.
  var selected: HistoryRow? {
    rows.indices.contains(list.selection) ? rows[list.selection] : nil
  }

  func listRows(_ context: Context) -> Int {
    max(1, context.size.height - context.topRows - 3)
  }

  /// Where an entry is shown whole.
  func entryRoom(_ context: Context) -> Size {
    Size(
      width: max(1, context.size.width - 4),
      height: max(1, context.size.height - context.topRows - 2))
  }
}
