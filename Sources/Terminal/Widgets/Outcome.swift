/// What a widget did with a key.
public enum Outcome: Hashable, Sendable {
  /// Nothing; the key is free for something else.
  case ignored
  /// It moved, but its value is as it was.
  case handled
  /// Its value changed.
  case changed
  /// The person is done with it and wants it.
  case submitted
  /// The person wants to leave it.
  case cancelled
}
