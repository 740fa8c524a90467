import Criteria
import Foundation
import Procedure

/// One applicant, 23 items, five reviewers, one mark missing: the reference panel.
enum PanelFive {
  static let reviewers = ["A", "B", "C", "D", "E"]

  static let rows: [ItemID: [Int?]] = [
    "4.1.2": [60, 65, 55, 60, 70],
    "4.1.3": [55, 60, 55, 50, 60],
    "4.1.4": [60, 60, 50, 55, 65],
    "4.2.2": [55, 60, 50, 55, 60],
    "4.2.3": [50, 60, 45, 55, 60],
    "4.3.2": [60, 65, 55, 55, 65],
    "4.3.3": [55, 65, 50, 55, 70],
    "4.4.2": [55, 60, 50, 55, 60],
    "4.4.3": [50, 55, 50, 45, 60],
    "4.4.4": [60, 60, 25, 55, 65],
    "4.4.5": [65, 70, 60, 60, 70],
    "4.4.6": [55, 60, 55, 60, 60],
    "4.4.7": [50, 60, 45, 50, 60],
    "4.5.2": [60, 60, 50, 55, 65],
    "4.5.3": [55, 60, 50, 50, 65],
    "4.6.2": [50, 55, 45, 50, 60],
    "4.6.3": [55, 65, 50, 50, 60],
    "4.7.2": [60, 65, 55, 55, 65],
    "4.7.3": [55, 60, 50, 55, 65],
    "4.7.4": [50, 55, 40, 45, 85],
    "4.7.5": [50, 55, 45, 50, 60],
    "4.7.6": [55, 60, 50, 50, 60],
    "4.7.7": [50, nil, 45, 50, 55],
  ]

  static let marks = Marks(
    edition: .shipped, reviewers: reviewers, marks: rows.mapValues { named($0) })

  /// The marks of a row under the reviewers' names.
  static func named(_ row: [Int?]) -> [String: Percentage] {
    var result: [String: Percentage] = [:]
    for (reviewer, value) in zip(reviewers, row) {
      result[reviewer] = value.flatMap(Percentage.init)
    }
    return result
  }
}
