/// Where a text stands in a width that is larger than the text.
public enum Alignment: Sendable, Hashable {
  /// At the left edge.
  case left
  /// At the right edge, as numbers do.
  case right
  /// In the middle.
  case centre
}
