import Procedure
import Store

/// The cases of a year by stage and district; only stages and districts that have cases.
struct StageMatrix: Sendable, Hashable {
  let stages: [Stage]
  let districts: [DistrictCode]
  private let counts: [Stage: [DistrictCode: Int]]

  /// The matrix of a board; districts in the order of the parameters, unknown ones last.
  init(_ cells: [Board.Cell], _ parameters: Parameters) {
    var counts: [Stage: [DistrictCode: Int]] = [:]
    for cell in cells where cell.count > 0 {
      counts[cell.stage, default: [:]][cell.district, default: 0] += cell.count
    }
    self.counts = counts
    stages = Stage.allCases.filter { counts[$0] != nil }
    let found = Set(counts.values.flatMap(\.keys))
    let known = parameters.districts.map(\.code)
    districts =
      known.filter(found.contains) + found.subtracting(known).sorted { $0.rawValue < $1.rawValue }
  }

  /// The cases of a stage in a district; nil stands for all.
  func count(_ stage: Stage?, _ district: DistrictCode?) -> Int {
    let rows = stage.map { [counts[$0] ?? [:]] } ?? Array(counts.values)
    return rows.reduce(0) { sum, row in
      sum + (district.map { row[$0] ?? 0 } ?? row.values.reduce(0, +))
    }
  }
}
