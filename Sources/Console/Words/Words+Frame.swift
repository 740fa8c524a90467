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
    static func yuan(_ amount: Int, _ day: Day) -> Phrase {
      Phrase("\(amount) 元，\(day)", "\(amount) yuan, \(day)")
    }
    static func report(_ year: Int) -> Phrase { Phrase("\(year) 年度报告", "report \(year)") }
    static let announced = Phrase("公告", "Announced")
  }
}
