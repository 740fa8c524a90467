import Criteria
import Procedure

/// An official paper that the procedure asks for.
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
    }
  }

  /// The rule that asks for the paper with what it says.
  func rule(_ content: PaperContent) -> Rule? {
    let isOfPlace = self == .letterRevoked || self == .announcement
    return content.isFraud && isOfPlace ? .V4 : content.isLapsed ? rules.first : rules.last
  }

  /// Whether a fair copy goes out under a number.
  public var isNumbered: Bool {
    switch self {
    case .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterInquiry,
      .letterOpinion, .letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked,
      .announcement:
      true
    }
  }

  /// Whether it goes out under a number or for signature: what was printed fair is kept.
  public var isKept: Bool {
    switch self {
    case .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterInquiry,
      .letterOpinion, .letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked,
      .announcement:
      true
    }
  }

  /// Every value and block that its template may name.
  public var sample: PaperFill {
    switch self {
    case .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterInquiry,
      .letterOpinion, .letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked,
      .announcement:
      PaperContent.sample.fill
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
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
