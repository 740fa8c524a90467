/// Words with what makes some of them stand out.
public struct Words: Hashable, Sendable {
  /// Words that look alike.
  public struct Span: Hashable, Sendable {
    /// What they say; a line end breaks the line.
    public var text: String
    /// Whether they are bold.
    public var isBold = false
    /// Whether they stand on a line, as blanks of forms do.
    public var isUnderlined = false
  }

  /// The spans in their order.
  public var spans: [Span]

  /// Plain words.
  public init(_ text: String) { spans = text.isEmpty ? [] : [Span(text: text)] }

  /// Bold words.
  public static func bold(_ text: String) -> Words {
    Words(spans: [Span(text: text, isBold: true)])
  }

  /// A blank of so many characters to write on.
  public static func blank(_ characters: Int) -> Words {
    Words(spans: [Span(text: String(repeating: "　", count: characters), isUnderlined: true)])
  }

  /// Words on a line, as a form is filled in.
  public static func underlined(_ text: String) -> Words {
    Words(spans: [Span(text: text, isUnderlined: true)])
  }

  /// One after the other.
  public static func + (left: Words, right: Words) -> Words {
    Words(spans: left.spans + right.spans)
  }

  private init(spans: [Span]) { self.spans = spans }

  /// What they say, blanks as lines.
  var plain: String {
    spans.map { span in
      span.isUnderlined && span.text.allSatisfy { $0 == "　" }
        ? String(repeating: "＿", count: span.text.count) : Markup.cleaned(span.text)
    }.joined()
  }
}

extension Words: ExpressibleByStringInterpolation {
  /// Plain words.
  public init(stringLiteral value: String) { self.init(value) }
}
