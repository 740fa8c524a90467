import Criteria
import Foundation

/// The marks of several reviewers for one application, some of which may be missing.
public struct Marks: Hashable, Sendable {
  /// An item with its weight.
  public struct Weighted: Hashable, Sendable {
    /// The item's number.
    public let id: ItemID
    /// The item's points at 100 %, whole points.
    public let points: Int

    /// An item with its weight.
    public init(id: ItemID, points: Int) {
      self.id = id
      self.points = points
    }
  }

  /// The items, in the order of their numbers.
  public let items: [Weighted]
  /// The reviewers, each once, in the order given.
  public let reviewers: [String]

  private let marks: [ItemID: [String: Percentage]]

  /// The marks of these reviewers for these items; marks of others are left aside.
  public init(
    items: [Weighted], reviewers: [String], marks: [ItemID: [String: Percentage]]
  ) {
    var seen: Set<String> = []
    self.items = items.sorted { $0.id < $1.id }
    self.reviewers = reviewers.filter { seen.insert($0).inserted }
    self.marks = marks.mapValues { row in row.filter { seen.contains($0.key) } }
  }

  /// The marks of these reviewers for the items of an edition.
  public init(edition: Edition, reviewers: [String], marks: [ItemID: [String: Percentage]]) {
    self.init(
      items: edition.items.map { Weighted(id: $0.id, points: $0.points) }, reviewers: reviewers,
      marks: marks)
  }

  /// The mark of a reviewer for an item, or nil where there is none.
  public func mark(_ item: ItemID, by reviewer: String) -> Percentage? { marks[item]?[reviewer] }

  /// All marks for an item by reviewer.
  public func marks(for item: ItemID) -> [String: Percentage] { marks[item] ?? [:] }

  /// All marks of a reviewer by item, for a scorecard.
  public func sheet(of reviewer: String) -> [ItemID: Percentage] {
    marks.compactMapValues { $0[reviewer] }
  }

  /// The same marks without those of one reviewer.
  public func without(_ reviewer: String) -> Marks {
    Marks(items: items, reviewers: reviewers.filter { $0 != reviewer }, marks: marks)
  }
}
