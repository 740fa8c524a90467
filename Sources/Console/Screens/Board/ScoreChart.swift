import Criteria

/// How many scores lie where, in bars that never reach across a line.
///
/// Everything is counted in hundredths: 549.75 lies below a line of 550, whatever the steps.
struct ScoreChart: Sendable, Hashable {
  /// The scores from one amount up to, but without, another.
  struct Bar: Sendable, Hashable {
    let from: Points
    let to: Points
    let count: Int
  }

  /// A row of the chart, read from the top: high scores first, each line under those that reach it.
  enum Row: Sendable, Hashable {
    case bar(Bar)
    case line(Points)
  }

  let rows: [Row]
  /// The most scores in one bar.
  let most: Int

  /// The widths of bars that are tried, whole points, until the rows suffice.
  private static let steps = [10, 20, 50, 100]

  /// The chart of scores against lines.
  ///
  /// - Parameters:
  ///   - rows: The rows that there are; with more bars than fit, the bars become wider.
  init(_ scores: [Points], lines: [Points], rows: Int) {
    let lines = Set(lines).sorted()
    var best = Self.bars(scores, lines: lines, step: Self.steps[0])
    for step in Self.steps.dropFirst() where best.count + lines.count > rows {
      best = Self.bars(scores, lines: lines, step: step)
    }
    most = best.map(\.count).max() ?? 0
    var drawn: [Row] = []
    var left = lines
    for bar in best.reversed() {
      while let line = left.last, line >= bar.to {
        drawn.append(.line(line))
        left.removeLast()
      }
      drawn.append(.bar(bar))
    }
    self.rows = drawn + left.reversed().map { .line($0) }
  }

  /// The bars of a width from the lowest to the highest score, empty ones between them too.
  ///
  /// Steps are counted from the lowest line; a line between two steps divides its bar.
  private static func bars(_ scores: [Points], lines: [Points], step: Int) -> [Bar] {
    guard let low = scores.min()?.hundredths, let high = scores.max()?.hundredths else { return [] }
    let width = step * 100
    let anchor = lines.first?.hundredths ?? 0
    func edge(under amount: Int) -> Int {
      let away = amount - anchor
      return amount - ((away % width) + width) % width
    }
    let first = edge(under: low)
    let last = edge(under: high) + width
    var edges = Set(stride(from: first, through: last, by: width))
    for line in lines where first < line.hundredths && line.hundredths < last {
      edges.insert(line.hundredths)
    }
    let sorted = edges.sorted()
    // A line cuts the outermost steps too: what is empty beyond it is not drawn.
    let spans = zip(sorted, sorted.dropFirst()).filter { $0.1 > low && $0.0 <= high }
    return spans.map { from, to in
      Bar(
        from: Points(hundredths: from), to: Points(hundredths: to),
        count: scores.count { from <= $0.hundredths && $0.hundredths < to })
    }
  }

  /// How many columns a bar of a count takes in a room: whole columns per case while they fit.
  static func length(of count: Int, most: Int, width: Int) -> Int {
    guard count > 0, most > 0, width > 0 else { return 0 }
    if most <= width { return count * min(3, width / most) }
    return max(1, count * width / most)
  }
}
