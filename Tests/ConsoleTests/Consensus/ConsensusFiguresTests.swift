import Criteria
import Procedure
import Testing

@testable import Console

@Suite("Figures of the consensus")
struct ConsensusFiguresTests {
  @Test("P5: the widest range in points comes first, and only 4.4.4 and 4.7.4 are flagged")
  func orderAndFlags() throws {
    let figures = try #require(ScreenWorld.session().screen.figures)
    #expect(figures.ranked.prefix(3).map(\.item.id) == ["4.7.4", "4.7.3", "4.3.3"])
    #expect(figures.ranked.filter(\.isFlagged).map(\.item.id).sorted() == ["4.4.4", "4.7.4"])
  }

  @Test("P5: the running total by median is 552.75, 2.75 above the line")
  func runningTotal() throws {
    let session = ScreenWorld.session()
    let figures = try #require(session.screen.figures)
    #expect(figures.running == Fraction(2211, 4))
    #expect(
      ConsensusTotals(figures: figures, conclusion: nil, isFinished: false)
        .running(session.context).text == "暂计（未定按中位）  552.75  线 550 ▲ +2.75")
  }

  @Test(
    "P5: totals without one reviewer are exact",
    arguments: [
      ("a", Fraction(4511, 8)), ("b", Fraction(4319, 8)), ("c", Fraction(2301, 4)),
      ("d", Fraction(2295, 4)), ("e", Fraction(4319, 8)),
    ] as [(PersonID, Fraction)])
  func leaveOneOut(reviewer: PersonID, total: Fraction) throws {
    let figures = try #require(ScreenWorld.session().screen.figures)
    #expect(figures.leftOut.first { $0.reviewer == reviewer }?.total == total)
  }

  @Test("What the panel settled stays settled, whoever is left out, and the screen says so")
  func settledStays() throws {
    var world = ScreenWorld.session()
    #expect(!world.text.contains("已定条款不变"))
    let open = try #require(world.screen.figures).leftOut
    for item in Edition.shipped.items {
      world.apply(
        .itemSettled(item: item.id, percentage: Percentage(60)!, reason: "议定"),
        by: PanelP5.leader)
    }
    world.show()
    let figures = try #require(world.screen.figures)
    #expect(figures.leftOut.map(\.total) == figures.leftOut.map { _ in figures.running })
    #expect(figures.leftOut.map(\.total) != open.map(\.total))
    #expect(world.text.contains("已定条款不变"))
  }

  @Test("Totals are shown rounded down, so that none claims more than there is")
  func roundedDown() throws {
    let text = ScreenWorld.session().text
    #expect(text.contains("563.87 ▲ +13.87"))
    #expect(text.contains("539.87 ▼ -10.13"))
  }

  @Test("The most disputed open item that carries the total over is named first")
  func swings() throws {
    let session = ScreenWorld.session()
    let figures = try #require(session.screen.figures)
    #expect(figures.swings.first?.item.id == "4.7.4")
    #expect(
      ConsensusTotals(figures: figures, conclusion: nil, isFinished: false)
        .swings(session.context).text.hasPrefix("翻转条款  4.7.4 50→45"))
  }

  @Test("A settled percentage takes the place of the median in the running total")
  func settledCounts() throws {
    var session = ScreenWorld.session()
    session.play(.down, .enter, .character("6"), .character("0"), .enter)
    let figures = try #require(session.screen.figures)
    #expect(figures.running == Fraction(2227, 4))
    #expect(figures.settledCount == 1)
  }

  @Test("Severity is shown with its error, and as not defined where it is not")
  func severity() throws {
    var session = ScreenWorld.session()
    session.play(.function(8))
    #expect(session.text.contains("仅供参考，不参与计分"))
    #expect(session.text.contains("−1.0 ± "))
    let lone = Severity(Ratings(raters: ["a"], rows: [[50], [60], [70], [40], [55]]))
    #expect(ConsensusAgreement.severity(lone.effects[0], session.context).text.contains("不适用"))
    let few = Severity(Ratings(raters: ["a", "b"], rows: [[50, 55], [60, 70], [70, 65]]))
    #expect(ConsensusAgreement.severity(few.effects[0], session.context).text.contains("不足 5 条"))
  }
}
