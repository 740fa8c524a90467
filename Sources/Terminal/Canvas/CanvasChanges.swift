extension Canvas {
  /// A stretch of one row whose glyphs differ from what was shown before.
  struct Run: Hashable {
    let row: Int
    /// Whole glyphs only: the range starts with a first half and ends before the next one.
    let columns: Range<Int>
  }

  /// What has to be painted to get from `earlier` to this canvas; all of it if the sizes differ.
  func changes(from earlier: Canvas?) -> [Run] {
    var runs: [Run] = []
    let same = earlier?.size == size ? earlier : nil
    for row in 0..<size.height {
      var start: Int?
      var column = 0
      while column < size.width {
        let index = row * size.width + column
        let wide = cells[index].width == 2 && column + 1 < size.width ? 2 : 1
        let changed = same.map { $0.cells[index..<index + wide] != cells[index..<index + wide] }
        if changed ?? true {
          if start == nil { start = column }
        } else if let from = start {
          runs.append(Run(row: row, columns: from..<column))
          start = nil
        }
        column += wide
      }
      if let from = start { runs.append(Run(row: row, columns: from..<size.width)) }
    }
    return runs
  }

  /// The glyphs of a run that have room in a window, which may be smaller than the canvas.
  ///
  /// A wide glyph of which half would stand outside is left out: it would wrap to the next row.
  func forEachGlyph(of run: Run, within window: Size, _ body: (Int, Cell) -> Void) {
    guard run.row < window.height else { return }
    for column in run.columns {
      let cell = cells[run.row * size.width + column]
      if cell.width > 0, column + Int(cell.width) <= window.width { body(column, cell) }
    }
  }
}
