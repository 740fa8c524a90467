/// A total against the line it has to reach, or alone where the line is not to be seen.
public struct LineBar: Hashable, Sendable {
  /// The total, in the same unit as the line; nil while there is none.
  public var value: Int?
  /// The line to reach; nil where it is not to be seen.
  public var line: Int?
  /// What the right end stands for.
  public var maximum: Int

  /// Makes a bar.
  public init(_ value: Int?, line: Int?, maximum: Int) {
    self.value = value
    self.line = line
    self.maximum = maximum
  }

  /// Paints the bar into the first row: green to the value, red where that is below the line.
  public func paint(on canvas: inout Canvas, in rect: Rect, ground: Ground = .plain) {
    let row = rect.row(0)
    guard !row.isEmpty else { return }
    canvas.put(String(repeating: "─", count: row.width), in: row, style: .dim.on(ground))
    if let value {
      let reach = column(of: value, width: row.width)
      let style: Style = line.map { value < $0 } == true ? .bad : .accent
      canvas.put(
        String(repeating: "━", count: reach), in: row.splitLeft(reach).left,
        style: style.on(ground))
    }
    guard let line else { return }
    let place = Point(x: row.x + min(column(of: line, width: row.width), row.width - 1), y: row.y)
    canvas.put("┃", at: place, style: .warning.on(ground), width: 1)
  }

  /// The column in a bar of `width`; values beyond the ends are at the ends.
  private func column(of amount: Int, width: Int) -> Int {
    let bounded = min(max(0, amount), max(1, maximum))
    let (product, overflow) = bounded.multipliedReportingOverflow(by: width)
    return overflow ? width : product / max(1, maximum)
  }
}
