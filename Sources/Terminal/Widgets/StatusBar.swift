/// A full line on the bar's ground with words at both ends, as the top line of the screen.
public struct StatusBar: Sendable {
  /// What stands at the left; it is cut when there is not room for both.
  public var left: Line
  /// What stands at the right.
  public var right: Line

  /// Makes a bar.
  public init(left: Line, right: Line = Line("")) {
    self.left = left
    self.right = right
  }

  /// Paints the bar into the first row.
  public func paint(on canvas: inout Canvas, in rect: Rect) {
    let row = rect.row(0)
    canvas.fill(row, style: Style(.text, on: .bar))
    paintEnds(left, right, on: &canvas, in: row.inset(columns: 1), ground: .bar)
  }
}
