import Criteria
import Foundation

/// What a reviewer gives an item: a percentage, or an abstention with its reason.
public enum Mark: Codable, Sendable, Hashable {
  case percentage(Percentage)
  case abstained(reason: String)

  /// The percentage, where there is one.
  public var percentage: Percentage? {
    if case .percentage(let value) = self { value } else { nil }
  }
}

/// Whether a comment names a strength or an opportunity for improvement.
public enum CommentKind: String, Codable, Sendable, CaseIterable {
  case strength
  case opportunity
}

/// One thought on an item, factual and with its evidence (R3).
public struct Comment: Codable, Sendable, Hashable {
  public var kind: CommentKind
  /// Among the most important: ++ or −−.
  public var doubled: Bool
  /// The dimension it speaks of, where the reviewer tagged it.
  public var dimension: Criteria.Dimension?
  public var text: String
  /// Places in the material it rests on.
  public var evidence: [String]

  /// A comment; without doubling, tag and evidence unless given.
  public init(
    _ kind: CommentKind, _ text: String, doubled: Bool = false,
    dimension: Criteria.Dimension? = nil,
    evidence: [String] = []
  ) {
    self.kind = kind
    self.doubled = doubled
    self.dimension = dimension
    self.text = text
    self.evidence = evidence
  }
}

/// Whether a point verifies an important strength or clarifies something unclear.
public enum PointKind: String, Codable, Sendable, CaseIterable {
  case verify
  case clarify
}

/// Something to look into at the applicant's site (R3, S3).
public struct SitePoint: Codable, Sendable, Hashable {
  public var kind: PointKind
  public var text: String

  /// A point for the visit.
  public init(_ kind: PointKind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// What a reviewer records on one item.
public struct ItemReview: Codable, Sendable, Hashable {
  public var mark: Mark?
  /// Bands per dimension: evidence for the percentage, neither averaged nor weighted.
  public var bands: [Criteria.Dimension: Band]
  public var comments: [Comment]
  public var sitePoints: [SitePoint]

  /// An item not yet looked at, unless parts are given.
  public init(
    mark: Mark? = nil, bands: [Criteria.Dimension: Band] = [:], comments: [Comment] = [],
    sitePoints: [SitePoint] = []
  ) {
    self.mark = mark
    self.bands = bands
    self.comments = comments
    self.sitePoints = sitePoints
  }

  /// Whether the percentage lies outside the range of the bands chosen: a hint, never a block.
  public var leavesItsBands: Bool {
    guard let value = mark?.percentage?.value, let low = bands.values.map(\.range.lowerBound).min(),
      let high = bands.values.map(\.range.upperBound).max()
    else { return false }
    return value < low || value > high
  }
}

/// The answer to one of the three questions of an independent review (R3).
public enum Verdict: String, Codable, Sendable, CaseIterable {
  case yes
  case partly
  case no
}

/// The three questions of an independent review (R3).
public enum FindingKind: String, Codable, Sendable, CaseIterable {
  /// Are the basic conditions met?
  case conditions
  /// Is the material substantial and complete?
  case completeness
  /// Does it show the criteria practised in approach, deployment and results?
  case practice
}

/// An answer with its note.
public struct Finding: Codable, Sendable, Hashable {
  public var verdict: Verdict
  public var note: String

  /// An answer.
  public init(_ verdict: Verdict, note: String = "") {
    self.verdict = verdict
    self.note = note
  }
}

/// What stands on a sheet beside the items.
public struct SheetHead: Codable, Sendable, Hashable {
  /// The three findings of R3.
  public var findings: [FindingKind: Finding]
  /// Key factors taken from the profile.
  public var keyFactors: [String]
  /// The closing overall comment.
  public var overall: String
  /// Hours spent, whole.
  public var hours: Int?

  /// An empty head unless parts are given.
  public init(
    findings: [FindingKind: Finding] = [:], keyFactors: [String] = [], overall: String = "",
    hours: Int? = nil
  ) {
    self.findings = findings
    self.keyFactors = keyFactors
    self.overall = overall
    self.hours = hours
  }
}

/// An independent review of one application by one reviewer (R3).
public struct Sheet: Codable, Sendable, Hashable {
  public var head: SheetHead
  public var items: [ItemID: ItemReview]

  /// An empty sheet unless parts are given.
  public init(head: SheetHead = SheetHead(), items: [ItemID: ItemReview] = [:]) {
    self.head = head
    self.items = items
  }

  /// The percentages given, without abstentions.
  public var percentages: [ItemID: Percentage] { items.compactMapValues(\.mark?.percentage) }

  /// How many items carry a mark: the progress figure that others see.
  public var marked: Int { items.values.count { $0.mark != nil } }

  /// What stands between this sheet and handing in, in the order of the sheet (R3).
  public func missing(in edition: Edition) -> [SheetGap] {
    var gaps: [SheetGap] = []
    for item in edition.items {
      switch items[item.id]?.mark {
      case nil: gaps.append(.mark(item.id))
      case .abstained(let reason) where reason.isBlank: gaps.append(.abstentionReason(item.id))
      default: break
      }
    }
    for kind in FindingKind.allCases where head.findings[kind] == nil {
      gaps.append(.finding(kind))
    }
    return gaps
  }

  /// What a careful reviewer would look at once more; never a block.
  public func hints(in edition: Edition) -> [SheetHint] {
    var hints: [SheetHint] = []
    for item in edition.items {
      guard let review = items[item.id] else { continue }
      if review.mark?.percentage != nil, review.comments.isEmpty {
        hints.append(.noComment(item.id))
      }
      if review.leavesItsBands { hints.append(.outsideBands(item.id)) }
    }
    if head.overall.isBlank { hints.append(.noOverall) }
    return hints
  }
}

/// Something that must be there before a sheet can be handed in (R3).
public enum SheetGap: Codable, Sendable, Hashable {
  case mark(ItemID)
  case abstentionReason(ItemID)
  case finding(FindingKind)
}

/// Something a reviewer may want to look at again before handing in.
public enum SheetHint: Codable, Sendable, Hashable {
  case noComment(ItemID)
  case outsideBands(ItemID)
  case noOverall
}

extension String {
  /// Whether nothing but white space stands here.
  public var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension FindingKind: CodingKeyRepresentable {}
