import Criteria
import Office
import Procedure

/// What a score sheet that came back does to a draft.
///
/// A cell that nobody filled changes nothing, and one that says what the draft says leaves it as it
/// is: bands, and words on several lines, do not go with a sheet and stay.
public struct ScoreSheetTaking: Hashable, Sendable {
  /// A filled cell.
  public struct Cell: Hashable, Sendable {
    /// Where it is.
    public var place: CellPlace
    /// What it is for.
    public var name: Bilingual
    /// What stands in it.
    public var text: String
    /// Whether the draft says something else.
    public var isChange: Bool
  }

  /// The draft as it is with what the sheet says.
  public private(set) var sheet: Sheet
  /// The filled cells, in the order of the sheet.
  public private(set) var cells: [Cell] = []

  /// The cells that change something.
  public var changes: [Cell] { cells.filter(\.isChange) }

  init(_ reading: ScoreSheetReading, of scoreSheet: ScoreSheet, into draft: Sheet) {
    sheet = draft
    let fields = ScoreSheetLayout(scoreSheet, Sheet()).fields
    for cell in reading.cells {
      guard let field = fields[cell.place] else { continue }
      let before = sheet
      take(field, of: reading.sheet)
      cells.append(
        Cell(
          place: cell.place, name: field.name, text: cell.text, isChange: sheet != before))
    }
  }

  private mutating func take(_ field: ScoreSheetField, of other: Sheet) {
    switch field {
    case .percentage(let id), .abstention(let id):
      sheet.items[id, default: ItemReview()].mark = other.items[id]?.mark
    case .comments(let id, let kind):
      func written(_ comments: [Comment]) -> [String] {
        comments.filter { $0.kind == kind }.map(ReviewLine.written)
      }
      let (here, there) = (sheet.items[id]?.comments ?? [], other.items[id]?.comments ?? [])
      guard written(here) != written(there) else { return }
      sheet.items[id, default: ItemReview()].comments =
        here.filter { $0.kind != kind } + there.filter { $0.kind == kind }
    case .points(let id):
      let (here, there) = (sheet.items[id]?.sitePoints ?? [], other.items[id]?.sitePoints ?? [])
      guard here.map(ReviewLine.written) != there.map(ReviewLine.written) else { return }
      sheet.items[id, default: ItemReview()].sitePoints = there
    case .verdict(let kind):
      guard let verdict = other.head.findings[kind]?.verdict else { return }
      sheet.head.findings[kind] = Finding(verdict, note: sheet.head.findings[kind]?.note ?? "")
    case .note(let kind):
      guard let note = other.head.findings[kind]?.note else { return }
      sheet.head.findings[kind]?.note = note
    case .keyFactors: sheet.head.keyFactors = other.head.keyFactors
    case .overall:
      guard ReviewLine.lines(sheet.head.overall).joined(separator: "\n") != other.head.overall
      else { return }
      sheet.head.overall = other.head.overall
    case .hours: sheet.head.hours = other.head.hours
    }
  }
}

extension ScoreSheet {
  /// What a sheet that came back does to the reviewer's draft.
  public func taking(_ reading: ScoreSheetReading, into draft: Sheet) -> ScoreSheetTaking {
    ScoreSheetTaking(reading, of: self, into: draft)
  }
}

extension ScoreSheetField {
  /// What it is for, in a few words.
  fileprivate var name: Bilingual {
    func of(_ id: ItemID, _ zh: String, _ en: String) -> Bilingual {
      Bilingual(zh: "\(id) \(zh)", en: "\(id) \(en)")
    }
    return switch self {
    case .percentage(let id): of(id, "百分比", "percentage")
    case .abstention(let id): of(id, "弃评", "abstention")
    case .comments(let id, .strength): of(id, "优势", "strengths")
    case .comments(let id, .opportunity): of(id, "改进空间", "opportunities")
    case .points(let id): of(id, "现场核实或澄清", "points for the visit")
    case .verdict(let kind):
      Bilingual(zh: ReviewWords.question(kind), en: "finding on \(kind.rawValue)")
    case .note(let kind):
      Bilingual(zh: ReviewWords.question(kind) + "：说明", en: "note on \(kind.rawValue)")
    case .keyFactors: Bilingual(zh: "关键因素", en: "key factors")
    case .overall: Bilingual(zh: "总评", en: "overall comment")
    case .hours: Bilingual(zh: "用时", en: "hours")
    }
  }
}
