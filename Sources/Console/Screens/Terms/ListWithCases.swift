import Procedure
import Store
import Terminal

/// A list of what is done with several cases at once, the cases of its selected row, and the one of
/// them that is shown at the side.
struct ListWithCases<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
  /// How the room is divided: the list, the cases below it or in its place, and the side.
  struct Layout {
    let list: Rect
    let cases: Rect
    let detail: Rect

    init(in rect: Rect, isOnCases: Bool, _ context: Context) {
      let page = PageLayout(in: rect, wide: context.isWide)
      let none = page.list.splitTop(0).top
      detail = page.detail
      if context.isWide {
        (list, cases) = page.list.splitTop(max(6, page.list.height * 2 / 5), gap: 1)
      } else {
        (list, cases) = isOnCases ? (none, page.list) : (page.list, none)
      }
    }
  }

  /// The cases of a row.
  typealias Members = (Row, Context) -> [NoticeBatch.Member]

  private(set) var list = Window<Row>()
  private(set) var cases = Window<NoticeBatch.Member>()
  /// Whether the cases have the focus.
  private(set) var isOnCases = false
  private(set) var side = SideCase()
  /// Cases left out of what is done next with those of the row.
  private(set) var leftOut: Set<CaseID> = []

  func layout(in rect: Rect, _ context: Context) -> Layout {
    Layout(in: rect, isOnCases: isOnCases, context)
  }

  /// The selected case, while one is among the cases.
  var selected: CaseID? { isOnCases ? cases.selected?.dossier : nil }

  // MARK: Actions

  /// From a row of the list to its cases, and from a case to its dossier.
  func actions<Whole>(
    _ path: WritableKeyPath<Whole, Self> & Sendable
  ) -> [ScreenAction<Whole>] {
    guard isOnCases else {
      return [
        ScreenAction(
          "enter", .Terms.toCases, keys: [.enter], shown: .plain("Enter"),
          help: .Terms.toCasesHelp,
          availability: cases.total == 0 ? .disabled(.Terms.noCases) : .available, importance: 8
        ) { whole, context in whole[keyPath: path].focus(true, context) }
      ]
    }
    return [
      .openDossier(selected, .Terms.noCases),
      ScreenAction(
        "toList", .Terms.toList, keys: [.escape], shown: .plain("Esc"), help: .Terms.toListHelp,
        importance: 8
      ) { whole, context in whole[keyPath: path].focus(false, context) },
    ]
  }

  private mutating func focus(_ isOnCases: Bool, _ context: Context) -> [Effect] {
    self.isOnCases = isOnCases && cases.total > 0
    cases.hold(cases.rows, shown: shown(context).cases)
    return show()
  }

  /// Takes the selected case in or leaves it out, and goes to the next one.
  mutating func toggle(_ context: Context) -> [Effect] {
    if let selected { leftOut.formSymmetricDifference([selected]) }
    return next(context)
  }

  /// Goes to the case below.
  mutating func next(_ context: Context) -> [Effect] {
    cases.handle(.down, shown: shown(context).cases)
    return [SideCase.rests]
  }

  // MARK: Updates

  /// Rows of both lists under their bands and headers.
  private func shown(_ context: Context) -> (list: Int, cases: Int) {
    let layout = layout(in: context.room, context)
    return (max(1, layout.list.height - 2), max(1, layout.cases.height - 2))
  }

  /// One turned to the page.
  mutating func appear() {
    (cases, isOnCases, side, leftOut) = (Window(), false, SideCase(), [])
  }

  /// Nothing is left out any more: what was to be done is done.
  mutating func takeAllIn() { leftOut = [] }

  /// Lists the rows and the cases of the selected one as they are by now.
  mutating func hold(
    _ rows: [Row], isWhole: Bool = true, _ context: Context, members: Members
  ) -> [Effect] {
    list.hold(rows, shown: shown(context).list, isWhole: isWhole)
    holdCases(context, members)
    return show()
  }

  private mutating func holdCases(_ context: Context, _ members: Members) {
    let members = list.selected.map { members($0, context) } ?? []
    if members.isEmpty { isOnCases = false }
    cases.hold(members, shown: shown(context).cases)
  }

  /// Another row was selected: its cases are listed, all of them taken in.
  private mutating func restart(_ context: Context, _ members: Members) {
    (cases, isOnCases, leftOut) = (Window(), false, [])
    holdCases(context, members)
  }

  /// Moves in the list that has the focus; takes the case that is shown at the side.
  mutating func update(
    _ message: ScreenMessage, _ context: Context, members: Members
  ) -> [Effect] {
    switch message {
    case .loaded(.dossier(let dossier)): side.take(dossier)
    case .timer(SideCase.restTimer): return show()
    case .key(let key):
      if isOnCases {
        cases.handle(key, shown: shown(context).cases)
      } else if list.handle(key, shown: shown(context).list) {
        restart(context, members)
      }
      return [SideCase.rests]
    case .click(let target, let isDouble) where target.name == "list":
      list.select(target.index, shown: shown(context).list)
      restart(context, members)
      return isDouble ? [.begin("enter")] : show()
    case .click(let target, let isDouble) where target.name == "cases":
      isOnCases = true
      cases.select(target.index, shown: shown(context).cases)
      return isDouble ? [.begin("enter")] : show()
    default: break
    }
    return []
  }

  /// Asks for the selected case, to be shown at the side.
  private mutating func show() -> [Effect] { side.show(selected) }

  // MARK: Painting

  /// The column in which one sees and chooses what is done with each of the cases.
  typealias Choice = (title: Phrase, width: Int, cell: (NoticeBatch.Member) -> Line)

  /// Whether a case is taken in or left out, where one chooses.
  func inOrOut(_ isChoosable: Bool) -> Choice? {
    isChoosable
      ? (.plain(""), 3, { Line(leftOut.contains($0.id) ? "[ ]" : "[x]", .accent) }) : nil
  }

  /// Paints the cases; where something is done with them next, with what is chosen for each.
  func paintCases(
    _ title: Phrase, choosing choice: Choice?, note: Line = Line(""), on canvas: inout Canvas,
    in rect: Rect, _ context: Context
  ) {
    guard !rect.isEmpty else { return }
    func isOut(_ member: NoticeBatch.Member) -> Bool {
      choice != nil && leftOut.contains(member.id)
    }
    let room = TitleBand(
      context.line(title), note: note + Line("\(cases.total)", .dim), isFocused: isOnCases
    ).paint(on: &canvas, in: rect)
    cases.paint(
      [
        .init(choice?.title ?? .plain(""), .fixed(choice?.width ?? 0), choice == nil ? 0 : 9) {
          choice?.cell($0) ?? Line("")
        },
        .init(.number, .fixed(10), 8) { Line($0.id.rawValue, isOut($0) ? .dim : .text) },
        .init(.organisation, .flexible(minimum: 14, weight: 1), 10) {
          isOut($0)
            ? Line($0.name + "  ", .dim) + context.line(.Terms.leftOut, .dim) : Line($0.name)
        },
        .init(.district, .fixed(8), 5) {
          context.line(.districtOf($0.district, context.parameters), .dim)
        },
        .init(.stageHeader, .fixed(10), 6) { context.line(.stage($0.stage), .dim) },
      ], name: "cases", isFocused: isOnCases, placeholder: .Terms.noCases,
      marked: isOnCases ? 3 : 0,
      on: &canvas, in: room, context)
  }

  /// Paints the selected case at the side, or what is known of the selected row.
  func paintSide(
    on canvas: inout Canvas, in rect: Rect, _ context: Context, title: (Row) -> Phrase,
    facts: (Row, Int) -> [Line]
  ) {
    if let selected { return side.paint(selected, on: &canvas, in: rect, context) }
    canvas.putDetail(list.selected.map { context.line(title($0)) } ?? Line(""), in: rect) { width in
      list.selected.map { facts($0, width) } ?? []
    }
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    let layout = layout(in: rect, context)
    return isOnCases ? [layout.detail] : [layout.cases, layout.detail].filter { !$0.isEmpty }
  }
}

extension ScreenAction {
  /// Enter on a row that is about a case.
  static func openDossier(_ dossier: CaseID?, _ reason: Phrase) -> ScreenAction {
    ScreenAction(
      "enter", .openDossier, keys: [.enter], shown: .plain("Enter"), help: .Terms.openDossierHelp,
      availability: dossier == nil ? .disabled(reason) : .available, importance: 9,
      does: dossier.map { [.go(.dossier, $0)] } ?? [])
  }
}

/// Facts that the pages of terms say of what they list.
enum TermFacts {
  /// The rule that asks for it, with its clause.
  static func basis(_ rule: Rule, _ context: Context) -> (Phrase, Line) {
    (
      .Terms.rule,
      Line("\(rule.rawValue)  ", .accent)
        + context.line(Phrase(context.cycle.letterhead.clause(of: rule)), .dim)
    )
  }

  /// The last day with the working days left; what is late, over or provisional says so in words.
  static func until(
    _ day: Day, isProvisional: Bool, canBeMissed: Bool, _ context: Context
  ) -> Line {
    let today = context.now.day
    switch context.lapse(of: day, canBeMissed: canBeMissed) {
    case .missed: return context.line(.Terms.late, .bad) + Line("\(day)", .bad)
    case .over: return context.line(.Terms.over, .dim) + Line(" \(day)", .dim)
    case nil: break
    }
    let left = context.calendar.workingDays(from: today, to: day)
    var due = Phrase.dueDay(day, left: left, isProvisional: false)
    if day.year != today.year { due = .plain("\(day.year)-") + due }
    let line = context.line(due, left <= 3 ? .warning : .text)
    return isProvisional
      ? line + Line(" ") + context.line(.Terms.provisional, .warning) : line
  }
}
