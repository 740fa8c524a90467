/// One line of text being edited; a longer text is scrolled sideways.
public struct TextField: Hashable, Sendable {
  private var buffer: EditBuffer

  /// Whether the text is shown as dots, as a passphrase is.
  public var isSecret: Bool

  /// Makes a field with a text; the caret stands at its end. `maxLength` is in characters.
  public init(_ text: String = "", isSecret: Bool = false, maxLength: Int = 1000) {
    buffer = EditBuffer(Self.oneLine(text), maxLength: maxLength)
    self.isSecret = isSecret
  }

  /// The text.
  public var text: String { buffer.text }
  /// The place of the caret, in characters from the start.
  public var caret: Int { buffer.caret }

  /// Takes a key: text, arrows, Home and End, erasing keys; Enter is `.submitted`.
  public mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .character(let character):
      let text = Self.oneLine(String(character))
      if text.isEmpty { return .ignored }
      return buffer.insert(text, typed: true) == 0 ? .changed : .handled
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

  /// Puts pasted text at the caret, its lines joined by blanks; returns the characters left out.
  @discardableResult
  public mutating func insert(_ text: String) -> Int {
    buffer.insert(Self.oneLine(text), typed: false)
  }

  /// Takes the last burst of typing back; false where nothing is left to take back.
  public mutating func undo() -> Bool { buffer.undo() }

  /// Does again what was taken back.
  public mutating func redo() -> Bool { buffer.redo() }

  /// Puts another text into the field; what was typed before cannot be taken back.
  public mutating func setText(_ text: String) {
    buffer = EditBuffer(Self.oneLine(text), maxLength: buffer.maxLength)
  }

  private mutating func erase(_ range: Range<Int>) -> Outcome {
    buffer.erase(range, joining: true) ? .changed : .handled
  }

  private static func oneLine(_ text: String) -> String {
    String(Visible.cleaned(text).map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// Paints the part of the text around the caret into the first row of `rect`.
  public func paint(
    on canvas: inout Canvas, in rect: Rect, isFocused: Bool, placeholder: String = "",
    ground: Ground = .plain
  ) {
    let row = rect.row(0)
    let style = Style(.text, on: ground, underline: isFocused)
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
    canvas.put(String(shown[start...]), at: row.origin, style: style, width: row.width)
    if shown.isEmpty {
      canvas.put(placeholder, in: row, style: Style(.dim, on: ground, underline: isFocused))
    }
    if isFocused { canvas.caret = Point(x: row.x + min(before - hidden, row.width - 1), y: row.y) }
  }
}
