extension Canvas {
  /// A stretch of one row whose glyphs differ from what was shown before.
  struct Run: Hashable {
    let row: Int
    /// Whole glyphs only: the range starts with a first half and ends before the next one.
    let columns: Range<Int>
  }

  /// What has to be painted to get from `earlier` to this canvas; all of it if the sizes differ.
  func changes(from earlier: Canvas?) -> [Run] {
    guard let earlier, earlier.size == size else {
      return (0..<size.height).map { Run(row: $0, columns: 0..<size.width) }
        .filter { !$0.columns.isEmpty }
    }
    var runs: [Run] = []
    cells.withUnsafeBufferPointer { cells in
      earlier.cells.withUnsafeBufferPointer { before in
        for row in 0..<size.height { addRuns(of: row, cells, before, to: &runs) }
      }
    }
    return runs
  }

  private func addRuns(
    of row: Int, _ cells: UnsafeBufferPointer<Cell>, _ before: UnsafeBufferPointer<Cell>,
    to runs: inout [Run]
  ) {
    var start: Int?
    var column = 0
    while column < size.width {
      let index = row * size.width + column
      let isWide = cells[index].width == 2 && column + 1 < size.width
      if cells[index] != before[index] || (isWide && cells[index + 1] != before[index + 1]) {
        if start == nil { start = column }
      } else if let from = start {
        runs.append(Run(row: row, columns: from..<column))
        start = nil
      }
      column += isWide ? 2 : 1
    }
    if let from = start { runs.append(Run(row: row, columns: from..<size.width)) }
  }

  /// The rows that changed, in groups to be painted one after the other, so that in no group a row
  /// comes to stand where another stood that goes with it.
  ///
  /// ncurses takes rows that moved together for scrolled ones and scrolls, whatever `idlok` says, and
  /// not every terminal follows it rightly.
  func groups(of runs: [Run], from earlier: Canvas?) -> [[Run]] {
    let shifts = shifts(of: Set(runs.map(\.row)), from: earlier)
    guard let shift = shifts.first else { return [runs] }
    if shifts.count > 1 {
      return Dictionary(grouping: runs, by: \.row).sorted { $0.key < $1.key }.map(\.value)
    }
    return [0, 1].map { side in runs.filter { $0.row / abs(shift) % 2 == side } }
  }

  /// By how many rows rows have moved, blank ones left out.
  private func shifts(of rows: Set<Int>, from earlier: Canvas?) -> Set<Int> {
    guard let earlier, earlier.size == size else { return [] }
    var shifts: Set<Int> = []
    for row in rows {
      let now = cells(of: row)
      guard now.contains(where: { $0.scalar != " " }) else { continue }
      for other in 0..<size.height where other != row && earlier.cells(of: other) == now {
        shifts.insert(row - other)
      }
    }
    return shifts
  }

  private func cells(of row: Int) -> ArraySlice<Cell> {
    cells[row * size.width..<(row + 1) * size.width]
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
