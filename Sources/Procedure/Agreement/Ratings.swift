import Criteria
import Foundation

/// A table of figures, units by raters, with cells that may be missing.
///
/// Units are items within one application, or applications across a cycle.
public struct Ratings: Hashable, Sendable {
  /// The raters, one for each column.
  public let raters: [String]
  /// The units, each with a cell for every rater; nil where missing.
  public let rows: [[Double?]]

  /// A table of rows as wide as there are raters; what is not a finite number counts as missing.
  public init(raters: [String], rows: [[Double?]]) {
    precondition(rows.allSatisfy { $0.count == raters.count }, "a cell for every rater")
    self.raters = raters
    self.rows = rows.map { row in
      row.map { cell in
        guard let cell, cell.isFinite else { return nil }
        return cell
      }
    }
  }

  /// A table from the figures of each unit by rater.
  public init(raters: [String], units: [[String: Double]]) {
    self.init(raters: raters, rows: units.map { unit in raters.map { unit[$0] } })
  }

  /// The marks of one application as percentages, a unit for every item.
  public init(_ marks: Marks) {
    self.init(
      raters: marks.reviewers,
      rows: marks.items.map { item in
        marks.reviewers.map { reviewer in
          marks.mark(item.id, by: reviewer).map { Double($0.value) }
        }
      })
  }

  /// The units in which no cell is missing.
  var completeRows: [[Double]] {
    rows.compactMap { row in
      let cells = row.compactMap(\.self)
      return cells.count == raters.count ? cells : nil
    }
  }

  /// Whether all figures at hand are one and the same, or there are none.
  var isConstant: Bool {
    let cells = rows.joined().compactMap(\.self)
    return cells.allSatisfy { $0 == cells.first }
  }
}
