import Criteria
import Procedure
import Store
import Terminal

/// What stands beside a place of the sheet: what the same person wrote on another laptop, line by line.
enum OtherSide {
  /// The sign of a place that stands twice.
  static let sign = "≠ "

  /// The lines of another sheet's state of a slot; of the overall part what differs from this one.
  static func lines(
    of slot: DraftSlot, _ other: Sheet, besides sheet: Sheet, width: Int, _ context: Context
  ) -> [Line] {
    switch slot {
    case .head: head(other.head, besides: sheet.head, context).flatMap { $0.wrapped(to: width) }
    case .item(let id):
      item(id, other.items[id] ?? ItemReview(), besides: sheet.items[id], width, context)
    }
  }

  private static func item(
    _ id: ItemID, _ review: ItemReview, besides own: ItemReview?, _ width: Int, _ context: Context
  ) -> [Line] {
    var lines = [mark(id, review, context)]
    let kind = context.edition.item(id)?.kind
    let bands = (kind?.dimensions ?? []).filter { review.bands[$0] != own?.bands[$0] }
    if !bands.isEmpty {
      let words = bands.map { dimension in
        context.line(.dimension(dimension), .dim)
          + Line(" " + (review.bands[dimension]?.label ?? "–"))
      }
      lines += words.dropFirst().reduce(words[0]) { $0 + Line("  ") + $1 }.wrapped(to: width)
    }
    if review.comments == own?.comments, review.sitePoints == own?.sitePoints {
      return lines + [context.line(.Review.sameComments, .dim)]
    }
    let entries = ReviewEntries(review, writing: nil, width: width, isCompact: true, context)
    return lines + entries.lines.map(\.line)
  }

  private static func mark(_ id: ItemID, _ review: ItemReview, _ context: Context) -> Line {
    let name = context.line(.Review.percentage) + Line(" ")
    switch review.mark {
    case .percentage(let value):
      let score = context.edition.item(id).map { "  \($0.score(value)) / \($0.points) " } ?? ""
      return name + Line("\(value)%", .accent) + Line(score, .dim)
        + context.line(.Review.pointUnit, .dim)
    case .abstained(let reason):
      return name + context.line(.Review.abstained, .warning) + Line("  " + reason, .dim)
    case nil: return name + Line("–", .dim)
    }
  }

  private static func head(
    _ head: SheetHead, besides own: SheetHead, _ context: Context
  ) -> [Line] {
    var lines: [Line] = []
    func add(_ name: Phrase, _ words: String) {
      lines.append(context.line(name + Phrase("：", ": "), .dim) + Line(words))
    }
    for kind in FindingKind.allCases where head.findings[kind] != own.findings[kind] {
      let finding = head.findings[kind]
      let verdict = finding.map { context.say(Phrase.Review.verdict($0.verdict)) } ?? "—"
      add(.Review.finding(kind), [verdict, finding?.note ?? ""].joined(separator: " "))
    }
    if head.keyFactors != own.keyFactors {
      add(.Review.keyFactors, head.keyFactors.joined(separator: "；"))
    }
    if head.overall != own.overall { add(.Review.overall, head.overall.onOneLine) }
    if head.hours != own.hours { add(.Review.hours, head.hours.map(String.init) ?? "—") }
    return lines
  }

  // MARK: Both

  /// Whether comments of both can stand together.
  static func canJoin(_ slot: DraftSlot, _ sheet: Sheet, _ other: Sheet) -> Bool {
    guard case .item(let id) = slot, let own = sheet.items[id], let theirs = other.items[id] else {
      return false
    }
    return joined(own, theirs) != own && joined(theirs, own) != theirs
  }

  /// The comments and points of both, with this one's mark and bands where there are any.
  static func joined(_ own: ItemReview, _ other: ItemReview) -> ItemReview {
    var joined = own
    joined.mark = own.mark ?? other.mark
    joined.bands = own.bands.merging(other.bands) { own, _ in own }
    joined.comments += other.comments.filter { !own.comments.contains($0) }
    joined.sitePoints += other.sitePoints.filter { !own.sitePoints.contains($0) }
    return joined
  }
}
