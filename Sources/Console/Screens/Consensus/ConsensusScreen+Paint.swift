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
  private func isFocused(_ part: Part) -> Bool { self.part == part && entry == nil }

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let dossier else {
      if let obstacle { paintSentence(obstacle, on: &canvas, in: rect, context) }
      return
    }
    guard dossier.opening == .opened else {
      ConsensusOpening(
        dossier: dossier, panel: panel(context), progress: progress,
        next: actions(context).map(\.offer).first { $0.keys.contains(.function(5)) }
      ).paint(on: &canvas, in: rect, context)
      return
    }
    guard let figures, let session else {
      paintSentence(.sheetsNotOpenToYou, on: &canvas, in: rect, context)
      return
    }
    let layout = items.layout(in: rect, isWide: context.isWide)
    let totals = ConsensusTotals(
      figures: figures, conclusion: session.conclusion, isFinished: dossier.consensusFinished)
    if context.isWide || part == .items {
      // Where the totals have a tab of their own, the total still stays in sight.
      items.paint(
        note: context.isWide
          ? context.line(.settledOf(figures.settledCount, items.rows.count))
          : totals.running(context),
        isFocused: isFocused(.items), on: &canvas, in: layout.items, context)
    }
    if context.isWide || part == .totals {
      totals.paint(isFocused: isFocused(.totals), on: &canvas, in: layout.totals, context)
    }
    if context.isWide || part == .detail, resting(in: rect, context).isEmpty {
      if showsAgreement {
        ConsensusAgreement(figures: figures).paint(
          isFocused: isFocused(.detail), on: &canvas, in: layout.detail, context)
      } else {
        paintDetail(session, on: &canvas, in: layout.detail, context)
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
    guard context.isWide, part == .items, entry == nil, figures != nil else { return [] }
    return [items.layout(in: rect, isWide: true).detail]
  }

  private func paintSentence(
    _ sentence: Phrase, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    TextPane.paint(context.line(id.title), on: &canvas, in: rect) {
      context.line(sentence).wrapped(to: $0)
    }
  }

  // MARK: The selected item

  /// Whether an item is settled, or was on two copies that knew nothing of each other.
  private func settledNote(_ row: ConsensusFigures.Row, _ context: Context) -> Line {
    let met = dossier?.sealedClashes.contains { $0.record == .item(row.item.id) } == true
    if met { return context.line(.settledTwice, .warning) }
    return row.settlement.map { context.line(.settledAt($0.percentage), .good) }
      ?? context.line(.notSettled, .dim)
  }

  /// Remarks to choose among, discussions, and the field that settles it.
  private func paintDetail(
    _ session: Consensus, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    guard let row = selected else {
      TitleBand(Line("")).paint(on: &canvas, in: rect)
      return
    }
    let room = TitleBand(
      context.line(.itemHeading(row.item)),
      note: settledNote(row, context),
      isFocused: isFocused(.detail)
    ).paint(on: &canvas, in: rect)
    let dispute = row.needsDiscussion ? 4 : 0
    let (above, settling) = room.splitBottom(min(room.height, 6), gap: room.height > 16 ? 1 : 0)
    let (texts, panel) = above.splitBottom(
      min(dispute, above.height), gap: dispute > 0 && above.height > 10 ? 1 : 0)
    remarks.paint(
      with: ConsensusRecords(item: row.item.id, session: session), isChoosing: part == .detail,
      on: &canvas, in: texts, context)
    if row.needsDiscussion { paintDispute(row, on: &canvas, in: panel, context) }
    SettlingPane(
      row: row, entry: entry, dissents: session.dissents[row.item.id]?.count ?? 0
    ).paint(on: &canvas, in: settling.inset(columns: 2), context)
  }

  private func paintDispute(
    _ row: ConsensusFigures.Row, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    canvas.fill(rect, style: Style(.text, on: .raised))
    let room = rect.inset(columns: 2)
    let lines =
      context.line(dispute(row), .warning.strong).wrapped(to: max(1, room.width))
      + context.line(.discussFirst).wrapped(to: max(1, room.width))
    canvas.put(lines, in: room.splitTop(room.height - 1).top, on: .raised)
    guard offers(context).contains(where: { $0.id == "discuss" && $0.isAvailable }) else { return }
    canvas.put(
      Line("F7 ", .accent.strong) + context.line(.recordDiscussion, .accent),
      in: room.row(room.height - 1), on: .raised)
  }
}
