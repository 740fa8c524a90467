/// Rows under headings, as items under their category; headings cannot be selected.
public struct TreeView {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// Whether it is a heading.
    public var isHeading: Bool
    /// The words.
    public var line: Line
    /// A note at the right end, as a sum.
    public var note: Line

    /// A heading.
    public static func heading(_ line: Line, note: Line = Line("")) -> Row {
      Row(isHeading: true, line: line, note: note)
    }

    /// A row that can be selected.
    public static func item(_ line: Line, note: Line = Line("")) -> Row {
      Row(isHeading: false, line: line, note: note)
    }
  }

  /// The number of rows, headings included.
  public var count: Int
  /// The name of the hit regions; their index is the row.
  public var name: String
  /// Whether it has the focus; without it the selected row's sign is dim.
  public var isFocused: Bool
  /// The row of a number.
  public var row: (Int) -> Row

  /// Makes a tree.
  public init(
    count: Int, name: String, isFocused: Bool = true, row: @escaping (Int) -> Row
  ) {
    self.count = count
    self.name = name
    self.isFocused = isFocused
    self.row = row
  }

  /// Moves the selection over the rows that are no headings.
  public func handle(_ key: Key, state: inout ListState, rows: Int) -> Outcome {
    state.handle(key, count: count, rows: rows) { !row($0).isHeading }
  }

  /// Paints the rows that are in sight.
  public func paint(on canvas: inout Canvas, in rect: Rect, state: ListState) {
    canvas.fill(rect)
    let first = state.firstRow(count: count, rows: rect.height)
    for place in 0..<max(0, min(rect.height, count - first)) {
      let index = first + place
      let room = rect.row(place)
      let content = row(index)
      if content.isHeading {
        let strong = Line(
          content.line.spans.map {
            Line.Span($0.text, $0.style.role == .text ? .title : $0.style.strong)
          })
        paintEnds(
          strong, content.note, on: &canvas, in: room.inset(columns: 1), ground: .plain)
      } else {
        paintRow(
          content.line, content.note, on: &canvas, in: room.splitRight(1).rest,
          isSelected: index == state.selection, isFocused: isFocused)
        canvas.addHit(room, HitTarget(name, index: index))
      }
    }
  }
}
