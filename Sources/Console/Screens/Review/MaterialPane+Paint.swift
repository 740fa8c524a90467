import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// How the material is shown: tabs, the paragraph under the cursor, what is looked for.
extension MaterialPane {
  /// Paints a text of an item; what is looked for is marked while one looks.
  func paint(
    _ text: MaterialLayout, of item: Item, in dossier: CaseState?, isFocused: Bool,
    marked: Set<String>,
    on canvas: inout Canvas, _ layout: ReviewLayout, _ context: Context
  ) {
    let cursor = cursor(in: text, item: item.id)
    let title =
      Line("\(item.id) \(context.say(item.name))")
      + Line(" · ") + context.line(.Review.points(item.points))
      + Line(" · ") + context.line(.Review.kind(item.kind))
    let stops = text.quotable
    let note = cursor.flatMap(stops.firstIndex).map {
      context.line(.Review.paragraphOf($0 + 1, stops.count), .dim)
    }.map { place in
      let isMarked = cursor.flatMap { text.blocks[$0].block.evidence }.map(marked.contains)
      return isMarked == true
        ? context.line(.Review.bookmarked, .accent) + Line("  ") + place : place
    }
    let room = TitleBand(title, note: note ?? Line(""), isFocused: isFocused)
      .paint(on: &canvas, in: layout.text)
    paintTabs(on: &canvas, in: room.row(0), context)
    let body = layout.textBody
    if let message = tab.kind.flatMap({ missing($0, text, in: dossier) }) {
      canvas.put(context.line(message, .dim).wrapped(to: body.width), in: body)
    }
    let first = max(0, min(place(item.id).offset, text.lines.count - body.height))
    for row in 0..<max(0, min(body.height, text.lines.count - first)) {
      let line = first + row
      let words = body.row(row).splitLeft(1).rest
      if let block = text.blocks.firstIndex(where: { $0.lines.contains(line) }) {
        let isHere = block == cursor && text.blocks[block].block.evidence != nil
        let shown = text.line(line, shiftedBy: place(item.id).sideways.shift)
        canvas.put(self.marked(shown), in: words, on: isHere ? .quote : .plain)
        let isMarked = text.blocks[block].block.evidence.map(marked.contains) ?? false
        if isHere {
          canvas.put("▌", in: body.row(row), style: isFocused ? .warning : .dim)
        } else if isMarked, line == text.blocks[block].lines.lowerBound {
          canvas.put("*", in: body.row(row), style: .accent)
        }
        canvas.addHit(body.row(row), HitTarget("text", index: block))
      }
    }
    if let finding {
      let found = text.blocks(containing: wanted).count
      FindField.painted(
        finding, total: found, context, on: &canvas,
        in: layout.text.row(layout.text.height - 1))
    }
  }

  private func paintTabs(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var column = rect.x + 1
    let tabs = MaterialPane.Tab.allCases
    let used = tabs.reduce(0) { $0 + CellWidth.of(context.say(.Review.tab($1))) }
    let gap = min(3, max(1, (rect.width - 2 - used) / (tabs.count - 1)))
    for tab in tabs {
      let words = context.say(.Review.tab(tab))
      let width = CellWidth.of(words)
      let room = Rect(x: column, y: rect.y, width: min(width, rect.right - column), height: 1)
      guard room.width > 0 else { break }
      let style: Style =
        tab == self.tab ? Style(.accent, bold: true, underline: true) : .dim
      canvas.put(words, in: room, style: style)
      canvas.addHit(room, HitTarget("material", index: tab.rawValue))
      column += width + gap
    }
  }

  /// A line with the words that were looked for in sight.
  private func marked(_ line: Line) -> Line {
    guard !wanted.isEmpty, isMarking else { return line }
    return Line(
      line.spans.flatMap { span -> [Line.Span] in
        guard let range = span.text.range(of: wanted, options: .caseInsensitive) else {
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
  private func missing(
    _ kind: DocumentKind, _ text: MaterialLayout, in dossier: CaseState?
  ) -> Phrase? {
    if let why = refusal(of: kind) { return why }
    if !text.blocks.isEmpty { return nil }
    if isRead(kind) { return .Review.nothingOnItem }
    let isThere = dossier?.documents.contains { $0.kind == kind } ?? false
    return isThere ? .Review.reading : .Review.noDocument(kind)
  }
}
