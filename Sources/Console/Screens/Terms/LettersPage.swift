import Foundation
import Procedure
import Reports
import Store
import Terminal

/// The letters (函件) that are due and those that went out (Q3, R9, P3, C4).
struct LettersPage: Page {
  private(set) var letters = Window<LetterRow>()
  private var due = 0
  private var side = SideCase()
  private static let asking: Window<LetterRow>.Asking = { .letters(offset: $0, limit: $1) }

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    [.openDossier(letters.selected?.dossier, .Terms.noLetters)]
  }

  mutating func appear(_ context: Context) -> [Effect] {
    side = SideCase()
    return update(.opened, context)
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let shown = PageLayout(context).listRows
    switch message {
    case .opened, .storeChanged, .done: return letters.read(Self.asking) + side.read()
    case .loaded(.letters(let offset, let rows, let total, let due)):
      self.due = due
      letters.take(rows, at: offset, of: total, shown: shown)
      return letters.readAround(Self.asking) + show()
    case .loaded(.dossier(let dossier)):
      side.take(dossier)
      return []
    case .timer(SideCase.restTimer): return show()
    case .key(let key):
      letters.handle(key, shown: shown)
      return letters.readAround(Self.asking) + [SideCase.rests]
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
      note: due > 0 ? context.line(.Terms.dueCount(due), .warning) : Line("\(letters.total)", .dim),
      isFocused: true
    ).paint(on: &canvas, in: layout.list)
    letters.paint(
      [
        .init(.Terms.state, .fixed(10), 9) {
          $0.record.map { Line("\($0.sent)", .good) } ?? context.line(.Terms.due, .warning)
        },
        .init(.Terms.letter, .fixed(18), 10) { context.line(.letter($0.kind)) },
        .init(.number, .fixed(9), 7) { Line($0.dossier.rawValue) },
        .init(.organisation, .flexible(minimum: 8, weight: 2), 8) { Line($0.name) },
        .init(.Act.letterNumber, .flexible(minimum: 8, weight: 1), 6) {
          Line($0.record?.number ?? "", .dim)
        },
      ], name: "list", placeholder: .Terms.noLetters, marked: 3, on: &canvas, in: room, context)
    if let letter = letters.selected {
      side.paint(letter.dossier, on: &canvas, in: layout.detail, context)
    } else {
      canvas.putDetail(Line(""), in: layout.detail) { _ in [] }
    }
  }
}
