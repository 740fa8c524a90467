import Criteria
import Foundation
import Procedure
import Testing

/// Whether a figure is defined and lies within 1e-6 of the reference.
func isClose(_ statistic: Statistic?, _ reference: Double) -> Bool {
  guard let value = statistic?.value else { return false }
  return abs(value - reference) < 1e-6
}

/// The judges' example of Shrout and Fleiss (1979): 6 cases by 4 judges.
let shroutFleiss: [[Double?]] = [
  [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
]

@Suite("Severity of reviewers")
struct SeverityTests {
  func check(
    _ severity: Severity, _ effects: [Double], _ errors: [Double], _ residualSD: Double,
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(severity.effects.count == effects.count, sourceLocation: location)
    for (found, (effect, error)) in zip(severity.effects, zip(effects, errors)) {
      #expect(isClose(found.effect, effect), "\(found)", sourceLocation: location)
      #expect(isClose(found.standardError, error), "\(found)", sourceLocation: location)
    }
    #expect(isClose(severity.residualSD, residualSD), sourceLocation: location)
  }

  @Test("Shrout & Fleiss: effects of a complete table")
  func complete() {
    check(
      Severity(Ratings(raters: ["1", "2", "3", "4"], rows: shroutFleiss)),
      [2.375, -2.791667, -0.958333, 1.375], [0.356974, 0.356974, 0.356974, 0.356974], 1.009675)
  }

  @Test("Shrout & Fleiss with three cells removed: missing cells do not bend the effects")
  func missingCells() {
    var rows = shroutFleiss
    rows[0][1] = nil
    rows[2][1] = nil
    rows[4][0] = nil
    let ratings = Ratings(raters: ["1", "2", "3", "4"], rows: rows)
    check(
      Severity(ratings, minimumMarks: 1), [2.255618, -2.542135, -1.023408, 1.309925],
      [0.414645, 0.456209, 0.379181, 0.379181], 1.03625)
    let shown = Severity(ratings)
    #expect(shown.effects[1].effect == .undefined(.tooFewMarks))
    #expect(shown.effects[1].marks == 4)
    #expect(isClose(shown.effects[0].effect, 2.255618))
  }

  @Test("P5: effects, standard errors and residual")
  func panelFive() {
    check(
      Severity(Ratings(PanelFive.marks)),
      [-1.045455, 4.181818, -7.349802, -3.219368, 7.432806],
      [0.821448, 0.838719, 0.821448, 0.821448, 0.821448], 4.398281)
  }

  @Test("The order of reviewers and items changes nothing")
  func permuted() {
    let ratings = Ratings(PanelFive.marks)
    let turned = Ratings(
      raters: ratings.raters.reversed(), rows: ratings.rows.reversed().map { $0.reversed() })
    for (a, b) in zip(Severity(ratings).effects, Severity(turned).effects.reversed()) {
      #expect(a.reviewer == b.reviewer)
      #expect(isClose(a.effect, b.effect.value ?? .nan))
      #expect(isClose(a.standardError, b.standardError.value ?? .nan))
    }
  }

  @Test("What the design does not define says why")
  func undefined() {
    func reason(_ rows: [[Double?]], _ raters: Int) -> [Statistic] {
      let severity = Severity(
        Ratings(raters: (0..<raters).map { "评审员\($0)" }, rows: rows), minimumMarks: 1)
      return severity.effects.map(\.effect) + [severity.residualSD]
    }
    #expect(reason([], 0) == [.undefined(.tooFewRaters)])
    #expect(reason([[50], [60]], 1).allSatisfy { $0 == .undefined(.tooFewRaters) })
    #expect(reason([[nil, nil], [nil, nil]], 2).allSatisfy { $0 == .undefined(.tooFewRaters) })
    #expect(reason([[50, nil], [55, nil]], 2).allSatisfy { $0 == .undefined(.tooFewRaters) })
    #expect(reason([[50, nil], [nil, 60]], 2).allSatisfy { $0 == .undefined(.notConnected) })
    #expect(reason([[50, 50], [50, 50]], 2).allSatisfy { $0 == .undefined(.noVariation) })
    let single = reason([[50, 60]], 2)
    #expect(isClose(single[0], -5))
    #expect(isClose(single[1], 5))
    #expect(single[2] == .undefined(.noFreedom))
    #expect(reason([[.nan, 60], [.infinity, 50]], 2)[0] == .undefined(.tooFewRaters))
  }

  @Test("A reviewer without any mark has no estimate and takes nothing from the others")
  func absent() {
    let rows = shroutFleiss.map { $0 + [nil] }
    let severity = Severity(Ratings(raters: ["1", "2", "3", "4", "5"], rows: rows))
    #expect(isClose(severity.effects[0].effect, 2.375))
    #expect(severity.effects[4].effect == .undefined(.tooFewMarks))
    #expect(severity.effects[4].marks == 0)
  }
}
