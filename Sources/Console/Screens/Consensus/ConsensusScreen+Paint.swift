import Criteria
import Foundation
import Procedure
import Terminal

/// How the consensus screen divides its room.
struct ConsensusLayout {
  let tabs: Rect
  let items: Rect
  let totals: Rect
  let detail: Rect

  /// The layout between the program's bars of a screen of this size.
  init(_ context: Context, reviewers: Int, count: Int) {
    self.init(in: context.room, isWide: context.isWide, reviewers: reviewers, count: count)
  }

  /// The layout for so many reviewers and items.
  init(in rect: Rect, isWide: Bool, reviewers: Int, count: Int) {
    guard isWide else {
      let (top, rest) = rect.splitTop(1)
      (tabs, items, totals, detail) = (top, rest, rest, rest)
      return
    }
    let (left, right) = rect.splitRight(max(40, rect.width * 34 / 100), gap: 1)
    // Band, running total, the totals without one reviewer in pairs, two lines of swings.
    let rows = 4 + (reviewers + 1) / 2
    (tabs, detail) = (rect.row(-1), right)
    let below = min(rows, left.height / 2)
    // The blank row between them goes where it would cost the last item.
    let fitsExactly = left.height - below == count + 2
    (items, totals) = left.splitBottom(below, gap: left.height > 24 && !fitsExactly ? 1 : 0)
  }
}

extension ConsensusScreen {
  private func layout(_ context: Context) -> ConsensusLayout {
    ConsensusLayout(context, reviewers: figures?.reviewers.count ?? 0, count: rows.count)
  }

  /// Rows of the list of items, under its band and header.
  func itemRows(_ context: Context) -> Int { max(1, layout(context).items.height - 2) }

  func isFocused(_ part: Part) -> Bool { self.part == part && entry == nil }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let dossier else {
      if let obstacle { paintSentence(obstacle, on: &canvas, in: rect, context) }
      return
    }
    guard dossier.opening == .opened else {
      paintOpening(dossier, on: &canvas, in: rect, context)
      return
    }
    guard let figures else {
      paintSentence(.sheetsNotOpenToYou, on: &canvas, in: rect, context)
      return
    }
    let layout = ConsensusLayout(
      in: rect, isWide: context.isWide, reviewers: figures.reviewers.count,
      count: rows.count)
    if context.isWide || part == .items {
      paintItems(figures, on: &canvas, in: layout.items, context)
    }
    if context.isWide || part == .totals {
      paintTotals(figures, on: &canvas, in: layout.totals, context)
    }
    if context.isWide || part == .detail {
      if showsAgreement {
        paintAgreement(figures, on: &canvas, in: layout.detail, context)
      } else {
        paintDetail(on: &canvas, in: layout.detail, context)
      }
    }
    if !context.isWide {
      TabBar(
        Part.allCases.map { context.say(.consensusPart($0)) }, selected: part.rawValue,
        name: "parts"
      ).paint(on: &canvas, in: layout.tabs)
    }
  }

  func followers(in rect: Rect, _ context: Context) -> [Rect] {
    guard context.isWide, part == .items, entry == nil, let figures else { return [] }
    return [
      ConsensusLayout(
        in: rect, isWide: true, reviewers: figures.reviewers.count, count: rows.count
      ).detail
    ]
  }

  private func paintSentence(
    _ sentence: Phrase, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let room = TitleBand(context.line(.tab(id)), isFocused: true).paint(on: &canvas, in: rect)
      .inset(columns: 2, rows: 1)
    for (index, line) in context.line(sentence).wrapped(to: max(1, room.width)).enumerated() {
      canvas.put(line, in: room.row(index))
    }
  }
}
