import Criteria
import Foundation

/// How safely a total lies on its side of a line: 550 for the material, 620, 610, 600 on site.
///
/// For orientation in the consensus alone: a gate asks the settled score, never these figures.
public struct GateMargin: Hashable, Sendable {
  /// The total that remains without one reviewer's marks.
  public struct LeftOut: Hashable, Sendable {
    /// The reviewer whose marks are left out.
    public let reviewer: String
    /// The total of what is settled, and of the others' medians where nothing is; nil where an item
    /// then has neither.
    public let total: Fraction?
  }

  /// An item that alone could carry the total to the other side of the line.
  public struct Swing: Hashable, Sendable {
    /// The item with its weight.
    public let item: Marks.Weighted
    /// How many steps of 5 percentage points it takes at least: positive up, negative down.
    public let steps: Int

    /// So many steps of an item.
    public init(item: Marks.Weighted, steps: Int) {
      self.item = item
      self.steps = steps
    }
  }

  /// The line.
  public let line: Points
  /// The total of the items' medians; nil where an item has no mark.
  public let totalByMedian: Fraction?
  /// The total of the items' means; nil where an item has no mark.
  public let totalByMean: Fraction?
  /// For each reviewer, in their order, the total without their marks.
  public let leaveOneOut: [LeftOut]
  /// The items that alone could carry the total by median across, fewest steps first.
  public let swings: [Swing]

  /// The margins of an application's marks.
  ///
  /// - Parameter settled: What the panel settled, which stays whoever is left out.
  public init(_ marks: Marks, line: Points, settled: [ItemID: Percentage] = [:]) {
    self.line = line
    let medians = Self.percentages(of: marks, by: \.median)
    totalByMedian = Self.total(of: marks.items, medians)
    totalByMean = Self.total(of: marks.items, Self.percentages(of: marks, by: \.mean))
    leaveOneOut = marks.reviewers.map { reviewer in
      let others = Self.percentages(of: marks.without(reviewer), by: \.median)
      let standing = others.merging(settled.mapValues { Fraction($0.value) }) { $1 }
      return LeftOut(reviewer: reviewer, total: Self.total(of: marks.items, standing))
    }
    swings = Self.swings(of: medians, items: marks.items, line: line)
  }

  /// The total by median less the line: zero and above is over it.
  public var marginByMedian: Fraction? { totalByMedian.map { $0 - Fraction(line) } }

  /// The total by mean less the line: zero and above is over it.
  public var marginByMean: Fraction? { totalByMean.map { $0 - Fraction(line) } }

  /// The total of percentages, in points; nil where an item has none.
  public static func total(
    of items: [Marks.Weighted], _ percentages: [ItemID: Fraction]
  ) -> Fraction? {
    guard !items.isEmpty else { return nil }
    var sum = Fraction.zero
    for item in items {
      guard let percentage = percentages[item.id] else { return nil }
      sum = sum + percentage * Fraction(item.points, 100)
    }
    return sum
  }

  /// The items that alone could carry a total to the other side of a line.
  ///
  /// Steps are whole steps of 5 from where the item stands, within 0 and 100; fewest steps first,
  /// then by item number. Empty where an item has no percentage.
  public static func swings(
    of percentages: [ItemID: Fraction], items: [Marks.Weighted], line: Points
  ) -> [Swing] {
    guard let total = total(of: items, percentages) else { return [] }
    let margin = total - Fraction(line)
    let isOver = margin >= .zero
    return items.compactMap { item -> Swing? in
      guard let percentage = percentages[item.id] else { return nil }
      let room = isOver ? percentage : Fraction(100) - percentage
      let step = Fraction(item.points, 20)
      let most = room / Fraction(5)
      for steps in 1...20 where Fraction(steps) <= most {
        let moved = Fraction(steps) * step
        if isOver ? moved > margin : moved >= -margin {
          return Swing(item: item, steps: isOver ? -steps : steps)
        }
      }
      return nil
    }
    .sorted { a, b in
      let (x, y) = (abs(a.steps), abs(b.steps))
      return x == y ? a.item.id < b.item.id : x < y
    }
  }

  private static func percentages(
    of marks: Marks, by middle: KeyPath<ItemAgreement, Fraction?>
  ) -> [ItemID: Fraction] {
    var result: [ItemID: Fraction] = [:]
    for item in marks.items {
      let agreement = ItemAgreement(item: item, marks: marks.marks(for: item.id))
      result[item.id] = agreement[keyPath: middle]
    }
    return result
  }
}
