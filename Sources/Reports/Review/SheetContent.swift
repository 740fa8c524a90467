import Criteria
import Office
import Procedure

/// An independent review on paper, filled or blank (R3).
public struct SheetContent: PaperContents {
  public var subject: PaperCase
  /// The criteria of the year.
  public var edition: Edition
  /// Whose it is; empty on a blank one.
  public var reviewer = ""
  /// The review; nil on a blank one, which tells nothing of anybody's.
  public var sheet: Sheet?
  /// Which revision was handed in, and on which day.
  public var revision = 0
  public var handedIn: Day?

  /// A blank sheet for an application.
  public init(_ subject: PaperCase, _ edition: Edition) {
    (self.subject, self.edition) = (subject, edition)
  }

  public var fill: PaperFill {
    let card = sheet.map { Scorecard($0.percentages, edition: edition) }
    return subject.fill(
      [
        "reviewer": reviewer, "revision": revision > 0 ? "\(revision)" : "",
        "handedIn": handedIn.map(PaperFill.written) ?? "",
        "hours": sheet?.head.hours.map(String.init) ?? "",
        "total": card?.total?.fixed ?? "",
        "scored": card.map { $0.isComplete ? "" : "\($0.scored.fixed) / \($0.possible)" } ?? "",
        "possible": "\(edition.totalPoints)", "criteria": edition.title.zh,
      ],
      [
        "findings": findings, "points": points(card), "items": items(card),
        "keyFactors": sheet.map { Composition.numbered($0.head.keyFactors) } ?? Self.room(4),
        "overall": sheet.map { Composition.said($0.head.overall) } ?? Self.room(6),
        "signatures": [.signatureLines(["评审员"])],
      ])
  }

  /// Room to write by hand.
  private static func room(_ lines: Int) -> [Composition.Block] {
    (0..<lines).map { _ in .paragraph(.blank(26), .flush) }
  }

  /// The three questions with their answers.
  private var findings: [Composition.Block] {
    let rows = FindingKind.allCases.map { kind -> [Table.Cell] in
      let finding = sheet?.head.findings[kind]
      return [
        Table.Cell(Words(ReviewWords.question(kind))),
        Table.Cell(
          Words(
            Verdict.allCases.map {
              ($0 == finding?.verdict ? "☑" : "□") + ReviewWords.answer($0)
            }.joined(separator: " "))),
        Table.Cell(Words(finding?.note ?? "")),
      ]
    }
    return [
      .table(
        Table(
          [.init(6), .init(5, .centre), .init(6)],
          head: [["事项", "结论", "说明"].map { Table.Cell(head: $0) }], rows: rows,
          rowHeight: 12))
    ]
  }

  /// All items on one page: percentage and points, with the sums of the categories.
  private func points(_ card: Scorecard?) -> [Composition.Block] {
    var rows: [[Table.Cell]] = []
    for category in edition.categories {
      let sum = card?.categories.first { $0.category.id == category.id }
      rows.append([
        Table.Cell(.bold("\(category.id) \(category.name.zh)"), isShaded: true),
        Table.Cell(.bold("\(category.points)"), isShaded: true), Table.Cell("", isShaded: true),
        Table.Cell(
          .bold(sum.map { $0.possible == 0 ? "" : $0.scored.fixed } ?? ""), isShaded: true),
      ])
      rows += category.items.map { item in
        let mark = sheet?.items[item.id]?.mark
        let percentage = mark?.percentage
        return [
          Table.Cell(Words("\(item.id) \(item.name.zh)")), "\(item.points)",
          Table.Cell(Words(percentage.map { "\($0)%" } ?? (mark == nil ? "" : "弃评"))),
          Table.Cell(Words(percentage.map { item.score($0).fixed } ?? "")),
        ]
      }
    }
    rows.append([
      Table.Cell(.bold("合计")), Table.Cell(.bold("\(edition.totalPoints)")), "",
      Table.Cell(.bold(card?.total?.fixed ?? "")),
    ])
    return [
      .table(
        Table(
          [.init(9), .init(2, .right), .init(3, .right), .init(3, .right)],
          head: [["条款", "分值", "百分比", "得分"].map { Table.Cell(head: $0) }], rows: rows,
          rowHeight: 6))
    ]
  }

  /// Item by item what was found, or the room for it.
  private func items(_ card: Scorecard?) -> [Composition.Block] {
    edition.items.map { item in
      let review = sheet?.items[item.id]
      let mark =
        switch review?.mark {
        case .percentage(let percentage): "\(percentage)%　\(item.score(percentage).fixed) 分"
        case .abstained(let reason): "弃评：\(Markup.line(reason))"
        case nil: "　　%　　　　分"
        }
      func cell(_ lines: [String]) -> Table.Cell {
        sheet == nil ? "" : Table.Cell(numbered: lines)
      }
      func comments(_ kind: CommentKind) -> [String] {
        (review?.comments ?? []).filter { $0.kind == kind }.map(ReviewLine.written)
      }
      return .table(
        Table(
          [.init(3, .centre), .init(14)],
          head: [
            [
              Table.Cell(
                .bold("\(item.id) \(item.name.zh)（\(item.points) 分）　\(mark)"), columns: 2,
                alignment: .left, isShaded: true)
            ]
          ],
          rows: [
            ["优势", cell(comments(.strength))], ["改进空间", cell(comments(.opportunity))],
            ["现场核实", cell((review?.sitePoints ?? []).map(ReviewLine.written))],
          ], rowHeight: sheet == nil ? 17 : 8))
    }
  }

  /// With nothing left out.
  public static let sample: SheetContent = {
    var content = SheetContent(.sample, .shipped)
    var sheet = Sheet()
    for item in content.edition.items {
      sheet.items[item.id] = ItemReview(
        mark: .percentage(Percentage.all[0]),
        comments: [Comment(.strength, "示例"), Comment(.opportunity, "示例")],
        sitePoints: [SitePoint(.verify, "示例")])
    }
    sheet.head = SheetHead(
      findings: Dictionary(
        uniqueKeysWithValues: FindingKind.allCases.map { ($0, Finding(.yes, note: "示例")) }),
      keyFactors: ["示例"], overall: "示例", hours: 8)
    (content.reviewer, content.sheet, content.revision) = ("示例", sheet, 1)
    content.handedIn = content.subject.date
    return content
  }()
}
