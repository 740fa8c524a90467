import Foundation

extension Composition {
  /// The paper as a page of HTML that prints on A4; it loads nothing and runs nothing.
  public var html: String { PageWriter(self).html }
}

/// Writes a paper as a page of HTML.
struct PageWriter {
  private let paper: Composition

  init(_ paper: Composition) { self.paper = paper }

  var html: String {
    let margins = paper.layout.margins
    let size = paper.layout == .official ? "A4" : "A4 landscape"
    let page =
      "@page { size: \(size); margin: \(margins.top)mm \(margins.right)mm \(margins.bottom)mm \(margins.left)mm; }"
    let over = [paper.isDraft ? "草　稿" : "", Markup.line(paper.header)].filter { !$0.isEmpty }
      .joined(separator: "　　")
    let top =
      over.isEmpty
      ? "" : "\n@page { @top-center { content: \"\(Self.quoted(over))\"; font-size: 10pt; } }"
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(line(paper.title))</title>
      <style>
      \(page)\(top)
      \(Self.style)
      </style>
      </head>
      <body>
      \(over.isEmpty ? "" : "<header>\(line(over))</header>\n")<main>
      \(elements.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private var elements: [String] {
    var breaks = false
    return paper.blocks.compactMap { block in
      if block == .pageBreak {
        breaks = true
        return nil
      }
      defer { breaks = false }
      return breaks ? "<div class=\"page\">\(element(block))</div>" : element(block)
    }
  }

  private func element(_ block: Composition.Block) -> String {
    switch block {
    case .letterhead(let issuer, let number):
      "<p class=\"letterhead\">\(line(issuer))</p><p class=\"number ruled\">\(line(number))</p>"
    case .number(let text): "<p class=\"number\">\(line(text))</p>"
    case .title(let text): "<h1>\(spans(Words(text)))</h1>"
    case .recipient(let text): "<p class=\"flush\">\(line(text))</p>"
    case .heading(let rank, let text):
      "<h\(min(max(1, rank), 4) + 1)>\(line(text))</h\(min(max(1, rank), 4) + 1)>"
    case .paragraph(let words, let setting): "<p\(style(setting))>\(spans(words))</p>"
    case .table(let table): self.table(table)
    case .bars(let bars): BarChart(bars).svg
    case .picture(let picture): self.picture(picture)
    case .ticks(let ticks): "<p>\(line(ticks.map(\.written).joined(separator: "　　")))</p>"
    case .attachments(let names): attachments(names)
    case .signature(let signer, let date):
      "<div class=\"sign\"><div><p>\(line(signer))</p><p>\(line(date))</p></div></div>"
    case .signatureLines(let labels):
      labels.map {
        "<p class=\"signing\"><span>\(line($0))：</span><i></i><span>　　年　　月　　日</span></p>"
      }.joined(separator: "\n")
    case .imprint(let copies, let office, let date): imprint(copies, office, date)
    case .fine(let text): "<p class=\"fine\">\(spans(Words(text)))</p>"
    case .space(let lines): "<div style=\"height: \(min(max(0, lines), 22) * 10)mm\"></div>"
    case .pageBreak: ""
    }
  }

  /// The text as it stands between quotes of a style, where no sign of it can end them.
  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "　"
        ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }.joined()
  }

  private func line(_ text: String) -> String { Markup.escaped(Markup.line(text)) }

  private func spans(_ words: Words) -> String {
    words.spans.map { span in
      var text = Markup.lines(span.text).map(Markup.escaped).joined(separator: "<br>")
      if span.isBold { text = "<b>\(text)</b>" }
      return span.isUnderlined ? "<u>\(text)</u>" : text
    }.joined()
  }

  private func style(_ setting: Composition.Setting) -> String {
    switch setting {
    case .indented: ""
    case .flush: " class=\"flush\""
    case .centred: " class=\"centred\""
    case .right: " class=\"right\""
    }
  }

  private func table(_ table: Table) -> String {
    func row(_ cells: [Table.Cell], placed: [TableGrid.Placed], _ tag: String) -> String {
      let cells = placed.filter { !$0.isContinued }.map { placed in
        let cell = placed.cell
        let column = table.columns[placed.column].alignment
        var classes =
          switch cell.alignment ?? (tag == "th" ? .centre : column) {
          case .left: ""
          case .centre: "centred"
          case .right: "right"
          }
        if cell.isShaded { classes += " shaded" }
        let spans =
          (cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : "")
          + (cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : "")
        let named = classes.isEmpty ? "" : " class=\"\(classes)\""
        return "<\(tag)\(spans)\(named)>\(self.spans(cell.words))</\(tag)>"
      }
      return "<tr style=\"height: \(table.rowHeight)mm\">\(cells.joined())</tr>"
    }
    let grid = TableGrid(table.head + table.rows, columns: table.columns.count)
    let all = zip(table.head + table.rows, grid.rows)
    let head = all.prefix(table.head.count).map { row($0.0, placed: $0.1, "th") }
    let rows = all.dropFirst(table.head.count).map { row($0.0, placed: $0.1, "td") }
    let sum = max(1, table.columns.map(\.width).reduce(0, +))
    let columns = table.columns.map { "<col style=\"width: \($0.width * 100 / sum)%\">" }
    return
      "<table\(table.hasBorders ? "" : " class=\"bare\"")><colgroup>\(columns.joined())</colgroup>"
      + (head.isEmpty ? "" : "<thead>\(head.joined())</thead>")
      + "<tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table>"
  }

  private func picture(_ picture: Picture) -> String {
    let caption = line(picture.caption)
    let size = "style=\"width: \(picture.width)mm; height: \(picture.height)mm\""
    let source = "data:image/png;base64,\(picture.bytes.base64EncodedString())"
    return "<figure><img alt=\"\(caption)\" \(size) src=\"\(source)\">"
      + "<figcaption>\(caption)</figcaption></figure>"
  }

  private func attachments(_ names: [String]) -> String {
    let several = names.count > 1
    return names.enumerated().map { index, name in
      let number = several ? "\(index + 1). " : ""
      let style = index == 0 ? "attachments" : "attachments more"
      return "<p class=\"\(style)\">\(index == 0 ? "附件：" : "")\(number)\(line(name))</p>"
    }.joined(separator: "\n")
  }

  private func imprint(_ copies: String, _ office: String, _ date: String) -> String {
    let copies = line(copies)
    return "<div class=\"imprint\">" + (copies.isEmpty ? "" : "<p>抄送：\(copies)。</p>")
      + "<p class=\"ends\"><span>\(line(office))</span><span>\(line(date))印发</span></p></div>"
  }

  private static let style = """
    body { margin: 2em auto; max-width: 156mm; padding: 0 1em; font-size: 16pt;
      line-height: 28.95pt; font-family: "仿宋", "FangSong", "仿宋_GB2312", "Noto Serif CJK SC", serif; }
    header { text-align: center; font-size: 10pt; }
    h1, .letterhead { font-family: "方正小标宋简体", "小标宋", "SimSun", "Noto Serif CJK SC", serif;
      font-weight: normal; text-align: center; }
    h1 { font-size: 22pt; margin: 0 0 1em; line-height: 32pt; }
    h2, h3, h4, h5 { font-size: 16pt; font-weight: normal; margin: 0; text-indent: 2em;
      break-after: avoid; }
    h2 { font-family: "黑体", "SimHei", "Noto Sans CJK SC", sans-serif; }
    h3 { font-family: "楷体", "KaiTi", "楷体_GB2312", serif; }
    p { margin: 0; text-indent: 2em; text-align: justify; }
    .letterhead { color: #f00; font-size: 36pt; line-height: 1.3; margin-bottom: 1em; text-indent: 0; }
    .number { text-align: center; text-indent: 0; }
    .ruled { border-bottom: 1.5pt solid #f00; padding-bottom: 4mm; margin-bottom: 2em; }
    .flush, .fine { text-indent: 0; }
    .centred { text-align: center; text-indent: 0; }
    .right { text-align: right; text-indent: 0; }
    .fine { font-size: 10pt; line-height: 1.4; margin-top: 0.6em; overflow-wrap: anywhere; }
    .attachments { padding-left: 6.5em; text-indent: -4.5em; margin-top: 1em; }
    .attachments.more { text-indent: -1.5em; margin-top: 0; }
    .sign { display: flex; justify-content: flex-end; padding-right: 4em; margin-top: 2em;
      break-inside: avoid; }
    .sign p { text-align: center; text-indent: 0; }
    .signing { display: flex; text-indent: 0; margin-top: 0.6em; break-inside: avoid; }
    .signing i { flex: 1; border-bottom: 1px solid #000; margin-right: 2em; }
    .imprint { border-top: 1pt solid #000; border-bottom: 1pt solid #000; font-size: 14pt;
      margin-top: 3em; break-inside: avoid; }
    .imprint p { text-indent: -3em; padding: 0 1em 0 4em; }
    .imprint p.ends { display: flex; justify-content: space-between; text-indent: 0; padding: 0 1em; }
    .imprint p + p { border-top: 0.75pt solid #000; }
    table { border-collapse: collapse; width: 100%; margin: 0.4em 0; font-size: 12pt;
      line-height: 1.4; table-layout: fixed; }
    th, td { border: 1px solid #000; padding: 0.1em 0.4em; overflow-wrap: anywhere; }
    th { font-family: "黑体", "SimHei", "Noto Sans CJK SC", sans-serif; font-weight: normal; }
    .bare th, .bare td { border: 0; }
    .shaded { background: #e7e6e6; }
    figure { margin: 0.5em 0; text-align: center; break-inside: avoid; }
    figure img { max-width: 100%; }
    figcaption { font-size: 12pt; line-height: 1.4; }
    svg { display: block; width: 100%; margin: 0.4em 0; break-inside: avoid; }
    svg text { font-size: 12px; }
    .page { break-before: page; }
    @page :right { @bottom-right { content: "— " counter(page) " —"; font-size: 14pt; } }
    @page :left { @bottom-left { content: "— " counter(page) " —"; font-size: 14pt; } }
    @media print {
      body { margin: 0; max-width: none; padding: 0; }
      header { display: none; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      .shaded, svg { print-color-adjust: exact; }
    }
    """
}

/// Bars as a drawing within a page.
struct BarChart {
  private let bars: [Bar]

  init(_ bars: [Bar]) { self.bars = bars }

  var svg: String {
    let (row, left, width, whole) = (22, 150, 340, 560)
    let rows = bars.enumerated().map { index, bar in
      let top = index * row
      func place(_ thousandths: Int) -> Int { left + thousandths * width / 1000 }
      let start = place(bar.range.lowerBound)
      let length = max(bar.range.lowerBound > 0 ? 3 : 0, place(bar.range.upperBound) - start)
      let mark =
        bar.mark.map {
          "<rect x=\"\(place($0) - 1)\" y=\"\(top + 1)\" width=\"3\" height=\"18\" fill=\"#c00000\"/>"
        } ?? ""
      func text(_ x: Int, _ words: String) -> String {
        "<text x=\"\(x)\" y=\"\(top + 15)\">\(Markup.escaped(Markup.line(words)))</text>"
      }
      return text(0, bar.label)
        + "<rect x=\"\(left)\" y=\"\(top + 3)\" width=\"\(width)\" height=\"14\" fill=\"#eeeeee\"/>"
        + "<rect x=\"\(start)\" y=\"\(top + 3)\" width=\"\(length)\" height=\"14\" fill=\"#5b7fa6\"/>"
        + mark + text(left + width + 8, bar.text)
    }
    return "<svg viewBox=\"0 0 \(whole) \(max(1, bars.count) * row)\" role=\"img\">\n"
      + rows.joined(separator: "\n") + "\n</svg>"
  }
}
