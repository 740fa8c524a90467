/// A question over the screen: a raised panel with a title, words and choices.
///
/// Every choice has a key of its own. Enter takes the choice with the focus unless that choice
/// asks for its own key, as what cannot be undone should.
public struct Dialog: Hashable, Sendable {
  /// One answer.
  public struct Choice: Hashable, Sendable {
    /// The name by which the caller knows the answer.
    public let id: String
    /// Its words.
    public var title: String
    /// Its key.
    public var key: Key
    /// The key's name for people.
    public var keyName: String
    /// Whether only its own key takes it, never Enter.
    public var needsOwnKey: Bool

    /// Makes an answer.
    public init(
      id: String, title: String, key: Key, keyName: String, needsOwnKey: Bool = false
    ) {
      self.id = id
      self.title = title
      self.key = key
      self.keyName = keyName
      self.needsOwnKey = needsOwnKey
    }
  }

  /// What a key did.
  public enum Answer: Hashable, Sendable {
    /// Nothing; a dialog keeps every key from what lies under it.
    case ignored
    /// It moved the focus or scrolled.
    case handled
    /// The choice of this id was taken.
    case chosen(String)
    /// Esc.
    case cancelled
  }

  /// The title.
  public var title: String
  /// The words, each wrapped to the panel.
  public var lines: [Line]
  /// The answers.
  public var choices: [Choice]
  /// Whether the answers stand under one another and arrows choose among them.
  public var isList: Bool
  /// The answer that Enter takes.
  public private(set) var focus: Int
  private var scroll = 0

  /// Makes a dialog; the focus is on choice `focus`, best a harmless one.
  public init(
    title: String, lines: [Line], choices: [Choice], focus: Int = 0, isList: Bool = false
  ) {
    self.title = title
    self.lines = lines
    self.choices = choices
    self.isList = isList
    self.focus = min(max(0, focus), max(0, choices.count - 1))
  }

  /// Takes a key.
  ///
  /// - Parameters:
  ///   - rect: Where it is painted; how far it scrolls follows from that.
  ///   - policy: How wide signs are there whose width is not certain.
  public mutating func handle(
    _ key: Key, in rect: Rect, policy: AmbiguousPolicy = .current
  ) -> Answer {
    if let chosen = choices.first(where: { $0.key == key }) { return .chosen(chosen.id) }
    switch key {
    case .escape: return .cancelled
    case .left, .backTab: moveFocus(-1)
    case .right, .tab: moveFocus(1)
    case .up where isList: moveFocus(-1)
    case .down where isList: moveFocus(1)
    case .up, .down, .pageUp, .pageDown, .home, .end:
      scroll(by: key, over: layout(in: rect, policy))
    case .enter:
      guard choices.indices.contains(focus), !choices[focus].needsOwnKey else { return .ignored }
      return .chosen(choices[focus].id)
    default: return .ignored
    }
    return .handled
  }

  private mutating func scroll(by key: Key, over layout: Layout) {
    let page = max(1, layout.words.height - 1)
    let next =
      switch key {
      case .up: scroll - 1
      case .down: scroll + 1
      case .pageUp: scroll - page
      case .pageDown: scroll + page
      case .home: 0
      default: layout.hidden
      }
    scroll = max(0, min(next, layout.hidden))
  }

  /// Where its parts stand, and its words as they are broken there.
  private struct Layout {
    var panel: Rect
    var wrapped: [Line]
    var words: Rect
    var buttons: Rect

    /// Rows of the words that are not in sight at once.
    var hidden: Int { max(0, wrapped.count - words.height) }
  }

  private func layout(in rect: Rect, _ policy: AmbiguousPolicy) -> Layout {
    let width = min(rect.width, max(rect.width * 3 / 5, min(60, rect.width)))
    let wrapped = lines.flatMap { $0.wrapped(to: max(1, width - 4), policy: policy) }
    let rows = isList ? choices.count : 1
    let height = min(rect.height, wrapped.count + 3 + rows)
    let panel = rect.centred(Size(width: width, height: height))
    let room = panel.splitTop(1).rest
    let (body, buttons) = room.splitBottom(min(rows, max(1, room.height - 1)))
    let words = body.inset(columns: 2, rows: body.height > 2 ? 1 : 0)
    return Layout(panel: panel, wrapped: wrapped, words: words, buttons: buttons)
  }

  private mutating func moveFocus(_ step: Int) {
    focus = (focus + step + choices.count) % max(1, choices.count)
  }

  /// Takes a click that met the hit region `dialog` of this index.
  public mutating func click(_ index: Int) -> Answer {
    guard choices.indices.contains(index) else { return .ignored }
    if choices[index].needsOwnKey {
      focus = index
      return .handled
    }
    return .chosen(choices[index].id)
  }

  /// Paints the panel into the middle; the hit regions under it are forgotten.
  public func paint(on canvas: inout Canvas, in rect: Rect) {
    canvas.removeHits()
    canvas.caret = nil
    let layout = layout(in: rect, canvas.policy)
    let (wrapped, words, buttons) = (layout.wrapped, layout.words, layout.buttons)
    canvas.fill(layout.panel, style: Style(.text, on: .raised))
    let first = min(scroll, layout.hidden)
    // How much there is that one does not see: nobody answers what they only think they have read.
    let note =
      layout.hidden > 0
      ? Line("↑\(first) ↓\(layout.hidden - first)", .accent.strong) : Line("")
    TitleBand(Line(title), note: note, isFocused: true).paint(on: &canvas, in: layout.panel)
    for row in 0..<max(0, min(words.height, wrapped.count - first)) {
      canvas.put(wrapped[first + row], in: words.row(row), on: .raised)
    }
    canvas.fill(buttons, style: Style(.text, on: .raised))
    if isList { paintList(on: &canvas, in: buttons) } else { paintRow(on: &canvas, in: buttons) }
  }

  private func paintRow(on canvas: inout Canvas, in row: Rect) {
    guard !row.isEmpty else { return }
    var column = row.x + 1
    for index in choices.indices where column < row.right {
      column += paint(index, at: Point(x: column, y: row.y), on: &canvas, until: row.right) + 1
    }
  }

  /// The answers under one another; the one with the focus is always in sight.
  private func paintList(on canvas: inout Canvas, in rect: Rect) {
    let first = max(0, focus - rect.height + 1)
    for index in choices.indices.dropFirst(first).prefix(rect.height) {
      _ = paint(
        index, at: Point(x: rect.x + 1, y: rect.y + index - first), on: &canvas, until: rect.right)
    }
  }

  /// Paints an answer; returns the columns that it took.
  private func paint(
    _ index: Int, at point: Point, on canvas: inout Canvas, until right: Int
  ) -> Int {
    let choice = choices[index]
    let line = Line([
      Line.Span((index == focus ? "▸" : " ") + choice.keyName, .accent.strong),
      Line.Span(" " + choice.title + " "),
    ])
    let used = canvas.put(
      line, at: point, on: index == focus ? .focus : .raised, width: max(0, right - point.x))
    canvas.addHit(
      Rect(x: point.x, y: point.y, width: used, height: 1), HitTarget("dialog", index: index))
    return used
  }
}
