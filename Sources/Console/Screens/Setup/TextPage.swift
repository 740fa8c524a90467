import Procedure
import Terminal

/// The text of a page that is read: how far it is scrolled, and what is wrong with the file brought
/// last, which stands above everything else.
struct PageText: Sendable {
  var scroll = ScrollState()
  var faults: [Phrase] = []
}

/// A page that is read and not chosen from.
protocol TextPage: Page {
  static var part: SetupScreen.Part { get }
  var pane: PageText { get set }
  func lines(width: Int, _ context: Context) -> [Line]
}

extension TextPage {
  mutating func appear(_ context: Context) -> [Effect] {
    pane = PageText()
    return []
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    read(message, context)
    return []
  }

  /// What all pages that are read do with a message.
  mutating func read(_ message: ScreenMessage, _ context: Context) {
    switch message {
    case .opened: pane.faults = []
    case .loaded(.fileFaults(let lines)): pane = PageText(faults: lines)
    case .key(let key):
      let text = PageLayout(context).text
      _ = pane.scroll.handle(
        key, total: allLines(width: max(1, text.width - 4), context).count,
        rows: max(1, text.height - 2))
    default: break
    }
  }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let room = TitleBand(context.line(.Setup.part(Self.part)), isFocused: true)
      .paint(on: &canvas, in: PageLayout(in: rect, wide: context.isWide).text)
      .inset(columns: 2, rows: 0).splitTop(1).rest
    canvas.put(allLines(width: max(1, room.width), context), in: room, scrolled: pane.scroll)
  }

  private func allLines(width: Int, _ context: Context) -> [Line] {
    guard !pane.faults.isEmpty else { return lines(width: width, context) }
    return [context.line(.Setup.notTaken(pane.faults.count), .bad)]
      + pane.faults.flatMap { context.line($0).wrapped(to: width) } + [Line("")]
      + lines(width: width, context)
  }
}

extension ScreenForm {
  /// A form that asks for a file.
  static func file(
    _ id: String, _ title: Phrase, _ means: Phrase, path: String = "", help: Phrase = .plain(""),
    _ context: Context, fill: @escaping @Sendable (inout Actor, String) -> [Effect]
  ) -> ScreenForm {
    ScreenForm(
      id, title, isKept: false, Asks(.file(path, help: help), lines: [means]) { $0 }, context
    ) { page, path, _ in .effects(fill(&page, path)) }
  }
}
