/// The head of a pane: a band with its title and a note at the right; the space under it is the
/// pane.
public struct TitleBand: Sendable {
  /// The title, in bold.
  public var title: Line
  /// A note at the right end, as a count.
  public var note: Line
  /// Whether the pane has the focus.
  public var isFocused: Bool

  /// Makes a band.
  public init(_ title: Line, note: Line = Line(""), isFocused: Bool = false) {
    self.title = title
    self.note = note
    self.isFocused = isFocused
  }

  /// Paints the band into the first row and returns the room under it.
  @discardableResult
  public func paint(on canvas: inout Canvas, in rect: Rect) -> Rect {
    let ground: Ground = isFocused ? .focus : .band
    let (band, room) = rect.splitTop(1)
    canvas.fill(band, style: Style(.text, on: ground))
    let strong = Line(title.spans.map { Line.Span($0.text, headed($0.style)) })
    paintEnds(strong, note, on: &canvas, in: band.inset(columns: 1), ground: ground)
    return room
  }

  private func headed(_ style: Style) -> Style {
    style.role == .text ? Style(.title, on: style.ground, bold: true) : style.strong
  }
}

/// Paints a line at the left and one at the right end of a row; the left one gives way.
func paintEnds(
  _ left: Line, _ right: Line, on canvas: inout Canvas, in row: Rect, ground: Ground
) {
  // Blanks before a figure keep columns apart, and take no room from the words beside it.
  let right = right.withoutIndent
  let wanted = right.width(policy: canvas.policy)
  let (rest, end) = row.splitRight(wanted, gap: wanted > 0 ? 1 : 0)
  canvas.put(left, in: rest, on: ground)
  canvas.put(right, in: end, on: ground, align: .right)
}
