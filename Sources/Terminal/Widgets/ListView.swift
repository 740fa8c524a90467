/// A list of one-line rows; it asks only for those that are shown.
public struct ListView {
  /// The number of rows.
  public var count: Int
  /// The name of the hit regions; their index is the row.
  public var name: String
  /// Whether the list has the focus; without it the selected row's sign is dim.
  public var isFocused: Bool
  /// The words of a row, and a note at its right end.
  public var row: (Int) -> (line: Line, note: Line)
  /// What an empty list says.
  public var placeholder: String

  /// Makes a list.
  public init(
    count: Int, name: String, isFocused: Bool = true, placeholder: String = "",
    row: @escaping (Int) -> (line: Line, note: Line)
  ) {
    self.count = count
    self.name = name
    self.isFocused = isFocused
    self.placeholder = placeholder
    self.row = row
  }

  /// Paints the rows that are in sight.
  public func paint(on canvas: inout Canvas, in rect: Rect, state: ListState) {
    canvas.fill(rect)
    if count == 0 {
      canvas.put(placeholder, in: rect.row(0).inset(columns: 2), style: .dim)
      return
    }
    let first = state.firstRow(count: count, rows: rect.height)
    for place in 0..<max(0, min(rect.height, count - first)) {
      let index = first + place
      let room = rect.row(place)
      let isSelected = index == state.selection
      let content = row(index)
      paintRow(
        content.line, content.note, on: &canvas, in: room, isSelected: isSelected,
        isFocused: isFocused)
      canvas.addHit(room, HitTarget(name, index: index))
    }
  }
}

/// Paints a row that can be selected: its sign, its words, a note at the right end.
///
/// The ground of the selected row spans a narrow row whole, of a wide one its words alone: every
/// cell of it costs bytes at each step of the selection.
func paintRow(
  _ line: Line, _ note: Line, on canvas: inout Canvas, in room: Rect, isSelected: Bool,
  isFocused: Bool
) {
  let words = 2 + line.width(policy: canvas.policy) + 1
  let isWide = room.width > 44 && words < room.width
  let inside = paintMarker(
    on: &canvas, in: isWide ? room.splitLeft(words).left : room, isSelected: isSelected,
    isFocused: isFocused)
  guard isWide else {
    paintEnds(line, note, on: &canvas, in: inside.rect, ground: inside.ground)
    return
  }
  let wanted = note.width(policy: canvas.policy)
  let (_, end) = room.splitRight(wanted)
  let most = max(0, room.width - 2 - wanted - (wanted > 0 ? 1 : 0))
  canvas.put(line, in: room.splitLeft(2).rest.splitLeft(most).left, on: inside.ground)
  canvas.put(note, in: end, align: .right)
}

/// Paints a row's ground and the sign of the selected row; returns the room after the sign.
func paintMarker(
  on canvas: inout Canvas, in row: Rect, isSelected: Bool, isFocused: Bool
) -> (rect: Rect, ground: Ground) {
  let ground: Ground = isSelected ? .selection : .plain
  canvas.fill(row, style: Style(.text, on: ground))
  if isSelected {
    canvas.put("▸", in: row, style: Style(isFocused ? .accent : .dim, on: ground))
  }
  return (row.splitLeft(2).rest, ground)
}
