import Foundation

/// Where an application stands, from registration to cultivation, in the order of the method.
public enum Stage: String, Codable, Sendable, CaseIterable, Comparable {
  /// 申报: entered.
  case registered
  /// 区县初审 (Q1).
  case districtCheck
  /// 资格审查 (Q2, Q3).
  case qualification
  /// 资格公示 (Q3).
  case qualificationNotice
  /// 独立评审 (R2–R5).
  case independentReview
  /// 合议 (R6).
  case consensus
  /// 组长会议 (R7).
  case leadersMeeting
  /// 现场名单公示 (R8).
  case onSiteNotice
  /// 现场评审 (S1–S5).
  case onSiteReview
  /// 市局合议 (S6).
  case settlement
  /// 征求意见 (P1).
  case opinions
  /// 拟纳入公示 (P2, P3).
  case proposalNotice
  /// 审定 (P4).
  case approval
  /// 培育 (C1–C4).
  case cultivation
  /// 退回: by the district (Q1).
  case returned
  /// 资格不符 (Q3).
  case notQualified
  /// 未进入现场 (R9).
  case notEntered
  /// 未列入建议名单 (S6).
  case notProposed
  /// 终止: ended, for fraud among others (V4).
  case terminated
  /// 取消: place lost or revoked (C3, C4).
  case revoked

  /// Whether nothing follows.
  public var isEnd: Bool {
    switch self {
    case .returned, .notQualified, .notEntered, .notProposed, .terminated, .revoked: true
    default: false
    }
  }

  /// Whether a notice runs, after which the next stage begins.
  public var isNotice: Bool { NoticeKind.allCases.contains { $0.stage == self } }

  public static func < (a: Stage, b: Stage) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}
