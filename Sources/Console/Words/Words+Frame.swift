import Criteria
import Foundation
import Procedure

/// Words of what is known of a case in the frame around its review.
extension Phrase {
  enum Frame {
    static let conditions = Phrase("申报条件（系统初判与人工判定）", "Conditions: finding and decision")
    static let completeness = Phrase("材料完整性", "Completeness")
    static let form = Phrase("申报表", "Application form")
    static let inquiries = Phrase("征询", "Inquiries")
    static let changes = Phrase("变更报告", "Change reports")
    static let notices = Phrase("公示与函件", "Notices and letters")
    static let objections = Phrase("异议", "Objections")
    static let decisions = Phrase("意见与决定", "Opinions and decisions")
    static let cultivation = Phrase("培育", "Cultivation")
    static let mark = Phrase("标记", "mark")
    static let decided = Phrase("  判定", "  decided")
    static let complete = Phrase("✓ 材料齐全", "✓ complete")
    static let notAnswered = Phrase("○ 未答复", "○ not answered")
    static func late(_ due: Day) -> Phrase { Phrase("✗ 超期（\(due)）", "✗ late (\(due))") }
    static let inTime = Phrase("✓ 按期", "✓ in time")
    static func closed(_ day: Day) -> Phrase { Phrase("✓ \(day) 结束", "✓ closed \(day)") }
    static let answerBy = Phrase("答复期限 ", "answer by ")
    static let grant = Phrase("资助", "Grant")
    static func yuan(_ amount: Amount, _ day: Day) -> Phrase {
      .yuan(amount) + Phrase("，\(day)", ", \(day)")
    }
    static func report(_ year: Int) -> Phrase { Phrase("\(year) 年度报告", "report \(year)") }
    static let announced = Phrase("公告", "Announced")
  }
}

/// Amounts of money.
extension Phrase {
  static let tenThousandYuan = Phrase(" 万元", " x 10,000 yuan")

  /// «200,000 元（20 万元）», «200,000.50 元（约 20 万元）».
  static func yuan(_ amount: Amount) -> Phrase {
    let yuan = Phrase("\(amount.grouped) 元", "\(amount.grouped) yuan")
    guard amount.hundredths.magnitude >= 1_000_000 else { return yuan }
    let (whole, rest) = amount.hundredths.quotientAndRemainder(dividingBy: 10_000)
    let rounded = Amount(hundredths: whole + (rest.magnitude >= 5_000 ? rest.signum() : 0))
    return yuan + Phrase("（\(rest == 0 ? "" : "约 ")\(rounded.grouped) 万元）", "")
  }

  static let yuanHelp = Phrase(
    "元，至多两位小数；可写 200,000.50、20万、20 万元", "in yuan, two decimals at most: 200,000.50")

  static func figureHelp(_ unit: TypedNumber.Unit) -> Phrase {
    switch unit {
    case .tenThousandYuan:
      Phrase("万元，至多两位小数；可写 3,010.5、1.5亿、30105000元", "in 10,000 yuan, such as 3,010.5")
    case .percent: Phrase("可写 7.1 或 7.1%", "such as 7.1 or 7.1%")
    case .one, .people, .year, .hours, .rank, .ordinal, .copies, .yuan: .plain("")
    }
  }
}
