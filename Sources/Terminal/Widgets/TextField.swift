/// One line of text being edited; a longer text is scrolled sideways.
public struct TextField: Hashable, Sendable {
  private var buffer: EditBuffer

  /// Whether the text is shown as dots, as a passphrase is.
  public var isSecret: Bool

  /// Whether the text is only offered, like one that is selected: what is typed replaces it, and who
  /// moves in it first keeps it.
  public private(set) var isProposal: Bool

  /// Makes a field with a text; the caret stands at its end.
  ///
  /// - Parameter maxLength: In characters; what is over it stays and is `excess`.
  public init(
    _ text: String = "", isSecret: Bool = false, maxLength: Int = 1000, isProposal: Bool = false
  ) {
    buffer = EditBuffer(Self.oneLine(text), maxLength: maxLength)
    self.isSecret = isSecret
    self.isProposal = isProposal
  }

  /// The text.
  public var text: String { buffer.text }
  /// The place of the caret, in characters from the start.
  public var caret: Int { buffer.caret }
  /// How many characters are over the limit.
  public var excess: Int { buffer.excess }
  /// The most characters it takes.
  public var maxLength: Int { buffer.maxLength }

  /// Takes a key: text, arrows, Home and End, erasing keys; Enter is `.submitted`.
  public mutating func handle(_ key: Key) -> Outcome {
    let outcome = take(key)
    if outcome == .handled || outcome == .changed { isProposal = false }
    return outcome
  }

  private mutating func take(_ key: Key) -> Outcome {
    switch key {
    case .character(let character):
      let text = Self.oneLine(String(character))
      if text.isEmpty { return .ignored }
      put(text, typed: true)
      return .changed
    case .backspace where isProposal, .delete where isProposal:
      return erase(0..<buffer.characters.count)
    case .backspace: return erase(buffer.caret - 1..<buffer.caret)
    case .delete, .control("d"): return erase(buffer.caret..<buffer.caret + 1)
    case .control("u"): return erase(0..<buffer.caret)
    case .control("k"): return erase(buffer.caret..<buffer.characters.count)
    case .left, .shiftLeft: buffer.move(to: buffer.caret - 1)
    case .right, .shiftRight: buffer.move(to: buffer.caret + 1)
    case .home, .control("a"), .controlHome: buffer.move(to: 0)
    case .end, .control("e"), .controlEnd: buffer.move(to: buffer.characters.count)
    case .enter: return .submitted
    default: return .ignored
    }
    return .handled
  }

  /// Puts pasted text at the caret, its lines joined by blanks; a line end after all of it is none of
  /// the text.
  public mutating func insert(_ text: String) {
    var lines = text[...]
    while lines.last?.isNewline == true { lines.removeLast() }
    put(Self.oneLine(String(lines)), typed: false)
    isProposal = false
  }

  private mutating func put(_ text: String, typed: Bool) {
    if isProposal {
      buffer.replaceAll(with: text, typed: typed)
    } else {
      buffer.insert(text, typed: typed)
    }
  }

  /// Takes the last burst of typing back; false where nothing is left to take back.
  public mutating func undo() -> Bool {
    isProposal = false
    return buffer.undo()
  }

  /// Does again what was taken back.
  public mutating func redo() -> Bool { buffer.redo() }

  /// Puts another text into the field; what was typed before cannot be taken back.
  public mutating func setText(_ text: String) {
    buffer = EditBuffer(Self.oneLine(text), maxLength: buffer.maxLength)
    isProposal = false
  }

  /// Offers another text, which what is typed replaces.
  public mutating func propose(_ text: String) {
    setText(text)
    isProposal = true
  }

  private mutating func erase(_ range: Range<Int>) -> Outcome {
    buffer.erase(range, joining: true) ? .changed : .handled
  }

  private static func oneLine(_ text: String) -> String {
    String(Visible.cleaned(text).map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// Paints the part of the text around the caret into the first row of `rect`; what is only offered
  /// is shown as selected.
  public func paint(
    on canvas: inout Canvas, in rect: Rect, isFocused: Bool, placeholder: String = "",
    role: Role = .text, ground: Ground = .plain
  ) {
    let row = rect.row(0)
    let style = Style(role, on: ground, underline: isFocused)
    canvas.fill(row, style: style)
    guard !row.isEmpty else { return }
    let shown = isSecret ? buffer.characters.map { _ in Character("•") } : buffer.characters
    let widths = shown.map { CellWidth.of($0, policy: canvas.policy) }
    let before = isFocused ? widths[..<buffer.caret].reduce(0, +) : 0
    var start = 0
    var hidden = 0
    while before - hidden > row.width - 1 && start < buffer.caret {
      hidden += widths[start]
      start += 1
    }
    let isSelected = isFocused && isProposal && !shown.isEmpty
    canvas.put(
      String(shown[start...]), at: row.origin, style: isSelected ? style.on(.selection) : style,
      width: row.width)
    if shown.isEmpty {
      canvas.put(placeholder, in: row, style: Style(.dim, on: ground, underline: isFocused))
    }
    if isFocused { canvas.caret = Point(x: row.x + min(before - hidden, row.width - 1), y: row.y) }
  }
}
