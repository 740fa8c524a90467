import Terminal

/// A column of a list: its title, its room, and what a row says in it.
struct ListColumn<Row> {
  let title: Phrase
  let width: TableView.Column.Width
  /// Columns of lower importance go first when there is not room for all.
  let importance: Int
  let align: Alignment
  let cell: (Row) -> Line

  init(
    _ title: Phrase, _ width: TableView.Column.Width, _ importance: Int, align: Alignment = .left,
    cell: @escaping (Row) -> Line
  ) {
    (self.title, self.width, self.importance) = (title, width, importance)
    (self.align, self.cell) = (align, cell)
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
    TableView(
      columns: columns.map {
        TableView.Column(
          context.say($0.title), $0.width, align: $0.align, importance: $0.importance)
      },
      count: total, name: name, isFocused: isFocused, placeholder: context.say(placeholder),
      marked: marked
    ) { place, column in
      self[place].map(columns[column].cell) ?? Line("…", .dim)
    }.paint(on: &canvas, in: rect, state: state)
  }
}
