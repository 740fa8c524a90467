/// A table with a header; columns that do not fit go, the least important first.
public struct TableView {
  /// One column.
  public struct Column: Sendable {
    /// How wide a column is.
    public enum Width: Hashable, Sendable {
      /// Always so many columns of cells.
      case fixed(Int)
      /// At least so many, and a share of what is left by weight.
      case flexible(minimum: Int, weight: Int)
    }

    /// The header's words.
    public var title: String
    /// The width.
    public var width: Width
    /// Numbers stand at the right.
    public var align: Alignment
    /// Columns of lower importance go first when there is not room for all.
    public var importance: Int

    /// Makes a column.
    public init(
      _ title: String, _ width: Width, align: Alignment = .left, importance: Int = 0
    ) {
      self.title = title
      self.width = width
      self.align = align
      self.importance = importance
    }

    var minimum: Int {
      switch width {
      case .fixed(let columns): max(0, columns)
      case .flexible(let minimum, _): max(0, minimum)
      }
    }
  }

  /// The columns from left to right.
  public var columns: [Column]
  /// The number of rows.
  public var count: Int
  /// The name of the hit regions; their index is the row.
  public var name: String
  /// Whether it has the focus; without it the selected row's sign is dim.
  public var isFocused: Bool
  /// What an empty table says.
  public var placeholder: String
  /// How many columns of the selected row carry its ground: few of them cost few bytes a key.
  public var marked: Int
  /// The words of a row's cell in a column.
  public var cell: (_ row: Int, _ column: Int) -> Line

  /// Makes a table.
  public init(
    columns: [Column], count: Int, name: String, isFocused: Bool = true, placeholder: String = "",
    marked: Int = .max, cell: @escaping (_ row: Int, _ column: Int) -> Line
  ) {
    self.columns = columns
    self.count = count
    self.name = name
    self.isFocused = isFocused
    self.placeholder = placeholder
    self.marked = marked
    self.cell = cell
  }

  /// Paints header and rows.
  public func paint(on canvas: inout Canvas, in rect: Rect, state: ListState) {
    canvas.fill(rect)
    let (head, body) = rect.splitTop(1)
    let places = layout(width: rect.width - 2)
    for place in places {
      canvas.put(
        columns[place.column].title, in: cellRect(place, in: head), style: .dim,
        align: columns[place.column].align)
    }
    if count == 0 {
      canvas.put(placeholder, in: body.row(0).inset(columns: 2), style: .dim)
      return
    }
    let first = state.firstRow(count: count, rows: body.height)
    for offset in 0..<max(0, min(body.height, count - first)) {
      let index = first + offset
      let room = body.row(offset)
      let last = places.last { $0.column < marked }
      let head = room.splitLeft(last.map { 2 + $0.x + $0.width } ?? 2).left
      let (_, ground) = paintMarker(
        on: &canvas, in: marked >= columns.count ? room : head,
        isSelected: index == state.selection, isFocused: isFocused)
      for place in places {
        canvas.put(
          cell(index, place.column), in: cellRect(place, in: room),
          on: place.column < marked ? ground : .plain, align: columns[place.column].align)
      }
      canvas.addHit(room, HitTarget(name, index: index))
    }
  }

  private func cellRect(_ place: (column: Int, x: Int, width: Int), in row: Rect) -> Rect {
    Rect(x: row.x + 2 + place.x, y: row.y, width: place.width, height: row.height)
  }

  /// Which columns are shown in `width`, from where and how wide, one blank between two.
  func layout(width: Int) -> [(column: Int, x: Int, width: Int)] {
    var kept = Array(columns.indices)
    while kept.reduce(-1, { $0 + columns[$1].minimum + 1 }) > width, !kept.isEmpty {
      let least = kept.map { columns[$0].importance }.min()
      kept.lastIndex { columns[$0].importance == least }.map { _ = kept.remove(at: $0) }
    }
    var free = width - kept.reduce(-1) { $0 + columns[$1].minimum + 1 }
    var weights = kept.reduce(0) { $0 + weight(of: $1) }
    var x = 0
    var places: [(column: Int, x: Int, width: Int)] = []
    for column in kept {
      var wide = columns[column].minimum
      let weight = weight(of: column)
      if weight > 0 {
        let share = free * weight / weights
        wide += share
        free -= share
        weights -= weight
      }
      places.append((column, x, wide))
      x += wide + 1
    }
    return places
  }

  private func weight(of column: Int) -> Int {
    if case .flexible(_, let weight) = columns[column].width { return max(1, weight) }
    return 0
  }
}
