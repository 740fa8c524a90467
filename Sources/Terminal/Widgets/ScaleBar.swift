/// A percentage on its scale with the limits of the bands, in two rows: the bar and its figures.
public struct ScaleBar: Hashable, Sendable {
  /// The percentage, 0 to 100; nil while there is none.
  public var value: Int?
  /// Other people's percentages, shown as ○.
  public var others: [Int]
  /// The limits of the bands, written under the bar.
  public var limits: [Int]

  /// Makes a bar; the limits are those of the scoring guide where no others are given.
  public init(_ value: Int?, others: [Int] = [], limits: [Int] = [0, 10, 30, 50, 70, 90, 100]) {
    self.value = value
    self.others = others
    self.limits = limits
  }

  /// The column of a percentage in a bar of `width` columns; the ends are 0 and 100.
  public static func column(of percentage: Int, width: Int) -> Int {
    guard width > 1 else { return 0 }
    return (min(max(0, percentage), 100) * (width - 1) + 50) / 100
  }

  /// Paints the bar into the first row and its figures into the second.
  public func paint(on canvas: inout Canvas, in rect: Rect, ground: Ground = .plain) {
    canvas.fill(rect, style: Style(.text, on: ground))
    let row = rect.row(0)
    guard !row.isEmpty else { return }
    canvas.put(String(repeating: "─", count: row.width), in: row, style: .dim.on(ground))
    if let value {
      let reach = Self.column(of: value, width: row.width)
      canvas.put(
        String(repeating: "━", count: reach), in: row.splitLeft(reach).left,
        style: .accent.on(ground))
    }
    for other in others {
      put("○", at: other, on: &canvas, row, style: .accent.on(ground))
    }
    if let value { put("●", at: value, on: &canvas, row, style: .title.on(ground)) }
    paintLimits(on: &canvas, in: rect.row(1), ground: ground)
  }

  private func put(
    _ sign: String, at value: Int, on canvas: inout Canvas, _ row: Rect, style: Style
  ) {
    let column = Self.column(of: value, width: row.width)
    canvas.put(sign, at: Point(x: row.x + column, y: row.y), style: style, width: 1)
  }

  /// Writes the limits under their columns; what would run into another is left out.
  private func paintLimits(on canvas: inout Canvas, in row: Rect, ground: Ground) {
    guard !row.isEmpty, let last = limits.last else { return }
    let end = row.right - String(last).count
    var free = row.x
    for limit in limits {
      let text = String(limit)
      let column = row.x + Self.column(of: limit, width: row.width)
      let room = limit == last ? end : end - 1 - text.count
      let start = max(row.x, min(column - text.count / 2, room))
      guard start >= free, column - start <= text.count else { continue }
      canvas.put(
        text, at: Point(x: start, y: row.y), style: .dim.on(ground), width: row.right - start)
      free = start + text.count + 1
    }
  }
}
