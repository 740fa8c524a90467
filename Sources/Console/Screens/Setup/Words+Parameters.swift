import Foundation
import Procedure

/// Words of the parameters.
extension Phrase.Setup {
  static let terms = Phrase("期限", "Terms")
  static let safeguards = Phrase("本系统规则", "Rules of this system")
  static let yes = Phrase("✓ 是", "✓ yes")
  static let no = Phrase("– 否", "– no")

  static func districts(_ count: Int) -> Phrase { Phrase("区县 \(count)", "\(count) districts") }
  static func years(_ count: Int) -> Phrase { Phrase("\(count) 年", "\(count) years") }
  static func months(_ count: Int) -> Phrase { Phrase("\(count) 个月", "\(count) months") }
  static func minutes(_ count: Int) -> Phrase { Phrase("\(count) 分钟", "\(count) minutes") }
  static func workingDays(_ counts: String) -> Phrase {
    Phrase("\(counts) 个工作日", "\(counts) working days")
  }

  static func quorum(_ share: Share) -> Phrase {
    Phrase(
      "\(share.parts)/\(share.of)，组长或副组长须在内",
      "\(share.parts)/\(share.of), leader or deputy among them")
  }

  static func safeguard(_ safeguard: Safeguard) -> Phrase {
    switch safeguard {
    case .recordedConflicts: Phrase("单位与咨询记录须回避（R5）", "Recorded conflicts (R5)")
    case .discussion: Phrase("分歧大先讨论再定分（R6）", "Discussion first (R6)")
    case .reasonOutsideRange: Phrase("超出评分范围写理由（R6）", "Reason outside range (R6)")
    case .lineHidden: Phrase("评分时不显示分数线（R3、S4）", "Line hidden while scoring (R3, S4)")
    case .reasonForChange: Phrase("现场改分写理由（S4）", "Reason for a change (S4)")
    case .closingMeeting: Phrase("须开末次会议（S2）", "Closing meeting (S2)")
    case .reasonForReturn: Phrase("退回写理由（Q1）", "Reason for a return (Q1)")
    case .reasonForHoldingBack: Phrase("达线不进入写理由（R7）", "Reason for holding back (R7)")
    case .reasonForLeavingOut: Phrase("达线不列入写理由（S6）", "Reason for leaving out (S6)")
    case .objectionHolds: Phrase("异议未答复暂缓审定（P3）", "An objection holds (P3)")
    case .mutualAssessment: Phrase("现场后互评（V3）", "Mutual assessment (V3)")
    }
  }
}
