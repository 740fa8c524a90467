/// What a field had before there was one: the named default of a field that was added later.
public protocol AddedDefault {
  associatedtype Value: Codable & Sendable & Hashable
  /// What a body written before the field was added means.
  static var value: Value { get }
}

/// A field that was added to a logged struct after bodies of it had been written.
///
/// In a body without its key it has the default; it is written as the value alone. A default,
/// once released, never changes: it says what the old bodies mean.
///
///     /// Whether … (added in version 2).
///     @Added<NotDone> var done: Bool
@propertyWrapper
public struct Added<Default: AddedDefault>: Codable, Sendable, Hashable {
  /// The field's value.
  public var wrappedValue: Default.Value

  /// A field with a value.
  public init(wrappedValue: Default.Value) { self.wrappedValue = wrappedValue }

  /// Reads the value, where the key is there.
  public init(from decoder: any Decoder) throws {
    // By a container: the coder alone knows how bytes are written.
    wrappedValue = try decoder.singleValueContainer().decode(Default.Value.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}

extension KeyedDecodingContainer {
  /// Reads an added field; a missing key gives its default, null does only where the value says so.
  ///
  /// Swift's synthesised `init(from:)` takes this overload, as more special than its own.
  public func decode<Default: AddedDefault>(
    _ type: Added<Default>.Type, forKey key: Key
  ) throws -> Added<Default> {
    contains(key) ? try decodeWhole(type, forKey: key) : Added(wrappedValue: Default.value)
  }

  /// Reads by the container's own way, not by an overload.
  private func decodeWhole<Value: Decodable>(
    _ type: Value.Type, forKey key: Key
  ) throws -> Value {
    try decode(type, forKey: key)
  }
}
