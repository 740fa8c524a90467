/// Which row of a list is selected, and which is the first one shown.
public struct ListState: Hashable, Sendable {
  /// The selected row; -1 where the list has none.
  public private(set) var selection: Int
  /// The first row shown, as far as keys have moved it.
  public private(set) var offset: Int

  /// Makes a state with row `selection` selected.
  public init(selection: Int = 0) {
    self.selection = selection
    offset = 0
  }

  /// Moves the selection by arrows, pages, Home and End.
  ///
  /// `rows` is how many rows are shown at once; rows that are not selectable, as headings, are
  /// passed over. Enter is `.submitted`, other keys are `.ignored`.
  public mutating func handle(
    _ key: Key, count: Int, rows: Int, isSelectable: (Int) -> Bool = { _ in true }
  ) -> Outcome {
    let page = max(1, rows - 1)
    switch key {
    case .up: select(selection - 1, count: count, step: -1, isSelectable)
    case .down: select(selection + 1, count: count, step: 1, isSelectable)
    case .pageUp: select(selection - page, count: count, step: -1, isSelectable)
    case .pageDown: select(selection + page, count: count, step: 1, isSelectable)
    case .home: select(0, count: count, step: 1, isSelectable)
    case .end: select(count - 1, count: count, step: -1, isSelectable)
    case .enter: return count > 0 && selection >= 0 ? .submitted : .ignored
    default: return .ignored
    }
    offset = firstRow(count: count, rows: rows)
    return .handled
  }

  /// Selects a row by its number, as after a click or when the list became another one.
  public mutating func select(
    _ row: Int, count: Int, rows: Int, isSelectable: (Int) -> Bool = { _ in true }
  ) {
    select(row, count: count, step: 1, isSelectable)
    offset = firstRow(count: count, rows: rows)
  }

  /// The first row to show so that the selected one is in sight and no row is wasted.
  public func firstRow(count: Int, rows: Int) -> Int {
    guard rows > 0 else { return 0 }
    var first = min(offset, selection)
    first = max(first, selection - rows + 1)
    // A heading above the first selectable row is worth showing.
    if selection < rows && offset <= 1 { first = max(0, selection - rows + 1) }
    return max(0, min(first, count - rows))
  }

  /// Selects the nearest selectable row, first in the direction of the step.
  private mutating func select(
    _ row: Int, count: Int, step: Int, _ isSelectable: (Int) -> Bool
  ) {
    guard count > 0 else {
      selection = -1
      return
    }
    let start = min(max(0, row), count - 1)
    for direction in [step, -step] {
      var candidate = start
      while candidate >= 0 && candidate < count {
        if isSelectable(candidate) {
          selection = candidate
          return
        }
        candidate += direction
      }
    }
    selection = -1
  }
}
