extension WordWriter {
  /// A table over the whole width.
  mutating func write(_ table: Table) {
    let grid = TableGrid(table.head + table.rows, columns: table.columns.count)
    // A table without rows is no table to Word.
    guard !table.columns.isEmpty, !grid.rows.isEmpty else { return }
    gap(isBefore: true)
    let widths = Self.widths(table.columns.map(\.width), of: paper.layout.textWidth)
    body += Self.opening(widths, hasBorders: table.hasBorders)
    for (index, row) in grid.rows.enumerated() {
      let isHead = index < table.head.count
      let repeated = isHead ? "<w:tblHeader/>" : ""
      let height = PageLayout.twips(table.rowHeight)
      body += "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"\(height)\"/>\(repeated)</w:trPr>"
      for placed in row {
        let column = placed.column
        let width = widths[column..<column + placed.cell.columns].reduce(0, +)
        let alignment =
          placed.cell.alignment ?? (isHead ? .centre : table.columns[column].alignment)
        body += cell(placed, width: width, isHead: isHead, alignment)
      }
      body += "</w:tr>"
    }
    body += "</w:tbl>"
    gap()
  }

  private func cell(
    _ placed: TableGrid.Placed, width: Int, isHead: Bool, _ alignment: Table.Alignment
  ) -> String {
    let cell = placed.cell
    let merged =
      cell.rows == 1 && !placed.isContinued
      ? "" : placed.isContinued ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>"
    let properties =
      (cell.columns > 1 ? "<w:gridSpan w:val=\"\(cell.columns)\"/>" : "") + merged
      + (cell.isShaded ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7E6E6\"/>" : "")
    let side =
      switch alignment {
      case .left: "left"
      case .centre: "center"
      case .right: "right"
      }
    let lines = placed.isContinued ? [Words("")] : cell.words.paragraphs
    let text = lines.map {
      paragraphXML(isHead ? "TableHead" : "TableText", $0, "<w:jc w:val=\"\(side)\"/>")
    }
    return Self.cell(width, properties, text.joined())
  }

  /// Bars: what each is of, a cell as wide as it, the figure.
  mutating func write(_ bars: [Bar]) {
    guard !bars.isEmpty else { return }
    gap(isBefore: true)
    let steps = 50
    let widths = Self.widths(
      [20] + Array(repeating: 1, count: steps) + [16], of: paper.layout.textWidth)
    body += Self.opening(widths, hasBorders: false)
    for (index, bar) in bars.enumerated() {
      // A chart of a few bars is read whole: it goes to the next page rather than over the edge, where
      // LibreOffice loses rows before a heading that keeps with a table.
      let keeps = bars.count <= 24 && index < bars.count - 1 ? "<w:keepNext/>" : ""
      body += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
      body += Self.cell(widths[0], "", paragraphXML("TableText", Words(bar.label), keeps))
      for piece in bar.pieces(steps) {
        let fill: String? =
          switch piece.kind {
          case .empty: nil
          case .filled: "5B7FA6"
          case .mark: "C00000"
          }
        let span = piece.count > 1 ? "<w:gridSpan w:val=\"\(piece.count)\"/>" : ""
        let shade = fill.map { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\($0)\"/>" } ?? ""
        // A white edge above and below keeps one bar from the next.
        let edge =
          fill == nil
          ? "" : "<w:tcBorders>\(Self.edge("top"))\(Self.edge("bottom"))</w:tcBorders>"
        body += Self.cell(
          widths[1] * piece.count, span + edge + shade, paragraphXML("Gap", "", keeps))
      }
      body += Self.cell(
        widths[steps + 1], "",
        paragraphXML("TableText", Words(bar.text), keeps + "<w:jc w:val=\"right\"/>"))
      body += "</w:tr>"
    }
    body += "</w:tbl>"
    gap()
  }

  private static func opening(_ widths: [Int], hasBorders: Bool) -> String {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
    let borders = sides.map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    }
    let margin = 85
    return "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
      + (hasBorders ? "<w:tblBorders>\(borders.joined())</w:tblBorders>" : "")
      + "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
      + "<w:left w:w=\"\(margin)\" w:type=\"dxa\"/><w:right w:w=\"\(margin)\" w:type=\"dxa\"/>"
      + "</w:tblCellMar></w:tblPr><w:tblGrid>"
      + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
  }

  static func cell(_ width: Int, _ properties: String, _ contents: String) -> String {
    "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(properties)"
      + "<w:vAlign w:val=\"center\"/></w:tcPr>\(contents)</w:tc>"
  }

  private static func edge(_ side: String) -> String {
    "<w:\(side) w:val=\"single\" w:sz=\"24\" w:space=\"0\" w:color=\"FFFFFF\"/>"
  }

  /// A width in parts.
  private static func widths(_ parts: [Int], of width: Int) -> [Int] {
    let sum = max(1, parts.reduce(0, +))
    return parts.map { width * $0 / sum }
  }
}

extension Words {
  /// The words line by line.
  var paragraphs: [Words] {
    var lines = [Words("")]
    for span in spans {
      for (index, text) in Markup.lines(span.text).enumerated() {
        if index > 0 { lines.append(Words("")) }
        guard !text.isEmpty else { continue }
        var piece = span
        piece.text = text
        lines[lines.count - 1].spans.append(piece)
      }
    }
    return lines
  }
}

extension Bar {
  /// What a step of a bar is.
  enum Piece: Hashable { case empty, filled, mark }

  /// The bar in so many steps, equal ones together.
  func pieces(_ count: Int) -> [(kind: Piece, count: Int)] {
    let steps = steps(count)
    var kinds =
      Array(repeating: Piece.empty, count: steps.before)
      + Array(repeating: Piece.filled, count: steps.filled)
      + Array(repeating: Piece.empty, count: steps.after)
    if let mark { kinds[min(count - 1, mark * count / 1000)] = .mark }
    var pieces: [(kind: Piece, count: Int)] = []
    for kind in kinds {
      if pieces.last?.kind == kind {
        pieces[pieces.count - 1].count += 1
      } else {
        pieces.append((kind, 1))
      }
    }
    return pieces
  }
}
