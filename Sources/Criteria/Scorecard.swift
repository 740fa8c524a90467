import Foundation

/// The points that a set of percentages gives, item by item, by category and in all.
///
/// A sheet with an item left out has no total: what is missing is said, never counted as zero.
public struct Scorecard: Hashable, Sendable {
  /// An item's line.
  public struct Line: Hashable, Sendable {
    /// The item.
    public let item: Item
    /// The percentage, or nil where the item has none.
    public let percentage: Percentage?
    /// The score, or nil where the item has none.
    public var points: Points? { percentage.map(item.score) }
  }

  /// A category's sum.
  public struct CategorySum: Hashable, Sendable {
    /// The category.
    public let category: Category
    /// The points of the items that have a percentage.
    public let scored: Points
    /// The points at 100 % of the items that have a percentage, whole points.
    public let possible: Int
    /// Whether every item of the category has a percentage.
    public var isComplete: Bool { possible == category.points }
  }

  /// The lines of all items, in the edition's order.
  public let lines: [Line]
  /// The sums of all categories, in the edition's order.
  public let categories: [CategorySum]
  /// The points of the items that have a percentage.
  public let scored: Points
  /// The points at 100 % of the items that have a percentage, whole points: "574.75 of 950".
  public let possible: Int
  /// The items without a percentage, in the edition's order.
  public let missing: [ItemID]

  private let places: [ItemID: Int]

  /// Adds up; percentages of numbers that the edition does not have are left aside.
  public init(_ percentages: [ItemID: Percentage], edition: Edition) {
    lines = edition.items.map { Line(item: $0, percentage: percentages[$0.id]) }
    categories = edition.categories.map { category in
      let settled = category.items.filter { percentages[$0.id] != nil }
      return CategorySum(
        category: category,
        scored: settled.reduce(.zero) { sum, item in
          sum + (percentages[item.id].map(item.score) ?? .zero)
        },
        possible: settled.reduce(0) { $0 + $1.points })
    }
    scored = categories.reduce(.zero) { $0 + $1.scored }
    possible = categories.reduce(0) { $0 + $1.possible }
    missing = lines.filter { $0.percentage == nil }.map(\.item.id)
    places = Dictionary(
      uniqueKeysWithValues: lines.enumerated().map { ($1.item.id, $0) })
  }

  /// Whether every item has a percentage.
  public var isComplete: Bool { missing.isEmpty }

  /// The total, or nil where an item has no percentage.
  public var total: Points? { isComplete ? scored : nil }

  /// The score of an item, or nil where it has none.
  public func points(of id: ItemID) -> Points? { places[id].flatMap { lines[$0].points } }
}
