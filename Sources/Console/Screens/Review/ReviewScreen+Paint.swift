import Criteria
import Foundation
import Procedure
import Terminal

/// Items and material; states without a sheet.
extension ReviewScreen {
  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard phase.hasSheet || phase.opensMaterial else {
      paintState(on: &canvas, in: rect, context)
      return
    }
    let layout = ReviewLayout(
      in: rect, isWide: context.isWide, isHeadOpen: headForm != nil)
    if focus == .checklist {
      paintChecklist(on: &canvas, in: rect, context)
      return
    }
    guard !context.isWide else {
      if headForm == nil { paintItems(on: &canvas, in: layout.items, context) }
      paintText(on: &canvas, layout, context)
      paintReview(on: &canvas, in: layout.review, context)
      return
    }
    let panes: [Phrase] = [.Review.items, .Review.material, .Review.mine]
    let shown = focus == .items ? 0 : focus == .text ? 1 : 2
    TabBar(panes.map(context.say), selected: shown, name: "pane")
      .paint(on: &canvas, in: layout.tabs)
    switch shown {
    case 0: paintItems(on: &canvas, in: layout.items, context)
    case 1: paintText(on: &canvas, layout, context)
    default: paintReview(on: &canvas, in: layout.review, context)
    }
  }

  // MARK: States

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    guard context.isWide, focus == .items, headForm == nil,
      phase.hasSheet || phase.opensMaterial
    else { return [] }
    let layout = ReviewLayout(in: rect, isWide: true, isHeadOpen: false)
    return [layout.text, layout.review]
  }

  private func paintState(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let title = dossier.map { Line("\($0.id) \($0.application.name)") } ?? context.line(.tab(id))
    let room = TitleBand(title, isFocused: true).paint(on: &canvas, in: rect)
      .inset(columns: 2, rows: 1)
    var lines: [Line] = []
    switch phase {
    case .loading: lines = [context.line(.Review.reading, .dim)]
    case .barred(let why): lines = [context.line(why, .warning)]
    case .steppedBack(let interest):
      lines = [
        context.line(.Review.steppedBack, .warning),
        context.line(.Review.groundIs(interest.ground)),
      ]
      if !interest.note.isBlank { lines.append(Line(interest.note, .dim)) }
    case .undeclared:
      lines = [
        context.line(.Review.declareFirst, .title), Line(""),
        context.line(.Review.declareExplains), Line(""),
        context.line(.Review.declareKey, .accent),
      ]
    case .ready, .underWay, .handedIn, .opened: break
    }
    var row = 0
    for line in lines.flatMap({ $0.wrapped(to: min(76, max(1, room.width))) }) {
      canvas.put(line, in: room.row(row))
      row += 1
    }
  }

  // MARK: Items

  private func paintItems(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let note = Line("\(editor.sheet.marked)/\(context.edition.items.count)")
    let room = TitleBand(context.line(.Review.items), note: note, isFocused: focus == .items)
      .paint(on: &canvas, in: rect)
    let (tree, foot) = room.splitBottom(ReviewLayout.sumRows)
    let card = Scorecard(editor.sheet.percentages, edition: context.edition)
    let rows = ItemRow.rows(of: context.edition)
    TreeView(count: rows.count, name: "items", isFocused: focus == .items) { index in
      switch rows[index] {
      case .category(let category):
        let sum = card.categories.first { $0.category.id == category.id }?.scored ?? .zero
        return .heading(
          Line("\(category.id) \(context.say(category.name))"),
          note: Line("\(sum)", .title) + Line("/\(category.points)", .dim))
      case .item(let item): return row(of: item, context)
      }
    }.paint(on: &canvas, in: tree, state: list)
    paintSum(card, on: &canvas, in: foot.inset(columns: 1), context)
  }

  private func row(of item: Item, _ context: Context) -> TreeView.Row {
    let name = Line("\(item.id) \(context.say(item.name))")
    switch editor.review(item.id).mark {
    case .percentage(let mark):
      return .item(
        Line("✓ ", .good) + name,
        note: Line(padded("\(mark)%", 4), .accent) + Line(padded("\(item.score(mark))", 6), .dim))
    case .abstained:
      return .item(
        Line("– ", .warning) + name, note: context.line(.Review.abstained, .warning))
    case nil:
      return .item(Line("○ ", .dim) + name, note: Line(padded("–", 10), .dim))
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - CellWidth.of(text))) + text
  }

  private func paintSum(
    _ card: Scorecard, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let total = context.edition.totalPoints
    let line = context.parameters.materialLine
    canvas.put(context.line(.Review.sum, .title), in: rect.row(0))
    canvas.put(
      Line("\(card.scored)", .title) + Line(" / \(total)", .dim), in: rect.row(0), align: .right)
    // Before every item is marked the bar is how far one is, not a verdict.
    let isVerdict = card.isComplete || card.scored >= line
    let bar = LineBar(
      isVerdict ? card.scored.hundredths : nil, line: line.hundredths, maximum: total * 100)
    bar.paint(on: &canvas, in: rect.row(1))
    if !isVerdict, total > 0 {
      let reach = rect.width * card.scored.hundredths / (total * 100)
      canvas.put(
        String(repeating: "━", count: max(0, reach)), in: rect.row(1).splitLeft(reach).left,
        style: .accent)
    }
    canvas.put(context.line(.Review.materialLine(line), .dim), in: rect.row(2))
  }

  // MARK: Material

  private func paintText(on canvas: inout Canvas, _ layout: ReviewLayout, _ context: Context) {
    guard let item = selected(context) else { return }
    let text = textLayout(layout, context)
    let cursor = material.cursor(in: text, item: item.id)
    let title =
      Line("\(item.id) \(context.say(item.name))")
      + Line(" · ") + context.line(.Review.points(item.points))
      + Line(" · ") + context.line(.Review.kind(item.kind))
    let stops = text.quotable
    let note = cursor.flatMap(stops.firstIndex).map {
      context.line(.Review.paragraphOf($0 + 1, stops.count), .dim)
    }
    let room = TitleBand(title, note: note ?? Line(""), isFocused: focus == .text)
      .paint(on: &canvas, in: layout.text)
    paintTabs(on: &canvas, in: room.row(0), context)
    let body = layout.textBody
    if let message = material.tab.kind.flatMap({ missing($0, text) }) {
      for (index, line) in context.line(message, .dim).wrapped(to: body.width).enumerated() {
        canvas.put(line, in: body.row(index))
      }
    }
    let first = max(0, min(material.place(item.id).offset, text.lines.count - body.height))
    for row in 0..<max(0, min(body.height, text.lines.count - first)) {
      let line = first + row
      let words = body.row(row).splitLeft(1).rest
      if let block = text.blocks.firstIndex(where: { $0.lines.contains(line) }) {
        let isHere = block == cursor && text.blocks[block].block.evidence != nil
        canvas.put(marked(text.lines[line]), in: words, on: isHere ? .quote : .plain)
        if isHere {
          canvas.put("▌", in: body.row(row), style: focus == .text ? .warning : .dim)
        }
        canvas.addHit(body.row(row), HitTarget("text", index: block))
      }
    }
    if let finding = material.finding {
      let found = text.blocks(containing: material.wanted).count
      FindField.painted(
        finding, total: found, context, on: &canvas,
        in: layout.text.row(layout.text.height - 1))
    }
  }

  private func paintTabs(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var column = rect.x + 1
    for tab in MaterialPane.Tab.allCases {
      let words = context.say(.Review.tab(tab))
      let width = CellWidth.of(words)
      let room = Rect(x: column, y: rect.y, width: min(width, rect.right - column), height: 1)
      guard room.width > 0 else { break }
      let style: Style =
        tab == material.tab ? Style(.accent, bold: true, underline: true) : .dim
      canvas.put(words, in: room, style: style)
      canvas.addHit(room, HitTarget("material", index: tab.rawValue))
      column += width + (rect.width >= 56 ? 3 : 2)
    }
  }

  /// A line with the words that were looked for in sight.
  private func marked(_ line: Line) -> Line {
    guard !material.wanted.isEmpty, material.finding != nil else { return line }
    return Line(
      line.spans.flatMap { span -> [Line.Span] in
        guard let range = span.text.range(of: material.wanted, options: .caseInsensitive) else {
          return [span]
        }
        return [
          Line.Span(String(span.text[..<range.lowerBound]), span.style),
          Line.Span(String(span.text[range]), Style(.warning, bold: true, underline: true)),
          Line.Span(String(span.text[range.upperBound...]), span.style),
        ]
      })
  }

  /// What stands in the place of a text that is not there.
  private func missing(_ kind: DocumentKind, _ text: MaterialLayout) -> Phrase? {
    if let why = material.refusal(of: kind) { return why }
    if material.isRead(kind) { return text.blocks.isEmpty ? .Review.nothingOnItem : nil }
    let isThere = dossier?.documents.contains { $0.kind == kind } ?? false
    return isThere ? .Review.reading : .Review.noDocument(kind)
  }
}
