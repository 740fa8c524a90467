/// A cell's place on the screen, counted from the top left corner in columns and rows.
public struct Point: Hashable, Sendable {
  /// The column, 0 at the left edge.
  public var x: Int
  /// The row, 0 at the top.
  public var y: Int

  /// Makes the point at column `x` of row `y`.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}
