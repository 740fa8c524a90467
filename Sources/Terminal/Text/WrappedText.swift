/// A text broken into the lines that fit a width; every line knows which characters it holds.
///
/// Han text breaks anywhere but before closing and after opening punctuation, Latin words and
/// numbers stay whole where they fit. Blanks at a soft line's end are kept in its range but hang
/// unpainted over the edge. Newlines belong to no line; all else belongs to exactly one.
public struct WrappedText: Hashable, Sendable {
  /// One line on the screen.
  public struct VisualLine: Hashable, Sendable {
    /// The characters of it, counted from the text's start.
    public let range: Range<Int>
    /// Those of them that are painted: without blanks that hang over the edge.
    public let painted: Range<Int>
    /// The columns that the painted ones take.
    public let columns: Int
    /// Whether the line is ended by a newline or by the end of the text.
    public let endsParagraph: Bool
  }

  /// The text's characters.
  public let characters: [Character]
  /// The lines, at least one.
  public let lines: [VisualLine]
  /// The width they were made for, at least 1.
  public let width: Int
  private let widths: [UInt8]

  /// Breaks `text` into lines of at most `width` columns; a width under 1 counts as 1.
  ///
  /// A single character wider than that stands alone on its line and is clipped when painted.
  public init(_ text: String, width: Int, policy: AmbiguousPolicy = .current) {
    self.init(characters: Array(text), width: width, policy: policy)
  }

  /// Breaks characters into lines.
  public init(characters: [Character], width: Int, policy: AmbiguousPolicy = .current) {
    let limit = max(1, width)
    self.characters = characters
    self.width = limit
    var breaker = LineBreaker(width: limit, capacity: characters.count)
    for character in characters { breaker.take(character, policy: policy) }
    (lines, widths) = breaker.finish()
  }

  /// The words of line `index`.
  public func text(ofLine index: Int) -> String { String(characters[lines[index].painted]) }

  /// The line and column where the caret before character `offset` stands.
  ///
  /// The place between two soft lines is the start of the second.
  public func position(of offset: Int) -> Point {
    let offset = min(max(0, offset), characters.count)
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle].range.lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    let start = lines[low].range.lowerBound
    let column = widths[start..<max(start, offset)].reduce(0) { $0 + Int($1) }
    return Point(x: min(column, width), y: low)
  }

  /// The offset of the character at or before `column` of line `line`.
  ///
  /// Beyond a line's end it is the place after its last character, or before it where that place
  /// already belongs to the next line.
  public func offset(line: Int, column: Int) -> Int {
    let index = min(max(0, line), lines.count - 1)
    let range = lines[index].range
    var used = 0
    for place in range {
      let next = used + Int(widths[place])
      if next > column { return place }
      used = next
    }
    let isOpen = lines[index].endsParagraph || range.isEmpty
    return isOpen ? range.upperBound : range.upperBound - 1
  }
}
