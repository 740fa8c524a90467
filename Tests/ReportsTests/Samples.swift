import Criteria
import Procedure
import Reports

/// Papers to test with; people and organisations are fictitious.
enum Samples {
  static let head = "9f2c6e51a0b34d7788c1e2f3a4b5c6d7e8f90123456789abcdef0123456789ab"

  static let rows = [
    PaperRow(
      number: "HZ26-0031", name: "钱江精密机械有限公司", district: "滨江区", industry: "装备制造",
      tier: "第一层级", total: Points(hundredths: 62_150)),
    PaperRow(
      number: "HZ26-0007", name: "西溪 BioTech 股份公司", district: "西湖区", industry: "生命健康",
      tier: "第二层级", total: Points(hundredths: 61_975)),
    PaperRow(
      number: "HZ26-0044", name: "运河食品", district: "拱墅区", industry: "食品加工",
      tier: "第三层级", total: Points(hundredths: 60_000)),
  ]

  /// Rows as the first lists show them, without tiers and totals.
  static let plainRows = rows.map {
    PaperRow(number: $0.number, name: $0.name, district: $0.district, industry: $0.industry)
  }

  /// A paper that has everything.
  static func content() throws -> PaperContent {
    PaperContent(
      city: "杭州市", year: 2026, cycle: "2026 年度培育", number: "杭评〔2026〕12 号",
      date: try day("2026-09-17"), last: try day("2026-09-28"), days: 7, rows: rows,
      recipient: "西溪生物医药股份公司", recommender: "西湖区市场监督管理局",
      reason: "自我评价缺少三年对比数据。\n证实性材料不完整。", answer: "经核查，异议不成立。",
      total: Points(hundredths: 54_975), line: Points(whole: 550), refundMonths: 3,
      refundDue: try day("2026-12-17"), body: "杭州市市场监督管理局", head: head, position: 318,
      printed: "2026-09-17 10:24")
  }

  private static func day(_ iso: String) throws -> Day {
    guard let day = Day(iso) else { throw NoDay(text: iso) }
    return day
  }

  private struct NoDay: Error {
    let text: String
  }
}
