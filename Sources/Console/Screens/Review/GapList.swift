import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// A row of the list before handing in.
enum ReviewGap: Sendable, Hashable {
  /// A place that was changed on two copies apart from each other.
  case twice(DraftSlot)
  case missing(SheetGap)
  /// A text is so many characters longer than its field takes.
  case tooLong(Place, excess: Int)
  case hint(SheetHint)

  /// What stands twice, what is missing, what is too long and what could be looked at once more, each
  /// in the order of the sheet.
  static func all(of editor: SheetEditor, _ context: Context) -> [ReviewGap] {
    let sheet = editor.sheet
    return editor.others.slots.map(ReviewGap.twice)
      + sheet.missing(in: context.edition).map(ReviewGap.missing) + tooLong(in: sheet, context)
      + sheet.hints(in: context.edition).map(ReviewGap.hint)
  }

  private static func tooLong(in sheet: Sheet, _ context: Context) -> [ReviewGap] {
    var texts: [(Place, String, limit: Int)] = []
    for item in context.edition.items {
      guard let review = sheet.items[item.id] else { continue }
      let entries = review.comments.map(\.text) + review.sitePoints.map(\.text)
      texts += entries.map { (.item(item.id, .comments), $0, EntryEditor.maxLength) }
    }
    for kind in FindingKind.allCases {
      let note = sheet.head.findings[kind]?.note ?? ""
      texts.append((.head("\(kind.rawValue)/note"), note, HeadForm.noteLimit))
    }
    let factors = sheet.head.keyFactors.joined(separator: "\n")
    texts.append((.head("factors"), factors, HeadForm.factorsLimit))
    texts.append((.head("overall"), sheet.head.overall, HeadForm.overallLimit))
    return texts.filter { $0.1.count > $0.limit }
      .map { .tooLong($0.0, excess: $0.1.count - $0.limit) }
  }

  /// Whether the sheet cannot be handed in before it is put right.
  var isBlocking: Bool {
    switch self {
    case .twice, .missing, .tooLong: true
    case .hint: false
    }
  }

  /// Where it is put right.
  enum Place: Sendable, Hashable {
    case item(ItemID, ReviewScreen.Focus)
    /// A field of the overall part.
    case head(String)
  }

  var place: Place {
    switch self {
    case .twice(.head): .head(FindingKind.conditions.rawValue)
    case .twice(.item(let id)): .item(id, .items)
    case .missing(.mark(let id)), .missing(.abstentionReason(let id)): .item(id, .percentage)
    case .missing(.finding(let kind)): .head(kind.rawValue)
    case .tooLong(let place, _): place
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

  func paint(_ gaps: [ReviewGap], on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let count = gaps.count(where: \.isBlocking)
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
    let word: Phrase =
      switch gap {
      case .twice: .Review.twice
      case .missing: .Review.missing
      case .tooLong: .Review.tooLong
      case .hint: .Review.hint
      }
    let kind = context.line(word, gap.isBlocking ? .bad : .warning)
    let name = { (id: ItemID) in
      "\(id) " + (context.edition.item(id).map { context.say($0.name) } ?? "")
    }
    var words = Line("")
    switch gap {
    case .twice(.head): words = context.line(.Review.head)
    case .twice(.item(let id)): words = Line(name(id))
    case .missing(.finding(let kind)): words = context.line(.Review.finding(kind))
    case .missing(.mark(let id)), .missing(.abstentionReason(let id)), .hint(.noComment(let id)),
      .hint(.outsideBands(let id)):
      words = Line(name(id))
    case .tooLong(.item(let id, _), _): words = Line(name(id))
    case .tooLong(.head, _): words = context.line(.Review.head)
    case .hint(.noOverall): words = context.line(.Review.overall)
    }
    return kind + Line("  ") + words + Line("  ") + context.line(.Review.gap(gap), .dim)
  }
}
