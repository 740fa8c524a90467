/// A value that shows nothing of itself when it is printed, logged or mirrored.
public protocol Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Secret {
  /// The name of the type and nothing else.
  public var description: String { "\(Self.self)(secret)" }

  /// The same as ``description``.
  public var debugDescription: String { description }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
