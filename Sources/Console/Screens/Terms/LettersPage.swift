import Foundation
import Procedure
import Reports
import Store
import Terminal

/// The letters (函件) that are due and those that went out (Q3, R9, P3, C4).
struct LettersPage: Page {
  private(set) var letters = Window<LetterRow>()
  private(set) var marked = MarkedCases()
  private var due = 0
  private var side = SideCase()
  private static let asking: Window<LetterRow>.Asking = { .letters(offset: $0, limit: $1) }

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    [.openDossier(letters.selected?.dossier, .Terms.noLetters)]
      + marked.actions(
        \.marked, on: letters.selected?.dossier, of: letters.total,
        all: .load(Self.asking(0, letters.total)), context
      ) { page, context in page.move(.down, context) } + marked.dropping(\.marked)
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    marked.form(name, context)
  }

  private mutating func move(_ key: Key, _ context: Context) -> [Effect] {
    letters.handle(key, shown: PageLayout(context).listRows)
    return letters.readAround(Self.asking) + [SideCase.rests]
  }

  mutating func appear(_ context: Context) -> [Effect] {
    side = SideCase()
    return update(.opened, context)
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    marked.hear(message, context) + take(message, context)
  }

  private mutating func take(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let shown = PageLayout(context).listRows
    switch message {
    case .opened, .storeChanged, .done: return letters.read(Self.asking) + side.read()
    case .loaded(.letters(let offset, let rows, let total, let due)):
      self.due = due
      marked.take(rows.map(\.dossier), of: total)
      letters.take(rows, at: offset, of: total, shown: shown)
      return letters.readAround(Self.asking) + show()
    case .loaded(.dossier(let dossier)):
      side.take(dossier)
      return []
    case .timer(SideCase.restTimer): return show()
    case .key(let key): return move(key, context)
    case .click(let target, let isDouble) where target.name == "list":
      letters.select(target.index, shown: shown)
      return letters.readAround(Self.asking) + (isDouble ? [.begin("enter")] : show())
    default: return []
    }
  }

  private mutating func show() -> [Effect] { side.show(letters.selected?.dossier) }

  // MARK: Papers

  /// The papers of the selected letter.
  var papers: [PaperOrder] {
    letters.selected.map { PaperOrder.orders(of: $0, side.dossier($0.dossier)) } ?? []
  }

  // MARK: Painting

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    [PageLayout(in: rect, wide: context.isWide).detail]
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = PageLayout(in: rect, wide: context.isWide)
    let room = TitleBand(
      context.line(.Terms.part(.letters)),
      note: marked.marks.note(context)
        + (due > 0
          ? context.line(.Terms.dueCount(due), .warning) : Line("\(letters.total)", .dim)),
      isFocused: true
    ).paint(on: &canvas, in: layout.list)
    let signs: [ListColumn<LetterRow>] = marked.marks.columns(\.dossier)
    letters.paint(
      signs + [
        .init(.Terms.state, .fixed(10), 9) {
          $0.record.map { Line("\($0.sent)", .good) } ?? context.line(.Terms.due, .warning)
        },
        .init(.Terms.letter, .fixed(18), 10) { context.line(.letter($0.kind)) },
        .init(.number, .fixed(9), 7) { Line($0.dossier.rawValue) },
        .init(.organisation, .flexible(minimum: 8, weight: 2), 8) { Line($0.name) },
        .init(.Act.letterNumber, .flexible(minimum: 8, weight: 1), 6) {
          Line($0.record?.number ?? "", .dim)
        },
      ], name: "list", placeholder: .Terms.noLetters, marked: signs.count + 3, on: &canvas,
      in: room, context)
    if let letter = letters.selected {
      side.paint(letter.dossier, on: &canvas, in: layout.detail, context)
    } else {
      canvas.putDetail(Line(""), in: layout.detail) { _ in [] }
    }
  }
}
