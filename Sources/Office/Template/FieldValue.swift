/// What a name of a template stands for.
public enum FieldValue: Hashable, Sendable {
  /// Words; a section of them is there where they are not empty.
  case text(String)
  /// A section of it is there or not.
  case flag(Bool)
  /// A section of it is there once for every row, with the row's own names.
  case rows([[String: FieldValue]])

  var isSomething: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .flag(let flag): flag
    case .rows(let rows): !rows.isEmpty
    }
  }
}

extension FieldValue: ExpressibleByStringInterpolation {
  /// Words.
  public init(stringLiteral value: String) { self = .text(value) }
}
