import Foundation

/// How reliable a panel's ratings are across several applications.
///
/// Needs several applicants marked by the same panel; within one application these figures say
/// little. None of them enters a score.
public struct Reliability: Hashable, Sendable {
  /// Intraclass correlation of single ratings, absolute agreement, two-way: ICC(A,1).
  public let absoluteSingle: Statistic
  /// Intraclass correlation of single ratings, consistency, two-way: ICC(C,1).
  public let consistencySingle: Statistic
  /// Intraclass correlation of the panel's mean, absolute agreement, two-way: ICC(A,k).
  public let absoluteAverage: Statistic
  /// Intraclass correlation of the panel's mean, consistency, two-way: ICC(C,k).
  public let consistencyAverage: Statistic
  /// Krippendorff's alpha with squared differences; missing cells allowed.
  public let alphaInterval: Statistic
  /// Krippendorff's alpha by ranks; missing cells allowed.
  public let alphaOrdinal: Statistic
  /// Kendall's coefficient of concordance W with tie correction.
  public let concordance: Statistic
  /// The units without a missing cell, on which all but alpha rest.
  public let completeUnits: Int

  /// Computes the figures.
  ///
  /// - Parameters:
  ///   - ratings: units by raters; the intraclass correlations and W use complete units alone.
  ///   - minimumUnits: with fewer units nothing is defined (5 applications by the review's habit).
  public init(_ ratings: Ratings, minimumUnits: Int = 5) {
    let complete = ratings.completeRows
    completeUnits = complete.count
    let needed = max(minimumUnits, 2)
    let refusal: Statistic.Reason? =
      if ratings.raters.count < 2 {
        .tooFewRaters
      } else if complete.count < needed {
        .tooFewUnits
      } else {
        nil
      }
    if let refusal {
      absoluteSingle = .undefined(refusal)
      consistencySingle = .undefined(refusal)
      absoluteAverage = .undefined(refusal)
      consistencyAverage = .undefined(refusal)
      concordance = .undefined(refusal)
    } else {
      let squares = MeanSquares(complete)
      absoluteSingle = squares.absoluteSingle
      consistencySingle = squares.consistencySingle
      absoluteAverage = squares.absoluteAverage
      consistencyAverage = squares.consistencyAverage
      concordance = kendallW(complete)
    }
    alphaInterval = krippendorffAlpha(ratings, needed, .interval)
    alphaOrdinal = krippendorffAlpha(ratings, needed, .ordinal)
  }
}

/// The mean squares of a complete two-way table, and the intraclass correlations from them.
private struct MeanSquares {
  let units: Double
  let raters: Double
  let betweenUnits: Double
  let betweenRaters: Double
  let residual: Double
  /// Below this a denominator is rounding noise.
  let noise: Double

  init(_ rows: [[Double]]) {
    let (n, k) = (rows.count, rows[0].count)
    units = Double(n)
    raters = Double(k)
    let grand = rows.joined().reduce(0, +) / Double(n * k)
    let unitMeans = rows.map { $0.reduce(0, +) / Double(k) }
    let raterMeans = (0..<k).map { rater in rows.reduce(0) { $0 + $1[rater] } / Double(n) }
    var (rest, size) = (0.0, 0.0)
    for (row, unitMean) in zip(rows, unitMeans) {
      for (cell, raterMean) in zip(row, raterMeans) {
        let difference = cell - unitMean - raterMean + grand
        rest += difference * difference
        size += cell * cell
      }
    }
    betweenUnits =
      Double(k) * unitMeans.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / Double(n - 1)
    betweenRaters =
      Double(n) * raterMeans.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / Double(k - 1)
    residual = rest / Double((n - 1) * (k - 1))
    noise = 1e-20 * size
  }

  var absoluteSingle: Statistic {
    ratio(
      betweenUnits + (raters - 1) * residual + raters / units * (betweenRaters - residual))
  }
  var consistencySingle: Statistic { ratio(betweenUnits + (raters - 1) * residual) }
  var absoluteAverage: Statistic {
    ratio(betweenUnits + (betweenRaters - residual) / units)
  }
  var consistencyAverage: Statistic { ratio(betweenUnits) }

  private func ratio(_ denominator: Double) -> Statistic {
    guard denominator > noise else { return .undefined(.noVariation) }
    return .defined((betweenUnits - residual) / denominator)
  }
}

/// How far two values are apart for alpha.
private enum Metric {
  case interval, ordinal
}

/// Krippendorff's alpha: 1 less observed over expected disagreement, over the pairable values.
private func krippendorffAlpha(
  _ ratings: Ratings, _ minimumUnits: Int, _ metric: Metric
) -> Statistic {
  let present = ratings.rows.map { $0.compactMap(\.self) }
  let pairable = present.filter { $0.count >= 2 }
  if ratings.raters.count < 2 { return .undefined(.tooFewRaters) }
  if pairable.count < minimumUnits { return .undefined(.tooFewUnits) }
  var counts: [Double: Double] = [:]
  for value in pairable.joined() { counts[value, default: 0] += 1 }
  let values = counts.keys.sorted()
  if values.count < 2 { return .undefined(.noVariation) }
  // On the ordinal scale a value's position is the number of values below it and half its own.
  var positions: [Double: Double] = [:]
  var below = 0.0
  for value in values {
    let count = counts[value] ?? 0
    positions[value] = metric == .interval ? value : below + count / 2
    below += count
  }
  func distance(_ a: Double, _ b: Double) -> Double {
    let difference = (positions[a] ?? 0) - (positions[b] ?? 0)
    return difference * difference
  }
  let observed = pairable.reduce(0.0) { sum, unit in
    var pairs = 0.0
    for a in unit {
      for b in unit { pairs += distance(a, b) }
    }
    return sum + pairs / Double(unit.count - 1)
  }
  var expected = 0.0
  for a in values {
    for b in values { expected += (counts[a] ?? 0) * (counts[b] ?? 0) * distance(a, b) }
  }
  return .defined(1 - (below - 1) * observed / expected)
}

/// Kendall's W of a complete table, corrected for ties.
private func kendallW(_ rows: [[Double]]) -> Statistic {
  let (n, m) = (Double(rows.count), Double(rows[0].count))
  var sums = [Double](repeating: 0, count: rows.count)
  var ties = 0.0
  for rater in rows[0].indices {
    let column = rows.map { $0[rater] }
    for (unit, value) in column.enumerated() {
      let below = Double(column.count { $0 < value })
      let equal = Double(column.count { $0 == value })
      sums[unit] += below + (equal + 1) / 2
      ties += equal * equal - 1
    }
  }
  let mean = m * (n + 1) / 2
  let spread = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  let most = m * m * (n * n * n - n) - m * ties
  guard most > 0 else { return .undefined(.noVariation) }
  return .defined(12 * spread / most)
}
