/// What the mouse did, where mouse support is on.
public struct MouseEvent: Hashable, Sendable {
  /// The kinds of events that are reported.
  public enum Kind: Hashable, Sendable {
    /// The left button was pressed or clicked.
    case press
    /// The left button was pressed twice.
    case doublePress
    /// The wheel was turned up.
    case wheelUp
    /// The wheel was turned down.
    case wheelDown
  }

  /// What happened.
  public var kind: Kind
  /// The cell where it happened.
  public var point: Point

  /// Makes an event.
  public init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}
