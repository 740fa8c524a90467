import Criteria
import Foundation
import Procedure
import Terminal

/// What the marks of an item come to, and the field that settles it.
struct SettlingPane {
  let row: ConsensusFigures.Row
  let entry: PercentField?
  /// How many dissents there are on the item.
  let dissents: Int

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let agreement = row.agreement
    let figures: [(Phrase, Fraction?)] = [
      (.medianWord, agreement.median), (.meanWord, agreement.mean),
      (.averageDeviation, agreement.averageDeviation),
    ]
    var line = Line("")
    for (word, figure) in figures {
      let text = figure.map { $0.isInteger ? $0.short : $0.roundedDown(places: 2) }
      line =
        line + context.line(word, .dim)
        + Line(" " + (text ?? context.say(.notDefined)) + "  ", text == nil ? .dim : .text)
    }
    canvas.put(line, in: rect.row(0))
    ScaleBar(shownPercentage?.value, others: agreement.marks.values.map(\.value).sorted())
      .paint(
        on: &canvas,
        in: Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: 2)
          .intersection(rect))
    paintField(on: &canvas, in: rect.row(4), context)
    canvas.put(
      context.line(.dissentWord, .dim) + Line("  ")
        + (dissents == 0
          ? context.line(.none, .dim) : context.line(.dissentCount(dissents), .warning)),
      in: rect.row(5))
  }

  /// The percentage on the scale: what is typed, else what is settled.
  private var shownPercentage: Percentage? {
    guard let entry else { return row.settlement?.percentage }
    return try? entry.percentage.get()
  }

  private func paintField(on canvas: inout Canvas, in line: Rect, _ context: Context) {
    let isOpen = entry != nil
    let label = context.say(.settleItem) + "  "
    var x = line.x + canvas.put(label, at: line.origin, style: .dim, width: line.width)
    let bracket: Style = isOpen ? .accent.strong : .dim
    x += canvas.put("[ ", at: Point(x: x, y: line.y), style: bracket, width: 2)
    let box = Rect(x: x, y: line.y, width: 4, height: 1).intersection(line)
    if let entry {
      entry.field.paint(
        on: &canvas, in: box, isFocused: true, role: entry.isWrong ? .bad : .text)
    } else {
      canvas.put(
        row.settlement.map { Line("\($0.percentage)", .good.strong) } ?? Line("–", .dim), in: box)
    }
    let points = shownPercentage.map { row.item.score($0).description } ?? "–"
    let rest = Rect(x: x + 4, y: line.y, width: line.right - x - 4, height: 1)
    canvas.put(
      Line("] ", bracket) + Line("%   ", .dim) + Line(points, .title)
        + Line(" / ") + context.line(.pointsOf(row.item.points), .dim), in: rest)
    canvas.addHit(line, HitTarget("settle", index: 0))
  }
}
