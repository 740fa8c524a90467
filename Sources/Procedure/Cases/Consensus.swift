import Criteria
import Foundation

/// A comment as the panel leaves it, with everyone who contributed.
public struct MergedComment: Codable, Sendable, Hashable {
  public var comment: Comment
  /// Who wrote it or a comment merged into it.
  public var authors: [PersonID]
  /// Whether it goes into the report; what does not is kept in a list of its own.
  public var used: Bool

  /// A merged comment.
  public init(_ comment: Comment, authors: [PersonID], used: Bool) {
    self.comment = comment
    self.authors = authors
    self.used = used
  }
}

/// A point for the visit as the panel leaves it.
public struct MergedPoint: Codable, Sendable, Hashable {
  public var point: SitePoint
  public var authors: [PersonID]
  public var used: Bool

  /// A merged point.
  public init(_ point: SitePoint, authors: [PersonID], used: Bool) {
    self.point = point
    self.authors = authors
    self.used = used
  }
}

/// The comments and points of one item after the panel chose among them.
public struct Merge: Codable, Sendable, Hashable {
  public var comments: [MergedComment]
  public var points: [MergedPoint]

  /// A merge.
  public init(comments: [MergedComment] = [], points: [MergedPoint] = []) {
    self.comments = comments
    self.points = points
  }

  /// Everything that the sheets hold on an item, all of it used: where a panel begins.
  public init(of item: ItemID, from sheets: [PersonID: Sheet]) {
    self.init()
    for person in sheets.keys.sorted() {
      guard let review = sheets[person]?.items[item] else { continue }
      comments += review.comments.map { MergedComment($0, authors: [person], used: true) }
      points += review.sitePoints.map { MergedPoint($0, authors: [person], used: true) }
    }
    comments.sort { Self.order($0.comment) < Self.order($1.comment) }
  }

  /// Strengths before opportunities, the doubled first; equal ones keep their order.
  private static func order(_ comment: Comment) -> Int {
    (comment.kind == .strength ? 0 : 2) + (comment.doubled ? 0 : 1)
  }
}

/// The recorded discussion of an item (R6).
public struct Discussion: Codable, Sendable, Hashable {
  public var text: String
  public var by: PersonID
  public var at: Moment
}

/// An item settled by the leader (R6); a later one replaces it with a reason.
public struct Settlement: Codable, Sendable, Hashable {
  public var percentage: Percentage
  public var reason: String
  public var by: PersonID
  public var at: Moment
}

/// Somebody's disagreement with a settlement.
public struct Dissent: Codable, Sendable, Hashable {
  public var person: PersonID
  public var text: String
  public var at: Moment
}

/// A consensus session of a case (合议, R6).
public struct Consensus: Sendable, Hashable {
  /// 1 for the first session, one more after each reopening.
  public var revision: Int
  /// The range above which an item must be discussed, fixed at opening; percentage points.
  public var threshold: Int
  /// The sheets as they were handed in, by reviewer.
  public var sheets: [PersonID: Sheet]
  public var present: [PersonID]
  /// Why each absent member was absent.
  public var absences: [PersonID: String]
  /// Where the panel met; empty where nobody said so.
  public var place = ""
  public var discussions: [ItemID: [Discussion]]
  public var merges: [ItemID: Merge]
  public var settlements: [ItemID: [Settlement]]
  public var dissents: [ItemID: [Dissent]]
  /// The conclusion of the material review report, once finished.
  public var conclusion: String?

  /// A session just opened.
  public init(revision: Int = 1, threshold: Int) {
    self.revision = revision
    self.threshold = threshold
    (sheets, present, absences, discussions) = ([:], [], [:], [:])
    (merges, settlements, dissents) = ([:], [:], [:])
  }

  /// The settlement in force for an item.
  public func settled(_ item: ItemID) -> Settlement? { settlements[item]?.last }

  /// The percentages in force.
  public var percentages: [ItemID: Percentage] {
    settlements.compactMapValues { $0.last?.percentage }
  }

  /// All marks as the statistics want them; abstentions are missing.
  public func marks(in edition: Edition) -> Marks {
    var marks: [ItemID: [String: Percentage]] = [:]
    for (person, sheet) in sheets {
      for (item, value) in sheet.percentages { marks[item, default: [:]][person.rawValue] = value }
    }
    return Marks(edition: edition, reviewers: sheets.keys.sorted().map(\.rawValue), marks: marks)
  }

  /// The agreement on one item.
  public func agreement(on item: Item) -> ItemAgreement {
    var marks: [String: Percentage] = [:]
    for (person, sheet) in sheets { marks[person.rawValue] = sheet.percentages[item.id] }
    return ItemAgreement(item: .init(id: item.id, points: item.points), marks: marks)
  }

  /// What the panel left of an item's comments, or the sheets' own where nobody has touched them.
  public func merge(of item: ItemID) -> Merge { merges[item] ?? Merge(of: item, from: sheets) }
}
