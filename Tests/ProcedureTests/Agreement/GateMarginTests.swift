import Criteria
import Foundation
import Procedure
import Testing

@Suite("How safely a total lies on its side of a line")
struct GateMarginTests {
  let margin = GateMargin(PanelFive.marks, line: Points(whole: 550))

  @Test(
    "P5: the reviewers' own totals",
    arguments: [("A", "549.75"), ("C", "488.50"), ("D", "527.75"), ("E", "646.50")])
  func ownTotals(_ reviewer: String, _ total: String) {
    let card = Scorecard(PanelFive.marks.sheet(of: reviewer), edition: .shipped)
    #expect(card.total?.fixed == total)
  }

  @Test("P5: a sheet with an abstention has no total")
  func abstention() {
    let card = Scorecard(PanelFive.marks.sheet(of: "B"), edition: .shipped)
    #expect(card.total == nil)
    #expect(card.scored.fixed == "574.75")
    #expect(card.possible == 950)
  }

  @Test("P5: the totals by median and by mean, and their distance to 550")
  func totals() {
    #expect(margin.totalByMedian == Fraction(55275, 100))
    #expect(margin.totalByMean == Fraction(56245, 100))
    #expect(margin.marginByMedian == Fraction(11, 4))
    #expect(margin.marginByMean == Fraction(1245, 100))
  }

  @Test("P5: the total by median without each reviewer in turn")
  func leaveOneOut() {
    #expect(margin.leaveOneOut.map(\.reviewer) == ["A", "B", "C", "D", "E"])
    #expect(
      margin.leaveOneOut.map { $0.total?.roundedDown(places: 3) }
        == ["563.875", "539.875", "575.250", "573.750", "539.875"])
  }

  @Test("P5: over the line by 2.75, one step of an item of 60 or 80 points carries it under")
  func swingsDown() {
    let single = margin.swings.filter { $0.steps == -1 }.map(\.item.id)
    #expect(single == ["4.4.2", "4.7.2", "4.7.3", "4.7.4", "4.7.5"])
    #expect(margin.swings.first { $0.item.id == "4.1.2" }?.steps == -2)
    #expect(margin.swings.first { $0.item.id == "4.4.6" }?.steps == -6)
    #expect(margin.swings.map { abs($0.steps) } == margin.swings.map { abs($0.steps) }.sorted())
  }

  @Test("Under a line, reaching it exactly is enough; on it, the least step carries under")
  func swingsAtTheLine() {
    let items: [Marks.Weighted] = [.init(id: "1.1", points: 50), .init(id: "1.2", points: 50)]
    let at50: [ItemID: Fraction] = ["1.1": Fraction(50), "1.2": Fraction(95)]
    let up = GateMargin.swings(of: at50, items: items, line: Points(whole: 75))
    #expect(up == [.init(item: items[0], steps: 1), .init(item: items[1], steps: 1)])
    let on = GateMargin.swings(of: at50, items: items, line: Points(hundredths: 72_50))
    #expect(on.map(\.steps) == [-1, -1])
    let far = GateMargin.swings(of: at50, items: items, line: Points(whole: 80))
    #expect(far == [.init(item: items[0], steps: 3)])
    #expect(GateMargin.swings(of: [:], items: items, line: .zero).isEmpty)
  }

  @Test("An item without a mark leaves no total, and so does leaving out its only reviewer")
  func undefined() {
    let items: [Marks.Weighted] = [.init(id: "1.1", points: 50), .init(id: "1.2", points: 50)]
    let lone = GateMargin(
      Marks(
        items: items, reviewers: ["甲", "乙"],
        marks: ["1.1": ["甲": .all[10], "乙": .all[10]], "1.2": ["甲": .all[10]]]),
      line: Points(whole: 50))
    #expect(lone.totalByMedian == Fraction(50))
    #expect(lone.leaveOneOut.map(\.total) == [nil, Fraction(50)])
    let empty = GateMargin(
      Marks(items: items, reviewers: ["甲"], marks: [:]), line: Points(whole: 50))
    #expect(empty.totalByMedian == nil)
    #expect(empty.totalByMean == nil)
    #expect(empty.marginByMedian == nil)
    #expect(empty.swings.isEmpty)
  }
}
