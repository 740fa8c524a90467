import Criteria
import Foundation
import Procedure
import Testing

@Suite("Agreement on an item")
struct ItemAgreementTests {
  let ranked = ItemAgreement.ranked(PanelFive.marks)

  func agreement(_ marks: [Int?], points: Int = 50) -> ItemAgreement {
    ItemAgreement(item: .init(id: "4.1.2", points: points), marks: PanelFive.named(marks))
  }

  @Test("P5: items are sorted by range times points, ties by number")
  func order() {
    #expect(ranked.prefix(3).map(\.item.id) == ["4.7.4", "4.7.3", "4.3.3"])
    #expect(ranked.count == 23)
    let keys = ranked.map { ($0.pointsRange ?? .zero, $0.item.id) }
    for (a, b) in zip(keys, keys.dropFirst()) {
      #expect(a.0 > b.0 || (a.0 == b.0 && a.1 < b.1))
    }
  }

  @Test("R6: 4.4.4 and 4.7.4 need a discussion; 4.3.3 with a range of exactly 20 does not")
  func flagged() {
    #expect(
      ranked.filter { $0.isFlagged(threshold: 20) }.map(\.item.id).sorted() == ["4.4.4", "4.7.4"])
    let ranges = Dictionary(uniqueKeysWithValues: ranked.map { ($0.item.id, $0.range) })
    #expect(ranges["4.4.4"] == 40)
    #expect(ranges["4.7.4"] == 45)
    #expect(ranges["4.3.3"] == 20)
  }

  @Test("R6: bands two apart need a discussion even within the range")
  func bandsApart() {
    #expect(agreement([45, 60]).isFlagged(threshold: 20) == false)
    #expect(agreement([25, 45]).isFlagged(threshold: 20) == false)
    #expect(agreement([45, 70]).isFlagged(threshold: 100))
    #expect(agreement([25, 50]).isFlagged(threshold: 30))
    #expect(agreement([50, 75]).isFlagged(threshold: 20))
    #expect(agreement([45, 70]).bandDistance == 2)
    #expect(agreement([45, 70]).isFlagged(threshold: 100, bandGap: 3) == false)
    #expect(agreement([]).bandDistance == nil)
  }

  @Test(
    "P5: the mean distance from the median",
    arguments: [("4.1.2", 4), ("4.4.4", 9), ("4.7.4", 11)] as [(ItemID, Int)])
  func averageDeviation(_ id: ItemID, _ expected: Int) throws {
    let item = try #require(ranked.first { $0.item.id == id })
    #expect(item.averageDeviation == Fraction(expected))
  }

  @Test("P5: a missing mark counts nowhere")
  func missing() throws {
    let item = try #require(ranked.first { $0.item.id == "4.7.7" })
    #expect(item.marks.count == 4)
    #expect(item.median == Fraction(50))
    #expect(item.mean == Fraction(50))
    #expect(item.averageDeviation == Fraction(5, 2))
    #expect(item.range == 10)
    #expect(item.pointsRange == Points(whole: 5))
  }

  @Test("The middle of an even number of marks is exact, legal percentage or not")
  func evenMedian() {
    let item = agreement([50, 55])
    #expect(item.median == Fraction(105, 2))
    #expect(item.mean == Fraction(105, 2))
    #expect(item.averageDeviation == Fraction(5, 2))
    #expect(agreement([50, 50, 55]).mean == Fraction(155, 3))
  }

  @Test("What one mark or none does not define is not defined, and such items come last")
  func undefined() {
    let none = agreement([])
    #expect(none.median == nil)
    #expect(none.mean == nil)
    #expect(none.range == nil)
    #expect(none.averageDeviation == nil)
    #expect(none.pointsRange == nil)
    #expect(none.isFlagged(threshold: 0) == false)
    let one = agreement([55])
    #expect(one.median == Fraction(55))
    #expect(one.range == nil)
    #expect(one.averageDeviation == nil)
    #expect(one.isFlagged(threshold: 0) == false)
    let marks = Marks(
      items: [.init(id: "1.1", points: 500), .init(id: "1.2", points: 5)], reviewers: ["甲", "乙"],
      marks: ["1.1": ["甲": .all[3]], "1.2": ["甲": .all[3], "乙": .all[3]]])
    #expect(ItemAgreement.ranked(marks).map(\.item.id) == ["1.2", "1.1"])
  }

  @Test("Marks of somebody who is not a reviewer of the application are left aside")
  func strangers() {
    let marks = Marks(
      items: [.init(id: "1.1", points: 50)], reviewers: ["甲", "甲", "乙"],
      marks: ["1.1": ["甲": .all[3], "丙": .all[20]]])
    #expect(marks.reviewers == ["甲", "乙"])
    #expect(marks.marks(for: "1.1") == ["甲": .all[3]])
    #expect(marks.sheet(of: "丙").isEmpty)
  }

  @Test("The order of reviewers and items changes nothing")
  func permuted() {
    let marks = PanelFive.marks
    let turned = Marks(
      items: marks.items.reversed(), reviewers: marks.reviewers.reversed(),
      marks: PanelFive.rows.mapValues { PanelFive.named($0) })
    #expect(ItemAgreement.ranked(turned) == ranked)
  }
}
