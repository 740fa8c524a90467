import Criteria
import Foundation

/// What the secretariat and the lists know of an applicant in the clear: names, numbers, trade.
public struct Application: Codable, Sendable, Hashable {
  /// The application's number.
  public var id: CaseID
  /// The organisation's name.
  public var name: String
  /// Unified social credit code, as written on the form.
  public var creditCode: String
  /// District of registration, where the application comes in (M7).
  public var district: DistrictCode
  /// Trade, as shown in lists.
  public var industry: String
  /// Exempt from the years of practice (E2).
  public var exemptSector: ExemptSector?
  /// Marks of encouragement (E4): to see and filter by, never a condition.
  public var encouraged: [Encouragement]
  /// People employed.
  public var staff: Int?
  /// Year of foundation.
  public var founded: Int?
  /// Year in which the model was introduced (E2).
  public var modelSince: Int?
  /// Controlled organisations of a group application (E6).
  public var controlled: [String]

  /// An application with the fields that most have.
  public init(
    id: CaseID, name: String, creditCode: String = "", district: DistrictCode, industry: String,
    exemptSector: ExemptSector? = nil, encouraged: [Encouragement] = [], staff: Int? = nil,
    founded: Int? = nil, modelSince: Int? = nil, controlled: [String] = []
  ) {
    self.id = id
    self.name = name
    self.creditCode = creditCode
    self.district = district
    self.industry = industry
    self.exemptSector = exemptSector
    self.encouraged = encouraged
    self.staff = staff
    self.founded = founded
    self.modelSince = modelSince
    self.controlled = controlled
  }
}

/// Sectors exempt from the years of practice (E2).
public enum ExemptSector: String, Codable, Sendable, CaseIterable {
  case digitalEconomy
  case lifeHealth
  case agriculture
}

/// What the method encourages (E4).
public enum Encouragement: String, Codable, Sendable, CaseIterable {
  case strategicEmerging
  case futureIndustry
  case traditionalAdvantage
  case growingSmall
  case brandMark
}

/// Kinds of material (M1–M5).
public enum DocumentKind: String, Codable, Sendable, CaseIterable {
  case applicationForm
  case profile
  case selfEvaluation
  case workSummary
  case evidence
}
