import Criteria
import Procedure
import Testing

@testable import Console

/// The arithmetic of the chart: exact, and with the lines between the bars.
@Suite("Scores against the lines")
struct ScoreChartTests {
  private func points(_ hundredths: Int...) -> [Points] {
    hundredths.map { Points(hundredths: $0) }
  }

  private func bars(_ chart: ScoreChart) -> [ScoreChart.Bar] {
    chart.rows.compactMap { if case .bar(let bar) = $0 { bar } else { nil } }
  }

  @Test("R7: 549.75 lies in the bar under 550, 550 in the one above")
  func quarterUnderTheLine() {
    let chart = ScoreChart(
      points(54_975, 55_000), lines: [Points(whole: 550)], rows: 20)
    #expect(
      chart.rows == [
        .bar(.init(from: Points(whole: 550), to: Points(whole: 560), count: 1)),
        .line(Points(whole: 550)),
        .bar(.init(from: Points(whole: 540), to: Points(whole: 550), count: 1)),
      ])
  }

  @Test(
    "no bar reaches across a line and every score lies in exactly one bar",
    arguments: [[55_000], [60_000, 61_000, 62_000], [55_275, 60_125], []], [3, 8, 12, 40])
  func barsKeepToTheLines(_ lines: [Int], _ rows: Int) {
    let scores = stride(from: 31_225, through: 70_000, by: 1_325).map { Points(hundredths: $0) }
    let chart = ScoreChart(scores, lines: lines.map { Points(hundredths: $0) }, rows: rows)
    let bars = bars(chart)
    for bar in bars {
      #expect(bar.from < bar.to)
      #expect(!lines.contains { bar.from.hundredths < $0 && $0 < bar.to.hundredths })
    }
    for score in scores { #expect(bars.count { $0.from <= score && score < $0.to } == 1) }
    #expect(bars.map(\.count).reduce(0, +) == scores.count)
    #expect(chart.rows.count == bars.count + lines.count)
    // From high to low without a gap, each line at its place.
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.from == $1.to })
    var last = Points(whole: 10_000)
    for row in chart.rows {
      switch row {
      case .bar(let bar):
        #expect(bar.to <= last)
        last = bar.from
      case .line(let line):
        #expect(line <= last)
        last = line
      }
    }
  }

  @Test("bars become wider only where the rows do not suffice")
  func widthFollowsTheRows() {
    let scores = [Points(whole: 400), Points(whole: 699)]
    let line = [Points(whole: 550)]
    func width(_ rows: Int) -> Points? {
      bars(ScoreChart(scores, lines: line, rows: rows)).first.map { $0.to - $0.from }
    }
    #expect(width(31) == Points(whole: 10))
    #expect(width(30) == Points(whole: 20))
    #expect(width(1) == Points(whole: 100))
  }

  @Test("without scores there are only the lines; one score makes one bar")
  func fewScores() {
    let lines = [Points(whole: 600), Points(whole: 620), Points(whole: 610)]
    let empty = ScoreChart([], lines: lines, rows: 10)
    #expect(empty.most == 0)
    #expect(empty.rows == [620, 610, 600].map { .line(Points(whole: $0)) })
    let one = ScoreChart(points(61_025), lines: lines, rows: 10)
    #expect(
      bars(one) == [.init(from: Points(whole: 610), to: Points(whole: 620), count: 1)])
    #expect(one.rows.first == .line(Points(whole: 620)))
    let wide = ScoreChart(points(61_025), lines: lines, rows: 1)
    #expect(
      bars(wide) == [.init(from: Points(whole: 610), to: Points(whole: 620), count: 1)])
  }

  @Test("a bar's length: whole columns for each case, else in proportion, never nothing")
  func lengths() {
    #expect(ScoreChart.length(of: 0, most: 9, width: 30) == 0)
    #expect(ScoreChart.length(of: 2, most: 4, width: 30) == 6)
    #expect(ScoreChart.length(of: 9, most: 10, width: 15) == 9)
    #expect(ScoreChart.length(of: 1, most: 500, width: 20) == 1)
    #expect(ScoreChart.length(of: 500, most: 500, width: 20) == 20)
    #expect(ScoreChart.length(of: 5, most: 5, width: 0) == 0)
  }
}
