import Criteria
import Foundation

/// A district or county as the procedure knows it.
public struct District: Codable, Sendable, Hashable {
  public var code: DistrictCode
  public var name: Bilingual
}

/// A tier of the list, by on-site score (S6).
public struct Tier: Codable, Sendable, Hashable {
  /// 1 for the highest.
  public var rank: Int
  /// The lowest total that reaches it.
  public var from: Points
}

/// A safeguard of the program's own, marked [ours] in the procedure; a bureau may switch it off.
public enum Safeguard: String, Codable, Sendable, CaseIterable {
  /// R5: recorded employers and consultancies block an assignment.
  case recordedConflicts
  /// R6: an item in dispute is discussed before it is settled.
  case discussion
  /// R6: a percentage outside the range of the reviews carries its reason.
  case reasonOutsideRange
  /// R3, S4: the line and the tiers are not shown to those who score.
  case lineHidden
  /// S4: a change from the material score carries its reason.
  case reasonForChange
  /// S2: the closing meeting is held before the visit is submitted.
  case closingMeeting
  /// Q1: what the district returns carries its reason.
  case reasonForReturn
  /// R7: one that reached the line and does not enter carries its reason.
  case reasonForHoldingBack
  /// S6: one that reached a tier and is left out carries its reason.
  case reasonForLeavingOut
  /// P3: an open objection holds back its organisation.
  case objectionHolds
  /// V3: each side assesses the other after a visit.
  case mutualAssessment
}

/// A part of a whole, as two thirds.
public struct Share: Codable, Sendable, Hashable {
  public var parts: Int
  public var of: Int

  /// So many parts of so many.
  public init(_ parts: Int, of: Int) { (self.parts, self.of) = (parts, of) }

  /// The least whole number that is not below the share of a number.
  public func count(of number: Int) -> Int { (number * parts + of - 1) / of }
}

/// What a consensus needed before there was a quorum to be fixed: two thirds (R6).
public enum TwoThirds: AddedDefault { public static let value = Share(2, of: 3) }

/// Before there was the question, nothing could be entered after the closing day; allowed from then
/// on (M7).
public enum LateEntryAllowed: AddedDefault { public static let value = true }

/// The years for which contents were kept before there was the question: the shortest for which the
/// records of public bodies are kept.
public enum TenYears: AddedDefault { public static let value = 10 }

/// A point of the checklist's template, per item (S3).
public struct TemplateCheck: Codable, Sendable, Hashable {
  public var item: ItemID
  public var method: CheckMethod
  public var text: Bilingual
}

/// What a city or province fixes for its procedure: data, not code.
public struct Parameters: Codable, Sendable, Hashable {
  public var id: String
  public var city: Bilingual
  public var edition: String
  /// The material score that enters on-site review (R7).
  public var materialLine: Points
  /// The tiers from the highest down (S6).
  public var tiers: [Tier]
  /// Lengths of the public notices, working days (Q3, R8, P2).
  public var qualificationNoticeDays: Int
  public var onSiteNoticeDays: Int
  public var proposalNoticeDays: Int
  /// Working days in which an objection is answered (P3).
  public var objectionDays: Int
  /// Working days in which a change is reported (M8).
  public var changeReportDays: Int
  /// Full years of practice (E2).
  public var yearsOfPractice: Int
  public var exemptSectors: [ExemptSector]
  /// Characters of the organisation profile and of the self-evaluation at most (M2, M3).
  public var profileLimit: Int
  public var selfEvaluationLimit: Int
  /// Bound copies of M1–M4 and of M5 (M6).
  public var copies: Int
  public var evidenceCopies: Int
  /// Whether what the district received in time may be entered after the closing day (M7).
  @Added<LateEntryAllowed> public var lateEntry: Bool
  /// Month and day of the yearly report, «MM-DD» (C3).
  public var annualReportDue: String
  /// Months for the refund (C4).
  public var refundMonths: Int
  /// Years of cultivation (C3).
  public var cultivationYears: Int
  /// The range above which an item is discussed, percentage points (R6).
  public var spreadLimit: Int
  /// Bands apart from which an item is discussed (R6).
  public var bandGap: Int
  /// The part of a panel that must be there for a consensus, its leader or deputy among them (R6).
  @Added<TwoThirds> public var quorum: Share
  /// Members of a material panel and of an on-site panel, fewest and most.
  public var panelSize: ClosedRange<Int>
  public var onSitePanelSize: ClosedRange<Int>
  /// Independent reviews of an application at least.
  public var minimumReviews: Int
  /// Working days for an independent review when the leader sets no other day.
  public var reviewDays: Int
  /// Whether material review waits for the end of the qualification notice.
  public var reviewWaitsForNotice: Bool
  /// Whether the day of publication or receipt counts as the first of a term (W).
  public var firstDayCounts: Bool
  /// The safeguards switched off.
  public var switchedOff: [Safeguard]
  /// Full years after the year of an application for which its contents are kept; what is on the list
  /// loses its drafts alone afterwards.
  @Added<TenYears> public var retentionYears: Int
  /// Minutes without a key after which the screen locks.
  public var idleMinutes: Int
  /// The body whose departments are asked for opinions (P1).
  public var opinionBody: Bilingual
  public var districts: [District]
  /// Departments that are asked about lawful operation and credit (Q2), to choose from.
  public var departments: [Bilingual]
  /// The bureau's own templates of notices and letters, by the paper's name; the rest is built in.
  public var letters: [String: String]
  public var checklist: [TemplateCheck]

  /// The parameters, by what their file and the log call them, in the order of the page 参数.
  ///
  /// The compiler asks for every field here; what it must be and its line on the page follow.
  public enum Name: String, CodingKey, CaseIterable, Sendable {
    case id, city, edition, materialLine, tiers, spreadLimit, bandGap, quorum
    case panelSize, onSitePanelSize
    case minimumReviews, profileLimit, selfEvaluationLimit, copies, evidenceCopies, lateEntry
    case yearsOfPractice, exemptSectors, qualificationNoticeDays, onSiteNoticeDays
    case proposalNoticeDays, objectionDays, changeReportDays, reviewDays, annualReportDue
    case refundMonths, cultivationYears, reviewWaitsForNotice, firstDayCounts, retentionYears,
      idleMinutes
    case opinionBody, switchedOff, districts, departments, letters, checklist
  }

  typealias CodingKeys = Name

  /// Whether a safeguard is in force.
  public func keeps(_ safeguard: Safeguard) -> Bool { !switchedOff.contains(safeguard) }

  /// The tier that an on-site total reaches, none below the lowest (S6).
  public func tier(of total: Points) -> Tier? { tiers.first { total >= $0.from } }

  /// The district with a code.
  public func district(_ code: DistrictCode) -> District? { districts.first { $0.code == code } }
}

extension Parameters.Name {
  /// What a parameter must be beside its type.
  var demand: Parameters.Demand {
    switch self {
    case .materialLine: .points(\.materialLine)
    case .spreadLimit: .number(\.spreadLimit, 1...100)
    case .bandGap: .number(\.bandGap, 1...10)
    case .panelSize: .span(\.panelSize, 1...100)
    case .onSitePanelSize: .span(\.onSitePanelSize, 1...100)
    case .minimumReviews: .number(\.minimumReviews, 1...100)
    case .profileLimit: .number(\.profileLimit, 1...10_000_000)
    case .selfEvaluationLimit: .number(\.selfEvaluationLimit, 1...10_000_000)
    case .copies: .number(\.copies, 1...100)
    case .evidenceCopies: .number(\.evidenceCopies, 1...100)
    case .yearsOfPractice: .number(\.yearsOfPractice, 0...50)
    case .qualificationNoticeDays: .number(\.qualificationNoticeDays, 1...250)
    case .onSiteNoticeDays: .number(\.onSiteNoticeDays, 1...250)
    case .proposalNoticeDays: .number(\.proposalNoticeDays, 1...250)
    case .objectionDays: .number(\.objectionDays, 1...250)
    case .changeReportDays: .number(\.changeReportDays, 1...250)
    case .reviewDays: .number(\.reviewDays, 1...250)
    case .refundMonths: .number(\.refundMonths, 1...120)
    case .cultivationYears: .number(\.cultivationYears, 1...50)
    case .retentionYears: .number(\.retentionYears, 1...100)
    case .idleMinutes: .number(\.idleMinutes, 1...1440)
    case .quorum: .own { $0.quorumFault }
    case .annualReportDue: .own { $0.reportDayFault }
    case .tiers: .own { $0.tierFault }
    case .districts: .own { $0.districtFault }
    case .edition: .own { $0.editionFault }
    case .checklist: .own { $0.checklistFault }
    case .id, .city, .exemptSectors, .lateEntry, .reviewWaitsForNotice, .firstDayCounts,
      .switchedOff,
      .opinionBody, .departments, .letters:
      .nothing
    }
  }
}
