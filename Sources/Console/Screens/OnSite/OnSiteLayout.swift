import Foundation
import Terminal

/// How the on-site screen divides its room.
struct OnSiteLayout {
  let tabs: Rect
  let agenda: Rect
  let checks: Rect
  let evidence: Rect
  /// The table of marks, the total under it, and the selected item beside it.
  let marks: Rect
  let totals: Rect
  let detail: Rect

  /// The layout between the program's bars of a screen of this size.
  init(_ context: Context, tiers: Int) {
    self.init(in: context.room, isWide: context.isWide, tiers: tiers)
  }

  init(in rect: Rect, isWide: Bool, tiers: Int) {
    // Band, the field, the running total, and a line for each tier.
    let rows = 3 + tiers
    guard isWide else {
      let (top, rest) = rect.splitTop(1)
      (tabs, agenda, checks, evidence, detail) = (top, rest, rest, rest, rest)
      (marks, totals) = rest.splitBottom(min(rows, rest.height / 2))
      return
    }
    tabs = rect.row(-1)
    let (first, rest) = rect.splitLeft(24, gap: 1)
    (checks, evidence) = rest.splitRight(max(34, rect.width * 30 / 100), gap: 1)
    agenda = first
    let (left, right) = rect.splitRight(max(38, rect.width * 33 / 100), gap: 1)
    detail = right
    (marks, totals) = left.splitBottom(min(rows, left.height / 2), gap: left.height > 28 ? 1 : 0)
  }

  /// Rows of the lists under their bands, and of the table under band and header.
  var agendaRows: Int { max(1, agenda.height - 1) }
  var checkRows: Int { max(1, checks.height - 1) }
  var markRows: Int { max(1, marks.height - 2) }
}
