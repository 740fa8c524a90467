import Foundation
import Procedure
import Testing

@Suite("Reliability of a panel across applications")
struct ReliabilityTests {
  let judges = Ratings(raters: ["1", "2", "3", "4"], rows: shroutFleiss)

  /// The example of Krippendorff (2011): 12 units by 4 coders.
  let coders: Ratings = {
    let coders: [[Double?]] = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
      [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]
    return Ratings(
      raters: ["A", "B", "C", "D"], rows: (0..<12).map { unit in coders.map { $0[unit] } })
  }()

  func all(_ reliability: Reliability) -> [Statistic] {
    [
      reliability.absoluteSingle, reliability.consistencySingle, reliability.absoluteAverage,
      reliability.consistencyAverage, reliability.concordance, reliability.alphaInterval,
      reliability.alphaOrdinal,
    ]
  }

  static let shroutReference = [
    0.289764, 0.714841, 0.620051, 0.909316, 0.887037, 0.147308, 0.109059,
  ]

  @Test("Shrout & Fleiss: all seven figures")
  func shrout() {
    let reliability = Reliability(judges)
    #expect(reliability.completeUnits == 6)
    for (found, reference) in zip(all(reliability), Self.shroutReference) {
      #expect(isClose(found, reference), "\(found) \(reference)")
    }
  }

  @Test("Krippendorff: alpha with missing cells")
  func krippendorff() {
    let reliability = Reliability(coders)
    #expect(isClose(reliability.alphaOrdinal, 0.815388))
    #expect(isClose(reliability.alphaInterval, 0.849107))
    #expect(reliability.completeUnits == 8)
  }

  @Test("The order of raters and units changes nothing")
  func permuted() {
    for ratings in [judges, coders] {
      let turned = Ratings(
        raters: ratings.raters.reversed(), rows: ratings.rows.reversed().map { $0.reversed() })
      for (a, b) in zip(all(Reliability(ratings)), all(Reliability(turned))) {
        #expect(isClose(a, b.value ?? .nan))
      }
    }
  }

  @Test("Below 5 applications nothing is defined")
  func tooFewUnits() {
    let four = Ratings(raters: judges.raters, rows: Array(shroutFleiss.prefix(4)))
    #expect(all(Reliability(four)).allSatisfy { $0 == .undefined(.tooFewUnits) })
    #expect(all(Reliability(four, minimumUnits: 4)).allSatisfy { $0.value != nil })
    let one = Ratings(raters: judges.raters, rows: Array(shroutFleiss.prefix(1)))
    #expect(
      all(Reliability(one, minimumUnits: 0)).allSatisfy { $0 == .undefined(.tooFewUnits) })
  }

  @Test("One rater, all equal, all missing: not defined, never zero")
  func undefined() {
    let single = Ratings(raters: ["甲"], rows: shroutFleiss.map { [$0[0]] })
    #expect(all(Reliability(single)).allSatisfy { $0 == .undefined(.tooFewRaters) })
    let equal = Ratings(
      raters: ["甲", "乙"], rows: Array(repeating: [549.75, 549.75], count: 6))
    #expect(all(Reliability(equal)).allSatisfy { $0 == .undefined(.noVariation) })
    let missing = Ratings(raters: ["甲", "乙"], rows: Array(repeating: [nil, nil], count: 6))
    #expect(all(Reliability(missing)).allSatisfy { $0 == .undefined(.tooFewUnits) })
  }

  @Test("Judges that differ by a constant alone have no consistency to speak of")
  func constantDifference() {
    let shifted = Ratings(
      raters: ["甲", "乙"], rows: Array(repeating: [512.3, 601.7], count: 6))
    let reliability = Reliability(shifted)
    #expect(reliability.consistencySingle == .undefined(.noVariation))
    #expect(reliability.consistencyAverage == .undefined(.noVariation))
    #expect(reliability.concordance == .undefined(.noVariation))
  }

  @Test("Perfect agreement is 1 throughout")
  func perfect() {
    let same = Ratings(
      raters: ["甲", "乙", "丙"], rows: [500, 520, 540, 560, 580].map { [$0, $0, $0] })
    for statistic in all(Reliability(same)) { #expect(isClose(statistic, 1)) }
  }
}
