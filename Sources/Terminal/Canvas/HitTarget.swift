/// What a click on a region of the screen means to the one that painted it.
public struct HitTarget: Hashable, Sendable {
  /// The name of the widget or action.
  public var name: String
  /// Which of its parts, counted from 0.
  public var index: Int

  /// Makes a target.
  public init(_ name: String, index: Int = 0) {
    self.name = name
    self.index = index
  }
}
