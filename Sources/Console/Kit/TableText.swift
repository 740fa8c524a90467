import Foundation
import Terminal

/// A table as lines of text, its columns aligned by the columns on the screen.
struct TableText {
  /// Columns below which words are not wrapped: what is wider then is scrolled sideways.
  private static let narrowest = 6
  /// Columns of words in a table that is scrolled.
  private static let comfortable = 24

  /// Its lines, the head dim, numbers at the right; long cells are wrapped.
  let lines: [Line]
  /// The columns that it takes.
  let width: Int
  /// The columns of the first cells and the gap behind them: they stay while the rest is scrolled.
  let held: Int

  /// The rows of a table.
  ///
  /// - Parameter width: The columns that there are; the widest columns of words give way first, as far
  ///   as they stay readable; figures are never broken.
  init(_ rows: [[String]], width: Int) {
    let count = rows.map(\.count).max() ?? 0
    let numeric = (0..<count).map { column in
      rows.dropFirst().allSatisfy {
        Self.isNumber($0.indices.contains(column) ? $0[column] : "")
      }
    }
    let widths = Self.columnWidths(rows, numeric: numeric, width: width)
    lines = rows.enumerated().flatMap { index, row in
      Self.lines(of: row, widths: widths, numeric: numeric, style: index == 0 ? .dim : .text)
    }
    self.width = widths.reduce(0, +) + Self.gap * max(0, count - 1)
    held = (widths.first ?? 0) + Self.gap
  }

  private static func columnWidths(_ rows: [[String]], numeric: [Bool], width: Int) -> [Int] {
    let natural = numeric.indices.map { column in
      rows.map { $0.indices.contains(column) ? CellWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let least = natural.indices.map { numeric[$0] ? natural[$0] : min(natural[$0], narrowest) }
    let room = width - gap * (numeric.count - 1)
    guard least.reduce(0, +) <= room else {
      return natural.indices.map {
        numeric[$0] ? natural[$0] : min(natural[$0], min(comfortable, max(narrowest, width / 2)))
      }
    }
    var widths = natural
    while widths.reduce(0, +) > room {
      let wide = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private static let gap = 2

  private static func lines(
    of row: [String], widths: [Int], numeric: [Bool], style: Style
  ) -> [Line] {
    let cells = widths.indices.map { column in
      let wrapped = WrappedText(
        row.indices.contains(column) ? row[column] : "", width: max(1, widths[column]))
      return wrapped.lines.indices.map(wrapped.text(ofLine:))
    }
    return (0..<(cells.map(\.count).max() ?? 1)).map { place in
      var text = ""
      for column in widths.indices {
        let cell = cells[column].indices.contains(place) ? cells[column][place] : ""
        let blanks = String(repeating: " ", count: max(0, widths[column] - CellWidth.of(cell)))
        text += numeric[column] ? blanks + cell : cell + blanks
        if column < widths.count - 1 { text += String(repeating: " ", count: gap) }
      }
      return Line(text, style)
    }
  }

  /// Whether a cell holds a figure or stands for one that is not there.
  private static func isNumber(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first else { return true }
    return ("0"..."9").contains(first) || "+-−—–/<>≤≥±".unicodeScalars.contains(first)
  }
}
