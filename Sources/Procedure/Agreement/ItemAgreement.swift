import Criteria
import Foundation

/// How far the reviewers of one application agree on one item.
///
/// Exact throughout. What the marks at hand do not define is nil: the middle of no marks, the
/// spread of a single one.
public struct ItemAgreement: Hashable, Sendable {
  /// The item with its weight.
  public let item: Marks.Weighted
  /// The marks by reviewer.
  public let marks: [String: Percentage]
  /// The middle mark, or half the sum of the two in the middle, in percentage points.
  public let median: Fraction?
  /// The mean mark in percentage points.
  public let mean: Fraction?
  /// Highest less lowest mark in percentage points; nil below two marks.
  public let range: Int?
  /// The mean distance of the marks from their median (AD) in percentage points; nil below two
  /// marks.
  public let averageDeviation: Fraction?

  /// The lowest mark; nil where there is none.
  public let lowest: Percentage?
  /// The highest mark; nil where there is none.
  public let highest: Percentage?

  /// The agreement on an item; marks may be missing altogether.
  public init(item: Marks.Weighted, marks: [String: Percentage]) {
    self.item = item
    self.marks = marks
    let sorted = marks.values.sorted()
    lowest = sorted.first
    highest = sorted.last
    guard let low = sorted.first, let high = sorted.last else {
      (median, mean, range, averageDeviation) = (nil, nil, nil, nil)
      return
    }
    let count = sorted.count
    let middle = Fraction(sorted[(count - 1) / 2].value + sorted[count / 2].value, 2)
    median = middle
    mean = Fraction(sorted.reduce(0) { $0 + $1.value }, count)
    range = count < 2 ? nil : high.value - low.value
    averageDeviation =
      count < 2
      ? nil
      : sorted.reduce(.zero) { $0 + (Fraction($1.value) - middle).magnitude } / Fraction(count)
  }

  /// The range in points of the item; nil below two marks.
  public var pointsRange: Points? { range.map { Points(hundredths: $0 * item.points) } }

  /// How many bands lie between the lowest and the highest mark; nil where there is no mark.
  public var bandDistance: Int? {
    guard let lowest, let highest else { return nil }
    return lowest.band.distance(to: highest.band)
  }

  /// Whether the item needs a recorded discussion before it can be settled (R6).
  ///
  /// So it is where the range exceeds the threshold, in percentage points, or the lowest and the
  /// highest mark lie so many bands apart.
  public func isFlagged(threshold: Int, bandGap: Int = 2) -> Bool {
    guard let range, let bandDistance else { return false }
    return range > threshold || bandDistance >= bandGap
  }

  /// The agreement on every item, the widest range in points first, ties by item number.
  ///
  /// Items whose range is not defined come last.
  public static func ranked(_ marks: Marks) -> [ItemAgreement] {
    marks.items.map { ItemAgreement(item: $0, marks: marks.marks(for: $0.id)) }
      .sorted { a, b in
        switch (a.pointsRange, b.pointsRange) {
        case (let x?, let y?) where x != y: x > y
        case (.some, nil): true
        case (nil, .some): false
        default: a.item.id < b.item.id
        }
      }
  }
}
