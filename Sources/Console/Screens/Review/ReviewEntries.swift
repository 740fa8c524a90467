import Criteria
import Foundation
import Procedure
import Terminal

/// The list of comments and points of an item as lines, with the rows they belong to.
struct ReviewEntries {
  /// A line, and the row of the list it belongs to; nil for a blank one.
  struct Painted {
    let line: Line
    let row: Int?
    /// Lines of the text area, painted by it.
    var isArea = false
  }

  /// Columns before the words of an entry.
  static let indent = 3

  private(set) var lines: [Painted] = []

  /// The lines of a review in a width.
  init(
    _ review: ItemReview, writing editor: EntryEditor?, width: Int, isCompact: Bool,
    _ context: Context
  ) {
    let rows = EntryRow.rows(of: review, writing: editor)
    for (index, row) in rows.enumerated() {
      switch row {
      case .heading(let section):
        if index > 0, !isCompact { lines.append(Painted(line: Line(""), row: nil)) }
        lines.append(Painted(line: Self.heading(section, review, context), row: index))
      case .comment(let place):
        add(Self.comment(review.comments[place], context), row: index, width: width)
      case .point(let place):
        add(Self.point(review.sitePoints[place], context), row: index, width: width)
      case .writing:
        guard let editor else { continue }
        lines += (0..<ReviewLayout.entryRows).map { place in
          Painted(line: place == 0 ? Self.sign(editor) : Line(""), row: index, isArea: true)
        }
        add((Line(""), Self.tags(editor, context)), row: index, width: width)
      }
    }
  }

  /// The first line of a row and the line after its last.
  func range(of row: Int) -> Range<Int> {
    let first = lines.firstIndex { $0.row == row } ?? 0
    let last = lines.lastIndex { $0.row == row } ?? first
    return first..<last + 1
  }

  private mutating func add(_ parts: (sign: Line, words: Line), row: Int, width: Int) {
    let sign = parts.sign
    for (index, line) in parts.words.wrapped(to: max(1, width - Self.indent)).enumerated() {
      let lead = index == 0 ? sign : Line("")
      let blanks = String(repeating: " ", count: max(0, Self.indent - lead.width()))
      lines.append(Painted(line: lead + Line(blanks) + line, row: row))
    }
  }

  private static func heading(
    _ section: EntrySection, _ review: ItemReview, _ context: Context
  ) -> Line {
    let count: Int
    switch section {
    case .strengths: count = review.comments.count { $0.kind == .strength }
    case .opportunities: count = review.comments.count { $0.kind == .opportunity }
    case .points: count = review.sitePoints.count
    }
    let style = count > 0 ? style(section).strong : .dim
    return context.line(Phrase.Review.section(section), style) + Line(" \(count)", style)
  }

  private static func style(_ section: EntrySection) -> Style {
    switch section {
    case .strengths: .good
    case .opportunities: .warning
    case .points: .info
    }
  }

  /// The sign of a comment: one or two, plus or minus.
  static func sign(_ comment: Procedure.Comment) -> Line {
    let sign = comment.kind == .strength ? "+" : "-"
    return Line(
      comment.doubled ? sign + sign : sign,
      (comment.kind == .strength ? Style.good : .warning).strong)
  }

  private static func sign(_ editor: EntryEditor) -> Line {
    editor.comment.map(sign) ?? Line("?", Style.info.strong)
  }

  private static func comment(
    _ comment: Procedure.Comment, _ context: Context
  ) -> (Line, Line) {
    let tags = tags(comment, context)
    return (
      sign(comment),
      Line(comment.text) + Line(tags.isEmpty || tags.hasPrefix("（") ? tags : " " + tags, .dim)
    )
  }

  private static func point(_ point: SitePoint, _ context: Context) -> (Line, Line) {
    let kind = context.line(Phrase.Review.pointKind(point.kind), .info)
    return (Line("?", Style.info.strong), kind + Line(" " + point.text))
  }

  private static func tags(_ comment: Procedure.Comment, _ context: Context) -> String {
    let dimension = comment.dimension.map { [context.say(Phrase.dimension($0))] } ?? []
    let evidence = comment.evidence.isEmpty ? [] : ["（\(comment.evidence.joined(separator: "；"))）"]
    return (dimension + evidence).joined()
  }

  private static func tags(_ editor: EntryEditor, _ context: Context) -> Line {
    switch editor.content {
    case .comment(let comment):
      let tags = tags(comment, context)
      return tags.isEmpty ? context.line(.Review.noTags, .dim) : Line(tags, .accent)
    case .point(let kind): return context.line(Phrase.Review.pointKind(kind), .accent)
    }
  }
}
