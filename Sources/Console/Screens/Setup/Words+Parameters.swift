import Foundation
import Procedure

/// Words of the parameters.
extension Phrase.Setup {
  static let materialLine = Phrase("材料评审线（R7）", "Material line (R7)")
  static let tiers = Phrase("绩效层级分数线（S6）", "Tiers (S6)")
  static let spread = Phrase("须讨论的极差，超过（R6）", "Range to be discussed, above (R6)")
  static let panelSize = Phrase("材料评审组人数", "Material panel")
  static let onSitePanelSize = Phrase("现场评审组人数", "On-site panel")
  static let minimumReviews = Phrase("独立评审至少人数", "Reviews at least")
  static let profileLimit = Phrase("组织概述字数上限（M2）", "Profile at most (M2)")
  static let selfEvaluationLimit = Phrase("自评报告字数上限（M3）", "Self-evaluation at most (M3)")
  static let practice = Phrase("导入年限（E2）", "Years of practice (E2)")
  static let exempt = Phrase("年限豁免产业（E2）", "Exempt sectors (E2)")
  static let terms = Phrase("期限", "Terms")
  static let notices = Phrase("资格、现场、拟纳入公示", "Three public notices")
  static let objection = Phrase("异议核查（P3）", "Objections (P3)")
  static let changeReport = Phrase("变更报告（M8）", "Change report (M8)")
  static let reviewDays = Phrase("独立评审", "Independent review")
  static let annualReport = Phrase("年度自评报告截止（C3）", "Yearly report by (C3)")
  static let refund = Phrase("退还奖励（C4）", "Refund (C4)")
  static let cultivation = Phrase("培育期（C3）", "Cultivation (C3)")
  static let waits = Phrase("评审等待资格公示期满", "Review waits for the notice")
  static let firstDay = Phrase("公布当日计入期限（W）", "First day counts (W)")
  static let idle = Phrase("无操作自动锁屏", "Screen locks after")
  static let opinionBody = Phrase("征求意见单位（P1）", "Asked for opinions (P1)")
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

  static func safeguard(_ safeguard: Safeguard) -> Phrase {
    switch safeguard {
    case .recordedConflicts: Phrase("单位与咨询记录须回避（R5）", "Recorded conflicts (R5)")
    case .discussion: Phrase("分歧大先讨论再定分（R6）", "Discussion first (R6)")
    case .reasonOutsideRange: Phrase("超出评分范围写理由（R6）", "Reason outside range (R6)")
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
