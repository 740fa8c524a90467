/// The bottom line: what the keys do here and now.
public struct HintLine: Sendable {
  /// One key and what it does.
  public struct Hint: Hashable, Sendable {
    /// The keys, as a person names them: `F5`, `↑↓`.
    public var keys: String
    /// What they do.
    public var title: String
    /// Whether they do it now.
    public var isEnabled: Bool
    /// Hints of lower importance go first when there is not room for all.
    public var importance: Int

    /// Makes a hint.
    public init(_ keys: String, _ title: String, isEnabled: Bool = true, importance: Int = 0) {
      self.keys = keys
      self.title = title
      self.isEnabled = isEnabled
      self.importance = importance
    }
  }

  /// The hints from left to right.
  public var hints: [Hint]
  /// The name of the hit regions; their index is the hint's place in `hints`.
  public var name: String

  /// Makes a line of hints.
  public init(_ hints: [Hint], name: String = "hint") {
    self.hints = hints
    self.name = name
  }

  /// Paints the hints that fit into the first row.
  public func paint(on canvas: inout Canvas, in rect: Rect) {
    let row = rect.row(0)
    guard !row.isEmpty else { return }
    canvas.fill(row, style: Style(.text, on: .bar))
    let room = row.inset(columns: 1)
    var column = room.x
    // The last cell of the last row is written by insertion: a wide glyph beside it would be torn.
    for index in fitting(width: room.width - 1, policy: canvas.policy) {
      let line = line(of: hints[index])
      let used = canvas.put(
        line, at: Point(x: column, y: row.y), on: .bar, width: room.right - column)
      canvas.addHit(
        Rect(x: column, y: row.y, width: used, height: 1), HitTarget(name, index: index))
      column += used + 2
    }
  }

  /// The places of the hints that fit: of equal importance those at the right go first.
  func fitting(width: Int, policy: AmbiguousPolicy) -> [Int] {
    let widths = hints.map { line(of: $0).width(policy: policy) }
    var kept = Array(hints.indices)
    while kept.reduce(-2, { $0 + widths[$1] + 2 }) > width, !kept.isEmpty {
      let least = kept.map { hints[$0].importance }.min()
      kept.lastIndex { hints[$0].importance == least }.map { _ = kept.remove(at: $0) }
    }
    return kept
  }

  private func line(of hint: Hint) -> Line {
    let key: Style = hint.isEnabled ? .accent.strong : .dim
    return Line([
      Line.Span(hint.keys, key), Line.Span(" " + hint.title, hint.isEnabled ? .text : .dim),
    ])
  }
}
