/// What is wrong with the body of an entry.
///
/// A place is a path such as `sheet.items.4.1.2.mark`, empty for the whole body. It names keys,
/// never values: what a sealed body says does not leave through its faults.
enum LogFormatFault: Error, Sendable, Hashable {
  /// No UTF-8 from this byte on.
  case notText(at: Int)
  /// No JSON from this byte on.
  case broken(at: Int)
  /// The body ends before it is whole.
  case cutOff
  /// Something stands after the body's end.
  case trailing(at: Int)
  /// The body has more bytes than an entry can have.
  case tooLong
  /// Objects and lists lie too deep in each other.
  case tooDeep(String)
  /// A key stands twice in its object.
  case repeatedKey(String)
  /// A key, or an element of a list, that the type which reads it does not ask for.
  case unknownKey(String)
  /// A key or a value that the type asks for is not there.
  case missing(String)
  /// Another kind of value is wanted than stands there.
  case wanted(String)
  /// A number that the type cannot hold.
  case outOfRange(String)
  /// The kind is right, but no such value is known here.
  case unknownValue(String)

  /// The same fault as a decoder throws it, so that a type which reads can pass it on.
  func decodingError(at path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(
      .init(codingPath: path, debugDescription: "\(self)", underlyingError: self))
  }

  /// What a decoder or a type of the log complains of, without its own words.
  init(_ error: any Error) {
    switch error {
    case let fault as LogFormatFault: self = fault
    case DecodingError.keyNotFound(let key, let context):
      self = .missing(Self.place(context.codingPath + [key]))
    case DecodingError.valueNotFound(_, let context):
      self = .missing(Self.place(context.codingPath))
    case DecodingError.typeMismatch(_, let context):
      self = .wanted(Self.place(context.codingPath))
    case DecodingError.dataCorrupted(let context):
      self =
        context.underlyingError as? LogFormatFault ?? .unknownValue(Self.place(context.codingPath))
    default: self = .unknownValue("")
    }
  }

  /// A path as it is written; long keys are cut, since anybody may have written them.
  static func place(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue.prefix(40)
      }
    }
  }
}
