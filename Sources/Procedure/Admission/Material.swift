import Criteria
import Foundation

/// Copies of one kind of material that came in (M6).
public struct CopyCount: Codable, Sendable, Hashable {
  /// Electronic ones, on a USB stick.
  public var electronic: Int
  /// Bound ones, on paper.
  public var paper: Int

  /// So many copies.
  public init(electronic: Int, paper: Int) { (self.electronic, self.paper) = (electronic, paper) }
}

/// Something about the material that falls short, or that a person should look at (M1 to M6).
public enum MaterialFinding: Sendable, Hashable {
  case formIncomplete([FormGap])
  case missing(DocumentKind)
  case overLimit(DocumentKind, count: Int, limit: Int)
  case copiesShort(DocumentKind, CopyCount, paper: Int)
  /// Headings of annex B, or items of the criteria, that the text does not have.
  case sectionsMissing(DocumentKind, [String])
  /// Controlled organisations that the self-evaluation does not name.
  case notCovered([String])

  /// The rule that asks for it.
  public var rule: Rule {
    switch self {
    case .formIncomplete: .M1
    case .missing(let kind), .overLimit(let kind, _, _), .sectionsMissing(let kind, _): kind.rule
    case .copiesShort: .M6
    case .notCovered: .M3
    }
  }

  /// Whether the application cannot go on with it; the rest is for a person to weigh.
  public var isBlocking: Bool {
    switch self {
    case .sectionsMissing, .notCovered: false
    default: true
    }
  }
}

extension DocumentKind {
  /// The rule that asks for it.
  public var rule: Rule {
    switch self {
    case .applicationForm: .M1
    case .profile: .M2
    case .selfEvaluation: .M3
    case .workSummary: .M4
    case .evidence: .M5
    }
  }
}

extension DocumentKind: CodingKeyRepresentable {}

/// The headings of annex B that a profile has.
public enum ProfileSection: String, Sendable, CaseIterable {
  case environment = "B.1.1"
  case relations = "B.1.2"
  case competition = "B.2.1"
  case challenges = "B.2.2"
  case improvement = "B.2.3"
}

/// What falls short in a case's material (M1 to M6), blocking findings first.
public func materialFindings(
  of dossier: CaseState, parameters: Parameters, edition: Edition
) -> [MaterialFinding] {
  var blocking: [MaterialFinding] = []
  var soft: [MaterialFinding] = []
  let gaps = (dossier.admission.form ?? ApplicationForm()).missing
  if !gaps.isEmpty { blocking.append(.formIncomplete(gaps)) }
  for kind in DocumentKind.allCases {
    let documents = dossier.documents.filter { $0.kind == kind }
    // The form itself is typed in; a scan of it may lie beside it.
    if documents.isEmpty, kind != .applicationForm { blocking.append(.missing(kind)) }
    let count = documents.map(\.characters).reduce(0, +)
    let limit: Int? =
      kind == .profile
      ? parameters.profileLimit : kind == .selfEvaluation ? parameters.selfEvaluationLimit : nil
    if let limit, count > limit {
      blocking.append(.overLimit(kind, count: count, limit: limit))
    }
    let paper = kind == .evidence ? parameters.evidenceCopies : parameters.copies
    let copies = dossier.admission.copies[kind] ?? CopyCount(electronic: 0, paper: 0)
    if copies.electronic < 1 || copies.paper < paper {
      blocking.append(.copiesShort(kind, copies, paper: paper))
    }
    let wanted: [String]
    switch kind {
    case .profile: wanted = ProfileSection.allCases.map(\.rawValue)
    case .selfEvaluation: wanted = edition.items.map(\.id.description)
    default: wanted = []
    }
    let found = Set(documents.flatMap { $0.sections ?? [] })
    let missing = documents.isEmpty ? [] : wanted.filter { !found.contains($0) }
    if !missing.isEmpty { soft.append(.sectionsMissing(kind, missing)) }
    if kind == .selfEvaluation, !documents.isEmpty {
      let named = Set(documents.flatMap { $0.mentions ?? [] })
      let unnamed = dossier.application.controlled.filter { !$0.isBlank && !named.contains($0) }
      if !unnamed.isEmpty { soft.append(.notCovered(unnamed)) }
    }
  }
  return blocking + soft
}
