import Criteria
import Foundation
import Procedure
import Terminal

/// One's own review of the selected item, and the overall part.
extension ReviewScreen {
  func paintReview(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let isFocused = [.percentage, .bands, .comments, .head].contains(focus)
    let note = context.line(.Review.standing(phase))
    var title = context.line(headForm == nil ? .Review.mine : .Review.head)
    if !context.isWide, headForm == nil, let item = selected(context) {
      title = Line("\(item.id) \(context.say(item.name))")
    }
    let room = TitleBand(title, note: note, isFocused: isFocused)
      .paint(on: &canvas, in: rect).inset(columns: 1)
    if let headForm {
      let form = paintOther(.head, under: room.splitTop(1).rest, on: &canvas, context)
      headForm.paint(
        on: &canvas, in: form, isFocused: focus == .head && canWrite,
        ground: .plain)
      return
    }
    if case .ready = phase {
      paintStart(on: &canvas, in: room, context)
      return
    }
    guard let item = selected(context) else { return }
    let review = editor.review(item.id)
    let isCompact = room.height < 24
    let head = isCompact ? room : room.splitTop(1).rest
    paintPercentage(item, review, on: &canvas, in: head, context)
    let bands = head.splitTop(isCompact ? 3 : 4).rest
    paintBands(item, review, on: &canvas, in: bands, context)
    let (body, foot) = bands.splitTop(3).rest.splitBottom(isCompact ? 2 : 4)
    let list = paintOther(.item(item.id), under: body, on: &canvas, context)
    paintEntries(review, isCompact: isCompact, on: &canvas, in: list, context)
    paintHints(review, on: &canvas, in: foot, context)
  }

  private func paintStart(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let isAgain = phase == .ready(isAgain: true)
    let lines = [
      Line(""), context.line(isAgain ? .Review.withdrawnNow : .Review.notStarted, .title), Line(""),
      context.line(.Review.startExplains), Line(""), context.line(.Review.startKey, .accent),
    ]
    canvas.put(lines.flatMap { $0.wrapped(to: max(1, rect.width)) }, in: rect)
  }

  // MARK: Percentage and bands

  private func paintPercentage(
    _ item: Item, _ review: ItemReview, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let row = rect.row(0)
    canvas.addHit(row, HitTarget("percentage", index: 0))
    let isHere = focus == .percentage && canWrite
    let label = context.say(Phrase.Review.percentage)
    let (name, rest) = row.splitLeft(CellWidth.of(label), gap: 1)
    canvas.put(label, in: name, style: isHere ? .title : .text)
    if case .abstained(let reason) = review.mark, typing == nil {
      canvas.put(
        context.line(.Review.abstained, .warning) + Line("  " + reason, .dim), in: rest)
      if isHere { canvas.caret = Point(x: rest.x, y: rest.y) }
    } else {
      let (field, points) = rest.splitLeft(6, gap: 1)
      let typed = typing?.field.text ?? review.mark?.percentage.map { String($0.value) } ?? ""
      let digits = typed.count > 4 ? "…" + typed.suffix(3) : typed
      let isWrong = typing?.field.isWrong == true
      let style = Style(
        isWrong ? .bad : .accent, on: isHere ? .raised : .plain, bold: true)
      if isHere { canvas.fill(field, style: style) }
      let shown = digits.isEmpty && !isHere ? "–" : digits
      canvas.put(
        Line(shown, style) + Line(" %", Style(.dim, on: style.ground)), in: field, align: .right)
      if isHere { canvas.caret = Point(x: field.right - 2, y: field.y) }
      let score = review.mark?.percentage.map { "\(item.score($0))" } ?? "–"
      canvas.put(
        Line(score, .title) + Line(" / \(item.points) ", .dim)
          + context.line(.Review.pointUnit, .dim), in: points, align: .right)
    }
    ScaleBar(review.mark?.percentage?.value).paint(on: &canvas, in: rect.splitTop(1).rest)
  }

  private func paintBands(
    _ item: Item, _ review: ItemReview, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let own = review.mark?.percentage?.band
    // The sign of the chosen one stands in the margin, so that names begin where all words do.
    let rect = Rect(x: rect.x - 1, y: rect.y, width: rect.width + 1, height: rect.height)
    for (index, dimension) in item.kind.dimensions.enumerated() {
      let row = rect.row(index / 2)
      let (left, right) = row.splitLeft(row.width / 2)
      let cell = index.isMultiple(of: 2) ? left : right
      let isHere = focus == .bands && index == bandCursor
      let ground: Ground = isHere ? .selection : .plain
      if isHere { canvas.fill(cell, style: Style(.text, on: ground)) }
      let band = review.bands[dimension]
      let style: Style = band == nil ? .dim : band == own || own == nil ? .text : .warning
      let sign = isHere ? Line("▸", .accent) : Line(" ")
      canvas.put(
        sign + context.line(.dimension(dimension), .dim) + Line(" ")
          + Line(band.map(\.label) ?? "–", style), in: cell, on: ground)
      canvas.addHit(cell, HitTarget("band", index: index))
    }
    if review.leavesItsBands {
      canvas.put(
        context.line(.Review.leavesBands, .warning), in: rect.row(2).splitLeft(1).rest)
    }
  }

  // MARK: Comments

  private func paintEntries(
    _ review: ItemReview, isCompact: Bool, on canvas: inout Canvas, in rect: Rect,
    _ context: Context
  ) {
    let entries = ReviewEntries(
      review, writing: entry, width: rect.width, isCompact: isCompact, context)
    let here = focus == .comments ? rowCursor : nil
    let span = here.map(entries.range(of:)) ?? 0..<0
    let first = max(
      0, min(max(0, span.upperBound - rect.height), max(0, span.lowerBound)))
    var area: Rect?
    for place in 0..<max(0, min(rect.height, entries.lines.count - first)) {
      let painted = entries.lines[first + place]
      let row = rect.row(place)
      let isHere = painted.row != nil && painted.row == here && entry == nil
      if isHere { canvas.fill(row, style: Style(.text, on: .selection)) }
      canvas.put(painted.line, in: row, on: isHere ? .selection : .plain)
      if painted.isArea {
        let (_, words) = row.splitLeft(ReviewEntries.indent)
        area =
          area.map {
            Rect(x: $0.x, y: $0.y, width: $0.width, height: $0.height + 1)
          } ?? words
      }
      if let index = painted.row { canvas.addHit(row, HitTarget("entry", index: index)) }
    }
    if let area, let entry {
      entry.area.paint(
        on: &canvas, in: area, isFocused: focus == .comments && material.finding == nil,
        placeholder: context.say(Phrase.Review.entryPlaceholder(entry.section)), ground: .raised)
    }
  }

  /// The house rules on the comment in question, then the key factors.
  private func paintHints(
    _ review: ItemReview, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    var lines: [Line] = []
    if let area = entry?.area, area.excess > 0 {
      lines.append(context.line(.tooLong(area.excess, limit: area.maxLength), .bad))
    }
    if let comment = commentInQuestion(context) {
      let others = review.comments
      lines += HouseRule.hints(on: comment, among: others).map {
        context.line(.Review.hint, .warning) + Line(" ") + context.line(.Review.houseRule($0), .dim)
      }
    }
    let factors = editor.sheet.head.keyFactors
    if !factors.isEmpty {
      let words = factors.enumerated().map { "K\($0.offset + 1) \($0.element)" }
      lines.append(
        context.line(.Review.keyFactors, .dim) + Line("  " + words.joined(separator: "  "), .dim))
    }
    canvas.put(lines.flatMap { $0.wrapped(to: max(1, rect.width)) }, in: rect)
  }

  /// The comment that is being written or stands under the cursor.
  private func commentInQuestion(_ context: Context) -> Procedure.Comment? {
    if let entry { return entry.comment }
    guard focus == .comments, case .comment(let index) = entryRow(context) else { return nil }
    return review(context).comments[index]
  }
}
