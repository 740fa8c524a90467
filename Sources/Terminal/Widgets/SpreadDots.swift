/// Several people's percentages as dots on a scale: ○ one person, ● several, ◆ settled.
public struct SpreadDots: Hashable, Sendable {
  /// The percentages, 0 to 100.
  public var marks: [Int]
  /// The percentage that was settled on.
  public var settled: Int?

  /// Makes dots.
  public init(_ marks: [Int], settled: Int? = nil) {
    self.marks = marks
    self.settled = settled
  }

  /// The dots as a line of `width` columns, for a table's cell.
  public func line(width: Int, policy: AmbiguousPolicy = .current) -> Line {
    guard width > 0 else { return Line("") }
    var counts = [Int](repeating: 0, count: width)
    for mark in marks { counts[ScaleBar.column(of: mark, width: width)] += 1 }
    let fixed = settled.map { ScaleBar.column(of: $0, width: width) }
    // In texts a middle dot has a wide counterpart; on a scale every place is one column.
    let empty = policy == .wide ? "." : "·"
    return Line(
      counts.indices.map { column in
        if column == fixed { return Line.Span("◆", .good) }
        switch counts[column] {
        case 0: return Line.Span(empty, .dim)
        case 1: return Line.Span("○", .accent)
        default: return Line.Span("●", .accent)
        }
      })
  }

  /// The head of a column of such dots: the scale from 0 to 100.
  public static func scale(width: Int) -> String {
    let ends = ["0", "50", "100"]
    guard width >= 12 else { return String(repeating: "─", count: max(0, width)) }
    var characters = [Character](repeating: "─", count: width)
    let starts = [0, ScaleBar.column(of: 50, width: width) - 1, width - 3]
    for (text, start) in zip(ends, starts) {
      for (offset, character) in text.enumerated() { characters[start + offset] = character }
    }
    return String(characters)
  }

  /// Paints the dots over the first row.
  public func paint(on canvas: inout Canvas, in rect: Rect, ground: Ground = .plain) {
    canvas.put(line(width: rect.width, policy: canvas.policy), in: rect.row(0), on: ground)
  }
}
