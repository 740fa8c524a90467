/// How much of a work is done: ▓▓▓░░ 18/23.
public struct ProgressBar: Hashable, Sendable {
  /// How many are done.
  public var done: Int
  /// How many there are.
  public var total: Int

  /// Makes a bar.
  public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }

  /// The bar of `width` columns and, if asked for, the count after it.
  public func line(width: Int, showsCount: Bool = true) -> Line {
    let width = max(0, width)
    let bounded = min(max(0, done), max(0, total))
    let (product, overflow) = bounded.multipliedReportingOverflow(by: width)
    let filled = total <= 0 ? 0 : overflow ? width : product / total
    let style: Style = total > 0 && done >= total ? .good : .accent
    var spans = [
      Line.Span(String(repeating: "▓", count: filled), style),
      Line.Span(String(repeating: "░", count: width - filled), .dim),
    ]
    if showsCount { spans.append(Line.Span(" \(done)/\(total)")) }
    return Line(spans)
  }

  /// Paints bar and count over the first row.
  public func paint(on canvas: inout Canvas, in rect: Rect, ground: Ground = .plain) {
    let count = " \(done)/\(total)".count
    canvas.put(line(width: rect.width - count), in: rect.row(0), on: ground)
  }
}
