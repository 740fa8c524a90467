import Foundation
import Procedure
import Store
import Terminal

/// The applications (申报): all of them by number, registering one, attaching to one (M1).
struct CasesPage: Page {
  private(set) var cases = Window<QueueRow>()
  private(set) var marked = MarkedCases()
  /// The last number of the year's applications.
  private var lastNumber: CaseID?
  private static let query = QueueQuery(scope: .all, order: .number)
  private static let asking: Window<QueueRow>.Asking = { .queue(query, offset: $0, limit: $1) }

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    let hasCase: Availability = cases.selected == nil ? .disabled(.queueEmpty) : .available
    return [
      ScreenAction(
        "enter", .openDossier, keys: [.enter], shown: .plain("Enter"), help: .openDossierHelp,
        availability: hasCase, importance: 8,
        does: cases.selected.map { [.go(.dossier, $0.id)] } ?? []),
      ScreenAction(
        "add", .Setup.register, keys: [.function(4)], shown: .plain("F4"),
        help: .Setup.registerHelp, availability: RegisterForm.availability(context), importance: 9
      ) { page, context in
        page.open(RegisterForm.name, context)
      },
      ScreenAction(
        "attach", CaseActName.attach.act.title, keys: [.function(6)], shown: .plain("F6"),
        help: CaseActName.attach.act.help, availability: hasCase, importance: 2
      ) { page, context in
        page.cases.selected.map { page.open("attach", about: $0.id.rawValue, context) } ?? []
      },
    ]
      + marked.actions(
        \.marked, on: cases.selected?.id, of: cases.total, all: .load(Self.asking(0, cases.total)),
        context
      ) { page, context in page.move(.down, context) } + marked.dropping(\.marked)
  }

  private mutating func move(_ key: Key, _ context: Context) -> [Effect] {
    cases.handle(key, shown: PageLayout(context).listRows)
    return cases.readAround(Self.asking)
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    guard name == "attach" else {
      return RegisterForm.form(name, after: lastNumber, context) ?? marked.form(name, context)
    }
    // A case that is no more among the rows at hand is attached to all the same.
    let known = cases.rows.first { $0.id.rawValue == about }?.application.name ?? ""
    let asks = Asks(.attachment(context), lead: [.plain("\(about) \(known)")]) { $0 }
    return ScreenForm(
      name, CaseActName.attach.act.title.bare, lines: [.attaching(context.surroundings)],
      about: about, asks, context
    ) { _, attachment, _ in .effects(attachment.effects(on: CaseID(about), ticket: name)) }
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    marked.hear(message, context) + take(message, context)
  }

  private mutating func take(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let shown = PageLayout(context).listRows
    switch message {
    case .opened, .storeChanged, .done: return [.load(.counts)] + cases.read(Self.asking)
    case .loaded(.counts(let counts)): lastNumber = counts.lastNumber
    case .loaded(.queue(let query, let offset, let rows, let total)) where query == Self.query:
      marked.take(rows.map(\.id), of: total)
      cases.take(rows, at: offset, of: total, shown: shown)
      return cases.readAround(Self.asking)
    case .key(let key): return move(key, context)
    case .click(let target, let isDouble) where target.name == "cases":
      cases.select(target.index, shown: shown)
      return cases.readAround(Self.asking) + (isDouble ? [.begin("enter")] : [])
    default: break
    }
    return []
  }

  /// Goes to a case; false where it is not at hand.
  mutating func select(_ id: CaseID, _ context: Context) -> Bool {
    cases.choose(id, shown: PageLayout(context).listRows)
  }

  // MARK: Painting

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    [PageLayout(in: rect, wide: context.isWide).detail]
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = PageLayout(in: rect, wide: context.isWide)
    let room = TitleBand(
      context.line(.Setup.part(.cases)),
      note: marked.marks.note(context) + Line("\(cases.total)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: layout.list)
    let signs: [ListColumn<QueueRow>] = marked.marks.columns(\.id)
    cases.paint(
      signs + [
        .init(.number, .fixed(10), 9) { Line($0.id.rawValue) },
        .init(.organisation, .flexible(minimum: 20, weight: 1), 10) { Line($0.application.name) },
        .init(.stageHeader, .fixed(10), 7) { context.line(.stage($0.stage), .dim) },
      ], name: "cases", placeholder: .queueEmpty, marked: signs.count + 2, on: &canvas, in: room,
      context)
    let selected = cases.selected?.application
    canvas.putDetail(Line(selected.map { "\($0.id)  \($0.name)" } ?? ""), in: layout.detail) {
      width in selected.map { ApplicationFacts.lines($0, width: width, context) } ?? []
    }
  }
}
