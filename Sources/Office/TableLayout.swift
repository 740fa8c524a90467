import Splitting

/// Rows of a table as lines whose columns stand under each other.
struct TableLayout {
  /// A cell: its lines, how many columns it takes, whether it goes on with the cell above.
  struct Cell {
    var lines: [Line]
    var span = 1
    var isContinued = false

    var text: String { lines.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") }
  }

  /// Columns that are wider are not filled up: the rest of a row stands where it comes.
  private static let widest = 60
  private static let most = 64

  var rows: [[Cell]]

  /// The rows as lines; a row of one cell is a paragraph like others.
  func lines(page: Int?) -> [Line] {
    let widths = widths
    return rows.flatMap { row in
      row.count == 1 ? row[0].lines : [line(row, widths, page: page)]
    }
  }

  private var widths: [Int] {
    var widths: [Int] = []
    for row in rows where row.count > 1 {
      var column = 0
      for cell in row {
        while widths.count < min(column + cell.span, Self.most) { widths.append(0) }
        if cell.span == 1, column < widths.count {
          widths[column] = max(widths[column], min(Self.width(cell.text), Self.widest))
        }
        column += cell.span
        if column >= Self.most { break }
      }
    }
    return widths
  }

  private func line(_ row: [Cell], _ widths: [Int], page: Int?) -> Line {
    var text = ""
    var column = 0
    for (place, cell) in row.enumerated() {
      let shown = cell.isContinued ? "" : cell.text
      text += shown
      let columns = column..<(column + cell.span)
      column += cell.span
      guard place + 1 < row.count else { break }
      let width = columns.reduce(-2) { $0 + 2 + ($1 < widths.count ? widths[$1] : 0) }
      text += String(repeating: " ", count: max(2, width + 2 - Self.width(shown)))
    }
    let kept = row.first?.lines.first?.page ?? page
    return Line(text, page: kept, kind: .table, cells: row.map { $0.isContinued ? "" : $0.text })
  }

  /// Columns of a terminal that a text takes.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        sum + 2
      default: sum + 1
      }
    }
  }
}
