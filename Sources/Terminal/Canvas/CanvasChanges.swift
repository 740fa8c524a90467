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
}
