import CVterm

/// A terminal emulator fed by hand: bytes in, a screen out.
final class Emulator {
  private let terminal: OpaquePointer
  private(set) var cols: Int
  private(set) var rows: Int

  init(cols: Int, rows: Int) {
    guard let terminal = cvterm_create(Int32(rows), Int32(cols)) else {
      fatalError("no memory for a terminal emulator")
    }
    self.terminal = terminal
    self.cols = cols
    self.rows = rows
  }

  deinit { cvterm_free(terminal) }

  /// Shows what the program wrote.
  /// - Returns: what the terminal answers to queries among it, to be sent to the program.
  func feed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { cvterm_feed(terminal, $0.baseAddress, $0.count) }
    var answers: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 256)
    while true {
      let count = cvterm_take_answers(terminal, &room, room.count)
      guard count > 0 else { return answers }
      answers += room.prefix(count)
    }
  }

  /// Gives the screen another size.
  func resize(cols: Int, rows: Int) {
    cvterm_resize(terminal, Int32(rows), Int32(cols))
    self.cols = cols
    self.rows = rows
  }

  /// The present screen.
  var screen: ScreenText {
    var row = [cvterm_cell](repeating: cvterm_cell(), count: cols)
    let cells = (0..<rows).map { number in
      cvterm_read_row(terminal, Int32(number), &row)
      return row.map(ScreenCell.init)
    }
    var line: Int32 = 0
    var column: Int32 = 0
    var visible = false
    cvterm_read_cursor(terminal, &line, &column, &visible)
    return ScreenText(
      cells: cells, cursor: .init(row: Int(line), col: Int(column)), cursorVisible: visible,
      alternate: cvterm_alternate(terminal))
  }
}
