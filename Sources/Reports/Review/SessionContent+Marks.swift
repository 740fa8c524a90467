import Criteria
import Office
import Procedure

/// The figures of a session.
extension SessionContent {
  /// Every mark of every reviewer beside what was settled.
  var marks: [Composition.Block] {
    let reviewers = session.sheets.keys.sorted()
    let rows = edition.items.map { item -> [Table.Cell] in
      let agreement = session.agreement(on: item)
      let isFlagged = agreement.isFlagged(threshold: session.threshold, bandGap: bandGap)
      return [Table.Cell(Words(item.id.rawValue))]
        + reviewers.map { reviewer in
          switch session.sheets[reviewer]?.items[item.id]?.mark {
          case .percentage(let percentage): Table.Cell(Words("\(percentage)"))
          case .abstained: "弃评"
          case nil: ""
          }
        } + [
          Table.Cell(Words(agreement.range.map { "\($0)\(isFlagged ? "＊" : "")" } ?? "—")),
          Table.Cell(Words(agreement.mean?.roundedDown(places: 1) ?? "—")),
          Table.Cell(Words(agreement.median?.roundedDown(places: 1) ?? "—")),
          Table.Cell(.bold(session.settled(item.id).map { "\($0.percentage)" } ?? "")),
        ]
    }
    let heads = ["条款"] + reviewers.map(name) + ["极差", "平均", "中位", "定分"]
    return [
      .table(
        Table(
          [.init(3, .centre)] + heads.dropFirst().map { _ in .init(3, .right) },
          head: [heads.map { Table.Cell(head: $0) }], rows: rows, rowHeight: 6)),
      .fine("单位：%。＊ 极差超过 \(session.threshold) 个百分点，或最高与最低相差 \(bandGap) 档及以上，定分前须讨论并记录。"),
    ]
  }

  /// From the lowest to the highest mark of each item, with what was settled.
  var spread: [Composition.Block] {
    let bars = edition.items.compactMap { item -> Bar? in
      let agreement = session.agreement(on: item)
      guard let low = agreement.lowest?.value, let high = agreement.highest?.value else {
        return nil
      }
      let settled = session.settled(item.id)?.percentage.value
      let range = low == high ? "\(low)" : "\(low)–\(high)"
      return Bar(
        "\(item.id)", from: low * 10, to: high * 10, mark: settled.map { $0 * 10 },
        text: settled.map { "\(range) 定\($0)" } ?? range)
    }
    return bars.isEmpty ? [] : [.bars(bars), .fine("条形：独立评审最低至最高百分比；竖线：合议定分。")]
  }

  var discussions: [Composition.Block] {
    let blocks = edition.items.flatMap { item -> [Composition.Block] in
      guard let found = session.discussions[item.id], !found.isEmpty else { return [] }
      return [.heading(3, "\(item.id) \(item.name.zh)")]
        + found.flatMap { Composition.paragraphs("\(name($0.by))：\($0.text)") }
    }
    return blocks.isEmpty ? [.paragraph("（无须讨论的条款）")] : blocks
  }

  /// What was settled with a reason, or more than once.
  var settlements: [Composition.Block] {
    let lines = edition.items.flatMap { item -> [String] in
      let all = session.settlements[item.id] ?? []
      return all.enumerated().compactMap { index, settlement in
        guard !settlement.reason.isBlank || index > 0 else { return nil }
        let reason = settlement.reason.isBlank ? "" : "，理由：\(Markup.line(settlement.reason))"
        let again = index > 0 ? "改" : ""
        return "\(item.id)　\(again)定 \(settlement.percentage)%\(reason)"
      }
    }
    return Composition.numbered(lines, none: "（各条款定分均在独立评审的范围内，未另述理由）")
  }

  var dissents: [Composition.Block] {
    let lines = edition.items.flatMap { item in
      (session.dissents[item.id] ?? []).map { "\(item.id)　\(name($0.person))：\($0.text)" }
    }
    return Composition.numbered(lines, none: "（无不同意见）")
  }

  /// Every item with what was settled, and the sums.
  func points(_ card: Scorecard) -> [Composition.Block] {
    var rows: [[Table.Cell]] = []
    for sum in card.categories {
      let category = sum.category
      rows.append(
        ["\(category.id) \(category.name.zh)", "\(category.points)", "", sum.scored.fixed].map {
          Table.Cell(.bold($0), isShaded: true)
        })
      rows += category.items.map { item in
        let percentage = session.settled(item.id)?.percentage
        return [
          "\(item.id) \(item.name.zh)", "\(item.points)", percentage.map { "\($0)%" } ?? "",
          percentage.map { item.score($0).fixed } ?? "",
        ].map { Table.Cell(Words($0)) }
      }
    }
    rows.append(
      ["合计", "\(edition.totalPoints)", "", (total ?? card.total)?.fixed ?? ""].map {
        Table.Cell(.bold($0))
      })
    return [
      .table(
        Table(
          [.init(9), .init(2, .right), .init(3, .right), .init(3, .right)],
          head: [["条款", "分值", "百分比", "得分"].map { Table.Cell(head: $0) }], rows: rows,
          rowHeight: 6))
    ]
  }

  /// The categories against their maximum.
  func categories(_ card: Scorecard) -> [Composition.Block] {
    [
      .bars(
        card.categories.map { sum in
          Bar(
            "\(sum.category.id) \(sum.category.name.zh)",
            to: sum.scored.hundredths * 10 / max(1, sum.category.points),
            text: "\(sum.scored.fixed) / \(sum.category.points)")
        })
    ]
  }

  /// Item by item strengths and opportunities as the panel left them, with percentage and points.
  func items(_ card: Scorecard) -> [Composition.Block] {
    edition.categories.flatMap { category -> [Composition.Block] in
      [.heading(2, "\(category.id) \(category.name.zh)")]
        + category.items.flatMap { item -> [Composition.Block] in
          let comments = used(item.id)
          let settled = session.settled(item.id)?.percentage
          let mark = settled.map { "　\($0)%　\(item.score($0).fixed) 分" } ?? ""
          func lines(_ kind: CommentKind) -> [String] {
            comments.filter { $0.kind == kind }.map(ReviewLine.written)
          }
          return [
            .table(
              Table(
                [.init(3, .centre), .init(14)],
                head: [
                  [
                    Table.Cell(
                      .bold("\(item.id) \(item.name.zh)（\(item.points) 分）\(mark)"), columns: 2,
                      alignment: .left, isShaded: true)
                  ]
                ],
                rows: [
                  ["优势", Table.Cell(numbered: lines(.strength))],
                  ["改进空间", Table.Cell(numbered: lines(.opportunity))],
                ]))
          ]
        }
    }
  }

  /// With nothing left out.
  public static let sample: SessionContent = {
    let person = PersonID("sample")
    var session = Consensus(threshold: 20)
    session.sheets = [person: SheetContent.sample.sheet ?? Sheet()]
    (session.present, session.absences) = ([person], [PersonID("absent"): "示例"])
    session.conclusion = "示例"
    var content = SessionContent(
      .sample, .shipped, panel: "示例评审组", members: [.sample], session: session,
      names: [person: "示例"], line: Points(whole: 1), bandGap: 2)
    (content.opened, content.finished) = (
      content.subject.date, content.subject.date.adding(days: 1)
    )
    content.total = .zero
    return content
  }()
}
