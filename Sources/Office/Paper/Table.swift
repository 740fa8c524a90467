/// A table of a paper.
public struct Table: Hashable, Sendable {
  /// Where text stands between the sides of its cell.
  public enum Alignment: Hashable, Sendable {
    case left, centre, right
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its share of the width: parts of the sum of all.
    public var width: Int
    /// How its cells stand unless one says otherwise.
    public var alignment: Alignment

    /// A column.
    public init(_ width: Int, _ alignment: Alignment = .left) {
      (self.width, self.alignment) = (max(1, width), alignment)
    }
  }

  /// A cell; those it covers are left out of their rows.
  public struct Cell: Hashable, Sendable {
    /// What stands in it; a line end begins another paragraph.
    public var words: Words
    /// How many columns and rows it takes.
    public var columns: Int
    public var rows: Int
    /// How it stands, where not as its column.
    public var alignment: Alignment?
    /// Whether it is shaded.
    public var isShaded: Bool

    /// A cell of one column and one row unless it is said otherwise.
    public init(
      _ words: Words, columns: Int = 1, rows: Int = 1, alignment: Alignment? = nil,
      isShaded: Bool = false
    ) {
      (self.words, self.alignment, self.isShaded) = (words, alignment, isShaded)
      (self.columns, self.rows) = (max(1, columns), max(1, rows))
    }
  }

  /// The columns.
  public var columns: [Column]
  /// The rows of the head, which every page repeats.
  public var head: [[Cell]]
  /// The rows.
  public var rows: [[Cell]]
  /// Whether lines are drawn.
  public var hasBorders: Bool
  /// How high a row is at least, in millimetres: room to write by hand.
  public var rowHeight: Int

  /// A table.
  public init(
    _ columns: [Column], head: [[Cell]] = [], rows: [[Cell]], hasBorders: Bool = true,
    rowHeight: Int = 8
  ) {
    (self.columns, self.head, self.rows) = (columns, head, rows)
    (self.hasBorders, self.rowHeight) = (hasBorders, rowHeight)
  }
}

extension Table.Cell: ExpressibleByStringInterpolation {
  /// A cell of plain words.
  public init(stringLiteral value: String) { self.init(Words(value)) }
}

/// The cells of a table where they stand.
struct TableGrid {
  /// A cell in its column, or the room that one from above takes.
  struct Placed {
    var column: Int
    var cell: Table.Cell
    var isContinued = false
  }

  /// Row by row; no row is short.
  private(set) var rows: [[Placed]] = []

  init(_ given: [[Table.Cell]], columns: Int) {
    // What hangs down into the next rows: column, width, rows left.
    var hanging: [(cell: Placed, left: Int)] = []
    for (index, cells) in given.enumerated() {
      var row: [Placed] = []
      var column = 0
      var waiting = cells[...]
      var below: [(cell: Placed, left: Int)] = []
      while column < columns {
        if let above = hanging.first(where: { $0.cell.column == column }) {
          row.append(Placed(column: column, cell: above.cell.cell, isContinued: true))
          if above.left > 1 { below.append((above.cell, above.left - 1)) }
          column += above.cell.cell.columns
          continue
        }
        var cell = waiting.popFirst() ?? Table.Cell("")
        let next = hanging.map(\.cell.column).filter { $0 > column }.min() ?? columns
        cell.columns = min(cell.columns, next - column)
        cell.rows = min(cell.rows, given.count - index)
        let placed = Placed(column: column, cell: cell)
        row.append(placed)
        if cell.rows > 1 { below.append((placed, cell.rows - 1)) }
        column += cell.columns
      }
      hanging = below
      rows.append(row)
    }
  }
}
