import Foundation

/// How much harder or milder each reviewer marks than the others, on the same items.
///
/// Least squares of reviewer + item, so that a missing mark does not make its reviewer look mild or
/// hard; effects sum to zero over the reviewers. Shown for reflection, never applied to a mark.
public struct Severity: Hashable, Sendable {
  /// One reviewer's estimate.
  public struct Effect: Hashable, Sendable {
    /// The reviewer.
    public let reviewer: String
    /// How many marks the estimate rests on.
    public let marks: Int
    /// Distance from the panel in the unit of the marks; positive is milder, negative harder.
    public let effect: Statistic
    /// The standard error of the effect.
    public let standardError: Statistic
  }

  /// The estimates, in the order of the raters.
  public let effects: [Effect]
  /// The standard deviation of what reviewer and item do not explain.
  public let residualSD: Statistic

  /// Estimates the effects.
  ///
  /// - Parameters:
  ///   - ratings: the marks; cells may be missing.
  ///   - minimumMarks: a reviewer with fewer marks takes part in the fit but has no estimate shown.
  public init(_ ratings: Ratings, minimumMarks: Int = 5) {
    let counts = ratings.raters.indices.map { rater in
      ratings.rows.count { $0[rater] != nil }
    }
    let active = counts.indices.filter { counts[$0] > 0 }
    let fit = Fit.fitting(ratings, active)
    var effects: [Effect] = []
    for (rater, name) in ratings.raters.enumerated() {
      let effect: Statistic
      let error: Statistic
      switch fit {
      case .failure(let refusal):
        effect = .undefined(refusal.reason)
        error = effect
      case .success(let fit):
        if counts[rater] >= max(minimumMarks, 1), let column = active.firstIndex(of: rater) {
          effect = .defined(fit.effects[column])
          error =
            fit.residualVariance.map { .defined(($0 * fit.covariance[column]).squareRoot()) }
            ?? .undefined(.noFreedom)
        } else {
          effect = .undefined(.tooFewMarks)
          error = effect
        }
      }
      effects.append(
        Effect(reviewer: name, marks: counts[rater], effect: effect, standardError: error))
    }
    self.effects = effects
    switch fit {
    case .failure(let refusal): residualSD = .undefined(refusal.reason)
    case .success(let fit):
      residualSD =
        fit.residualVariance.map { .defined($0.squareRoot()) } ?? .undefined(.noFreedom)
    }
  }
}

/// The least-squares fit of rater + unit, with the units' effects eliminated.
private struct Fit {
  /// The raters' effects, summing to zero.
  let effects: [Double]
  /// The variances of the effects in units of the residual variance.
  let covariance: [Double]
  /// Nil where no degree of freedom is left.
  let residualVariance: Double?

  struct Refusal: Error {
    let reason: Statistic.Reason
  }

  static func fitting(_ ratings: Ratings, _ active: [Int]) -> Result<Fit, Refusal> {
    let rows = ratings.rows.map { row in active.map { row[$0] } }
      .filter { $0.contains { $0 != nil } }
    if active.count < 2 { return .failure(Refusal(reason: .tooFewRaters)) }
    if !isConnected(rows, raters: active.count) {
      return .failure(Refusal(reason: .notConnected))
    }
    if ratings.isConstant { return .failure(Refusal(reason: .noVariation)) }
    guard let fit = Fit(rows, raters: active.count) else {
      return .failure(Refusal(reason: .notConnected))
    }
    return .success(fit)
  }

  /// Solves the normal equations of the raters; nil where they have no single solution.
  private init?(_ rows: [[Double?]], raters: Int) {
    var matrix = [[Double]](
      repeating: [Double](repeating: 1 / Double(raters), count: raters), count: raters)
    var side = [Double](repeating: 0, count: raters)
    var cells = 0
    for row in rows {
      let present = row.indices.filter { row[$0] != nil }
      let share = 1 / Double(present.count)
      let mean = row.compactMap(\.self).reduce(0, +) * share
      cells += present.count
      for a in present {
        side[a] += (row[a] ?? mean) - mean
        matrix[a][a] += 1
        for b in present { matrix[a][b] -= share }
      }
    }
    guard let inverse = inverted(matrix) else { return nil }
    let effects = inverse.map { line in zip(line, side).reduce(0) { $0 + $1.0 * $1.1 } }
    self.effects = effects
    covariance = (0..<raters).map { max(0, inverse[$0][$0] - 1 / Double(raters)) }
    let freedom = cells - raters - rows.count + 1
    guard freedom > 0 else {
      residualVariance = nil
      return
    }
    let squares = rows.reduce(0.0) { sum, row in
      let rests = row.indices.compactMap { rater in row[rater].map { $0 - effects[rater] } }
      let level = rests.reduce(0, +) / Double(rests.count)
      return sum + rests.reduce(0) { $0 + ($1 - level) * ($1 - level) }
    }
    residualVariance = squares / Double(freedom)
  }

  /// Whether every rater can be compared with every other through common units.
  private static func isConnected(_ rows: [[Double?]], raters: Int) -> Bool {
    var reached: Set<Int> = [0]
    var grows = true
    while grows {
      let before = reached.count
      for row in rows {
        let present = row.indices.filter { row[$0] != nil }
        if present.contains(where: reached.contains) { reached.formUnion(present) }
      }
      grows = reached.count > before
    }
    return reached.count == raters
  }
}

/// The inverse of a square matrix by elimination with pivots, or nil where it has none.
private func inverted(_ matrix: [[Double]]) -> [[Double]]? {
  let size = matrix.count
  var left = matrix
  var right = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0.0 } }
  for column in 0..<size {
    guard
      let pivot = (column..<size).max(by: { abs(left[$0][column]) < abs(left[$1][column]) }),
      abs(left[pivot][column]) > 1e-12
    else { return nil }
    left.swapAt(column, pivot)
    right.swapAt(column, pivot)
    let scale = left[column][column]
    for index in 0..<size {
      left[column][index] /= scale
      right[column][index] /= scale
    }
    for row in 0..<size where row != column {
      let factor = left[row][column]
      for index in 0..<size {
        left[row][index] -= factor * left[column][index]
        right[row][index] -= factor * right[column][index]
      }
    }
  }
  return right
}
