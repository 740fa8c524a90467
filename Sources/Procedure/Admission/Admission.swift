import Foundation

/// A change that an applicant under review must report (M8).
public struct ChangeReport: Codable, Sendable, Hashable {
  /// What changed.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case rename
    case merger
    case restructuring
    /// A fact under E3.
    case condition
  }

  public var kind: Kind
  /// The day it happened.
  public var occurred: Day
  /// The day the report came in.
  public var reported: Day
  public var text: String

  /// A report.
  public init(kind: Kind, occurred: Day, reported: Day, text: String) {
    (self.kind, self.occurred, self.reported, self.text) = (kind, occurred, reported, text)
  }
}

/// What an inquiry to a department is for.
public enum InquiryPurpose: String, Codable, Sendable, CaseIterable {
  /// Lawful operation and credit (Q2).
  case qualification
  /// Opinions on the proposed list and its material (P1).
  case opinion
}

/// A question to a department, and its answer (Q2, P1).
public struct Inquiry: Codable, Sendable, Hashable {
  public var department: String
  public var question: String
  /// The answer, once it came.
  public var answer: String?
  /// Whether the answer speaks against the applicant.
  public var isAdverse: Bool

  /// A question.
  public init(department: String, question: String) {
    (self.department, self.question) = (department, question)
    (answer, isAdverse) = (nil, false)
  }
}

/// What everybody may know of an inquiry: that it is there.
public struct InquiryRecord: Sendable, Hashable {
  public var purpose: InquiryPurpose
  /// The day on which it was sent, and that on which its answer came in.
  public var asked: Day
  public var answered: Day?
  /// The number of its letter, where it has one.
  public var number: String?
  /// The running number in the case, 1 for the first, for people to see.
  public let ordinal: Int
  /// Whether what it asks was recorded with it; without that there is no inquiry.
  var isRecorded = false
  /// What it says, where the reader may know it.
  public var content: Inquiry?
}

/// A person's decision on a condition (E1 to E6).
public struct ConditionDecision: Codable, Sendable, Hashable {
  public var isMet: Bool
  public var reason: String
  public var by: PersonID
  public var at: Moment
}

/// How an application came in and was qualified (E, M, Q).
public struct Admission: Sendable, Hashable {
  /// The form, where the reader may know it.
  public internal(set) var form: ApplicationForm?
  public internal(set) var copies: [DocumentKind: CopyCount] = [:]
  /// The day it went to the district's check; the material is frozen from then on.
  public internal(set) var submitted: Day?
  /// The day of the district's seal (Q1).
  public internal(set) var sealedOn: Day?
  public internal(set) var conditions: [Rule: ConditionDecision] = [:]
  public internal(set) var inquiries: [InquiryID: InquiryRecord] = [:]
  public internal(set) var changes: [ChangeReport] = []
  /// The city's decision (Q3), once made.
  public internal(set) var isQualified: Bool?

  /// The inquiries for a purpose, in the order in which they were sent.
  public func inquiries(for purpose: InquiryPurpose) -> [(id: InquiryID, record: InquiryRecord)] {
    inquiries.filter { $0.value.purpose == purpose && $0.value.isRecorded }
      .sorted { $0.value.ordinal < $1.value.ordinal }.map { ($0.key, $0.value) }
  }
}
