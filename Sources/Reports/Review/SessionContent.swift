import Criteria
import Office
import Procedure

/// A consensus session on paper: its minutes, and the report on the material (R6).
public struct SessionContent: PaperContents {
  public var subject: PaperCase
  /// The criteria of the year.
  public var edition: Edition
  /// The panel's name, and its members in the order in which they sign.
  public var panel: String
  public var members: [PaperPerson]
  /// The session as its readers know it.
  public var session: Consensus
  /// What people are called.
  public var names: [PersonID: String]
  /// The days on which it was opened and finished.
  public var opened: Day?
  public var finished: Day?
  /// The total settled, once it was finished, and the line it is held against (R7).
  public var total: Points?
  public var line: Points
  /// How many bands apart marks must be discussed (R6).
  public var bandGap: Int

  /// A session of a panel.
  public init(
    _ subject: PaperCase, _ edition: Edition, panel: String, members: [PaperPerson],
    session: Consensus, names: [PersonID: String], line: Points, bandGap: Int
  ) {
    (self.subject, self.edition, self.panel) = (subject, edition, panel)
    (self.members, self.session, self.names) = (members, session, names)
    (self.line, self.bandGap) = (line, bandGap)
  }

  func name(_ person: PersonID) -> String { names[person] ?? person.rawValue }

  public var fill: PaperFill {
    let card = Scorecard(session.percentages, edition: edition)
    let total = total ?? card.total
    var fill = subject.fill(
      [
        "panel": panel, "place": session.place, "opened": opened.map(PaperFill.written) ?? "",
        // One day is written once.
        "finished": finished.flatMap { $0 == opened ? nil : PaperFill.written($0) } ?? "",
        "revision": "\(session.revision)",
        "threshold": "\(session.threshold)", "bandGap": "\(bandGap)",
        "reviews": "\(session.sheets.count)", "memberCount": "\(members.count { !$0.stepsBack })",
        "presentCount": session.present.isEmpty ? "" : "\(session.present.count)",
        "total": total?.fixed ?? "", "possible": "\(edition.totalPoints)",
        "line": line.description,
        "below": total.flatMap { $0 < line ? (line - $0).description : nil } ?? "",
        "criteria": edition.title.zh,
      ],
      [
        "members": membersTable, "attendance": attendance, "marks": marks, "spread": spread,
        "discussions": discussions, "settlements": settlements, "dissents": dissents,
        "findings": findings, "keyFactors": Composition.numbered(keyFactors), "themes": themes,
        "points": points(card), "categories": categories(card), "items": items(card),
        "sitePoints": sitePoints, "conclusion": Composition.said(session.conclusion),
        "overall": overall,
        "signatures": [
          .signatureLines(members.filter { !$0.stepsBack }.map { "\($0.post) \($0.name)" })
        ],
      ])
    fill.values["reached"] = .flag(total.map { $0 >= line } ?? false)
    return fill
  }

  // MARK: Who

  private var membersTable: [Composition.Block] {
    [
      .table(
        Table(
          [.init(3, .centre), .init(3, .centre), .init(6), .init(6)],
          head: [["姓名", "职责", "单位", "回避声明"].map { Table.Cell(head: $0) }],
          rows: members.map { member in
            [member.name, member.post, member.unit, member.declared].map { Table.Cell(Words($0)) }
          }))
    ]
  }

  private var attendance: [Composition.Block] {
    let absent = session.absences.sorted { $0.key < $1.key }
    let rows: [[Table.Cell]] =
      session.present.map { [Table.Cell(Words(name($0))), "出席", ""] }
      + absent.map { [Table.Cell(Words(name($0.key))), "缺席", Table.Cell(Words($0.value))] }
    guard !rows.isEmpty else { return [.paragraph("（尚未登记出席情况）")] }
    return [
      .table(
        Table(
          [.init(4, .centre), .init(3, .centre), .init(10)],
          head: [["姓名", "出席情况", "缺席原因"].map { Table.Cell(head: $0) }], rows: rows))
    ]
  }

  private var overall: [Composition.Block] {
    let said = session.sheets.keys.sorted().compactMap { session.sheets[$0]?.head.overall }
      .filter { !$0.isBlank }
    return Composition.numbered(said)
  }

  // MARK: Material

  /// What the reviewers answered to the three questions, with their notes.
  private var findings: [Composition.Block] {
    let heads = session.sheets.keys.sorted().compactMap { session.sheets[$0]?.head }
    let rows = FindingKind.allCases.map { kind -> [Table.Cell] in
      let found = heads.compactMap { $0.findings[kind] }
      let counts = Verdict.allCases.map { verdict in
        "\(ReviewWords.answer(verdict)) \(found.count { $0.verdict == verdict })"
      }
      return [
        Table.Cell(Words(ReviewWords.question(kind))),
        Table.Cell(Words(counts.joined(separator: "　"))),
        Table.Cell(numbered: found.map(\.note).filter { !$0.isBlank }),
      ]
    }
    return [
      .table(
        Table(
          [.init(6), .init(5, .centre), .init(7)],
          head: [["事项", "评审员结论（份数）", "说明"].map { Table.Cell(head: $0) }], rows: rows))
    ]
  }

  /// The key factors of all sheets, each once.
  private var keyFactors: [String] {
    var seen: Set<String> = []
    return session.sheets.keys.sorted().flatMap { session.sheets[$0]?.head.keyFactors ?? [] }
      .map(Markup.line).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// What the panel holds for the most important of all items.
  private var themes: [Composition.Block] {
    CommentKind.allCases.flatMap { kind -> [Composition.Block] in
      let lines = edition.items.flatMap { item in
        used(item.id).filter { $0.kind == kind && $0.doubled }.map {
          "（\(item.id)）\(Markup.line($0.text))"
        }
      }
      return [.heading(2, kind == .strength ? "（一）主要优势" : "（二）主要改进空间")]
        + Composition.numbered(lines, none: "（评审组没有标出特别重要的意见）")
    }
  }

  /// The comments that go into the report.
  func used(_ item: ItemID) -> [Comment] {
    session.merge(of: item).comments.filter(\.used).map(\.comment)
  }

  private var sitePoints: [Composition.Block] {
    let rows = edition.items.flatMap { item in
      session.merge(of: item.id).points.filter(\.used).map { merged -> [Table.Cell] in
        [
          "\(item.id.rawValue)", merged.point.kind == .verify ? "核实" : "澄清",
          Table.Cell(Words(Markup.line(merged.point.text))),
        ]
      }
    }
    guard !rows.isEmpty else { return [.paragraph("（无）")] }
    return [
      .table(
        Table(
          [.init(2, .centre), .init(2, .centre), .init(12)],
          head: [["条款", "类型", "内容"].map { Table.Cell(head: $0) }], rows: rows))
    ]
  }
}
