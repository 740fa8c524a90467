import Criteria
import Foundation
import Procedure

/// Everything the consensus screen counts, made once whenever the case was read.
///
/// Exact fractions throughout, for orientation alone: the gate asks the settled score.
struct ConsensusFigures: Sendable {
  /// One item with what the reviewers gave it and what the panel made of it.
  struct Row: Sendable {
    let item: Item
    let agreement: ItemAgreement
    /// Whether the marks lie as far apart as R6 names.
    let isFlagged: Bool
    /// Whether a discussion must be recorded before it can be settled.
    let needsDiscussion: Bool
    let settlement: Settlement?

    /// What counts towards the running total: the settled percentage, else the median.
    var standing: Fraction? {
      settlement.map { Fraction($0.percentage.value) } ?? agreement.median
    }
  }

  /// A total without one reviewer; what is settled stays as it is.
  struct LeftOut: Sendable, Hashable {
    let reviewer: PersonID
    let total: Fraction?
  }

  /// An item that alone carries the total across the line.
  struct Swing: Sendable, Hashable {
    let item: Item
    let from: Fraction
    /// Steps of 5 percentage points: positive up, negative down.
    let steps: Int
    let isSettled: Bool

    /// The percentage at which it has carried the total across.
    var to: Fraction { from + Fraction(5 * steps) }
  }

  let line: Points
  let reviewers: [PersonID]
  /// The items, the most disputed first.
  let ranked: [Row]
  /// Settled percentages where settled, else medians; nil where an item has neither.
  let running: Fraction?
  /// The total of settled percentages once all items are settled.
  let exact: Points?
  let leftOut: [LeftOut]
  /// Open items first, then those that need the least, then the most disputed.
  let swings: [Swing]
  let severity: Severity

  /// The figures of a session as far as its sheets could be read; reviewers as designated.
  init(
    _ session: Consensus, designated: [PersonID], edition: Edition, parameters: Parameters
  ) {
    line = parameters.materialLine
    reviewers =
      designated.filter { session.sheets[$0] != nil }
      + session.sheets.keys.filter { !designated.contains($0) }.sorted()
    let marks = session.marks(in: edition)
    let keepsDiscussion = parameters.keeps(.discussion)
    ranked = ItemAgreement.ranked(marks).compactMap { agreement in
      guard let item = edition.item(agreement.item.id) else { return nil }
      let isFlagged = agreement.isFlagged(
        threshold: session.threshold, bandGap: parameters.bandGap)
      return Row(
        item: item, agreement: agreement, isFlagged: isFlagged,
        needsDiscussion: isFlagged && keepsDiscussion
          && session.discussions[item.id, default: []].isEmpty,
        settlement: session.settled(item.id))
    }
    var standing: [ItemID: Fraction] = [:]
    for row in ranked { standing[row.item.id] = row.standing }
    running = GateMargin.total(of: marks.items, standing)
    exact = Scorecard(session.percentages, edition: edition).total
    let margin = GateMargin(marks, line: line, settled: session.percentages)
    let without = Dictionary(
      uniqueKeysWithValues: margin.leaveOneOut.map { ($0.reviewer, $0.total) })
    leftOut = reviewers.map { LeftOut(reviewer: $0, total: without[$0.rawValue] ?? nil) }
    let rank = Dictionary(
      uniqueKeysWithValues: ranked.enumerated().map { ($1.item.id, $0) })
    let found = GateMargin.swings(of: standing, items: marks.items, line: line)
    swings = found.compactMap { swing -> Swing? in
      guard let item = edition.item(swing.item.id), let from = standing[item.id] else {
        return nil
      }
      return Swing(
        item: item, from: from, steps: swing.steps, isSettled: session.settled(item.id) != nil)
    }
    .sorted { a, b in
      let (left, right) = (
        [a.isSettled ? 1 : 0, abs(a.steps), rank[a.item.id] ?? 0],
        [b.isSettled ? 1 : 0, abs(b.steps), rank[b.item.id] ?? 0]
      )
      return left.lexicographicallyPrecedes(right)
    }
    severity = Severity(Ratings(marks))
  }

  /// The items in the order of their numbers.
  var byNumber: [Row] { ranked.sorted { $0.item.id < $1.item.id } }
  var settledCount: Int { ranked.count { $0.settlement != nil } }
  /// The items that are not settled, the most disputed first.
  var open: [Row] { ranked.filter { $0.settlement == nil } }
  /// The running total less the line.
  var margin: Fraction? { running.map { $0 - Fraction(line) } }
}

extension Fraction {
  /// The hundredths, rounded down: what bars are drawn from.
  var hundredths: Int {
    let scaled = numerator * 100
    return (scaled - (scaled % denominator + denominator) % denominator) / denominator
  }

  /// No more decimals than needed up to one, rounded down: "55", "57.5".
  var short: String { isInteger ? roundedDown(places: 0) : roundedDown(places: 1) }

  /// Two decimals with the sign before them: "+2.75", "-10.13".
  var signed: String { (self < .zero ? "" : "+") + roundedDown(places: 2) }
}
