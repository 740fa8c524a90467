import Criteria
import Procedure

/// A paper that the procedure asks for, or that a panel works with.
public enum Paper: String, Codable, Sendable, CaseIterable {
  /// The list of the qualified, on notice (Q3).
  case noticeQualification
  /// The list of those that enter on-site review, on notice (R8).
  case noticeOnSite
  /// The proposed list, on notice (P2).
  case noticeProposal
  /// The list as approved, published (P4).
  case noticeFinal
  /// To a department that is asked about lawful operation and credit (Q2).
  case letterInquiry
  /// To the departments whose opinions on the proposed list are asked for (P1).
  case letterOpinion
  /// To an applicant that is not qualified, and its recommender (Q3).
  case letterNotQualified
  /// To an applicant that does not enter on-site review, and its recommender (R9).
  case letterNotEntered
  /// To somebody who objected: what the check found (P3).
  case letterObjection
  /// To an organisation that loses its place, late with a report (C3) or revoked (C4).
  case letterRevoked
  /// To the public: a place revoked (C4).
  case announcement
  /// An independent review as it was handed in (R3).
  case reviewSheet
  /// The same, blank, for a reviewer to write by hand (R3).
  case blankSheet
  /// The minutes of a panel's consensus session (R6).
  case consensusRecord
  /// The report on an application's material (R6).
  case materialReport
  /// Who looks into what, when and where on site (S2).
  case visitPlan
  /// The agenda of a visit (S2).
  case visitAgenda
  /// Who was at a meeting on site, to be signed (S2).
  case attendanceSheet
  /// The checklist with what was found, or to write on (S3).
  case visitRecord
  /// The report on a visit, before and after (S4, S5).
  case visitReport
  /// What the applicant is told: strengths and opportunities, no marks, no names (S5).
  case feedbackReport
  /// What somebody who reviews promises (R5).
  case pledge
  /// What one side says of the other after a visit (V3).
  case mutualAssessment
  /// A report or complaint as it came in (V3).
  case complaintRecord
  /// What an investigation came to (V3, V4).
  case complaintReport
  /// The minutes of a meeting (R7, S6, P4).
  case meetingMinutes
  /// What a district recommends (Q1).
  case recommendation
  /// What was received of an application (M6).
  case materialReceipt
  /// The scores of a year side by side, also as a workbook (R6, R7).
  case scoreTable
  /// A case whole: the list of its papers, and the papers (V5).
  case caseFile

  /// What the paper is called, in its heading and in a list of papers.
  public var title: Bilingual {
    switch self {
    case .noticeQualification:
      Bilingual(zh: "资格审查合格组织名单公示", en: "Notice of the organisations qualified")
    case .noticeOnSite:
      Bilingual(zh: "进入现场评审组织名单公示", en: "Notice of the organisations entering on-site review")
    case .noticeProposal:
      Bilingual(zh: "拟纳入培育组织名单公示", en: "Notice of the proposed list")
    case .noticeFinal:
      Bilingual(zh: "纳入培育组织名单公告", en: "Publication of the final list")
    case .letterInquiry:
      Bilingual(zh: "关于征询申报组织守法经营和信用情况的函", en: "Letter: lawful operation and credit asked")
    case .letterOpinion:
      Bilingual(zh: "关于征求拟纳入培育组织建议名单意见的函", en: "Letter: opinions on the proposed list")
    case .letterNotQualified:
      Bilingual(zh: "资格不符告知书", en: "Letter: not qualified")
    case .letterNotEntered:
      Bilingual(zh: "材料评审情况告知书", en: "Letter: not entering on-site review")
    case .letterObjection:
      Bilingual(zh: "异议核查结果告知书", en: "Letter: objection answered")
    case .letterRevoked:
      Bilingual(zh: "取消培育资格告知书", en: "Letter: place lost or revoked")
    case .announcement:
      Bilingual(zh: "撤销培育资格公告", en: "Announcement of a revocation")
    case .reviewSheet: Bilingual(zh: "独立评审表", en: "Independent review")
    case .blankSheet: Bilingual(zh: "独立评审表（空白）", en: "Independent review, blank")
    case .consensusRecord: Bilingual(zh: "合议记录", en: "Minutes of the consensus")
    case .materialReport: Bilingual(zh: "材料评审报告", en: "Report on the material")
    case .visitPlan: Bilingual(zh: "现场评审计划", en: "Plan of the visit")
    case .visitAgenda: Bilingual(zh: "现场评审日程表", en: "Agenda of the visit")
    case .attendanceSheet: Bilingual(zh: "现场评审签到表", en: "Attendance on site")
    case .visitRecord: Bilingual(zh: "现场核查记录表", en: "Record of the checks")
    case .visitReport: Bilingual(zh: "现场评审报告", en: "Report on the visit")
    case .feedbackReport: Bilingual(zh: "反馈报告", en: "Feedback report")
    case .pledge: Bilingual(zh: "评审人员承诺书", en: "Pledge of a reviewer")
    case .mutualAssessment: Bilingual(zh: "评审互评表", en: "Mutual assessment")
    case .complaintRecord: Bilingual(zh: "投诉举报登记表", en: "Complaint as lodged")
    case .complaintReport: Bilingual(zh: "投诉举报查处报告", en: "Report on a complaint")
    case .meetingMinutes: Bilingual(zh: "会议纪要", en: "Minutes of a meeting")
    case .recommendation: Bilingual(zh: "推荐汇总表", en: "Recommended applications")
    case .materialReceipt: Bilingual(zh: "申报材料接收单", en: "Receipt for the material")
    case .scoreTable: Bilingual(zh: "评分汇总表", en: "Table of scores")
    case .caseFile: Bilingual(zh: "卷宗", en: "Case file")
    }
  }

  /// The rules that ask for the paper; a letter of a lost place has two, of which one applies.
  public var rules: [Rule] {
    switch self {
    case .noticeQualification, .letterNotQualified: [.Q3]
    case .letterInquiry: [.Q2]
    case .letterOpinion: [.P1]
    case .noticeOnSite: [.R8]
    case .noticeProposal: [.P2]
    case .noticeFinal: [.P4]
    case .letterNotEntered: [.R9]
    case .letterObjection: [.P3]
    case .letterRevoked: [.C3, .C4]
    case .announcement: [.C4]
    case .reviewSheet, .blankSheet: [.R3]
    case .consensusRecord, .materialReport: [.R6]
    case .visitPlan, .visitAgenda, .attendanceSheet: [.S2]
    case .visitRecord: [.S3]
    case .visitReport: [.S4]
    case .feedbackReport: [.S5]
    case .pledge: [.R5]
    case .mutualAssessment, .complaintRecord, .complaintReport: [.V3]
    case .meetingMinutes: [.R7, .S6, .P4]
    case .recommendation: [.Q1]
    case .materialReceipt: [.M6]
    case .scoreTable: [.R6, .R7]
    case .caseFile: [.V5]
    }
  }

  /// The rule that asks for the paper with what it says.
  func rule(_ content: PaperContent) -> Rule? {
    let isOfPlace = self == .letterRevoked || self == .announcement
    return content.isFraud && isOfPlace ? .V4 : content.isLapsed ? rules.first : rules.last
  }

  /// Whether it goes out under a number or for signature: what was printed fair is kept.
  public var isKept: Bool {
    switch self {
    case .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterInquiry,
      .letterOpinion, .letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked,
      .announcement, .reviewSheet, .consensusRecord, .materialReport, .visitRecord, .visitReport,
      .feedbackReport, .complaintRecord, .complaintReport, .recommendation, .materialReceipt,
      .scoreTable, .meetingMinutes:
      true
    case .blankSheet, .visitPlan, .visitAgenda, .attendanceSheet, .pledge, .mutualAssessment,
      .caseFile:
      false
    }
  }

  /// Whether it goes out under a number of its own.
  public var hasNumber: Bool {
    switch self {
    case .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterInquiry,
      .letterOpinion, .letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked,
      .announcement, .feedbackReport:
      true
    case .reviewSheet, .blankSheet, .consensusRecord, .materialReport, .visitPlan, .visitAgenda,
      .attendanceSheet, .visitRecord, .visitReport, .pledge, .mutualAssessment, .complaintRecord,
      .complaintReport, .recommendation, .materialReceipt, .scoreTable, .caseFile, .meetingMinutes:
      false
    }
  }

  /// Every value and block that its template may name.
  public var sample: PaperFill {
    switch self {
    case .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterInquiry,
      .letterOpinion, .letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked,
      .announcement:
      PaperContent.sample.fill
    case .reviewSheet, .blankSheet: SheetContent.sample.fill
    case .consensusRecord, .materialReport: SessionContent.sample.fill
    case .visitPlan, .visitAgenda, .attendanceSheet, .visitRecord, .visitReport:
      VisitContent.sample.fill
    case .feedbackReport: FeedbackContent.sample.fill
    case .pledge: PledgeContent.sample.fill
    case .mutualAssessment: AssessmentContent.sample.fill
    case .complaintRecord, .complaintReport: ComplaintContent.sample.fill
    case .meetingMinutes: MinutesContent.sample.fill
    case .recommendation: RecommendationContent.sample.fill
    case .materialReceipt: ReceiptContent.sample.fill
    case .scoreTable: ScoreTable.sample.fill
    case .caseFile: FolderContent.sample.fill
    }
  }

  /// The template compiled in, for a bureau to start its own from.
  public var defaultTemplate: String {
    let bytes =
      switch self {
      case .noticeQualification: PackageResources.noticeQualification_mustache
      case .noticeOnSite: PackageResources.noticeOnSite_mustache
      case .noticeProposal: PackageResources.noticeProposal_mustache
      case .noticeFinal: PackageResources.noticeFinal_mustache
      case .letterInquiry: PackageResources.letterInquiry_mustache
      case .letterOpinion: PackageResources.letterOpinion_mustache
      case .letterNotQualified: PackageResources.letterNotQualified_mustache
      case .letterNotEntered: PackageResources.letterNotEntered_mustache
      case .letterObjection: PackageResources.letterObjection_mustache
      case .letterRevoked: PackageResources.letterRevoked_mustache
      case .announcement: PackageResources.announcement_mustache
      case .reviewSheet: PackageResources.reviewSheet_mustache
      case .blankSheet: PackageResources.blankSheet_mustache
      case .consensusRecord: PackageResources.consensusRecord_mustache
      case .materialReport: PackageResources.materialReport_mustache
      case .visitPlan: PackageResources.visitPlan_mustache
      case .visitAgenda: PackageResources.visitAgenda_mustache
      case .attendanceSheet: PackageResources.attendanceSheet_mustache
      case .visitRecord: PackageResources.visitRecord_mustache
      case .visitReport: PackageResources.visitReport_mustache
      case .feedbackReport: PackageResources.feedbackReport_mustache
      case .pledge: PackageResources.pledge_mustache
      case .mutualAssessment: PackageResources.mutualAssessment_mustache
      case .complaintRecord: PackageResources.complaintRecord_mustache
      case .complaintReport: PackageResources.complaintReport_mustache
      case .meetingMinutes: PackageResources.meetingMinutes_mustache
      case .recommendation: PackageResources.recommendation_mustache
      case .materialReceipt: PackageResources.materialReceipt_mustache
      case .scoreTable: PackageResources.scoreTable_mustache
      case .caseFile: PackageResources.caseFile_mustache
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
