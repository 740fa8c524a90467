/// What the keys do, in sections; it is drawn from the same actions as the bottom line.
public struct HelpView: Hashable, Sendable {
  /// Keys under one heading.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public var title: String
    /// The rows under it.
    public var entries: [Entry]

    /// Makes a section.
    public init(_ title: String, _ entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  /// One key and what it does.
  public struct Entry: Hashable, Sendable {
    /// The keys.
    public var keys: String
    /// The action's name.
    public var title: String
    /// More about it.
    public var text: String

    /// Makes an entry.
    public init(_ keys: String, _ title: String, _ text: String = "") {
      self.keys = keys
      self.title = title
      self.text = text
    }
  }

  /// The sections.
  public var sections: [Section]

  /// Makes a view.
  public init(_ sections: [Section]) { self.sections = sections }

  /// Everything as lines for a width.
  public func lines(width: Int, policy: AmbiguousPolicy = .current) -> [Line] {
    let entries = sections.flatMap(\.entries)
    let keys = min(
      entries.map { CellWidth.of($0.keys, policy: policy) }.max() ?? 0, max(0, width / 3))
    var lines: [Line] = []
    for section in sections {
      if !lines.isEmpty { lines.append(Line("")) }
      lines.append(Line(section.title, .title))
      for entry in section.entries {
        lines += self.lines(of: entry, keyWidth: keys, width: width, policy: policy)
      }
    }
    return lines
  }

  private func lines(
    of entry: Entry, keyWidth: Int, width: Int, policy: AmbiguousPolicy
  ) -> [Line] {
    let shown = Line(entry.keys, .accent.strong).fitted(to: keyWidth, policy: policy)
    let padding = max(0, keyWidth - shown.width(policy: policy))
    let head = shown + Line(String(repeating: " ", count: padding + 2))
    let indent = Line(String(repeating: " ", count: keyWidth + 2))
    var words = Line(entry.title)
    if !entry.text.isEmpty { words = words + Line("  " + entry.text, .dim) }
    let wrapped = words.wrapped(to: max(1, width - keyWidth - 2), policy: policy)
    return wrapped.enumerated().map { ($0 == 0 ? head : indent) + $1 }
  }

  /// Paints the lines in sight.
  public func paint(
    on canvas: inout Canvas, in rect: Rect, scroll: ScrollState, ground: Ground = .plain
  ) {
    canvas.fill(rect, style: Style(.text, on: ground))
    let lines = lines(width: rect.width, policy: canvas.policy)
    let first = scroll.first(total: lines.count, rows: rect.height)
    for row in 0..<max(0, min(rect.height, lines.count - first)) {
      canvas.put(lines[first + row], in: rect.row(row), on: ground)
    }
  }
}
