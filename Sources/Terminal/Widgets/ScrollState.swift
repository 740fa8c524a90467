/// How far a text that is read, not edited, has been scrolled.
public struct ScrollState: Hashable, Sendable {
  /// The first line shown.
  public private(set) var offset = 0

  /// Makes a state at the top.
  public init() {}

  /// Scrolls by arrows, pages, Home and End; `total` lines, of which `rows` are shown.
  public mutating func handle(_ key: Key, total: Int, rows: Int) -> Outcome {
    let page = max(1, rows - 1)
    switch key {
    case .up: offset -= 1
    case .down: offset += 1
    case .pageUp: offset -= page
    case .pageDown, .character(" "): offset += page
    case .home, .controlHome: offset = 0
    case .end, .controlEnd: offset = total
    default: return .ignored
    }
    offset = first(total: total, rows: rows)
    return .handled
  }

  /// Scrolls no more than needed to have a line in sight.
  public mutating func reveal(_ line: Int, total: Int, rows: Int) {
    offset = min(max(offset, line - max(1, rows) + 1), line)
    offset = first(total: total, rows: rows)
  }

  /// The first line to show, whatever the room has become.
  public func first(total: Int, rows: Int) -> Int { max(0, min(offset, total - rows)) }
}
