import Criteria
import Foundation
import Procedure
import Terminal

/// The running total against the line, and how safely it lies there.
struct ConsensusTotals {
  let figures: ConsensusFigures
  /// What the panel concluded, once it did.
  let conclusion: String?
  let isFinished: Bool

  func paint(isFocused: Bool, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let hasSettled = figures.settledCount > 0 && !figures.leftOut.isEmpty
    let note = hasSettled ? context.line(.settledStays, .dim) : Line("")
    let room = TitleBand(context.line(.totalAndLine), note: note, isFocused: isFocused)
      .paint(on: &canvas, in: rect)
    let inside = room.inset(columns: 1)
    paintRunning(on: &canvas, in: inside.row(0), context)
    let below = inside.splitTop(1).rest
    let pairs = (figures.leftOut.count + 1) / 2
    for (place, leftOut) in figures.leftOut.enumerated() {
      let (left, right) = below.row(place % pairs).splitLeft((below.width - 2) / 2, gap: 2)
      paint(leftOut, on: &canvas, in: place < pairs ? left : right, context)
    }
    let rest = below.splitTop(pairs).rest
    canvas.put(remainder(context).wrapped(to: max(1, rest.width)), in: rest)
  }

  /// What is said of a total: the figure, the line, the distance to it with its sign.
  private func distance(_ total: Fraction) -> Line {
    let margin = total - Fraction(figures.line)
    return margin < .zero
      ? Line("▼ \(margin.signed)", .bad) : Line("▲ \(margin.signed)", .good)
  }

  /// The running total in words: "暂计（未定按中位）552.75  线 550 ▲ +2.75".
  func running(_ context: Context) -> Line {
    let isExact = figures.exact != nil
    let word: Phrase =
      isFinished
      ? .consensusTotal : isExact ? .allSettledTotal : .runningTotal
    guard let total = figures.running else {
      return context.line(word, .dim) + Line("  ") + context.line(.totalNotDefined, .dim)
    }
    return context.line(word, .dim) + Line("  \(total.roundedDown(places: 2))", .title)
      + Line("  ") + context.line(.lineAt(figures.line), .dim) + Line(" ")
      + distance(total)
  }

  private func paintRunning(on canvas: inout Canvas, in row: Rect, _ context: Context) {
    let line = running(context)
    canvas.put(line, in: row)
    let bar = row.splitLeft(line.width(policy: canvas.policy), gap: 2).rest
    if bar.width >= 12 {
      LineBar(
        figures.running?.hundredths, line: figures.line.hundredths,
        maximum: context.edition.totalPoints * 100
      ).paint(on: &canvas, in: bar)
    }
  }

  private func paint(
    _ leftOut: ConsensusFigures.LeftOut, on canvas: inout Canvas, in row: Rect, _ context: Context
  ) {
    let line = figures.line
    let name = context.name(leftOut.reviewer, width: 6).padded(to: 6)
    let isBelow = leftOut.total.map { $0 < Fraction(line) } ?? false
    let total = leftOut.total?.roundedDown(places: 2) ?? context.say(.notDefined)
    var text =
      context.line(.without, .dim) + Line(" \(name) ") + Line(total, isBelow ? .bad.strong : .text)
    if let total = leftOut.total { text = text + Line(" ") + distance(total) }
    canvas.put(text, in: row)
    let bar = row.splitLeft(29, gap: 0).rest
    if let total = leftOut.total, bar.width >= 6 {
      // Short bars show 100 points on either side of the line.
      let reach = 100 * 100
      LineBar(total.hundredths - line.hundredths + reach, line: reach, maximum: 2 * reach)
        .paint(on: &canvas, in: bar)
    }
  }

  /// The conclusion once there is one, else the items that carry the total across the line.
  private func remainder(_ context: Context) -> Line {
    conclusion.map { context.line(.conclusionWord, .dim) + Line("  " + $0) } ?? swings(context)
  }

  /// The items that alone carry the total across: "翻转条款 4.7.4 50→45 即低于 550".
  func swings(_ context: Context) -> Line {
    guard let margin = figures.margin else { return Line("") }
    guard let first = figures.swings.first else { return context.line(.noSwing, .dim) }
    let isOver = margin >= .zero
    let named = figures.swings.prefix { $0.isSettled == first.isSettled }.prefix(3)
    var line = context.line(.swingItems, .dim)
    for swing in named {
      line =
        line + Line("  \(swing.item.id) ") + Line(swing.from.short + "→", .dim)
        + Line(swing.to.short, .warning)
    }
    line = line + Line("  ") + context.line(.carries(isOver: isOver, figures.line), .dim)
    let more = figures.swings.count - named.count
    return more > 0 ? line + context.line(.andMoreSwings(more), .dim) : line
  }
}
