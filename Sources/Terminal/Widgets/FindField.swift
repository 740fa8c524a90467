/// A line to type what is to be found, with a note on how much was.
public struct FindField: Hashable, Sendable {
  /// The words before the field.
  public var label: String
  /// What is looked for.
  public var field: TextField
  /// A note at the right end, as a count of what was found.
  public var note: Line

  /// Makes a field; a text that is there already is selected, so that what is typed replaces it.
  public init(label: String, text: String = "", note: Line = Line("")) {
    self.label = label
    self.note = note
    field = TextField(text, maxLength: 200, isProposal: true)
  }

  /// What is looked for.
  public var text: String { field.text }

  /// Takes a key: Enter is `.submitted`, Esc `.cancelled`, text `.changed`.
  public mutating func handle(_ key: Key) -> Outcome {
    key == .escape ? .cancelled : field.handle(key)
  }

  /// Puts pasted text in.
  public mutating func paste(_ text: String) { field.insert(text) }

  /// Paints the line into the first row.
  public func paint(on canvas: inout Canvas, in rect: Rect, isFocused: Bool = true) {
    let row = rect.row(0)
    canvas.fill(row, style: Style(.text, on: .bar))
    let (head, rest) = row.inset(columns: 1).splitLeft(
      CellWidth.of(label, policy: canvas.policy), gap: 1)
    canvas.put(label, in: head, style: Style(.title, on: .bar))
    let (body, end) = rest.splitRight(note.width(policy: canvas.policy), gap: 1)
    field.paint(on: &canvas, in: body, isFocused: isFocused, ground: .bar)
    canvas.put(note, in: end, on: .bar, align: .right)
  }
}
