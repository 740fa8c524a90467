extension Composition {
  /// The paper as plain text: a paragraph on one line, tables in columns under each other.
  public var text: String { TextWriter(self).text }
}

/// Writes a paper as plain text.
struct TextWriter {
  /// The columns that a paper in plain text is set for.
  private static let columns = 72

  private let paper: Composition

  init(_ paper: Composition) { self.paper = paper }

  var text: String {
    let over = [paper.isDraft ? "草　稿" : "", Markup.line(paper.header)].filter { !$0.isEmpty }
    var lines = over.isEmpty ? [] : [Self.centred(over.joined(separator: "　　")), ""]
    for block in paper.blocks { lines += self.lines(block) }
    var kept: [String] = []
    for line in lines {
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      if !line.isEmpty || kept.last?.isEmpty == false { kept.append(line) }
    }
    while kept.last?.isEmpty == true { kept.removeLast() }
    return kept.joined(separator: "\n") + "\n"
  }

  private func lines(_ block: Composition.Block) -> [String] {
    switch block {
    case .letterhead(let issuer, let number):
      return [
        Self.centred(Markup.line(issuer)), "", Self.centred(Markup.line(number)), Self.rule, "",
      ]
    case .number(let text): return [Self.centred(Markup.line(text))]
    case .title(let text): return Markup.lines(text).map(Self.centred) + [""]
    case .recipient(let text): return [Markup.line(text)]
    case .heading(_, let text): return ["　　" + Markup.line(text)]
    case .paragraph(let words, let setting):
      let lines = words.plain.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map(String.init)
      switch setting {
      case .indented: return lines.map { "　　" + $0 }
      case .flush: return lines
      case .centred: return lines.map(Self.centred)
      case .right: return lines.map { Self.filled($0, 0) }
      }
    case .table(let table): return [""] + self.table(table) + [""]
    case .bars(let bars): return [""] + self.bars(bars) + [""]
    case .picture(let picture): return ["", "〔图：\(Markup.line(picture.caption))〕", ""]
    case .ticks(let ticks): return ["　　" + ticks.map(\.written).joined(separator: "　　")]
    case .attachments(let names): return [""] + attachments(names)
    case .signature(let signer, let date):
      let (signer, date) = (Markup.line(signer), Markup.line(date))
      let edge = 8 + (TableLayout.width(date) - TableLayout.width(signer)) / 2
      return ["", Self.filled(signer, edge), Self.filled(date, 8)]
    case .signatureLines(let labels):
      return labels.flatMap { ["", "\(Markup.line($0))：________________　　　　年　　月　　日"] }
    case .imprint(let copies, let office, let date):
      let copies = Markup.line(copies)
      return ["", Self.rule] + (copies.isEmpty ? [] : ["抄送：\(copies)。"])
        + ["\(Markup.line(office))　　\(Markup.line(date))印发", Self.rule]
    case .fine(let text): return [""] + Markup.lines(text)
    case .space, .pageBreak: return [""]
    }
  }

  private func table(_ table: Table) -> [String] {
    let rows = TableGrid(table.head + table.rows, columns: table.columns.count).rows.map { row in
      row.map { placed in
        TableLayout.Cell(
          lines: placed.cell.words.plain.split(whereSeparator: \.isNewline).map {
            .init(String($0))
          },
          span: placed.cell.columns, isContinued: placed.isContinued)
      }
    }
    let lines = TableLayout(rows: rows).lines(page: nil).map(\.text)
    guard !table.head.isEmpty else { return lines }
    let width = lines.map(TableLayout.width).max() ?? 0
    return lines.prefix(table.head.count) + [String(repeating: "-", count: width)]
      + lines.dropFirst(table.head.count)
  }

  private func bars(_ bars: [Bar]) -> [String] {
    let labels = bars.map { Markup.line($0.label) }
    let width = labels.map(TableLayout.width).max() ?? 0
    return zip(labels, bars).map { label, bar in
      let pieces = bar.pieces(25).map { piece in
        let sign =
          switch piece.kind {
          case .empty: "░"
          case .filled: "▓"
          case .mark: "┃"
          }
        return String(repeating: sign, count: piece.count)
      }
      let space = String(repeating: " ", count: width - TableLayout.width(label) + 2)
      return label + space + pieces.joined() + "  " + Markup.line(bar.text)
    }
  }

  private func attachments(_ names: [String]) -> [String] {
    names.enumerated().map { index, name in
      let number = names.count > 1 ? "\(index + 1). " : ""
      return (index == 0 ? "　　附件：" : "　　　　　") + number + Markup.line(name)
    }
  }

  private static let rule = String(repeating: "-", count: columns)

  private static func centred(_ text: String) -> String {
    String(repeating: " ", count: max(0, (columns - TableLayout.width(text)) / 2)) + text
  }

  /// The text so many columns from the right edge.
  private static func filled(_ text: String, _ edge: Int) -> String {
    String(repeating: " ", count: max(0, columns - TableLayout.width(text) - edge)) + text
  }
}
