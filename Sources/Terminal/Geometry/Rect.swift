/// A rectangle of cells; its sides are never negative, whatever is cut from it.
public struct Rect: Hashable, Sendable {
  /// The leftmost column.
  public let x: Int
  /// The topmost row.
  public let y: Int
  /// The number of columns, 0 or more.
  public let width: Int
  /// The number of rows, 0 or more.
  public let height: Int

  /// Makes a rectangle; a negative side becomes 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The column after the last one.
  public var right: Int { x + width }
  /// The row after the last one.
  public var bottom: Int { y + height }
  /// Whether there is no cell in it.
  public var isEmpty: Bool { width == 0 || height == 0 }
  /// The top left corner.
  public var origin: Point { Point(x: x, y: y) }
  /// Width and height.
  public var size: Size { Size(width: width, height: height) }

  /// Whether the cell at `point` lies inside.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < right && point.y >= y && point.y < bottom
  }

  /// What is common to both; empty where they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(right, other.right) - left,
      height: min(bottom, other.bottom) - top)
  }

  /// The rectangle without `columns` at both sides and `rows` at top and bottom.
  public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    let left = min(max(0, columns), width)
    let top = min(max(0, rows), height)
    return Rect(
      x: x + left, y: y + top, width: width - left - max(0, columns),
      height: height - top - max(0, rows))
  }

  /// Cuts `columns` off the left side, with `gap` empty columns before the rest.
  public func splitLeft(_ columns: Int, gap: Int = 0) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, columns), width)
    let start = min(width, cut + max(0, gap))
    return (
      Rect(x: x, y: y, width: cut, height: height),
      Rect(x: x + start, y: y, width: width - start, height: height)
    )
  }

  /// Cuts `columns` off the right side, with `gap` empty columns after the rest.
  public func splitRight(_ columns: Int, gap: Int = 0) -> (rest: Rect, right: Rect) {
    let cut = min(max(0, columns), width)
    let left = max(0, width - cut - max(0, gap))
    return (
      Rect(x: x, y: y, width: left, height: height),
      Rect(x: right - cut, y: y, width: cut, height: height)
    )
  }

  /// Cuts `rows` off the top, with `gap` empty rows before the rest.
  public func splitTop(_ rows: Int, gap: Int = 0) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, rows), height)
    let start = min(height, cut + max(0, gap))
    return (
      Rect(x: x, y: y, width: width, height: cut),
      Rect(x: x, y: y + start, width: width, height: height - start)
    )
  }

  /// Cuts `rows` off the bottom, with `gap` empty rows after the rest.
  public func splitBottom(_ rows: Int, gap: Int = 0) -> (rest: Rect, bottom: Rect) {
    let cut = min(max(0, rows), height)
    let above = max(0, height - cut - max(0, gap))
    return (
      Rect(x: x, y: y, width: width, height: above),
      Rect(x: x, y: bottom - cut, width: width, height: cut)
    )
  }

  /// The one-row rectangle `index` rows below the top; empty where there is no such row.
  public func row(_ index: Int) -> Rect {
    let inside = index >= 0 && index < height
    return Rect(x: x, y: y + index, width: width, height: inside ? 1 : 0)
  }

  /// A rectangle of `size` in the middle, cut to what there is.
  public func centred(_ size: Size) -> Rect {
    let wide = min(size.width, width)
    let high = min(size.height, height)
    return Rect(
      x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high)
  }
}
