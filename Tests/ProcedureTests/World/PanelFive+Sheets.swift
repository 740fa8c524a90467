import Criteria
import Procedure

extension PanelFive {
  static let zero = Percentage.all[0]

  /// The middle mark of every item, as the panel settles it.
  static let medians: [ItemID: Percentage] = rows.mapValues { row in
    let sorted = row.compactMap { $0 }.sorted()
    return Percentage((sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2) ?? zero
  }

  /// The sheet of a reviewer, 0 for A.
  static func sheet(_ index: Int, comment: String = "有成体系的做法，见自评报告第 12 页") -> Sheet {
    var items: [ItemID: ItemReview] = [:]
    for (item, row) in rows {
      let mark: Mark =
        row[index].flatMap(Percentage.init).map(Mark.percentage)
        ?? .abstained(reason: "与该条款数据提供方有往来，回避")
      items[item] = ItemReview(
        mark: mark, bands: [.approach: .from50],
        comments: [Comment(.strength, "\(comment)（\(index)）", doubled: index == 0)],
        sitePoints: index == 0 ? [SitePoint(.verify, "核实 \(item) 的原始记录")] : [])
    }
    var findings: [FindingKind: Finding] = [:]
    for kind in FindingKind.allCases { findings[kind] = Finding(.yes) }
    return Sheet(
      head: SheetHead(findings: findings, keyFactors: ["行业领先"], overall: "总体良好", hours: 24),
      items: items)
  }

  /// Percentages that give exactly a total, in steps of a quarter below a whole number.
  static func percentages(totalling total: Points) -> [ItemID: Percentage] {
    let quarter = total.hundredths % 100 == 75
    let whole = (total.hundredths + (quarter ? 25 : 0)) / 100
    let base = whole / 50 * 5
    var values: [ItemID: Int] = rows.mapValues { _ in base }
    var rest = whole - base * 10
    for item in ["4.7.2", "4.7.3", "4.7.4", "4.2.2", "4.3.2", "4.6.2", "4.6.3"] as [ItemID] {
      let step = Edition.shipped.item(item)!.points / 20
      if step <= rest {
        values[item]! += 5
        rest -= step
      }
    }
    if quarter {
      values["4.4.3"]! += 5
      values["4.4.4"]! -= 5
    }
    return values.mapValues { Percentage($0) ?? zero }
  }
}
