import Criteria
import Office
import Procedure

/// The figures of a visit.
extension VisitContent {
  /// Item by item before and after, and why.
  var changes: [Composition.Block] {
    let rows = edition.items.map { item -> [Table.Cell] in
      let (old, new) = (before[item.id], after[item.id])
      let change = old.flatMap { old in new.map { $0.value - old.value } } ?? 0
      return [
        "\(item.id) \(item.name.zh)", "\(item.points)", old.map { "\($0)%" } ?? "",
        old.map { item.score($0).fixed } ?? "", new.map { "\($0)%" } ?? "",
        new.map { item.score($0).fixed } ?? "",
        change == 0 ? "" : change > 0 ? "+\(change)" : "\(change)",
      ].map { Table.Cell(Words($0)) }
    }
    let sums = (Scorecard(before, edition: edition), Scorecard(after, edition: edition))
    let total = [
      "合计", "\(edition.totalPoints)", "", sums.0.total?.fixed ?? "", "",
      (total ?? sums.1.total)?.fixed ?? "", "",
    ].map { Table.Cell(.bold($0)) }
    return [
      .table(
        Table(
          [
            .init(7), .init(3, .right), .init(3, .right), .init(4, .right), .init(3, .right),
            .init(4, .right), .init(2, .right),
          ],
          head: [
            ["条款", "分值", "材料", "得分", "现场", "得分", "变化"].map { Table.Cell(head: $0) }
          ], rows: rows + [total], rowHeight: 6))
    ]
  }

  /// The categories before and after, against their maximum.
  var chart: [Composition.Block] {
    let cards = [
      ("材料", Scorecard(before, edition: edition)), ("现场", Scorecard(after, edition: edition)),
    ]
    let bars = edition.categories.indices.flatMap { place in
      cards.map { word, card in
        let sum = card.categories[place]
        let category = sum.category
        return Bar(
          word == "材料" ? "\(category.id) \(category.name.zh) \(word)" : word,
          to: sum.scored.hundredths * 10 / max(1, category.points),
          text: "\(sum.scored.fixed) / \(category.points)")
      }
    }
    return [.bars(bars)]
  }

  /// Why a mark is another than that of the material.
  var reasonLines: [Composition.Block] {
    let lines = edition.items.compactMap { item -> String? in
      guard let old = before[item.id], let new = after[item.id], old != new else { return nil }
      let reason = reasons[item.id].map(Markup.line) ?? ""
      return "\(item.id)　\(old)% → \(new)%" + (reason.isEmpty ? "" : "：\(reason)")
    }
    return Composition.numbered(lines, none: "（各条款与材料评审一致）")
  }

  /// What the consensus said of the organisation, the most important first.
  func comments(_ kind: CommentKind) -> [Composition.Block] {
    let all = edition.items.flatMap { item in
      (comments[item.id] ?? []).filter { $0.kind == kind }.map { (item.id, $0) }
    }
    let first = all.filter(\.1.doubled)
    return Composition.numbered(
      (first.isEmpty ? all : first).map { "（\($0)）\(Markup.line($1.text))" })
  }

  /// With nothing left out.
  public static let sample: VisitContent = {
    let day = PaperCase.sample.date
    var content = VisitContent(
      .sample, .shipped, panel: "示例评审组", members: [.sample], from: day, until: day)
    content.agenda = [
      PaperAgendaLine(
        day: day, time: "09:00", kind: "首次会议", title: "示例", department: "示例",
        place: "示例", escort: "示例", isHeld: true)
    ]
    for (index, item) in content.edition.items.enumerated() {
      var check = PaperCheck(ordinal: index + 1, item: item.id, text: "示例", method: "查阅资料")
      (check.outcome, check.evidence, check.place) = ("符合", "示例", "示例")
      (check.asked, check.by, check.day) = ("示例", "示例", "示例")
      content.checks.append(check)
      (content.before[item.id], content.after[item.id]) = (.all[0], .all[1])
      content.reasons[item.id] = "示例"
      content.comments[item.id] = [Comment(.strength, "示例"), Comment(.opportunity, "示例")]
    }
    (content.opinion, content.tier, content.submitted) = ("示例", "第一层级", day)
    return content
  }()
}
