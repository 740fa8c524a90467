import Terminal

/// A column of a list: its title, its room, what a row says in it, and what it is in a table that
/// leaves the program.
struct ListColumn<Row> {
  let title: Phrase
  /// Its room; nil for a column that the screen has no room for and tables alone have.
  let width: TableView.Column.Width?
  /// Columns of lower importance go first when there is not room for all.
  let importance: Int
  let align: Alignment
  let cell: (Row) -> Line
  /// What it holds in a table; nil for a sign that says something on the screen alone.
  private(set) var value: ((Row) -> ListValue)?

  /// A column; a table has its words unless it holds another value.
  init(
    _ title: Phrase, _ width: TableView.Column.Width, _ importance: Int, align: Alignment = .left,
    cell: @escaping (Row) -> Line
  ) {
    (self.title, self.width, self.importance) = (title, width, importance)
    (self.align, self.cell) = (align, cell)
    value = { .text(cell($0).text) }
  }

  /// The column, which a table has with values of its own.
  func holding(_ value: @escaping (Row) -> ListValue) -> ListColumn {
    var column = self
    column.value = value
    return column
  }

  /// A column that tables alone have.
  init(_ title: Phrase, value: @escaping (Row) -> ListValue) {
    (self.title, width, importance, align) = (title, nil, 0, .left)
    (cell, self.value) = ({ _ in Line("") }, value)
  }

  /// The same column in a list of other rows on the screen, which no table has.
  func saying<Other>(_ cell: @escaping (Other) -> Line) -> ListColumn<Other> {
    ListColumn<Other>(like: self, cell)
  }

  private init<Other>(like other: ListColumn<Other>, _ cell: @escaping (Row) -> Line) {
    (title, width) = (other.title, other.width)
    (importance, align) = (other.importance, other.align)
    (self.cell, value) = (cell, nil)
  }

  /// A sign before each row.
  init(sign: @escaping (Row) -> Line) {
    (title, width, importance, align) = (.plain(""), .fixed(3), 10, .left)
    (cell, value) = (sign, nil)
  }
}

extension Window {
  /// Paints the list in columns; rows that were not read yet are dots.
  ///
  /// - Parameter marked: How many columns of the selected row carry its ground.
  func paint(
    _ columns: [ListColumn<Row>], name: String, isFocused: Bool = true,
    placeholder: Phrase = .plain(""), marked: Int, on canvas: inout Canvas, in rect: Rect,
    _ context: Context
  ) {
    let shown = columns.compactMap { column in column.width.map { (column, $0) } }
    TableView(
      columns: shown.map { column, width in
        TableView.Column(
          context.say(column.title), width, align: column.align, importance: column.importance)
      },
      count: total, name: name, isFocused: isFocused, placeholder: context.say(placeholder),
      marked: marked
    ) { place, column in
      self[place].map(shown[column].0.cell) ?? Line("…", .dim)
    }.paint(on: &canvas, in: rect, state: state)
  }
}
