/// What a person sees at one moment: the cells of the screen and where the cursor stands.
struct ScreenText: CustomStringConvertible, Sendable {
  /// A place on the screen, counted from 0 at the top left.
  struct Position: Equatable, Sendable {
    var row: Int
    var col: Int
  }

  /// The cells, row by row.
  let cells: [[ScreenCell]]
  /// The rows as text, every wide glyph once, without the blanks at the end.
  let rows: [String]
  let cursor: Position
  let cursorVisible: Bool
  /// Whether the alternate screen is up, as it is while a full-screen program runs.
  let alternate: Bool

  init(cells: [[ScreenCell]], cursor: Position, cursorVisible: Bool, alternate: Bool) {
    self.cells = cells
    self.cursor = cursor
    self.cursorVisible = cursorVisible
    self.alternate = alternate
    rows = cells.map { row in
      let text = row.map(\.text).joined()
      return String(
        text[..<(text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex)])
    }
  }

  /// Width of the screen in cells.
  var cols: Int { cells.first?.count ?? 0 }

  /// The whole screen as text.
  var text: String { rows.joined(separator: "\n") }

  /// Whether one row holds the text; text never runs on from row to row.
  func contains(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

  /// The cells without the right halves of wide glyphs, whose style the emulator leaves open.
  var glyphs: [ScreenCell] { cells.joined().filter { $0.width > 0 } }

  /// The first row that holds the text.
  func row(containing text: String) -> String? { rows.first { $0.contains(text) } }

  /// The number of the first row that holds the text.
  func rowIndex(containing text: String) -> Int? { rows.firstIndex { $0.contains(text) } }

  /// Where the text first stands: row and cell, not character.
  func position(of text: String) -> Position? {
    for (number, row) in cells.enumerated() {
      for start in row.indices where row[start].width > 0 {
        if row[start...].lazy.map(\.text).joined().hasPrefix(text) {
          return Position(row: number, col: start)
        }
      }
    }
    return nil
  }

  /// The cell where the text first stands, to look at its style.
  func cell(at text: String) -> ScreenCell? {
    position(of: text).map { cells[$0.row][$0.col] }
  }

  /// The row that the cursor stands in.
  var cursorRow: String { rows.indices.contains(cursor.row) ? rows[cursor.row] : "" }

  /// The screen with its size and cursor, for the report of a failed test.
  var description: String {
    let place = "cursor \(cursor.row),\(cursor.col)\(cursorVisible ? "" : " hidden")"
    let lines = rows.map { "│\($0)" }.joined(separator: "\n")
    return "\(cols)×\(cells.count), \(place)\(alternate ? ", alternate screen" : "")\n\(lines)"
  }
}
