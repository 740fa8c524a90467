/// The organisations of a paper as a table: only the columns that somebody has something in.
struct PaperTable {
  /// A column with its cells.
  struct Column {
    let title: String
    let cells: [String]
    /// Whether it holds figures, which stand on the right.
    var isFigure = false
  }

  let columns: [Column]
  let rowCount: Int

  /// What stands where nobody is listed.
  static let nobody = "（无）"

  init(_ rows: [PaperRow]) {
    let all = [
      Column(title: "序号", cells: rows.indices.map { "\($0 + 1)" }, isFigure: true),
      Column(title: "编号", cells: rows.map { PlainText.line($0.number) }),
      Column(title: "组织名称", cells: rows.map { PlainText.line($0.name) }),
      Column(title: "区县", cells: rows.map { PlainText.line($0.district) }),
      Column(title: "行业", cells: rows.map { PlainText.line($0.industry) }),
      Column(title: "层级", cells: rows.map { PlainText.line($0.tier ?? "") }),
      Column(title: "得分", cells: rows.map { $0.total?.fixed ?? "" }, isFigure: true),
    ]
    columns = all.filter { column in column.cells.contains { !$0.isEmpty } }
    rowCount = rows.count
  }

  /// The table in plain text, its columns aligned by display width.
  var text: String {
    guard rowCount > 0 else { return Self.nobody }
    let widths = columns.map { column in
      ([column.title] + column.cells).map(PlainText.width).max() ?? 0
    }
    func line(_ cell: (Column) -> String) -> String {
      zip(columns, widths).map { column, width in
        PlainText.padded(cell(column), to: width, isFigure: column.isFigure)
      }.joined(separator: "  ")
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    let rows = (0..<rowCount).map { row in line { $0.cells[row] } }
    return ([line(\.title), rule] + rows).joined(separator: "\n")
  }

  /// The table as an HTML element.
  var html: String {
    guard rowCount > 0 else { return "<p>\(Self.nobody)</p>" }
    func line(_ tag: String, _ cell: (Column) -> String) -> String {
      let cells = columns.map { column in
        let style = column.isFigure ? " class=\"figure\"" : ""
        return "<\(tag)\(style)>\(PaperPage.escaped(cell(column)))</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    let rows = (0..<rowCount).map { row in line("td") { $0.cells[row] } }
    return """
      <table>
      <thead>\(line("th", \.title))</thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }
}
