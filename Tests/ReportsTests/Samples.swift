import Criteria
import Office
import Procedure
import Reports

/// Papers to test with; people and organisations are fictitious.
enum Samples {
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

  /// The papers that are notices and letters.
  static let papers: [Paper] = [
    .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterInquiry,
    .letterOpinion, .letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked,
    .announcement,
  ]

  /// A bureau's head.
  static let head: Letterhead = {
    var head = Letterhead()
    (head.issuer, head.signer, head.prefix) = ("杭州市市场监督管理局文件", "杭州市市场监督管理局", "杭市监质")
    (head.contact, head.telephone, head.address) = ("王某", "0571-00000000", "某路 1 号")
    (head.copiesTo, head.printer) = (["某办公室"], "杭州市市场监督管理局办公室")
    return head
  }()

  /// A paper that has everything.
  static func content(_ paper: Paper = .noticeProposal) throws -> PaperContent {
    var content = PaperContent(
      paper, city: "杭州市", year: 2026, number: "杭市监质〔2026〕12号", date: try day("2026-09-17"),
      head: head)
    (content.first, content.last, content.days) = (try day("2026-09-18"), try day("2026-09-28"), 7)
    content.rows = rows
    (content.recipient, content.recommender) = ("西溪生物医药股份公司", "西湖区市场监督管理局")
    (content.reason, content.answer) = ("自我评价缺少三年对比数据。\n证实性材料不完整。", "经核查，异议不成立。")
    (content.strengths, content.opportunities) = ("4.1.2 愿景清楚", "4.2.2 战略少量化目标")
    (content.total, content.line) = (Points(hundredths: 54_975), Points(whole: 550))
    (content.refundMonths, content.refundDue) = (3, try day("2026-12-17"))
    return content
  }

  /// The paper by the templates compiled in.
  static func paper(_ content: PaperContent, isDraft: Bool = false) throws -> Composition {
    try PaperTemplates().composition(content.paper, content.fill, isDraft: isDraft)
  }

  static func text(_ content: PaperContent) throws -> String { try paper(content).text }

  private static func day(_ iso: String) throws -> Day {
    guard let day = Day(iso) else { throw NoDay(text: iso) }
    return day
  }

  private struct NoDay: Error {
    let text: String
  }
}
