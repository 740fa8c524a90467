import Procedure
import Store
import Terminal

/// A window over a list that is read by key.
///
/// The row under the hand stays selected when the list is read anew, wherever it stands by then; one
/// that is gone leaves its place. A list that is held whole is a window over all of it.
struct Window<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
  /// How a part of the list is asked for: where it begins, and of how many rows.
  typealias Asking = @Sendable (_ offset: Int, _ limit: Int) -> Request

  /// The rows at hand.
  private(set) var rows: [Row] = []
  /// The rows of the whole list.
  private(set) var total = 0
  /// Whether any of it was read.
  private(set) var isRead = false
  /// Which row is selected, and which is the first in sight.
  private(set) var state = ListState()
  /// Where the rows at hand begin.
  private var offset = 0
  /// Where the rows that were asked for last begin; until they come the old ones stand where they stood.
  private var wanted = 0
  /// The row under the hand.
  private var held: Row.ID?
  /// The rows in sight at once, as far as is known.
  private var sight = 0
  /// Which rows can be selected; headings are passed over.
  private let isSelectable: @Sendable (Row) -> Bool

  /// A window over a list of which nothing was read.
  init(isSelectable: @escaping @Sendable (Row) -> Bool = { _ in true }) {
    self.isSelectable = isSelectable
  }

  /// A row by its place in the whole list; nil before its part was read.
  subscript(_ place: Int) -> Row? {
    rows.indices.contains(place - offset) ? rows[place - offset] : nil
  }

  /// The selected row; nil before its part was read.
  var selected: Row? { self[state.selection] }

  /// Whether the rows at hand are the first of the list.
  var isAtStart: Bool { offset == 0 }

  // MARK: Reading

  /// Rows read at once: what is in sight and half as many, so that a key that needs them waits for
  /// few, and not each next one needs more.
  private var size: Int { max(40, sight * 3 / 2) }

  /// Asks for the rows anew, where one is in the list.
  func read(_ asking: Asking) -> [Effect] { [.load(asking(wanted, size))] }

  /// Asks for another list from its beginning; until it comes the old one stays in sight.
  mutating func restart(_ asking: Asking) -> [Effect] {
    (wanted, state, held) = (0, ListState(), nil)
    return read(asking)
  }

  /// Asks for the rows around those in sight, where the selected one is neither at hand nor asked for.
  mutating func readAround(_ asking: Asking) -> [Effect] {
    let first = state.firstRow(count: total, rows: sight)
    let start = max(0, min(first - (size - sight) / 2, total - size))
    guard total > 0, selected == nil, start != wanted else { return [] }
    wanted = start
    return read(asking)
  }

  /// Takes rows that were read; those of a place where one is no more are not taken.
  ///
  /// - Parameter shown: The rows in sight at once.
  mutating func take(_ rows: [Row], at offset: Int, of total: Int, shown: Int) {
    guard offset == wanted else { return }
    sight = shown
    (self.rows, self.offset, self.total, isRead) = (rows, offset, total, true)
    let place = rows.firstIndex { $0.id == held }.map { $0 + offset }
    select(place ?? max(0, state.selection), shown: shown)
  }

  /// Takes a whole list.
  ///
  /// - Parameter isWhole: Whether nothing of it is still to come; until then nothing but what was
  ///   chosen by hand holds the selection.
  mutating func hold(_ rows: [Row], shown: Int, isWhole: Bool = true) {
    let before = held
    take(rows, at: 0, of: rows.count, shown: shown)
    if !isWhole { held = before }
  }

  // MARK: Moving

  /// Moves the selection by a key; true where another row is selected.
  @discardableResult
  mutating func handle(_ key: Key, shown: Int) -> Bool {
    let before = state.selection
    sight = shown
    _ = state.handle(key, count: total, rows: shown, isSelectable: selectable)
    held = selected?.id
    return state.selection != before
  }

  /// Selects a row by its place.
  mutating func select(_ place: Int, shown: Int) {
    sight = shown
    state.select(place, count: total, rows: shown, isSelectable: selectable)
    held = selected?.id
  }

  /// Selects a row once the list with it is there, as one that was just made.
  mutating func expect(_ id: Row.ID) { held = id }

  /// Selects a row by its name; false where it is not at hand.
  mutating func choose(_ id: Row.ID, shown: Int) -> Bool {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
    select(offset + index, shown: shown)
    return true
  }

  /// Whether the row in a place can be selected; what was not read yet can.
  private var selectable: (Int) -> Bool {
    { [rows, offset, isSelectable] in
      rows.indices.contains($0 - offset) ? isSelectable(rows[$0 - offset]) : true
    }
  }
}
