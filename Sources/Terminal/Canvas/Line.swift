/// One line of text in one or more styles.
public struct Line: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A piece of a line in one style.
  public struct Span: Hashable, Sendable {
    /// The words; what may not be painted is filtered when they are.
    public var text: String
    /// Their style; on the plain ground it takes the ground of the place it is painted on.
    public var style: Style

    /// Makes a span.
    public init(_ text: String, _ style: Style = .text) {
      self.text = text
      self.style = style
    }
  }

  /// The pieces from left to right.
  public var spans: [Span]

  /// Makes a line of pieces.
  public init(_ spans: [Span]) { self.spans = spans }

  /// Makes a line in one style.
  public init(_ text: String, _ style: Style = .text) { spans = [Span(text, style)] }

  /// Makes a line of plain text.
  public init(stringLiteral value: String) { self.init(value) }

  /// The words without their styles.
  public var text: String { spans.map(\.text).joined() }

  /// The columns it takes when painted whole.
  public func width(policy: AmbiguousPolicy = .current) -> Int {
    spans.reduce(0) { $0 + CellWidth.of($1.text, policy: policy) }
  }

  /// The line without the blanks before its first word.
  var withoutIndent: Line {
    guard let place = spans.firstIndex(where: { $0.text.contains { $0 != " " } }) else {
      return self
    }
    let first = Span(String(spans[place].text.drop { $0 == " " }), spans[place].style)
    return Line([first] + spans[(place + 1)...])
  }

  /// Two lines one after the other.
  public static func + (first: Line, second: Line) -> Line { Line(first.spans + second.spans) }
}
