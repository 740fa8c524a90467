/// A row of tabs, of which one is in front.
public struct TabBar: Sendable {
  /// The words of the tabs, their numbers included.
  public var tabs: [String]
  /// The tab in front.
  public var selected: Int
  /// The name of the hit regions.
  public var name: String

  /// Makes a bar of tabs.
  public init(_ tabs: [String], selected: Int, name: String = "tab") {
    self.tabs = tabs
    self.selected = selected
    self.name = name
  }

  /// Paints the tabs into the first row; where they do not fit, the one in front stays in sight.
  public func paint(on canvas: inout Canvas, in rect: Rect) {
    let row = rect.row(0)
    guard !row.isEmpty else { return }
    canvas.fill(row)
    let widths = tabs.map { CellWidth.of($0, policy: canvas.policy) + 2 }
    var first = 0
    while first < selected, first < tabs.count,
      widths[first...min(selected, tabs.count - 1)].reduce(0, +) > row.width
    {
      first += 1
    }
    var column = row.x
    for index in first..<max(first, tabs.count) where column < row.right {
      let room = Rect(
        x: column, y: row.y, width: min(widths[index], row.right - column), height: 1)
      let style: Style =
        index == selected ? Style(.title, on: .focus, bold: true) : Style(.dim)
      canvas.fill(room, style: style)
      canvas.put(tabs[index], in: room.inset(columns: 1), style: style)
      canvas.addHit(room, HitTarget(name, index: index))
      column += widths[index]
    }
  }
}
