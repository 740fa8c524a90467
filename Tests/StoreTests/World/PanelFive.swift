import Criteria
import Procedure

/// One applicant, 23 items, five reviewers, one mark missing: the reference panel (P5).
enum PanelFive {
  private static let rows: [ItemID: [Int?]] = [
    "4.1.2": [60, 65, 55, 60, 70], "4.1.3": [55, 60, 55, 50, 60], "4.1.4": [60, 60, 50, 55, 65],
    "4.2.2": [55, 60, 50, 55, 60], "4.2.3": [50, 60, 45, 55, 60], "4.3.2": [60, 65, 55, 55, 65],
    "4.3.3": [55, 65, 50, 55, 70], "4.4.2": [55, 60, 50, 55, 60], "4.4.3": [50, 55, 50, 45, 60],
    "4.4.4": [60, 60, 25, 55, 65], "4.4.5": [65, 70, 60, 60, 70], "4.4.6": [55, 60, 55, 60, 60],
    "4.4.7": [50, 60, 45, 50, 60], "4.5.2": [60, 60, 50, 55, 65], "4.5.3": [55, 60, 50, 50, 65],
    "4.6.2": [50, 55, 45, 50, 60], "4.6.3": [55, 65, 50, 50, 60], "4.7.2": [60, 65, 55, 55, 65],
    "4.7.3": [55, 60, 50, 55, 65], "4.7.4": [50, 55, 40, 45, 85], "4.7.5": [50, 55, 45, 50, 60],
    "4.7.6": [55, 60, 50, 50, 60], "4.7.7": [50, nil, 45, 50, 55],
  ]

  /// What the panel settles on: the medians, those of an even count taken down to a legal step.
  static let settled: [ItemID: Int] = rows.mapValues { row in
    let marks = row.compactMap { $0 }.sorted()
    return marks[marks.count / 2]
  }

  /// The sheets, by the members of the first panel.
  static func sheets(comment: String = "有据可查") -> [(PersonID, Sheet)] {
    StoreWorld.panel.enumerated().map { index, person in
      (person, StoreWorld.sheet(rows.mapValues { $0[index] }, comment: comment))
    }
  }
}
