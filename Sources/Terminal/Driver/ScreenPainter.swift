import CNcurses

/// Brings a canvas to the screen: only what changed, through ncurses.
struct ScreenPainter {
  private let theme: Theme
  private let colours: Int
  private var shown: Canvas?
  private var pairs: [Int: Int32] = [:]
  private var looks: [Style: (attributes: Int32, pair: Int32)] = [:]

  /// Makes a painter for the terminal that was started.
  init(theme: Theme) {
    self.theme = theme
    colours = theme == .mono ? 0 : Int(cn_start_colours())
  }

  /// Forgets what is shown, so that the next canvas is painted whole.
  mutating func forget() { shown = nil }

  /// Paints what differs from the canvas before.
  mutating func present(_ canvas: Canvas) {
    let rows = Int(cn_rows())
    let columns = Int(cn_columns())
    if shown == nil { cn_erase() }
    for (place, group) in canvas.groups(of: canvas.changes(from: shown), from: shown).enumerated() {
      if place > 0 { cn_refresh() }
      for run in group {
        canvas.forEachGlyph(of: run, within: Size(width: columns, height: rows)) { column, cell in
          put(cell, row: run.row, column: column)
        }
      }
    }
    shown = canvas
    if let caret = canvas.caret, caret.x >= 0, caret.y >= 0, caret.x < columns, caret.y < rows {
      cn_place_cursor(Int32(caret.y), Int32(caret.x))
    } else {
      cn_place_cursor(-1, 0)
    }
    cn_refresh()
  }

  private mutating func put(_ cell: Cell, row: Int, column: Int) {
    let look = look(of: cell.style)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 + CombiningMarks.limit) { scalars in
      scalars[0] = cell.scalar.value
      for (index, mark) in cell.marks.enumerated() { scalars[index + 1] = mark.value }
      cn_put(
        Int32(row), Int32(column), scalars.baseAddress, Int32(1 + cell.marks.count),
        look.attributes, look.pair)
    }
  }

  private mutating func look(of style: Style) -> (attributes: Int32, pair: Int32) {
    if let known = looks[style] { return known }
    let paint = theme.paint(style, colours: colours)
    let look = (
      attributes: paint.attributes.rawValue,
      pair: pair(foreground: paint.foreground, ground: paint.ground)
    )
    looks[style] = look
    return look
  }

  /// The number of a colour pair, made when first asked for; 0 is the terminal's own colours.
  private mutating func pair(foreground: Int, ground: Int) -> Int32 {
    if foreground < 0 && ground < 0 { return 0 }
    let key = (foreground + 1) * 1024 + ground + 1
    if let known = pairs[key] { return known }
    let number = Int32(pairs.count + 1)
    cn_define_pair(number, Int32(foreground), Int32(ground))
    pairs[key] = number
    return number
  }
}
