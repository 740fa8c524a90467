import Criteria
import Foundation

/// A calendar month, as «2021-03»: when the model was introduced.
public struct YearMonth: Codable, Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1900 to 2100.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int

  /// Reads «2021-03»; a single digit for the month, a dot or a slash are understood too.
  ///
  /// Nil where the text is no month.
  public init?(_ text: String) {
    let parts = text.precomposedStringWithCompatibilityMapping
      .split { "-./年月 ".contains($0) }.map { Int($0) }
    guard parts.count == 2, let year = parts[0], let month = parts[1],
      (1900...2100).contains(year), (1...12).contains(month)
    else { return nil }
    (self.year, self.month) = (year, month)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = YearMonth(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no month: \(text)")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// «2021-03».
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }

  /// Full months up to and with a day, on whichever day of this one they began.
  public func fullMonths(until day: Day) -> Int {
    let isMonthFull = day.adding(days: 1).day == 1
    return (day.year - year) * 12 + day.month - month - (isMonthFull ? 0 : 1)
  }

  public static func < (a: YearMonth, b: YearMonth) -> Bool {
    (a.year, a.month) < (b.year, b.month)
  }
}

/// What kind of organisation applies.
public enum OrganisationKind: String, Codable, Sendable, CaseIterable {
  case enterprise
  case school
  case hospital
  case otherInstitution
  /// Managed under, or by reference to, the civil-servant law: may not apply (E5).
  case publicBody

  /// Whether it has a rank in a trade (E2: schools and hospitals have none).
  public var hasTradeRank: Bool { self == .enterprise || self == .otherInstitution }
}

/// Size classes of the statistics.
public enum SizeClass: String, Codable, Sendable, CaseIterable {
  case large
  case medium
  case small
  case micro
}

/// What an applicant declares on the form, each for itself.
public enum Declaration: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// The form is complete and truthful (M1).
  case truthful
  /// Supports the line, keeps the laws, operates honestly (E1).
  case lawful
  /// Good credit record and public reputation (E1).
  case credit
  /// Main indicators of three years in front in trade or kind (E2).
  case inFront
  /// Inspections of quality and safety passed (E3).
  case inspections
  /// No major accident of quality, safety or environment (E3).
  case noAccident
  /// No major valid complaint (E3).
  case noComplaint
  /// Not on the serious-dishonesty list (E3).
  case notListed
  /// No other serious violation (E3).
  case noViolation

  /// The rule it belongs to.
  public var rule: Rule {
    switch self {
    case .truthful: .M1
    case .lawful, .credit: .E1
    case .inFront: .E2
    case .inspections, .noAccident, .noComplaint, .notListed, .noViolation: .E3
    }
  }
}

/// A controlled organisation of a group application (E6).
public struct ControlledOrganisation: Codable, Sendable, Hashable {
  public var name: String
  public var creditCode: String
  /// Whether it lies within the city (M5).
  public var isInCity: Bool
  /// What is declared for it; E1 to E3 count.
  public var declarations: [Declaration: Bool]
  /// When it introduced the model.
  public var modelSince: YearMonth?

  /// Reads what is there; the name alone must be.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      creditCode: try container.decodeIfPresent(String.self, forKey: .creditCode) ?? "",
      isInCity: try container.decodeIfPresent(Bool.self, forKey: .isInCity) ?? true,
      declarations: try container.decodeIfPresent(
        [Declaration: Bool].self, forKey: .declarations) ?? [:],
      modelSince: try container.decodeIfPresent(YearMonth.self, forKey: .modelSince))
  }

  /// A controlled organisation.
  public init(
    name: String, creditCode: String = "", isInCity: Bool = true,
    declarations: [Declaration: Bool] = [:], modelSince: YearMonth? = nil
  ) {
    (self.name, self.creditCode, self.isInCity) = (name, creditCode, isInCity)
    (self.declarations, self.modelSince) = (declarations, modelSince)
  }
}

/// The figures of one year.
public struct YearFigures: Codable, Sendable, Hashable {
  public var year: Int
  /// In 10,000 yuan.
  public var revenue: Amount?
  public var profit: Amount?
  public var tax: Amount?
  public var assets: Amount?
  /// In 10,000 yuan a head.
  public var productivity: Amount?
  /// In per cent.
  public var researchShare: Amount?
  /// Place in the city's trade.
  public var rank: Int?

  /// A year without figures yet.
  public init(
    year: Int, revenue: Amount? = nil, profit: Amount? = nil, tax: Amount? = nil,
    assets: Amount? = nil, productivity: Amount? = nil, researchShare: Amount? = nil,
    rank: Int? = nil
  ) {
    (self.year, self.revenue, self.profit, self.tax) = (year, revenue, profit, tax)
    (self.assets, self.productivity) = (assets, productivity)
    (self.researchShare, self.rank) = (researchShare, rank)
  }
}

/// What the application form says beyond the clear part of the `Application` (M1).
///
/// Sealed to the material room.
public struct ApplicationForm: Codable, Sendable, Hashable {
  public var kind: OrganisationKind
  public var address: String
  public var legalRepresentative: String
  public var qualityOfficer: String
  /// The number of the chief quality officer's appointment.
  public var appointment: String
  public var contact: String
  /// GB/T 4754.
  public var industryCode: String
  public var size: SizeClass?
  public var modelSince: YearMonth?
  /// The group's name where the application is a group's (E6).
  public var group: String
  public var controlled: [ControlledOrganisation]
  public var years: [YearFigures]
  public var systems: [String]
  public var awards: [String]
  /// Answers; what is missing was not answered.
  public var declarations: [Declaration: Bool]

  /// A form with what is known.
  public init(
    kind: OrganisationKind = .enterprise, address: String = "", legalRepresentative: String = "",
    qualityOfficer: String = "", appointment: String = "", contact: String = "",
    industryCode: String = "", size: SizeClass? = nil, modelSince: YearMonth? = nil,
    group: String = "", controlled: [ControlledOrganisation] = [], years: [YearFigures] = [],
    systems: [String] = [], awards: [String] = [], declarations: [Declaration: Bool] = [:]
  ) {
    (self.kind, self.address, self.legalRepresentative) = (kind, address, legalRepresentative)
    (self.qualityOfficer, self.appointment) = (qualityOfficer, appointment)
    (self.contact, self.industryCode, self.size) = (contact, industryCode, size)
    (self.modelSince, self.group, self.controlled) = (modelSince, group, controlled)
    (self.years, self.systems, self.awards) = (years, systems, awards)
    self.declarations = declarations
  }

  /// Reads what is there; everything may be left out, as a form that is not finished.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) throws -> String {
      try container.decodeIfPresent(String.self, forKey: key) ?? ""
    }
    func list<T: Decodable>(_ key: CodingKeys) throws -> [T] {
      try container.decodeIfPresent([T].self, forKey: key) ?? []
    }
    self.init(
      kind: try container.decodeIfPresent(OrganisationKind.self, forKey: .kind) ?? .enterprise,
      address: try text(.address), legalRepresentative: try text(.legalRepresentative),
      qualityOfficer: try text(.qualityOfficer), appointment: try text(.appointment),
      contact: try text(.contact), industryCode: try text(.industryCode),
      size: try container.decodeIfPresent(SizeClass.self, forKey: .size),
      modelSince: try container.decodeIfPresent(YearMonth.self, forKey: .modelSince),
      group: try text(.group), controlled: try list(.controlled), years: try list(.years),
      systems: try list(.systems), awards: try list(.awards),
      declarations: try container.decodeIfPresent(
        [Declaration: Bool].self, forKey: .declarations) ?? [:])
  }

  /// Fields that must be filled before the application goes to the district's check (M1).
  public var missing: [FormGap] {
    var gaps: [FormGap] = []
    if address.isBlank { gaps.append(.address) }
    if legalRepresentative.isBlank { gaps.append(.legalRepresentative) }
    if qualityOfficer.isBlank { gaps.append(.qualityOfficer) }
    if contact.isBlank { gaps.append(.contact) }
    if industryCode.isBlank { gaps.append(.industryCode) }
    if modelSince == nil { gaps.append(.modelSince) }
    if years.count < 3 { gaps.append(.years) }
    gaps += Declaration.allCases.filter { declarations[$0] == nil }.map(FormGap.declaration)
    return gaps
  }
}

/// A field of the form that is still empty.
public enum FormGap: Sendable, Hashable {
  case address
  case legalRepresentative
  case qualityOfficer
  case contact
  case industryCode
  case modelSince
  case years
  case declaration(Declaration)
}
