/// A text of several lines being edited, wrapped to the room it has.
///
/// Keys that move over lines on the screen need to know the room: set `room` to the size it is
/// painted in whenever that changes.
public struct TextArea: Hashable, Sendable {
  private var buffer: EditBuffer
  private var wrapped: WrappedText
  private var goalColumn: Int?
  private var scroll = 0

  /// The size that the area is painted in.
  public var room: Size {
    didSet { if room != oldValue { rewrap() } }
  }

  /// Makes an area with a text; the caret stands at its end.
  ///
  /// `maxLength` is in characters: what is over it stays and is `excess`. Control characters are taken
  /// out of what comes in.
  public init(
    _ text: String = "", maxLength: Int = 100_000, room: Size = Size(width: 40, height: 8)
  ) {
    buffer = EditBuffer(text, maxLength: maxLength)
    self.room = room
    wrapped = WrappedText(characters: buffer.characters, width: max(1, room.width - 1))
    settle()
  }

  /// The text.
  public var text: String { buffer.text }
  /// The place of the caret, in characters from the start.
  public var caret: Int { buffer.caret }
  /// The number of characters.
  public var length: Int { buffer.characters.count }
  /// The most characters it takes.
  public var maxLength: Int { buffer.maxLength }
  /// How many characters are over the limit.
  public var excess: Int { buffer.excess }

  /// Takes a key: text, Enter for a new line, arrows, Home and End, pages, erasing keys.
  ///
  /// Up in the first line and down in the last are `.ignored`, so that a form can go on.
  public mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .character(let character): typed(String(character))
    case .enter: typed("\n")
    case .backspace: erased(buffer.caret - 1..<buffer.caret, joining: true)
    case .delete, .control("d"): erased(buffer.caret..<buffer.caret + 1, joining: false)
    case .control("u"): erased(edge(start: true)..<buffer.caret, joining: false)
    case .control("k"): erased(buffer.caret..<edge(start: false), joining: false)
    default: moved(by: key)
    }
  }

  /// Puts pasted text at the caret.
  public mutating func insert(_ text: String) {
    buffer.insert(Visible.cleaned(text), typed: false)
    rewrap()
  }

  /// Takes the last burst of typing back; false where nothing is left to take back.
  public mutating func undo() -> Bool {
    let done = buffer.undo()
    if done { rewrap() }
    return done
  }

  /// Does again what was taken back.
  public mutating func redo() -> Bool {
    let done = buffer.redo()
    if done { rewrap() }
    return done
  }

  /// Makes what is typed from now on a step of undo of its own.
  public mutating func endBurst() { buffer.endBurst() }

  /// Puts the caret before the character at `place`.
  public mutating func moveCaret(to place: Int) {
    buffer.move(to: place)
    goalColumn = nil
    settle()
  }

  /// Puts the caret where a click at `point` fell, counted from the area's corner.
  public mutating func click(at point: Point) {
    moveCaret(to: wrapped.offset(line: scroll + point.y, column: point.x))
  }

  private mutating func typed(_ text: String) -> Outcome {
    let cleaned = Visible.cleaned(text)
    guard !cleaned.isEmpty else { return .ignored }
    buffer.insert(cleaned, typed: true)
    rewrap()
    return .changed
  }

  private mutating func erased(_ range: Range<Int>, joining: Bool) -> Outcome {
    guard buffer.erase(range, joining: joining) else { return .handled }
    rewrap()
    return .changed
  }

  private mutating func moved(by key: Key) -> Outcome {
    switch key {
    case .left, .shiftLeft: moveCaret(to: buffer.caret - 1)
    case .right, .shiftRight: moveCaret(to: buffer.caret + 1)
    case .up, .shiftUp: return movedLines(by: -1)
    case .down, .shiftDown: return movedLines(by: 1)
    case .pageUp: _ = movedLines(by: -max(1, room.height - 1))
    case .pageDown: _ = movedLines(by: max(1, room.height - 1))
    case .home, .control("a"): moveCaret(to: edge(start: true))
    case .end, .control("e"): moveCaret(to: edge(start: false))
    case .controlHome: moveCaret(to: 0)
    case .controlEnd: moveCaret(to: buffer.characters.count)
    case .controlLeft: moveCaret(to: wordEdge(step: -1))
    case .controlRight: moveCaret(to: wordEdge(step: 1))
    default: return .ignored
    }
    return .handled
  }

  private mutating func movedLines(by step: Int) -> Outcome {
    let place = wrapped.position(of: buffer.caret)
    let line = min(max(0, place.y + step), wrapped.lines.count - 1)
    guard line != place.y else { return .ignored }
    let column = goalColumn ?? place.x
    buffer.move(to: wrapped.offset(line: line, column: column))
    goalColumn = column
    settle()
    return .handled
  }

  /// The place where the caret's line on the screen starts or ends.
  private func edge(start: Bool) -> Int {
    let line = wrapped.position(of: buffer.caret).y
    return start
      ? wrapped.lines[line].range.lowerBound : wrapped.offset(line: line, column: .max)
  }

  private func wordEdge(step: Int) -> Int {
    var place = buffer.caret
    var entered = false
    while step > 0 ? place < length : place > 0 {
      let next = buffer.characters[step > 0 ? place : place - 1]
      let isWord = next.isLetter || next.isNumber
      if entered && !isWord { break }
      entered = entered || isWord
      place += step
    }
    return place
  }

  private mutating func rewrap() {
    wrapped = WrappedText(characters: buffer.characters, width: max(1, room.width - 1))
    goalColumn = nil
    settle()
  }

  /// Scrolls no more than needed to have the caret's line in sight.
  private mutating func settle() {
    scroll = firstLine(of: wrapped, rows: room.height)
  }

  private func firstLine(of wrapped: WrappedText, rows: Int) -> Int {
    let line = wrapped.position(of: buffer.caret).y
    let first = min(max(scroll, line - max(1, rows) + 1), line)
    return max(0, min(first, wrapped.lines.count - max(1, rows)))
  }

  /// Paints the lines in sight and, with the focus, says where the caret is.
  public func paint(
    on canvas: inout Canvas, in rect: Rect, isFocused: Bool, placeholder: String = "",
    ground: Ground = .plain
  ) {
    canvas.fill(rect, style: Style(.text, on: ground))
    guard !rect.isEmpty else { return }
    let width = max(1, rect.width - 1)
    let shown =
      width == wrapped.width && canvas.policy == .current
      ? wrapped
      : WrappedText(characters: buffer.characters, width: width, policy: canvas.policy)
    let first = firstLine(of: shown, rows: rect.height)
    for row in 0..<max(0, min(rect.height, shown.lines.count - first)) {
      canvas.put(
        shown.text(ofLine: first + row), at: Point(x: rect.x, y: rect.y + row),
        style: Style(.text, on: ground), width: rect.width)
    }
    if length == 0 { canvas.put(placeholder, in: rect, style: Style(.dim, on: ground)) }
    guard isFocused else { return }
    let place = shown.position(of: buffer.caret)
    canvas.caret = Point(
      x: rect.x + min(place.x, rect.width - 1), y: rect.y + min(place.y - first, rect.height - 1))
  }
}
