import Criteria
import Foundation
import Procedure

/// Words that stand on many screens.
extension Phrase {
  static let product = Phrase("评审台", "pingshen")
  static let back = Phrase("返回", "Back")
  static let cancel = Phrase("取消", "Cancel")
  static let confirm = Phrase("确认", "Confirm")
  static let help = Phrase("帮助", "Help")
  static let actions = Phrase("操作…", "Actions…")
  static let quit = Phrase("退出", "Quit")
  static let lock = Phrase("锁定", "Lock")
  static let find = Phrase("查找", "Find")
  static let repaint = Phrase("重画屏幕", "Repaint")
  static let suspend = Phrase("挂起", "Suspend")
  static let mouse = Phrase("鼠标", "Mouse")
  static let none = Phrase("无", "none")
  static let reason = Phrase("理由", "Reason")
  static let submit = Phrase("提交", "Submit")
  static let arrows = Phrase.plain("↑↓")
  static let sideArrows = Phrase.plain("←→")
  static let lineIsHidden = Phrase("评分时不显示分数线", "no line is shown while one scores")
  static let space = Phrase("空格", "Space")

  static let unsaved = Phrase("● 未保存", "● unsaved")
  static func saved(_ at: Moment) -> Phrase {
    Phrase("✓ 已保存 \(at.clock)", "✓ saved \(at.clock)")
  }
  static func waitingForOthers(_ seconds: Int) -> Phrase {
    Phrase(
      "等待他人保存… \(seconds) 秒（Esc 放弃；已输入的不会丢）",
      "waiting for another to save… \(seconds) s (Esc gives up; nothing typed is lost)")
  }

  static func tooSmall(_ width: Int, _ height: Int) -> Phrase {
    Phrase("窗口太小，请放大到 \(width)×\(height)", "Window too small: \(width)×\(height) wanted")
  }

  /// A day with what is left of its term; with the year where it is not the present one.
  static func dueDay(
    _ day: Day, left: Int, lapse: Lapse? = nil, isProvisional: Bool, isThisYear: Bool = true
  ) -> Phrase {
    let date = isThisYear ? String(day.description.dropFirst(5)) : day.description
    switch lapse {
    case .missed: return Phrase("\(date)（已过期）", "\(date) (late)")
    case .over: return Phrase("\(date)（已期满）", "\(date) (over)")
    case nil: break
    }
    let mark = isProvisional ? Phrase("，暂定", ", provisional") : Phrase("", "")
    return Phrase(
      "\(date)（剩 \(left) 个工作日\(mark.zh)）", "\(date) (\(left) working days left\(mark.en))")
  }

  /// The words of a stage.
  static func stage(_ stage: Stage) -> Phrase {
    switch stage {
    case .registered: Phrase("申报", "Registered")
    case .districtCheck: Phrase("区县初审", "District check")
    case .qualification: Phrase("资格审查", "Qualification")
    case .qualificationNotice: Phrase("资格公示", "Qualification notice")
    case .independentReview: Phrase("独立评审", "Independent review")
    case .consensus: Phrase("合议", "Consensus")
    case .leadersMeeting: Phrase("组长会议", "Leaders' meeting")
    case .onSiteNotice: Phrase("现场公示", "On-site notice")
    case .onSiteReview: Phrase("现场评审", "On-site review")
    case .settlement: Phrase("市局合议", "Settlement")
    case .opinions: Phrase("征求意见", "Opinions")
    case .proposalNotice: Phrase("拟纳入公示", "Proposal notice")
    case .approval: Phrase("审定", "Approval")
    case .cultivation: Phrase("培育", "Cultivation")
    case .returned: Phrase("退回", "Returned")
    case .notQualified: Phrase("资格不符", "Not qualified")
    case .notEntered: Phrase("未进入现场", "Not entered")
    case .notProposed: Phrase("未列入名单", "Not proposed")
    case .terminated: Phrase("终止", "Terminated")
    case .revoked: Phrase("取消资格", "Revoked")
    }
  }

  /// The words of a role.
  static func role(_ role: Role) -> Phrase {
    switch role {
    case .secretariat: Phrase("秘书处", "Secretariat")
    case .districtOfficer: Phrase("区县局", "District officer")
    case .expert: Phrase("评审专家", "Expert")
    case .supervisor: Phrase("监督组", "Supervisor")
    }
  }

  /// The words of what waits.
  static func duty(_ duty: DutyKind) -> Phrase {
    switch duty {
    case .submit: Phrase("待提交", "to hand in")
    case .recommend: Phrase("待区县初审", "district check")
    case .qualify: Phrase("待资格审查", "to qualify")
    case .publishNotice: Phrase("待公示", "notice to publish")
    case .closeNotice: Phrase("公示中", "on notice")
    case .answerObjection: Phrase("异议待答复", "objection to answer")
    case .sendLetter: Phrase("待发函", "letter to send")
    case .reportToMeeting: Phrase("待汇报", "to report")
    case .decideEntry: Phrase("待组长会议", "leaders' meeting")
    case .decideProposal: Phrase("待市局合议", "to settle")
    case .askOpinions: Phrase("待征求意见", "opinions to ask")
    case .approve: Phrase("待审定", "to approve")
    case .publishList: Phrase("待公布", "to publish")
    case .payGrant: Phrase("待发资助", "grant to pay")
    case .report: Phrase("待年度报告", "yearly report")
    case .announceLoss: Phrase("待公告", "to announce")
    case .refund: Phrase("待退资助", "refund")
    case .assess: Phrase("待互评", "to assess")
    case .assignPanel: Phrase("待分配评审组", "panel to assign")
    case .declare: Phrase("待签回避声明", "declaration to sign")
    case .designate: Phrase("待指定评审员", "reviewers to designate")
    case .review: Phrase("待评审", "to review")
    case .askOpening: Phrase("待申请启封", "opening to ask for")
    case .release: Phrase("待秘书处启封", "opening to release")
    case .openConsensus: Phrase("待开启合议", "consensus to open")
    case .consensus: Phrase("合议中", "in consensus")
    case .arrangeVisit: Phrase("待安排现场", "visit to arrange")
    case .visit: Phrase("现场评审", "on site")
    }
  }

  /// The words of a ground for stepping back (R5).
  static func ground(_ ground: InterestGround) -> Phrase {
    switch ground {
    case .employment: Phrase("任职（近 3 年）", "employment (last 3 years)")
    case .kinship: Phrase("亲属", "kinship")
    case .consultancy: Phrase("咨询、培训或认证服务", "consulting, training or certification")
    case .shareholding: Phrase("持股或其他经济利益", "shares or other economic interest")
    case .trading: Phrase("供应商或客户关系", "supplier or customer")
    case .competitor: Phrase("在竞争对手任职", "employed by a competitor")
    case .other: Phrase("其他可能影响公正", "other impairment of impartiality")
    }
  }

  /// The words of a dimension of the scoring guide.
  static func dimension(_ dimension: Criteria.Dimension) -> Phrase {
    switch dimension {
    case .approach: Phrase("方法", "Approach")
    case .deployment: Phrase("展开", "Deployment")
    case .learning: Phrase("学习", "Learning")
    case .integration, .resultsIntegration: Phrase("整合", "Integration")
    case .levels: Phrase("水平", "Levels")
    case .trends: Phrase("趋势", "Trends")
    case .comparisons: Phrase("对比", "Comparisons")
    }
  }

  /// The words of a kind of material.
  static func document(_ kind: DocumentKind) -> Phrase {
    switch kind {
    case .applicationForm: Phrase("申报表", "Application form")
    case .profile: Phrase("组织概述", "Profile")
    case .selfEvaluation: Phrase("自评报告", "Self-evaluation")
    case .workSummary: Phrase("工作总结", "Work summary")
    case .evidence: Phrase("证实性材料", "Evidence")
    }
  }

  /// The words of a mark of encouragement (E4).
  static func encouragement(_ mark: Encouragement) -> Phrase {
    switch mark {
    case .strategicEmerging: Phrase("战略性新兴产业", "strategic emerging industry")
    case .futureIndustry: Phrase("未来产业", "future industry")
    case .traditionalAdvantage: Phrase("传统优势产业", "traditional-advantage industry")
    case .growingSmall: Phrase("成长型中小企业", "growing small enterprise")
    case .brandMark: Phrase("品字标/浙江精品", "quality brand mark")
    }
  }

  /// The words of a sector exempt from the years of practice (E2).
  static func sector(_ sector: ExemptSector) -> Phrase {
    switch sector {
    case .digitalEconomy: Phrase("数字经济新兴产业", "digital economy")
    case .lifeHealth: Phrase("生命健康产业", "life and health")
    case .agriculture: Phrase("农业", "agriculture")
    }
  }
}
