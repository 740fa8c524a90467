import Criteria
import Procedure
import Store

/// What stands in a slot of a sheet, in a few words that tell it from another sheet's.
enum SlotWords {
  /// The characters of a text that are shown.
  private static let excerpt = 24

  /// The words of one sheet, and of the other, in a slot in which they differ.
  static func pair(
    of slot: DraftSlot, _ one: Sheet, _ other: Sheet, _ context: Context
  ) -> (Phrase, Phrase) {
    switch slot {
    case .head: head(one.head, other.head)
    case .item(let id):
      item(one.items[id] ?? ItemReview(), other.items[id] ?? ItemReview())
    }
  }

  // MARK: An item

  /// The mark always, then what else differs.
  private static func item(_ one: ItemReview, _ other: ItemReview) -> (Phrase, Phrase) {
    var words = (mark(one, besides: other), mark(other, besides: one))
    func add(_ first: Phrase, _ second: Phrase) {
      words.0 = words.0 + Phrase("，", ", ") + first
      words.1 = words.1 + Phrase("，", ", ") + second
    }
    for dimension in Criteria.Dimension.allCases
    where one.bands[dimension] != other.bands[dimension] {
      let (first, second) = (one.bands[dimension]?.label, other.bands[dimension]?.label)
      add(
        .dimension(dimension) + .plain(" \(first ?? "–")"),
        .dimension(dimension) + .plain(" \(second ?? "–")"))
    }
    if one.comments != other.comments {
      let place = firstDifference(one.comments, other.comments)
      add(
        comments(one.comments, at: place, besides: other.comments),
        comments(other.comments, at: place, besides: one.comments))
    }
    if one.sitePoints != other.sitePoints {
      let place = firstDifference(one.sitePoints, other.sitePoints)
      add(points(one.sitePoints, at: place), points(other.sitePoints, at: place))
    }
    return words
  }

  private static func mark(_ review: ItemReview, besides other: ItemReview) -> Phrase {
    switch review.mark {
    case .percentage(let value): .plain("\(value)%")
    case .abstained(let reason):
      .Review.abstained
        + (review.mark == other.mark ? .plain("") : Phrase("：", ": ") + short(reason))
    case nil: .plain("—")
    }
  }

  private static func comments(
    _ comments: [Comment], at place: Int, besides others: [Comment]
  ) -> Phrase {
    let count = Phrase.Review.conflictComments(comments.count)
    guard comments.indices.contains(place) else { return count }
    let comment = comments[place]
    var words = count + Phrase("：", ": ")
    // The same words under another sign are told apart by it.
    if others.indices.contains(place), others[place].text == comment.text {
      let sign = comment.kind == .strength ? "+" : "−"
      words = words + .plain(comment.doubled ? "\(sign)\(sign) " : "\(sign) ")
    }
    return words
      + short(comment.text, besides: others.dropFirst(place).first?.text ?? "")
  }

  private static func points(_ points: [SitePoint], at place: Int) -> Phrase {
    let count = Phrase.Review.conflictPoints(points.count)
    guard points.indices.contains(place) else { return count }
    return count + Phrase("：", ": ") + .Review.pointKind(points[place].kind) + .plain(" ")
      + short(points[place].text)
  }

  private static func firstDifference<Entry: Equatable>(_ one: [Entry], _ other: [Entry]) -> Int {
    zip(one, other).prefix { $0 == $1 }.count
  }

  // MARK: The overall part

  /// The first field in which they differ.
  private static func head(_ one: SheetHead, _ other: SheetHead) -> (Phrase, Phrase) {
    if one.overall != other.overall {
      return named(
        .Review.overall, short(one.overall, besides: other.overall),
        short(other.overall, besides: one.overall))
    }
    if one.keyFactors != other.keyFactors {
      let place = firstDifference(one.keyFactors, other.keyFactors)
      let first = one.keyFactors.dropFirst(place).first ?? ""
      let second = other.keyFactors.dropFirst(place).first ?? ""
      return named(
        .Review.keyFactors, short(first, besides: second), short(second, besides: first))
    }
    for kind in FindingKind.allCases where one.findings[kind] != other.findings[kind] {
      return named(
        .Review.finding(kind), finding(one.findings[kind]), finding(other.findings[kind]))
    }
    return named(
      .Review.hours, .plain(one.hours.map(String.init) ?? "—"),
      .plain(other.hours.map(String.init) ?? "—"))
  }

  private static func named(_ name: Phrase, _ one: Phrase, _ other: Phrase) -> (Phrase, Phrase) {
    (name + Phrase("：", ": ") + one, name + Phrase("：", ": ") + other)
  }

  private static func finding(_ finding: Finding?) -> Phrase {
    guard let finding else { return .plain("—") }
    return .Review.verdict(finding.verdict) + .plain(finding.note.isBlank ? "" : " ")
      + (finding.note.isBlank ? .plain("") : short(finding.note))
  }

  /// The part of a text in which it differs from another, or its beginning.
  private static func short(_ text: String, besides other: String = "") -> Phrase {
    let line = Substring(text.onOneLine)
    if line.allSatisfy(\.isWhitespace) { return .plain("—") }
    let same = zip(line, other.onOneLine).prefix { $0 == $1 }.count
    let skipped = same < excerpt * 2 / 3 ? 0 : min(same, line.count) - excerpt / 3
    let rest = line.dropFirst(skipped)
    return .plain(
      (skipped > 0 ? "…" : "") + rest.prefix(excerpt) + (rest.count > excerpt ? "…" : ""))
  }
}
