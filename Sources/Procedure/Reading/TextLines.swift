extension StringProtocol {
  /// The lines, empty ones included, whatever ends them: LF, CR LF, CR or a separator of Unicode.
  ///
  /// The one way in which text is taken apart: Swift takes CR LF for one character, which a
  /// comparison with LF does not find.
  public var lines: [SubSequence] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The text on one line: each end of a line becomes a blank.
  public var onOneLine: String { lines.joined(separator: " ") }
}
