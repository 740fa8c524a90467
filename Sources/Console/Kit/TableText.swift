import Foundation
import Terminal

/// A table as lines of text, its columns aligned by the columns on the screen.
enum TableText {
  private static let narrowest = 4

  /// The rows of a table, the head dim, numbers at the right; long cells are wrapped.
  ///
  /// - Parameter width: The columns that there are; the widest columns give way first.
  static func lines(_ rows: [[String]], width: Int) -> [Line] {
    let count = rows.map(\.count).max() ?? 0
    guard count > 0 else { return [] }
    let widths = columnWidths(rows, count: count, width: width)
    let numeric = (0..<count).map { column in
      rows.dropFirst().allSatisfy { isNumber($0.indices.contains(column) ? $0[column] : "") }
    }
    return rows.enumerated().flatMap { index, row in
      lines(of: row, widths: widths, numeric: numeric, style: index == 0 ? .dim : .text)
    }
  }

  private static func columnWidths(_ rows: [[String]], count: Int, width: Int) -> [Int] {
    var widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? CellWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let room = width - gap * (count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > narrowest {
      if let column = widths.firstIndex(of: widest) { widths[column] -= 1 }
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
