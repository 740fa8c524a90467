import Criteria
import Foundation
import Procedure
import Terminal

/// A row of the list before handing in.
enum ReviewGap: Sendable, Hashable {
  case missing(SheetGap)
  case hint(SheetHint)

  /// What is missing and what could be looked at once more, in the order of the sheet.
  static func all(of sheet: Sheet, _ context: Context) -> [ReviewGap] {
    sheet.missing(in: context.edition).map(ReviewGap.missing)
      + sheet.hints(in: context.edition).map(ReviewGap.hint)
  }

  /// Where it is put right.
  enum Place: Sendable, Hashable {
    case item(ItemID, ReviewScreen.Focus)
    /// A field of the overall part.
    case head(String)
  }

  var place: Place {
    switch self {
    case .missing(.mark(let id)), .missing(.abstentionReason(let id)): .item(id, .percentage)
    case .missing(.finding(let kind)): .head(kind.rawValue)
    case .hint(.noComment(let id)): .item(id, .comments)
    case .hint(.outsideBands(let id)): .item(id, .bands)
    case .hint(.noOverall): .head("overall")
    }
  }
}

/// The list of what is missing before handing in (R3).
struct GapList: Sendable {
  private var list = ListState()

  /// The selected row.
  func selected(of gaps: [ReviewGap]) -> ReviewGap? {
    gaps.indices.contains(list.selection) ? gaps[list.selection] : nil
  }

  mutating func handle(_ key: Key, count: Int) {
    _ = list.handle(key, count: count, rows: max(1, count))
  }

  mutating func select(_ place: Int, count: Int) { list.select(place, count: count, rows: 1) }

  func paint(_ sheet: Sheet, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let gaps = ReviewGap.all(of: sheet, context)
    let count = sheet.missing(in: context.edition).count
    let room = TitleBand(
      context.line(.Review.beforeHandIn), note: context.line(.Review.gapCount(count, gaps.count)),
      isFocused: true
    ).paint(on: &canvas, in: rect)
    let (lead, body) = room.splitTop(2)
    canvas.put(
      context.line(count > 0 ? .Review.gapsBlock : .Review.hintsPass, .dim),
      in: lead.row(0).inset(columns: 1))
    ListView(count: gaps.count, name: "gap") { index in
      (line(of: gaps[index], context), Line(""))
    }.paint(on: &canvas, in: body, state: list)
  }

  private func line(of gap: ReviewGap, _ context: Context) -> Line {
    let isMissing = if case .missing = gap { true } else { false }
    let kind = context.line(isMissing ? .Review.missing : .Review.hint, isMissing ? .bad : .warning)
    let name = { (id: ItemID) in
      "\(id) " + (context.edition.item(id).map { context.say($0.name) } ?? "")
    }
    var words = Line("")
    switch gap {
    case .missing(.finding(let kind)): words = context.line(.Review.finding(kind))
    case .missing(.mark(let id)), .missing(.abstentionReason(let id)), .hint(.noComment(let id)),
      .hint(.outsideBands(let id)):
      words = Line(name(id))
    case .hint(.noOverall): words = context.line(.Review.overall)
    }
    return kind + Line("  ") + words + Line("  ") + context.line(.Review.gap(gap), .dim)
  }
}
